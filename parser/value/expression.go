package value

import (
	"jxmb/model"
	"jxmb/model/quantity"
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
	for i := 0; i < len(s.tokens); {
		if !s.tokens[i].leads() {
			i++
			continue
		}
		e, ok := s.expression(i)
		if !ok {
			i++
			continue
		}
		i = e.last
		if s.isWords(&e) {
			continue
		}
		if n := len(s.expressions); n > 0 && s.bounds(&s.expressions[n-1], &e) {
			continue
		}
		s.expressions = append(s.expressions, e)
	}
}

// leads reports a token that an expression can begin with.
func (t *token) leads() bool {
	switch t.kind {
	case operatorToken, quantityToken, dateToken, perToken, plusMinus, openToken, quoteToken:
		return true
	}
	return false
}

// expression reads one expression that begins with token i.
func (s *assembly) expression(i int) (expression, bool) {
	e := expression{first: i, from: s.tokens[i].from, strength: quantity.Plain}
	per, j := s.per(i)
	j, ok := s.operators(&e, j)
	if !ok || j >= len(s.tokens) {
		return e, false
	}
	if per == "" {
		per, j = s.per(j) // ≥每年2次
	}
	switch t := s.tokens[j]; t.kind {
	case dateToken:
		e.kind, e.span, e.depth, e.end, e.last = aDate, t.row, t.depth, t.end, j+1
		return e, per == ""
	case plusMinus:
		if j+1 >= len(s.tokens) || s.tokens[j+1].kind != quantityToken {
			return e, false
		}
		s.take(&e, j+1)
		e.kind, e.number, e.upper = aRange, e.number.Neg(), e.number
		e.bad = e.bad || e.upper.Sign() < 0 || e.compares(quantity.Sign)
	case quantityToken:
		s.take(&e, j)
		e.bad = e.bad || j == i && s.Denied(t.from) // 并非3次
		s.second(&e)
	default:
		return e, false
	}
	if per != "" && e.hasUnit && e.unit.Dimension != "ratio" {
		e.unit.CountedBy(per)
	}
	return e, true
}

// per reads 每人每年 and up to a short run of words before the quantity.
func (s *assembly) per(i int) (name string, next int) {
	if s.tokens[i].kind != perToken {
		return "", i
	}
	const between = 8 // glyphs: 每人每次补助标准不超过…
	j := i + 1
	if j < len(s.tokens) && s.tokens[j].kind == textToken && s.tokens[j].end-s.tokens[j].from <= between {
		j++
	}
	if j >= len(s.tokens) || s.tokens[j].kind != operatorToken && s.tokens[j].kind != quantityToken {
		return "", i
	}
	t := s.tokens[i]
	for p := t.from; p < t.end; {
		one, end := s.Denominator(p + 1)
		if name != "" {
			name += "·"
		}
		name, p = name+one, end
	}
	if between := s.tokens[j-1]; name == "个" && between.kind == textToken {
		if between.from+s.Surface(between.from, quantity.RoleUnit) == between.end {
			name = s.UnitRow(s.Row(between.from, quantity.RoleUnit)).Canonical // 每个村不少于1人
		}
	}
	return name, j
}

