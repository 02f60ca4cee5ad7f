package quantity

import "jxmb/model"

// Coins adds 角 and 分 behind a sum of the unit u, and takes the 整 of a
// written cheque: 5元3角, 壹佰元整. It gives the sum and moves u.End behind it.
func (t *Text) Coins(sum model.Decimal, u *Unit) model.Decimal {
	if u.Base != "元" || u.Compound {
		return sum
	}
	if u.Scale == 0 {
		if u.Name == "元" {
			sum = t.coin(sum, u, -1)
		}
		sum = t.coin(sum, u, -2)
	}
	if r := t.Rune(u.End); (r == '整' || r == '正') && !IsHan(t.Rune(u.End+1)) {
		u.End++
	}
	return sum
}

// coin adds one digit of 角 (power -1) or 分 (power -2).
func (t *Text) coin(sum model.Decimal, u *Unit, power int) model.Decimal {
	n := t.Numeral(u.End, BehindWords)
	if !n.Ok || n.End <= u.End || n.Scale != 0 || n.Ratio != NoRatio || len(n.Number) != 1 || !t.coinAt(n.End, power) {
		return sum
	}
	sum = u.ToBase(sum).Add(n.Number.Shift(power))
	*u = YuanUnit(n.End + 1)
	return sum
}

func (t *Text) coinAt(p, power int) bool {
	if t.Word(p) > 1 {
		return false
	}
	if power == -1 {
		return t.Is(p, '角') || t.Is(p, '毛')
	}
	return t.Is(p, '分')
}
