package value

import (
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/value/lex"
)

// second looks behind a quantity for another that belongs to it: a range
// (80%-90%), a tolerance (5±1), bounds around a letter (90≤x≤95), or the
// count that a time is measured in (一年两次).
func (s *assembly) second(e *expression) {
	i := e.last
	switch s.At(i).Kind {
	case lex.JointToken, lex.PlusMinus:
		if s.At(i+1).Kind == lex.QuantityToken {
			s.upTo(e, i)
		}
	case lex.QuantityToken:
		s.each(e, i)
	case lex.OperatorToken:
		s.around(e, i)
	}
}

// upTo makes e a range whose other number follows the joint at token i.
func (s *assembly) upTo(e *expression, i int) {
	var b expression
	s.take(&b, i+1)
	q := &s.Quantities[s.Tokens[i+1].Row]
	if s.In(s.Tokens[i].From, "和与") && !s.between(q) {
		return
	}
	if !e.hasUnit && b.tenths(s) {
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
	if s.Tokens[i].Kind == lex.PlusMinus {
		e.number, e.upper = e.number.Sub(b.number), e.number.Add(b.number)
	}
	compares := e.compares(quantity.Word)
	e.bad = e.bad || compares || anyHolds(s, ends{e, &s.Quantities[s.Tokens[i-1].Row], q}, noRanges)
}

// ends are the two numbers of a range.
type ends struct {
	of           *expression
	lower, upper *lex.Magnitude
}

// noRanges are two numbers around a joint that bound nothing between them.
var noRanges = []func(*assembly, ends) bool{
	(*assembly).falls,
	(*assembly).hours,
	(*assembly).telephone,
	(*assembly).shortYears,
	(*assembly).boundedRange,
	(*assembly).compactDays,
}

// falls reports a second number below the first.
func (s *assembly) falls(r ends) bool { return r.of.number.Cmp(r.of.upper) > 0 }

// hours reports hours of the day: 9时至17时.
func (s *assembly) hours(r ends) bool { return s.HourOfDay(r.lower) && s.HourOfDay(r.upper) }

// telephone reports the code of a town in front of a number: 0371-….
func (s *assembly) telephone(r ends) bool {
	return s.Is(r.lower.From, '0') && s.Digit(r.lower.From+1)
}

// compactDays reports two days of eight digits: 20230801-20230810.
func (s *assembly) compactDays(r ends) bool {
	return !r.of.hasUnit && s.compactDay(r.lower.From, r.lower.End) && s.compactDay(r.upper.From, r.upper.End)
}

// compactDay reports a day in the eight digits [p,end).
func (s *assembly) compactDay(p, end int) bool {
	year, month, day := p+4, p+6, p+8
	if end != day || s.Digits(p, 9) != day {
		return false
	}
	n := s.DigitsValue(p, year)
	return n >= 1900 && n < 2100 && quantity.DayExists(n, s.DigitsValue(year, month), s.DigitsValue(month, day))
}

// shortYears reports numbers that may be years: 22-23年.
func (s *assembly) shortYears(r ends) bool {
	return r.of.unit.Name == "年" && r.lower.Number.Cmp("20") >= 0 && r.upper.Number.Cmp("40") < 0
}

// boundedRange reports a range of which cannot be told what bounds it: 10-20人以下.
func (s *assembly) boundedRange(r ends) bool {
	return r.upper.Suffix > 0 && strings.HasSuffix(s.Operator(r.upper.Suffix).Surface, "以下")
}

// between reports 之间 behind a number.
func (s *assembly) between(q *lex.Magnitude) bool {
	return q.Suffix > 0 && s.Operator(q.Suffix).Operator == "between"
}

// tenths reports a percentage written as 八成.
func (e *expression) tenths(s *assembly) bool {
	return e.unit.Dimension == "ratio" && s.Is(e.plain-1, '成')
}

// compares reports an operator that a range cannot carry: ≥80-90%. 约 and
// 达到 before a range, and 以内 behind it, add nothing to its bounds; nor does
// ≤ before ±5%.
func (e *expression) compares(limit quantity.Strength) bool {
	fits := e.strength <= quantity.Soft || direction(e.operator) == 0
	if e.operator == model.LessEqual && e.strength <= limit {
		fits = true
	}
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
	case divides(&b.unit, &e.unit):
		e.unit = b.unit
	default:
		return false
	}
	return true
}

// divides reports that u counts what v counts against something: 元/人 and 元.
func divides(u, v *quantity.Unit) bool {
	head, _, compound := strings.Cut(u.Name, "/")
	return compound && head == v.Name
}

// each reads 一年两次, 半年一次 and 两周一次 as 2次/年, 1次/半年 and 1次/2周.
func (s *assembly) each(e *expression, i int) {
	if !e.unit.IsTime() || e.operator != model.NoOperator {
		return
	}
	var b expression
	s.take(&b, i)
	if !b.counts() || e.number != "1" && e.number != "0.5" && b.unit.Name != "次" {
		return // 1小时30分, 5天30人
	}
	by := perTime(e)
	b.first, b.from = e.first, e.from
	*e = b
	e.unit.Divide(by)
}

// counts reports a number of things, which may be counted by the time.
func (e *expression) counts() bool {
	u := &e.unit
	measures := u.IsTime() || u.Compound || u.Dimension == "ratio"
	return e.hasUnit && !measures && u.Name != "分"
}

// perTime spells the time that something is counted by: 年, 半年, 2周.
func perTime(e *expression) string {
	switch by := e.unit.Name; {
	case e.number == "1" && by == "个月":
		return "月"
	case e.number == "1":
		return by
	case e.number == "0.5":
		return "半" + strings.TrimPrefix(by, "个")
	default:
		return string(e.number) + by
	}
}

// around reads 90≤x≤95 as a range.
func (s *assembly) around(e *expression, i int) {
	const letter = 8 // glyphs of what is bounded
	if !s.Reads(i, lex.OperatorToken, lex.TextToken, lex.OperatorToken, lex.QuantityToken) || s.Tokens[i+1].End-s.Tokens[i+1].From > letter {
		return
	}
	left, right := s.Operator(s.Tokens[i].Row), s.Operator(s.Tokens[i+2].Row)
	if left.Strength != quantity.Sign || left.Operator != right.Operator || e.operator != model.NoOperator {
		return
	}
	var b expression
	s.take(&b, i+3)
	e.kind, e.last, e.end = aRange, b.last, b.end
	e.bad = left.Operator != model.LessEqual || !e.share(&b) || e.number.Cmp(b.number) > 0
	e.upper = b.number
}

// bounds joins ≥80% and ≤90% into one range.
func (s *assembly) bounds(a, b *expression) bool {
	if !a.bounds() || !b.bounds() || (a.strength == quantity.Sign) != (b.strength == quantity.Sign) || !s.joined(a, b) {
		return false
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
	a.last, a.end, a.plain = b.last, b.end, b.plain
	return true
}

// bounds reports a number that an operator bounds; 达到 and 控制在 state an aim.
func (e *expression) bounds() bool {
	return e.kind == aNumber && !e.bad && e.strength != quantity.Soft
}

// conjunctions join two bounds.
var conjunctions = map[string]bool{"且": true, "并": true, "并且": true, "同时": true, "而": true}

// joined reports bounds side by side, or with a comma or an 且 between.
func (s *assembly) joined(a, b *expression) bool {
	switch b.first - a.last {
	case 0:
		return true
	case 1:
		t := s.At(a.last)
		return t.Kind == lex.CommaToken || conjunctions[s.Source(t.From, t.End)]
	}
	return false
}
