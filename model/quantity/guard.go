package quantity

// Hides reports a plain word at p that hides the numeral it begins with: 一般,
// 三公经费. It hides none where a longer unit overrules it (十分钟, 三公里),
// where 分之 follows (十分之三), or, behind an operator that compares, where a
// unit is all the rest of the word (大于等于十分).
func (t *numerals) Hides(p int, compared bool) bool {
	n := t.Word(p)
	if n < 2 || t.overFrom(p+1) {
		return false
	}
	q := p + 1
	for q < p+n && t.Class(q).Kind != NoNumeral {
		q++
	}
	unit := t.Surface(q, RoleUnit)
	return q+unit < p+n || q+unit == p+n && !(compared && unit > 0)
}

// AboutAt reports 余, 多 or 几 at p, behind a number: more than that. 多元 is no
// word of its own there.
func (t *numerals) AboutAt(p int) bool {
	if t.Class(p).Kind != AboutHan {
		return false
	}
	n := t.Word(p)
	return n < 2 || n <= 1+t.Surface(p+1, RoleUnit)
}

// Multiplier reports whether the glyph at p multiplies what stands before it.
// It does not where it begins a longer unit (千克, 百分之), or a plain word that
// no number leads to (万家灯火, ≥90十四五).
func (t *numerals) Multiplier(p int) bool {
	return t.scales(p) && (t.inside(p, t.Class(p)) || t.Word(p) < 2) && !t.tenBehind(p)
}

// tenBehind reports a 十 at p, behind Arabic digits, that begins a numeral or a name of
// its own: ≥12十二生肖展览. In 3十万 it is a scale.
func (t *numerals) tenBehind(p int) bool {
	return IsDigit(t.Rune(p-1)) && t.Class(p) == Ten && !t.In(p+1, "万亿")
}

// Hundred reports 百分百 at p.
func (t *numerals) Hundred(p int) bool { return t.Is(p, '百') && t.spells(p+1, hundredth) }

// hundredth goes on a 百 to 百分百.
var hundredth = []rune("分百")

// scales reports a scale at p that begins neither a fraction nor a unit.
func (t *numerals) scales(p int) bool {
	if !Scales.Has(t.Class(p).Kind) || t.overFrom(p+1) || t.spells(p+1, hundredth) {
		return false
	}
	unit := t.Surface(p, RoleUnit) // the longer unit decides: 5千|兆瓦, 5|千米
	return unit < 2 || unit < 1+t.Surface(p+1, RoleUnit)
}

// inside reports a scale that stands in a number: behind its digits, and 十
// behind Chinese ones alone.
func (t *numerals) inside(p int, c NumeralRow) bool {
	return !NoNumber.Has(t.Class(p-1).Kind) || t.Digit(p-1) && c.Value > 1
}
