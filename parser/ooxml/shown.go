package ooxml

import (
	"bytes"
	"unicode/utf8"
)

// ShownRunes bounds the text of a part that messages and notes show.
const ShownRunes = 80

// Shown is the beginning of a text, without the space around it.
func Shown(text []byte) string {
	text = bytes.TrimSpace(bytes.ToValidUTF8(text[:min(len(text), 1024)], []byte("\ufffd")))
	at := 0
	for range ShownRunes {
		if at == len(text) {
			break
		}
		_, n := utf8.DecodeRune(text[at:])
		at += n
	}
	return string(text[:at])
}
