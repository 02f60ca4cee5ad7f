package lex

import "jxmb/model/quantity"

// sign reads ±, the joint of two quantities, and 每 before a unit.
func (s *Lexer) sign(p int) (Token, bool) {
	t := Token{Kind: JointToken, From: p}
	switch s.Rune(p) {
	case '±', '+', '正':
		t.Kind, t.End = PlusMinus, s.Past(p, tolerances)
	case '每':
		t.Kind, t.End = PerToken, s.eachUnit(p)
	case '和', '与':
		t.End = s.joint(p, p+1)
	default:
		t.End = s.joint(p, s.Joint(p))
	}
	return t, t.End > p
}

// tolerances are the spellings of ±.
var tolerances = quantity.WordList("±", "+-", "+/-", "正负")

// joint gives end, the glyph behind a joint at p, where it stands between two
// numbers, else p.
func (s *Lexer) joint(p, end int) int {
	if s.follows(justNumber, p) && s.startsNumber(end) {
		return end
	}
	return p
}

// eachUnit gives the glyph behind 每人每年 at p.
func (s *Lexer) eachUnit(p int) int {
	for s.Is(p, '每') {
		name, end := s.Denominator(p + 1)
		if name == "" || !s.countable(p+1) {
			break
		}
		p = end
	}
	return p
}

// leadingTime takes a time that begins the cell, where a number in digits follows, as
// what that is counted by, and gives the glyph behind: 年2次.
func (s *Lexer) leadingTime() int {
	if !s.Among(0, times) {
		return 0
	}
	end := s.Surface(0, quantity.RoleUnit)
	if !s.IsTime(0) || !s.Digit(end) {
		return 0
	}
	n := s.Positional(end, quantity.BehindWords)
	if !n.Ok || n.End == s.Size() || s.IsTime(n.End) { // 年12月
		return 0
	}
	s.Tokens = append(s.Tokens, Token{Kind: PerToken, End: end})
	return end
}

// times begin the units of time that a cell may begin with.
var times = []rune("年季月周日")

// countable reports a unit or a number at p.
func (s *Lexer) countable(p int) bool {
	return s.Surface(p, quantity.RoleUnit) > 0 || s.Numeric(p)
}
