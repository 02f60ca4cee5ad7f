package value

import (
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
)

// fuses reports whether the numbers are the two readings of one fused cell: a
// figure at the start, behind stray words at most, and a statement whose
// words lead to a number again.
func (s *verdict) fuses(numbers []int) bool {
	if len(numbers) < 2 {
		return false
	}
	figure := &s.expressions[numbers[0]]
	st := s.statement(figure, numbers)
	if figure.bad || st == nil || st.bad || st != &s.expressions[numbers[len(numbers)-1]] {
		return false
	}
	s.giveBack(figure, st)
	if !s.sameNumber(figure, st) {
		s.trim(figure, st)
	}
	same := s.sameNumber(figure, st)
	if !same && opposed(figure.operator, st.operator) {
		return false // >95%且<100%
	}
	if figure.operator != model.NoOperator && figure.strength != quantity.Sign && !same {
		return false
	}
	if !same && figure.hasUnit && (!comparable(&figure.unit, &st.unit) || figure.strength != quantity.Sign && st.strength < quantity.Soft) {
		return false
	}
	if s.textBefore(figure) {
		return s.fusesStray(figure, st, same)
	}
	led := figure.last < len(s.tokens) && s.wording(s.tokens[figure.last])
	if !led && figure.last != st.first {
		return false // 1:1, 90%/90%
	}
	if n := s.wordCount(figure.last); led && figure.strength != quantity.Sign && (n < 2 || n < 3 && !same) {
		return false // 3纵4横
	}
	adjacent := (st.strength == quantity.Soft || st.strength == quantity.Word) && !opposed(figure.operator, st.operator)
	return led || adjacent || same && (st.hasUnit || st.operator != model.NoOperator)
}

// wording reports a text token with a letter in it.
func (s *verdict) wording(t token) bool {
	if t.kind != textToken {
		return false
	}
	for p := t.from; p < t.end; p++ {
		if quantity.IsHan(s.Rune(p)) || quantity.IsLatin(s.Rune(p)) {
			return true
		}
	}
	return false
}

// wordCount is the length of the words that begin with token i.
func (s *verdict) wordCount(i int) int { return s.tokens[i].end - s.tokens[i].from }

// opposed reports operators that bound a number from both sides.
func opposed(a, b model.Operator) bool {
	up := func(op model.Operator) bool { return op == model.Greater || op == model.GreaterEqual }
	down := func(op model.Operator) bool { return op == model.Less || op == model.LessEqual }
	return up(a) && down(b) || down(a) && up(b)
}

// fusesStray accepts words in front of the figure where the two readings
// agree, or where the words are a label that slipped into the cell.
func (s *verdict) fusesStray(figure, st *expression, same bool) bool {
	if figure.hasUnit || figure.strength != quantity.Sign && figure.operator != model.NoOperator {
		return false
	}
	if s.tokens[figure.first].depth > 0 || s.tokens[figure.first-1].kind != textToken {
		return false
	}
	return same || strings.HasSuffix(s.Source(0, figure.from), "指标")
}

// statement picks the expression that answers the figure: the last that says
// the same, or the only other one.
func (s *verdict) statement(figure *expression, numbers []int) *expression {
	for i := len(numbers) - 1; i > 0; i-- {
		if st := &s.expressions[numbers[i]]; s.sameNumber(figure, st) {
			return st
		}
	}
	if len(numbers) == 2 {
		return &s.expressions[numbers[1]]
	}
	return nil
}

// giveBack returns a unit to the wording where it is the beginning of a word
// there: 批 in ≥20批示率大于等于百分之二十. The name of the indicator knows
// the word, or the statement says the same number with another unit.
func (s *verdict) giveBack(figure, st *expression) {
	if !figure.hasUnit || figure.end == figure.plain || figure.kind != aNumber || figure.end >= s.Size() || !quantity.IsHan(s.Rune(figure.end)) {
		return
	}
	if last := figure.last - 1; s.tokens[last].kind != quantityToken || s.quantities[s.tokens[last].row].suffix > 0 || s.Class(figure.plain).Kind != quantity.NoNumeral {
		return
	}
	named := s.hint.Name != "" && quantity.IsHan(s.Rune(figure.end-1)) && s.nameHas(figure.end-1, figure.end+1)
	other := st != nil && st.hasUnit && st.number == figure.number && !comparable(&figure.unit, &st.unit)
	if !named && !other {
		return
	}
	figure.unit, figure.hasUnit, figure.end = quantity.Unit{}, false, figure.plain
}

// comparable reports units that measure the same thing.
func comparable(a, b *quantity.Unit) bool {
	return a.Base == b.Base || !a.Compound && !b.Compound && a.Dimension == b.Dimension && a.Factor != "" && b.Factor != "" && a.Dimension != "count"
}

// sameNumber compares two expressions after scale and unit. A figure without
// a unit has the statement's, or counts in its base unit, or is the share that
// a percentage stands for, or counts in 万元, the unit of the budget forms.
func (s *verdict) sameNumber(figure, st *expression) bool {
	if figure.kind == aDate || (figure.kind == aRange) != (st.kind == aRange) {
		return false
	}
	return same(figure, st, figure.number, st.number) && same(figure, st, figure.upper, st.upper)
}

