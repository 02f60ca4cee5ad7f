package doc

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
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

func fixture(tb testing.TB, name string) []byte {
	tb.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "fixtures", "doc", name))
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

func readBytes(b []byte, limits ooxml.Limits) (*block.Document, error) {
	return Read(context.Background(), bytes.NewReader(b), int64(len(b)), Options{Limits: limits})
}

// FuzzRead: any bytes as a file.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"undeclared", "grades", "grid-nested-deep", "textbox-vml", "number-multilevel", "text-footnote"} {
		f.Add(fixture(f, name+".doc"))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		d, err := readBytes(file, fuzzLimits)
		judge(t, d, err)
	})
}

// TestSpoiled reads files with bytes changed at random, half of them among the
// structures that say where things stand: each is read or refused, and within
// the limits.
func TestSpoiled(t *testing.T) {
	names := []string{"undeclared", "grid-nested-deep", "number-multilevel", "text-footnote", "textbox-vml"}
	random := rand.New(rand.NewPCG(1, 2))
	read := 0
	for _, name := range names {
		sound := fixture(t, name+".doc")
		for range 150 {
			file := bytes.Clone(sound)
			for range 1 + random.IntN(6) {
				at := random.IntN(len(file)-512) + 512
				switch random.IntN(3) {
				case 0:
					file[at] = byte(random.Uint32())
				case 1:
					file[at] = 0xff
				case 2:
					copy(file[at:], []byte{0xff, 0xff, 0xff, 0x7f})
				}
			}
			d, err := readBytes(file, fuzzLimits)
			judge(t, d, err)
			if err == nil {
				read++
			}
		}
	}
	if read == 0 {
		t.Error("no spoiled file was read: the changes hit the container alone")
	}
}
