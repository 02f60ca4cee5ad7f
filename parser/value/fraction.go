package value

import (
	"strconv"

	"jxmb/model"
)

// overFrom reports 分之 at p.
func (s *scan) overFrom(p int) bool { return s.is(p, '分') && s.is(p+1, '之') }

// powerOver reads the power of ten in front of 分之: 百分之, 百万分之.
func (s *scan) powerOver(p int) (power, end int) {
	const longest = 4 // 百万分之, 十亿分之
	for end = p; end < p+longest && (s.class(end).kind == tens || s.class(end).kind == big); end++ {
		power += int(s.class(end).value)
	}
	if power > maxScale || !s.overFrom(end) {
		return 0, p
	}
	return power, end
}

// fraction reads 分之 and the numerator behind the denominator den. What is
// neither percent, permille nor permyriad becomes a percentage when that is
// exact and is refused when it is not: 三分之一 is no decimal.
func (s *scan) fraction(den numeral) numeral {
	num := s.positional(den.end + 2)
	if s.is(den.end+2, '百') && !num.ok && !s.is(den.end+3, '分') {
		num = numeral{number: "100", end: den.end + 3, ok: true} // 百分之百
	}
	if !num.ok {
		num.end = max(num.end, den.end)
		return num
	}
	if den.scale > 0 {
		den.number = den.number.Shift(den.scale)
	}
	num.han = true
	switch den.number {
	case "100":
		num.ratio = percent
		return s.scaled(num)
	case "1000":
		num.ratio = permille
		return s.scaled(num)
	case "10000":
		num.ratio = permyriad
		return s.scaled(num)
	}
	num = s.scaled(num)
	num.ratio = percent
	num.number, num.ok = num.number.Shift(2).Quo(den.number)
	return num
}

// slash reads 3/5 where only a fraction can stand; elsewhere it may be a date
// or a ratio as well.
func (s *scan) slash(num numeral) numeral {
	den := s.arabic(num.end + 1)
	if !den.ok || s.multiplier(den.end) { // 16/10万
		return num
	}
	num.end, num.ratio = den.end, percent
	num.number, num.ok = num.number.Shift(2).Quo(den.number)
	return num
}

// scaled multiplies the scale of a numeral into its number.
func (s *scan) scaled(n numeral) numeral {
	n.number, n.scale = n.number.Shift(n.scale), 0
	return n
}

// mixedFraction reads 三又二分之一.
func (s *scan) mixedFraction(whole numeral) numeral {
	den := s.positional(whole.end + 1)
	if !den.ok || !s.overFrom(den.end) {
		return whole
	}
	whole = s.scaled(whole)
	num := s.scaled(s.positional(den.end + 2))
	if !num.ok {
		return whole
	}
	part, exact := num.number.Quo(s.scaled(den).number)
	return numeral{number: whole.number.Add(part), han: true, end: num.end, ok: exact}
}

// tenths reads 三成, 九成五 and 三成半: tenths are percentages.
func (s *scan) tenths(n numeral) numeral {
	if n.scale > 0 || n.number.Cmp("10") > 0 || s.word(n.end) > 1 {
		return n
	}
	n.number, n.ratio = n.number.Shift(1), percent
	n.end++
	switch c := s.class(n.end); {
	case c.kind == digit && c.value > 0:
		n.number = n.number.Add(model.Decimal(strconv.Itoa(int(c.value))))
		n.end++
	case c.kind == halfNumeral:
		n.number = n.number.Add("5")
		n.end++
	}
	return n
}
