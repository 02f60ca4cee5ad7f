// Package sheet is a table with its labels marked: its grid, the indicator
// tables in it with their columns, and whether it is a form at all.
package sheet

import (
	"iter"
	"strings"

	"jxmb/parser/block"
	"jxmb/parser/form/label"
)

// Cell is a cell of a sheet with what is known of it as a label and what
// became of it.
type Cell struct {
	*block.Cell             // its columns and spans are those in the sheet
	Own         *block.Cell // the cell as it stands in Table
	Table       *block.Table
	Line        int // 1-based row of the sheet
	Entry       *label.Entry
	Note        string       // bracket behind the label, normalised: "万元"
	Inside      *label.Entry // of the label that the cell holds before its value, where the cell is none itself: 项目名称：…
	Marks       label.Marks
	Blank       bool
	Use         Use
	Inner       *Sheet // the table in the cell, where it holds nothing else and no indicators
	Field       string // what the cell became, for the trace
	Label       *Cell  // the label it was read by
	open        bool   // continues a merge that began in no row of its table
	amount      answer // whether it is one
}

// Use says by which rule a cell was read.
type Use uint8

const (
	Unused      Use = iota
	UseLabel        // a label whose value was read
	UseRight        // the value to the right of its label
	UseBelow        // the value below its label
	UseBlock        // text inside the rows of a block label
	UseInline       // label and value in one cell
	UseUnitLine     // code and name of the unit in one cell
	UseTitle        // title or caption of the form
	UseHeader       // header cell of an indicator table
	UseColumn       // value under a header cell
	UseCrossing     // amount at the crossing of a row and a column label
	UsePair         // an unknown label and its value, kept as extra
	UseUnread       // of an indicator whose target could not be told, kept as extra
	UseNothing      // blank, or the level of a template row that was left empty
)

// In is the meaning of the cell as a label in a scope; nil for no cell.
func (c *Cell) In(scope label.Scope, form string) *label.Meaning {
	if c == nil {
		return nil
	}
	return c.Entry.In(scope, form)
}

// Unread says whether there is a cell and nothing was read of it yet.
func (c *Cell) Unread() bool { return c != nil && c.Use == Unused }

// Filled says whether there is a cell and text in it.
func (c *Cell) Filled() bool { return c != nil && !c.Blank }

// BeginsIn says whether the cell begins in row and holds something.
func (c *Cell) BeginsIn(row int) bool { return c.Filled() && c.Line == row }

// HoldsTableAlone says whether all text of the cell is that of the table nested in it.
func (c *Cell) HoldsTableAlone() bool {
	offset := 0
	for line := range strings.SplitSeq(c.Text, "\n") {
		start, end := c.Range(offset, offset+max(len(line), 1))
		offset += len(line) + 1
		if !label.Blank(line) && (start < c.Nested[0].Start || end > c.Nested[0].End) {
			return false
		}
	}
	return true
}

// LastColumn is the last column that the cell covers.
func (c *Cell) LastColumn() int { return c.Column + c.ColSpan - 1 }

// LastRow is the last row that the cell covers.
func (c *Cell) LastRow() int { return c.Line + c.RowSpan - 1 }

// Sheet is the grid of a table, or of several that a page break made of one.
type Sheet struct {
	First  *block.Table // of those it is made of
	Rows   int
	Cols   int
	Cells  []Cell
	slots  []int32 // rows×cols, index into cells or -1
	starts []int32 // first cell of each row in cells, and the end
	Filled []int32 // last column of each row that a cell with text covers
	Bands  []Band  // indicator tables in it
	Title  *Cell   // that names its project, one of the [Sheet.Parts] of a table
	Over   []*Cell // lines above the table that name the levels of its indicators
	Merged []Cell  // blank cells that the merge of a table above was found to reach over

	labels label.Set
	found  bool // the bands are found
	own    bool // a label means something else to some form
}

// New is the sheet of one table, its labels looked up in ls, with its cells in
// memory.
func New(t *block.Table, ls label.Set, memory *block.Slab[Cell]) *Sheet {
	s := &Sheet{First: t, Rows: t.Rows, Cols: t.Cols, slots: t.Slots, labels: ls}
	s.Cells = memory.Take(len(t.Cells))
	for i := range t.Cells {
		c := &s.Cells[i]
		c.Cell, c.Own, c.Table, c.Line = &t.Cells[i], &t.Cells[i], t, t.Cells[i].Row
		c.look(ls)
	}
	for _, i := range t.Open {
		s.Cells[i].open = true
	}
	s.index()
	return s
}

// look looks the cell up as a label.
func (c *Cell) look(ls label.Set) {
	if c.Blank = label.Blank(c.Text); c.Blank {
		return
	}
	c.Marks = label.MarksOf(c.Text)
	c.Entry, c.Note = ls.Lookup(c.Text)
	if c.Entry == nil && c.Marks.Has(label.HasColon) && len(c.Text) <= longestInside {
		c.Inside, _ = ls.Lookup(label.Leading(c.Text))
	}
}

// longestInside bounds the bytes of a cell that may begin with a label.
const longestInside = 3 * label.MaxBytes

