package beside

import (
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// IsLabel says whether the cell is a label of the rows around the indicators.
func (r *Neighbours) IsLabel(c *sheet.Cell) bool {
	return c.Entry != nil && c.Entry.Around(r.Kind) // most cells have none
}

// HeadsText says whether a short text of a block of goals is an unknown head: it
// stands in a row of heads, over a text.
func (r *Neighbours) HeadsText(c *sheet.Cell) bool {
	below := r.Sheet.Below(c)
	if c.RowSpan > 1 || !below.Unread() || below.Blank {
		return false
	}
	return below.ColSpan == c.ColSpan && !worded(c.Text) && r.besideHead(c)
}

// besideHead says whether a label of the same row stands right of the cell, or
// one of a goal left of it.
func (r *Neighbours) besideHead(c *sheet.Cell) bool {
	if right := r.Sheet.Right(c); right != nil && right.Line == c.Line && r.IsLabel(right) {
		return true
	}
	left := r.Sheet.At(c.Line, c.Column-1)
	return left != nil && left.Line == c.Line && left.RowSpan == 1 && left.Entry.Field(label.InProject, r.Kind) == label.Goals
}

// InBlock calls read for each cell right of the block label k, down to the row
// last, that holds something and is not read yet. The label once more, in
// place of a merge that was lost, is a label too.
func (r *Neighbours) InBlock(k *sheet.Cell, last int, read func(c *sheet.Cell)) {
	left := k.Column + k.ColSpan
	for row := k.Line; row <= last; row++ {
		for c := range r.Sheet.Unread(row) {
			switch {
			case c.Column >= left:
				read(c)
			case c.Entry == k.Entry:
				c.Take(sheet.UseLabel, k.Field, nil)
			}
		}
	}
}

// LevelLeft is the first level that stands left of a second one or, where its
// merge was lost, above.
func (r *Neighbours) LevelLeft(c *sheet.Cell) *sheet.Cell {
	for row := c.Line; row > 0; row-- {
		left := r.Sheet.At(row, c.Column-1)
		switch {
		case left.In(label.InLevel, r.Kind).Is(label.Level1):
			return left
		case left == nil || !left.Blank:
			return nil
		}
	}
	return nil
}

// WrittenCell is the text beside label k or, where it heads a column, below:
// the last of its row, as a target may stand in a cell of its own.
func (r *Neighbours) WrittenCell(k *sheet.Cell) *sheet.Cell {
	right := r.PastBlanks(r.Sheet.Right(k))
	if right != nil && right.Line == k.Line {
		if next := r.PastBlanks(r.Sheet.Right(right)); next == nil && isText(right) {
			return right
		}
		return nil
	}
	if below := r.Sheet.Below(k); isText(below) {
		return below
	}
	return nil
}

// isText says whether a cell was not read yet and holds text that is no label.
func isText(c *sheet.Cell) bool { return c.Unread() && !c.Blank && c.Entry == nil }

// IsLevel says whether the cell names a level of indicators.
func (r *Neighbours) IsLevel(c *sheet.Cell) bool { return c.In(label.InLevel, r.Kind) != nil }

// GoalBeside is the text of the label k: not a level beside it, which heads its own
// column as k does (年度目标 | 产出指标 | 效益指标), but the cell below.
func (r *Neighbours) GoalBeside(k *sheet.Cell) (v *sheet.Cell, by sheet.Use) {
	v, by = r.Value(k)
	if v == nil || !r.IsLevel(v) {
		return v, by
	}
	if below := r.Sheet.Below(k); below.Unread() && !r.IsLevel(below) {
		return below, sheet.UseBelow
	}
	return nil, sheet.Unused
}
