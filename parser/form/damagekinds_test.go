package form_test

import (
	"context"
	"fmt"
	"strings"

	"jxmb/parser/block"
	"jxmb/parser/form"
)

// damage is a table with one thing in it damaged.
type damage struct {
	what  string
	table *block.Table
	into  map[int]int // cells that were merged into others, by their places in the file
}

// damager makes the damages of a table.
type damager struct {
	source *block.Table
	header map[int]bool    // 0-based rows of heads
	labels map[[2]int]bool // 1-based places of what was read as a label or head
	out    []damage
}

// damages damages one thing at a time.
func damages(blocks *block.Document, t *block.Table) []damage {
	d := &damager{source: t, header: map[int]bool{}, labels: map[[2]int]bool{}}
	d.learn(blocks)
	d.words()
	d.rows()
	d.columns()
	d.spans()
	d.units()
	return d.out
}

// learn learns from the trace of the undamaged document what labels and heads are.
func (d *damager) learn(blocks *block.Document) {
	var trace form.Trace
	if _, err := form.Read(context.Background(), blocks, form.Options{Trace: &trace}); err != nil {
		return
	}
	for _, t := range trace.Tables {
		for _, c := range t.Cells {
			if t.Table != d.source.Index {
				continue
			}
			d.labels[[2]int{c.Row, c.Column}] = c.Rule == "header" || c.Rule == "label"
			if c.Rule == "header" && c.Field == "" {
				d.header[c.Row-1] = true
			}
		}
	}
}

// add takes a damaged matrix over.
func (d *damager) add(m matrix, format string, args ...any) {
	d.out = append(d.out, damage{fmt.Sprintf(format, args...), m.table(d.source), nil})
}

// words renames and blanks each head and each label.
func (d *damager) words() {
	count := len(matrixOf(d.source).cells())
	for i := range count {
		for _, word := range [...]string{"本县口径", ""} {
			m := matrixOf(d.source)
			c := m.cells()[i]
			if c.Text == "" || !d.labels[[2]int{c.Row, c.Column}] {
				continue
			}
			was := c.Text
			c.Text = word
			d.add(m, "%q at %d,%d renamed to %q", was, c.Row, c.Column, word)
		}
	}
}

// rows leaves rows out, doubles them, and puts blank rows and notes between them.
func (d *damager) rows() {
	for row := range d.source.Rows {
		m := matrixOf(d.source)
		d.add(m.insertRow(row, m.blankRow(row)), "blank row before %d", row+1)
		m = matrixOf(d.source)
		d.add(m.insertRow(row, m.noteRow("注：数据截至上年末，口径见附件。")), "note before row %d", row+1)
		if d.source.Rows > 2 {
			m = matrixOf(d.source)
			d.add(append(m[:row:row], m[row+1:]...), "row %d left out", row+1)
		}
		d.double(row)
	}
}

// double prints a row again below itself, unless it names the project or is the header.
func (d *damager) double(row int) {
	m := matrixOf(d.source)
	again := make([]*block.Cell, len(m[row]))
	copies := map[*block.Cell]*block.Cell{}
	for c, cell := range m[row] {
		if cell != nil && cell.RowSpan == 1 {
			if copies[cell] == nil {
				other := *cell
				copies[cell] = &other
			}
			cell = copies[cell]
		}
		again[c] = cell
	}
	d.add(m.insertRow(row+1, again), "row %d doubled", row+1)
}

// columns leaves columns out, changes places of neighbours, and puts blank ones
// between them.
func (d *damager) columns() {
	for col := range d.source.Cols {
		m := matrixOf(d.source)
		d.add(m.insertColumn(col), "blank column before %d", col+1)
		if d.source.Cols > 2 {
			d.add(matrixOf(d.source).withoutColumn(col), "column %d left out", col+1)
		}
		d.swap(col)
		d.fuse(col)
	}
}

// bandOf is the rows from the first head down.
func (d *damager) bandOf() int {
	from := d.source.Rows
	for row := range d.header {
		from = min(from, row)
	}
	return from
}

// swap changes the places of two columns of indicators, heads and all.
func (d *damager) swap(col int) {
	m, from := matrixOf(d.source), d.bandOf()
	if from == d.source.Rows || col+1 >= d.source.Cols || !m.straightIn(col, from, len(m)) || !m.straightIn(col+1, from, len(m)) || !m.straightIn(col+2, from, len(m)) {
		return
	}
	for _, row := range m[from:] {
		row[col], row[col+1] = row[col+1], row[col]
	}
	d.add(m, "columns %d and %d swapped", col+1, col+2)
}

