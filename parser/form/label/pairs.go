package label

import (
	"strings"
	"unicode/utf8"
)

// Pair is a label and its value inside one text: text[start:end] is the value.
type Pair struct {
	Label      string
	Start, End int
}

// Pairs finds "label：value" in a text; several pairs are set apart by a
// line break, a tab or two blanks.
func Pairs(text string) []Pair {
	if len(text) > 600 || strings.IndexByte(text, ':') < 0 && !strings.Contains(text, "：") {
		return nil
	}
	var out []Pair
	for start := 0; start < len(text); {
		end := start + chunkEnd(text[start:])
		chunk := text[start:end]
		colon := strings.IndexAny(chunk, ":：")
		if colon > 0 {
			_, width := utf8.DecodeRuneInString(chunk[colon:])
			out = append(out, Pair{Label: chunk[:colon], Start: start + colon + width, End: end})
		} else if len(out) > 0 && !Blank(chunk) {
			out[len(out)-1].End = end
		}
		_, width := utf8.DecodeRuneInString(text[end:])
		start = end + max(width, 1)
	}
	return out
}

// chunkEnd is where the first chunk of s ends.
func chunkEnd(s string) int {
	blanks, last := 0, 0
	for i, r := range s {
		switch {
		case r == '\n' || r == '\t':
			return i
		case r == ' ' || r == '\u00A0' || r == '　':
			if blanks == 0 {
				last = i
			}
			if blanks++; blanks >= 2 || r == '　' {
				if strings.ContainsAny(s[i:], ":：") {
					return last
				}
			}
		default:
			blanks = 0
		}
	}
	return len(s)
}
