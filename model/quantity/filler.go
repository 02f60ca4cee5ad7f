package quantity

import "strings"

// Filler gives the length of a placeholder at p: **, ××, XX, ○○, __, 待定, {{次数}}.
func (t *units) Filler(p int) int {
	if n := t.fillerWord(p); n > 0 {
		return n
	}
	switch t.Rune(p) {
	case '*':
		return t.stars(p)
	case '○', '▲', '△':
		return t.run(p)
	case '□', '■':
		if t.ticked() {
			return 0
		}
		return t.run(p)
	case '×', '_':
		if n := t.run(p); n > 1 {
			return n
		}
	case 'X', 'x':
		return t.crosses(p)
	case '指':
		return t.unnamedRow(p)
	case '«', '$', '#', '@', '(', '<':
		return t.slot(p)
	}
	return 0
}

// longestSlot bounds the glyphs of a slot of a template.
const longestSlot = 64

// slot gives the length of a slot of a template at p that no program filled:
// «次数» of Word's mail merge, {{次数}}, ${次数}, #{次数}, <%=次数%>.
func (t *units) slot(p int) int {
	shut := '\u00bb'
	switch t.Rune(p) {
	case '(':
		if !t.braced(p) || !t.braced(p+1) {
			return 0
		}
		shut = ')'
	case '<':
		if !t.In(p+1, "%#") {
			return 0
		}
		shut = '>'
	case '$', '#', '@':
		if !t.braced(p+1) && !(t.Is(p+1, '!') && t.braced(p+2)) {
			return 0
		}
		shut = ')'
	}
	for end := p + 1; end < min(len(t.glyphs), p+longestSlot); end++ {
		if t.Is(end, shut) && !t.Is(end+1, shut) {
			return end + 1 - p
		}
	}
	return 0
}

// braced reports a { at p, which is folded to a bracket.
func (t *folded) braced(p int) bool {
	return p < len(t.glyphs) && t.text[t.glyphs[p].at] == '{'
}

// fillerWord gives the length of a row of fillers.tsv at p. Rows in Latin
// letters, heads of columns and what lists ask for must be all of the text.
func (t *units) fillerWord(p int) int {
	n := t.Surface(p, RoleFiller)
	if n == 0 || n == len(t.glyphs) {
		return n
	}
	if !t.Han(p) || t.In(p, "指目选") {
		return 0
	}
	return n
}

// stars counts the * of a placeholder at p. One between words is such only where
// it stands for a number or the name of a place: *个项目, *县组织. In 打击*处理 it
// parts two words.
func (t *units) stars(p int) int {
	n := t.run(p)
	parts := n == 1 && t.Han(p-1) && t.Han(p+1)
	if parts && t.Surface(p+1, RoleUnit) <= t.Word(p+1) && !t.In(p+1, named) {
		return 0
	}
	return n
}

// named begin what a name stands in front of: *县, *公司, *局.
const named = "省市县区州旗乡镇村局委厅部院校站所公单"

// run is how often the rune at p stands there.
func (t *units) run(p int) int {
	end := p
	for t.Rune(end) == t.Rune(p) {
		end++
	}
	return end - p
}

// crosses counts the X of a placeholder at p: several, or one in front of a
// unit, that belong to no word or number.
func (t *units) crosses(p int) int {
	n := t.run(p)
	if t.letter(p-1) || t.letter(p+n) {
		return 0
	}
	if n == 1 && t.Surface(p+n, RoleUnit) == 0 {
		return 0
	}
	return n
}

// letter reports a Latin letter or a digit at p.
func (t *folded) letter(p int) bool { return IsLatin(t.Rune(p)) || t.Digit(p) }

// unnamedRow gives the length of 指标1 at the start of the text, a row of the
// form that nobody filled.
func (t *units) unnamedRow(p int) int {
	if p != 0 || !t.Is(p+1, '标') {
		return 0
	}
	n, end := t.Small(p+2, 99)
	if n == 0 || end < len(t.glyphs) && !t.In(end, ":….") {
		return 0
	}
	return end - p
}

// ticked reports boxes of which one is chosen: ☑是□否.
func (t *units) ticked() bool {
	return strings.ContainsAny(t.text, "☑☒√✓✔") || strings.Contains(t.text, "■") && strings.Contains(t.text, "□")
}
