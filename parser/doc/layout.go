package doc

import (
	"cmp"
	"slices"
	"strings"

	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// layout puts the rows of a table on one grid.
type layout struct {
	r         *reader
	rows      []row
	table     *block.Table
	above     []int32 // by column: the cell whose vertical merge the row above left open, or -1
	below     []int32
	none      []int32 // no cell in any column
	continued map[int]*continued
	places    [][]placed // by row and cell of the file
}

// placed is where a cell of the file went.
type placed struct{ row, column int }

// continued is what the cells that continue a merge hold all the same.
type continued struct {
	text []string
	runs [][]block.Run
	size int
}

// layOut gives the grid of a table.
func (r *reader) layOut(t *openTable) *block.Table {
	l := &layout{r: r, rows: t.rows, table: &block.Table{Index: t.index, Rows: len(t.rows), Start: max(t.start, 0), End: max(t.start, t.end)}}
	columns := l.columns()
	if slots := int64(len(t.rows)) * int64(l.table.Cols); slots > int64(r.limits.Cells) {
		r.fail(ooxml.LimitFault(ooxml.LimitCells, int64(r.limits.Cells), mainStream, int64(l.table.Start)))
		return nil
	}
	r.spend(costSlot * len(t.rows) * l.table.Cols)
	if r.err != nil {
		return nil
	}
	l.table.Slots = make([]int32, len(t.rows)*l.table.Cols)
	for i := range l.table.Slots {
		l.table.Slots[i] = -1
	}
	l.none = slices.Repeat([]int32{-1}, l.table.Cols)
	l.places = make([][]placed, len(t.rows))
	for i := range t.rows {
		l.above, l.below = l.below, append(l.above[:0], l.none...)
		l.row(i, columns[i])
		if l.table.Head == i && t.rows[i].header {
			l.table.Head++
		}
	}
	l.appendContinued()
	l.number(t.notes)
	return l.table
}

// number gives the notes of cells their places in the grid.
func (l *layout) number(notes []int) {
	for _, i := range notes {
		n := &l.r.doc.Notes[i]
		row, cell := n.Row-1, n.Column-1
		if row < len(l.places) && cell < len(l.places[row]) {
			n.Row, n.Column = l.places[row][cell].row, l.places[row][cell].column
		}
	}
}

// near is how far edges of different rows may stand apart, in twips, and be one
// line of the grid. The specification has three for cells that are merged
// (§2.4.3); programs that work in other units round to about a millimetre's
// fifth.
const near = 12

// edge is an edge of a cell.
type edge struct {
	at        int32
	row, cell int32
}

// columns finds the lines of the grid: the edges of all rows, those that nearly
// coincide as one. It gives for each edge of each row its line.
func (l *layout) columns() [][]int32 {
	var edges []edge
	lines := make([][]int32, len(l.rows))
	for i := range l.rows {
		at := l.rows[i].widths()
		lines[i] = make([]int32, len(at))
		for k, e := range at {
			edges = append(edges, edge{e, int32(i), int32(k)})
		}
	}
	slices.SortFunc(edges, func(a, b edge) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.row, b.row), cmp.Compare(a.cell, b.cell))
	})
	latest := make([]int32, len(l.rows)) // by row: its latest line, plus one
	line, began := int32(-1), int32(0)
	var places []int32
	for _, e := range edges {
		if line < 0 || e.at-began > near || latest[e.row] == line+1 {
			line, began = line+1, e.at
			places = append(places, e.at-edges[0].at)
		}
		lines[e.row][e.cell] = line
		latest[e.row] = line + 1
	}
	l.table.Cols = int(max(line, 0))
	l.table.Lines = places
	for i := 1; i < len(places); i++ {
		if places[i] <= places[i-1] {
			l.table.Lines = nil
		}
	}
	return lines
}

// usualWidth is the width of a cell that the row does not define.
const usualWidth = 1440

// widths is the edges of the cells that a row has: those it defines, and cells
// of the usual width where it has more.
func (row *row) widths() []int32 {
	n := len(row.cells)
	at := slices.Clone(row.edges[:min(n+1, len(row.edges))])
	if len(at) == 0 {
		at = append(at, 0)
	}
	for len(at) <= n {
		at = append(at, at[len(at)-1]+usualWidth)
	}
	for i := 1; i < len(at); i++ { // a cell without width stands somewhere all the same
		at[i] = max(at[i], at[i-1]+1)
	}
	return at
}

