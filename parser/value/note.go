package value

import (
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
func (s *lexer) inclusion(q *magnitude) {
	n := len(s.tokens)
	behindOperator := n > 0 && s.tokens[n-1].kind == operatorToken
	if q.suffix == 0 && !behindOperator {
		return
	}
	p := s.SkipRune(q.end, '(')
	bracket := p > q.end
	if !bracket {
		p = s.SkipRune(p, ',')
	}
	said, p := s.inclusive(p)
	if said == unsaid {
		return
	}
	p = s.itself(p, q)
	if bracket && !s.Is(p, ')') || !bracket && p < s.Size() {
		return
	}
	q.bound, q.end = said, s.SkipRune(p, ')')
}

// unitBehindNote reads the unit behind a bracketed note that stands between it
// and its number: 10（含）天以内.
func (s *lexer) unitBehindNote(q *magnitude, n quantity.Numeral) (quantity.Unit, bool) {
	said, p := s.inclusive(n.End + 1)
	if said == unsaid {
		return quantity.Unit{}, false
	}
	p = s.itself(p, q)
	if !s.Is(p, ')') {
		return quantity.Unit{}, false
	}
	u, ok := s.Unit(p+1, n.Scale)
	if ok && u.End > p+1 {
		q.bound = said
		return u, true
	}
	return u, false
}

// unitBehindBracket reports a short bracket at p with a unit directly behind it,
// which the number in front of the bracket may count in: 3（含税）万元.
func (s *sentence) unitBehindBracket(p int) bool {
	const longest = 8
	for q := p + 1; q <= p+longest && q < s.Size(); q++ {
		if s.Is(q, ')') {
			u, ok := s.BareUnit(q+1, 0)
			return ok && u.End > q+1
		}
	}
	return false
}

// inclusions say whether a number itself counts.
var inclusions = []struct {
	words quantity.Words
	said  bound
}{
	{quantity.WordList("不含", "不包含", "不包括"), excluded},
	{quantity.WordList("含", "包含", "包括"), included},
}

// inclusive reads 含, 包含, 不含, 不包括 at p.
func (s *lexer) inclusive(p int) (bound, int) {
	switch s.Rune(p) {
	case '不', '含', '包':
	default:
		return unsaid, p // as behind most numbers
	}
	for _, note := range inclusions {
		if end := s.Past(p, note.words); end > p {
			return note.said, end
		}
	}
	return unsaid, p
}

// itself skips the number of q, or 本数, at p.
func (s *lexer) itself(p int, q *magnitude) int {
	if s.Is(p, '本') {
		return s.SkipRune(p+1, '数')
	}
	n := s.Numeral(p, quantity.BehindWords)
	if !n.Ok || n.End <= p || n.Number != q.number {
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

// limits moves a bound by what its note says.
func (b bound) limits(op model.Operator) model.Operator {
	if b == unsaid {
		return op
	}
	if to, ok := byNote[b][op]; ok {
		return to
	}
	return op
}
