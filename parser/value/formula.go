package value

import (
	"strings"

	"jxmb/model/quantity"
)

// formula reports a number that is only a part of what is written: √2, ≥∑3,
// 5², 2½. The signs around it are no words, and what they make of it is another
// number. So is one that shows its digits from right to left.
func (s *verdict) formula() bool {
	if strings.Contains(s.String(), quantity.Reversed) {
		return true
	}
	for i := range s.expressions {
		e := &s.expressions[i]
		p := e.from - 1
		for s.Is(p, '(') {
			p--
		}
		if quantity.CalculatesBehind(s.Rune(p)) || !e.hasUnit && s.calculatesAt(e.end) {
			return true
		}
	}
	return false
}

// calculatesAt is the same from behind. One ¹ at the end is a note mark, or a
// power that changes nothing.
func (s *verdict) calculatesAt(p int) bool {
	return quantity.CalculatesBefore(s.Rune(p)) && !(s.Is(p, '¹') && p+1 == s.Size())
}
