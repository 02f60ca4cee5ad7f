package lex

import (
	"jxmb/model/quantity"
)

// nameCut gives the glyph inside or behind the digits at p at which the name of
// the indicator begins, where the number is the figure of a fused cell; 0 for
// none.
func (s *measures) nameCut(p int, n quantity.Numeral) int {
	if len(s.Quantities) > 1 || n.Han || n.About {
		return 0
	}
	for cut := p + 1; cut <= n.End && s.Digit(cut-1); cut++ {
		if s.NameAt(cut) {
			return cut
		}
	}
	return 0
}

// namePart gives the glyph behind the name of the indicator at p, right behind
// a figure: its numbers are none of the cell's. It is p where no name is there.
func (s *Lexer) namePart(p int) int {
	if len(s.Tokens) > 2 || !s.follows(justNumber, p) {
		return p
	}
	return p + s.nameLength(p)
}

// NameAt reports that the name of the indicator stands at p, or a good part of
// the beginning of it.
func (s *Sentence) NameAt(p int) bool { return s.nameLength(p) > 0 }

// nameLength counts the glyphs of that, 0 for too few. The figure that the name
// cuts and the token behind it ask for the same place.
func (s *Sentence) nameLength(p int) int {
	if !s.Is(p, s.nameLead) {
		return 0
	}
	if s.asked != p {
		s.asked, s.found = p, s.matchName(p)
	}
	return s.found
}

// matchName compares the name with the glyphs at p.
func (s *Sentence) matchName(p int) int {
	const enough = 4 // glyphs; a bracket behind the name does not repeat in the cell
	n := 0
	for _, r := range s.Hint.Name {
		switch r = quantity.FoldRune(r); {
		case r == 0: // a blank
		case s.Is(p+n, r):
			n++
		case n < enough:
			return 0
		default:
			return n
		}
	}
	return n
}
