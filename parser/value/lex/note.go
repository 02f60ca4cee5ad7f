package lex

import (
	"cmp"

	"jxmb/model"
	"jxmb/model/quantity"
)

// bound says what a note states about the number itself: 含, 不含.
type bound int8

const (
	unsaid   bound = iota
	included       // （含）, （含5人）, （含本数）
	excluded       // （不含）, （不含5人）
)

// inclusion takes a note behind a bounded quantity that says whether the number
// itself counts.
func (s *measures) inclusion(q *Magnitude) {
	if q.Suffix == 0 && s.last().Kind != OperatorToken {
		return
	}
	said, p := s.bracketed(q.End, q)
	if said == unsaid {
		said, p = s.inclusive(s.SkipRune(q.End, ','), q)
	}
	if said != unsaid && (p == s.Size() || s.Is(p-1, ')')) {
		q.Bound, q.End = said, p
	}
}

// bracketed reads such a note in brackets at p, and gives the glyph behind it, p
// itself where there is none.
func (s *measures) bracketed(p int, q *Magnitude) (said bound, end int) {
	if s.Is(p, '(') {
		if said, end = s.inclusive(p+1, q); s.Is(end, ')') {
			return said, end + 1
		}
	}
	return unsaid, p
}

// unitBehindNote reads the unit behind a bracketed note that stands between it
// and its number: 10（含）天以内.
func (s *measures) unitBehindNote(q *Magnitude, n quantity.Numeral) (quantity.Unit, bool) {
	said, p := s.bracketed(n.End, q)
	if said == unsaid {
		return quantity.Unit{}, false
	}
	u, ok := s.Unit(p, n.Scale)
	if ok = ok && u.End > p; ok {
		q.Bound = said
	}
	return u, ok
}

// closing gives the glyph behind a short bracket at p, the end of the text where
// there is none.
func (s *Sentence) closing(p int) int {
	const longest = 8
	for q := p + 1; q <= p+longest; q++ {
		if s.Is(q, ')') {
			return q + 1
		}
	}
	return s.Size()
}

// UnitBehindBracket reports a short bracket at p with a unit directly behind it,
// which the number in front of the bracket may count in: 3（含税）万元.
func (s *Sentence) UnitBehindBracket(p int) bool {
	end := s.closing(p)
	u, ok := s.BareUnit(end, 0)
	return ok && u.End > end
}

// inclusions say whether a number itself counts.
var inclusions = []struct {
	words quantity.Words
	said  bound
}{
	{quantity.WordList("不含", "不包含", "不包括"), excluded},
	{quantity.WordList("含", "包含", "包括"), included},
}

// inclusive reads 含, 包含, 不含, 不包括 at p, and the number of q behind it.
func (s *measures) inclusive(p int, q *Magnitude) (said bound, end int) {
	switch s.Rune(p) {
	case '不', '含', '包':
	default:
		return unsaid, p // as behind most numbers
	}
	for _, note := range inclusions {
		if end := s.Past(p, note.words); end > p {
			return note.said, s.itself(end, q)
		}
	}
	return unsaid, p
}

// itself skips the number of q, or 本数, at p.
func (s *measures) itself(p int, q *Magnitude) int {
	if s.Is(p, '本') {
		return s.SkipRune(p+1, '数')
	}
	n := s.Numeral(p, quantity.BehindWords)
	if !n.Ok || n.End <= p || n.Number != q.Number {
		return p
	}
	if u, ok := s.Unit(n.End, n.Scale); ok {
		return u.End
	}
	return n.End
}

// byNote are the operators that a note makes another of.
var byNote = map[bound]map[model.Operator]model.Operator{
	included: {model.Greater: model.GreaterEqual, model.Less: model.LessEqual},
	excluded: {model.GreaterEqual: model.Greater, model.LessEqual: model.Less},
}

// Limits moves a bound by what its note says.
func (b bound) Limits(op model.Operator) model.Operator {
	if b == unsaid {
		return op
	}
	return cmp.Or(byNote[b][op], op)
}

// Including is the operator that op becomes where the number itself counts.
func Including(op model.Operator) model.Operator { return included.Limits(op) }
