package xlsx

import (
	"slices"

	"jxmb/parser/block"
)

// table adds a region as a table. Its rows and columns are those that hold
// something, one for those between that are blank, and a blank one behind the
// last where lines are drawn around it: a label may stand there without its
// value.
func (w *worksheet) table(r region) error {
	area := &block.Area{Sheet: w.entry.name, Rows: w.rowAxis(r), Columns: w.columnAxis(r)}
	rows, columns := len(area.Rows), len(area.Columns)
	if rows > w.book.budget.limits.Cells/columns {
		return w.tooManySlots()
	}
	if err := w.spend(costBlock + rows*columns*costSlot); err != nil {
		return err
	}
	w.reader.tables++
	t := &block.Table{Index: w.reader.tables, Rows: rows, Cols: columns, Area: area, Start: r.cells[0].start, End: r.cells[0].end}
	g := &grid{worksheet: w, table: t, spans: map[int32]size{}}
	g.merge(r)
	g.makeCells()
	g.fill(r.cells)
	w.tables = append(w.tables, t)
	w.doc.Blocks = append(w.doc.Blocks, block.Block{Table: t})
	return nil
}

// rowAxis is the rows of the sheet that a table has.
func (w *worksheet) rowAxis(r region) []int32 {
	axis := make([]int32, 0, 16)
	for i := range r.cells {
		if n := len(axis); n == 0 || axis[n-1] != r.cells[i].row {
			axis = append(axis, r.cells[i].row)
		}
	}
	axis = withGaps(axis, w.rows)
	if next := firstShown(w.rows, r.bottom+1, maxRow); next > 0 {
		for _, s := range w.boxesIn(next, next) {
			if s.from <= r.right && s.to >= r.left {
				return append(axis, next)
			}
		}
	}
	return axis
}

// columnAxis is the columns of the sheet that a table has.
func (w *worksheet) columnAxis(r region) []int32 {
	axis := make([]int32, 0, len(r.cells))
	for i := range r.cells {
		axis = append(axis, r.cells[i].column)
	}
	slices.Sort(axis)
	axis = withGaps(slices.Compact(axis), w.columns)
	if next := firstShown(w.columns, r.right+1, maxColumn); next > 0 {
		for _, s := range w.boxesIn(r.top, r.bottom) {
			if s.from <= next && s.to >= next {
				return append(axis, next)
			}
		}
	}
	return axis
}

// withGaps adds to rows or columns, ascending, one for those that are shown
// between two of them.
func withGaps(axis []int32, hidden []interval) []int32 {
	out := make([]int32, 0, len(axis)+8)
	for i, n := range axis {
		if i > 0 && n > axis[i-1]+1 {
			from := axis[i-1] + 1
			if len(hidden) > 0 {
				from = firstShown(hidden, from, n-1)
			}
			if from > 0 {
				out = append(out, from)
			}
		}
		out = append(out, n)
	}
	return out
}

// size is the slots that a merged cell takes.
type size struct{ rows, columns int32 }

// grid is a table being laid out.
type grid struct {
	*worksheet
	table *block.Table
	spans map[int32]size // of merged cells, by their first slots
}

// free and under are what a slot is before the cells are made: none's, or under
// the merged cell that begins at slot n.
const free = -1

func under(n int32) int32 { return -n - 2 }

// merge marks the slots of the merged ranges in the region. Ranges that overlap
// one before them, which Excel repairs, are cut where they meet it.
func (g *grid) merge(r region) {
	t := g.table
	t.Slots = make([]int32, t.Rows*t.Cols)
	for i := range t.Slots {
		t.Slots[i] = free
	}
	whole := r
	whole.left, whole.right = t.Area.Columns[0], t.Area.Columns[t.Cols-1]
	whole.top, whole.bottom = t.Area.Rows[0], t.Area.Rows[t.Rows-1]
	for _, m := range g.mergesIn(whole) {
		top, bottom := slots(t.Area.Rows, m.top, m.bottom)
		left, right := slots(t.Area.Columns, m.left, m.right)
		if top < bottom && left < right && (bottom-top > 1 || right-left > 1) {
			g.take(top, bottom, left, right)
		}
	}
}

// slots is the range of slots, its end excluded, that from..to of the sheet are.
func slots(axis []int32, from, to int32) (first, end int) {
	first, _ = slices.BinarySearch(axis, from)
	end, found := slices.BinarySearch(axis, to)
	if found {
		end++
	}
	return first, end
}

// take marks the slots of one merged range, as far as they are free.
func (g *grid) take(top, bottom, left, right int) {
	t := g.table
	width := 0
	for left+width < right && t.Slots[top*t.Cols+left+width] == free {
		width++
	}
	if width == 0 {
		return
	}
	anchor, height := int32(top*t.Cols+left), 0
	for ; top+height < bottom; height++ {
		line := t.Slots[(top+height)*t.Cols+left:][:width]
		if slices.ContainsFunc(line, func(n int32) bool { return n != free }) {
			break
		}
		for i := range line {
			line[i] = under(anchor)
		}
	}
	g.spans[anchor] = size{int32(height), int32(width)}
}

// makeCells makes a cell for every slot that is not under another.
func (g *grid) makeCells() {
	t := g.table
	t.Cells = make([]block.Cell, 0, len(t.Slots))
	for i, n := range t.Slots {
		if anchor := -n - 2; n != free && anchor != int32(i) {
			t.Slots[i] = t.Slots[anchor]
			continue
		}
		c := block.Cell{Row: i/t.Cols + 1, Column: i%t.Cols + 1, RowSpan: 1, ColSpan: 1}
		if n != free {
			s := g.spans[int32(i)]
			c.RowSpan, c.ColSpan = int(s.rows), int(s.columns)
		}
		t.Slots[i] = int32(len(t.Cells))
		t.Cells = append(t.Cells, c)
	}
}

// fill gives the cells their texts. What stands under a merged cell is not shown;
// it is appended to it and noted, unless it says the same. A blank cell is where
// the one before it ends.
func (g *grid) fill(cells []cell) {
	t := g.table
	row := 0
	for _, c := range cells {
		for t.Area.Rows[row] != c.row {
			row++
		}
		column, _ := slices.BinarySearch(t.Area.Columns, c.column)
		to := &t.Cells[t.Slots[row*t.Cols+column]]
		if to.Text == "" && to.Row == row+1 && to.Column == column+1 {
			to.Text, to.Start, to.End = c.text, c.start, c.end
		} else if to.Text != c.text {
			to.Text = joined(to.Text, c.text)
			to.End = max(to.End, c.end)
			g.noteCell(block.Note{Kind: block.NoteMergeText, Text: c.text}, c)
		}
		t.End = max(t.End, c.end)
	}
	last := t.Start
	for i := range t.Cells {
		if c := &t.Cells[i]; c.End == 0 {
			c.Start, c.End = last, last
		} else {
			last = c.End
		}
	}
}

func joined(a, b string) string {
	if a == "" {
		return b
	}
	return a + "\n" + b
}
