// Package beside tells what stands beside a cell of a sheet: whether it is a label,
// which cell holds the value of a label, which amount is whose.
package beside

import (
	"strings"
	"unicode/utf8"

	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// Neighbours is a sheet as a form sees it: which cells are labels, and what
// stands beside and below them.
type Neighbours struct {
	Sheet  *sheet.Sheet // the one being read
	Labels label.Set
	Kind   string // identifier of the form, which some labels are for
}

// Value is the cell that holds the value of label c: the one to its right, or
// in a row of labels the one below. A cell that reads like a label is a value
// where nothing else can be, and it has no value of its own.
func (r *Neighbours) Value(c *sheet.Cell) (v *sheet.Cell, by sheet.Use) {
	right, below := r.beside(c), r.Sheet.Below(c)
	headed := r.headed(c)
	free := right.Unread() && !r.IsLabel(right)
	switch {
	case free && r.besideLabel(c) && r.overValues(c):
		return below, sheet.UseBelow
	case free && !(right.Blank && headed && r.headsGoals(c, below)):
		return right, sheet.UseRight
	case headed:
		return below, sheet.UseBelow
	case right.Unread() && r.printed(c, right):
		return right, sheet.UseRight
	case right == nil && below.Unread() && r.HeadRow(c):
		return below, sheet.UseBelow
	}
	return nil, sheet.Unused
}

// beside is the cell to the right of c or, where that is blank because a
// producer lost the merge of the label, the first one behind the blanks: an
// amount, or what stands alone before the next label or the border.
func (r *Neighbours) beside(c *sheet.Cell) *sheet.Cell {
	right := r.Sheet.Right(c)
	v := r.PastBlanks(right)
	switch {
	case v == right: // as mostly
	case !v.Unread() || v.Line != c.Line || r.IsLabel(v):
	case r.reaches(c, v):
		return v
	}
	return right
}

// reaches says whether v may be the value of label c over the blanks between.
func (r *Neighbours) reaches(c, v *sheet.Cell) bool {
	if c.In(label.InMoney, r.Kind) != nil {
		return v.IsAmount()
	}
	next := r.Sheet.Right(v)
	return next == nil || r.IsLabel(next) || next.Blank && worded(v.Text)
}

// worded says whether a text is too long for a label or holds what labels do
// not: digits, stops.
func worded(text string) bool {
	return utf8.RuneCountInString(text) > 12 || strings.ContainsAny(text, "0123456789。，；,;")
}

// PastBlanks is c, or the first cell to its right that is not blank; nil where
// the row ends before.
func (r *Neighbours) PastBlanks(c *sheet.Cell) *sheet.Cell {
	for c != nil && c.Blank {
		c = r.Sheet.Right(c)
	}
	return c
}

// headed says whether label c heads a column, so that the cell below is its
// value: c stands between labels or borders, and the cell below is not beside a
// label, but for the one that c itself stands beside.
func (r *Neighbours) headed(c *sheet.Cell) bool {
	below := r.Sheet.Below(c)
	if !below.Unread() || r.IsLabel(below) {
		return false
	}
	left := r.Sheet.At(c.Line, c.Column-1)
	for left != nil && left.Blank && left.Line == c.Line {
		left = r.Sheet.At(c.Line, left.Column-1)
	}
	if left.Filled() && !r.IsLabel(left) {
		return false
	}
	beside := r.Sheet.At(below.Line, below.Column-1)
	labelled := beside != nil && beside.Line == below.Line && r.IsLabel(beside)
	return !labelled || left != nil && beside.Entry == left.Entry && label.Normal(beside.Text) == label.Normal(left.Text)
}

// HeadRow says whether c stands in a row of heads alone, each over its own value, where
// two labels of the project stand side by side.
func (r *Neighbours) HeadRow(c *sheet.Cell) bool {
	return r.overValues(c) && r.sideBySide(r.Sheet.Line(c.Line))
}

// overValues says whether the row of c has no blank, and the row below as many cells in the
// same columns, of which none is a label.
func (r *Neighbours) overValues(c *sheet.Cell) bool {
	heads, v := r.Sheet.Line(c.Line), r.Sheet.Below(c)
	if !v.Unread() || v.Line != c.Line+1 {
		return false
	}
	below := r.Sheet.Line(v.Line)
	if len(below) != len(heads) {
		return false
	}
	for i := range heads {
		head, v := &heads[i], &below[i]
		if head.Column != v.Column || head.ColSpan != v.ColSpan {
			return false
		}
		if head.Blank || worded(head.Text) || r.saysLabel(v) {
			return false
		}
	}
	return true
}

// besideLabel says whether a label of the project stands left of c.
func (r *Neighbours) besideLabel(c *sheet.Cell) bool {
	left := r.Sheet.At(c.Line, c.Column-1)
	return left != nil && left.Line == c.Line && left.In(label.InProject, r.Kind) != nil
}

// sideBySide says whether two labels of the project stand side by side in a row.
func (r *Neighbours) sideBySide(row []sheet.Cell) bool {
	before := false
	for i := range row {
		is := row[i].In(label.InProject, r.Kind) != nil
		if is && before {
			return true
		}
		before = is
	}
	return false
}

// headsGoals says whether c stands in a row of labels alone, one of them of a
// goal, with text under labels alone: 预期目标 | | 实际完成情况 | , where the
// merges of the labels were lost.
func (r *Neighbours) headsGoals(c, below *sheet.Cell) bool {
	goals, text := false, false
	for head := range r.Sheet.Words(c.Line) {
		if !r.IsLabel(head) {
			return false
		}
		goals = goals || head.Entry.Field(label.InProject, r.Kind) == label.Goals
	}
	for v := range r.Sheet.Words(below.Line) {
		head := r.Sheet.At(c.Line, v.Column)
		if head != nil && v.Entry != nil && v.Entry == head.Entry {
			continue // the block's label once more
		}
		if !head.Filled() || r.IsLabel(v) {
			return false
		}
		text = true
	}
	return goals && text
}

// printed says whether v, which reads like a label, is what was filled in
// beside label c: 资金性质 | 财政拨款. It heads nothing, and the row ends behind it
// or, as it is a kind of money beside another label, goes on with a label.
func (r *Neighbours) printed(c, v *sheet.Cell) bool {
	if r.headed(v) && !r.Sheet.Below(v).Blank {
		return false
	}
	if r.Sheet.Right(v) == nil {
		return true
	}
	next := r.PastBlanks(r.Sheet.Right(v))
	return (next == nil || r.IsLabel(next)) && v.Entry.In(label.InProject, r.Kind) == nil && c.Entry.In(label.InMoney, r.Kind) == nil
}
