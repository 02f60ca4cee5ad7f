package label

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"jxmb/model"
)

// reason is why a form file is refused, in both languages.
type reason struct{ text model.Text }

func (r reason) Error() string { return r.text.EN }

// Because formats a reason; an argument that is an error or a text in both
// languages stands in the wording of each.
func Because(zh, en string, args ...any) error {
	chinese, english := slices.Clone(args), slices.Clone(args)
	for i, arg := range args {
		switch arg := arg.(type) {
		case error:
			t := Reason(arg)
			chinese[i], english[i] = t.ZH, t.EN
		case model.Text:
			chinese[i], english[i] = arg.ZH, arg.EN
		}
	}
	return reason{model.Text{ZH: fmt.Sprintf(zh, chinese...), EN: fmt.Sprintf(en, english...)}}
}

// Reason is the wording of an error in both languages: that of [Because], else
// its own in both.
func Reason(err error) model.Text {
	var r reason
	if errors.As(err, &r) {
		return r.text
	}
	return model.Text{ZH: err.Error(), EN: err.Error()}
}

// Both joins reasons into one; nil where there are none.
func Both(list []error) error {
	if len(list) == 0 {
		return nil
	}
	var zh, en []string
	for _, err := range list {
		t := Reason(err)
		zh, en = append(zh, t.ZH), append(en, t.EN)
	}
	return reason{model.Text{ZH: strings.Join(zh, "；"), EN: strings.Join(en, "; ")}}
}
