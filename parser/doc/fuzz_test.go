package doc

import (
	"bytes"
	"context"
	"errors"
	"testing"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// fuzzLimits keep one input cheap.
var fuzzLimits = ooxml.Limits{PartBytes: 4 << 20, Cells: 20_000, CellBytes: 1 << 16, ResultBytes: 8 << 20}

// judge holds a result to what Read promises.
func judge(t *testing.T, d *block.Document, err error) {
	t.Helper()
	if err == nil {
		for _, b := range d.Blocks {
			if (b.Table == nil) == (b.Paragraph == nil) {
				t.Fatal("a block that is not one of paragraph and table")
			}
			if b.Table != nil {
				wellFormed(t, b.Table)
			} else if !utf8.ValidString(b.Paragraph.Text) || b.Paragraph.Start > b.Paragraph.End {
				t.Fatalf("paragraph %+v", b.Paragraph)
			}
		}
		for _, m := range d.Bookmarks {
			if m.Start.Block > len(d.Blocks) || m.End.Block > len(d.Blocks) {
				t.Fatalf("bookmark %+v of %d blocks", m, len(d.Blocks))
			}
		}
		for _, n := range d.Notes {
			if n.Kind == "" || n.Count < 1 || n.Start > n.End || n.Start < 0 {
				t.Fatalf("note %+v", n)
			}
		}
		return
	}
	var e *model.Fault
	if !errors.As(err, &e) || d != nil {
		t.Fatalf("document %v with %T %v", d != nil, err, err)
	}
	if e.What.ZH == "" || e.What.EN == "" || e.Hint.ZH == "" {
		t.Fatalf("an error without words: %+v", e)
	}
}

// wellFormed holds a table to its own grid: each slot is of the cell that
// covers it, each run is of the text.
func wellFormed(t *testing.T, table *block.Table) {
	t.Helper()
	if len(table.Slots) != table.Rows*table.Cols {
		t.Fatalf("%d slots of %d rows and %d columns", len(table.Slots), table.Rows, table.Cols)
	}
	covered := make([]int, len(table.Cells))
	for _, s := range table.Slots {
		if s >= 0 {
			covered[s]++
		}
	}
	for i := range table.Cells {
		c := &table.Cells[i]
		if covered[i] < 1 || c.Row < 1 || c.Row+c.RowSpan-1 > table.Rows || c.Column < 1 || c.Column+c.ColSpan-1 > table.Cols {
			t.Fatalf("cell %+v covers %d slots of a grid of %d by %d", c, covered[i], table.Rows, table.Cols)
		}
		if !utf8.ValidString(c.Text) || c.Start > c.End || c.Start < 0 {
			t.Fatalf("cell %+v", c)
		}
		last := 0
		for _, run := range c.Runs {
			if run.Offset < last || run.Offset > len(c.Text) || run.Start > run.End {
				t.Fatalf("run %+v of %q", run, c.Text)
			}
			last = run.Offset
		}
		for _, n := range c.Nested {
			wellFormed(t, n)
		}
	}
}

func readBytes(b []byte, limits ooxml.Limits) (*block.Document, error) {
	return Read(context.Background(), bytes.NewReader(b), int64(len(b)), Options{Limits: limits})
}
