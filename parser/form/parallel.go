package form

import (
	"strings"

	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// inLines are the columns whose cells hold a line for each of the indicators of a row,
// where several stand in it.
var inLines = [...]label.Field{label.Level3, label.Target, label.Operator, label.Measure, label.Weight, label.Actual, label.Score}

// openLines is the number of indicators that side k of the row holds: several where the
// names stand in lines, numbered or with a target each, and all that stands beside them
// is in as many lines.
//
//	指标1：修复湿地面积 | ≥320公顷
//	指标2：设立巡护点   | 8个
func (r *rowReader) openLines(row, k int) int {
	r.lines, r.lineNow = nil, 0
	name, target := r.cellOf(row, k, label.Level3), r.cellOf(row, k, label.Target)
	if !name.BeginsIn(row) || !target.BeginsIn(row) || !name.Marks.Has(label.HasBreak) || !target.Marks.Has(label.HasBreak) {
		return 1 // as nearly all
	}
	names, targets := linesOf(name.Text), linesOf(target.Text)
	if len(names) != len(targets) || !numberedLines(name.Text, names) && !aimedLines(target.Text, targets) {
		return 1
	}
	lines := map[*sheet.Cell][]sheet.Cell{}
	for _, f := range inLines {
		c := r.cellOf(row, k, f)
		if !c.Filled() {
			continue
		}
		spans := linesOf(c.Text)
		if len(spans) != len(names) {
			return 1
		}
		lines[c] = partsOf(c, spans, f == label.Level3)
	}
	for c := range lines {
		c.Take(sheet.UseBlock, label.Indicators.String(), nil)
	}
	r.lines = lines
	return len(names)
}

// openPair parts the cell of side k of the row that holds both the target and what was
// reached.
func (r *rowReader) openPair(row, k int) {
	r.paired = nil
	col := r.column(k, label.Target)
	if col == nil || !col.Paired() {
		return // as nearly all
	}
	c := r.cellOf(row, k, label.Target)
	if !c.BeginsIn(row) {
		return
	}
	target, actual, ok := sheet.Paired(r.Labels, c.Text)
	if !ok {
		return
	}
	r.paired = partsOf(c, []span{{target[0], target[1]}, {actual[0], actual[1]}}, false)
	c.Take(sheet.UseBlock, label.Indicators.String(), nil)
}

// linesOf is the lines of a text that are not blank.
func linesOf(text string) []span {
	var out []span
	for start := 0; start < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i
		}
		if !label.Blank(text[start:end]) {
			out = append(out, span{start, end})
		}
		start = end + 1
	}
	return out
}

// numberedLines says whether each line of the names begins with its number.
func numberedLines(text string, lines []span) bool {
	w := &writing{text: text}
	for _, at := range lines {
		if w.skip(at.start, at.end) == at.start {
			return false
		}
	}
	return len(lines) > 1
}

// aimedLines says whether each line is a target with a figure.
func aimedLines(text string, lines []span) bool {
	for _, at := range lines {
		if !isFigure(at.in(text)) {
			return false
		}
	}
	return len(lines) > 1
}

// partsOf is a cell for each line of c, without its number where it is a name.
func partsOf(c *sheet.Cell, lines []span, names bool) []sheet.Cell {
	w := &writing{text: c.Text}
	out := make([]sheet.Cell, len(lines))
	for i, at := range lines {
		if names {
			at.start = w.skip(at.start, at.end)
		}
		part, own := *c, *c.Cell
		own.Text = at.in(c.Text)
		own.Start, own.End = c.Range(at.start, at.end)
		own.Runs = nil
		part.Cell, part.Use = &own, sheet.Unused
		out[i] = part
	}
	return out
}
