package text_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/layouts"
	"jxmb/fixtures/source"
	"jxmb/model"
	"jxmb/parser/docx"
	"jxmb/parser/form"
	"jxmb/parser/text"
)

func TestRead(t *testing.T) {
	const page = "\uFEFF标题\r\n[bookmark: _Toc_1]一、目标\n\t甲\n\t乙\n第二行\n\n\t\n\t丙\n\t丁\n\n\n尾\n"
	d, err := text.Read(context.Background(), "a.txt", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Blocks) != 4 || d.Blocks[0].Paragraph.Text != "标题" || d.Blocks[1].Paragraph.Text != "一、目标" || d.Blocks[3].Paragraph.Text != "尾" {
		t.Fatalf("blocks %+v", d.Blocks)
	}
	if m := d.Bookmarks; len(m) != 1 || m[0].Name != "_Toc_1" || m[0].Start.Block != 1 {
		t.Errorf("bookmarks %+v", m)
	}
	table := d.Blocks[2].Table
	if table.Rows != 2 || table.Cols != 3 || table.At(1, 3) != table.At(1, 2) || table.At(2, 3).Text != "丁" {
		t.Errorf("table %+v", table)
	}
	c := table.At(1, 2)
	if c.Text != "乙\n第二行" {
		t.Errorf("cell %q", c.Text)
	}
	if from, to := c.Range(len("乙\n"), len(c.Text)); page[from:to] != "第二行" {
		t.Errorf("the second line is at %q", page[from:to])
	}
}

// TestReference reads the dump of the reference submission: the data must be
// that of the Word document.
func TestReference(t *testing.T) {
	data := fixtures.Reference()
	blocks, err := docx.Read(context.Background(), bytes.NewReader(data), int64(len(data)), docx.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want, err := form.Read(context.Background(), blocks, form.Options{})
	if err != nil {
		t.Fatal(err)
	}
	dumped, err := text.Read(context.Background(), "dump.txt", []byte(source.Zunhua))
	if err != nil {
		t.Fatal(err)
	}
	got, err := form.Read(context.Background(), dumped, form.Options{})
	if err != nil {
		t.Fatal(err)
	}
	in := &got.Projects[0].Indicators[0]
	if r := in.Target.Readings.Figure; r == nil || !strings.Contains(source.Zunhua[r.Start:r.End], r.Text) {
		t.Errorf("the figure of the first target is not where it says: %+v", r)
	}
	if d := layouts.Differ(layouts.Said(want), layouts.Said(got)); d != "" {
		t.Error(d)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		name, page string
		place      string
	}{
		{"not UTF-8", "一\n二\n\xff", "line 3"},
		{"half of a UTF-16 character", "\xFF\xFE\x41\x00\x00\xD8\x42\x00", "line 1"},
		{"too long", strings.Repeat("\n", text.MaxBytes+1), ""},
		{"too many cells", "题\n" + strings.Repeat("\t甲\n", 3000) + "\n" + strings.Repeat("\t甲\n\n", 1000), "line 2"},
		{"nothing but tabs", strings.Repeat("\t", 1<<20), "line 1"},
		{"cells of a dump", strings.Repeat("\t\n\n\n", 1<<20), "line 1500001"},
		{"lines", strings.Repeat("甲\n", 1<<20), "line 500001"},
		{"lines of a cell", "\t甲\n" + strings.Repeat("乙\n", 1<<20), "line 500001"},
		{"a long cell", "\t甲\n" + strings.Repeat("乙", 4<<20/3), "line 1"},
	} {
		_, err := text.Read(context.Background(), "a.txt", []byte(c.page))
		var e *model.Fault
		if !errors.As(err, &e) || e.Place.EN != c.place || e.What.ZH == "" || e.Hint.EN == "" {
			t.Errorf("%s: error %+v", c.name, err)
		}
	}
}

// FuzzRead holds the grid of any text to its own measure: every slot refers to
// a cell that covers it.
func FuzzRead(f *testing.F) {
	f.Add(source.Zunhua[:3000])
	f.Add("\t甲\n\t\n\n\n")
	f.Add("[bookmark: a][bookmark: b\n\t\n乙")
	f.Fuzz(func(t *testing.T, page string) {
		d, err := text.Read(context.Background(), "a.txt", []byte(page))
		if err != nil {
			return
		}
		for _, b := range d.Blocks {
			if b.Table == nil {
				continue
			}
			for row := 1; row <= b.Table.Rows; row++ {
				for col := 1; col <= b.Table.Cols; col++ {
					c := b.Table.At(row, col)
					if c == nil || row < c.Row || row >= c.Row+c.RowSpan || col < c.Column || col >= c.Column+c.ColSpan {
						t.Fatalf("slot %d,%d holds %+v", row, col, c)
					}
				}
			}
		}
		if d, err := form.Read(context.Background(), d, form.Options{}); err == nil && len(d.Projects) == 0 && len(d.Findings) == 0 {
			t.Error("a form was found, and neither project nor finding came of it")
		}
	})
}
