package sheet

import (
	"slices"

	"jxmb/parser/form/label"
)

// SideBySide is the forms that stand beside each other in the sheet: two, where
// a row names two projects that differ, each over levels of indicators of its
// own, and no cell below its title stands on both sides; else the sheet alone.
func (s *Sheet) SideBySide() []*Sheet {
	cut := s.secondName()
	if cut == 0 || !s.levelsBeside(cut) {
		return []*Sheet{s}
	}
	for i := range s.Cells {
		c := &s.Cells[i]
		crosses := c.Column < cut && c.Column+c.ColSpan > cut
		if crosses && !c.Blank && !s.Wide(c) {
			return []*Sheet{s}
		}
	}
	return []*Sheet{s.between(1, cut-1), s.between(cut, s.Cols)}
}

// secondName is the column of a second label 项目名称 in a row, whose value is
// another than that of the first; 0 where no row has one.
func (s *Sheet) secondName() int {
	var first *Cell
	for c := range s.unreadLabels(projectName) {
		switch {
		case first == nil || c.Line != first.Line:
			first = c
		case differ(s.Right(first), s.Right(c)):
			return c.Column
		}
	}
	return 0
}

var projectName = label.These(label.Name)

// differ says whether two cells hold different texts.
func differ(a, b *Cell) bool {
	return a.Filled() && b.Filled() && a.Text != b.Text
}

// levelsBeside says whether an indicator table has columns of names on both
// sides of the column.
func (s *Sheet) levelsBeside(cut int) bool {
	left := func(c *Column) bool { return c.isName() && c.Last < cut }
	right := func(c *Column) bool { return c.isName() && c.First >= cut }
	return slices.ContainsFunc(s.Bands, func(b Band) bool { return holds(b.Columns, left) && holds(b.Columns, right) })
}

// between is the columns from..to as a sheet of their own. A cell that stands on
// both sides, as a title does, is in both.
func (s *Sheet) between(from, to int) *Sheet {
	out := &Sheet{Tables: s.Tables, Rows: s.Rows, Cols: to - from + 1, labels: s.labels}
	out.slots = make([]int32, out.Rows*out.Cols)
	for i := range out.slots {
		out.slots[i] = -1
	}
	for i := range s.Cells {
		c := &s.Cells[i]
		first, last := max(c.Column, from), min(c.Column+c.ColSpan-1, to)
		if first > last {
			continue
		}
		own := *c.Cell
		own.Column, own.ColSpan = first-from+1, last-first+1
		cell := *c
		cell.Cell, cell.Use = &own, Unused
		for row := c.Line; row < c.Line+c.RowSpan; row++ {
			for col := own.Column; col < own.Column+own.ColSpan; col++ {
				out.slots[(row-1)*out.Cols+col-1] = int32(len(out.Cells))
			}
		}
		out.Cells = append(out.Cells, cell)
	}
	out.index()
	return out
}
