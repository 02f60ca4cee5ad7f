package lex

import "jxmb/model/quantity"

// period reads a date, or two that belong together: 2023.07-2024.01, 1-12月,
// 6月1-30日, 三月和九月之间.
func (s *calendar) period(p int) (Span, bool) {
	d, ok := s.date(p)
	if !ok {
		return s.bareBeginning(p, 0)
	}
	for _, read := range periodReaders {
		if whole, ok := read(s, d); ok {
			whole.From = p
			return whole, true
		}
	}
	return d, !d.loose || d.Marked || s.asksForTime()
}

// periodReaders go on to a period from the date that it begins with.
var periodReaders = [...]func(*calendar, Span) (Span, bool){
	(*calendar).monthsOfYear,
	(*calendar).toDate,
	(*calendar).daysOfMonth,
}

// monthsOfYear reads 2022年1-12月.
func (s *calendar) monthsOfYear(d Span) (Span, bool) {
	if d.Kind != OneYear || d.Marked {
		return Span{}, false
	}
	return s.bareBeginning(d.End, d.year)
}

// toDate reads the second date of a period that d begins.
func (s *calendar) toDate(d Span) (Span, bool) {
	if d.Marked && !s.Is(d.End-1, '旬') { // 3月中旬至10月
		return Span{}, false
	}
	q := s.Joint(s.SkipRune(d.End, '起'))
	if q == 0 {
		return s.andDate(d)
	}
	if to, ok := s.date(q); ok {
		return s.running(d, to)
	}
	for _, read := range endings[ending{digits: d.sep != 0, day: d.Kind == OneDay}] {
		if to, ok := read(s, q, d); ok {
			return s.running(d, s.marks(to))
		}
	}
	return Span{}, false
}

// running joins two dates where the second does not come before the first, and is a
// day of the year that the first names: 2023年1月1日-2月29日 is none.
func (s *calendar) running(d, to Span) (Span, bool) {
	whole := d.until(to)
	return whole, whole.runsOn()
}

// andDate reads 三月和九月之间.
func (s *calendar) andDate(d Span) (Span, bool) {
	if !s.In(d.End, "和与") {
		return Span{}, false
	}
	to, ok := s.date(d.End + 1)
	if !ok || !s.Has(to.End, "之间") {
		return Span{}, false
	}
	to.End += 2
	return s.running(d, to)
}

// ending is what a period begins with: a date in digits, a day.
type ending struct{ digits, day bool }

// endings read what may be left of the second date, by what the first is:
// 2021.1.1-12.31, 6月1日至30日, 2023.03-2024, 2023.1-12.
var endings = map[ending][]func(s *calendar, p int, first Span) (Span, bool){
	{digits: true, day: true}: {(*calendar).dayOfYear, (*calendar).dayOfMonth},
	{day: true}:               {(*calendar).dayOfMonth},
	{digits: true}:            {(*calendar).laterYear, (*calendar).laterMonth},
}

func (s *calendar) dayOfYear(p int, first Span) (Span, bool) { return s.monthDay(p, first.fromYear) }

// dayOfMonth reads the second day of a period in one month: 6月1日至30日.
func (s *calendar) dayOfMonth(p int, first Span) (Span, bool) {
	f, ok := s.spelled(p, "Dd")
	first.day, first.End = f.day, f.end
	return first, ok && f.day <= quantity.LastDay(first.year, first.Month)
}

func (s *calendar) laterYear(p int, first Span) (Span, bool) {
	year, end := s.Year(p)
	return yearsOf(year, year, end), year >= first.fromYear && !s.counts(end)
}

func (s *calendar) laterMonth(p int, first Span) (Span, bool) {
	f, ok := s.spelled(p, "M")
	ok = ok && f.month >= first.fromMonth && !s.Is(f.end, '.') && !s.counts(f.end)
	return monthOf(first.fromYear, f.month, f.end), ok
}

// counts reports a scale or a unit at p, which make a number of what stands in
// front of it.
func (s *calendar) counts(p int) bool {
	if s.Digit(p) || s.Multiplier(p) {
		return true
	}
	return s.Surface(p, quantity.RoleUnit) > 0 && !s.In(p, "月日")
}

// daysOfMonth reads the days behind a month: 6月1-30日.
func (s *calendar) daysOfMonth(month Span) (Span, bool) {
	f, ok := s.spelled(month.End, "D")
	next := s.Joint(f.end)
	if !ok || next == 0 || month.Kind != OneMonth || month.Marked {
		return Span{}, false
	}
	d, ok := s.dayOfMonth(next, month)
	d.fromDay, d.Kind = f.day, longer
	return s.marks(d), ok && f.day <= d.day
}
