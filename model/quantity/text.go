package quantity

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Text is a text folded for reading: its runes in plain spelling, each with
// its place in the text. The methods that take a place p count in folded runes
// and give the place behind what they read. Dates, negations and sums of money are
// read by Text itself, with the help of the layers below: units, numerals, and the
// folded text that they stand in.
type Text struct{ units }

// folded holds the runes of a text, and looks the vocabulary up at each.
type folded struct {
	v      *vocabulary
	text   string
	glyphs []glyph
	stops  int         // glyphs behind them in the same memory: stops at the end of the text
	titles bool        // has 《 or 》
	seen   [seen]match // lookups, by the low bits of their place
	seenAt [seen]int32 // 1-based place of each, 0 for none
}

// seen bounds the lookups that a text keeps: those around one place, where
// many readers ask for the same.
const seen = 8

// Fold makes t the folded spelling of text. It keeps the memory of what t was.
func (t *folded) Fold(text string) {
	t.v, t.text, t.seenAt = vocab(), text, [seen]int32{}
	t.glyphs, t.titles = t.v.folding.fold(t.glyphs[:0], text)
	t.stops = 0
	if t.titles {
		t.unpair()
	}
}

// unpair makes signs of the brackets 《 and 》 that have no partner: 》100亩.
func (t *folded) unpair() {
	open := -1
	for p := range t.glyphs {
		switch g := &t.glyphs[p]; {
		case g.r == '《' && open < 0:
			open = p
		case g.r == '》' && open >= 0:
			open = -1
		case g.r == '》':
			g.r = '>'
		}
	}
	if open >= 0 {
		t.glyphs[open].r = '<'
	}
}

// JoinLines makes the line breaks of t blanks, and reports whether it had any.
func (t *folded) JoinLines() bool {
	all, kept, gap := t.all(), t.glyphs[:0], false
	for _, g := range all {
		if g.r == '\n' {
			gap = true
			continue
		}
		g.gap = g.gap || gap
		kept, gap = append(kept, g), false
	}
	t.glyphs, t.stops, t.seenAt = kept, 0, [seen]int32{}
	t.SetStopsApart()
	return len(kept) < len(all)
}

var texts = sync.Pool{New: func() any { return new(Text) }}

// Read folds a text. [Text.Release] gives the memory back.
func Read(text string) *Text {
	t := texts.Get().(*Text)
	t.Fold(text)
	return t
}

// maxPooled bounds the glyphs that a pooled text may keep.
const maxPooled = 4096

// Keeps reports a text short enough for its memory to be kept for the next.
func (t *folded) Keeps() bool { return cap(t.glyphs) <= maxPooled }

// Release gives the memory back.
func (t *Text) Release() {
	if t.Keeps() {
		texts.Put(t)
	}
}

// Idle gives the end of the runes from p on that begin no token, the bulk of
// every text. Units, verbs and operators behind a number begin none.
func (t *folded) Idle(p int) int {
	for ; p < len(t.glyphs) && t.glyphs[p].r < 1<<16; p++ {
		switch t.v.idle[t.glyphs[p].r] {
		case mayBegin:
			return p
		case leads:
			if t.matchAt(p).begins() {
				return p
			}
		}
	}
	return p
}

// String is the text as it was given.
func (t *folded) String() string { return t.text }

// Size counts the glyphs.
func (t *folded) Size() int { return len(t.glyphs) }

// Gap reports blanks in front of the glyph at p.
func (t *folded) Gap(p int) bool { return p < len(t.glyphs) && t.glyphs[p].gap }

// Operator is a row of operators.tsv.
func (t *folded) Operator(row int) *OperatorRow { return &t.v.operators[row-1] }

// UnitRow is a row of units.tsv.
func (t *folded) UnitRow(row int) *UnitRow { return &t.v.units[row-1] }

// DateRow is a row of dates.tsv.
func (t *folded) DateRow(row int) DateRow { return t.v.dates[row-1] }

// Rune is the folded rune at p, 0 past the end.
func (t *folded) Rune(p int) rune {
	if uint(p) < uint(len(t.glyphs)) {
		return t.glyphs[p].r
	}
	return 0
}

// Is reports the folded rune r at p.
func (t *folded) Is(p int, r rune) bool { return t.Rune(p) == r }

// In reports one of the runes of set at p.
func (t *folded) In(p int, set string) bool {
	r := t.Rune(p)
	return r != 0 && strings.ContainsRune(set, r)
}

