package value

import "jxmb/model/quantity"

// period reads a date, or two that belong together: 2023.07-2024.01, 1-12月,
// 6月1-30日, 三月和九月之间.
func (s *lexer) period(p int) (span, bool) {
	d, ok := s.date(p)
	if !ok {
		return s.bareBeginning(p)
	}
	if d.kind == oneYear && !d.marked { // 2022年1-12月
		if in, ok := s.bareBeginning(d.end); ok && in.fromYear == 0 {
			return in.inYear(d.year, p), true
		}
	}
	if to, ok := s.ending(d); ok {
		if whole := d.until(to); whole.runsOn() {
			return whole, true
		}
	}
	if days, ok := s.daysOfMonth(d); ok {
		return days, true
	}
	return d, !d.loose || d.marked || s.asksForTime()
}

// inYear puts a period that begins at p into the year in front of it.
func (d span) inYear(year, p int) span {
	d.fromYear, d.year, d.from = year, year, p
	if d.day == quantity.LastDay(0, d.month) {
		d.day = quantity.LastDay(year, d.month)
	}
	return d
}

// runsOn reports a period whose last day does not come before its first, as it
// does in 11月-2月.
func (d *span) runsOn() bool {
	first, last := (d.fromYear*12+d.fromMonth)*31+d.fromDay, (d.year*12+d.month)*31+d.day
	return last >= first
}

// until joins two dates; the second takes the year of the first.
func (d span) until(to span) span {
	if to.year == 0 && d.fromYear != 0 {
		to.year = d.fromYear
		if to.day == quantity.LastDay(0, to.month) && to.kind != oneDay {
			to.day = quantity.LastDay(to.year, to.month)
		}
	}
	d.year, d.month, d.day, d.marked = to.year, to.month, to.day, to.marked
	d.kind, d.end, d.loose = longer, to.end, false
	return d
}

// ending reads the second date of a period that d begins.
func (s *lexer) ending(d span) (span, bool) {
	q := s.Joint(d.end)
	if d.marked || q == 0 && !s.In(d.end, "和与") {
		return span{}, false
	}
	if q == 0 { // 三月和九月之间
		to, ok := s.date(d.end + 1)
		ok = ok && s.Has(to.end, "之间")
		to.end += 2
		return to, ok
	}
	if to, ok := s.date(q); ok {
		return to, true
	}
	switch {
	case d.sep != 0:
		return s.numericEnding(q, d)
	case d.kind == oneDay:
		return s.dayOfMonth(q, d)
	}
	return span{}, false
}

// numericEnding reads what is left of a date in digits behind the dash:
// 2021.1.1-12.31, 2023.1-12, 2023.03-2024.
func (s *lexer) numericEnding(p int, d span) (span, bool) {
	if d.kind == oneDay {
		if to, ok := s.monthDay(p, d.fromYear); ok {
			return s.marks(to), true
		}
		return s.dayOfMonth(p, d)
	}
	if year, end := s.Year(p); year >= d.fromYear && year > 0 && !s.counts(end) {
		return s.marks(span{year: year, month: 12, day: 31, kind: oneYear, end: end}), true
	}
	month, end := s.Small(p, 12)
	if month < d.fromMonth || month == 0 || s.Is(end, '.') || s.counts(end) {
		return span{}, false
	}
	return s.marks(span{year: d.fromYear, month: month, day: quantity.LastDay(d.fromYear, month), kind: oneMonth, end: end}), true
}

// counts reports a scale or a unit at p, which make a number of what stands in
// front of it.
func (s *lexer) counts(p int) bool {
	if s.Digit(p) || s.Multiplier(p) {
		return true
	}
	return s.Surface(p, quantity.RoleUnit) > 0 && !s.In(p, "月日")
}

// dayOfMonth reads the second day of a period in one month: 6月1日至30日.
func (s *lexer) dayOfMonth(p int, of span) (span, bool) {
	day, q := s.Small(p, 31)
	if day == 0 || !s.In(q, "日号") || day > quantity.LastDay(of.year, of.month) {
		return span{}, false
	}
	of.day, of.end = day, q+1
	return s.marks(of), true
}

