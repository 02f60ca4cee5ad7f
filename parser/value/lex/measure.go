package lex

import (
	"strings"

	"jxmb/model/quantity"
)

// measure finds the unit behind the number: its own ratio, a unit of the
// table, or a measure word that only this text knows.
func (s *measures) measure(q *Magnitude, n quantity.Numeral) {
	if n.Ratio != quantity.NoRatio {
		q.Unit, _ = s.Denominators(quantity.RatioUnit(n.Ratio, n.End))
		q.HasUnit, q.End = true, q.Unit.End
		return
	}
	u, ok := quantity.Unit{}, false
	if s.Is(n.End, '(') {
		u, ok = s.unitBehindNote(q, n)
	}
	if !ok {
		u, ok = s.unitBehind(n)
	}
	if !ok {
		return
	}
	u = s.Sense(u)
	q.Unit, q.HasUnit, q.End, q.About = u, true, u.End, q.About || u.About
	s.half(q)
	q.Unit.End = q.End
	q.Number = s.Coins(q.Number, &q.Unit)
	q.End = q.Unit.End
	s.more(q)
	s.again(q)
}

// again takes a unit that was typed twice, at the end or in front of an operator:
// 95%%以上, 500元元.
func (s *measures) again(q *Magnitude) {
	if !s.Is(q.End, s.Rune(q.End-1)) && !s.Is(q.End, s.Rune(q.End-2)) {
		return
	}
	n := s.Surface(q.End, quantity.RoleUnit)
	if n == 0 || s.Folded(q.End-n, q.End) != s.Folded(q.End, q.End+n) {
		return
	}
	if end := q.End + n; end == s.Size() || s.Followed(end) || s.Is(q.End, '%') {
		q.End = end
	}
}

// unitBehind reads the unit behind a numeral.
func (s *measures) unitBehind(n quantity.Numeral) (quantity.Unit, bool) {
	if n.Scale == 0 && s.Has(n.End, ")%") { // (90)%
		return quantity.RatioUnit(quantity.Percent, n.End+2), true
	}
	u, ok := s.Unit(n.End, n.Scale)
	if ok || n.Scale > 0 {
		return u, ok
	}
	if u, ok = s.Population(n.End); ok {
		return u, true
	}
	if n.Number == "0" || n.Han && s.last().Kind == TextToken { // 0事故, 一轴两带
		return u, false
	}
	return s.unknownUnit(n.End)
}

var more = []rune("多余")

// more takes the 多 of 3年多 and 5公里多.
func (s *measures) more(q *Magnitude) {
	if s.Among(q.End, more) && !s.Han(q.End+1) && !s.compared() {
		q.About = true
		q.End++
	}
}

// noMeasure are runes that end a text behind a number and measure nothing.
var noMeasure = runeSet("大小高低多少长短好优良差强弱增减升降前后内外上下中是否无有底末初至到的了级等号流甲乙丙丁整足满够率均限共计总值完毕止及者约其")

func runeSet(runes string) map[rune]bool {
	set := map[rune]bool{}
	for _, r := range runes {
		set[r] = true
	}
	return set
}

// unknownUnit takes one Han rune that ends the text as a measure word, and a
// longer run where the name of the indicator has it too.
func (s *measures) unknownUnit(p int) (quantity.Unit, bool) {
	if !s.Han(p) || s.Gap(p) || s.Class(p).Kind != quantity.NoNumeral || noMeasure[s.Rune(p)] {
		return quantity.Unit{}, false
	}
	u := s.UnknownAtom(p, 3)
	if u.End == p || u.End > p+1 && !s.NameHas(p, u.End) || !s.measureEnds(u.End) {
		return quantity.Unit{}, false
	}
	return s.Denominators(u)
}

// measureEnds reports what may stand behind a measure word that no table knows.
func (s *measures) measureEnds(p int) bool {
	next := s.Joint(p)
	joined := next > 0 && s.startsNumber(next)
	return joined || p == s.Size() || s.In(p, ");\n/") || s.Followed(p)
}

// half adds the 半 of 三年半 and 一个半月.
func (s *measures) half(q *Magnitude) {
	if s.Class(q.End).Kind != quantity.Half || q.Unit.Scale > 0 || strings.Contains(string(q.Number), ".") {
		return
	}
	switch timed := s.IsTime(q.End + 1); {
	case !timed && s.Word(q.End) < 2:
		q.Number = q.Number.Add("0.5")
		q.End++
	case timed && q.Unit.Name == "个":
		if u, ok := s.BareUnit(q.End+1, 0); ok {
			q.Number = q.Number.Add("0.5")
			q.Unit, q.End = u.Months(), u.End
		}
	}
}
