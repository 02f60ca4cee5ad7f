package lex

import (
	"slices"
	"strings"

	"jxmb/model/quantity"
)

// Sense is the unit that 分 stands for under the name of the indicator: minutes
// where that asks for a length of time, a part of a 元 where it names a price, else
// points. 块 is money beside coins and under the name of a sum.
func (s *Sentence) Sense(u quantity.Unit) quantity.Unit {
	if u.Name == "块" && (s.Numeric(u.End) || slices.ContainsFunc(sumWords, s.nameEnds)) {
		return quantity.YuanUnit(u.End)
	}
	if u.Name != "分" || u.Scale > 0 {
		return u
	}
	if s.Is(u.End, '钱') {
		u, _ = s.Denominators(quantity.Fen(u.End + 1))
		return u
	}
	if Mentions(s.Hint.Name, pointsWords) {
		return u
	}
	spelled, _, _ := quantity.SpelledUnit(s.Hint.Name)
	switch {
	case spelled.IsTime() || Mentions(s.Hint.Name, durationWords):
		return quantity.Minutes(u.End)
	case spelled.Base == "元" || slices.ContainsFunc(priceWords, s.nameEnds):
		return quantity.Fen(u.End)
	}
	return u
}

func (s *Sentence) nameEnds(word string) bool { return strings.HasSuffix(s.Hint.Name, word) }

// durationWords name a length of time, priceWords end the name of a price and sumWords
// that of a sum, and pointsWords name what is counted in points.
var (
	durationWords = Listed("duration")
	priceWords    = Listed("price")
	pointsWords   = Listed("points")
	sumWords      = Listed("sum")
)
