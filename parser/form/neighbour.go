package form

import (
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
	"strings"
	"unicode/utf8"
)

// value is the cell that holds the value of label c: the one to its right, or
// in a row of labels the one below. A cell that reads like a label is a value
// where nothing else can be, and it has no value of its own.
func (r *reading) value(c *sheet.Cell) (v *sheet.Cell, by sheet.Use) {
	right, below := r.beside(c), r.sheet.Below(c)
	headed := r.headed(c)
	if right != nil && right.Use == sheet.Unused && !r.isLabel(right) && !(right.Blank && headed && r.headsGoals(c, below)) {
		return right, sheet.UseRight
	}
	if headed {
		return below, sheet.UseBelow
	}
	if right != nil && right.Use == sheet.Unused && r.printed(c, right) {
		return right, sheet.UseRight
	}
	return nil, sheet.Unused
}

// beside is the cell to the right of c or, where that is blank because a
// producer lost the merge of the label, the first one behind the blanks: an
// amount, or what stands alone before the next label or the border.
func (r *reading) beside(c *sheet.Cell) *sheet.Cell {
	right := r.sheet.Right(c)
	v := r.pastBlanks(right)
	switch {
	case v == nil || v == right || v.Use != sheet.Unused || v.Line != c.Line || r.isLabel(v):
		return right
	case c.Entry.In(label.InMoney, r.form.ID) != nil:
		if !r.isAmount(v) {
			return right
		}
	default:
		if next := r.sheet.Right(v); next != nil && !r.isLabel(next) && !(next.Blank && worded(v.Text)) {
			return right
		}
	}
	return v
}

// worded says whether a text is too long for a label or holds what labels do
// not: digits, stops.
func worded(text string) bool {
	return utf8.RuneCountInString(text) > 12 || strings.ContainsAny(text, "0123456789。，；,;")
}

// pastBlanks is c, or the first cell to its right that is not blank; nil where
// the row ends before.
func (r *reading) pastBlanks(c *sheet.Cell) *sheet.Cell {
	for c != nil && c.Blank {
		c = r.sheet.Right(c)
	}
	return c
}

// headed says whether label c heads a column, so that the cell below is its
// value: c stands between labels or borders, and the cell below is not beside a
// label, but for the one that c itself stands beside.
func (r *reading) headed(c *sheet.Cell) bool {
	below := r.sheet.Below(c)
	if below == nil || below.Use != sheet.Unused || r.isLabel(below) {
		return false
	}
	left := r.sheet.At(c.Line, c.Column-1)
	for left != nil && left.Blank && left.Line == c.Line {
		left = r.sheet.At(c.Line, left.Column-1)
	}
	if left != nil && !left.Blank && !r.isLabel(left) {
		return false
	}
	beside := r.sheet.At(below.Line, below.Column-1)
	return beside == nil || beside.Line != below.Line || !r.isLabel(beside) || left != nil && beside.Entry == left.Entry
}

// headsGoals says whether c stands in a row of labels alone, one of them of a
// goal, with text under labels alone: 预期目标 | | 实际完成情况 | , where the
// merges of the labels were lost.
func (r *reading) headsGoals(c, below *sheet.Cell) bool {
	goals, text := false, false
	heads := r.sheet.Line(c.Line)
	for i := range heads {
		l := &heads[i]
		if m := l.Entry.In(label.InProject, r.form.ID); m != nil && m.Field == label.Goals {
			goals = true
		}
		if !l.Blank && !r.isLabel(l) {
			return false
		}
	}
	values := r.sheet.Line(below.Line)
	for i := range values {
		v := &values[i]
		head := r.sheet.At(c.Line, v.Column)
		if v.Blank || head != nil && v.Entry != nil && v.Entry == head.Entry {
			continue // the block's label once more
		}
		if head == nil || head.Blank || r.isLabel(v) {
			return false
		}
		text = true
	}
	return goals && text
}

// printed says whether v, which reads like a label, is what was filled in
// beside label c: 资金性质 | 财政拨款. It heads nothing, and the row ends behind it
// or, as it is a kind of money beside another label, goes on with a label.
func (r *reading) printed(c, v *sheet.Cell) bool {
	if r.headed(v) && !r.sheet.Below(v).Blank {
		return false
	}
	if r.sheet.Right(v) == nil {
		return true
	}
	next := r.pastBlanks(r.sheet.Right(v))
	return (next == nil || r.isLabel(next)) && v.Entry.In(label.InProject, r.form.ID) == nil && c.Entry.In(label.InMoney, r.form.ID) == nil
}
