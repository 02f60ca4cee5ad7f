package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"jxmb/model/quantity"
)

// Line breaking follows Unicode Standard Annex #14 as uniseg implements it, and
// tightens it for official Chinese papers: curly quotation marks between
// Chinese characters open and close like brackets, a number keeps its sign and
// its unit, and a few marks that the annex leaves alone do not begin a line.

// textLine is one line of a paragraph. Width is in points; Last is set on the
// last line of a paragraph, which is not spread to the margin.
type textLine struct {
	text  string
	width float64
	last  bool
	color color
}

// spread is the space to add between the characters so that the line fills the
// width, as Chinese is set: 0 for the last one of a paragraph, and where the
// gaps would be seen.
func (l textLine) spread(size, width float64) float64 {
	const most = 0.12 // em between two characters
	gaps, slack := float64(utf8.RuneCountInString(l.text)-1), width-l.width
	if l.last || gaps <= 0 || slack > most*size*gaps {
		return 0
	}
	return max(slack, 0) / gaps
}

// lineKey remembers lines that occur in many cells: 年初工作计划.
type lineKey struct {
	style       style
	size, width float64
	text        string
}

// maxBroken bounds the texts of which lines are remembered: a document of many
// pages has most of them once.
const maxBroken = 4096

// lines breaks text, which may hold several paragraphs, to the given width.
func (d *doc) lines(style style, size, width float64, text string) []textLine {
	key := lineKey{style, size, width, text}
	if known, ok := d.broken[key]; ok {
		return known
	}
	if !d.limits.allow(text) {
		return []textLine{{last: true}}
	}
	var lines []textLine
	for paragraph := range strings.SplitSeq(d.fonts.visible(style, text), "\n") {
		lines = append(lines, d.fonts.paragraph(style, size, width, paragraph)...)
	}
	for len(lines) > 1 && lines[len(lines)-1].text == "" {
		lines = lines[:len(lines)-1]
	}
	if len(d.broken) == maxBroken { // those of the next pages are others
		clear(d.broken)
	}
	d.broken[key] = lines
	return lines
}

func (p *fonts) paragraph(style style, size, width float64, text string) []textLine {
	var lines []textLine
	start, end := 0, 0 // the line so far is text[start:end]
	filled := 0.0
	flush := func() {
		if line := strings.TrimRight(text[start:end], blanks); line != "" {
			lines = append(lines, textLine{text: line, width: p.width(style, size, line)})
		}
		start, filled = end, 0
	}
	place := func(piece string) {
		w := p.width(style, size, strings.TrimRight(piece, blanks))
		if filled > 0 && filled+w > width+0.01 {
			flush()
		}
		if start == end && len(lines) > 0 { // no space begins a continued line
			trimmed := strings.TrimLeft(piece, blanks)
			start += len(piece) - len(trimmed)
			end = start
			piece = trimmed
		}
		filled += p.width(style, size, piece)
		end += len(piece)
	}
	for piece := range pieces(text) {
		if p.width(style, size, strings.TrimRight(piece, blanks)) <= width {
			place(piece)
			continue
		}
		flush()
		for rest, state := piece, -1; rest != ""; { // wider than a line: anywhere
			var cluster string
			cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
			if after, n := utf8.DecodeRuneInString(rest); n == len(rest) && unicode.IsPunct(after) && p.width(style, size, cluster+rest) <= width {
				cluster, rest = cluster+rest, "" // （50分） leaves no ） alone
			}
			place(cluster)
		}
	}
	flush()
	if len(lines) == 0 {
		lines = append(lines, textLine{})
	}
	lines[len(lines)-1].last = true
	return lines
}

// pieces yields the parts of a paragraph that a line break must not split.
func pieces(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		rest, state, start, end, keep := bracketQuotes(text), -1, 0, 0, 0
		for rest != "" {
			var segment string
			segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
			end += len(segment)
			if keep < end {
				keep = keptUntil(text, start, end, keep)
			}
			if end < keep && rest != "" {
				continue
			}
			if !yield(text[start:end]) {
				return
			}
			start = end
		}
	}
}

