package lex

import "jxmb/model/quantity"

// calendar reads dates and periods.
type calendar struct{ *Sentence }

// dateReaders read a date: in digits, by its year, or by a part of the year that the
// text does not name.
var dateReaders = []dateReader{
	(*calendar).numericDate,
	(*calendar).compactDate,
	(*calendar).ofYear,
	(*calendar).bareYear,
	(*calendar).partOfYear,
}

// dateReader reads a date at p, in the year that stands in front of it, 0 for none.
type dateReader = func(s *calendar, p, year int) (d Span, ok bool)

// firstDate is the date of the first reader that finds one.
func (s *calendar) firstDate(readers []dateReader, p, year int) (Span, bool) {
	for _, read := range readers {
		if d, ok := read(s, p, year); ok {
			d.From = p
			return d, true
		}
	}
	return Span{}, false
}

// date reads one date at p, then the words that mark its end (底, 前, 内).
func (s *calendar) date(p int) (Span, bool) {
	d, ok := s.firstDate(dateReaders, p, 0)
	if !ok {
		return Span{}, false
	}
	return s.marks(d), true
}

// ofYear reads a year with its 年, and the part of it behind: 2022年底, 2022年6月.
func (s *calendar) ofYear(p, _ int) (Span, bool) {
	year, q := s.yearOf(p)
	if !s.Is(q, '年') || year == 0 {
		return Span{}, false
	}
	for _, part := range [...]int{q, q + 1} {
		if d, ok := s.partOfYear(part, year); ok {
			return d, true
		}
	}
	if d, ok := s.monthDay(q+1, year); ok && d.day > 9 && d.End == s.Size() { // 2022年6.10
		return d, true
	}
	end := s.SkipRune(q+1, '度')
	return yearsOf(year, year, s.Past(end, wholeYear)), true
}

var wholeYear = quantity.WordList("全年") // 2021年全年

// bareYear reads a year that is all there is where the name asks for a date.
func (s *calendar) bareYear(p, _ int) (Span, bool) {
	year, end := s.Year(p)
	return yearsOf(year, year, end), year > 0 && end == s.Size() && s.asksForTime()
}

// yearOf reads a year in four digits, or in two where a part of the year
// follows: 23年12月. 23年 alone is a time.
func (s *calendar) yearOf(p int) (year, end int) {
	if year, end = s.Year(p); year > 0 {
		return year, end
	}
	end = p + 2
	if s.Digits(p, 2) != end || !s.Is(end, '年') || !s.partsYear(end) {
		return 0, p
	}
	year = 1900 + s.DigitsValue(p, end)
	if year < 1950 {
		year += 100
	}
	return year, end
}

// partsYear reports a part of the year around the 年 at p: 23年12月, 23年1-12月,
// 23年底. 10年内 is a time.
func (s *calendar) partsYear(p int) bool {
	_, part := s.partOfYear(p+1, 0)
	_, period := s.bareBeginning(p+1, 0)
	_, end := s.partOfYear(p, 0)
	return part || period || end && !s.Is(p+1, '内')
}

// partOfYear reads the part of a date behind its year.
func (s *calendar) partOfYear(p, year int) (Span, bool) { return s.firstDate(partReaders, p, year) }

// partReaders read a part of the year.
var partReaders = []dateReader{
	(*calendar).dateWord,
	(*calendar).quarter,
	(*calendar).month,
}

// dateWord reads a row of dates.tsv: 上半年, 年底.
func (s *calendar) dateWord(p, year int) (Span, bool) {
	n := s.Surface(p, quantity.RoleDate)
	if n == 0 || s.Word(p) > n {
		return Span{}, false
	}
	row := s.DateRow(s.Row(p, quantity.RoleDate))
	d := monthsOf(year, row.FromMonth, row.ToMonth, p+n)
	d.fromDay, d.day = row.FromDay, row.ToDay
	d.Marked = !s.Is(d.End-1, '年') // 年底 is a point, 上半年 a period
	return d, true
}

// quarter reads 第三季度, 3季度.
func (s *calendar) quarter(p, year int) (Span, bool) {
	f, ok := s.spelled(s.SkipRune(p, '第'), "Q季度")
	return monthsOf(year, 3*f.quarter-2, 3*f.quarter, f.end), ok
}

