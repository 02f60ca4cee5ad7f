package docx

import (
	"strconv"
	"strings"

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

// tableCell reads a w:tc (§17.4.66): its place in the grid from its
// properties, then its text.
func (r *reader) tableCell(g *grid) {
	start, outer, paper := r.Start, r.story, r.paper
	if outer.cell {
		r.line()
	} else {
		r.arena.begin()
		r.runs, r.lines, r.begun = r.runs[:0], 0, false
	}
	from, firstRun, boxed := r.arena.len(), len(r.runs), len(r.boxed)
	r.story = story{cell: true, hidden: outer.hidden, first: -1, from: from, table: outer.table, row: outer.row}
	props, placed, into := cellProps{span: 1}, false, 0
	place := func() {
		if !placed {
			placed = true
			into = r.placeCell(g, props, start)
			r.merged = !g.fresh
			r.layCell(g, props.ground)
		}
	}
	joined := false
	for depth := r.Depth(); r.Within(depth); {
		switch r.El {
		case ooxml.ElTcPr:
			props = ooxml.Remembered(&r.Scanner, &r.cellMemo, readCellProps)
			if props.deleted && !placed {
				r.note(block.NoteTracked, r.passOver(depth), start, r.Pos)
				r.story = outer
				return
			}
			place()
		case ooxml.ElP:
			place()
			if !joined {
				r.line()
			}
			joined = r.cellParagraph()
		case ooxml.ElTbl:
			place()
			joined = false
			r.boxed = append(r.boxed, r.readTable())
		default:
			r.anywhere()
		}
	}
	place()
	if r.Err == nil {
		r.finishCell(g, into, start, from, firstRun, boxed)
	}
	r.story, r.paper = outer, paper
}

// cellParagraph reads a w:p of a cell as lines of its text.
func (r *reader) cellParagraph() (joined bool) {
	outer := r.para
	r.para = &r.unkept
	r.first, r.gap, r.begun = -1, false, false
	r.story.from = r.arena.len()
	r.lines++
	joined = r.inlines(r.Start)
	r.para = outer
	return joined
}

// placeCell puts a cell into the grid and notes what was odd about it.
func (r *reader) placeCell(g *grid, props cellProps, start int) (into int) {
	r.spend(costCell)
	into, odd := g.place(props)
	r.column = g.column(into)
	if props.tracked {
		r.note(block.NoteTracked, nil, start, r.Pos)
	}
	if odd.clamped {
		r.note(block.NoteSpanClamped, nil, start, r.Pos)
	}
	if odd.orphan {
		r.note(block.NoteMergeOrphan, nil, start, r.Pos)
	}
	if g.full() {
		r.Fail(ooxml.LimitFault(ooxml.LimitCells, int64(r.limits.Cells), r.Part, int64(start)))
	}
	return into
}

// finishCell gives the cell its text, runs and nested tables; a cell that
// continues a merge keeps them apart until the table ends.
func (r *reader) finishCell(g *grid, into, start, from, firstRun, boxed int) {
	text, runs := r.arena.text(from), r.cellRuns(from, firstRun)
	var nested []*block.Table
	if len(r.boxed) > boxed {
		nested = append(nested, r.boxed[boxed:]...)
		r.boxed = r.boxed[:boxed]
	}
	c := &g.cells[into]
	if g.fresh {
		c.Text, c.Runs, c.Nested, c.Start, c.End = text, runs, nested, start, r.Pos
		return
	}
	c.Nested = append(c.Nested, nested...)
	hidden := strings.TrimSpace(text)
	if hidden == "" {
		return
	}
	if sameText(hidden, c.Text) { // the same again: nothing is lost without it
		return
	}
	r.note(block.NoteMergeText, []byte(hidden), start, r.Pos)
	g.continued = append(g.continued, continuation{into, text, runs})
}

// sameText compares two texts without regard to blanks: producers that fill
// every cell of a merge break its text where the cell ends.
func sameText(a, b string) bool {
	return strings.Join(strings.Fields(a), "") == strings.Join(strings.Fields(b), "")
}

// cellRuns copies the runs of a cell, with offsets into its own text.
func (r *reader) cellRuns(from, first int) []block.Run {
	found := r.runs[first:]
	if len(found) == 0 {
		return nil
	}
	r.spend(costRun * len(found))
	runs := r.memory.Runs.Take(len(found))
	for i, run := range found {
		run.Offset -= from
		runs[i] = run
	}
	return runs
}
