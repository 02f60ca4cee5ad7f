package lex

import "jxmb/model/quantity"

// figures tells where numbers begin, and which digits are none.
type figures struct {
	calendar
	bound int // glyph behind the comparing operator that is being looked at
}

// startsNumber reports that a numeral may begin at p.
func (s *figures) startsNumber(p int) bool {
	if begins := starts[s.Class(p).Kind]; begins != nil {
		return begins(s, p)
	}
	if s.decimal(p) || s.signedAt(p) {
		return true
	}
	_, end := s.Currency(p)
	return s.lexNumeral(end)
}

// decimal reports digits at p, behind a point or none.
func (s *figures) decimal(p int) bool {
	return s.Digit(p) || s.Is(p, '.') && s.Digit(p+1) && !s.Is(p-1, '.')
}

// signedAt reports a sign at p that belongs to the digits behind. A dash behind a
// number or a date joins, and makes no number negative.
func (s *figures) signedAt(p int) bool {
	sign := s.Is(p, '-') || s.Is(p, '+')
	return sign && s.decimal(p+1) && !s.follows(joinKinds, p)
}

// joinKinds are the tokens that a dash behind them joins to what follows.
var joinKinds = KindsOf(QuantityToken, DateToken)

// starts say by the kind of a numeral in Chinese whether a number begins with it.
var starts = [...]func(*figures, int) bool{
	quantity.Digit:    (*figures).digitBegins,
	quantity.Ligature: (*figures).digitBegins,
	quantity.Tens:     (*figures).scaleBegins,
	quantity.Big:      (*figures).scaleBegins,
	quantity.Minus:    (*figures).minusBegins,
	quantity.Half:     (*figures).halfBegins,
}

// digitBegins reports a digit that no plain word hides.
func (s *figures) digitBegins(p int) bool { return !s.Hides(p, s.behindBound(p)) }

// scaleBegins reports a scale that stands for a number: 十, 百分之, 百分百, 近百.
func (s *figures) scaleBegins(p int) bool {
	number := s.Class(p) == quantity.Ten || s.Hundred(p) || s.fraction(p) || s.Colloquial(p)
	return number && s.digitBegins(p)
}

// fraction reports 百分之, 千分之, 万分之 at p.
func (s *figures) fraction(p int) bool {
	power, _ := s.PowerOver(p)
	return power > 0
}

func (s *figures) minusBegins(p int) bool {
	return s.Digit(p+1) || quantity.Places.Has(s.Class(p+1).Kind)
}

// halfBegins reports 半年, not 半数.
func (s *figures) halfBegins(p int) bool { return s.IsTime(p+1) && s.Word(p) == 0 }
