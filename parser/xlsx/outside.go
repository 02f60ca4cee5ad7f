package xlsx

import (
	"slices"
	"strings"

	"jxmb/parser/block"
)

// part is rows of a region: a table, or lines that stand outside of any.
type part struct {
	region
	lines bool
}

// rowOf is what a row of a region holds.
type rowOf struct {
	from, to int // its cells
	boxed    bool
	line     bool
}

// apart tells the lines of a region, its titles and notes, from its tables.
// Where tables have lines drawn around their cells, a line of text is what
// stands in a row without them, alone or above the first of them with a colon in
// it (填报单位：… 单位：万元). Else see withoutBoxes.
func (w *worksheet) apart(r region) (parts []part) {
	rows, drawn := rowsOf(r)
	if drawn {
		w.outsideBoxes(r, rows)
	} else {
		w.withoutBoxes(r, rows)
	}
	for i := 0; i < len(rows); {
		end := i + 1
		for end < len(rows) && rows[end].line == rows[i].line {
			end++
		}
		parts = append(parts, part{newRegion(r.cells[rows[i].from:rows[end-1].to]), rows[i].line})
		i = end
	}
	return parts
}

// rowsOf are the rows of a region that hold something; drawn tells that lines are
// drawn around the cells of tables: around most in at least half of the rows of
// several cells. A line around a whole table is none of its cells'.
func rowsOf(r region) (rows []rowOf, drawn bool) {
	boxed, several, lined := 0, 0, 0
	end := func() {
		if n := len(rows); n > 0 {
			last := &rows[n-1]
			last.boxed = boxed > 0
			if cells := last.to - last.from; cells > 1 {
				several++
				if 2*boxed > cells {
					lined++
				}
			}
		}
		boxed = 0
	}
	for i := range r.cells {
		if i == 0 || r.cells[i].row != r.cells[i-1].row {
			end()
			rows = append(rows, rowOf{from: i})
		}
		rows[len(rows)-1].to = i + 1
		if r.cells[i].boxed {
			boxed++
		}
	}
	end()
	if several == 0 {
		return rows, slices.ContainsFunc(rows, func(r rowOf) bool { return r.boxed })
	}
	return rows, lined > 0 && 2*lined >= several
}

func (w *worksheet) outsideBoxes(r region, rows []rowOf) {
	above := true
	for i := range rows {
		row := &rows[i]
		if row.boxed {
			above = false
			continue
		}
		cells := r.cells[row.from:row.to]
		row.line = (len(cells) == 1 || above && hasColon(cells)) && !w.spansRows(cells)
	}
}

func hasColon(cells []cell) bool {
	for i := range cells {
		if strings.ContainsAny(cells[i].text, ":：") {
			return true
		}
	}
	return false
}

// spansRows tells whether a merged cell of the row goes on below it.
func (w *worksheet) spansRows(cells []cell) bool {
	for i := range cells {
		if m, ok := w.mergeAt(cells[i].row, cells[i].column); ok && m.bottom > m.top {
			return true
		}
	}
	return false
}

// withoutBoxes tells lines where no lines are drawn: what stands alone above the
// first row of several cells, what says of itself that it stands between
// tables, with what stands alone below it, and what stands alone below the last
// row of several cells in a table of some width, unless a colon makes it a label
// with its value.
func (w *worksheet) withoutBoxes(r region, rows []rowOf) {
	leads := true
	for i := range rows {
		cells := r.cells[rows[i].from:rows[i].to]
		if len(cells) > 1 || w.spansRows(cells) {
			leads = false
			continue
		}
		leads = leads || block.BetweenTables(cells[0].text)
		rows[i].line = leads
	}
	const wide = 4
	for i := len(rows) - 1; i > 0 && r.right-r.left+1 >= wide; i-- {
		cells := r.cells[rows[i].from:rows[i].to]
		if len(cells) > 1 || cells[0].column != r.left || hasColon(cells) || w.spansRows(cells) {
			return
		}
		rows[i].line = true
	}
}

// lines adds the rows of a region as paragraphs, the cells of a row set apart by
// tabs.
func (w *worksheet) lines(r region) error {
	for i := 0; i < len(r.cells); {
		first := &r.cells[i]
		p := &block.Paragraph{Text: first.text, Start: first.start, End: first.end}
		p.Area = &block.Area{Sheet: w.entry.name, Rows: []int32{first.row}, Columns: []int32{first.column}}
		for i++; i < len(r.cells) && r.cells[i].row == first.row; i++ {
			p.Text += "\t" + r.cells[i].text
			p.End = r.cells[i].end
		}
		if err := w.spend(costBlock + len(p.Text)); err != nil {
			return err
		}
		w.doc.Blocks = append(w.doc.Blocks, block.Block{Paragraph: p})
	}
	return nil
}
