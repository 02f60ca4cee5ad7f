package lex

import (
	"strings"

	"jxmb/model/quantity"
)

// listMark reads the number of a list item at p: "1、", "2.", "(3)", "(四)",
// ①. Items begin where a text or a part of it begins; later ones split it.
func (s *Lexer) listMark(p int) (Token, bool) {
	t := Token{Kind: MarkToken, From: p, End: s.listNumber(p)}
	if last := s.last().Kind; last != NoToken && last != SplitToken {
		t.Kind = SplitToken
	}
	return t, t.End > 0
}

// lastItem bounds the numbers of list items.
const lastItem = 20

// listNumber gives the glyph behind a list number with its mark, 0 for none.
func (s *Lexer) listNumber(p int) int {
	if r := s.Rune(p); r >= '①' && r <= '⑳' && s.last().Kind != OperatorToken {
		return p + 1
	}
	if !s.itemBegins(p) {
		return 0
	}
	n, end := s.Small(s.SkipRune(p, '('), lastItem)
	end = s.numbered(p, n, end)
	if end > 0 {
		s.item = n
	}
	return end
}

// numbered gives the glyph behind the mark of the item whose number n at p ends at end.
func (s *Lexer) numbered(p, n, end int) int {
	switch {
	case n == 0:
		return 0
	case s.Is(p, '(') && s.unitAlone(end+1):
		return 0
	case s.Is(p, '('):
		return s.itemWord(end, ")")
	case s.Digit(p):
		return s.itemMark(end)
	case s.Class(end+1).Kind != quantity.NoNumeral:
		return 0 // 一、二级 lists two levels
	}
	return s.itemWord(end, "、")
}

// itemMark gives the glyph behind the mark of a list number at p, 0 where no item
// follows it, but digits, nothing, or a unit alone: 1.5, 3.次. Digits behind a tab
// are an item: so Word sets automatic numbers apart.
func (s *Lexer) itemMark(p int) int {
	unit := s.Surface(p+1, quantity.RoleUnit)
	if p+1+unit == s.Size() || !s.Among(p, itemMarks) || s.Digit(p+1) && !s.tabbed(p+1) {
		return 0
	}
	return p + 1
}

// unitAlone reports a unit at p and nothing behind it: (5)万元 is a sum.
func (s *Lexer) unitAlone(p int) bool {
	u, ok := s.BareUnit(p, 0)
	return ok && u.End == s.Size()
}

var itemMarks = []rune("、.)")

// tabbed reports a tab in front of the glyph at p.
func (s *Lexer) tabbed(p int) bool {
	return s.Gap(p) && strings.Contains(s.Source(p-1, p+1), "\t")
}

// itemWord gives the glyph behind one of marks at p that a word follows, 0 for
// none.
func (s *Lexer) itemWord(p int, marks string) int {
	if s.In(p, marks) && s.Han(p+1) {
		return p + 1
	}
	return 0
}

// itemBegins reports a place where a list item may begin: at the start of the
// text or of a part of it, and, where a word follows the number, behind a comma,
// a quantity, or a blank.
func (s *Lexer) itemBegins(p int) bool {
	last := s.last()
	switch {
	case last.Kind == NoToken || last.Kind == SplitToken:
		return true
	case s.Is(p, '('):
		n, _ := s.Small(p+1, lastItem)
		return s.Gap(p) || s.item > 0 && n == s.item+1 // （1）培训5次（2）考核1次
	case s.Gap(p) || last.Kind == CommaToken:
	case last.Kind != QuantityToken || !s.Quantities[last.Row].HasUnit:
		return false
	}
	_, end := s.Small(p, lastItem)
	return last.End == p && s.Digit(p) && s.Han(end+1)
}