// operators reads the operators from token i on, through the brackets and
// quotation marks around them, and gives the token behind.
func (s *assembly) operators(e *expression, i int) (next int, ok bool) {
	seen := false
	for j := i; j < i+lookahead; j++ {
		switch t := s.at(j); t.kind {
		case noToken:
			return i, false
		case operatorToken:
			s.operator(e, t, seen)
			seen = true
		case openToken, quoteToken, closeToken, colonToken:
			if !seen && !s.opens(j) {
				return i, false
			}
		case textToken:
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
func (s *assembly) operator(e *expression, t token, more bool) {
	op := s.Operator(t.row)
	e.bad = e.bad || s.Denied(t.from) || s.alternative(t.from)
	if more {
		e.meet(op.Operator, op.Strength)
		return
	}
	e.operator, e.strength = op.Operator, op.Strength
}

// alternative reports 或 or 或者 in front of p: what 或等于 says, the words in front
// of it decide, which are no operator.
func (s *sentence) alternative(p int) bool {
	return s.Is(p-1, '或') || s.Is(p-1, '者') && s.Is(p-2, '或')
}

// opens reports an opening mark in front of an operator.
func (s *assembly) opens(i int) bool {
	kind := s.at(i).kind
	return (kind == openToken || kind == quoteToken) && s.at(i+1).kind == operatorToken
}

// bridged reports words at token i that an operator in front of them reaches
// over, to the number behind.
func (s *assembly) bridged(i int) bool {
	t, before := s.at(i), s.at(i-1)
	if t.end-t.from > distance || s.at(i+1).kind != quantityToken {
		return false
	}
	return before.kind == operatorToken && s.bindsAfar(before.row)
}

// meet joins a second operator to the first. 超过95%以上 keeps the stricter
// bound; contradictions (≥≤) make the expression bad.
func (e *expression) meet(op model.Operator, by quantity.Strength) {
	switch {
	case op == e.operator:
		e.strength = max(e.strength, by)
	case e.operator == model.NoOperator || e.strength == quantity.Plain || e.strength == quantity.Soft && by > quantity.Soft:
		e.operator, e.strength = op, by
	case by == quantity.Plain || by == quantity.Soft:
	case e.operator == model.Greater && op == model.GreaterEqual, e.operator == model.Less && op == model.LessEqual:
	case e.operator == model.About:
		e.operator = op
	case op == model.About:
	default:
		e.bad = true
	}
}

// take fills e with the quantity of token i.
func (s *assembly) take(e *expression, i int) {
	t := s.tokens[i]
	q := &s.quantities[t.row]
	e.kind, e.number, e.unit, e.hasUnit, e.han, e.loose = aNumber, q.number, q.unit, q.hasUnit, q.han, q.loose
	e.depth, e.end, e.plain, e.last = t.depth, q.end, q.plain, i+1
	s.suffix(e, q)
	e.operator = q.bound.limits(e.operator)
	if q.about && e.operator == model.NoOperator {
		e.operator, e.strength = model.Greater, quantity.Word
	}
}

func (s *assembly) suffix(e *expression, q *magnitude) {
	if q.suffix == 0 {
		return
	}
	if op := s.Operator(q.suffix); op.Operator != "between" {
		e.meet(op.Operator, quantity.Word)
	}
}

// isWords reports numerals that only sound like a quantity in running text:
// 形成一个机制, 三 without a unit.
func (s *assembly) isWords(e *expression) bool {
	if e.kind == aDate || e.operator != model.NoOperator {
		return false
	}
	before, after := s.at(e.first-1), s.at(e.last)
	switch {
	case e.unit.Name == "日/月": // 每月25日
		return true
	case s.isYear(e):
		return s.yearOnly(e, before, after)
	case s.article(e):
		return after.kind == textToken // 一批设备, 二期工程
	case e.hasUnit:
		return false
	case e.han:
		return partOfWords(before) || partOfWords(after)
	}
	return before.kind == textToken && s.refers(before)
}

// partOfWords reports words, or a comma (一、二级医院), beside a bare numeral.
func partOfWords(t token) bool { return t.kind == textToken || t.kind == commaToken }

// article reports 一 and 二 that count one thing of a word: 一批设备.
func (s *assembly) article(e *expression) bool {
	if !e.hasUnit || e.unit.Dimension != "count" || e.unit.Compound {
		return false
	}
	return e.han && e.number == "1" || e.number == "2" && s.Is(e.from, '二')
}

// isYear reports a number without a unit that is a year.
func (s *assembly) isYear(e *expression) bool {
	year, end := s.Year(e.from)
	return year > 0 && end == e.end
}

// yearOnly reports a year that only dates the words around it: in the brackets
// of a document number (财预〔2021〕101号), in front of words, as a reference. The
// name of the indicator behind it makes it a figure.
func (s *assembly) yearOnly(e *expression, before, after token) bool {
	switch {
	case before.kind == openToken && after.kind == closeToken:
		return true
	case e.hasUnit:
		return false
	case e.first == 0 && after.kind == textToken:
		return !s.nameFollows(e.end)
	case e.han:
		return partOfWords(before) || partOfWords(after)
	}
	return before.kind == textToken && s.refers(before)
}

// refers reports words that a bare number only names: 附件3.
func (s *sentence) refers(t token) bool {
	for _, name := range [...]string{"热线", "电话", "专线", "号码", "邮编", "代码", "附件", "附表", "附图", "详见", "编号", "文号", "文件"} {
		if n := len([]rune(name)); t.end-t.from >= n && s.Folded(t.end-n, t.end) == name {
			return true
		}
	}
	return false
}