// keptUntil is the offset before which no break may follow the one proposed
// at end; end or less allows it.
func keptUntil(text string, start, end, keep int) int {
	before, _ := utf8.DecodeLastRuneInString(text[start:end])
	after, size := utf8.DecodeRuneInString(text[end:])
	if digit := unicode.IsDigit(before); digit || isNumeral(before) {
		// 3|次 belong together; 两|万元 too, but a lone 万|人 may be words.
		if unit := unitLength(text[end:]); digit && unit > 0 || unit > size {
			return end + unit
		}
	}
	switch {
	case unicode.IsDigit(after) && strings.ContainsRune(numberPrefixes, before):
		return end + size
	case isNoStart(after):
		return end + size
	}
	if beginsWhole(before) {
		if n := tornWord(text[start:end], text[end:]); n > 0 {
			return end + n
		}
	}
	return keep
}

// tornWord is the length of the rest of a word that stands across the break
// between before and after, 0 where none does.
func tornWord(before, after string) int {
	for _, word := range whole {
		for cut := range word {
			if cut > 0 && strings.HasSuffix(before, word[:cut]) && strings.HasPrefix(after, word[cut:]) {
				return len(word) - cut
			}
		}
	}
	return 0
}

// blanks do not count at the end of a line, nor begin a continued one.
const blanks = " \u3000"

const numberPrefixes = "≥≤≧≦⩾⩽＞＜＝=≈±第￥约"

// isNumeral tells what a unit stands behind beside digits.
func isNumeral(r rune) bool {
	switch r {
	case '〇', '零', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿', '%', '％':
		return true
	}
	return false
}

// isNoStart tells marks that begin no line.
func isNoStart(r rune) bool {
	switch r {
	case '·', '・', '～', '~', '/', '／', '％', '‰', '℃', '°', '—', '…', '×':
		return true
	}
	return false
}

// beginsWhole tells the characters behind which a word of whole may be torn.
func beginsWhole(r rune) bool {
	switch r {
	case '指', '满', '意', '依', '资', '目':
		return true
	}
	return false
}

// whole are words of the form's narrow columns that look torn when broken.
var whole = []string{"指标", "满意度", "依据", "资金", "目标"}

// unitLength is the number of bytes of the unit that text begins with, with
// what it is per: 元/人·月; 0 when text does not begin with a unit.
func unitLength(text string) int {
	for _, end := range [...]string{"月底", "月末"} { // days of the calendar, not units
		if strings.HasPrefix(text, end) {
			return len(end)
		}
	}
	t := quantity.Read(text[:longestUnit(text)])
	defer t.Release()
	u, ok := t.BareUnit(0, 0)
	if !ok {
		return 0
	}
	return t.End(u.End)
}

// longestUnit is the number of bytes of the first 16 characters, more than any
// unit has.
func longestUnit(text string) int {
	n := 0
	for at := range text {
		if n++; n > 16 {
			return at
		}
	}
	return len(text)
}

// bracketQuotes replaces curly quotation marks beside East Asian characters
// by corner brackets of the same length in bytes, for the analysis only. UAX #14
// forbids breaks on both sides of the former, which suits Western spacing.
func bracketQuotes(text string) string {
	if !strings.ContainsAny(text, "“”‘’") {
		return text
	}
	b := []byte(text)
	var previous rune
	for i, r := range text {
		if strings.ContainsRune("“”‘’", r) {
			next, _ := utf8.DecodeRuneInString(text[i+3:])
			if previous >= 0x2E80 || next >= 0x2E80 {
				bracket := "「"
				if r == '”' || r == '’' {
					bracket = "」"
				}
				copy(b[i:], bracket)
			}
		}
		previous = r
	}
	return string(b)
}
