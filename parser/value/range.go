package value

import "jxmb/model"

// second looks behind a quantity for another that belongs to it: a range
// (80%-90%), a tolerance (5±1), bounds around a letter (90≤x≤95), or the
// count that a time is measured in (一年两次).
func (s *scan) second(e *expression) {
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
func (s *scan) upTo(e *expression, i int) {
	var b expression
	s.take(&b, i+1)
	q := &s.quantities[s.tokens[i+1].row]
	if r := s.rune(s.tokens[i].from); (r == '和' || r == '与') && (q.suffix == 0 || s.v.operators[q.suffix-1].operator != "between") {
		return
	}
	if e.han && !e.hasUnit && s.is(q.plain-1, '成') && b.unit.dimension == "ratio" {
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
	e.bad = e.bad || e.number.Cmp(e.upper) > 0 || e.compares(word)
}

// compares reports an operator that a range cannot carry: ≥80-90%. 约 and
// 达到 before a range, and 以内 behind it, add nothing to its bounds; nor does
// ≤ before ±5%.
func (e *expression) compares(limit strength) bool {
	within := e.operator == model.LessEqual && e.strength <= limit
	fits := e.strength == plain || e.operator == model.Equal || e.operator == model.About || e.strength == soft || within
	e.operator, e.strength = model.NoOperator, plain
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
	case e.unit.name == b.unit.name:
	case e.unit.base == b.unit.base:
		e.number, b.number = e.unit.toBase(e.number), b.unit.toBase(b.number)
		e.unit.name, e.unit.exp, e.unit.scale = e.unit.base, 0, 0
	case e.unit.base == "" && e.unit.scale == b.unit.scale && e.unit.scale > 0:
		e.unit = b.unit
	default:
		return false
	}
	return true
}

// each reads 一年两次, 半年一次 and 两周一次 as 2次/年, 1次/半年 and 1次/2周.
func (s *scan) each(e *expression, i int) {
	var b expression
	s.take(&b, i)
	by := e.unit.name
	if by == "个月" && e.number == "1" {
		by = "月"
	}
	switch {
	case !e.hasUnit || !e.unit.isTime() || e.operator != model.NoOperator || !b.hasUnit || b.unit.isTime() || b.unit.compound:
		return
	case b.unit.dimension == "ratio" || b.unit.name == "分": // 1小时30分
		return
	case e.number == "0.5" && by == "年":
		by = "半年"
	case e.number != "1" && b.unit.name != "次":
		return // 5天30人
	case e.number != "1":
		by = string(e.number) + by
	}
	b.first, b.from = e.first, e.from
	*e = b
	e.unit.divide(by)
}

// around reads 90≤x≤95 as a range.
func (s *scan) around(e *expression, i int) {
	if i+3 >= len(s.tokens) || s.tokens[i+1].kind != textToken || s.tokens[i+2].kind != operatorToken || s.tokens[i+3].kind != quantityToken {
		return
	}
	left, right := s.v.operators[s.tokens[i].row-1], s.v.operators[s.tokens[i+2].row-1]
	if left.strength != sign || left.operator != right.operator || e.operator != model.NoOperator || s.tokens[i+1].end-s.tokens[i+1].from > 8 {
		return
	}
	var b expression
	s.take(&b, i+3)
	e.kind, e.upper, e.last, e.end = aRange, b.number, b.last, b.end
	e.bad = left.operator != model.LessEqual || !e.share(&b) || e.number.Cmp(b.number) > 0
	e.upper = b.number
}

// bounds joins ≥80% and ≤90% into one range.
func (s *scan) bounds(a, b *expression) bool {
	if a.kind != aNumber || b.kind != aNumber || a.bad || b.bad || b.first-a.last > 1 || (a.strength == sign) != (b.strength == sign) {
		return false
	}
	if b.first > a.last {
		t := s.tokens[a.last]
		if w := s.source(t.from, t.end); t.kind != commaToken && w != "且" && w != "并" && w != "并且" && w != "同时" && w != "而" {
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
	a.kind, a.operator, a.strength = aRange, model.NoOperator, plain
	a.number, a.upper, a.unit, a.hasUnit = lo.number, hi.number, lo.unit, lo.hasUnit
	a.last, a.end = b.last, b.end
	return true
}
