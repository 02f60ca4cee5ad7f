package quantity

import "jxmb/model"

// Coins adds 角 and 分 behind a sum of the unit u, and takes the 整 of a
// written cheque: 5元3角, 壹佰元整. It gives the sum and moves u.End behind it.
func (t *units) Coins(sum model.Decimal, u *Unit) model.Decimal {
	if u.Base != "元" {
		return sum
	}
	if u.Scale == 0 {
		if u.Name == "元" {
			sum = t.coin(sum, u, -1)
		}
		sum = t.coin(sum, u, -2)
	}
	if t.In(u.End, "整正") && !t.Han(u.End+1) {
		u.End++
	}
	return sum
}

// coin adds one digit of 角 (power -1) or 分 (power -2).
func (t *units) coin(sum model.Decimal, u *Unit, power int) model.Decimal {
	n := t.Numeral(u.End, BehindWords)
	if !n.Ok || len(n.Number) != 1 || !n.isCount() || !t.coinAt(n.End, power) {
		return sum
	}
	sum = u.ToBase(sum).Add(n.Number.Shift(power))
	*u = YuanUnit(n.End + 1)
	return sum
}

func (t *units) coinAt(p, power int) bool {
	return t.In(p, coins[power]) && t.Word(p) < 2
}

// coins are the names of the parts of a 元, by their power of ten.
var coins = map[int]string{-1: "角毛", -2: "分"}
