package value

import (
	"jxmb/model"
	"jxmb/model/quantity"
)

// second looks behind a quantity for another that belongs to it: a range
// (80%-90%), a tolerance (5±1), bounds around a letter (90≤x≤95), or the
// count that a time is measured in (一年两次).
func (s *assembly) second(e *expression) {
	i := e.last
	if i+1 >= len(s.tokens) && (i >= len(s.tokens) || s.tokens[i].kind != quantityToken) {
		return
	}
	switch t := s.tokens[i]; t.kind {
	case jointToken, plusMinus:
		if s.tokens[i+1].kind == quantityToken {
			s.upTo(e, i)
		}
	case quantityToken:
		s.each(e, i)
	case operatorToken:
		s.around(e, i)
	}
}

// upTo makes e a range whose other number follows the joint at token i.
func (s *assembly) upTo(e *expression, i int) {
	var b expression
	s.take(&b, i+1)
	q := &s.quantities[s.tokens[i+1].row]
	if r := s.Rune(s.tokens[i].from); (r == '和' || r == '与') && (q.suffix == 0 || s.Operator(q.suffix).Operator != "between") {
		return
	}
	if e.han && !e.hasUnit && s.Is(q.plain-1, '成') && b.unit.Dimension == "ratio" {
		e.number = e.number.Shift(1) // 七至八成
	}
	e.last, e.end, e.plain = b.last, b.end, b.plain
	if !e.share(&b) {
		e.kind, e.bad, e.upper = aRange, true, b.number
		return
	}
	if b.operator != model.NoOperator {
		e.meet(b.operator, b.strength)
	}
	e.kind, e.upper = aRange, b.number
	if s.tokens[i].kind == plusMinus {
		e.number, e.upper = e.number.Sub(b.number), e.number.Add(b.number)
	}
	e.bad = e.bad || e.number.Cmp(e.upper) > 0 || e.compares(quantity.Word)
}

// compares reports an operator that a range cannot carry: ≥80-90%. 约 and
// 达到 before a range, and 以内 behind it, add nothing to its bounds; nor does
// ≤ before ±5%.
func (e *expression) compares(limit quantity.Strength) bool {
	within := e.operator == model.LessEqual && e.strength <= limit
	fits := e.strength == quantity.Plain || e.operator == model.Equal || e.operator == model.About || e.strength == quantity.Soft || within
	e.operator, e.strength = model.NoOperator, quantity.Plain
	return !fits
}

// share gives both bounds of a range the same unit: the one that lacks a
// unit, or has only a scale, takes the other's.
func (e *expression) share(b *expression) bool {
	switch {
	case !b.hasUnit:
		b.unit, b.hasUnit = e.unit, e.hasUnit
	case !e.hasUnit:
		e.unit, e.hasUnit = b.unit, true
	case e.unit.Name == b.unit.Name:
	case e.unit.Base == b.unit.Base:
		e.number, b.number = e.unit.ToBase(e.number), b.unit.ToBase(b.number)
		e.unit.Name, e.unit.Exp, e.unit.Scale = e.unit.Base, 0, 0
	case e.unit.Base == "" && e.unit.Scale == b.unit.Scale && e.unit.Scale > 0:
		e.unit = b.unit
	default:
		return false
	}
	return true
}

// each reads 一年两次, 半年一次 and 两周一次 as 2次/年, 1次/半年 and 1次/2周.
func (s *assembly) each(e *expression, i int) {
	var b expression
	s.take(&b, i)
	by := e.unit.Name
	if by == "个月" && e.number == "1" {
		by = "月"
	}
	switch {
	case !e.hasUnit || !e.unit.IsTime() || e.operator != model.NoOperator || !b.hasUnit || b.unit.IsTime() || b.unit.Compound:
		return
	case b.unit.Dimension == "ratio" || b.unit.Name == "分": // 1小时30分
		return
	case e.number == "0.5" && by == "年":
		by = "半年"
	case e.number != "1" && b.unit.Name != "次":
		return // 5天30人
	case e.number != "1":
		by = string(e.number) + by
	}
	b.first, b.from = e.first, e.from
	*e = b
	e.unit.Divide(by)
}

// around reads 90≤x≤95 as a range.
func (s *assembly) around(e *expression, i int) {
	if i+3 >= len(s.tokens) || s.tokens[i+1].kind != textToken || s.tokens[i+2].kind != operatorToken || s.tokens[i+3].kind != quantityToken {
		return
	}
	left, right := s.Operator(s.tokens[i].row), s.Operator(s.tokens[i+2].row)
	if left.Strength != quantity.Sign || left.Operator != right.Operator || e.operator != model.NoOperator || s.tokens[i+1].end-s.tokens[i+1].from > 8 {
		return
	}
	var b expression
	s.take(&b, i+3)
	e.kind, e.upper, e.last, e.end = aRange, b.number, b.last, b.end
	e.bad = left.Operator != model.LessEqual || !e.share(&b) || e.number.Cmp(b.number) > 0
	e.upper = b.number
}

// bounds joins ≥80% and ≤90% into one range.
func (s *assembly) bounds(a, b *expression) bool {
	if a.strength == quantity.Soft || b.strength == quantity.Soft {
		return false
	}
	if a.kind != aNumber || b.kind != aNumber || a.bad || b.bad || b.first-a.last > 1 || (a.strength == quantity.Sign) != (b.strength == quantity.Sign) {
		return false
	}
	if b.first > a.last {
		t := s.tokens[a.last]
		if w := s.Source(t.from, t.end); t.kind != commaToken && w != "且" && w != "并" && w != "并且" && w != "同时" && w != "而" {
			return false
		}
	}
	lo, hi := *a, *b
	if lo.operator == model.LessEqual {
		lo, hi = hi, lo
	}
	if lo.operator != model.GreaterEqual || hi.operator != model.LessEqual || !lo.share(&hi) || lo.number.Cmp(hi.number) > 0 {
		return false
	}
	a.kind, a.operator, a.strength = aRange, model.NoOperator, quantity.Plain
	a.number, a.upper, a.unit, a.hasUnit = lo.number, hi.number, lo.unit, lo.hasUnit
	a.last, a.end = b.last, b.end
	return true
}
