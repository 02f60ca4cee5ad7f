package grid_test

import (
	"context"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/submission"
	"jxmb/parser/block"
	"jxmb/render/grid"
)

// TestEveryCellOnce lays the rows out as browsers do, each cell in the first free
// slot of its row, and finds every slot of Word's grid covered by the cell that
// covers it there, once, with its text.
func TestEveryCellOnce(t *testing.T) {
	t.Parallel()
	docs := append(fixtures.Producers(), fixtures.Cases()...)
	cells := 0
	for _, doc := range docs {
		data := doc.Data()
		blocks, err := submission.Blocks(data)
		if err != nil {
			t.Fatalf("%s: %v", doc.Path, err)
		}
		page, err := grid.Of(context.Background(), blocks)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		page.Cells(func(c *grid.Cell) {
			if seen[c.Key] {
				t.Errorf("%s: cell %s stands twice", doc.Path, c.Key)
			}
			seen[c.Key] = true
			cells++
		})
		at := 0
		for i := range blocks.Blocks {
			if blocks.Blocks[i].Table == nil {
				continue
			}
			for page.Blocks[at].Table == nil {
				at++
			}
			sameGrid(t, doc.Path, blocks.Blocks[i].Table, page.Blocks[at].Table)
			at++
		}
	}
	if cells < 10_000 {
		t.Errorf("only %d cells were looked at", cells)
	}
}

func sameGrid(t *testing.T, path string, want *block.Table, got *grid.Table) {
	t.Helper()
	if got.Index != want.Index || len(got.Rows) != want.Rows {
		t.Fatalf("%s: table %d of %d rows, want %d of %d", path, got.Index, len(got.Rows), want.Index, want.Rows)
	}
	slots := layOut(got)
	for r := range slots {
		for c := range slots[r] {
			w, g := want.At(r+1, c+1), slots[r][c]
			switch {
			case g == nil:
				t.Errorf("%s: table %d slot %d,%d is not covered", path, want.Index, r+1, c+1)
			case w == nil && g.Key == "":
			case w == nil || g.Key != grid.Key(originOf(want, w)) || g.Text != w.Text:
				t.Errorf("%s: table %d slot %d,%d shows %q %q", path, want.Index, r+1, c+1, g.Key, g.Text)
			}
			if w != nil && g != nil {
				sameNested(t, path, w, g)
			}
		}
	}
}

func sameNested(t *testing.T, path string, want *block.Cell, got *grid.Cell) {
	t.Helper()
	if len(want.Nested) != len(got.Nested) {
		t.Fatalf("%s: %d tables in %s, want %d", path, len(got.Nested), got.Key, len(want.Nested))
	}
	for i := range want.Nested {
		sameGrid(t, path, want.Nested[i], got.Nested[i])
	}
}

// layOut is the algorithm of the HTML standard for the cells of a table.
func layOut(t *grid.Table) [][]*grid.Cell {
	slots := make([][]*grid.Cell, len(t.Rows))
	for r := range slots {
		slots[r] = make([]*grid.Cell, t.Cols)
	}
	for r := range t.Rows {
		c := 0
		for i := range t.Rows[r].Cells {
			cell := &t.Rows[r].Cells[i]
			for slots[r][c] != nil {
				c++
			}
			for y := r; y < r+cell.RowSpan; y++ {
				for x := c; x < c+cell.ColSpan; x++ {
					slots[y][x] = cell
				}
			}
		}
	}
	return slots
}