// row places the cells of a row.
func (l *layout) row(i int, lines []int32) {
	row := &l.rows[i]
	l.places[i] = make([]placed, len(row.cells))
	leads := byte(0) // the mark of the first of the cells being merged
	last := -1
	for k := range row.cells {
		p := cellProperties{}
		if k < len(row.rowProperties.cells) {
			p = row.rowProperties.cells[k]
		}
		from, span := int(lines[k]), int(lines[k+1]-lines[k])
		into := -1
		switch {
		case p.horizontal == 0 || leads == 0 || p.horizontal == leads || p.horizontal == 3:
			leads = p.horizontal
		case last >= 0:
			into = l.widen(last, i, span)
		}
		if into < 0 {
			into = l.place(i, k, from, span, p.vertical)
		}
		l.cover(i, from, span, into)
		if orphans := len(l.table.Open); p.vertical != 0 && (orphans == 0 || l.table.Open[orphans-1] != int32(into)) {
			l.leaveOpen(from, span, into)
		}
		l.fill(&row.cells[k], into, placed{i + 1, from + 1})
		c := &l.table.Cells[into]
		l.places[i][k] = placed{c.Row, c.Column}
		last = into
	}
}

// widen joins a cell to the one before it in the row.
func (l *layout) widen(into, row, span int) int {
	c := &l.table.Cells[into]
	if c.Row == row+1 {
		c.ColSpan += span
	}
	return into
}

// place finds the cell that a cell of the file continues, or makes one.
func (l *layout) place(row, k, from, span int, vertical byte) int {
	if vertical == mergeContinues {
		if above := l.above; len(above) > from && above[from] >= 0 {
			c := &l.table.Cells[above[from]]
			if c.Column == from+1 && c.ColSpan >= span {
				c.RowSpan = max(c.RowSpan, row+2-c.Row)
				return int(above[from])
			}
		}
		c := &l.rows[row].cells[k]
		l.table.Open = append(l.table.Open, int32(len(l.table.Cells)))
		l.noteAt(block.NoteMergeOrphan, "", c, row+1, from+1)
	}
	l.table.Cells = append(l.table.Cells, block.Cell{Row: row + 1, Column: from + 1, RowSpan: 1, ColSpan: span, Start: -1})
	return len(l.table.Cells) - 1
}

func (l *layout) cover(row, from, span, into int) {
	slots := l.table.Slots[row*l.table.Cols:]
	for c := from; c < from+span; c++ {
		slots[c] = int32(into)
	}
}

func (l *layout) leaveOpen(from, span, into int) {
	for c := from; c < from+span; c++ {
		l.below[c] = int32(into)
	}
}

// fill gives a cell of the grid the text of a cell of the file. One that
// continues a merge keeps its text apart until the table ends.
func (l *layout) fill(from *cell, into int, at placed) {
	c := &l.table.Cells[into]
	if c.Start < 0 {
		c.Text, c.Runs, c.Nested, c.Start, c.End = from.text, from.runs, from.nested, from.start, from.end
		return
	}
	c.Nested = append(c.Nested, from.nested...)
	hidden := strings.TrimSpace(from.text)
	if hidden == "" || from.bare || sameText(hidden, c.Text) {
		return
	}
	l.noteAt(block.NoteMergeText, hidden, from, at.row, c.Column)
	if l.continued == nil {
		l.continued = map[int]*continued{}
	}
	more := l.continued[into]
	if more == nil {
		more = new(continued)
		l.continued[into] = more
	}
	more.text, more.runs, more.size = append(more.text, from.text), append(more.runs, from.runs), more.size+len(from.text)+1
}

// sameText compares two texts without regard to blanks: producers that fill
// every cell of a merge break its text where the cell ends.
func sameText(a, b string) bool {
	return strings.Join(strings.Fields(a), "") == strings.Join(strings.Fields(b), "")
}

func (l *layout) noteAt(kind block.NoteKind, text string, c *cell, row, column int) {
	l.r.spend(costNote)
	l.r.doc.Notes = append(l.r.doc.Notes, block.Note{
		Kind: kind, Text: ooxml.Shown([]byte(text[:min(len(text), 1024)])), Count: 1,
		Table: l.table.Index, Row: row, Column: column, Start: c.start, End: c.end,
	})
}

// appendContinued adds to each merged cell the text of the cells that continue
// it, a line each: all at once, since a merge over thousands of rows would
// otherwise copy its text as often.
func (l *layout) appendContinued() {
	for into, more := range l.continued {
		c := &l.table.Cells[into]
		if l.r.spend(len(c.Text) + more.size); len(c.Text)+more.size > l.r.limits.CellBytes {
			l.r.fail(ooxml.LimitFault(ooxml.LimitCellBytes, int64(l.r.limits.CellBytes), mainStream, int64(c.Start)))
			return
		}
		var b strings.Builder
		b.Grow(len(c.Text) + more.size)
		b.WriteString(c.Text)
		runs := slices.Clone(c.Runs)
		for i, text := range more.text {
			if b.Len() > 0 {
				b.WriteByte('\n')
			}
			for _, run := range more.runs[i] {
				run.Offset += b.Len()
				runs = append(runs, run)
			}
			b.WriteString(text)
		}
		c.Text, c.Runs = b.String(), runs
	}
}
