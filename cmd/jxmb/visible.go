package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// File names and cells come from strangers. What they hold must not reach a
// terminal as a command (ECMA-48: C0, DEL and C1), must not turn the reading
// order of a line around (Unicode's Bidi_Control), and must not begin a line
// that the program never wrote.

// visible is s as one line: line breaks are a sign, what is no text is escaped.
func visible(s string) string {
	if !strings.ContainsFunc(s, unseen) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case strings.HasPrefix(s, "\r\n"):
			size = 2
			b.WriteRune('⏎')
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			b.WriteRune('⏎')
		case unseen(r) && size == 1 && r == utf8.RuneError:
			fmt.Fprintf(&b, `\x%02x`, s[0])
		case unseen(r) && r != utf8.RuneError:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
		s = s[size:]
	}
	return b.String()
}

// unseen tells what is not shown as it is. A replacement character may stand
// for a byte that is no UTF-8, which terminals of 8 bits obey.
func unseen(r rune) bool {
	return r != '\t' && unicode.IsControl(r) || r == utf8.RuneError || unicode.In(r, unicode.Zl, unicode.Zp, unicode.Bidi_Control)
}

// line writes one line for people.
func line(w io.Writer, text string) error {
	_, err := io.WriteString(w, visible(text)+"\n")
	return err
}

// screen makes visible what goes to a terminal, line by line. The escapes are
// those of JSON, so that JSON copied from a screen is what was written.
type screen struct {
	w    io.Writer
	rest []byte // the beginning of a line or of a character
}

func (s *screen) Write(p []byte) (int, error) {
	s.rest = append(s.rest, p...)
	whole := len(s.rest)
	for back := 1; back < utf8.UTFMax && back <= len(s.rest); back++ {
		if tail := s.rest[len(s.rest)-back:]; utf8.RuneStart(tail[0]) {
			if !utf8.FullRune(tail) {
				whole -= back
			}
			break
		}
	}
	var b strings.Builder
	for text := range strings.Lines(string(s.rest[:whole])) {
		kept, broken := strings.CutSuffix(text, "\n")
		b.WriteString(visible(kept))
		if broken {
			b.WriteByte('\n')
		}
	}
	s.rest = append(s.rest[:0], s.rest[whole:]...)
	if _, err := io.WriteString(s.w, b.String()); err != nil {
		return 0, err
	}
	return len(p), nil
}
