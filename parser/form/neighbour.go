package form

import (
	"strings"
	"unicode/utf8"
)

// value is the cell that holds the value of label c: the one to its right, or
// in a row of labels the one below. A cell that reads like a label is a value
// where nothing else can be, and it has no value of its own.
func (r *reading) value(c *cell) (v *cell, by use) {
	right, below := r.beside(c), r.sheet.below(c)
	headed := r.headed(c)
	if right != nil && right.use == unused && !r.isLabel(right) && !(right.blank && headed && r.headsGoals(c, below)) {
		return right, useRight
	}
	if headed {
		return below, useBelow
	}
	if right != nil && right.use == unused && r.printed(c, right) {
		return right, useRight
	}
	return nil, unused
}

// beside is the cell to the right of c or, where that is blank because a
// producer lost the merge of the label, the first one behind the blanks: an
// amount, or what stands alone before the next label or the border.
func (r *reading) beside(c *cell) *cell {
	right := r.sheet.right(c)
	v := r.pastBlanks(right)
	switch {
	case v == nil || v == right || v.use != unused || v.row != c.row || r.isLabel(v):
		return right
	case c.entry.in(inMoney, r.form) != nil:
		if !r.isAmount(v) {
			return right
		}
	default:
		if next := r.sheet.right(v); next != nil && !r.isLabel(next) && !(next.blank && worded(v.Text)) {
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
func (r *reading) pastBlanks(c *cell) *cell {
	for c != nil && c.blank {
		c = r.sheet.right(c)
	}
	return c
}

// headed says whether label c heads a column, so that the cell below is its
// value: c stands between labels or borders, and the cell below is not beside a
// label, but for the one that c itself stands beside.
func (r *reading) headed(c *cell) bool {
	below := r.sheet.below(c)
	if below == nil || below.use != unused || r.isLabel(below) {
		return false
	}
	left := r.sheet.at(c.row, c.Column-1)
	for left != nil && left.blank && left.row == c.row {
		left = r.sheet.at(c.row, left.Column-1)
	}
	if left != nil && !left.blank && !r.isLabel(left) {
		return false
	}
	beside := r.sheet.at(below.row, below.Column-1)
	return beside == nil || beside.row != below.row || !r.isLabel(beside) || left != nil && beside.entry == left.entry
}

// headsGoals says whether c stands in a row of labels alone, one of them of a
// goal, with text under labels alone: 预期目标 | | 实际完成情况 | , where the
// merges of the labels were lost.
func (r *reading) headsGoals(c, below *cell) bool {
	goals, text := false, false
	heads := r.sheet.line(c.row)
	for i := range heads {
		l := &heads[i]
		if m := l.entry.in(inProject, r.form); m != nil && m.field == fieldGoals {
			goals = true
		}
		if !l.blank && !r.isLabel(l) {
			return false
		}
	}
	values := r.sheet.line(below.row)
	for i := range values {
		v := &values[i]
		head := r.sheet.at(c.row, v.Column)
		if v.blank || head != nil && v.entry != nil && v.entry == head.entry {
			continue // the block's label once more
		}
		if head == nil || head.blank || r.isLabel(v) {
			return false
		}
		text = true
	}
	return goals && text
}

// printed says whether v, which reads like a label, is what was filled in
// beside label c: 资金性质 | 财政拨款. It heads nothing, and the row ends behind it
// or, as it is a kind of money beside another label, goes on with a label.
func (r *reading) printed(c, v *cell) bool {
	if r.headed(v) && !r.sheet.below(v).blank {
		return false
	}
	if r.sheet.right(v) == nil {
		return true
	}
	next := r.pastBlanks(r.sheet.right(v))
	return (next == nil || r.isLabel(next)) && v.entry.in(inProject, r.form) == nil && c.entry.in(inMoney, r.form) == nil
}