// index notes where the rows begin, and how far they are filled.
func (s *Sheet) index() {
	s.starts = make([]int32, 0, s.Rows+1)
	s.Filled = make([]int32, s.Rows)
	for i := range s.Cells {
		c := &s.Cells[i]
		for len(s.starts) < c.Line {
			s.starts = append(s.starts, int32(i))
		}
		s.own = s.own || c.Entry.OfForm()
		for row := c.Line; !c.Blank && row <= min(c.LastRow(), s.Rows); row++ {
			s.Filled[row-1] = max(s.Filled[row-1], int32(c.LastColumn()))
		}
	}
	for len(s.starts) <= s.Rows {
		s.starts = append(s.starts, int32(len(s.Cells)))
	}
}

// At is the cell that covers the 1-based slot, nil where there is none.
func (s *Sheet) At(row, column int) *Cell {
	if uint(row-1) >= uint(s.Rows) || uint(column-1) >= uint(s.Cols) {
		return nil
	}
	if i := s.slots[(row-1)*s.Cols+column-1]; i >= 0 {
		return &s.Cells[i]
	}
	return nil
}

// begins is the cell that covers the slot and begins in its row, nil where there
// is none.
func (s *Sheet) begins(row, column int) *Cell {
	if c := s.At(row, column); c != nil && c.Line == row {
		return c
	}
	return nil
}

// Line is the cells that begin in row, from left to right.
func (s *Sheet) Line(row int) []Cell { return s.Cells[s.starts[row-1]:s.starts[row]] }

// Words is the cells with text that begin in row, from left to right.
func (s *Sheet) Words(row int) iter.Seq[*Cell] {
	line := s.Line(row)
	return func(yield func(*Cell) bool) {
		for i := range line {
			if !line[i].Blank && !yield(&line[i]) {
				return
			}
		}
	}
}

// Unread is those of the [Sheet.Words] of a row that nothing was read of yet.
func (s *Sheet) Unread(row int) iter.Seq[*Cell] {
	line := s.Line(row)
	return func(yield func(*Cell) bool) {
		for i := range line {
			if c := &line[i]; c.Use == Unused && !c.Blank && !yield(c) {
				return
			}
		}
	}
}

// across is the cells that cover slots of row, from left to right.
func (s *Sheet) across(row int) iter.Seq[*Cell] {
	return func(yield func(*Cell) bool) {
		for col := 1; col <= s.Cols; col++ {
			if c := s.At(row, col); c != nil {
				if !yield(c) {
					return
				}
				col = c.LastColumn()
			}
		}
	}
}

// Right is the cell beside c in its first row, below the one under its first
// column.
func (s *Sheet) Right(c *Cell) *Cell { return s.At(c.Line, c.LastColumn()+1) }

// Below is the cell under the first column of c, below its last row.
func (s *Sheet) Below(c *Cell) *Cell { return s.At(c.LastRow()+1, c.Column) }

// Reach is the last row that the label c governs: its own rows and, where a
// producer lost the vertical merge, the following ones with a blank cell or
// the same label once more in its column.
func (s *Sheet) Reach(c *Cell) int {
	last := c.LastRow()
	for next := s.goesOnBelow(c, last); next != nil; next = s.goesOnBelow(c, last) {
		last = next.LastRow()
	}
	return last
}

// ReachesBelow says whether the label governs more than its first row.
func (s *Sheet) ReachesBelow(c *Cell) bool {
	return c.RowSpan > 1 || s.goesOnBelow(c, c.Line) != nil
}

// goesOnBelow is the cell below row last with which the label c goes on, nil
// where it ends there.
func (s *Sheet) goesOnBelow(c *Cell, last int) *Cell {
	next := s.begins(last+1, c.Column)
	if next.Unread() && next.ColSpan == c.ColSpan && s.isAgain(next, c) {
		return next
	}
	return nil
}

// isAgain says whether next, below the label c, is that label once more or what
// is left of it where the merge was lost.
func (s *Sheet) isAgain(next, c *Cell) bool {
	if next.Blank {
		return s.continues(next)
	}
	return c.Entry != nil && next.Entry == c.Entry
}

// continues says whether the row of the blank cell goes on with the label above
// it: it holds something to the right, and nothing to the left but what spans
// down.
func (s *Sheet) continues(blank *Cell) bool {
	left := s.begins(blank.Line, blank.Column-1)
	return !left.Filled() && int(s.Filled[blank.Line-1]) > blank.LastColumn()
}

// Wide says whether the cell takes the whole row, or stands alone in it.
func (s *Sheet) Wide(c *Cell) bool {
	if c.Column != 1 {
		return false
	}
	next := s.Right(c)
	for next != nil && next.Blank && next.Line == c.Line {
		next = s.Right(next)
	}
	return next == nil
}

// Part is a label inside the text of the cell as a cell of its own.
func (c *Cell) Part(text string, e *label.Entry, note string) *Cell {
	return &Cell{Cell: &block.Cell{Text: text}, Table: c.Table, Line: c.Line, Entry: e, Note: note}
}

// Take marks a cell as read.
func (c *Cell) Take(u Use, field string, label *Cell) {
	c.Use, c.Field, c.Label = u, field, label
}
