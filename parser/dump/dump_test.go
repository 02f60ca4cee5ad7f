package dump_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"jxmb/fixtures"
	"jxmb/fixtures/layouts"
	"jxmb/fixtures/source"
	"jxmb/parser/block"
	"jxmb/parser/docx"
	"jxmb/parser/dump"
	"jxmb/parser/form"

	"jxmb/model"
)

func TestRead(t *testing.T) {
	const text = "\uFEFF标题\r\n[bookmark: _Toc_1]一、目标\n\t甲\n\t乙\n第二行\n\n\t\n\t丙\n\t丁\n\n\n尾\n"
	d, err := dump.Read(context.Background(), "a.txt", []byte(text))
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
	if from, to := c.Range(len("乙\n"), len(c.Text)); text[from:to] != "第二行" {
		t.Errorf("the second line is at %q", text[from:to])
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
	text, err := dump.Read(context.Background(), "dump.txt", []byte(source.Zunhua))
	if err != nil {
		t.Fatal(err)
	}
	got, err := form.Read(context.Background(), text, form.Options{})
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

// widths names the layouts whose dump lacks what only the widths of merged
// cells tell: which columns a group heads, or under which the sums stand.
var widths = []string{"split-yunnan", "split-sichuan", "self-evaluation"}

// TestLayouts publishes the other layouts as a dump: the data must be that of
// the Word document.
func TestLayouts(t *testing.T) {
	for _, l := range layouts.All() {
		if slices.Contains(widths, l.Name) {
			continue
		}
		data := l.Data()
		blocks, err := docx.Read(context.Background(), bytes.NewReader(data), int64(len(data)), docx.Options{})
		if err != nil {
			t.Fatal(err)
		}
		text, err := dump.Read(context.Background(), l.Name, []byte(publish(blocks)))
		if err != nil {
			t.Fatal(err)
		}
		want, err := form.Read(context.Background(), blocks, form.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got, err := form.Read(context.Background(), text, form.Options{})
		if err != nil {
			t.Errorf("%s: %v", l.Name, err)
		} else if d := layouts.Differ(layouts.Said(want), layouts.Said(got)); d != "" {
			t.Errorf("%s: %s", l.Name, d)
		}
	}
}

// publish writes blocks as a dump: a merged cell once, empty where it goes on
// below.
func publish(d *block.Document) string {
	var b strings.Builder
	for _, block := range d.Blocks {
		if p := block.Paragraph; p != nil {
			b.WriteString(p.Number + p.Text + "\n")
			continue
		}
		t := block.Table
		for row := 1; row <= t.Rows; row++ {
			for col := 1; col <= t.Cols; {
				c := t.At(row, col)
				b.WriteString("\t")
				if c.Row == row {
					b.WriteString(c.Text)
				}
				b.WriteString("\n")
				col = c.Column + c.ColSpan
			}
			b.WriteString("\n")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestChineseEncoding reads a dump that an editor saved as GBK.
func TestChineseEncoding(t *testing.T) {
	const text = "\t项目名称\n\t甲项目\n\n"
	encoded, err := simplifiedchinese.GBK.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	d, err := dump.Read(context.Background(), "a.txt", []byte(encoded))
	if err != nil || len(d.Blocks) != 1 || d.Blocks[0].Table.Cells[1].Text != "甲项目" {
		t.Errorf("%+v %v", d, err)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		name, text string
		place      string
	}{
		{"not UTF-8", "一\n二\n\xff", "line 3"},
		{"too long", strings.Repeat("\n", dump.MaxBytes+1), ""},
		{"too many cells", "题\n" + strings.Repeat("\t甲\n", 3000) + "\n" + strings.Repeat("\t甲\n\n", 1000), "line 2"},
	} {
		_, err := dump.Read(context.Background(), "a.txt", []byte(c.text))
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
	f.Fuzz(func(t *testing.T, text string) {
		d, err := dump.Read(context.Background(), "a.txt", []byte(text))
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
