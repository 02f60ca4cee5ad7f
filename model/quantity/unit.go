package quantity

import (
	"strings"

	"jxmb/model"
)

// units reads units, what they are counted against, coins, and the placeholders that
// stand for a number with its unit.
type units struct{ numerals }

// maxScale is the largest scale a unit can carry, 亿亿.
const maxScale = 16

// ScaleNames spell the powers of ten that stand before a unit.
var ScaleNames = [maxScale + 1]string{
	2: "百", 3: "千", 4: "万", 5: "十万", 6: "百万", 7: "千万", 8: "亿",
	9: "十亿", 10: "百亿", 11: "千亿", 12: "万亿", 13: "十万亿", 14: "百万亿", 15: "千万亿", 16: "亿亿",
	1: "十",
}

// Unit is a unit in canonical spelling with its way to the base unit.
type Unit struct {
	Name      string // "万元/人"
	Base      string // "元/人"
	Exp       int    // one name is 10^exp base
	Dimension string // of the first part: money, ratio, time:…
	Factor    model.Decimal
	Scale     int  // the part of exp that a 万 or 亿 spells
	Compound  bool // has a denominator
	End       int
	About     bool // 个多月: more than the number
}

func (u *Unit) IsTime() bool { return strings.HasPrefix(u.Dimension, "time:") && !u.Compound }

// Unit reads a unit at p, which stands behind a number that left a scale to
// it. Brackets and quotation marks may enclose it: 100.00(%).
func (t *units) Unit(p, scale int) (Unit, bool) {
	if t.Among(p, opening) {
		u, ok := t.Unit(p+1, scale)
		if !ok || !t.encloses(p+1, u.End) {
			return t.scaleUnit(p, scale) // 35万（含税）
		}
		u.End++
		return t.Denominators(u)
	}
	return t.BareUnit(p, scale)
}

// encloses reports glyphs [p,end) as a unit in brackets. A year is none: 100（年度）.
func (t *units) encloses(p, end int) bool {
	period := t.Has(p, "年度") || t.Has(p, "季度")
	return end > p && t.Among(end, closing) && !period
}

// opening and closing are the marks around a unit.
var opening, closing = []rune{'(', '"'}, []rune{')', '"'}

// BareUnit reads scale, unit and denominators without brackets.
func (t *units) BareUnit(p, scale int) (Unit, bool) {
	if u, ok := t.gross(p, scale); ok {
		return u, true
	}
	p, scale = t.scaleAt(p, scale)
	u, ok := t.atom(p)
	if !ok {
		return t.scaleUnit(p, scale)
	}
	u.Scale = scale
	u.Exp += scale
	if scale > 0 {
		u.Name = ScaleNames[scale] + u.Name
	}
	t.product(&u)
	return t.Denominators(u)
}

// gross reads what stands behind 个 in 2个亿, 1.5个多亿 and 3个多月.
func (t *units) gross(p, scale int) (Unit, bool) {
	if !t.Is(p, '个') || scale != 0 {
		return Unit{}, false
	}
	q := p + 1
	about := t.In(q, "多余")
	if about {
		q++
	}
	switch {
	case t.Is(q, '亿'):
		u, ok := t.BareUnit(q, 0)
		u.About = about
		return u, ok && (!IsHan(t.Rune(u.End)) || t.Followed(u.End))
	case about && t.IsTime(q):
		u := t.UnitRow(t.Row(q, RoleUnit)).unit(q + t.Surface(q, RoleUnit))
		u = u.Months()
		u.About = true
		return u, true
	}
	return Unit{}, false
}

// Months is u, with 月 that 个 stands before as 个月.
func (u Unit) Months() Unit {
	if u.Name == "月" {
		u.Name, u.Base, u.Dimension = "个月", "个月", "time:个月"
	}
	return u
}

// product reads a unit multiplied by another: 30人·天.
func (t *units) product(u *Unit) {
	row := t.Row(u.End+1, RoleUnit)
	if !t.Is(u.End, '·') || u.Compound || u.Dimension == "ratio" || row == 0 {
		return
	}
	by := &t.v.units[row-1]
	if by.compound {
		return
	}
	u.Name, u.Base, u.Factor = u.Name+"·"+by.Canonical, u.Base+"·"+by.Canonical, ""
	u.End += 1 + t.Surface(u.End+1, RoleUnit)
}

// scaleAt adds scale characters at p to a scale: 万 in （万元）.
func (t *units) scaleAt(p, scale int) (int, int) {
	for t.Multiplier(p) && scale+int(t.Class(p).Value) <= maxScale {
		scale += int(t.Class(p).Value)
		p++
	}
	return p, scale
}

// scaleUnit is a scale without a unit: 250万, 620万/月.
func (t *units) scaleUnit(p, scale int) (Unit, bool) {
	u := Unit{End: p}
	if scale == 0 {
		return u, false
	}
	u.Name, u.Exp, u.Scale = ScaleNames[scale], scale, scale
	if full, ok := t.Denominators(u); ok && full.Compound {
		return full, true
	}
	return u, true
}

