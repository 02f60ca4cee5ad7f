package value

import (
	"jxmb/model/quantity"
)

// date reads one date at p: year, then half, quarter, month or day, then the
// words that mark its end (底, 前, 内).
func (s *lexer) date(p int) (span, bool) {
	if d, ok := s.numericDate(p); ok {
		return s.marks(d), true
	}
	year, q := s.yearOf(p)
	if year > 0 {
		if !s.Is(q, '年') {
			d := span{fromYear: year, fromMonth: 1, fromDay: 1, year: year, month: 12, day: 31, kind: oneYear, from: p, end: q}
			return d, q == s.Size() && s.asksForTime()
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
	if s.Has(d.end, "全年") { // 2021年全年
		d.end += 2
	}
	return s.marks(d), true
}

// yearOf reads a year in four digits, or in two where a part of the year
// follows: 23年12月. 23年 alone is a time.
func (s *lexer) yearOf(p int) (year, end int) {
	if year, end = s.Year(p); year > 0 {
		return year, end
	}
	end = p + 2
	if s.Digits(p, 2) != end || !s.Is(end, '年') || !s.partsYear(end) {
		return 0, p
	}
	year = 1900 + int(s.Rune(p)-'0')*10 + int(s.Rune(p+1)-'0')
	if year < 1950 {
		year += 100
	}
	return year, end
}

// partsYear reports a part of the year around the 年 at p: 23年12月, 23年1-12月,
// 23年底. 10年内 is a time.
func (s *lexer) partsYear(p int) bool {
	_, ok := s.withinYear(p+1, 0)
	if !ok {
		_, ok = s.bareBeginning(p + 1)
	}
	if !ok && !s.Is(p+1, '内') {
		_, ok = s.withinYear(p, 0)
	}
	return ok
}

// withinYear reads the part of a date behind its year.
func (s *lexer) withinYear(p, year int) (span, bool) {
	if s.Surface(p, quantity.RoleDate) > 0 && s.Surface(p, quantity.RoleWord) <= s.Surface(p, quantity.RoleDate) {
		row := s.DateRow(s.Row(p, quantity.RoleDate))
		d := span{year, row.FromMonth, row.FromDay, year, row.ToMonth, row.ToDay, false, longer, false, 0, p, p + s.Surface(p, quantity.RoleDate)}
		last := s.Rune(d.end - 1)
		d.marked = last != '年' // 年底 is a point, 上半年 a period
		return d, true
	}
	if d, ok := s.quarter(p); ok {
		return d.inYear(year, p), true
	}
	month, q := s.Small(p, 12)
	if month == 0 || !s.Is(q, '月') {
		return span{}, false
	}
	q = s.SkipRune(q+1, '份')
	d := span{year, month, 1, year, month, quantity.LastDay(year, month), false, oneMonth, false, 0, p, q}
	if day, after := s.Small(q, 99); day > 0 && s.In(after, "日号") { // 32日 is none of any month
		d.fromDay, d.day, d.kind, d.end = day, day, oneDay, after+1
		return d, quantity.DayExists(year, month, day)
	}
	if s.Is(q+1, '旬') {
		return s.tenDays(d, q), true
	}
	if day, after := s.Small(q, d.day); day > 0 && s.Digit(q) && s.endsDay(after, year) { // 2023年12月31
		d.fromDay, d.day, d.kind, d.end = day, day, oneDay, after
		return d, true
	}
	return d, !s.In(q, "初中") // of which no day can be named
}

// endsDay reports what may stand at p behind a day that lost its 日: nothing, or a
// mark, where a year or the name of the indicator says that it is a day.
func (s *lexer) endsDay(p, year int) bool {
	return (year > 0 || s.asksForTime()) && (p == s.Size() || s.mark(p) > p)
}

// tenDays ends a month with 上旬, 中旬 or 下旬 at p.
func (s *lexer) tenDays(d span, p int) span {
	last := lastOfTen[s.Rune(p)]
	if last == 0 {
		return d
	}
	d.day, d.end, d.marked = min(last, d.day), p+2, true
	return d
}

// lastOfTen is the last day of 上旬, 中旬 and 下旬, where the month has it.
var lastOfTen = map[rune]int{'上': 10, '中': 20, '下': 31}

// quarter reads 第三季度, 3季度.
func (s *lexer) quarter(p int) (span, bool) {
	n, after := s.Small(s.SkipRune(p, '第'), 4)
	if n == 0 || !s.Has(after, "季度") {
		return span{}, false
	}
	return span{0, 3*n - 2, 1, 0, 3 * n, quantity.LastDay(0, 3*n), false, longer, false, 0, p, after + 2}, true
}

// numericDate reads 2022-12-31, 2022/12, 2022.12.31, and --12-31.
func (s *lexer) numericDate(p int) (span, bool) {
	year, q := s.Year(p)
	if year == 0 {
		if !s.Has(p, "--") {
			return s.compactDate(p)
		}
		q = p + 1
	}
	if !s.In(q, "-/.") {
		return span{}, false
	}
	month, after := s.Small(q+1, 12)
	if month == 0 || s.Digit(after) {
		return span{}, false
	}
	d := span{year, month, 1, year, month, quantity.LastDay(year, month), false, oneMonth, false, s.Rune(q), p, after}
	if s.Rune(after) == d.sep {
		return s.numericDay(d)
	}
	if year == 0 || s.counts(after) && !s.Is(after, '月') {
		return span{}, false
	}
	d.end = s.SkipRune(after, '月')
	d.loose = d.sep == '.' && d.end == after
	return d, true
}

// numericDay reads the day behind a month in digits: -31 of 2022-12-31.
func (s *lexer) numericDay(d span) (span, bool) {
	day, after := s.Small(d.end+1, 31)
	if day == 0 || s.Digit(after) || !quantity.DayExists(d.year, d.month, day) {
		return span{}, false
	}
	d.fromDay, d.day, d.kind, d.end = day, day, oneDay, s.SkipRune(after, '日')
	return d, true
}

// compactDate reads 20231231 and 202312 where the name of the indicator asks
// for a date.
func (s *lexer) compactDate(p int) (span, bool) {
	const withDay, withoutDay = 8, 6
	n := s.Size() - p
	if n != withDay && n != withoutDay || s.digitsEnd(p) != s.Size() || !s.asksForTime() {
		return span{}, false
	}
	year := s.DigitsValue(p, p+4)
	month := s.DigitsValue(p+4, p+6)
	if year/100 != 19 && year/100 != 20 || month < 1 || month > 12 {
		return span{}, false
	}
	d := span{year, month, 1, year, month, quantity.LastDay(year, month), false, oneMonth, false, 0, p, s.Size()}
	if n == withDay {
		day := s.DigitsValue(p+6, p+8)
		s.impossible = s.impossible || day < 1 || day > d.day
		d.fromDay, d.day, d.kind = day, day, oneDay
	}
	return d, !s.impossible
}

// digitsEnd gives the glyph behind a run of digits at p.
func (s *lexer) digitsEnd(p int) int {
	for s.Digit(p) {
		p++
	}
	return p
}

// marks reads 底, 末, 前, 内 and their like behind a date, and 及以前.
func (s *lexer) marks(d span) span {
	if d.kind == oneDay {
		d.end = s.clock(d.end)
	}
	for range 3 {
		end := s.mark(s.skipAnd(d.end))
		if end == 0 {
			break
		}
		d.end, d.marked = end, true
	}
	return d
}

// dayParts may stand between a day and an hour of it.
var dayParts = quantity.WordList("上午", "下午", "中午", "晚上", "凌晨", "当日", "当天")

// clock gives the glyph behind an hour of the day at p: 12月31日24时, 下午5点, 17:00.
func (s *lexer) clock(p int) int {
	hour, q := s.Small(s.Past(p, dayParts), 24)
	if hour == 0 {
		return p
	}
	if s.Is(q, ':') && s.Digit(q+1) && s.Digit(q+2) {
		return q + 3
	}
	end := s.SkipRune(q+1, '整')
	if s.In(q, "时点") && (!s.Han(end) || s.mark(end) > 0) {
		return end
	}
	return p
}

// ands may stand between a date and the 以前 that it includes itself in.
var ands = quantity.WordList("(含)", "或者", "及", "或", "含")

// skipAnd skips what may stand between a date and 以前: 及, 或, （含）.
func (s *lexer) skipAnd(p int) int {
	if q := s.Past(p, ands); s.In(q, "以之前") {
		return q
	}
	return p
}

// dateMarks make the last day of a date the one that counts.
var dateMarks = quantity.WordList("底", "末", "前", "止", "内", "之前", "以前", "之内", "以内", "为止")

// mark gives the glyph behind the mark at p, 0 for none.
func (s *lexer) mark(p int) int {
	end := s.Past(p, dateMarks)
	if end == p || s.Is(p, '内') && s.Word(p) > 1 {
		return 0
	}
	return end
}
