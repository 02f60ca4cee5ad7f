package html_test

import (
	"context"
	"testing"

	"jxmb/parser/form"
	"jxmb/parser/html"
)

// FuzzRead reads any page: every slot of a grid refers to a cell that begins at
// or before it, and every place lies in the page.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`<table><tr><td rowspan=2>项目名称<td colspan=3>甲<tr><td>绩效目标</table>`))
	f.Add([]byte(`<p>a<table><td><table><tr><td rowspan=99 colspan=9>x</td></table>y</table>z`))
	f.Add([]byte(`<table><tr><td rowspan=3>1<td>2<tr><td colspan=4>3<tr><td>4<td>5`))
	f.Fuzz(func(t *testing.T, page []byte) {
		d, err := html.Read(context.Background(), "page.html", page)
		if err != nil {
			return
		}
		for _, b := range d.Blocks {
			if b.Table == nil {
				continue
			}
			if len(b.Table.Slots) != b.Table.Rows*b.Table.Cols {
				t.Fatalf("%d slots in %d rows of %d", len(b.Table.Slots), b.Table.Rows, b.Table.Cols)
			}
			for row := 1; row <= b.Table.Rows; row++ {
				for col := 1; col <= b.Table.Cols; col++ {
					if c := b.Table.At(row, col); c != nil && (c.Row > row || c.Column > col || c.Row+c.RowSpan <= row || c.Start > c.End) {
						t.Fatalf("slot %d,%d holds %+v", row, col, c)
					}
				}
			}
			for _, c := range b.Table.Cells {
				if b.Table.At(c.Row, c.Column) == nil {
					t.Fatalf("no slot for the cell %+v", c)
				}
			}
		}
		_, _ = form.Read(context.Background(), d, form.Options{})
	})
}
