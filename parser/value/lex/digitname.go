package lex

import "jxmb/model/quantity"

// nameOfDigits gives the glyph behind digits that only name something: a
// product of two (7X24, 7×24小时), a ratio (1:21, 1比20); 0 for none.
func (s *figures) nameOfDigits(n quantity.Numeral) int {
	if !s.lexNumeral(n.End + 1) { // as behind most numbers
		return 0
	}
	pairs := pairings[s.Rune(n.End)]
	if pairs == nil { // before the end is sought: in a row of numbers it is that of the cell
		return 0
	}
	end := s.numeralsEnd(n.End + 1)
	if !pairs(s, n, end) {
		return 0
	}
	for s.Is(end, ':') && s.Digit(end+1) { // 4:3:3
		end = s.numeralsEnd(end + 1)
	}
	return end
}

// pairings say by the rune between two numbers, of which the second ends at a glyph,
// whether they only name something.
var pairings = map[rune]func(s *figures, n quantity.Numeral, end int) bool{
	'比': func(*figures, quantity.Numeral, int) bool { return true },
	'X': (*figures).factors, 'x': (*figures).factors,
	'×': (*figures).timedFactors, '*': (*figures).timedFactors,
	':': (*figures).ratio,
}

// factors reports two numbers in digits side by side.
func (s *figures) factors(n quantity.Numeral, _ int) bool {
	return !n.Han && n.Scale == 0 && !s.Gap(n.End+1) && s.Digit(n.End+1)
}

// timedFactors reports 7×24小时; 3×4米 is a size.
func (s *figures) timedFactors(n quantity.Numeral, end int) bool {
	return s.factors(n, end) && s.IsTime(end)
}

// ratio reports 1:21. A row of the form keeps its number in front of a colon:
// 目标1:90%.
func (s *figures) ratio(n quantity.Numeral, end int) bool {
	return s.factors(n, end) && !s.counts(end)
}

// lexNumeral reports a digit of either script at p.
func (s *figures) lexNumeral(p int) bool { return s.Digit(p) || s.Class(p).Kind == quantity.Digit }

// numeralsEnd gives the glyph behind the digits and numerals from p on.
func (s *figures) numeralsEnd(p int) int {
	for s.Numeric(p) || s.Is(p, '.') && s.Digit(p+1) {
		p++
	}
	return p
}

// intoName reports a figure that runs into a name in letters: ≥90PM2.5达标率.
// It counts only where a statement answers it.
func (s *figures) intoName(n quantity.Numeral, lead quantity.Lead) bool {
	if lead == quantity.BehindWords || n.Scale > 0 || !quantity.IsLatin(s.Rune(n.End)) {
		return false
	}
	if _, unit := s.Latin(n.End); unit {
		return false
	}
	return s.Han(s.latinName(n.End))
}