// fuse makes one column of indicators of two, with the texts of both.
func (d *damager) fuse(col int) {
	m, from := matrixOf(d.source), d.bandOf()
	if from == d.source.Rows || col+1 >= d.source.Cols || !m.straightIn(col, from, len(m)) || !m.straightIn(col+1, from, len(m)) || !m.straightIn(col+2, from, len(m)) {
		return
	}
	into := map[int]int{}
	for _, row := range m[from:] {
		a, b := row[col], row[col+1]
		if a == nil || b == nil || a == b {
			continue
		}
		a.Text = strings.Trim(a.Text+"\n"+b.Text, "\n")
		b.Text = ""
		row[col+1] = a
		into[b.Start] = a.Start
	}
	d.add(m, "columns %d and %d made one", col+1, col+2)
	d.out[len(d.out)-1].into = into
}

// spans merges each cell among the indicators with the one to the right or
// below, and parts merged ones.
func (d *damager) spans() {
	for i := range matrixOf(d.source).cells() {
		m := matrixOf(d.source)
		c := m.cells()[i]
		if c.ColSpan > 1 || c.RowSpan > 1 {
			d.part(i)
		}
		d.merge(i, c.Row-1, c.Column-1+c.ColSpan, "to the right")
		d.merge(i, c.Row-1+c.RowSpan, c.Column-1, "down")
	}
}

// part leaves the text of a merged cell in its first slot and blanks in the others.
func (d *damager) part(i int) {
	m := matrixOf(d.source)
	c := m.cells()[i]
	for r := c.Row - 1; r < c.Row-1+c.RowSpan; r++ {
		for k := c.Column - 1; k < c.Column-1+c.ColSpan; k++ {
			if r != c.Row-1 || k != c.Column-1 {
				m[r][k] = &block.Cell{}
			}
		}
	}
	d.add(m, "%q at %d,%d parted", c.Text, c.Row, c.Column)
}

// merge merges the ith cell with its neighbour of the same height or width in a slot.
func (d *damager) merge(i, row, col int, where string) {
	m := matrixOf(d.source)
	c := m.cells()[i]
	if row >= len(m) || col >= len(m[0]) || m[row][col] == nil {
		return
	}
	n := m[row][col]
	beside := n.Row == c.Row && n.RowSpan == c.RowSpan || n.Column == c.Column && n.ColSpan == c.ColSpan && where == "down"
	if n == c || !beside {
		return
	}
	c.Text = strings.Trim(c.Text+"\n"+n.Text, "\n")
	for r := range m {
		for k := range m[r] {
			if m[r][k] == n {
				m[r][k] = c
			}
		}
	}
	d.add(m, "cell at %d,%d merged %s", c.Row, c.Column, where)
	d.out[len(d.out)-1].into = map[int]int{n.Start: c.Start}
}

// units changes the unit of money that the table names, and puts it elsewhere.
func (d *damager) units() {
	for i, cell := range matrixOf(d.source).cells() {
		if !strings.Contains(cell.Text, "万元") || len(cell.Text) > 60 || strings.ContainsAny(cell.Text, "0123456789") {
			continue
		}
		m := matrixOf(d.source)
		c := m.cells()[i]
		c.Text = strings.ReplaceAll(c.Text, "单位：万元", "")
		c.Text = strings.NewReplacer("（万元）", "", "(万元)", "", "\n（万元）", "").Replace(c.Text)
		if c.Text != cell.Text {
			d.add(m.insertRow(0, m.noteRow("金额单位：万元")), "unit of %q put on top", cell.Text)
			d.add(m, "unit of %q left out", cell.Text)
		}
	}
}

// shown is the table for the messages of the test: one line a row, merges as ^ and <.
func (d *damage) shown() string {
	var b strings.Builder
	for row := 1; row <= d.table.Rows; row++ {
		b.WriteString("\n\t\t")
		for col := 1; col <= d.table.Cols; col++ {
			switch c := d.table.At(row, col); {
			case c == nil:
				b.WriteString("· | ")
			case c.Row == row && c.Column == col:
				b.WriteString(strings.ReplaceAll(c.Text, "\n", "/") + " | ")
			case c.Row == row:
				b.WriteString("< | ")
			default:
				b.WriteString("^ | ")
			}
		}
	}
	return b.String()
}