// atom reads one unit of the table, a Latin symbol, or a measure word with 次
// (场次). Plain words that begin like a unit are none: 人均, 次数.
func (t *units) atom(p int) (Unit, bool) {
	n := t.Surface(p, RoleUnit)
	if IsLatin(t.Rune(p)) {
		return t.Latin(p)
	}
	if n == 0 || t.hiddenIn(p, n) {
		return Unit{End: p}, false
	}
	row := t.UnitRow(t.Row(p, RoleUnit))
	u := row.unit(p + n)
	if t.Is(u.End, '次') && row.Dimension == "count" && t.Word(u.End) < 2 && !strings.HasSuffix(u.Name, "次") {
		u.End++
		u.Name += "次"
		u.Base = u.Name
	}
	return u, true
}

// hiddenIn reports that the unit of n glyphs at p begins a plain word: 支队. Another word
// behind the unit that goes further, up to the end of the words, leaves it: 支|队伍.
func (t *units) hiddenIn(p, n int) bool {
	word := t.Word(p)
	if word <= n {
		return false
	}
	end := p + n + t.Word(p+n)
	goesFurther := end > p+word && !t.Han(end)
	return !goesFurther && !t.Has(p+word-1, "数据") // 条|数据
}

func (row *UnitRow) unit(end int) Unit {
	return Unit{Name: row.Canonical, Base: row.base, Exp: row.exp, Dimension: row.Dimension, Factor: row.factor, Compound: row.compound, End: end}
}

// UnknownAtom takes up to most Han runes that fill the text up to its end or
// the next mark: a measure word that the table lacks.
func (t *units) UnknownAtom(p, most int) Unit {
	end := p
	for IsHan(t.Rune(end)) && t.Class(end).Kind == NoNumeral && end-p <= most {
		if end > p && t.Followed(end) {
			break
		} else if t.Surface(end, RoleWord) > 1 || t.Surface(end, RoleSuffix) > 0 || t.Surface(end, RolePrefix) > 0 {
			return Unit{End: p}
		}
		end++
	}
	if end-p > most || end == p {
		return Unit{End: p}
	}
	name := t.Folded(p, end)
	return Unit{Name: name, Base: name, Dimension: name, Factor: "1", End: end}
}

// IsTime reports a unit of time at p.
func (t *folded) IsTime(p int) bool {
	return strings.HasPrefix(t.Dimension(p), "time:")
}

// Dimension is what the unit at p measures, "" where none stands there.
func (t *folded) Dimension(p int) string {
	row := t.Row(p, RoleUnit)
	if row == 0 {
		return ""
	}
	return t.v.units[row-1].Dimension
}

// Followed reports a suffix operator at p that is not the beginning of a
// longer prefix one: 小 of 小于等于.
func (t *folded) Followed(p int) bool {
	return t.Surface(p, RoleSuffix) > t.Surface(p, RolePrefix)
}

// Minutes is what 分 counts in a length of time.
func Minutes(end int) Unit {
	return Unit{Name: "分钟", Base: "分钟", Dimension: "time:分钟", Factor: "1", End: end}
}

// Fen is what 分 counts in a price: 0.01 元.
func Fen(end int) Unit {
	return Unit{Name: "分", Base: "元", Exp: -2, Dimension: "money", Factor: "0.01", End: end}
}

// YuanUnit is the unit 元.
func YuanUnit(end int) Unit {
	return Unit{Name: "元", Base: "元", Dimension: "money", Factor: "1", End: end}
}

// SumUnit is a currency of currencies.tsv with a scale: 万美元.
func SumUnit(currency string, scale, end int) Unit {
	u := Unit{Base: currency, Dimension: currency, Factor: "1", End: end, Scale: scale, Exp: scale, Name: ScaleNames[scale] + currency}
	if currency == "元" {
		u.Dimension = "money"
	}
	return u
}

// RatioUnit is the unit that 百分之 and its like stand for.
func RatioUnit(r Ratio, end int) Unit {
	u := ratioUnits[r]
	u.End = end
	return u
}

var ratioUnits = [...]Unit{
	Percent:   {Name: "%", Base: "%", Dimension: "ratio", Factor: "1"},
	Permille:  {Name: "‰", Base: "%", Exp: -1, Dimension: "ratio", Factor: "0.1"},
	Permyriad: {Name: "‱", Base: "%", Exp: -2, Dimension: "ratio", Factor: "0.01"},
}

// Kilo reports a unit whose 千 may as well be that of the number: 3千米 is 3000.
func (u *Unit) Kilo() bool { return strings.HasPrefix(u.Name, "千") && u.Scale == 0 }

// ToBase is a number of the unit in its base unit.
func (u *Unit) ToBase(d model.Decimal) model.Decimal { return d.Shift(u.Exp) }
