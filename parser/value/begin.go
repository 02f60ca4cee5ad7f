package value

import "jxmb/model/quantity"

// startsNumber reports that a numeral may begin at p.
func (s *lexer) startsNumber(p int) bool {
	if s.Digit(p) || s.startsSigned(p) {
		return true
	}
	if _, end := s.Currency(p); end > p {
		return s.lexNumeral(end)
	}
	switch c := s.Class(p); c.Kind {
	case quantity.Digit, quantity.Ligature:
		return !s.Hides(p, s.behindBound(p))
	case quantity.Tens, quantity.Big:
		return s.startsScale(p, c) && !s.Hides(p, s.behindBound(p))
	case quantity.Minus:
		return s.Digit(p+1) || quantity.Places.Has(s.Class(p+1).Kind)
	case quantity.Half:
		return s.IsTime(p+1) && s.Word(p) < 2
	}
	return false
}

// startsSigned reports digits behind a point or a sign at p. A dash behind a
// number or a date joins, and makes no number negative.
func (s *lexer) startsSigned(p int) bool {
	switch s.Rune(p) {
	case '.':
		return s.Digit(p + 1)
	case '-', '+':
		joins := joinKinds.has(s.last().kind) && s.last().end == p
		return !joins && (s.Digit(p+1) || s.Is(p+1, '.') && s.Digit(p+2))
	}
	return false
}

// joinKinds are the tokens that a dash behind them joins to what follows.
var joinKinds = kindsOf(quantityToken, dateToken)

// startsScale reports a scale at p that begins a number: 十, 百分之, 百分百, 近百.
func (s *lexer) startsScale(p int, c quantity.NumeralRow) bool {
	if c.Value == 1 && c.Kind == quantity.Tens || s.Has(p+1, "分百") {
		return true
	}
	power, _ := s.PowerOver(p)
	return power > 0 || s.Colloquial(p)
}