// month reads a month, or what the text names of it: 12月, 12月31日, 12月上旬.
func (s *calendar) month(p, year int) (Span, bool) {
	f, ok := s.spelled(p, "M月")
	if !ok {
		return Span{}, false
	}
	month := monthOf(year, f.month, s.SkipRune(f.end, '份'))
	if f, ok := s.spelled(month.End, "Dd"); ok { // 32日 is none of any month
		return dayOf(year, month.Month, f.day, f.end), quantity.DayExists(year, month.Month, f.day)
	}
	if last := s.lastOfTen(month.End); last > 0 {
		month.fromDay, month.day, month.End, month.Marked = last/10*10-9, min(last, month.day), month.End+2, true
		return month, true
	}
	if f, ok := s.spelled(month.End, "D"); ok && s.endsDay(f, month) { // 2023年12月31
		return dayOf(year, month.Month, f.day, f.end), true
	}
	return month, !s.In(month.End, "初中") // of which no day can be named
}

// endsDay reports a day in digits that lost its 日, with nothing behind it or a mark,
// where a year or the name of the indicator says that it is a day.
func (s *calendar) endsDay(f dateParts, month Span) bool {
	if f.day > month.day || !s.Digit(month.End) {
		return false
	}
	return (month.year > 0 || s.asksForTime()) && (f.end == s.Size() || s.mark(f.end) > 0)
}

// lastOfTen is the last day of 上旬, 中旬 or 下旬 at p, where the month has it; 0 for
// none of them.
func (s *calendar) lastOfTen(p int) int {
	if !s.Is(p+1, '旬') {
		return 0
	}
	return lastsOfTen[s.Rune(p)]
}

var lastsOfTen = map[rune]int{'上': 10, '中': 20, '下': 31}

// numericDate reads 2022-12-31, 2022/12, 2022.12.31, and --12-31.
func (s *calendar) numericDate(p, _ int) (Span, bool) {
	if f, ok := s.spelled(p, "--M-D"); ok {
		return s.numericDay(f)
	}
	f, ok := s.spelled(p, "YSM")
	if !ok {
		return Span{}, false
	}
	if day, ok := s.goOn(f, "sD"); ok {
		return s.numericDay(day)
	}
	d := monthOf(f.year, f.month, s.SkipRune(f.end, '月'))
	d.sep = f.sep
	d.loose = d.sep == '.' && d.End == f.end
	goesOn := d.End == f.end && (s.Is(f.end, f.sep) || s.counts(f.end))
	return d, !goesOn
}

// numericDay is a day in digits, where the calendar has it.
func (s *calendar) numericDay(f dateParts) (Span, bool) {
	d := dayOf(f.year, f.month, f.day, s.SkipRune(f.end, '日'))
	d.sep = f.sep
	return d, !s.Digit(f.end) && quantity.DayExists(f.year, f.month, f.day)
}

// compactDate reads 20231231, 202312 and 20230101-20231231 where the name of the
// indicator asks for a date.
func (s *calendar) compactDate(p, _ int) (Span, bool) {
	const withDay, withoutDay = 8, 6
	end := s.digitsEnd(p)
	n := end - p
	if n != withDay && n != withoutDay || !s.alone(end, n) || !s.asksForTime() {
		return Span{}, false
	}
	year, month := s.DigitsValue(p, p+4), s.DigitsValue(p+4, p+6)
	if year < 1900 || year > 2099 || !quantity.DayExists(year, month, 1) {
		return Span{}, false
	}
	if n == withoutDay {
		return monthOf(year, month, end), true
	}
	day := s.DigitsValue(p+6, p+8)
	s.Impossible = s.Impossible || !quantity.DayExists(year, month, day)
	return dayOf(year, month, day, end), !s.Impossible
}

// alone reports that digits which end at p are all that is left, or that a joint and
// as many again are.
func (s *calendar) alone(p, digits int) bool {
	next := s.Joint(p)
	return p == s.Size() || next > 0 && next+digits == s.Size() && s.digitsEnd(next) == s.Size()
}

// digitsEnd gives the glyph behind a run of digits at p.
func (s *calendar) digitsEnd(p int) int { return s.Digits(p, s.Size()) }
