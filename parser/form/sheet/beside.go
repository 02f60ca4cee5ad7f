package sheet

import (
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
	for row := 1; row <= s.Rows; row++ {
		var first *Cell
		line := s.Line(row)
		for i := range line {
			c := &line[i]
			m := c.In(label.InProject, "")
			if m == nil || m.Field != label.Name || c.Use != Unused {
				continue
			}
			if first == nil {
				first = c
				continue
			}
			a, b := s.Right(first), s.Right(c)
			if a != nil && b != nil && !a.Blank && !b.Blank && a.Text != b.Text {
				return c.Column
			}
		}
	}
	return 0
}

// levelsBeside says whether an indicator table has columns of names on both
// sides of the column.
func (s *Sheet) levelsBeside(cut int) bool {
	for i := range s.Bands {
		left, right := false, false
		for k := range s.Bands[i].Columns {
			if c := &s.Bands[i].Columns[k]; c.isName() {
				left, right = left || c.Last < cut, right || c.First >= cut
			}
		}
		if left && right {
			return true
		}
	}
	return false
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
