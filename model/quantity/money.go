package quantity

import (
	"slices"
	"strings"

	"jxmb/model"
)

// Money is a sum that a text prints.
type Money struct {
	Number model.Decimal // counted in Unit; "" where the text says that there is no sum: "", "-", "/", 无
	Unit   string        // 元 with or without a scale: "万元"; "" where the text prints none
}

// longestSum bounds the folded runes of a sum: 人民币壹仟贰佰叁拾肆万伍仟陆佰元整 has 18.
const longestSum = 60

// ReadMoney reads a text that is one sum of 元 and nothing else: 1,200.50,
// 100万元整, 壹佰万元, 约3万5千元, 人民币100元. A numeral in Chinese needs its unit,
// for 一 alone may be the number of a list. ok is false for every other text.
func ReadMoney(text string) (m Money, ok bool) {
	if len(text) > 4*longestSum {
		return m, false
	}
	t := Read(text)
	defer t.Release()
	if t.Size() > longestSum {
		return m, false
	}
	if t.nothing() {
		return m, true
	}
	t.joinThousands()
	p, ok := t.moneyLead()
	if !ok {
		return m, false
	}
	return t.sum(p)
}

// sum reads the numeral at p and its unit as a sum of 元, up to the end.
func (t *Text) sum(p int) (m Money, ok bool) {
	n := t.Numeral(p, BehindWords)
	if !n.Ok || n.Ratio != NoRatio || n.About {
		return m, false
	}
	u, found := t.Unit(t.skipLines(n.End), n.Scale)
	if !found {
		return Money{Number: n.Number}, !n.Han && t.skipLines(n.End) == t.Size()
	}
	if u.Base == "" { // 100万
		u.Name, u.Base, u.Dimension = u.Name+"元", "元", "money"
	}
	if u.Dimension != "money" || u.Compound || u.About {
		return m, false
	}
	n.Number = t.Coins(n.Number, &u)
	return Money{n.Number, u.Name}, t.skipLines(u.End) == t.Size()
}

// moneyLead skips what may stand in front of a sum: 约, 共计, 人民币, ¥. ok is
// false for the sign of another currency.
func (t *Text) moneyLead() (p int, ok bool) {
	for range 4 {
		p = t.skipLines(p)
		if row := t.Row(p, RolePrefix); row > 0 && t.Operator(row).states() {
			p += t.Surface(p, RolePrefix)
		} else if unit, end := t.Currency(p); unit == "元" {
			p = end
		} else {
			return p, unit == ""
		}
		p = t.SkipRune(p, ':')
	}
	return p, true
}

// Currency reads the name or the sign of a currency at p that stands in front
// of a sum: the unit it counts in, "" for none, and the glyph behind it.
func (t *units) Currency(p int) (unit string, end int) {
	row := t.Row(p, RoleCurrency)
	if row == 0 {
		return "", p
	}
	return t.v.currency[row-1], p + t.Surface(p, RoleCurrency)
}

// states reports operators that state a number or its rough size, and bound
// nothing: 为, 共计, 约.
func (o *OperatorRow) states() bool {
	return o.Operator == model.About && o.Strength != Sign || o.Operator == model.Equal && o.Strength == Plain
}

// MoneyUnit is the unit of money that a note states: 万元 for "单位：万元",
// "（人民币万元）" or "万"; "" where it names none.
func MoneyUnit(note string) string {
	if i := strings.LastIndexAny(note, ":："); i >= 0 {
		note = strings.TrimLeft(note[i:], ":：")
	}
	note = strings.Trim(note, "()（） ")
	note = strings.TrimSuffix(strings.TrimPrefix(note, "人民币"), "人民币")
	if note == "" || len(note) > 4*len("十万元") {
		return ""
	}
	t := Read(note)
	defer t.Release()
	u, ok := t.BareUnit(0, 0)
	switch {
	case !ok || u.End != t.Size() || u.Compound:
		return ""
	case u.Base == "" && (u.Scale == 4 || u.Scale == 8): // 万, 亿
		return u.Name + "元"
	case u.Base == "元" && u.Exp == u.Scale:
		return u.Name
	}
	return ""
}

// Yuan is a number of a unit that [ReadMoney] or [MoneyUnit] gave in 元; ok is
// false where unit is "".
func Yuan(number model.Decimal, unit string) (yuan model.Decimal, ok bool) {
	scale, ok := strings.CutSuffix(unit, "元")
	if !ok {
		return "", false
	}
	exp := slices.Index(ScaleNames[:], scale)
	if exp < 0 {
		return "", false
	}
	return number.Shift(exp), true
}

// ReadNumber reads a cell that is a bare number with 分 or % behind it at most,
// as columns of points have it. The number is "" where the cell says that there
// is none; ok is false for every other text.
func ReadNumber(text string) (d model.Decimal, ok bool) {
	if len(text) > 4*longestSum {
		return "", false
	}
	t := Read(text)
	defer t.Release()
	if t.nothing() {
		return "", true
	}
	n := t.Numeral(0, BehindWords)
	p := t.SkipRune(t.SkipRune(n.End, '分'), '%')
	bare := !n.Han && !n.About && n.isCount() // 3成 is a share
	return n.Number, n.Ok && bare && p == t.Size()
}

// nothing reports a text that says there is no number: blank, dashes, 无.
func (t *Text) nothing() bool {
	p := 0
	for t.In(p, "-/\n") {
		p++
	}
	return p == t.Size() || t.Is(p, '无') && p+1 == t.Size()
}

// skipLines gives the glyph behind line breaks at p.
func (t *Text) skipLines(p int) int {
	for t.Is(p, '\n') {
		p++
	}
	return p
}

// joinThousands takes blanks out of a number that they group by thousands:
// 1 200 000. Blanks between other digits keep separating two numbers.
func (t *Text) joinThousands() {
	for p := 1; p < len(t.glyphs); p++ {
		if t.Digit(p-1) && t.Gap(p) && t.Digits(p, 4) == p+3 {
			t.glyphs[p].gap = false
		}
	}
}
