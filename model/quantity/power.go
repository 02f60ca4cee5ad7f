package quantity

import (
	"unicode/utf8"

	"jxmb/model"
)

// maxPower bounds the exponents that are read: a trillion of anything.
const maxPower = 12

// superscripts are the digits above the line (Unicode blocks Latin-1 and
// U+2070).
var superscripts = map[rune]int{'⁰': 0, '¹': 1, '²': 2, '³': 3, '⁴': 4, '⁵': 5, '⁶': 6, '⁷': 7, '⁸': 8, '⁹': 9}

// power reads the powers of ten of Arabic numerals: n begins at p, and is 10 in
// 10⁴ or 2 in 2×10³. Digits above the line behind any other number are a note
// mark and left alone.
func (t *numerals) power(p int, n Numeral) Numeral {
	if exponent, end := t.exponent(p); end > 0 && p+2 == n.End {
		n.Number, n.End = model.Decimal("1").Shift(exponent), end
		return n
	}
	if !t.Among(n.End, times) {
		return n
	}
	if exponent, end := t.exponent(n.End + 1); end > 0 {
		n.Number, n.End = n.Number.Shift(exponent), end
	}
	return n
}

// ten is what an exponent stands behind.
var ten = []rune("10")

// times are the signs that multiply.
var times = []rune("×*xX")

// exponent reads 10 with digits above the line at p; end is 0 where that is not
// what stands there.
func (t *numerals) exponent(p int) (exponent, end int) {
	if !t.spells(p, ten) {
		return 0, 0
	}
	end = p + 2
	for digit, ok := superscripts[t.Rune(end)]; ok && exponent <= maxPower; digit, ok = superscripts[t.Rune(end)] {
		exponent = 10*exponent + digit
		end++
	}
	if end == p+2 || exponent > maxPower {
		return 0, 0
	}
	return exponent, end
}

// PrivateUse tells whether a character of a font's own, or one that was lost, stands
// before p: what it shows, perhaps the sign of the number, cannot be told.
func (t *Text) PrivateUse(before int) bool {
	for p := range before {
		if r := t.Rune(p); r >= 0xe000 && r <= 0xf8ff || r >= 0xf0000 || r == utf8.RuneError {
			return true
		}
	}
	return false
}
