package value

import "jxmb/model/quantity"

// nameOfDigits gives the glyph behind digits that only name something: a
// product of two (7X24, 7×24小时), a ratio (1:21, 1比20); 0 for none. A row of the
// form keeps its number in front of a colon: 目标1:90%.
func (s *lexer) nameOfDigits(n quantity.Numeral) int {
	p := n.End
	if s.Is(p, '比') && s.lexNumeral(p+1) {
		return s.numeralsEnd(p + 1)
	}
	if n.Han || n.Scale > 0 || s.Gap(p+1) || !s.Digit(p+1) {
		return 0
	}
	end := s.numeralsEnd(p + 1)
	switch {
	case s.In(p, "Xx"), s.Is(p, ':') && !s.counts(end), s.In(p, "×*") && s.IsTime(end): // 3×4米 is a size
		return end
	}
	return 0
}

// lexNumeral reports a digit of either script at p.
func (s *lexer) lexNumeral(p int) bool { return s.Digit(p) || s.Class(p).Kind == quantity.Digit }

// numeralsEnd gives the glyph behind the digits and numerals from p on.
func (s *lexer) numeralsEnd(p int) int {
	for s.Numeric(p) || s.Is(p, '.') && s.Digit(p+1) {
		p++
	}
	return p
}

// intoName reports a figure that runs into a name in letters: ≥90PM2.5达标率.
// It counts only where a statement answers it.
func (s *lexer) intoName(n quantity.Numeral, lead quantity.Lead) bool {
	if lead == quantity.BehindWords || n.Scale > 0 || !quantity.IsLatin(s.Rune(n.End)) {
		return false
	}
	if _, unit := s.Latin(n.End); unit {
		return false
	}
	return s.Han(s.latinName(n.End))
}
