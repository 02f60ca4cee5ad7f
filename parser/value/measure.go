package value

import (
	"strings"

	"jxmb/model/quantity"
)

// measure finds the unit behind the number: its own ratio, a unit of the
// table, or a measure word that only this text knows.
func (s *measures) measure(q *magnitude, n quantity.Numeral) {
	if n.Ratio != quantity.NoRatio {
		q.unit, _ = s.Denominators(quantity.RatioUnit(n.Ratio, n.End))
		q.hasUnit, q.end = true, q.unit.End
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
	u = s.sense(u)
	q.unit, q.hasUnit, q.end, q.about = u, true, u.End, q.about || u.About
	s.half(q)
	q.unit.End = q.end
	q.number = s.Coins(q.number, &q.unit)
	q.end = q.unit.End
	s.more(q)
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
	if n.Number == "0" || n.Han && s.last().kind == textToken { // 0事故, 一轴两带
		return u, false
	}
	return s.unknownUnit(n.End)
}

var more = []rune("多余")

// more takes the 多 of 3年多 and 5公里多.
func (s *measures) more(q *magnitude) {
	if s.Among(q.end, more) && !s.Han(q.end+1) && !s.compared() {
		q.about = true
		q.end++
	}
}

// noMeasure are runes that end a text behind a number and measure nothing.
var noMeasure = runeSet("大小高低多少长短好优良差强弱增减升降前后内外上下中是否无有底末初至到的了级等号流")

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
	if u.End == p || u.End > p+1 && !s.nameHas(p, u.End) || !s.measureEnds(u.End) {
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
func (s *measures) half(q *magnitude) {
	if s.Class(q.end).Kind != quantity.Half || q.unit.Scale > 0 || strings.Contains(string(q.number), ".") {
		return
	}
	switch timed := s.IsTime(q.end + 1); {
	case !timed && s.Word(q.end) < 2:
		q.number = q.number.Add("0.5")
		q.end++
	case timed && q.unit.Name == "个":
		if u, ok := s.BareUnit(q.end+1, 0); ok {
			q.number = q.number.Add("0.5")
			q.unit, q.end = u.Months(), u.End
		}
	}
}
