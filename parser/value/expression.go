package value

import (
	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/value/lex"
)

// expression is one thing a text states: a number, a range or a date, with
// the operator that stands before or behind it.
type expression struct {
	kind        expressionKind
	operator    model.Operator
	strength    quantity.Strength
	number      model.Decimal
	upper       model.Decimal // ranges
	unit        quantity.Unit
	hasUnit     bool
	han         bool
	loose       bool // runs into a name; counts only beside a statement
	bad         bool // operators or bounds that contradict each other
	span        int  // index of the date
	first, last int  // tokens, last exclusive
	from, end   int  // glyphs
	plain       int  // glyph behind the bare number
	depth       int
}

type expressionKind uint8

const (
	aNumber expressionKind = iota
	aRange
	aDate
)

// lookahead bounds what may stand between an operator and its number.
const lookahead = 6

// run forms the expressions of the text out of its tokens.
func (s *assembly) run() {
	for i := 0; i < len(s.Tokens); {
		if !leadKinds.Has(s.Tokens[i].Kind) {
			i++
			continue
		}
		n := len(s.expressions)
		s.expressions = append(s.expressions, expression{first: i, from: s.Tokens[i].From, strength: quantity.Plain})
		e := &s.expressions[n]
		read := s.expression(e)
		if i++; read {
			i = e.last
		}
		if !read || s.isWords(e) || n > 0 && s.bounds(&s.expressions[n-1], e) {
			s.expressions = s.expressions[:n]
		}
	}
}

// leadKinds are the tokens that an expression can begin with.
var leadKinds = lex.KindsOf(lex.OperatorToken, lex.QuantityToken, lex.DateToken, lex.PerToken, lex.PlusMinus, lex.OpenToken, lex.QuoteToken)

// expression reads one expression that begins with the first token of e.
func (s *assembly) expression(e *expression) bool {
	per, i := s.per(e.first)
	j, ok := s.operators(e, i)
	if !ok {
		return false
	}
	if per == "" {
		per, j = s.per(j) // ≥每年2次
	}
	switch t := &s.Tokens[j]; t.Kind {
	case lex.DateToken:
		e.kind, e.span, e.depth, e.end, e.last = aDate, t.Row, t.Depth, t.End, j+1
		return per == ""
	case lex.PlusMinus:
		if s.At(j+1).Kind != lex.QuantityToken {
			return false
		}
		s.tolerance(e, j+1)
	case lex.QuantityToken:
		s.take(e, j)
		e.bad = e.bad || j == i && s.Denied(t.From) // 并非3次
		s.second(e)
	default:
		return false
	}
	if per != "" {
		e.countBy(per)
	}
	return true
}

// countBy divides the unit of e by what 每 counts in front of it: a bare number is
// counted by that alone, in the unit that its name implies: 每人500.
func (e *expression) countBy(per string) {
	if e.unit.Dimension == "ratio" {
		return
	}
	if e.bad = e.bad || !e.hasUnit && e.han; e.bad { // 每周五
		return
	}
	if per == "个" { // 每个乡镇1个: what is counted by what, the words say
		e.bad = e.unit.Name == per
	}
	e.hasUnit = true
	e.unit.CountedBy(per)
}

// tolerance makes e the range around nothing that ± in front of token i bounds.
func (s *assembly) tolerance(e *expression, i int) {
	s.take(e, i)
	e.kind, e.number, e.upper = aRange, e.number.Neg(), e.number
	e.bad = e.bad || e.upper.Sign() < 0 || e.compares(quantity.Sign)
}

// per reads 每人每年 and up to a short run of words before the quantity.
func (s *assembly) per(i int) (name string, next int) {
	if s.Tokens[i].Kind != lex.PerToken {
		return "", i
	}
	const between = 8 // glyphs: 每人每次补助标准不超过…
	j := i + 1
	if words := s.At(j); words.Kind == lex.TextToken && words.End-words.From <= between {
		j++
	}
	if !countedKinds.Has(s.At(j).Kind) || s.Is(s.WordsAt(j-1).End-1, '后') { // 每季度结束后10日内
		return "", i
	}
	name = s.perNames(s.Tokens[i])
	if t := s.Tokens[j-1]; name == "个" && t.Kind == lex.TextToken && t.From+s.Surface(t.From, quantity.RoleUnit) == t.End {
		name = s.UnitRow(s.Row(t.From, quantity.RoleUnit)).Canonical // 每个村不少于1人
	}
	return name, j
}

// countedKinds are the tokens that 每 counts something by in front of.
var countedKinds = lex.KindsOf(lex.OperatorToken, lex.QuantityToken)

