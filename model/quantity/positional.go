package quantity

import (
	"strconv"

	"jxmb/model"
)

// Positional reads the body of a numeral: Arabic digits, Chinese digits by
// place (三万五千), digit strings (二〇二二), and mixtures of both (3万5千).
func (t *numerals) Positional(p int, lead Lead) Numeral {
	if r := t.Rune(p); IsDigit(r) || r == '.' && IsDigit(t.Rune(p+1)) {
		n := t.arabic(p, lead)
		if !n.Ok {
			return n
		}
		return t.arabicScale(t.power(p, n))
	}
	if run := t.digitRun(p); run > 1 {
		return t.digitString(p, run)
	}
	c := chain{t: t, p: p, last: 9, start: p}
	return c.read()
}

// arabicScale reads what stands behind Arabic digits: a scale (万, 百万),
// which is left to the unit, or the rest of a mixed numeral (3万5千).
func (t *numerals) arabicScale(n Numeral) Numeral {
	p := n.End
	n.Plain = n.End
	if t.Class(p).Kind == AboutHan && t.Multiplier(p+1) {
		n.About, p = true, p+1
	}
	scale, p := t.multipliers(p)
	if scale == 0 {
		if t.AboutAt(n.End) {
			n.About = true
			n.End++
		}
		return n
	}
	if !n.About && t.continues(p) {
		return t.mixed(n)
	}
	if t.AboutAt(p) {
		n.About = true
		more, end := t.multipliers(p + 1)
		scale, p = scale+more, end
	}
	if scale > maxScale {
		return Numeral{End: p}
	}
	n.Scale, n.End = scale, p
	return n
}

// multipliers adds up the scales from p on, and gives the glyph behind them.
func (t *numerals) multipliers(p int) (scale, end int) {
	for t.Multiplier(p) {
		scale += int(t.Class(p).Value)
		p++
	}
	return scale, p
}

// continues reports that a numeral goes on at p, behind a scale: 3万|5千.
func (t *numerals) continues(p int) bool {
	if t.YearAt(p) || t.Hides(p, false) {
		return false
	}
	switch t.Class(p).Kind {
	case Digit, Point:
		return true
	}
	return t.Digit(p)
}

// mixed reads on from Arabic digits with multipliers on both sides. A decimal
// fraction cannot be continued: 10.1万零100 is refused.
func (t *numerals) mixed(n Numeral) Numeral {
	head, err := strconv.ParseUint(string(n.Number), 10, 40)
	c := chain{t: t, p: n.End, last: 9, cur: head, has: true, arabic: true, start: n.End}
	m := c.read()
	if err != nil {
		m.Ok = false
	}
	m.Han = false
	return m
}

// digitRun counts Chinese digits in a row.
func (t *numerals) digitRun(p int) int {
	n := 0
	for t.Class(p+n).Kind == Digit && !t.Is(p+n, '两') {
		n++
	}
	return n
}

// digitString reads digits that name no places, as in 二〇二二. Two or more
// digits before a measure word (三五次) are an estimate, not a number.
func (t *numerals) digitString(p, run int) Numeral {
	next := t.Rune(p + run)
	c := t.Class(p + run)
	if run == 2 && t.Class(p).Value == 0 && Scales.Has(c.Kind) || run > maxDigits {
		return Numeral{End: p + run}
	}
	scaled := t.Multiplier(p+run) && t.Some(p+1, p+run, isZero) // 二〇〇万元, not 九八七六万
	counts := run > 2 && (scaled || t.Surface(p+run, RoleUnit) > 0)
	if IsHan(next) && c.Kind != Point && !counts {
		return Numeral{End: p + run}
	}
	buf := make([]byte, 0, run+8)
	buf = t.appendDigits(buf, p, p+run)
	p += run
	if end := t.decimals(p, false); end > 0 {
		buf = append(buf, '.')
		buf = t.appendDigits(buf, p+1, end)
		p = end
	}
	number, err := model.ParseDecimal(string(buf))
	n := Numeral{Number: number, Han: true, End: p, Ok: err == nil}
	if scaled && n.Ok {
		return t.arabicScale(n)
	}
	return n
}

func isZero(r rune) bool { return r == '〇' || r == '零' }

func (t *numerals) appendDigits(buf []byte, from, to int) []byte {
	for ; from < to; from++ {
		if r := t.Rune(from); IsDigit(r) {
			buf = append(buf, byte(r))
		} else {
			buf = append(buf, '0'+t.Class(from).Value)
		}
	}
	return buf
}

// decimals gives the end of the digits behind a 点 at p, 0 where there are
// none. 两 counts and stands in no fraction.
func (t *numerals) decimals(p int, arabicBefore bool) int {
	if t.Class(p).Kind != Point {
		return 0
	}
	end := p + 1
	if IsDigit(t.Rune(end)) && !arabicBefore {
		for IsDigit(t.Rune(end)) {
			end++
		}
	} else {
		for t.Class(end).Kind == Digit && !t.Is(end, '两') {
			end++
		}
	}
	if end == p+1 || end-p > maxDigits {
		return 0
	}
	return end
}
