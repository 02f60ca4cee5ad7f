package lex

import (
	"jxmb/model"
	"jxmb/model/quantity"
)

// measures reads numbers with what stands around them: currency, unit, suffix.
type measures struct{ figures }

// quantityAt reads a number with its unit at p. What turns out to be no
// number is text, consumed whole, so that reading stays linear.
func (s *measures) quantityAt(p int) Token {
	row := len(s.Quantities)
	s.Quantities = append(s.Quantities, Magnitude{From: p})
	q := &s.Quantities[row]
	end, ok := s.magnitude(q)
	if !ok {
		s.Quantities = s.Quantities[:row]
		return Token{Kind: TextToken, From: p, End: end}
	}
	return Token{Kind: QuantityToken, From: p, End: end, Row: row}
}

// magnitude fills q, which begins at its glyph from, and gives the glyph behind;
// ok is false where that is no number.
func (s *measures) magnitude(q *Magnitude) (end int, ok bool) {
	currency, p := s.Currency(q.From)
	lead := s.lead(p)
	n := s.Numeral(p, lead)
	if !n.Ok || n.End <= p {
		return s.noNumber(max(n.End, p+1)), false
	}
	if s.cutByName(q, p, n) {
		return q.End, true
	}
	q.Loose = s.intoName(n, lead)
	if end := s.nameEnd(n, lead, q.Loose); end > 0 {
		return end, false
	}
	s.number(q, n)
	ok = s.priced(q, currency) && s.complete(q)
	return q.End, ok
}

// noNumber gives the glyph behind what more of numerals follows at p.
func (s *measures) noNumber(p int) int {
	for s.Numeric(p) {
		p++
	}
	return p
}

// number fills q with a numeral and its unit.
func (s *measures) number(q *Magnitude, n quantity.Numeral) {
	q.Number, q.Han, q.About, q.Plain, q.End = n.Number, n.Han, n.About, n.End, n.End
	if n.Scale > 0 && n.Plain > 0 {
		q.Plain = n.Plain
	}
	if !q.Loose {
		s.measure(q, n)
	}
}

// cutByName ends a figure where the name of the indicator begins in its digits.
func (s *measures) cutByName(q *Magnitude, p int, n quantity.Numeral) bool {
	cut := s.nameCut(p, n)
	if cut == 0 {
		return false
	}
	number, err := model.ParseDecimal(s.Folded(p, cut))
	q.Number, q.Plain, q.End = number, cut, cut
	return err == nil
}

// lead is what stands in front of the number at p.
func (s *measures) lead(p int) quantity.Lead {
	switch kind := s.last().Kind; {
	case kind == OperatorToken:
		return quantity.BehindOperator
	case kind == NoToken && p == 0:
		return quantity.AtStart
	}
	return quantity.BehindWords
}

// signed reports the sign of a currency at p, which is no name: $, HK$.
func (s *measures) signed(p int) bool {
	end := p + s.Surface(p, quantity.RoleCurrency)
	return !s.Han(end-1) && !quantity.IsLatin(s.Rune(end-1))
}

// currencyBehind gives a sum of 元 the currency whose name stands behind it:
// 5000元港币. It is false for one of 角 or 分.
func (s *measures) currencyBehind(q *Magnitude) bool {
	if q.Unit.Base != "元" || !s.Han(q.End) {
		return true
	}
	currency, end := s.Currency(q.End)
	if end == q.End {
		return true
	}
	sums := q.Unit.Exp == q.Unit.Scale
	q.Unit, q.End = quantity.SumUnit(currency, q.Unit.Scale, end), end
	return sums
}

// priced gives a number behind the name or sign of a currency that currency:
// ¥5万, HK$300, 港币2960元. It is false for another unit than money.
func (s *measures) priced(q *Magnitude, currency string) bool {
	u := &q.Unit
	switch {
	case currency == "":
		return s.currencyBehind(q)
	case u.Base == "元" && currency != "元" && s.signed(q.From):
		return false // $500元
	case !q.HasUnit:
		q.Unit, q.HasUnit = quantity.SumUnit(currency, 0, q.End), true
	case u.Base == "" || u.Base == "元" && u.Exp == u.Scale:
		q.Unit = quantity.SumUnit(currency, u.Scale, q.End)
	default:
		return u.Base == currency
	}
	return true
}
