package form

import (
	"slices"

	"jxmb/parser/block"
)

// cell is a cell of a sheet with what is known of it as a label and what
// became of it.
type cell struct {
	*block.Cell
	table *block.Table
	row   int // 1-based row of the sheet
	entry *entry
	note  string // bracket behind the label, normalised: "万元"
	blank bool
	use   use
	field string // what the cell became, for the trace
	label *cell  // the label it was read by
}

// use says by which rule a cell was read.
type use uint8

const (
	unused      use = iota
	useLabel        // a label whose value was read
	useRight        // the value to the right of its label
	useBelow        // the value below its label
	useBlock        // text inside the rows of a block label
	useInline       // label and value in one cell
	useUnitLine     // code and name of the unit in one cell
	useTitle        // title or caption of the form
	useHeader       // header cell of an indicator table
	useColumn       // value under a header cell
	useCrossing     // amount at the crossing of a row and a column label
	usePair         // an unknown label and its value, kept as extra
	useNothing      // blank, or the level of a template row that was left empty
)

// sheet is the grid of a table, or of several that a page break made of one.
type sheet struct {
	tables []*block.Table
	rows   int
	cols   int
	cells  []cell
	slots  []int32 // rows×cols, index into cells or -1
	starts []int32 // first cell of each row in cells, and the end
	filled []int32 // last column of each row that a cell with text covers
	bands  []band  // indicator tables in it

	headTop, headBottom int // rows of the header found last, 0 where there is none

	labels  labels
	inlined []*meaning // see inline; nil until asked for
}

func newSheet(t *block.Table, ls labels) *sheet {
	s := &sheet{cols: t.Cols, labels: ls}
	s.append(t)
	return s
}

// append adds the rows of t, which must have as many columns as the sheet.
func (s *sheet) append(t *block.Table) {
	first, offset := len(s.cells), s.rows
	s.tables = append(s.tables, t)
	s.cells = slices.Grow(s.cells, len(t.Cells))
	for i := range t.Cells {
		c := &t.Cells[i]
		wrapped := cell{Cell: c, table: t, row: offset + c.Row, blank: blank(c.Text)}
		if !wrapped.blank {
			wrapped.entry, wrapped.note = s.labels.lookup(c.Text)
		}
		s.cells = append(s.cells, wrapped)
	}
	s.slots = slices.Grow(s.slots, len(t.Slots))
	for _, i := range t.Slots {
		if i >= 0 {
			i += int32(first)
		}
		s.slots = append(s.slots, i)
	}
	s.rows += t.Rows
	s.starts = s.starts[:min(len(s.starts), offset)]
	for i := first; i < len(s.cells); i++ {
		for len(s.starts) < s.cells[i].row {
			s.starts = append(s.starts, int32(i))
		}
	}
	for len(s.starts) <= s.rows {
		s.starts = append(s.starts, int32(len(s.cells)))
	}
	s.filled = slices.Grow(s.filled, t.Rows)[:s.rows]
	for i := first; i < len(s.cells); i++ {
		if c := &s.cells[i]; !c.blank {
			for row := c.row; row < c.row+c.RowSpan && row <= s.rows; row++ {
				s.filled[row-1] = max(s.filled[row-1], int32(c.Column+c.ColSpan-1))
			}
		}
	}
}

// at is the cell that covers the 1-based slot, nil where there is none.
func (s *sheet) at(row, column int) *cell {
	if row < 1 || row > s.rows || column < 1 || column > s.cols {
		return nil
	}
	if i := s.slots[(row-1)*s.cols+column-1]; i >= 0 {
		return &s.cells[i]
	}
	return nil
}

// line is the cells that begin in row, from left to right.
func (s *sheet) line(row int) []cell { return s.cells[s.starts[row-1]:s.starts[row]] }

// right is the cell beside c in its first row, below the one under its first
// column.
func (s *sheet) right(c *cell) *cell { return s.at(c.row, c.Column+c.ColSpan) }

func (s *sheet) below(c *cell) *cell { return s.at(c.row+c.RowSpan, c.Column) }

// reach is the last row that the label c governs: its own rows and, where a
// producer lost the vertical merge, the following ones with a blank cell or
// the same label once more in its column.
func (s *sheet) reach(c *cell) int {
	last := c.row + c.RowSpan - 1
	for last < s.rows {
		next := s.at(last+1, c.Column)
		if next == nil || next.row != last+1 || next.ColSpan != c.ColSpan || next.use != unused {
			break
		}
		again := c.entry != nil && next.entry == c.entry
		if !again && !(next.blank && s.continues(next)) {
			break
		}
		last = next.row + next.RowSpan - 1
	}
	return last
}

// continues says whether the row of the blank cell goes on with the label above
// it: it holds something to the right, and nothing to the left but what spans
// down.
func (s *sheet) continues(blank *cell) bool {
	if left := s.at(blank.row, blank.Column-1); left != nil && left.row == blank.row && !left.blank {
		return false
	}
	return int(s.filled[blank.row-1]) >= blank.Column+blank.ColSpan
}

// wide says whether the cell takes the whole row, or stands alone in it.
func (s *sheet) wide(c *cell) bool {
	if c.Column != 1 {
		return false
	}
	next := s.right(c)
	for next != nil && next.blank && next.row == c.row {
		next = s.right(next)
	}
	return next == nil
}

// take marks a cell as read.
func (c *cell) take(u use, field string, label *cell) {
	c.use, c.field, c.label = u, field, label
}
