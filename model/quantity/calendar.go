package quantity

// LastDay is the length of a month. February without a year has 28 days: the
// day that every year has.
func LastDay(year, month int) int {
	if month == 2 && isLeap(year) {
		return 29
	}
	return monthLengths[month]
}

// monthLengths are the days of each month of a common year; no month is 0.
var monthLengths = [...]int{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// leapYear stands for a year that a text does not name: it may have a 29 February.
const leapYear = 2000

func isLeap(year int) bool { return year > 0 && year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// DayExists reports a day of the calendar; 29 February where no year is named.
func DayExists(year, month, day int) bool {
	if year == 0 {
		year = leapYear
	}
	return month <= 12 && 1 <= day && day <= LastDay(year, month)
}

// ImpossibleDay is the first day that a text names and the calendar does not
// have, as it is written: 6月31日, 2023年13月, 2023-02-30; "" where there is none.
func ImpossibleDay(text string) string {
	t := Read(text)
	defer t.Release()
	for p := range t.glyphs {
		if end := t.NoSuchDay(p); end > 0 && !t.Numeric(p-1) {
			return t.Source(p, end)
		}
	}
	return ""
}

// mostInTwo bounds the numbers of days and months that are looked at: two
// digits, which no other reader takes for a date.
const mostInTwo = 99

// NoSuchDay gives the glyph behind a day at p that the calendar does not have,
// alone or at the end of a period in one month (6月31日, 6月1日-31日, 2023年13月,
// 2023-02-30); 0 for every other text.
func (t *Text) NoSuchDay(p int) int {
	year, q := t.Year(p)
	if year > 0 && t.In(q, "-/.") {
		return t.noSuchDigits(q, year)
	}
	if year > 0 {
		q = t.SkipRune(q, '年')
	}
	month, end := t.monthOf(q, year > 0)
	if end == 0 {
		return 0
	}
	if month < 1 || month > 12 && year > 0 {
		return end
	}
	day, end := t.dayOf(end)
	if day == 0 || DayExists(year, month, day) {
		return 0
	}
	return end
}

// monthOf reads a month in front of its 月, also one that no year has. Zero is
// one behind a year alone.
func (t *Text) monthOf(p int, zero bool) (month, end int) {
	month, q := t.Small(p, mostInTwo)
	if month == 0 && zero && t.In(p, "0零") {
		q = t.SkipRune(p+1, '0')
	}
	if q == p || !t.Is(q, '月') {
		return 0, 0
	}
	return month, t.SkipRune(q+1, '份')
}

// dayOf reads the day behind a month, or the later of two; 0 for none.
func (t *Text) dayOf(p int) (day, end int) {
	day, end = t.dayAt(p)
	bare, after := t.Small(p, mostInTwo)
	if end > 0 {
		after = end
	}
	next := t.Joint(after)
	if bare == 0 || next == 0 {
		return day, end
	}
	last, after := t.dayAt(next)
	if last == 0 {
		return day, end
	}
	return max(bare, last), after
}

// dayAt reads a number with its 日 or 号.
func (t *Text) dayAt(p int) (day, end int) {
	day, q := t.Small(p, mostInTwo)
	if day == 0 || !t.In(q, "日号") {
		return 0, 0
	}
	return day, q + 1
}

// noSuchDigits is NoSuchDay for what follows a year in digits: -02-30.
func (t *Text) noSuchDigits(p, year int) int {
	month, q := t.Small(p+1, mostInTwo)
	if month == 0 || t.Rune(q) != t.Rune(p) {
		return 0
	}
	day, end := t.Small(q+1, mostInTwo)
	if day == 0 || t.Digit(end) || t.Rune(end) == t.Rune(p) || DayExists(year, month, day) {
		return 0
	}
	return t.SkipRune(end, '日')
}

// Small reads a number from 1 to most in one or two Arabic digits or in
// Chinese; 0 where there is none.
func (t *numerals) Small(p, most int) (n, end int) {
	end = t.Digits(p, 3)
	n = t.DigitsValue(p, end)
	if end == p {
		n, end = t.smallHan(p)
	}
	if n < 1 || n > most {
		return 0, p
	}
	return n, end
}

// smallHan reads 一 to 九十九.
func (t *numerals) smallHan(p int) (n, end int) {
	if c := t.Class(p); c.Kind == Digit {
		n, p = int(c.Value), p+1
	}
	if c := t.Class(p); c.Kind == Tens && c.Value == 1 {
		n, p = max(n, 1)*10, p+1
		if c = t.Class(p); c.Kind == Digit {
			n, p = n+int(c.Value), p+1
		}
	}
	return n, p
}

// Year reads 1900 to 2099 in four digits.
func (t *numerals) Year(p int) (year, end int) {
	for end = p; end < p+4; end++ {
		c := t.Class(end)
		switch r := t.Rune(end); {
		case IsDigit(r) && (end == p || !t.glyphs[end].gap):
			year = year*10 + int(r-'0')
		case c.Kind == Digit:
			year = year*10 + int(c.Value)
		case r == '○' && t.Class(end-1).Kind == Digit: // 二○二三
			year *= 10
		default:
			return 0, p
		}
	}
	if year < 1900 || year > 2099 || IsDigit(t.Rune(end)) || t.Class(end).Kind == Digit {
		return 0, p
	}
	return year, end
}

// YearAt reports a year with its 年 at p.
func (t *numerals) YearAt(p int) bool {
	year, end := t.Year(p)
	return year > 0 && t.Is(end, '年')
}
