package value

import (
	"jxmb/model"
	"jxmb/model/quantity"
)

// trim gives digits back to the name that a figure runs into: ≥95|12345热线,
// ≥95|2022年任务, ≥95|5G基站. The name of the indicator tells where; without it
// the digits do, or the statement.
func (s *verdict) trim(figure, st *expression) {
	if figure.kind != aNumber || figure.han {
		return
	}
	first := figure.plain
	for first > figure.from && !s.Gap(first) && s.In(first-1, "0123456789.") {
		first--
	}
	for cut := first + 1; cut <= figure.plain; cut++ {
		if s.Digit(cut-1) && s.nameBegins(cut, figure, st, first) {
			s.cutAt(figure, first, cut)
			return
		}
	}
}

// nameBegins reports that the name behind a figure begins at cut.
func (s *verdict) nameBegins(cut int, figure, st *expression, first int) bool {
	digits := figure.plain - cut // that the name begins with
	switch {
	case s.nameAt(cut):
		return true
	case digits == 0:
		return false
	case s.YearAt(cut), s.Word(cut) > digits:
		return true
	}
	figures := s.Folded(first, cut)
	stated := figures == string(st.number) || figures == string(st.number.Shift(st.unit.Scale))
	switch {
	case !stated || s.Is(cut, '0'):
		return false
	case digits == 1:
		return quantity.IsLatin(s.Rune(figure.plain)) // 5G
	}
	return s.edition(cut, figure.plain) || s.Digit(cut+1) // 2.0平台, 16项制度
}

// edition reports glyphs [p,end) that count editions: 2.0 of 2.0版, 2.0平台, 2.0系统.
func (s *verdict) edition(p, end int) bool {
	return end == p+3 && s.Is(p+1, '.') && s.In(end, "版平系")
}

// nameCut gives the glyph inside or behind the digits at p at which the name of
// the indicator begins, where the number is the figure of a fused cell; 0 for
// none.
func (s *measures) nameCut(p int, n quantity.Numeral) int {
	if len(s.quantities) > 1 || n.Han || n.About {
		return 0
	}
	for cut := p + 1; cut <= n.End && s.Digit(cut-1); cut++ {
		if s.nameAt(cut) {
			return cut
		}
	}
	return 0
}

// namePart gives the glyph behind the name of the indicator at p, right behind
// a figure: its numbers are none of the cell's. It is p where no name is there.
func (s *lexer) namePart(p int) int {
	if len(s.tokens) > 2 || !s.follows(justNumber, p) {
		return p
	}
	return p + s.nameLength(p)
}

// nameAt reports that the name of the indicator stands at p, or a good part of
// the beginning of it.
func (s *sentence) nameAt(p int) bool { return s.nameLength(p) > 0 }

// nameLength counts the glyphs of that, 0 for too few. The figure that the name
// cuts and the token behind it ask for the same place.
func (s *sentence) nameLength(p int) int {
	if !s.Is(p, s.nameLead) {
		return 0
	}
	if s.asked != p {
		s.asked, s.found = p, s.matchName(p)
	}
	return s.found
}

// matchName compares the name with the glyphs at p.
func (s *sentence) matchName(p int) int {
	const enough = 4 // glyphs; a bracket behind the name does not repeat in the cell
	n := 0
	for _, r := range s.hint.Name {
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

// cutAt ends the figure at a glyph inside its digits.
func (s *verdict) cutAt(figure *expression, first, cut int) {
	n := s.Numeral(first, quantity.BehindWords)
	if n.End != cut {
		number, err := model.ParseDecimal(s.Folded(first, cut))
		if err != nil {
			return
		}
		n.Number = number
	}
	figure.number, figure.unit, figure.hasUnit = n.Number, quantity.Unit{}, false
	figure.end, figure.plain, figure.loose = cut, cut, false
}
