package form

import (
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
	"strings"
	"unicode/utf8"
)

// neighbours is a sheet as a form sees it: which cells are labels, and what
// stands beside and below them.
type neighbours struct {
	sheet  *sheet.Sheet // the one being read
	labels label.Set
	kind   string // identifier of the form, which some labels are for
}

// value is the cell that holds the value of label c: the one to its right, or
// in a row of labels the one below. A cell that reads like a label is a value
// where nothing else can be, and it has no value of its own.
func (r *neighbours) value(c *sheet.Cell) (v *sheet.Cell, by sheet.Use) {
	right, below := r.beside(c), r.sheet.Below(c)
	headed := r.headed(c)
	free := right.Unread() && !r.isLabel(right)
	switch {
	case free && !(right.Blank && headed && r.headsGoals(c, below)):
		return right, sheet.UseRight
	case headed:
		return below, sheet.UseBelow
	case right.Unread() && r.printed(c, right):
		return right, sheet.UseRight
	}
	return nil, sheet.Unused
}

// beside is the cell to the right of c or, where that is blank because a
// producer lost the merge of the label, the first one behind the blanks: an
// amount, or what stands alone before the next label or the border.
func (r *neighbours) beside(c *sheet.Cell) *sheet.Cell {
	right := r.sheet.Right(c)
	v := r.pastBlanks(right)
	switch {
	case v == right: // as mostly
	case !v.Unread() || v.Line != c.Line || r.isLabel(v):
	case r.reaches(c, v):
		return v
	}
	return right
}

// reaches says whether v may be the value of label c over the blanks between.
func (r *neighbours) reaches(c, v *sheet.Cell) bool {
	if c.In(label.InMoney, r.kind) != nil {
		return isAmount(v)
	}
	next := r.sheet.Right(v)
	return next == nil || r.isLabel(next) || next.Blank && worded(v.Text)
}

// worded says whether a text is too long for a label or holds what labels do
// not: digits, stops.
func worded(text string) bool {
	return utf8.RuneCountInString(text) > 12 || strings.ContainsAny(text, "0123456789。，；,;")
}

// pastBlanks is c, or the first cell to its right that is not blank; nil where
// the row ends before.
func (r *neighbours) pastBlanks(c *sheet.Cell) *sheet.Cell {
	for c != nil && c.Blank {
		c = r.sheet.Right(c)
	}
	return c
}

// headed says whether label c heads a column, so that the cell below is its
// value: c stands between labels or borders, and the cell below is not beside a
// label, but for the one that c itself stands beside.
func (r *neighbours) headed(c *sheet.Cell) bool {
	below := r.sheet.Below(c)
	if !below.Unread() || r.isLabel(below) {
		return false
	}
	left := r.sheet.At(c.Line, c.Column-1)
	for left != nil && left.Blank && left.Line == c.Line {
		left = r.sheet.At(c.Line, left.Column-1)
	}
	if left.Filled() && !r.isLabel(left) {
		return false
	}
	beside := r.sheet.At(below.Line, below.Column-1)
	labelled := beside != nil && beside.Line == below.Line && r.isLabel(beside)
	return !labelled || left != nil && beside.Entry == left.Entry
}

// headsGoals says whether c stands in a row of labels alone, one of them of a
// goal, with text under labels alone: 预期目标 | | 实际完成情况 | , where the
// merges of the labels were lost.
func (r *neighbours) headsGoals(c, below *sheet.Cell) bool {
	goals, text := false, false
	for head := range r.sheet.Words(c.Line) {
		if !r.isLabel(head) {
			return false
		}
		goals = goals || head.Entry.Field(label.InProject, r.kind) == label.Goals
	}
	for v := range r.sheet.Words(below.Line) {
		head := r.sheet.At(c.Line, v.Column)
		if head != nil && v.Entry != nil && v.Entry == head.Entry {
			continue // the block's label once more
		}
		if !head.Filled() || r.isLabel(v) {
			return false
		}
		text = true
	}
	return goals && text
}

// printed says whether v, which reads like a label, is what was filled in
// beside label c: 资金性质 | 财政拨款. It heads nothing, and the row ends behind it
// or, as it is a kind of money beside another label, goes on with a label.
func (r *neighbours) printed(c, v *sheet.Cell) bool {
	if r.headed(v) && !r.sheet.Below(v).Blank {
		return false
	}
	if r.sheet.Right(v) == nil {
		return true
	}
	next := r.pastBlanks(r.sheet.Right(v))
	return (next == nil || r.isLabel(next)) && v.Entry.In(label.InProject, r.kind) == nil && c.Entry.In(label.InMoney, r.kind) == nil
}
