package doc

import (
	"strings"

	"jxmb/parser/block"
)

// openTable is a table whose rows are being read.
type openTable struct {
	index int
	start int
	end   int
	rows  []row
	cells []cell // of the row being read
	cell  *cell  // being read, nil between cells
	kind  rowKind
	notes []int // indices of the notes in it: their cells are numbered when it ends
}

// row is a row as it stands in the file.
type row struct {
	rowProperties
	cells []cell
}

// cell is a cell as it stands in the file.
type cell struct {
	text       string
	runs       []block.Run
	nested     []*block.Table
	start, end int
	bare       bool // it holds nothing but list numbers, which Word shows of no merged cell
	from       int  // where its text begins in that of the outermost cell
	first      int  // its first run
	content    int
}

// openTables opens tables until there are so many, and closes those deeper.
func (r *reader) openTables(depth int) {
	f := r.flow
	r.closeTables(depth)
	for len(f.open) < depth && r.err == nil {
		if n := len(f.open); n > 0 {
			r.beginCell(f.open[n-1].end)
		}
		r.tables++
		r.spend(costTable)
		f.open = append(f.open, &openTable{index: r.tables, start: -1})
	}
}

// beginCell begins a cell of the innermost table where none is being read.
func (r *reader) beginCell(start int) {
	f := r.flow
	t := f.open[len(f.open)-1]
	if t.start < 0 {
		t.start = start
	}
	if t.cell != nil {
		return
	}
	if len(f.open) == 1 {
		f.text, f.runs, f.lines, f.content, f.joined = new(strings.Builder), nil, 0, 0, false
	}
	r.spend(costCell)
	t.cell = &cell{start: start, end: start, from: -1, first: len(f.runs), content: f.content}
}

// endCell ends the cell of the innermost table.
func (r *reader) endCell(end int) {
	f := r.flow
	t := f.open[len(f.open)-1]
	c := t.cell
	if c == nil {
		return
	}
	c.end = max(c.start, end)
	c.from = max(c.from, 0)
	c.text = f.text.String()[c.from:]
	runs := f.runs[c.first:]
	if len(f.open) > 1 {
		runs = append([]block.Run(nil), runs...)
		r.spend(costRun * len(runs))
		for i := range runs {
			runs[i].Offset -= c.from
		}
	}
	c.runs = runs
	c.bare = f.content == c.content
	f.joined = false
	t.cells, t.cell = append(t.cells, *c), nil
}

// rowMark ends a row.
func (r *reader) rowMark(from uint32, m mark, p *properties, depth int) {
	f := r.flow
	r.openTables(depth)
	r.passBookmarks(m.to)
	t := f.open[depth-1]
	if from+1 < m.to { // text in front of it, in a cell that has lost its mark
		r.cellParagraph(from, m, p)
	}
	if t.cell != nil {
		r.endCell(int(m.at))
	}
	if len(t.cells) == 0 || r.stopped() {
		return
	}
	if c := r.characterOf(r.characters.find(m.at), m.extra, p.style.look); c.deleted {
		r.note(block.NoteTracked, t.cells[0].text, t.cells[0].start, int(m.end))
		t.cells = nil
		return
	}
	r.spend(costRow)
	now := row{rowProperties: readRow(p.table), cells: t.cells}
	if len(t.rows) > 0 && now.set != t.kind {
		t = r.splitTable(t)
	}
	t.kind, t.cells, t.end = now.set, nil, int(m.end)
	t.rows = append(t.rows, now)
}

// splitTable ends a table before the row whose cells have been read, which is
// the first of another, and gives that one.
func (r *reader) splitTable(t *openTable) *openTable {
	f := r.flow
	r.tables++
	r.spend(costTable)
	next := &openTable{index: r.tables, start: t.cells[0].start}
	keep := t.notes[:0]
	for _, i := range t.notes {
		if n := &r.doc.Notes[i]; n.Row <= len(t.rows) {
			keep = append(keep, i)
		} else {
			n.Table, n.Row = next.index, 1
			next.notes = append(next.notes, i)
		}
	}
	t.notes, t.cells = keep, nil
	f.open[len(f.open)-1] = next
	open := f.open
	f.open = f.open[:len(f.open)-1]
	r.finishTable(t)
	f.open = open
	return next
}

// closeTables ends tables until there are so many.
func (r *reader) closeTables(depth int) {
	f := r.flow
	for len(f.open) > depth && r.err == nil {
		t := f.open[len(f.open)-1]
		if t.cell != nil {
			r.endCell(t.cell.end)
		}
		if len(t.cells) > 0 { // the row has lost its mark
			t.rows = append(t.rows, row{cells: t.cells})
			t.end = max(t.end, t.cells[len(t.cells)-1].end)
			t.cells = nil
		}
		f.open = f.open[:len(f.open)-1]
		if len(t.rows) > 0 {
			r.finishTable(t)
		}
		if len(f.open) == 0 && f.outer != nil { // on with the lines of the text box
			f.text, f.from = f.outer.text, f.outer.from
		}
	}
}

// finishTable lays a table out and hands it to what holds it.
func (r *reader) finishTable(t *openTable) {
	f := r.flow
	done := r.layOut(t)
	if r.err != nil {
		return
	}
	switch n := len(f.open); {
	case n > 0 && f.open[n-1].cell != nil:
		c := f.open[n-1].cell
		c.nested = append(c.nested, done)
	case f.outer != nil:
		f.boxed = append(f.boxed, done)
	default:
		r.doc.Blocks = append(r.doc.Blocks, block.Block{Table: done})
	}
}