// Among reports one of runes at p. It is quicker than In, for places that are
// asked behind every number.
func (t *folded) Among(p int, runes []rune) bool { return slices.Contains(runes, t.Rune(p)) }

// Some reports a glyph of [from,to) that fits.
func (t *folded) Some(from, to int, fits func(rune) bool) bool {
	return slices.ContainsFunc(t.glyphs[from:to], func(g glyph) bool { return fits(g.r) })
}

// Has reports a word, in folded spelling, at p.
func (t *folded) Has(p int, word string) bool {
	for _, r := range word {
		if !t.Is(p, r) {
			return false
		}
		p++
	}
	return true
}

// Digit reports an Arabic digit at p.
func (t *folded) Digit(p int) bool { return IsDigit(t.Rune(p)) }

// Numeric reports a digit or a numeral in Chinese at p.
func (t *folded) Numeric(p int) bool { return t.Digit(p) || t.Class(p).Kind != NoNumeral }

// Digits gives the glyph behind the digits side by side from p on, most of them
// at most.
func (t *folded) Digits(p, most int) int {
	end := p
	for end < p+most && t.Digit(end) && (end == p || !t.glyphs[end].gap) {
		end++
	}
	return end
}

// DigitsValue is the number that the digits [p,end) spell.
func (t *folded) DigitsValue(p, end int) (n int) {
	for ; p < end; p++ {
		n = n*10 + int(t.glyphs[p].r-'0')
	}
	return n
}

// Han reports an ideograph at p.
func (t *folded) Han(p int) bool { return IsHan(t.Rune(p)) }

// SkipRune gives the place behind an r at p, p itself where there is none.
func (t *folded) SkipRune(p int, r rune) int {
	if t.Is(p, r) {
		return p + 1
	}
	return p
}

// matchAt looks the vocabulary up at p. The result holds until the next call.
func (t *folded) matchAt(p int) *match {
	slot := uint(p) % seen
	m := &t.seen[slot]
	if t.seenAt[slot] != int32(p+1) {
		t.look(p, slot)
	}
	return m
}

func (t *folded) look(p int, slot uint) {
	t.seenAt[slot] = int32(p + 1)
	t.v.trie.at(t.glyphs, p, &t.seen[slot])
}

// Surface is the length of the longest surface of a role at p, 0 for none.
func (t *folded) Surface(p int, as Role) int { return int(t.matchAt(p).len[as]) }

// Row is the 1-based row of that surface in its table, 0 for none.
func (t *folded) Row(p int, as Role) int { return int(t.matchAt(p).row[as]) }

// Grade reports that all of the text is a target in words: a row of grades.tsv.
func (t *folded) Grade() bool { return t.GradeFrom(0) }

// GradeFrom reports the same of all from glyph p on.
func (t *folded) GradeFrom(p int) bool { return t.v.grades[t.Folded(p, len(t.glyphs))] }

// Word is the length of the plain word at p that only looks like a token.
func (t *folded) Word(p int) int { return t.Surface(p, RoleWord) }

// Offset is the byte offset of glyph p in the text.
func (t *folded) Offset(p int) int {
	if p < len(t.glyphs)+t.stops {
		return int(t.glyphs[:p+1][p].at)
	}
	return len(t.text)
}

// End is the byte offset behind glyph p-1.
func (t *folded) End(p int) int {
	if p == 0 {
		return 0
	}
	last := &t.glyphs[:p][p-1]
	return int(last.at) + int(last.size)
}

// Source is the text of glyphs [from,to), verbatim.
func (t *folded) Source(from, to int) string {
	if from >= to {
		return ""
	}
	return t.text[t.Offset(from):t.End(to)]
}

// Folded is the folded spelling of glyphs [from,to); a slice of the text
// where folding changed nothing.
func (t *folded) Folded(from, to int) string {
	if t.plain(from, to) {
		return t.Source(from, to)
	}
	runes := make([]rune, 0, to-from)
	for _, g := range t.glyphs[from:to] {
		runes = append(runes, g.r)
	}
	return string(runes)
}

// plain reports glyphs side by side that folding left as they were.
func (t *folded) plain(from, to int) bool {
	next := t.Offset(from)
	for _, g := range t.glyphs[from:to] {
		if int(g.at) != next {
			return false
		}
		next += int(g.size)
		if r := rune(t.text[g.at]); g.r != r && !(r >= utf8.RuneSelf && strings.HasPrefix(t.text[g.at:], string(g.r))) {
			return false
		}
	}
	return true
}
