// Package grid shows a submission as its file has it: paragraphs and tables in
// order, every cell of a table once, with its text and its spans, under the key
// by which origins and findings name it.
package grid

import (
	"context"
	"strconv"

	"jxmb/model"
	"jxmb/parser/block"
)

// Page is a submission from top to bottom.
type Page struct {
	Blocks []Block `json:"blocks"`
}

// Block is a paragraph or, where Table is set, a table.
type Block struct {
	Text  string `json:"text,omitempty"`
	Table *Table `json:"table,omitempty"`
}

// Table is a table. Index counts from 1 in document order, nested tables
// included, as [model.Origin] does; Sheet is that of a workbook.
type Table struct {
	Index int    `json:"index"`
	Sheet string `json:"sheet,omitempty"`
	Cols  int    `json:"cols"`
	Rows  []Row  `json:"rows"`
}

// Row is a row of the grid. A row that cells from above cover has no cells.
type Row struct {
	Head  bool   `json:"head,omitempty"`
	Cells []Cell `json:"cells"`
}

// Cell is a cell, or, where Key is "", slots that no cell covers.
type Cell struct {
	Key     string   `json:"key,omitempty"`
	Text    string   `json:"text,omitempty"`
	RowSpan int      `json:"row_span"`
	ColSpan int      `json:"col_span"`
	Nested  []*Table `json:"nested,omitempty"` // whose text is part of Text
}

// Key names the place of an origin: "3.2.4" the cell of table 3 in row 2 and
// column 4, "3.2" its row 2, "3" the table; "" what is in no table.
func Key(o model.Origin) string {
	switch {
	case o.Table == 0:
		return ""
	case o.Row == 0:
		return strconv.Itoa(o.Table)
	case o.Column == 0:
		return strconv.Itoa(o.Table) + "." + strconv.Itoa(o.Row)
	}
	return cellKey(o.Table, o.Row, o.Column)
}

func cellKey(table, row, column int) string {
	return strconv.Itoa(table) + "." + strconv.Itoa(row) + "." + strconv.Itoa(column)
}

// Of shows a document. Blank paragraphs and tables of contents are left out; the
// time is linear in the document. The error is that of ctx.
func Of(ctx context.Context, d *block.Document) (*Page, error) {
	p := &Page{Blocks: []Block{}}
	for i := range d.Blocks {
		if err := ctx.Err(); err != nil {
			return nil, model.Interrupted(ctx)
		}
		switch b := &d.Blocks[i]; {
		case b.Table != nil:
			p.Blocks = append(p.Blocks, Block{Table: table(b.Table)})
		case b.Paragraph.Text == "" && b.Paragraph.Number == "", b.Paragraph.TOC:
		default:
			p.Blocks = append(p.Blocks, Block{Text: b.Paragraph.Number + b.Paragraph.Text})
		}
	}
	return p, nil
}

func table(t *block.Table) *Table {
	out := &Table{Index: t.Index, Cols: t.Cols, Rows: make([]Row, t.Rows)}
	out.Sheet, _ = t.Area.Place(0, 0)
	for r := range out.Rows {
		out.Rows[r] = Row{Head: r < t.Head, Cells: row(t, r)}
	}
	return out
}

// row are the cells that begin in a row, and the gaps between them.
func row(t *block.Table, r int) []Cell {
	slots := t.Slots[r*t.Cols : (r+1)*t.Cols]
	cells := []Cell{}
	for c := 0; c < len(slots); {
		at := slots[c]
		end := c + 1
		for end < len(slots) && slots[end] == at {
			end++
		}
		switch {
		case at < 0:
			cells = append(cells, Cell{RowSpan: 1, ColSpan: end - c})
		case t.Cells[at].Row == r+1 && t.Cells[at].Column == c+1:
			cells = append(cells, cell(t, &t.Cells[at]))
		}
		c = end
	}
	return cells
}

func cell(t *block.Table, c *block.Cell) Cell {
	out := Cell{Key: cellKey(t.Index, c.Row, c.Column), Text: c.Text, RowSpan: c.RowSpan, ColSpan: c.ColSpan}
	for _, n := range c.Nested {
		out.Nested = append(out.Nested, table(n))
	}
	return out
}

// Cells calls f with every cell of the page that has a key, nested ones too.
func (p *Page) Cells(f func(*Cell)) {
	for i := range p.Blocks {
		if t := p.Blocks[i].Table; t != nil {
			t.cells(f)
		}
	}
}

func (t *Table) cells(f func(*Cell)) {
	for r := range t.Rows {
		for c := range t.Rows[r].Cells {
			at := &t.Rows[r].Cells[c]
			if at.Key != "" {
				f(at)
			}
			for _, n := range at.Nested {
				n.cells(f)
			}
		}
	}
}