func same(figure, st *expression, a, b model.Decimal) bool {
	switch {
	case a == "" || b == "":
		return a == b
	case !figure.hasUnit:
		base := st.unit.ToBase(b)
		return a == b || a == base || a == b.Shift(st.unit.Scale) || st.unit.Kilo() && a == b.Shift(3) || st.unit.Dimension == "ratio" && a.Shift(2) == base || st.unit.Base == "元" && a.Shift(4) == base
	case !st.hasUnit:
		return a == b || figure.unit.ToBase(a) == b
	case figure.unit.Base == st.unit.Base:
		return figure.unit.ToBase(a) == st.unit.ToBase(b)
	case comparable(&figure.unit, &st.unit):
		a, b = a.Shift(figure.unit.Scale).Mul(figure.unit.Factor), b.Shift(st.unit.Scale).Mul(st.unit.Factor)
		return a == b
	}
	return false
}

// twoReadings fills v from figure and statement. The statement wins the main
// fields; an operator that only one of them has counts for both.
func (s *verdict) twoReadings(v *model.Value, numbers []int) {
	figure := &s.expressions[numbers[0]]
	st := s.statement(figure, numbers)
	v.Readings.Figure, v.Readings.Statement = s.reading(figure), s.reading(st)
	v.Readings.Statement.Text, v.Readings.Statement.Start = s.Source(figure.end, st.end), s.Offset(figure.end)
	start := figure.from
	if s.textBefore(figure) {
		v.Label, start = s.Source(0, figure.from), 0
	}
	op, agree := s.operatorOf(figure, st)
	v.Agreement = model.Conflict
	if agree && s.sameNumber(figure, st) {
		v.Agreement = model.Agree
	}
	if !st.hasUnit && figure.hasUnit {
		merged := *st
		merged.unit, merged.hasUnit = figure.unit, true
		s.fill(v, &merged, op, model.UnitFromValue)
	} else {
		s.fill(v, st, op, model.UnitFromStatement)
	}
	v.Rest = s.rest(start, s.verbs(st.end))
}

// operatorOf joins the operators of both readings and says whether they agree.
// 为 states no relation, and 达到 gives way to the sign beside the figure.
func (s *verdict) operatorOf(figure, st *expression) (model.Operator, bool) {
	a, b := figure.operator, st.operator
	switch {
	case b == model.NoOperator || st.strength == quantity.Plain:
		if a == model.NoOperator {
			return b, true
		}
		return a, true
	case a == model.NoOperator || a == b:
		return b, true
	case st.strength == quantity.Soft:
		return a, a == model.Equal || a == model.Greater && b == model.GreaterEqual || a == model.Less && b == model.LessEqual
	case a == model.About || b == model.About:
		return b, true
	}
	return b, false
}

// deadline fills v from the only day that a text names.
func (s *verdict) deadline(v *model.Value, dates []int) {
	if len(dates) == 0 || !s.sameDay(dates) {
		return
	}
	e := &s.expressions[dates[len(dates)-1]]
	d := &s.spans[e.span]
	switch e.operator {
	case model.Greater, model.GreaterEqual:
		if e.strength != quantity.Soft {
			return
		}
	}
	if e.bad || s.relative(e) || !d.marked && !s.standsAlone(e) {
		return
	}
	s.setDeadline(v, d)
	v.Kind, v.Operator = model.Deadline, model.LessEqual
	v.Rest = s.rest(e.from, s.verbs(e.end))
}

func (s *verdict) setDeadline(v *model.Value, d *span) {
	from, to := d.dates()
	v.Deadline = &model.DeadlineDate{Text: s.Source(d.from, d.end), From: from, Date: to}
}

// sameDay reports dates that all end on one day: a fused cell names its
// deadline twice.
func (s *verdict) sameDay(dates []int) bool {
	_, first := s.spans[s.expressions[dates[0]].span].dates()
	for _, i := range dates[1:] {
		if _, to := s.spans[s.expressions[i].span].dates(); to != first {
			return false
		}
	}
	return true
}

// relative reports dates counted from a year that the text does not name.
func (s *verdict) relative(e *expression) bool {
	if e.from < 2 {
		return false
	}
	switch s.Folded(e.from-2, e.from) {
	case "次年", "明年", "来年", "翌年", "隔年", "去年", "上年":
		return true
	}
	return false
}

// standsAlone reports a date without 前 or 底 that still is a deadline: alone
// in its text, or with a word for what is done by then.
func (s *verdict) standsAlone(e *expression) bool {
	if e.operator != model.NoOperator && e.operator != model.Equal {
		return !s.textBefore(e) && (!s.textAfter(e) || s.Surface(e.end, quantity.RoleVerb) > 0)
	}
	if s.textBefore(e) && !s.leadsToDate(e.from) {
		return false
	}
	return !s.textAfter(e) || s.Surface(e.end, quantity.RoleVerb) > 0
}

// leadsToDate reports words in front of p that a date completes: 于, 到, 时间.
func (s *verdict) leadsToDate(p int) bool {
	switch s.Rune(p - 1) {
	case '于', '在', '到', '至', '自', '从', ':':
		return true
	case '间', '限', '期':
		return p >= 2 && slices.Contains(timeWords[:], s.Folded(p-2, p))
	}
	return false
}

// addDeadline gives a quantity the date it has to be reached by.
func (s *verdict) addDeadline(v *model.Value, dates []int) {
	if len(dates) != 1 || v.Kind != model.Quantity && v.Kind != model.Range {
		return
	}
	e := &s.expressions[dates[0]]
	if d := &s.spans[e.span]; (d.marked || d.kind == oneDay) && !s.relative(e) {
		s.setDeadline(v, d)
	}
}
