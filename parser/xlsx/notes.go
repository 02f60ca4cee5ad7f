package xlsx

import (
	"cmp"
	"slices"

	"jxmb/parser/block"
)

// pending is a note at a cell whose table is not laid out yet.
type pending struct {
	block.Note
	row, column int32
}

// noteCell notes something at a cell. Too many end the reading when the budget
// is asked for next.
func (w *worksheet) noteCell(n block.Note, c cell) {
	w.book.budget.result -= costNote
	n.Count = max(n.Count, 1)
	n.Start, n.End, n.Name = c.start, max(c.start, c.end), block.CellName(int(c.row), int(c.column))
	w.pending = append(w.pending, pending{n, c.row, c.column})
}

// placeNotes finds the tables that the notes of the sheet stand in.
func (w *worksheet) placeNotes() {
	slices.SortStableFunc(w.pending, func(a, b pending) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.column, b.column)) })
	for _, t := range w.tables {
		rows, columns := t.Area.Rows, t.Area.Columns
		from, _ := slices.BinarySearchFunc(w.pending, rows[0], func(p pending, row int32) int { return cmp.Compare(p.row, row) })
		for i := from; i < len(w.pending) && w.pending[i].row <= rows[len(rows)-1]; i++ {
			p := &w.pending[i]
			row, known := slices.BinarySearch(rows, p.row)
			column, among := slices.BinarySearch(columns, p.column)
			if !known || !among {
				continue
			}
			if c := t.At(row+1, column+1); c != nil {
				p.Table, p.Row, p.Column = t.Index, c.Row, c.Column
			}
		}
	}
	for i := range w.pending {
		w.note(w.pending[i].Note, w.entry.name)
	}
}