// daysOfMonth reads the days behind a month: 6月1-30日.
func (s *lexer) daysOfMonth(month span) (span, bool) {
	first, q := s.Small(month.end, 31)
	if month.kind != oneMonth || month.marked || first == 0 || s.Joint(q) == 0 {
		return span{}, false
	}
	d, ok := s.dayOfMonth(s.Joint(q), month)
	d.fromDay, d.kind = first, longer
	return d, ok && first <= d.day
}

// bareBeginning reads a period whose first half has no unit: 2020-2022年,
// 1-12月, 第1-2季度, 1.1-12.31.
func (s *lexer) bareBeginning(p int) (span, bool) {
	if year, q := s.Year(p); year > 0 {
		return s.years(p, q, year)
	}
	if d, ok := s.monthDays(p); ok {
		return d, true
	}
	q := s.SkipRune(p, '第')
	n, q := s.Small(q, 12)
	to := s.Joint(q)
	if to == 0 {
		to = s.listed(n, q)
	}
	if n == 0 || to == 0 {
		return span{}, false
	}
	if m, ok := s.quarter(to); ok && n <= 4 && m.month >= 3*n {
		m.fromMonth, m.from = 3*n-2, p
		return s.marks(m), true
	}
	if s.Is(p, '第') {
		return span{}, false
	}
	return s.months(p, to, n)
}

// listed gives the glyph at the last of the numbers that 、 lists behind n, each
// one more than the one before: 一、二、三季度. It is 0 where the list has a gap.
func (s *lexer) listed(n, p int) int {
	last := 0
	for s.Is(p, '、') {
		next, end := s.Small(p+1, 12)
		if next != n+1 {
			return 0
		}
		last, n, p = p+1, next, end
	}
	return last
}

// months reads the last month of a period whose first is the bare number n:
// 1-12月.
func (s *lexer) months(p, to, n int) (span, bool) {
	d, ok := s.date(to)
	if !ok || d.kind != oneMonth || d.fromYear != 0 || d.fromMonth < n {
		return span{}, false
	}
	d.fromMonth, d.fromDay, d.kind, d.from = n, 1, longer, p
	return d, true
}

// years reads the second year behind a first that ends at q: 2020-2022年.
func (s *lexer) years(p, q, year int) (span, bool) {
	next := s.Joint(q)
	to, end := s.Year(next)
	if next == 0 || to < year {
		return span{}, false
	}
	if s.Is(end, '年') {
		end = s.SkipRune(end+1, '度')
	}
	return span{fromYear: year, fromMonth: 1, fromDay: 1, year: to, month: 12, day: 31, kind: longer, from: p, end: end}, true
}

// monthDays reads 1.1-12.31 and 3.1-12.31前. Two numbers may look the same: it
// is a period where the name asks for time, a mark follows, or the second is a
// day of two digits without a unit.
func (s *lexer) monthDays(p int) (span, bool) {
	from, ok := s.monthDay(p, 0)
	next := s.Joint(from.end)
	switch {
	case !ok:
		return span{}, false
	case next == 0: // 6.30前, and 12.31 under 完成时间
		from = s.marks(from)
		return from, from.marked || from.day > 9 && from.end == s.Size() && s.asksForCompletion()
	}
	to, ok := s.monthDay(next, 0)
	if !ok || to.month*100+to.day <= from.month*100+from.day {
		return span{}, false
	}
	to = s.marks(to)
	if !to.marked && !s.asksForTime() && (to.day < 10 || s.counts(to.end)) {
		return span{}, false
	}
	from.from = p
	return from.until(to), true
}

// monthDay reads 12.31 as a day.
func (s *lexer) monthDay(p, year int) (span, bool) {
	month, q := s.Small(p, 12)
	if month == 0 || !s.Digit(p) || !s.In(q, "./") {
		return span{}, false
	}
	day, end := s.Small(q+1, 31)
	if day == 0 || day > quantity.LastDay(year, month) || !s.Digit(q+1) {
		return span{}, false
	}
	if s.Is(end, s.Rune(q)) || s.Digit(end) {
		return span{}, false
	}
	return span{year, month, day, year, month, day, false, oneDay, false, s.Rune(q), p, s.SkipRune(end, '日')}, true
}
