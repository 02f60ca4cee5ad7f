package lex

import "jxmb/model/quantity"

// quotedName gives the glyph behind a name in quotation marks at p, 0 for none:
// digits that words follow (“五一”期间, “12·4”宣传), digits that go on in words
// (“2131工程”). “0”, “90%以上” and “3场” are numbers.
func (s *Lexer) quotedName(p int) int {
	if end := s.quotedTitle(p + 1); end > 0 {
		return end
	}
	end, named := s.quotedDigits(p + 1)
	if !named || s.Surface(end, quantity.RoleSuffix) > 0 {
		return 0
	}
	if unit := s.Surface(end, quantity.RoleUnit); unit > 0 && s.Word(end) <= unit {
		return 0
	}
	return end
}

// quotedDigits reads digits and the marks between them up to the closing
// quotation mark, and gives the glyph behind that. They name something where a
// word follows, or any glyph behind digits in Chinese, and not all are zeros.
func (s *Lexer) quotedDigits(p int) (end int, named bool) {
	arabic, counted := false, false
	for ; !s.Is(p, '"'); p++ {
		c := s.Class(p)
		switch {
		case s.Digit(p):
			arabic = true
		case c.Kind != quantity.Digit && c != quantity.Ten && !s.In(p, "·.-+"):
			return 0, false
		}
		counted = counted || !s.In(p, "0零·.-+")
	}
	follows := s.Han(p+1) || !arabic && p+1 < s.Size()
	return p + 1, counted && follows
}

// quotedTitle gives the glyph behind the quotation mark that closes digits with
// words behind them, 0 for none.
func (s *Lexer) quotedTitle(p int) int {
	const longest = 12
	q := s.digitsEnd(p)
	unit := s.Surface(q, quantity.RoleUnit)
	switch {
	case q == p:
		return 0
	case unit == 0 || s.Word(q) > 1:
	case s.IsTime(q) && s.Surface(q+unit, quantity.RoleVerb) == 0:
		q += unit // “15分钟生活圈”
	default:
		return 0
	}
	end := q
	for end < p+longest && s.Han(end) && !s.Followed(end) {
		end++
	}
	if end < q+2 || !s.Is(end, '"') {
		return 0
	}
	return end + 1
}
