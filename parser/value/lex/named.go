package lex

import (
	"unicode/utf8"

	"jxmb/model/quantity"
)

// nameEnd gives the glyph behind a number that only names something, 0 for one
// that counts. A loose figure is no name by itself.
func (s *measures) nameEnd(n quantity.Numeral, lead quantity.Lead, loose bool) int {
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
func (s *measures) named(n quantity.Numeral, lead quantity.Lead) bool {
	switch s.Rune(n.End) {
	case '#', '级', '号':
		return s.graded(n)
	case '星':
		return s.Is(n.End+1, '级') // 三星级
	case '等', '流':
		return s.ranked(n)
	case '室': // 3号楼502室
		return s.In(s.last().End-1, "楼栋幢座元")
	case '类':
		return s.classed(n, lead)
	case '版', '款', '届', '代':
		return s.editionAt(n)
	case 'A':
		return s.scenic(n)
	}
	return s.intoLetters(n.End)
}

// graded reports 二级, 2号 and 2#, not 2级台阶 where a longer unit counts.
func (s *measures) graded(n quantity.Numeral) bool {
	return s.Surface(n.End, quantity.RoleUnit) < 2
}

// ranked reports 一等 and 一流.
func (s *measures) ranked(n quantity.Numeral) bool {
	return !s.Han(n.End+1) || s.Surface(n.End+1, quantity.RoleSuffix) > 0
}

// classed reports 一类, a class; 3类 are three.
func (s *measures) classed(n quantity.Numeral, lead quantity.Lead) bool {
	return n.Han && lead != quantity.BehindOperator && !s.Han(n.End+1)
}

// scenic reports the A of scenic areas: 4A.
func (s *measures) scenic(n quantity.Numeral) bool {
	return !quantity.IsLatin(s.Rune(n.End+1)) && n.Number.Cmp("1") > 0 && n.Number.Cmp("5") <= 0
}

// editionAt reports the number of an edition: 2.0版, 2.1版本, 2022版. Behind a
// bound a year counts: ≥2000款.
func (s *measures) editionAt(n quantity.Numeral) bool {
	if s.Is(n.End+1, '本') || s.Has(n.End-2, ".0") {
		return true
	}
	const year = 4 // digits
	_, end := s.Year(n.End - year)
	return end == n.End && len(n.Number) == year && !s.behindBound(n.End-year)
}

// intoLetters reports letters at p that are neither a unit nor a placeholder, or a
// character that was lost: it may have been a digit.
func (s *measures) intoLetters(p int) bool {
	if s.Is(p, utf8.RuneError) {
		return true
	}
	if !quantity.IsLatin(s.Rune(p)) || s.Gap(p) || s.In(p, "xX") {
		return false
	}
	_, unit := s.Latin(p)
	return !unit && s.Filler(p) == 0
}
