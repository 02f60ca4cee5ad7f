package value

import (
	"jxmb/model"
	"jxmb/model/quantity"
)

// measures reads numbers with what stands around them: currency, unit, suffix.
type measures struct{ figures }

// quantityAt reads a number with its unit at p. What turns out to be no
// number is text, consumed whole, so that reading stays linear.
func (s *measures) quantityAt(p int) token {
	row := len(s.quantities)
	s.quantities = append(s.quantities, magnitude{from: p})
	q := &s.quantities[row]
	end, ok := s.magnitude(q)
	if !ok {
		s.quantities = s.quantities[:row]
		return token{kind: textToken, from: p, end: end}
	}
	return token{kind: quantityToken, from: p, end: end, row: row}
}

// magnitude fills q, which begins at its glyph from, and gives the glyph behind;
// ok is false where that is no number.
func (s *measures) magnitude(q *magnitude) (end int, ok bool) {
	currency, p := s.Currency(q.from)
	lead := s.lead(p)
	n := s.Numeral(p, lead)
	if !n.Ok || n.End <= p {
		return s.noNumber(max(n.End, p+1)), false
	}
	if s.cutByName(q, p, n) {
		return q.end, true
	}
	q.loose = s.intoName(n, lead)
	if end := s.nameEnd(n, lead, q.loose); end > 0 {
		return end, false
	}
	s.number(q, n)
	ok = s.priced(q, currency) && s.complete(q)
	return q.end, ok
}

// noNumber gives the glyph behind what more of numerals follows at p.
func (s *measures) noNumber(p int) int {
	for s.Numeric(p) {
		p++
	}
	return p
}

// number fills q with a numeral and its unit.
func (s *measures) number(q *magnitude, n quantity.Numeral) {
	q.number, q.han, q.about, q.plain, q.end = n.Number, n.Han, n.About, n.End, n.End
	if n.Scale > 0 && n.Plain > 0 {
		q.plain = n.Plain
	}
	if !q.loose {
		s.measure(q, n)
	}
}

// cutByName ends a figure where the name of the indicator begins in its digits.
func (s *measures) cutByName(q *magnitude, p int, n quantity.Numeral) bool {
	cut := s.nameCut(p, n)
	if cut == 0 {
		return false
	}
	number, err := model.ParseDecimal(s.Folded(p, cut))
	q.number, q.plain, q.end = number, cut, cut
	return err == nil
}

// lead is what stands in front of the number at p.
func (s *measures) lead(p int) quantity.Lead {
	switch kind := s.last().kind; {
	case kind == operatorToken:
		return quantity.BehindOperator
	case kind == noToken && p == 0:
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
func (s *measures) currencyBehind(q *magnitude) bool {
	if q.unit.Base != "元" || !s.Han(q.end) {
		return true
	}
	currency, end := s.Currency(q.end)
	if end == q.end {
		return true
	}
	sums := q.unit.Exp == q.unit.Scale
	q.unit, q.end = quantity.SumUnit(currency, q.unit.Scale, end), end
	return sums
}

// priced gives a number behind the name or sign of a currency that currency:
// ¥5万, HK$300, 港币2960元. It is false for another unit than money.
func (s *measures) priced(q *magnitude, currency string) bool {
	u := &q.unit
	switch {
	case currency == "":
		return s.currencyBehind(q)
	case u.Base == "元" && currency != "元" && s.signed(q.from):
		return false // $500元
	case !q.hasUnit:
		q.unit, q.hasUnit = quantity.SumUnit(currency, 0, q.end), true
	case u.Base == "" || u.Base == "元" && u.Exp == u.Scale:
		q.unit = quantity.SumUnit(currency, u.Scale, q.end)
	default:
		return u.Base == currency
	}
	return true
}
