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

// Sidebar parts a form whose labels and their values stand left of the indicators, a
// pair beside each: 项目名称 | 农家书屋 | 一级指标 | 二级指标 over 预算金额 | 28 | 产出指标 |
// 数量指标. Nil for any other.
func (s *Sheet) Sidebar() (left, right *Sheet) {
	if len(s.Bands) != 1 {
		return nil, nil
	}
	b := &s.Bands[0]
	at := first(b.Columns, (*Column).ofIndicators)
	if at < 0 || b.Columns[at].First < 3 || !s.pairsBefore(b.Columns[at].First, b.Top) {
		return nil, nil
	}
	cut := b.Columns[at].First
	return s.between(1, cut-1), s.between(cut, s.Cols)
}

// ofIndicators says whether the column is of the indicators by its head: a level, a
// name, or the caption beside them.
func (c *Column) ofIndicators() bool { return c.wordedName() || c.IsCaption() }

// fewestPairs are the fewest known labels that make a side of their own.
const fewestPairs = 3

// pairsBefore says whether the rows from top on begin with a label and its value, which
// end left of the column cut, most of the labels known.
func (s *Sheet) pairsBefore(cut, top int) bool {
	known, pairs := 0, 0
	for row := top; row <= s.Rows; row++ {
		c := s.begins(row, 1)
		if c == nil || c.Blank {
			continue
		}
		value := s.Right(c)
		if c.LastColumn() >= cut || value == nil || value.LastColumn() >= cut || value.Entry.Around("") {
			return false
		}
		pairs++
		if _, money := label.WordedAmount(c.Text); money || c.Entry.Around("") {
			known++
		}
	}
	return known >= fewestPairs && 2*known > pairs
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
	out := &Sheet{First: s.First, Rows: s.Rows, Cols: to - from + 1, labels: s.labels}
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
