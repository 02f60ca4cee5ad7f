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
	case s.NameAt(cut):
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
