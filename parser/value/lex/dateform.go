package lex

// dateParts are the numbers that a spelling of a date has, and the glyph behind it.
type dateParts struct {
	year    int
	month   int
	day     int
	quarter int
	sep     rune // between digits
	end     int
}

// dateElements read what a spelling of a date has at a place. Its capitals stand for
// numbers: Y a year in four digits, M a month, D a day, Q a quarter. S is the mark
// between two numbers, s the same again, and d a 日 or 号; every other rune stands for
// itself.
//
//	M月     6月
//	Dd      30日, 30号
//	YSM     2022-06, 2022/6, 2022.6, and sD goes on with the day
var dateElements = [...]func(*calendar, dateParts) (dateParts, bool){
	'Y': (*calendar).yearElement,
	'M': (*calendar).monthElement,
	'D': (*calendar).dayElement,
	'Q': (*calendar).quarterElement,
	'S': (*calendar).separator,
	's': (*calendar).sameSeparator,
	'd': (*calendar).dayMark,
}

// spelled reads a date at p that is spelled as form tells.
func (s *calendar) spelled(p int, form string) (f dateParts, ok bool) {
	return s.goOn(dateParts{end: p}, form)
}

// goOn reads what follows a part of a date.
func (s *calendar) goOn(f dateParts, form string) (whole dateParts, ok bool) {
	for _, element := range form {
		if f, ok = s.element(f, element); !ok {
			return f, false
		}
	}
	return f, true
}

func (s *calendar) element(f dateParts, element rune) (dateParts, bool) {
	if int(element) < len(dateElements) && dateElements[element] != nil {
		return dateElements[element](s, f)
	}
	f.end++
	return f, s.Is(f.end-1, element)
}

func (s *calendar) yearElement(f dateParts) (dateParts, bool) {
	f.year, f.end = s.Year(f.end)
	return f, f.year > 0
}

func (s *calendar) monthElement(f dateParts) (dateParts, bool) {
	f.month, f.end = s.Small(f.end, 12)
	return f, f.month > 0
}

// dayElement reads also a day that no month has, for its caller to refuse.
func (s *calendar) dayElement(f dateParts) (dateParts, bool) {
	f.day, f.end = s.Small(f.end, 99)
	return f, f.day > 0
}

func (s *calendar) quarterElement(f dateParts) (dateParts, bool) {
	f.quarter, f.end = s.Small(f.end, 4)
	return f, f.quarter > 0
}

func (s *calendar) separator(f dateParts) (dateParts, bool) {
	f.sep = s.Rune(f.end)
	f.end++
	return f, s.In(f.end-1, "-/.")
}

func (s *calendar) sameSeparator(f dateParts) (dateParts, bool) {
	f.end++
	return f, s.Is(f.end-1, f.sep)
}

func (s *calendar) dayMark(f dateParts) (dateParts, bool) {
	f.end++
	return f, s.In(f.end-1, "日号")
}
