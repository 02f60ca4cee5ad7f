package text

import (
	"jxmb/model"
	"jxmb/parser/block"
)

// endTable lays the rows read so far out as a grid: the last cell of a short
// row takes the rest of it.
func (r *reader) endTable(end int) error {
	if len(r.rows) == 0 {
		return nil
	}
	start := r.rows[0].start()
	r.tables++
	t := &block.Table{Index: r.tables, Rows: len(r.rows), Start: start, End: end}
	for _, cells := range r.rows {
		t.Cols = max(t.Cols, len(cells))
	}
	if err := r.allow(start, t.Rows, t.Cols); err != nil {
		return err
	}
	t.Slots = make([]int32, 0, t.Rows*t.Cols)
	for i, cells := range r.rows {
		widths := r.widths(i, t.Cols)
		column := 1
		for j := range cells {
			built, err := r.build(&cells[j])
			if err != nil {
				return err
			}
			built.Row, built.Column, built.ColSpan = i+1, column, widths(j)
			column += built.ColSpan
			for range built.ColSpan {
				t.Slots = append(t.Slots, int32(len(t.Cells)))
			}
			t.Cells = append(t.Cells, built)
		}
	}
	r.rows = nil
	r.doc.Blocks = append(r.doc.Blocks, block.Block{Table: t})
	return nil
}

// allow holds the grid of a table, which a single wide row multiplies, to the
// limits.
func (r *reader) allow(start, rows, cols int) error {
	r.slots += rows * cols
	switch {
	case rows*cols > maxSlots:
		return r.tooMuch(start, model.Say("表格有 %d 行 %d 列，超过 %d 格的上限", "the table has %d rows and %d columns, more than the limit of %d cells", rows, cols, maxSlots))
	case r.slots > maxCells:
		return r.tooMuch(start, model.Say("各表格合计超过 %d 格的上限", "the tables hold more than the limit of %d cells", maxCells))
	}
	return nil
}

// widths gives the columns that each cell of row i takes. The last cell takes
// what is left; but where a group heads the columns below it, the blanks of
// the row below say which cells go on there, and the group takes the columns
// between them:
//
//	一级指标 | 指标值           | 备注
//	        | 上年实际 | 本年预期 |
func (r *reader) widths(i, cols int) func(int) int {
	cells := r.rows[i]
	last := func(j int) int {
		if j == len(cells)-1 {
			return cols - j
		}
		return 1
	}
	if i+1 == len(r.rows) || len(cells) >= len(r.rows[i+1]) {
		return last
	}
	below := r.rows[i+1]
	before, after := 0, 0
	for before < len(below) && below[before].blank(r.text) {
		before++
	}
	for after < len(below)-before && below[len(below)-1-after].blank(r.text) {
		after++
	}
	under, groups := len(below)-before-after, len(cells)-before-after
	if before == 0 || after == 0 || groups < 1 || under%groups != 0 || !r.filled(below[before:before+under]) {
		return last
	}
	return func(j int) int {
		switch {
		case j == len(cells)-1:
			return cols - (len(below) - 1)
		case j >= before && j < before+groups:
			return under / groups
		}
		return 1
	}
}

func (r *reader) filled(cells row) bool {
	for i := range cells {
		if cells[i].blank(r.text) {
			return false
		}
	}
	return true
}
