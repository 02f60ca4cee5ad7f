package compare

import (
	"strings"

	"jxmb/model/quantity"
)

// undated is a text without the years in it: 2021年, 2022年度, 2023.
func undated(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		if n := yearAt(text, i); n > 0 {
			i += n
			continue
		}
		b.WriteByte(text[i])
		i++
	}
	return b.String()
}

// yearAt is the length of the year at i, with what follows it, 0 for none.
func yearAt(text string, i int) int {
	start := i
	for i < len(text) && quantity.IsDigit(rune(text[i])) {
		i++
	}
	before := start > 0 && quantity.IsDigit(rune(text[start-1]))
	if century := text[start:min(i, start+2)]; before || i-start != 4 || century != "19" && century != "20" {
		return 0
	}
	for _, word := range [...]string{"年", "度"} {
		if strings.HasPrefix(text[i:], word) {
			i += len(word)
		}
	}
	return i - start
}

// SameText tells texts that differ in nothing but blanks, line breaks and the
// width of characters; between years, the years that they name too.
func (m *Matched) SameText(a, b string) bool {
	if a == b {
		return true
	}
	a, b = quantity.Folded(a), quantity.Folded(b)
	return a == b || m.Years && undated(a) == undated(b)
}

// pairsOf are the neighbouring characters of texts, as [quantity.Signs] gives them.
func pairsOf(texts ...string) []quantity.Pair {
	for i, text := range texts {
		texts[i] = quantity.Signs(text)
	}
	return quantity.Pairs(texts...)
}

// likeness is twice what two sets share over what they hold: 1 for equal ones,
// 0 where either is empty (Dice 1945).
func likeness(a, b []quantity.Pair) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	shared := 0
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] < b[k]:
			i++
		case a[i] > b[k]:
			k++
		default:
			shared, i, k = shared+1, i+1, k+1
		}
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
}
