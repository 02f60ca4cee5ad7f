package model

import "unicode/utf8"

const hex = "0123456789abcdef"

// appendString quotes s as RFC 8259 §7 requires and no more, except that bytes
// that are not UTF-8 become U+FFFD and the line separators U+2028 and U+2029
// are escaped so that a line of ndjson stays one line everywhere.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	start := 0
	for i := verbatim(s, 0); i < len(s); i = verbatim(s, i) {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			switch {
			case r == utf8.RuneError && n == 1:
				b = append(append(b, s[start:i]...), `\ufffd`...)
				start = i + n
			case r == '\u2028' || r == '\u2029':
				b = append(append(b, s[start:i]...), `\u202`...)
				b = append(b, hex[r&0xF])
				start = i + n
			}
			i += n
			continue
		}
		b = append(b, s[start:i]...)
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, `\n`...)
		case '\t':
			b = append(b, `\t`...)
		case '\r':
			b = append(b, `\r`...)
		default:
			b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&0xF])
		}
		i++
		start = i
	}
	return append(append(b, s[start:]...), '"')
}

// verbatim is the place of the first byte of s from i on that need not be written
// as it is.
func verbatim(s string, i int) int {
	for i < len(s) {
		switch {
		case plain[s[i]]:
			i++
		case isPlainHan(s, i):
			i += len("字")
		default:
			return i
		}
	}
	return i
}

// plain are the characters of ASCII that are written as they are.
var plain = func() (plain [256]bool) {
	for c := byte(' '); c < utf8.RuneSelf; c++ {
		plain[c] = c != '"' && c != '\\'
	}
	return plain
}()

// isPlainHan reports that a character of U+3000 to U+CFFF stands at i, three bytes
// that are written as they are: most of what we write.
func isPlainHan(s string, i int) bool {
	return i+2 < len(s) && s[i]-0xE3 < 10 && (s[i+1]^0x80)|(s[i+2]^0x80) < 0x40
}