// perNames joins what a token 每人每年 counts by: 人·年.
func (s *assembly) perNames(t lex.Token) string {
	name, p := s.Denominator(s.SkipRune(t.From, '每'))
	for p < t.End {
		one, end := s.Denominator(p + 1)
		name, p = name+"·"+one, end
	}
	return name
}

// operators reads the operators from token i on, through the brackets and
// quotation marks around them, and gives the token behind.
func (s *assembly) operators(e *expression, i int) (next int, ok bool) {
	seen := false
	for j := i; j < i+lookahead; j++ {
		switch t := s.At(j); t.Kind {
		case lex.NoToken:
			return i, false
		case lex.OperatorToken:
			s.operator(e, t, seen)
			seen = true
		case lex.OpenToken, lex.QuoteToken, lex.CloseToken, lex.ColonToken:
			if !seen && !s.opens(j) {
				return i, false
			}
		case lex.TextToken:
			if !seen || !s.bridged(j) {
				return j, true
			}
		default:
			return j, true
		}
	}
	return i, false
}

// operator takes the operator of token t, the first or one more.
func (s *assembly) operator(e *expression, t lex.Token, more bool) {
	op := s.Operator(t.Row)
	e.bad = e.bad || s.Denied(t.From) || s.alternative(t.From) || s.prevented(op, e.first)
	if more {
		e.meet(op.Operator, op.Strength)
		return
	}
	e.operator, e.strength = op.Operator, op.Strength
}

// preventions deny a bound behind the words that they are about: 避免费用超过5%.
var preventions = lex.Listed("prevention")

// prevented reports such words in front of the operator at token i.
func (s *assembly) prevented(op *quantity.OperatorRow, i int) bool {
	t := s.At(i - 1)
	return negatable(op) && t.Kind == lex.TextToken && lex.Mentions(s.Folded(t.From, t.End), preventions)
}

// negatable reports an operator that excludes its number, as those in prohibitions do.
func negatable(op *quantity.OperatorRow) bool {
	excludes := op.Operator == model.Greater || op.Operator == model.Less
	return excludes && op.Strength == quantity.Word && !op.Negated
}

// alternative reports 或 or 或者 in front of p: what 或等于 says, the words in front
// of it decide, which are no operator.
func (s *assembly) alternative(p int) bool {
	return s.Is(p-1, '或') || s.Past(p-2, alternatives) == p
}

var alternatives = quantity.WordList("或者")

// openKinds are the marks that may enclose an operator.
var openKinds = lex.KindsOf(lex.OpenToken, lex.QuoteToken)

// opens reports an opening mark in front of an operator.
func (s *assembly) opens(i int) bool {
	return openKinds.Has(s.At(i).Kind) && s.At(i+1).Kind == lex.OperatorToken
}

// bridged reports words at token i that an operator in front of them reaches
// over, to the number behind.
func (s *assembly) bridged(i int) bool {
	t, before := s.At(i), s.At(i-1)
	if t.End-t.From > lex.Distance || s.At(i+1).Kind != lex.QuantityToken {
		return false
	}
	return before.Kind == lex.OperatorToken && s.BindsAfar(before.Row)
}

// meet joins a second operator to the first. 超过95%以上 keeps the stricter
// bound; contradictions (≥≤) make the expression bad.
func (e *expression) meet(op model.Operator, by quantity.Strength) {
	switch {
	case op == e.operator:
		e.strength = max(e.strength, by)
	case e.operator == model.NoOperator || e.yields(by):
		e.operator, e.strength = op, by
	case by <= quantity.Soft:
	case e.operator == model.About:
		e.operator = op
	case op != model.About:
		e.bad = e.bad || lex.Including(e.operator) != op
	}
}

// yields reports an operator that gives way to one that insists as by does.
func (e *expression) yields(by quantity.Strength) bool {
	return e.strength == quantity.Plain || e.strength == quantity.Soft && by > quantity.Soft
}

// take fills e with the quantity of token i.
func (s *assembly) take(e *expression, i int) {
	t := s.Tokens[i]
	q := &s.Quantities[t.Row]
	e.kind, e.number, e.unit, e.hasUnit, e.han, e.loose = aNumber, q.Number, q.Unit, q.HasUnit, q.Han, q.Loose
	e.depth, e.end, e.plain, e.last = t.Depth, q.End, q.Plain, i+1
	s.suffix(e, q)
	e.operator = q.Bound.Limits(e.operator)
	if q.About && direction(e.operator) == 0 { // 5万多元, 为5万多元
		e.operator, e.strength = model.Greater, quantity.Word
	}
}

func (s *assembly) suffix(e *expression, q *lex.Magnitude) {
	if q.Suffix == 0 {
		return
	}
	if op := s.Operator(q.Suffix); op.Operator != "between" {
		e.meet(op.Operator, quantity.Word)
	}
}
