package label

import (
	"strings"
	"unicode/utf8"
)

// Pair is a label and its value inside one text: text[Start:End] is the value, and
// From is where the line or the stretch of the label begins.
type Pair struct {
	Label            string
	From, Start, End int
}

// longestPairs bounds the bytes of a text that is read for pairs.
const longestPairs = 600

// Pairs finds "label：value" in a text; several pairs are set apart by a
// line break, a tab or two blanks.
func Pairs(text string) []Pair {
	if at, _ := ColonIn(text); at < 0 {
		return nil
	}
	var out []Pair
	for start := 0; start < len(text) && len(text) <= longestPairs; {
		p, next := pairAt(text, start)
		if p.Label != "" {
			out = append(out, p)
		} else if len(out) > 0 && !Blank(text[start:p.End]) {
			out[len(out)-1].End = p.End
		}
		start = next
	}
	return out
}

// Leading is the label of the first of the [Pairs] of a text, "" where there
// are none.
func Leading(text string) string {
	for start := 0; start < len(text) && len(text) <= longestPairs; {
		p, next := pairAt(text, start)
		if p.Label != "" {
			return p.Label
		}
		start = next
	}
	return ""
}

// pairAt reads the chunk that begins at start, whose label is "" where it is no
// pair, and gives the place of the next one.
func pairAt(text string, start int) (p Pair, next int) {
	end := start + chunkEnd(text[start:])
	p = Pair{From: start, Start: start, End: end}
	colon, width := ColonIn(text[start:end])
	if colon > 0 && Normal(text[start:start+colon]) == "其中" { // 其中：财政拨款：5000
		if next, more := ColonIn(text[start+colon+width : end]); next > 0 {
			start += colon + width
			colon, width = next, more
		}
	}
	if colon > 0 {
		p.Label, p.Start = text[start:start+colon], start+colon+width
	}
	_, size := utf8.DecodeRuneInString(text[end:])
	return p, end + max(size, 1)
}

// ColonIn is where the first colon stands and its bytes; at is -1 where there is
// none.
func ColonIn(s string) (at, width int) {
	const wide = "："
	at, before := strings.IndexByte(s, ':'), s
	if at >= 0 {
		before = s[:at]
	}
	if first := strings.Index(before, wide); first >= 0 {
		return first, len(wide)
	}
	return at, 1
}

// chunkEnd is where the first chunk of s ends.
func chunkEnd(s string) int {
	blanks, last := 0, 0
	for i := 0; i < len(s); {
		if s[i] >= 0xE4 && s[i] <= 0xE9 { // an ideograph
			blanks = 0
			i += len("字")
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
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
		i += n
	}
	return len(s)
}
