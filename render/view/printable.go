package view

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Printable makes a text fit for paper and cells: line ends of all kinds
// are "\n", and a control character or noncharacter, which XML cannot hold and
// no font draws, stands as its code, 〔U+0007〕. Bytes that are no UTF-8 become
// U+FFFD.
func Printable(s string) string {
	if utf8.ValidString(s) && !strings.ContainsFunc(s, isControl) {
		return s
	}
	var b strings.Builder
	for _, r := range strings.ReplaceAll(s, "\r\n", "\n") {
		switch {
		case strings.ContainsRune("\r\v\f\u0085\u2028\u2029", r):
			b.WriteByte('\n')
		case isControl(r):
			fmt.Fprintf(&b, "〔%U〕", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isControl(r rune) bool {
	switch {
	case r < 0x20:
		return r != '\n' && r != '\t'
	case r < 0x7F:
		return false
	}
	return r < 0xA0 || r == '\u2028' || r == '\u2029' || r&0xFFFE == 0xFFFE
}
