package lex

import (
	"strings"
	"unicode"

	"jxmb/model/quantity"
)

// words takes one rune of text, or what belongs together: a Latin name with its
// digits (PM2.5), an estimate (数十), a rank (第3名).
func (s *Lexer) words(p int) Token {
	r := s.Rune(p)
	t := Token{Kind: TextToken, From: p, End: p + 1}
	switch {
	case r < 0x3000 && !unicode.IsLetter(r) && !unicode.IsNumber(r):
		t.Kind = MarkToken
	case quantity.IsLatin(r), r >= 'Α' && r <= 'ω', r == 'Ø': // Φ300
		t.End = s.latinName(p + 1)
	case s.Among(p, estimates):
		if quantity.Scales.Has(s.Class(p + 1).Kind) {
			t.End = s.numerals(p + 1)
		}
	case s.Among(p, ranks):
		t.End = s.rank(p + 1)
	}
	return t
}

// estimates begin an estimate, and ranks a rank.
var estimates, ranks = []rune("数几上"), []rune("第前")

// latinName gives the glyph behind the letters and digits from p on.
func (s *figures) latinName(p int) int {
	for quantity.IsLatin(s.Rune(p)) || s.Digit(p) || s.In(p, ".-+") && s.Digit(p+1) {
		p++
	}
	return p
}

// numerals gives the glyph behind the numerals in Chinese from p on.
func (s *Lexer) numerals(p int) int {
	for s.Class(p).Kind != quantity.NoNumeral {
		p++
	}
	return p
}

// rank gives the glyph behind a rank whose number begins at p: 第3, 前十名.
func (s *Lexer) rank(p int) int {
	if !s.Digit(p) && !quantity.Places.Has(s.Class(p).Kind) {
		return p
	}
	p = s.noNumber(p)
	if next := s.Joint(p); s.Numeric(next) && next > 0 { // 第1-3名
		p = s.noNumber(next)
	}
	if s.In(p, "名位") {
		p++
	}
	return p
}

// NameHas reports whether the name of the indicator contains the source of
// glyphs [from,to).
func (s *Sentence) NameHas(from, to int) bool {
	return to <= s.Size() && strings.Contains(s.Hint.Name, s.Source(from, to))
}
