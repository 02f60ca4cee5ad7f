package value

import "jxmb/model/quantity"

// nameEnd gives the glyph behind a number that only names something, 0 for one
// that counts. A loose figure is no name by itself.
func (s *lexer) nameEnd(n quantity.Numeral, lead quantity.Lead, loose bool) int {
	if end := s.nameOfDigits(n); end > 0 {
		return end
	}
	if !loose && s.named(n, lead) {
		return n.End
	}
	return 0
}

// named reports numbers that are part of a name: grades (二级, 一等, 一类),
// numbers of houses, editions (2022版), and runs into letters and digits (2e5,
// 3A级).
func (s *lexer) named(n quantity.Numeral, lead quantity.Lead) bool {
	p := n.End
	switch s.Rune(p) {
	case '#':
		return true
	case '级', '号':
		return s.Surface(p, quantity.RoleUnit) < 2
	case '星':
		return s.Is(p+1, '级')
	case '等', '流':
		return !s.Han(p+1) || s.Surface(p+1, quantity.RoleSuffix) > 0
	case '类': // 3类 are three, 一类 is a class
		return n.Han && lead != quantity.BehindOperator && !s.Han(p+1)
	case '版', '款', '届', '代':
		return s.editionAt(n)
	case 'A':
		return !quantity.IsLatin(s.Rune(p+1)) && n.Number.Cmp("1") > 0 && n.Number.Cmp("5") <= 0 // 4A of scenic areas
	}
	return s.intoLetters(p)
}

// editionAt reports the number of an edition: 2.0版, 2.1版本, 2022版. Behind a
// bound a year counts: ≥2000款.
func (s *lexer) editionAt(n quantity.Numeral) bool {
	if s.Is(n.End+1, '本') || s.Has(n.End-2, ".0") {
		return true
	}
	if n.End < 4 || s.behindBound(n.End-4) {
		return false
	}
	year, end := s.Year(n.End - 4)
	return year > 0 && end == n.End && len(n.Number) == 4
}

// intoLetters reports letters at p that are neither a unit nor a placeholder.
func (s *lexer) intoLetters(p int) bool {
	if !quantity.IsLatin(s.Rune(p)) || s.Gap(p) || s.In(p, "xX") {
		return false
	}
	_, unit := s.Latin(p)
	return !unit && s.Filler(p) == 0
}
