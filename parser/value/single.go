package value

import (
	"jxmb/model"
	"jxmb/model/quantity"
)

// oneReading fills v from the only number of a text.
func (s *verdict) oneReading(v *model.Value, i int) {
	e := &s.expressions[i]
	s.giveBack(e, nil)
	led, followed := s.textBefore(e), s.textAfter(e)
	switch {
	case e.bad, e.loose, s.stray(e, led, followed), s.cutShort(e), led && s.margin(e), followed && s.amidWords(e, led):
		s.doubt(v, []int{i})
		return
	}
	var h struct { // one piece of memory
		reading model.Reading
		base    model.Base
	}
	h.reading, v.Base = s.reading(e), &h.base
	source, from := model.UnitFromValue, e.from
	if led {
		from, source = 0, model.UnitFromStatement
		h.reading.Text, h.reading.Start = s.Source(0, e.end), s.Offset(0)
		v.Readings.Statement, v.Agreement = &h.reading, model.StatementOnly
	} else {
		v.Readings.Figure, v.Agreement = &h.reading, model.FigureOnly
	}
	s.fill(v, e, e.operator, source)
	v.Rest = s.rest(from, s.verbs(e.end))
}

// stray reports a bare number in the middle of words, which may be a figure
// without its statement or part of a name, the factor of a product, a part of
// a formula (1+N), and a number with a sign behind it that has none of its own.
func (s *verdict) stray(e *expression, led, followed bool) bool {
	switch s.Rune(e.end) {
	case '*', '×', '+', '↑', '↓':
		return true
	case '-', '~': // a range without a second number: 10~若干个
		if s.Rune(e.end+1) != 0 {
			return true
		}
	}
	if s.at(e.last).kind == operatorToken || s.In(e.from-1, "↑↓-+") || s.symbolBefore(e) { // 10个≥, --3
		return true
	}
	if e.han && quantity.Scales.Has(s.Class(e.from-1).Kind) { // 百八十人
		return true
	}
	return led && followed && !e.hasUnit && e.operator == model.NoOperator
}

// symbolBefore reports the symbol of a unit in front of a bare number: ㎡100, %5.
func (s *verdict) symbolBefore(e *expression) bool {
	t := s.at(e.first - 1)
	if e.hasUnit || !symbolKinds.has(t.kind) || s.Han(t.from) {
		return false
	}
	u, ok := s.BareUnit(t.from, 0)
	return ok && u.End == t.end
}

// symbolKinds are the tokens that the symbol of a unit is.
var symbolKinds = kindsOf(textToken, markToken)

// cutShort is the net under all readers: directly behind the number a numeral
// or a unit goes on, so that the reading has only a part of what is written.
func (s *verdict) cutShort(e *expression) bool {
	p := e.end
	switch {
	case s.suffixed(e):
		return s.lacksUnit(e, p) // 90以上%
	case s.Is(p, '.'):
		return !e.hasUnit && s.Multiplier(p+1) || s.lacksUnit(e, p+1) // 0.5.%
	case s.Is(p, '('):
		return !e.hasUnit && s.unitBehindBracket(p)
	}
	return s.goesOn(p) || s.lacksUnit(e, p) || s.partOf(e)
}

// goesOn reports a numeral at p, right behind another.
func (s *verdict) goesOn(p int) bool {
	switch s.Class(p).Kind {
	case quantity.NoNumeral, quantity.Half:
		return s.Digit(p) && !s.Gap(p)
	}
	return !s.Hides(p, false) || s.Multiplier(p)
}

// lacksUnit reports a unit at p that the bare number e did not get.
func (s *verdict) lacksUnit(e *expression, p int) bool {
	unit := s.Surface(p, quantity.RoleUnit)
	return !e.hasUnit && unit > 0 && unit >= s.Word(p) && !s.verbAt(p)
}

// partOf reports a fraction with a slash of something that is counted, where it
// is no percentage: ≥1/2次, and ≥1/2 under 会议次数.
func (s *verdict) partOf(e *expression) bool {
	if e.unit.Dimension != "ratio" || !s.slashed(e) {
		return false
	}
	if s.Surface(e.end, quantity.RoleUnit) > 0 {
		return true
	}
	u, _, ok := s.stated()
	if !ok {
		u, ok = s.implied()
	}
	return ok && u.Dimension != "ratio"
}

// slashed reports a number with a slash in it.
func (s *verdict) slashed(e *expression) bool {
	return s.Some(e.from, e.end, func(r rune) bool { return r == '/' })
}

// verbAt reports what is done to a quantity at p.
func (s *sentence) verbAt(p int) bool { return s.Surface(p, quantity.RoleVerb) > 0 }

// suffixed reports an operator behind the number of e.
func (s *verdict) suffixed(e *expression) bool {
	t := s.tokens[e.last-1]
	return t.kind == quantityToken && s.quantities[t.row].suffix > 0
}

// textBefore reports words in front of an expression.
func (s *sentence) textBefore(e *expression) bool {
	return anyOf(s.tokens[:e.first], subjectKinds)
}

// subjectKinds are the tokens in front of a number that say what it is of.
var subjectKinds = kindsOf(textToken, dateToken, perToken)

// textAfter reports words directly behind an expression.
func (s *sentence) textAfter(e *expression) bool {
	return s.at(e.last).kind == textToken
}
