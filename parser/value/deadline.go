package value

import (
	"slices"
	"strconv"

	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/value/lex"
)

// aDay is a date that may be a deadline.
type aDay struct {
	*expression
	span  *lex.Span
	dates []int // all that the text names
}

// noDeadlines are the reasons why a day is none.
var noDeadlines = []func(*verdict, aDay) bool{
	func(_ *verdict, d aDay) bool { return d.bad },
	(*verdict).begins,
	(*verdict).leftOpen,
	(*verdict).relative,
	(*verdict).otherCalendar,
	(*verdict).since,
	(*verdict).aboutDay,
}

// deadline fills v from the only day that a text names.
func (s *verdict) deadline(v *model.Value, dates []int) {
	if len(dates) == 0 || !s.sameDay(dates) {
		return
	}
	d := s.day(dates)
	if anyHolds(s, d, noDeadlines) {
		return
	}
	e := d.expression
	s.setDeadline(v, d.span)
	v.Kind, v.Operator = model.Deadline, model.LessEqual
	v.Rest = s.rest(e.from, s.verbs(e.end))
}

// day is the last of dates.
func (s *verdict) day(dates []int) aDay {
	e := &s.expressions[dates[len(dates)-1]]
	return aDay{e, &s.Spans[e.span], dates}
}

// begins reports a day that something begins on: 不早于6月.
func (s *verdict) begins(d aDay) bool {
	bound := direction(d.operator) > 0 && d.strength != quantity.Soft
	return bound || direction(s.leadingBound()) > 0
}

// leftOpen reports a date that nothing makes the end of what is done.
func (s *verdict) leftOpen(d aDay) bool {
	return !d.span.Marked && !s.restates(d.dates) && !s.standsAlone(d.expression)
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
func (s *verdict) relative(d aDay) bool {
	switch s.Rune(d.from - 1) {
	case '、':
		return s.Class(d.from-2).Kind != quantity.NoNumeral
	case '年':
		return s.Past(d.from-2, thisYear) < d.from // 次年, 第二年
	}
	return false
}

// thisYear names the year that the form is for, or all of them.
var thisYear = quantity.WordList(lex.Listed("this year")...)

// standsAlone reports a date without 前 or 底 that still is a deadline: alone
// in its text, or with a word for what is done by then.
func (s *verdict) standsAlone(e *expression) bool {
	if s.textBefore(e) && !s.leadsTo(e) {
		return false
	}
	return !s.textAfter(e) || s.verbAt(e.end)
}

// leadsTo reports words in front that a date without a bound completes.
func (s *verdict) leadsTo(e *expression) bool {
	bound := direction(e.operator) != 0 || e.operator == model.About
	return !bound && s.leadsToDate(e.from)
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
	d := s.day(dates)
	states := d.span.Marked || d.span.Kind == lex.OneDay
	if states && !s.relative(d) {
		s.setDeadline(v, d.span)
	}
}

// calendars name another calendar than the one that dates are read by.
var calendars = quantity.WordList("农历", "阴历", "旧历", "民国")

// otherCalendar reports a day of one of them: 农历六月底, 6月15日（农历）.
func (s *verdict) otherCalendar(d aDay) bool {
	note := s.SkipRune(d.end, '(')
	return s.Past(d.from-2, calendars) == d.from || s.Past(note, calendars) > note
}

// since reports a day that something goes on from: 自8月1日.
func (s *verdict) since(d aDay) bool {
	begins := d.span.Kind == lex.OneDay || d.span.Kind == lex.OneMonth
	return begins && !d.span.Marked && s.In(d.from-1, "自从")
}

// abouts stand behind a day about which something is, and not by which.
var abouts = quantity.WordList("前后", "左右", "上下")

func (s *verdict) aboutDay(d aDay) bool { return s.Past(d.end, abouts) > d.end }
