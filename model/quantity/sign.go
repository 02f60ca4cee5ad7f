package quantity

import (
	"slices"
	"strings"
	"unicode"
)

// IsSign reports letters and digits, ideographs first: most text is made of
// them, and they need no table.
func IsSign(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || unicode.IsLetter(r) || unicode.IsNumber(r)
}

// Signs is a text by its letters and digits alone, in folded spelling, as names
// are told by whatever their blanks, brackets and punctuation are.
func Signs(text string) string {
	if PlainHan(text) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if r = FoldRune(r); IsSign(r) {
			return r
		}
		return -1
	}, text)
}

// Pair is two neighbouring characters in one integer, which hashes faster than
// an array of two.
type Pair uint64

// PairOf is a in front of b.
func PairOf(a, b rune) Pair { return Pair(a)<<32 | Pair(b) }

// Pairs are the neighbouring characters within each text, each pair once, in
// order.
func Pairs(texts ...string) []Pair {
	var list []Pair
	for _, text := range texts {
		previous := rune(0)
		for _, r := range text {
			if previous != 0 {
				list = append(list, PairOf(previous, r))
			}
			previous = r
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
