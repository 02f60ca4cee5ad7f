package docx

import (
	"strings"

	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// tableCell reads a w:tc (§17.4.66): its place in the grid from its
// properties, then its text.
func (r *reader) tableCell(g *grid) {
	start, outer, paper := r.Start, r.story, r.paper
	r.beginCell()
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
	joined, depth := false, r.Depth()
	take := func(p *cellProps) (gone bool) {
		if props = *p; p.deleted && !placed {
			r.note(block.NoteTracked, r.passOver(depth), start, r.Pos)
			r.story = outer
			return true
		}
		place()
		return false
	}
	if known := ooxml.Recalled(&r.Scanner, &r.cellMemo); known != nil && take(known) {
		return
	}
	for r.Within(depth) {
		switch r.El {
		case ooxml.ElTcPr:
			if p := ooxml.Remembered(&r.Scanner, &r.cellMemo, readCellProps); take(&p) {
				return
			}
		case ooxml.ElP:
			place()
			joined = r.cellParagraph(joined)
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

// beginCell makes room for the text of a cell: that of one in a cell is more of it.
func (r *reader) beginCell() {
	if r.cell {
		r.line()
		return
	}
	r.arena.begin()
	r.runs, r.lines, r.begun = r.runs[:0], 0, false
}

// cellParagraph reads a w:p of a cell as lines of its text, the first of them that of
// the paragraph before where its mark is gone, and tells whether its own is.
func (r *reader) cellParagraph(continued bool) (joined bool) {
	if !continued {
		r.line()
	}
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
