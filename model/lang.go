package model

import "fmt"

// Lang is the language of messages. The zero value is Chinese.
type Lang string

// The languages messages come in.
const (
	Chinese Lang = "zh"
	English Lang = "en"
)

// Say formats the wording of l with [fmt.Sprintf].
func (l Lang) Say(zh, en string, args ...any) string {
	return Text{ZH: zh, EN: en}.format(l, args)
}

// Text is a message in both languages, for places where the language of the
// reader is not known yet.
type Text struct{ ZH, EN string }

// Say formats both wordings with the same arguments.
func Say(zh, en string, args ...any) Text {
	t := Text{ZH: zh, EN: en}
	return Text{ZH: t.format(Chinese, args), EN: t.format(English, args)}
}

// In is the wording for l.
func (t Text) In(l Lang) string {
	if l == English {
		return t.EN
	}
	return t.ZH
}

func (t Text) format(l Lang, args []any) string {
	if len(args) == 0 {
		return t.In(l)
	}
	return fmt.Sprintf(t.In(l), args...)
}
