package value

import (
	"fmt"
	"jxmb/model/quantity"
	"strconv"
)

// span is a date or a period of the calendar. Year 0 means that the text
// names none.
type span struct {
	fromYear, fromMonth, fromDay int
	year, month, day             int  // last day
	marked                       bool // 底, 前, 内: only the last day counts
	kind                         spanKind
	loose                        bool // 2023.07: a decimal number just as well
	from, end                    int  // glyphs
}

type spanKind uint8

const (
	oneDay spanKind = iota
	oneMonth
	longer // quarter, half, year, period
	oneYear
)

// lastDay is the length of a month. February without a year has 28 days: the
// day that every year has.
func lastDay(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year > 0 && year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// dates are the first and last day in ISO 8601, or RFC 6350 truncated form
// where no year is known. from is empty for a point in time.
func (d *span) dates() (from, to string) {
	to = isoDate(d.year, d.month, d.day)
	if d.kind != oneDay && !d.marked {
		from = isoDate(d.fromYear, d.fromMonth, d.fromDay)
	}
	return from, to
}

func isoDate(year, month, day int) string {
	if year == 0 {
		return fmt.Sprintf("--%02d-%02d", month, day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

// period reads a date, or two joined by a dash or 至: 2023.07-2024.01, 1-12月.
func (s *scan) period(p int) (span, bool) {
	d, ok := s.date(p)
	if !ok {
		return s.shortPeriod(p)
	}
	if d.kind == oneYear && !d.marked { // 2022年1-12月
		if months, ok := s.shortPeriod(d.end); ok && months.fromYear == 0 {
			months.fromYear, months.year, months.from = d.year, d.year, p
			months.day = lastDay(d.year, months.month)
			return months, true
		}
	}
	if q := s.Joint(d.end); q > 0 && !d.marked {
		to, ok := s.date(q)
		if !ok && d.kind == oneDay {
			to, ok = s.dayOfMonth(q, d)
		}
		if ok {
			return d.until(to), true
		}
	}
	return d, !d.loose || d.marked || s.asksForTime()
}

// until joins two dates; the second takes the year of the first.
func (d span) until(to span) span {
	if to.year == 0 && d.fromYear != 0 {
		to.year = d.fromYear
		if to.day == lastDay(0, to.month) && to.kind != oneDay {
			to.day = lastDay(to.year, to.month)
		}
	}
	d.year, d.month, d.day = to.year, to.month, to.day
	d.kind, d.end, d.loose = longer, to.end, false
	return d
}

// shortPeriod reads a period whose first half has no unit: 1-12月, 2020-2022年.
func (s *scan) shortPeriod(p int) (span, bool) {
	if year, q := s.Year(p); year > 0 {
		to, after := s.Year(s.Joint(q))
		if q = s.Joint(q); q == 0 || to < year {
			return span{}, false
		}
		if s.Is(after, '年') {
			after = s.SkipRune(after+1, '度')
		}
		return span{fromYear: year, fromMonth: 1, fromDay: 1, year: to, month: 12, day: 31, kind: longer, from: p, end: after}, true
	}
	n, q := s.Small(p, 12)
	if n == 0 || s.Joint(q) == 0 {
		return span{}, false
	}
	to, ok := s.date(s.Joint(q))
	if !ok || to.kind != oneMonth || to.fromYear != 0 || to.fromMonth < n || to.loose {
		return span{}, false
	}
	to.fromMonth, to.fromDay, to.kind, to.from = n, 1, longer, p
	return to, true
}

func (s *scan) dayOfMonth(p int, of span) (span, bool) {
	day, q := s.Small(p, 31)
	if day == 0 || !s.Is(q, '日') && !s.Is(q, '号') || day > lastDay(of.year, of.month) {
		return span{}, false
	}
	of.day, of.end = day, q+1
	return of, true
}

// date reads one date at p: year, then half, quarter, month or day, then the
// words that mark its end (底, 前, 内).
func (s *scan) date(p int) (span, bool) {
	if d, ok := s.numericDate(p); ok {
		return s.marks(d), true
	}
	year, q := s.Year(p)
	if year > 0 {
		if !s.Is(q, '年') {
			return span{}, false
		}
		if d, ok := s.withinYear(q, year); ok { // 2022年底
			d.from = p
			return s.marks(d), true
		}
		q++
	} else {
		q = p
	}
	if d, ok := s.withinYear(q, year); ok {
		d.from = p
		return s.marks(d), true
	}
	if year == 0 {
		return span{}, false
	}
	d := span{fromYear: year, fromMonth: 1, fromDay: 1, year: year, month: 12, day: 31, kind: oneYear, from: p}
	d.end = s.SkipRune(q, '度')
	if s.Is(d.end, '全') && s.Is(d.end+1, '年') { // 2021年全年
		d.end += 2
	}
	return s.marks(d), true
}

// withinYear reads the part of a date behind its year.
func (s *scan) withinYear(p, year int) (span, bool) {
	if s.Surface(p, quantity.RoleDate) > 0 && s.Surface(p, quantity.RoleWord) <= s.Surface(p, quantity.RoleDate) {
		row := s.DateRow(s.Row(p, quantity.RoleDate))
		d := span{year, row.FromMonth, row.FromDay, year, row.ToMonth, row.ToDay, false, longer, false, p, p + s.Surface(p, quantity.RoleDate)}
		last := s.Rune(d.end - 1)
		d.marked = last != '年' // 年底 is a point, 上半年 a period
		return d, true
	}
	if q := s.SkipRune(p, '第'); true {
		if n, after := s.Small(q, 4); n > 0 && s.Is(after, '季') && s.Is(after+1, '度') {
			return span{year, 3*n - 2, 1, year, 3 * n, lastDay(year, 3*n), false, longer, false, p, after + 2}, true
		}
	}
	month, q := s.Small(p, 12)
	if month == 0 || !s.Is(q, '月') {
		return span{}, false
	}
	q = s.SkipRune(q+1, '份')
	d := span{year, month, 1, year, month, lastDay(year, month), false, oneMonth, false, p, q}
	if day, after := s.Small(q, 31); day > 0 && (s.Is(after, '日') || s.Is(after, '号')) {
		if day > lastDay(year, month) && (month != 2 || year > 0 || day > 29) {
			return span{}, false
		}
		d.fromDay, d.day, d.kind, d.end = day, day, oneDay, after+1
	} else if s.Is(q+1, '旬') {
		switch s.Rune(q) {
		case '上':
			d.day, d.end, d.marked = 10, q+2, true
		case '中':
			d.day, d.end, d.marked = 20, q+2, true
		case '下':
			d.end, d.marked = q+2, true
		}
	} else if s.Is(q, '初') || s.Is(q, '中') {
		return span{}, false // no day can be named
	}
	return d, true
}

// numericDate reads 2022-12-31, 2022/12, 2022.12.31, and --12-31.
func (s *scan) numericDate(p int) (span, bool) {
	year, q := s.Year(p)
	if year == 0 {
		if !s.Is(p, '-') || !s.Is(p+1, '-') {
			return s.compactDate(p)
		}
		q = p + 1
	}
	sep := s.Rune(q)
	if sep != '-' && sep != '/' && sep != '.' {
		return span{}, false
	}
	month, q := s.Small(q+1, 12)
	if month == 0 || quantity.IsDigit(s.Rune(q)) {
		return span{}, false
	}
	if s.Rune(q) == sep {
		day, after := s.Small(q+1, 31)
		if day == 0 || quantity.IsDigit(s.Rune(after)) || day > lastDay(year, month) && (month != 2 || year > 0 || day > 29) {
			return span{}, false
		}
		return span{year, month, day, year, month, day, false, oneDay, false, p, s.SkipRune(after, '日')}, true
	}
	if year == 0 || s.Surface(q, quantity.RoleUnit) > 0 && !s.Is(q, '月') || s.Multiplier(q) {
		return span{}, false
	}
	loose := sep == '.' && !s.Is(q, '月')
	return span{year, month, 1, year, month, lastDay(year, month), false, oneMonth, loose, p, s.SkipRune(q, '月')}, true
}

// compactDate reads 20231231 and 202312 where the name of the indicator asks
// for a date.
func (s *scan) compactDate(p int) (span, bool) {
	end := p
	for end < p+8 && quantity.IsDigit(s.Rune(end)) {
		end++
	}
	n := end - p
	if n != 8 && n != 6 || end != s.Size() || !s.asksForTime() {
		return span{}, false
	}
	digits, _ := strconv.Atoi(s.Folded(p, p+6))
	year, month := digits/100, digits%100
	if year < 1900 || year > 2099 || month < 1 || month > 12 {
		return span{}, false
	}
	if n == 6 {
		return span{year, month, 1, year, month, lastDay(year, month), false, oneMonth, false, p, end}, true
	}
	day, _ := strconv.Atoi(s.Folded(p+6, end))
	if day < 1 || day > lastDay(year, month) {
		return span{}, false
	}
	return span{year, month, day, year, month, day, false, oneDay, false, p, end}, true
}

// marks reads 底, 末, 前, 内 and their like behind a date.
func (s *scan) marks(d span) span {
	for range 3 {
		r, next := s.Rune(d.end), s.Rune(d.end+1)
		switch {
		case (r == '之' || r == '以') && (next == '前' || next == '内'):
			d.end += 2
		case r == '底' || r == '末' || r == '前' || r == '止' || r == '内' && s.Word(d.end) < 2:
			d.end++
		case r == '为' && next == '止':
			d.end += 2
		default:
			return d
		}
		d.marked = true
	}
	return d
}
