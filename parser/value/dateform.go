package value

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
//	YSMsD   2022-06-30, 2022/6/30, 2022.6.30
var dateElements = [...]func(*lexer, *dateParts) bool{
	'Y': (*lexer).yearElement,
	'M': (*lexer).monthElement,
	'D': (*lexer).dayElement,
	'Q': (*lexer).quarterElement,
	'S': (*lexer).separator,
	's': (*lexer).sameSeparator,
	'd': (*lexer).dayMark,
}

// spelled reads a date at p that is spelled as form tells.
func (s *lexer) spelled(p int, form string) (f dateParts, ok bool) {
	f.end = p
	for _, element := range form {
		if !s.element(&f, element) {
			return f, false
		}
	}
	return f, true
}

func (s *lexer) element(f *dateParts, element rune) bool {
	if int(element) < len(dateElements) && dateElements[element] != nil {
		return dateElements[element](s, f)
	}
	f.end++
	return s.Is(f.end-1, element)
}

func (s *lexer) yearElement(f *dateParts) bool {
	f.year, f.end = s.Year(f.end)
	return f.year > 0
}

func (s *lexer) monthElement(f *dateParts) bool {
	f.month, f.end = s.Small(f.end, 12)
	return f.month > 0
}

// dayElement reads also a day that no month has, for its caller to refuse.
func (s *lexer) dayElement(f *dateParts) bool {
	f.day, f.end = s.Small(f.end, 99)
	return f.day > 0
}

func (s *lexer) quarterElement(f *dateParts) bool {
	f.quarter, f.end = s.Small(f.end, 4)
	return f.quarter > 0
}

func (s *lexer) separator(f *dateParts) bool {
	f.sep = s.Rune(f.end)
	f.end++
	return s.In(f.end-1, "-/.")
}

func (s *lexer) sameSeparator(f *dateParts) bool {
	f.end++
	return s.Is(f.end-1, f.sep)
}

func (s *lexer) dayMark(f *dateParts) bool {
	f.end++
	return s.In(f.end-1, "日号")
}
