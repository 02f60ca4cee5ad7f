package form

import (
	"strings"
	"unicode/utf8"

	"jxmb/model/quantity"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// written is an indicator that stands with others in one cell: where in its
// text the levels, the name and the target are. A span that is empty says
// nothing.
type written struct{ level1, level2, name, target span }

// span is text[start:end] of a text.
type span struct{ start, end int }

func (s span) in(text string) string { return text[s.start:s.end] }

func (s span) empty() bool { return s.start >= s.end }

// writtenIndicators splits a cell that holds indicators in lines:
//
//	【产出指标-数量指标】指标1：名称（≥77台）
//	产出指标：1.名称≥3次；2.名称：100%
//
// Levels hold for the lines below them. Those over no item are left. nil where the
// text is no such list: no level is named in it or above it (outer), or no item has a
// target.
func writtenIndicators(ls label.Set, text string, outer string) (list []written, left []span) {
	w := &writing{labels: ls, text: text}
	w.read()
	if !w.leveled && quantity.AspectOf(outer, "") == "" || !w.aimed {
		return nil, nil
	}
	return w.out, w.left
}

// writing is the state of reading such a cell.
type writing struct {
	labels         label.Set
	text           string
	level1, level2 span
	leveled, aimed bool // a level was named, an item has a target
	unused1        bool // no item has come since level1 was named
	unused2        bool
	out            []written
	left           []span // levels over no item
}

// read reads the lines of the text.
func (w *writing) read() {
	for _, at := range linesOf(w.text) {
		w.line(at.start, at.end)
	}
	w.leave(w.level1, &w.unused1)
	w.leave(w.level2, &w.unused2)
}

// line reads the items of a line, and the levels that stand before them.
func (w *writing) line(start, end int) {
	for start < end {
		start = w.behindLevels(w.skip(start, end), end)
		stop := w.itemEnd(start, end)
		w.item(start, stop)
		start = w.skip(stop, end)
	}
}

// behindLevels reads the levels at the start, and gives the place behind them.
func (w *writing) behindLevels(start, end int) int {
	for {
		next := w.level(start, end)
		if next == start {
			return start
		}
		start = w.skip(next, end)
	}
}

// separators may stand around levels and items.
const separators = sheet.Separators

// skip passes separators, list numbers and 指标1：.
func (w *writing) skip(at, end int) int {
	for at < end {
		r, n := utf8.DecodeRuneInString(w.text[at:end])
		if strings.ContainsRune(separators, r) {
			at += n
			continue
		}
		if number, ok := label.LeadingNumber(w.text[at:end]); ok && at+number.End < end {
			at += number.End
			continue
		}
		if n := numberedWord(w.text[at:end]); n > 0 {
			at += n
			continue
		}
		break
	}
	return at
}

// numberedWord is the length of 指标1： and its kin.
func numberedWord(s string) int {
	rest, ok := strings.CutPrefix(s, "指标")
	if !ok {
		return 0
	}
	_, _, n := label.Count(rest)
	mark, width := utf8.DecodeRuneInString(rest[n:])
	if n == 0 || !strings.ContainsRune(":：.、", mark) {
		return 0
	}
	return len("指标") + n + width
}

// level reads one level at the start of a line, in brackets or before a
// separator, and gives the place behind it; start where there is none.
func (w *writing) level(start, end int) int {
	const opening, closing = "【[［〔（(", "】]］〕）)"
	s := w.text[start:end]
	if r, n := utf8.DecodeRuneInString(s); strings.ContainsRune(opening, r) {
		i := strings.IndexAny(s, closing)
		if i < 0 || !w.levels(start+n, start+i) {
			return start
		}
		_, width := utf8.DecodeRuneInString(s[i:])
		return start + i + width
	}
	i := strings.IndexAny(s, separators+opening+closing)
	if i < 0 {
		i = len(s)
	}
	if !w.take(start, start+i) {
		return start
	}
	at := start + i
	if note := strings.IndexAny(w.text[at:end], closing); note > 0 && strings.IndexAny(w.text[at:end], opening) == 0 && quantity.Points(w.text[start:at+note]+")") != "" {
		_, width := utf8.DecodeRuneInString(w.text[at+note:])
		at += note + width // 产出指标（50分）
		if w.level2.empty() {
			w.level1.end = at
		} else {
			w.level2.end = at
		}
	}
	return at
}

// levels reads what a bracket names: 产出指标-数量指标.
func (w *writing) levels(start, end int) bool {
	taken := false
	for start < end {
		i := strings.IndexAny(w.text[start:end], separators)
		if i < 0 {
			i = end - start
		}
		if i > 0 && !w.take(start, start+i) {
			return taken
		}
		taken = taken || i > 0
		start = w.skip(start+i, end)
	}
	return taken
}

// firstLevels are the aspects as they stand without 指标.
const firstLevels = " 产出 效益 满意度 成本 "

// secondLevels are second levels as they stand without 指标.
const secondLevels = " 数量 质量 时效 经济效益 社会效益 生态效益 可持续影响 服务对象满意度 经济成本 社会成本 生态环境成本 "

// take notes text[start:end] as a level; false where it is none.
func (w *writing) take(start, end int) bool {
	said := w.text[start:end]
	folded := label.Normal(said)
	entry, _ := w.labels.Lookup(said)
	m := entry.In(label.InLevel, "")
	word := strings.Contains(firstLevels, " "+folded+" ")
	switch {
	case m != nil && m.Field == label.Level1, word, m == nil && strings.HasSuffix(folded, "指标") && quantity.AspectOf(folded, "") != "" && len(folded) <= 12*len("字"):
		w.leave(w.level1, &w.unused1)
		w.leave(w.level2, &w.unused2)
		w.level1, w.level2, w.unused1 = span{start, end}, span{}, true
	case m != nil, strings.Contains(secondLevels, " "+folded+" "):
		w.leave(w.level2, &w.unused2)
		w.level2, w.unused2 = span{start, end}, true
	default:
		return false
	}
	w.leveled = true
	return true
}

// leave takes note of a level that ends before any item stood under it.
func (w *writing) leave(level span, unused *bool) {
	if *unused {
		w.left = append(w.left, level)
		*unused = false
	}
}

// itemEnd is where the item that begins at start ends: before a semicolon or
// full stop, or the end of the line. A bracket hides what it holds.
func (w *writing) itemEnd(start, end int) int {
	depth := 0
	for i, r := range w.text[start:end] {
		switch {
		case strings.ContainsRune("（(", r):
			depth++
		case strings.ContainsRune("）)", r):
			depth--
		case depth == 0 && strings.ContainsRune("；;。", r):
			return start + i
		}
	}
	return end
}

// item splits an item into its name and its target.
func (w *writing) item(start, end int) {
	for end > start && strings.ContainsRune(separators, lastRune(w.text[start:end])) {
		_, n := utf8.DecodeLastRuneInString(w.text[start:end])
		end -= n
	}
	if start >= end {
		return
	}
	it := written{level1: w.level1, level2: w.level2, name: span{start, end}}
	if a := sheet.TargetIn(w.text[start:end]); a.Name > 0 {
		it.name, it.target = span{start, start + a.Name}, span{start + a.From, start + a.To}
		w.aimed = true
	} else if isFigure(w.text[start:end]) || sheet.Rated(w.text[start:end]) { // 2025年12月20日前完成, 土壤质量持续改善
		it.target = it.name
		w.aimed = true
	}
	w.unused1, w.unused2 = false, false
	w.out = append(w.out, it)
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// several says whether lines of the text name levels, or indicators by number,
// twice at least.
func (w *writing) several() bool {
	found := 0
	for _, line := range linesOf(w.text) {
		from, end := line.start, line.end
		for from < end && strings.ContainsRune(separators, rune(w.text[from])) {
			from++
		}
		if at := w.skip(from, end); numberedWord(w.text[from:end]) > 0 || w.level(at, end) > at {
			found++
		}
	}
	return found >= 2
}
