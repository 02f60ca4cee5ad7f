package value

import (
	"slices"
	"strconv"

	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/value/lex"
)

// deadline fills v from the only day that a text names.
func (s *verdict) deadline(v *model.Value, dates []int) {
	if len(dates) == 0 || !s.sameDay(dates) {
		return
	}
	e := &s.expressions[dates[len(dates)-1]]
	d := &s.Spans[e.span]
	begins := direction(e.operator) > 0 && e.strength != quantity.Soft || direction(s.leadingBound()) > 0 // 不早于6月
	ends := d.Marked || s.restates(dates) || s.standsAlone(e)
	if begins || e.bad || !ends || s.otherDay(e, d) {
		return
	}
	s.setDeadline(v, d)
	v.Kind, v.Operator = model.Deadline, model.LessEqual
	v.Rest = s.rest(e.from, s.verbs(e.end))
}

func (s *verdict) setDeadline(v *model.Value, d *lex.Span) {
	from, to := d.Dates()
	v.Deadline = &model.DeadlineDate{Text: s.Source(d.From, d.End), From: from, Date: to}
}

// sameDay reports dates that all end on one day: a fused cell names its
// deadline twice.
func (s *verdict) sameDay(dates []int) bool {
	_, first := s.Spans[s.expressions[dates[0]].span].Dates()
	return !slices.ContainsFunc(dates[1:], func(i int) bool {
		_, to := s.Spans[s.expressions[i].span].Dates()
		return to != first
	})
}

// restates reports a fused cell whose figure is a date, or the number of its month:
// ≤12月完成时间小于等于12月, ≤12完成时间小于等于12月.
func (s *verdict) restates(dates []int) bool {
	first := &s.expressions[0]
	return first.first == 0 && (first.kind == aNumber || len(dates) > 1)
}

// figureOfMonth reports a bare figure in front of the month that it counts, where
// the name asks for a day.
func (s *verdict) figureOfMonth(numbers, dates []int) bool {
	if len(numbers) != 1 || len(dates) != 1 || !s.AsksForDay() {
		return false
	}
	e, d := &s.expressions[numbers[0]], &s.Spans[s.expressions[dates[0]].span]
	bare := e.kind == aNumber && !e.hasUnit && e.first == 0
	return bare && d.Kind == lex.OneMonth && string(e.number) == strconv.Itoa(d.Month)
}

// relative reports dates counted from a year that the text does not name, and the
// last of several that a list with gaps counts up: 一、三季度.
func (s *verdict) relative(e *expression) bool {
	if s.Is(e.from-1, '、') {
		return s.Class(e.from-2).Kind != quantity.NoNumeral
	}
	return s.Is(e.from-1, '年') && s.Past(e.from-2, thisYear) < e.from // 次年, 第二年
}

// thisYear names the year that the form is for, or all of them.
var thisYear = quantity.WordList("今年", "当年", "本年", "每年", "全年", "年年", "该年")

// standsAlone reports a date without 前 or 底 that still is a deadline: alone
// in its text, or with a word for what is done by then.
func (s *verdict) standsAlone(e *expression) bool {
	led := s.textBefore(e)
	if direction(e.operator) == 0 && e.operator != model.About {
		led = led && !s.leadsToDate(e.from)
	}
	return !led && (!s.textAfter(e) || s.verbAt(e.end))
}

// leadsToDate reports words in front of p that a date completes: 于, 到, 时间.
func (s *verdict) leadsToDate(p int) bool {
	return s.In(p-1, "于在到至自从:") || s.Past(p-2, lex.Times) == p
}

// addDeadline gives a quantity the date it has to be reached by.
func (s *verdict) addDeadline(v *model.Value, dates []int) {
	if len(dates) != 1 || v.Kind != model.Quantity && v.Kind != model.Range {
		return
	}
	e := &s.expressions[dates[0]]
	if d := &s.Spans[e.span]; (d.Marked || d.Kind == lex.OneDay) && !s.relative(e) {
		s.setDeadline(v, d)
	}
}

// calendars name another calendar than the one that dates are read by.
var calendars = quantity.WordList("农历", "阴历", "旧历", "民国")

// otherDay reports a date that is no deadline: a relative one, one that something
// begins on (自8月1日), and one of another calendar: 农历六月底, 6月15日（农历）.
func (s *verdict) otherDay(e *expression, d *lex.Span) bool {
	if s.relative(e) {
		return true
	}
	note := s.SkipRune(e.end, '(')
	if s.Past(e.from-2, calendars) == e.from || s.Past(note, calendars) > note {
		return true
	}
	begins := d.Kind == lex.OneDay || d.Kind == lex.OneMonth
	return begins && !d.Marked && s.In(e.from-1, "自从")
}
