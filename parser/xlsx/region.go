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

// lay adds the sheet's lines and tables to the document. Where they begin with a
// table its name stands above it, which says what the table is, unless the sheet
// is the only one and named as programs name the first.
func (w *worksheet) lay() error {
	if len(w.cells) == 0 {
		return nil
	}
	first := len(w.doc.Blocks)
	if err := w.piece(newRegion(w.cells), 0); err != nil {
		return err
	}
	if w.doc.Blocks[first].Table != nil && w.named() {
		name := &block.Paragraph{Text: w.entry.name, Start: w.base, End: w.base, Area: &block.Area{Sheet: w.entry.name}}
		w.doc.Blocks = slices.Insert(w.doc.Blocks, first, block.Block{Paragraph: name})
	}
	return nil
}

// piece lays out a region: pieces one below another; in each, pieces side by
// side with their titles, under a title over all or not; else the lines apart
// from the tables, which may stand side by side themselves.
func (w *worksheet) piece(r region, depth int) error {
	for _, below := range w.rowPieces(r) {
		if w.ctx.Err() != nil {
			return model.Interrupted(w.ctx)
		}
		if beside := w.columnPieces(below); len(beside) > 1 && depth < maxDepth {
			if err := w.pieces(beside, depth+1); err != nil {
				return err
			}
			continue
		}
		parts := w.apart(below)
		if lead, beside := w.underTitle(below, parts); lead > 0 && depth < maxDepth {
			err := w.lines(newRegion(below.cells[:lead]))
			if err == nil {
				err = w.pieces(beside, depth+1)
			}
			if err != nil {
				return err
			}
			continue
		}
		for _, p := range parts {
			if err := w.part(p, depth); err != nil {
				return err
			}
		}
	}
	return nil
}

// underTitle is the tables side by side, with a title each, that stand under
// lines over all of them: how many cells those lines are, 0 where it is not so.
func (w *worksheet) underTitle(r region, parts []part) (lead int, beside []region) {
	if !parts[0].lines {
		return 0, nil
	}
	top := parts[0].cells
	for lead < len(top) && (lead+1 == len(top) || top[lead+1].row != top[lead].row) {
		lead++
	}
	if lead == 0 || lead == len(r.cells) {
		return 0, nil
	}
	if beside = w.columnPieces(newRegion(r.cells[lead:])); len(beside) < 2 {
		return 0, nil
	}
	return lead, beside
}

func (w *worksheet) pieces(regions []region, depth int) error {
	for _, r := range regions {
		if err := w.piece(r, depth); err != nil {
			return err
		}
	}
	return nil
}

// part lays out lines or a table, which is cut further where tables stand side
// by side in it.
func (w *worksheet) part(p part, depth int) error {
	if p.lines {
		return w.lines(p.region)
	}
	if beside := w.columnPieces(p.region); len(beside) > 1 && depth < maxDepth {
		return w.pieces(beside, depth+1)
	}
	return w.table(p.region)
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

// named tells whether the name of the sheet says something: it is not the only
// one, or not named as programs do.
func (w *worksheet) named() bool {
	visible := 0
	for i := range w.book.sheets {
		if !w.book.sheets[i].hidden {
			visible++
		}
	}
	return visible > 1 || !isDefaultName(w.entry.name)
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
