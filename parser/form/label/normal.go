package label

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"jxmb/model/quantity"
)

// MaxBytes bounds the bytes of a cell that is looked at as a label. The
// longest labels seen have 20 characters (60 bytes); the rest is room for a
// bracket behind them and for the blanks that typists put inside.
const MaxBytes = 128

// AppendNormal appends the form of s that labels are compared in, which is how
// values are folded too: see [quantity.AppendFolded].
func AppendNormal(b []byte, s string) []byte { return quantity.AppendFolded(b, s) }

// Normal is the form of s that labels are compared in, as [AppendNormal] gives it.
func Normal(s string) string {
	var room [2 * MaxBytes]byte // of most texts, on the stack
	return string(AppendNormal(room[:0], s))
}

// BlankRune says whether r is white space of any kind, or a character that takes
// no room at all and is no white space to Unicode.
func BlankRune(r rune) bool {
	if r > '　' && r < 0xFEFF { // ideographs
		return false
	}
	switch r {
	case 0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF: // soft hyphen, joiners, byte order mark
		return true
	}
	return unicode.IsSpace(r)
}

// Blank says whether a cell holds nothing but white space.
func Blank(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c > ' ' && c < utf8.RuneSelf, c >= 0xE4 && c <= 0xE9: // of an ideograph
			return false
		case c >= utf8.RuneSelf:
			return strings.IndexFunc(s[i:], func(r rune) bool { return !BlankRune(r) }) < 0
		}
	}
	return true
}

// Length is the number of runes in a text, which is UTF-8.
func Length(s string) int {
	n := 0
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}

// Trim removes white space of every kind around s.
func Trim(s string) string { return strings.TrimFunc(s, BlankRune) }

// CutNote splits a normalised label with a trailing bracket: "项目资金(万元)"
// gives "项目资金" and "万元".
func CutNote(s []byte) (label, note []byte, ok bool) {
	if len(s) < 3 || s[len(s)-1] != ')' {
		return s, nil, false
	}
	depth := 0
	for i := len(s) - 1; i > 0; i-- {
		switch s[i] {
		case ')':
			depth++
		case '(':
			if depth--; depth == 0 {
				return s[:i], s[i+1 : len(s)-1], true
			}
		}
	}
	return s, nil, false
}

// leads are what may stand before a label.
var leads = [][]byte{[]byte("*"), []byte("★"), []byte("※"), []byte("#"), []byte("-"), []byte(ofWhich + ":"), []byte(ofWhich), []byte("、")}

// cutLead removes one thing that may stand before a label: a mark, 其中, a
// number such as "1." or "(一)", or what the labels of a block have before the first
// of them: "资金来源:" of 资金来源：（1）政府预算资金.
func cutLead(s []byte) ([]byte, bool) {
	for _, lead := range leads {
		if bytes.HasPrefix(s, lead) && len(s) > len(lead) {
			return s[len(lead):], true
		}
	}
	r, _ := utf8.DecodeRune(s)
	if r >= '0' && r <= '9' || r == '(' || bytes.ContainsRune(numerals, r) {
		if n, ok := LeadingNumber(string(s)); ok && n.End < len(s) {
			return s[n.End:], true
		}
	}
	return behindBlock(s)
}

// behindBlock removes the label of a block of money before the number of its first
// label.
func behindBlock(s []byte) ([]byte, bool) {
	colon := bytes.IndexByte(s, ':')
	if colon < 0 || colon+1 == len(s) || s[colon+1] != '(' && !isDigit(s[colon+1]) {
		return s, false
	}
	if _, last, whole := roles(amountWords(), string(s[:colon])); !whole || last != roleBlock {
		return s, false
	}
	return s[colon+1:], true
}

// numerals start the list numbers that are not Arabic.
var numerals = []byte(chineseDigits + "十①②③④⑤⑥⑦⑧⑨⑩")

var onOneLine = strings.NewReplacer("\n", "", "\r", "", "\t", "")

// Text is a label as it is shown: without line breaks, outer blanks and
// the colon behind it.
func Text(text string) string {
	if strings.ContainsAny(text, "\n\r\t") {
		text = onOneLine.Replace(text)
	}
	text = Trim(text)
	text = strings.TrimSuffix(strings.TrimSuffix(text, ":"), "：")
	return Trim(text)
}
