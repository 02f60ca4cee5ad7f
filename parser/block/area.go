package block

import "strconv"

// Area is where a table or a paragraph stands in a workbook: the sheet, and
// which of its rows and columns (1-based, ascending) the rows and columns of
// the grid are. Those between that are missing are hidden or blank.
type Area struct {
	Sheet   string
	Rows    []int32
	Columns []int32
}

// Place is the sheet and the cell that a slot of the grid (1-based) is in it;
// all of the area ("A3:H30") for row 0, the row's first cell for column 0. An
// area without rows is the sheet itself; no area has no place.
func (a *Area) Place(row, column int) (sheet, cell string) {
	switch {
	case a == nil:
		return "", ""
	case row > len(a.Rows) || column > len(a.Columns) || len(a.Rows) == 0:
		return a.Sheet, ""
	case row > 0:
		return a.Sheet, CellName(int(a.Rows[row-1]), int(a.Columns[max(column, 1)-1]))
	}
	first := CellName(int(a.Rows[0]), int(a.Columns[0]))
	last := CellName(int(a.Rows[len(a.Rows)-1]), int(a.Columns[len(a.Columns)-1]))
	if first == last {
		return a.Sheet, first
	}
	return a.Sheet, first + ":" + last
}

// CellName is the name of a cell, both numbers counting from 1: C12 of row 12
// and column 3.
func CellName(row, column int) string {
	var letters [8]byte
	at := len(letters)
	for ; column > 0; column = (column - 1) / 26 {
		at--
		letters[at] = byte('A' + (column-1)%26)
	}
	return string(letters[at:]) + strconv.Itoa(row)
}
