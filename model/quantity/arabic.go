package quantity

import "jxmb/model"

// arabic reads digits with thousands separators and a decimal point. Spaces
// end a number: "80 90" are two.
func (t *numerals) arabic(p int, lead Lead) Numeral {
	end, dots := t.blankGroups(p, t.Digits(p, t.Size())), 0
	for t.Is(end, ',') && !t.Gap(end) && t.grouped(p, end, lead) {
		end = t.Digits(end+1, t.Size())
	}
	for t.pointAt(end) && (end == p || !t.Gap(end)) {
		dots++
		end = t.Digits(end+1, t.Size())
	}
	if dots > 1 || end-p > maxDigits {
		return Numeral{End: end} // a version, an address, or noise
	}
	number, err := model.ParseDecimal(t.plainDigits(p, end))
	return Numeral{Number: number, End: end, Ok: err == nil}
}

// pointAt reports a point at p with a digit right behind it.
func (t *numerals) pointAt(p int) bool { return t.Is(p, '.') && t.Digit(p+1) && !t.Gap(p+1) }

// grouped reports whether the comma at p separates thousands: one to three
// digits before the first, exactly three behind each.
func (t *numerals) grouped(start, p int, lead Lead) bool {
	if (p-start)%4 == 0 {
		return false
	}
	if p-start > 3 && t.Rune(start+(p-start)%4) != ',' {
		return false
	}
	if t.End(p+1)-t.Offset(p) != t.End(p)-t.Offset(p-1) && !t.listsNothing(start, p, lead) {
		return false // 100，200 lists two numbers: a wide comma among narrow digits
	}
	return t.Digits(p+1, 3) == p+4 && !t.Gap(p+1) && !t.Digit(p+4)
}

// listsNothing reports that the wide comma at p, behind the digits from start on,
// separates no two numbers: 12，000元, 1，234，567元.
func (t *numerals) listsNothing(start, p int, lead Lead) bool {
	if t.Has(p+1, thousands) {
		return true
	}
	unit := p + 4
	if t.Is(unit, ',') && p-start < 3 {
		unit += 4
	}
	if t.pointAt(unit) { // 12，500.50元
		unit = t.Digits(unit+1, t.Size())
	}
	return lead != BehindWords && t.startsUnit(unit)
}

// thousands are three digits that no number of a list begins with.
const thousands = "000"

// blankGroups gives the glyph behind the groups of three digits that blanks set apart
// from the digits [p,end): 1 000 000. One group may be the number of an item and a
// number, unless it is 000: 1 200人.
func (t *numerals) blankGroups(p, end int) int {
	groups, whole, q := 0, false, end
	for t.Gap(q) && t.Digits(q, 4) == q+3 {
		whole = whole || t.Has(q, thousands)
		groups++
		q += 3
	}
	if end-p > 3 || groups < 2 && !whole || t.Digit(q) {
		return end
	}
	return q
}

// startsUnit reports a scale or a unit at p: 12，000元 lists nothing.
func (t *numerals) startsUnit(p int) bool {
	return t.Surface(p, RoleUnit) > 0 || t.Multiplier(p)
}

// plainDigits is the ASCII spelling of glyphs [from,to): a slice of the text
// where that is ASCII itself.
func (t *numerals) plainDigits(from, to int) string {
	if a, b := t.Offset(from), t.End(to); b-a == to-from && t.glyphs[from].r != '.' {
		return t.text[a:b]
	}
	buf := make([]byte, 0, to-from+1)
	if t.glyphs[from].r == '.' {
		buf = append(buf, '0')
	}
	for _, g := range t.glyphs[from:to] {
		buf = append(buf, byte(g.r))
	}
	return string(buf)
}
