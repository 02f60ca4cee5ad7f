package xlsx

import (
	"cmp"
	"slices"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// region is a part of a sheet: the cells in it that show something, by row and
// column, at least one.
type region struct {
	cells                    []cell
	top, bottom, left, right int32
}

// newRegion trims a region to its cells.
func newRegion(cells []cell) region {
	r := region{cells: cells, top: cells[0].row, bottom: cells[len(cells)-1].row, left: cells[0].column, right: cells[0].column}
	for i := range cells {
		r.left, r.right = min(r.left, cells[i].column), max(r.right, cells[i].column)
	}
	return r
}

// maxDepth bounds how often regions are cut in rows and then in columns.
const maxDepth = 8

// lay adds the sheet's lines and tables to the document: first its name, which
// says what stands in it, unless it is the only one and named as programs name
// the first.
func (w *worksheet) lay() error {
	if len(w.cells) == 0 {
		return nil
	}
	w.nameSheet()
	return w.piece(newRegion(w.cells), 0)
}

// piece lays out a region: pieces one below another, the lines above and
// between tables, pieces side by side.
func (w *worksheet) piece(r region, depth int) error {
	for _, below := range w.rowPieces(r) {
		if w.ctx.Err() != nil {
			return model.Interrupted(w.ctx)
		}
		for _, p := range w.apart(below) {
			if p.lines {
				if err := w.lines(p.region); err != nil {
					return err
				}
				continue
			}
			beside := w.columnPieces(p.region)
			if len(beside) == 1 || depth == maxDepth {
				if err := w.table(p.region); err != nil {
					return err
				}
				continue
			}
			for _, b := range beside {
				if err := w.piece(b, depth+1); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// rowPieces cuts a region at rows that are blank: without text, without lines
// around their cells and without a merged cell over them.
func (w *worksheet) rowPieces(r region) (pieces []region) {
	merges := w.mergesIn(r)
	reach, next, from := int32(0), 0, 0
	for i := 1; i < len(r.cells); i++ {
		above, row := r.cells[i-1].row, r.cells[i].row
		if row == above {
			continue
		}
		for next < len(merges) && merges[next].top <= above {
			reach = max(reach, merges[next].bottom)
			next++
		}
		if row > above+1 && reach < row && w.blankBetween(above, row, r) {
			pieces = append(pieces, newRegion(r.cells[from:i]))
			from = i
		}
	}
	return append(pieces, newRegion(r.cells[from:]))
}

// mergesIn are the merged ranges that begin in the rows of a region and reach
// into its columns, by row.
func (w *worksheet) mergesIn(r region) (merges []rect) {
	from, _ := slices.BinarySearchFunc(w.merges, r.top, func(m rect, row int32) int { return cmp.Compare(m.top, row) })
	for _, m := range w.merges[from:] {
		if m.top > r.bottom {
			break
		}
		if m.left <= r.right && m.right >= r.left {
			merges = append(merges, m)
		}
	}
	return merges
}

// blankBetween tells whether one of the rows between two is shown and has no
// cell with lines around it in the columns of a region.
func (w *worksheet) blankBetween(above, below int32, r region) bool {
	shown := below - above - 1 - hiddenBetween(w.rows, above+1, below-1)
	last := int32(0)
	for _, s := range w.boxesIn(above+1, below-1) {
		if s.row != last && s.from <= r.right+1 && s.to >= r.left {
			last = s.row
			shown--
		}
	}
	return shown > 0
}

// boxesIn are the blank cells with lines around them of rows from..to.
func (w *worksheet) boxesIn(from, to int32) []span {
	byRow := func(s span, row int32) int { return cmp.Compare(s.row, row) }
	i, _ := slices.BinarySearchFunc(w.boxes, from, byRow)
	k, _ := slices.BinarySearchFunc(w.boxes, to+1, byRow)
	return w.boxes[i:max(i, k)]
}

// hiddenBetween counts the hidden ones of from..to.
func hiddenBetween(list []interval, from, to int32) (n int32) {
	i, _ := slices.BinarySearchFunc(list, from, func(v interval, n int32) int { return cmp.Compare(v.to, n) })
	for ; i < len(list) && list[i].from <= to; i++ {
		n += min(list[i].to, to) - max(list[i].from, from) + 1
	}
	return n
}

// nameSheet adds the name of the sheet as the line above what it holds.
func (w *worksheet) nameSheet() {
	visible := 0
	for i := range w.book.sheets {
		if !w.book.sheets[i].hidden {
			visible++
		}
	}
	if visible == 1 && isDefaultName(w.entry.name) {
		return
	}
	w.doc.Blocks = append(w.doc.Blocks, block.Block{Paragraph: &block.Paragraph{
		Text: w.entry.name, Start: w.base, End: w.base, Area: &block.Area{Sheet: w.entry.name},
	}})
}

// isDefaultName tells the names that programs give to sheets: Sheet1, 工作表1.
func isDefaultName(name string) bool {
	for _, prefix := range [...]string{"Sheet", "sheet", "工作表", "表"} {
		if len(name) > len(prefix) && name[:len(prefix)] == prefix && isDigits(name[len(prefix):]) {
			return true
		}
	}
	return false
}

// spend takes memory for something of the sheet.
func (w *worksheet) spend(n int) error { return w.book.budget.spend(n, w.entry.part) }

// tooManySlots is the fault of a table that is too large.
func (w *worksheet) tooManySlots() error {
	limit := w.book.budget.limits.Cells
	return ooxml.LimitFault(ooxml.LimitCells, int64(limit), w.entry.part, -1)
}
