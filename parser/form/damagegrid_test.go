package form_test

import (
	"slices"

	"jxmb/parser/block"
)

// matrix is a table as the cell that covers each slot, nil where none does, so
// that rows and columns can be moved as a whole.
type matrix [][]*block.Cell

func matrixOf(t *block.Table) matrix {
	cells := slices.Clone(t.Cells)
	m := make(matrix, t.Rows)
	for row := range m {
		m[row] = make([]*block.Cell, t.Cols)
		for col := range m[row] {
			if i := t.Slots[row*t.Cols+col]; i >= 0 {
				m[row][col] = &cells[i]
			}
		}
	}
	return m
}

// table lays the matrix out as t, in which it stood. A cell keeps its place in
// the file; one that is no rectangle any more is parted.
func (m matrix) table(t *block.Table) *block.Table {
	out := *t
	out.Rows, out.Cols, out.Lines, out.Open = len(m), len(m[0]), nil, nil
	out.Cells, out.Slots = nil, make([]int32, out.Rows*out.Cols)
	for i := range out.Slots {
		out.Slots[i] = -1
	}
	for row := range m {
		for col := range m[row] {
			if m[row][col] != nil && out.Slots[row*out.Cols+col] < 0 {
				m.lay(&out, row, col)
			}
		}
	}
	return &out
}

// lay puts the cell that begins in the slot into the table.
func (m matrix) lay(out *block.Table, row, col int) {
	cell := *m[row][col]
	free := func(r, c int) bool {
		return r < out.Rows && c < out.Cols && m[r][c] == m[row][col] && out.Slots[r*out.Cols+c] < 0
	}
	width, height := 1, 1
	for free(row, col+width) {
		width++
	}
	across := func(r int) bool {
		for c := col; c < col+width; c++ {
			if !free(r, c) {
				return false
			}
		}
		return true
	}
	for across(row + height) {
		height++
	}
	cell.Row, cell.Column, cell.RowSpan, cell.ColSpan = row+1, col+1, height, width
	for r := row; r < row+height; r++ {
		for c := col; c < col+width; c++ {
			out.Slots[r*out.Cols+c] = int32(len(out.Cells))
		}
	}
	out.Cells = append(out.Cells, cell)
}

// straight says whether no cell reaches over the line left of the column.
func (m matrix) straight(col int) bool {
	if col <= 0 || col >= len(m[0]) {
		return true
	}
	for _, row := range m {
		if row[col] != nil && row[col] == row[col-1] {
			return false
		}
	}
	return true
}

// straightIn says so of some rows.
func (m matrix) straightIn(col, from, to int) bool { return m[from:to].straight(col) }

// insertRow puts cells before row; of what reaches over the line a blank part
// is cut off where blank is set, else it reaches over the new row too.
func (m matrix) insertRow(row int, cells []*block.Cell) matrix {
	return slices.Insert(slices.Clone(m), row, cells)
}

// insertColumn puts a column before col: a blank one, which cells that reach over
// the line reach over too.
func (m matrix) insertColumn(col int) matrix {
	out := make(matrix, len(m))
	for r, row := range m {
		cell := &block.Cell{}
		if col > 0 && col < len(row) && row[col] != nil && row[col] == row[col-1] {
			cell = row[col]
		}
		out[r] = slices.Insert(slices.Clone(row), col, cell)
	}
	return out
}

func (m matrix) withoutColumn(col int) matrix {
	out := make(matrix, len(m))
	for r, row := range m {
		out[r] = slices.Delete(slices.Clone(row), col, col+1)
	}
	return out
}

// blankRow is a row of blank cells under row, in which merges down go on.
func (m matrix) blankRow(row int) []*block.Cell {
	cells := make([]*block.Cell, len(m[0]))
	for c := range cells {
		cells[c] = &block.Cell{}
		if row > 0 && row < len(m) && m[row][c] != nil && m[row][c] == m[row-1][c] {
			cells[c] = m[row][c]
		}
	}
	return cells
}

// noteRow is a row of one cell.
func (m matrix) noteRow(text string) []*block.Cell {
	return slices.Repeat([]*block.Cell{{Text: text}}, len(m[0]))
}

// cells is the cells in the order of their first slots.
func (m matrix) cells() (out []*block.Cell) {
	seen := map[*block.Cell]bool{}
	for _, row := range m {
		for _, c := range row {
			if c != nil && !seen[c] {
				seen[c] = true
				out = append(out, c)
			}
		}
	}
	return out
}
