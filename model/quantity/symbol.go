package quantity

import "strings"

// Latin reads a symbol such as km, or letters that no table knows (M, kVar),
// which are kept as they stand. Letters with digits are a name, not a unit.
func (t *units) Latin(p int) (Unit, bool) {
	if t.misread(p) {
		return Unit{End: p}, false
	}
	if n := t.Surface(p, RoleUnit); n > 0 && (t.Gap(p+n) || !t.letter(p+n) && !t.In(p+n, "²³")) {
		return t.UnitRow(t.Row(p, RoleUnit)).unit(p + n), true
	}
	end := t.letters(p)
	bounded := end > p+1 && t.Followed(end) // 300dpi以上
	if end == p || !bounded && t.names(p, end) {
		return Unit{End: p}, false
	}
	if row := t.v.trie.exact(t.glyphs[p:end], RoleUnit); row > 0 {
		return t.v.units[row-1].unit(end), true // mg where mg/L is not all of it
	}
	name := t.Folded(p, end)
	if unsure(name) || t.Is(end, '%') {
		return Unit{End: p}, false
	}
	return Unit{Name: name, Base: name, Dimension: name, Factor: "1", End: end}, true
}

// names reports letters [p,end) that are no symbol: a placeholder, a word, part of a name.
func (t *units) names(p, end int) bool {
	return t.goesOn(end) || t.Filler(p) > 0 || t.Word(p) > 0
}

// unsure reports letters that may be digits misread, as in 1OO%, or scales: 500w, 3k.
func unsure(name string) bool {
	return strings.Trim(name, "OoIl") == "" || strings.Trim(name, "wkK") == ""
}

// misread reports an l between a digit and a word, which is as likely a 1: 1l人.
func (t *units) misread(p int) bool { return t.Is(p, 'l') && t.Digit(p-1) && !t.Gap(p) && t.Han(p+1) }

// letters gives the glyph behind a run of Latin letters at p, p itself where it
// is longer than a symbol.
func (t *units) letters(p int) int {
	const longest = 6
	end := p
	for IsLatin(t.Rune(end)) {
		if end++; end-p > longest {
			return p
		}
	}
	return end
}

// goesOn reports what makes a name, and no unit, of the letters in front of p.
func (t *units) goesOn(p int) bool {
	if t.In(p, "-+") {
		return t.Digit(p + 1)
	}
	return t.Digit(p) || t.Han(p) || t.In(p, "²³")
}
