package value

import (
	"jxmb/model"
	"jxmb/model/quantity"
)

// directions say by the first sign of an operator which side it bounds a number from.
var directions = [...]int{'>': 1, '<': -1, '~': 0}

func direction(op model.Operator) int {
	if op == model.NoOperator {
		return 0
	}
	return directions[op[0]]
}

// opposed reports operators that bound a number from both sides.
func opposed(a, b model.Operator) bool { return direction(a)*direction(b) < 0 }

// comparable reports units that measure the same thing.
func comparable(a, b *quantity.Unit) bool {
	return a.Base == b.Base || a.Dimension == b.Dimension && converts(a) && converts(b)
}

// converts reports a unit that others of its dimension can be counted in.
func converts(u *quantity.Unit) bool {
	return u.Factor != "" && u.Dimension != "count" && !u.Compound
}

// sameNumber compares two numbers or two ranges after scale and unit.
func (s *selection) sameNumber(figure, st *expression) bool {
	if figure.kind != st.kind || !same(figure, st, figure.number, st.number) {
		return false
	}
	return figure.kind == aNumber || same(figure, st, figure.upper, st.upper)
}

func same(figure, st *expression, a, b model.Decimal) bool {
	switch {
	case !figure.hasUnit:
		return a == b || counted(a, b, &st.unit)
	case !st.hasUnit:
		return a == b || figure.unit.ToBase(a) == b
	case figure.unit.Base == "" && !figure.unit.Compound, figure.unit.Base == st.unit.Base:
		return figure.unit.ToBase(a) == st.unit.ToBase(b)
	case comparable(&figure.unit, &st.unit):
		return inFactor(a, &figure.unit) == inFactor(b, &st.unit)
	}
	return false
}

// inFactor counts a number of u in the unit that u.Factor leads to.
func inFactor(n model.Decimal, u *quantity.Unit) model.Decimal { return n.Shift(u.Scale).Mul(u.Factor) }

// counted reports a bare figure a that says b of the unit u: counted without
// the scale or in the base unit, as the share that a percentage stands for, or
// in 万元, the unit of the budget forms. 千米 may as well be a thousand 米.
func counted(a, b model.Decimal, u *quantity.Unit) bool {
	base := u.ToBase(b)
	if a == base || a == b.Shift(u.Scale) {
		return true
	}
	switch {
	case u.Dimension == "ratio":
		return a.Shift(2) == base
	case u.Base == "元":
		return a.Shift(4) == base
	}
	return u.Kilo() && a == b.Shift(3)
}

// operatorOf joins the operators of both readings and says whether they agree.
// 为 states no relation, and 达到 gives way to the sign beside the figure.
func (s *selection) operatorOf(figure, st *expression) (op model.Operator, agree bool) {
	a, b := figure.operator, st.operator
	switch {
	case a == model.NoOperator || a == b:
		return b, true
	case st.strength == quantity.Plain:
		return a, true
	case st.strength == quantity.Soft:
		return a, a == model.Equal || direction(a) == direction(b)
	}
	return b, a == model.About || b == model.About
}
