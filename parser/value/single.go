package value

import (
	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/value/lex"
)

// oneReading fills v from the only number of a text.
func (s *verdict) oneReading(v *model.Value, i int) {
	e := &s.expressions[i]
	s.giveBack(e, nil)
	s.boundBehind(e)
	has := s.own(e) | s.placed(e)
	if s.refused(e, has, partial) || s.refused(e, has, beside) || s.phrased(e, has) {
		s.doubt(v, []int{i})
		return
	}
	var h struct { // one piece of memory
		reading model.Reading
		base    model.Base
	}
	h.reading, v.Base = s.reading(e), &h.base
	source, from := model.UnitFromValue, e.from
	if has&led != 0 {
		from, source = 0, model.UnitFromStatement
		h.reading.Text, h.reading.Start = s.Source(0, e.end), s.Offset(0)
		v.Readings.Statement, v.Agreement = &h.reading, model.StatementOnly
	} else {
		v.Readings.Figure, v.Agreement = &h.reading, model.FigureOnly
	}
	s.fill(v, e, e.operator, source)
	v.Rest = s.rest(from, s.verbs(e.end))
}

// boundBehind gives a number without an operator the one that ends the noun behind it:
// 5个项目以上.
func (s *verdict) boundBehind(e *expression) {
	if e.operator == model.NoOperator {
		noun := s.WordsAt(e.last)
		op := s.BoundEnding(noun.From, noun.End)
		e.meet(op.Operator, op.Strength)
	}
}

// verbAt reports what is done to a quantity at p.
func (s *assembly) verbAt(p int) bool { return s.Surface(p, quantity.RoleVerb) > 0 }

// suffixed reports an operator behind the number of e.
func (s *doubts) suffixed(e *expression) bool {
	t := s.Tokens[e.last-1]
	return t.Kind == lex.QuantityToken && s.Quantities[t.Row].Suffix > 0
}

// textBefore reports words in front of an expression.
func (s *assembly) textBefore(e *expression) bool {
	return lex.AnyOf(s.Tokens[:e.first], subjectKinds)
}

// subjectKinds are the tokens in front of a number that say what it is of.
var subjectKinds = lex.KindsOf(lex.TextToken, lex.DateToken, lex.PerToken)

// textAfter reports words directly behind an expression.
func (s *assembly) textAfter(e *expression) bool {
	return s.At(e.last).Kind == lex.TextToken
}
