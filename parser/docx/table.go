package docx

import (
	"strconv"

	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// maxGridGap bounds w:gridBefore and w:gridAfter, as Word's 63 columns would,
// with room for the wider tables of other producers.
const maxGridGap = 1000

// readTable reads the w:tbl whose start tag was met last (§17.4.37).
func (r *reader) readTable() *block.Table {
	r.tables++
	r.spend(costTable)
	t := &block.Table{Index: r.tables, Start: r.Start}
	outer, ground := r.story, r.ground
	if len(r.controls) > 0 {
		r.unframe()
	}
	g := r.scratchGrid()
	header := true
	r.table, r.row, r.column = t.Index, 0, 0
	r.laid(tableProps{})
	for depth := r.Depth(); r.Within(depth); {
		switch r.El {
		case ooxml.ElTblPr:
			r.laid(ooxml.Remembered(&r.Scanner, &r.tableMemo, readTableProps))
		case ooxml.ElTblGrid:
			g.columns = readGridColumns(&r.Scanner, &g.lines)
		case ooxml.ElTr:
			if r.tableRow(g, &header) && header {
				t.Head++
			}
		default:
			r.anywhere()
		}
	}
	t.End = r.Pos
	if r.Err == nil {
		r.finishTable(t, g)
	}
	r.nested--
	r.story, r.ground = outer, ground
	return t
}

// scratchGrid is the grid for the next level of nesting, empty.
func (r *reader) scratchGrid() *grid {
	if r.nested == len(r.grids) {
		r.grids = append(r.grids, new(grid))
	}
	g := r.grids[r.nested]
	r.nested++
	g.reset(r.limits.Cells)
	return g
}

// finishTable lays the cells out and copies them into memory of their size.
func (r *reader) finishTable(t *block.Table, g *grid) {
	t.Rows, t.Cols = g.size()
	if g.full() {
		r.Fail(ooxml.LimitFault(ooxml.LimitCells, int64(r.limits.Cells), r.Part, int64(t.Start)))
		return
	}
	r.spend(4 * t.Rows * t.Cols)
	r.appendContinued(g)
	if r.Err != nil {
		return
	}
	t.Cells = r.memory.Cells.Take(len(g.cells))
	copy(t.Cells, g.cells)
	t.Slots = r.memory.Slots.Take(t.Rows * t.Cols)
	g.fill(t.Slots, t.Cols)
	t.Lines = g.places(t.Cols)
	t.Open = append(t.Open, g.open...)
}

// maxWidth bounds what is believed of a w:gridCol: 22 inches, the widest page
// that Word makes, in twips.
const maxWidth = 22 * 1440

// readGridColumns counts the w:gridCol of a w:tblGrid (§17.4.48) and adds to
// lines where each of them ends. A width that is missing or out of range adds
// none, so that their number tells.
func readGridColumns(s *ooxml.Scanner, lines *[]int32) (n int) {
	for depth := s.Depth(); s.Within(depth); {
		switch s.El {
		case ooxml.ElGridCol:
			n++
			w, _ := s.Attribute("w")
			if width, err := strconv.Atoi(string(w)); err == nil && width > 0 && width <= maxWidth && len(*lines) == n {
				*lines = append(*lines, (*lines)[n-1]+int32(width))
			}
		case ooxml.ElTblGridChange:
			s.Skip()
		}
	}
	return n
}

// tableRow reads a w:tr (§17.4.78) and tells whether it is marked w:tblHeader.
// header turns false with the first row that is not.
func (r *reader) tableRow(g *grid, header *bool) bool {
	r.stopped()
	start := r.Start
	r.row, r.column = g.row+2, 0
	if len(r.controls) > 0 {
		r.unframe()
	}
	hidden := r.hidden
	var props rowProps
	begun := false
	begin := func() {
		if !begun {
			begun = true
			g.startRow(r.clampGap(props.before, start))
		}
	}
	for depth := r.Depth(); r.Within(depth); {
		switch r.El {
		case ooxml.ElTrPr:
			props = ooxml.Remembered(&r.Scanner, &r.rowMemo, readRowProps)
			if props.inserted {
				r.note(block.NoteTracked, nil, start, r.Pos)
			}
			if props.deleted {
				r.note(block.NoteTracked, r.passOver(depth), start, r.Pos)
				return false
			}
			r.hidden = hidden || props.flat
		case ooxml.ElTblPrEx:
			r.Skip()
		case ooxml.ElTc:
			begin()
			r.tableCell(g)
		default:
			r.anywhere()
		}
	}
	r.hidden = hidden
	begin()
	g.endRow(r.clampGap(props.after, start))
	if g.full() {
		r.Fail(ooxml.LimitFault(ooxml.LimitCells, int64(r.limits.Cells), r.Part, int64(start)))
	}
	*header = *header && props.header
	return *header
}

func (r *reader) clampGap(n, start int) int {
	if n < 0 || n > maxGridGap {
		r.note(block.NoteSpanClamped, nil, start, r.Pos)
	}
	return min(max(n, 0), maxGridGap)
}
