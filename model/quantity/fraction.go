package quantity

import (
	"strconv"

	"jxmb/model"
)

// overFrom reports 分之 at p; 60至80分之间 has none.
func (t *numerals) overFrom(p int) bool { return t.spells(p, over) && !t.Is(p+2, '间') }

var over = []rune("分之")

// PowerOver reads the power of ten in front of 分之: 百分之, 百万分之.
func (t *numerals) PowerOver(p int) (power, end int) {
	const longest = 4 // 百万分之, 十亿分之
	for end = p; end < p+longest && Scales.Has(t.Class(end).Kind); end++ {
		power += int(t.Class(end).Value)
	}
	if power > maxScale || !t.overFrom(end) {
		return 0, p
	}
	return power, end
}

// fraction reads 分之 and the numerator behind the denominator den. What is
// neither percent, permille nor permyriad becomes a percentage when that is
// exact and is refused when it is not: 三分之一 is no decimal.
func (t *numerals) fraction(den Numeral) Numeral {
	num := t.Positional(den.End+2, BehindWords)
	if t.Is(den.End+2, '百') && !num.Ok && !t.Is(den.End+3, '分') {
		num = Numeral{Number: "100", End: den.End + 3, Ok: true} // 百分之百
	}
	if !num.Ok {
		num.End = max(num.End, den.End)
		return num
	}
	if den.Scale > 0 {
		den.Number = den.Number.Shift(den.Scale)
	}
	num.Han = true
	num = t.scaled(num)
	if num.Ratio = ratioOver[den.Number]; num.Ratio == NoRatio {
		num.Ratio = Percent
		num.Number, num.Ok = num.Number.Shift(2).Quo(den.Number)
	}
	return num
}

// ratioOver are the denominators that have a sign of their own.
var ratioOver = map[model.Decimal]Ratio{"100": Percent, "1000": Permille, "10000": Permyriad}

// slash reads 3/5 where only a fraction can stand; elsewhere it may be a date
// or a ratio as well.
func (t *numerals) slash(num Numeral) Numeral {
	if num.Han || num.Scale > 0 || !t.Digit(num.End+1) {
		return num
	}
	den := t.arabic(num.End+1, BehindWords)
	if !den.Ok || t.Multiplier(den.End) { // 16/10万
		return num
	}
	num.End, num.Ratio = den.End, Percent
	num.Number, num.Ok = num.Number.Shift(2).Quo(den.Number)
	return num
}

// scaled multiplies the scale of a numeral into its number.
func (t *numerals) scaled(n Numeral) Numeral {
	n.Number, n.Scale = n.Number.Shift(n.Scale), 0
	return n
}

// mixedFraction reads 三又二分之一.
func (t *numerals) mixedFraction(whole Numeral) Numeral {
	den := t.Positional(whole.End+1, BehindWords)
	if !den.Ok || !t.overFrom(den.End) {
		return whole
	}
	whole = t.scaled(whole)
	num := t.scaled(t.Positional(den.End+2, BehindWords))
	if !num.Ok {
		return whole
	}
	part, exact := num.Number.Quo(t.scaled(den).Number)
	return Numeral{Number: whole.Number.Add(part), Han: true, End: num.End, Ok: exact}
}

// tenths reads 三成, 九成五 and 三成半: tenths are percentages.
func (t *numerals) tenths(n Numeral) Numeral {
	if n.Scale > 0 || n.Number.Cmp("10") > 0 || t.Word(n.End) > 1 {
		return n
	}
	n.Number, n.Ratio = n.Number.Shift(1), Percent
	n.End++
	switch c := t.Class(n.End); {
	case c.Kind == Digit && c.Value > 0:
		n.Number = n.Number.Add(model.Decimal(strconv.Itoa(int(c.Value))))
		n.End++
	case c.Kind == Half:
		n.Number = n.Number.Add("5")
		n.End++
	}
	return n
}
