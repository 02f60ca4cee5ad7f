package lex

import (
	"cmp"

	"jxmb/model/quantity"
)

// bareReaders read a period whose first half has no unit.
var bareReaders = []dateReader{
	(*calendar).years,
	(*calendar).monthDays,
	(*calendar).quarters,
	(*calendar).months,
}

// bareBeginning reads a period whose first half has no unit, of a year or of none:
// 2020-2022年, 1-12月, 第1-2季度, 1.1-12.31.
func (s *calendar) bareBeginning(p, year int) (Span, bool) {
	return s.firstDate(bareReaders, p, year)
}

// years reads a period of years: 2020-2022年.
func (s *calendar) years(p, of int) (Span, bool) {
	first, q := s.Year(p)
	if first == 0 || of > 0 {
		return Span{}, false
	}
	next := s.Joint(q)
	last, end := s.Year(next)
	if s.Is(end, '年') {
		end = s.SkipRune(end+1, '度')
	}
	d := yearsOf(first, last, end)
	d.Kind = longer
	return d, next > 0 && last >= first
}

// monthDays reads 1.1-12.31 and 3.1-12.31前. Two numbers may look the same: it
// is a period where the name asks for time, a mark follows, a year leads, or the
// second is a day of two digits without a unit.
func (s *calendar) monthDays(p, year int) (Span, bool) {
	from, ok := s.monthDay(p, year)
	if !ok {
		return Span{}, false
	}
	next := s.Joint(from.End)
	if next == 0 { // 6.30前, and 12.31 under 完成时间
		from = s.marks(from)
		by := from.Marked && !s.Is(from.End-1, '内') // 1/3以内 is a third
		return from, by || from.day > 9 && from.End == s.Size() && s.AsksForCompletion()
	}
	to, ok := s.monthDay(next, year)
	to = s.marks(to)
	day := to.Marked || s.asksForTime()
	if to.day > 9 || year > 0 {
		day = day || !s.counts(to.End)
	}
	return from.until(to), ok && day && to.Month*100+to.day > from.Month*100+from.day
}

// monthDay reads 12.31 as a day.
func (s *calendar) monthDay(p, year int) (Span, bool) {
	f, ok := s.spelled(p, "MSD")
	if !ok || f.sep == '-' || !s.Digit(p) || !s.Digit(f.end-1) {
		return Span{}, false
	}
	d := dayOf(year, f.month, f.day, s.SkipRune(f.end, '日'))
	goesOn := s.Is(f.end, f.sep) || s.Digit(f.end)
	return d, !goesOn && f.day <= quantity.LastDay(year, f.month)
}

// quarters reads 第1-2季度 and 一、二、三季度.
func (s *calendar) quarters(p, year int) (Span, bool) {
	n, next := s.leading(s.SkipRune(p, '第'))
	d, ok := s.quarter(next, year)
	if !ok || d.fromMonth < 3*n-2 {
		return Span{}, false
	}
	return s.marks(monthsOf(year, 3*n-2, d.Month, d.End)), true
}

// months reads a period whose first month is a bare number: 1-12月.
func (s *calendar) months(p, year int) (Span, bool) {
	n, next := s.leading(p)
	d, ok := s.month(next, year)
	if !ok || d.Kind != OneMonth || d.fromMonth < n {
		return Span{}, false
	}
	d = s.marks(d)
	d.fromMonth, d.Kind = n, longer
	return d, true
}

// leading reads the bare number that a period begins with, and gives the glyph at the
// number that ends it: behind a joint, or the last of a list; the end of the text for none.
func (s *calendar) leading(p int) (n, next int) {
	n, p = s.Small(p, 12)
	if n == 0 {
		return 0, s.Size()
	}
	return n, cmp.Or(s.Joint(p), s.listed(n, p), s.Size())
}

// listed gives the glyph at the last of the numbers that 、 lists behind n, each
// one more than the one before: 一、二、三季度. It is 0 where the list has a gap.
func (s *calendar) listed(n, p int) (last int) {
	for s.Is(p, '、') {
		next, end := s.Small(p+1, 12)
		if next != n+1 {
			return 0
		}
		last, n, p = p+1, next, end
	}
	return last
}
