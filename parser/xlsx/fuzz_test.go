package xlsx

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io/fs"
	"strconv"
	"testing"

	"jxmb/fixtures/workbooks"
	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// fuzzLimits keep one input cheap.
var fuzzLimits = ooxml.Limits{Entries: 200, PartBytes: 4 << 20, Depth: 200, Cells: 20_000, CellBytes: 1 << 16, ResultBytes: 8 << 20}

// judge holds a result to what Read promises.
func judge(t *testing.T, d *block.Document, err error) {
	t.Helper()
	if err != nil {
		var f *model.Fault
		if !errors.As(err, &f) || d != nil || f.What.ZH == "" || f.What.EN == "" || f.Hint.ZH == "" {
			t.Fatalf("document %v with %T %v", d != nil, err, err)
		}
		return
	}
	for i, b := range d.Blocks {
		switch {
		case (b.Table == nil) == (b.Paragraph == nil):
			t.Fatalf("block %d is not one thing", i)
		case b.Table != nil:
			judgeTable(t, b.Table)
		}
	}
}

// judgeTable: every slot is some cell's, whose rectangle it lies in, and rows and
// columns of the sheet ascend.
func judgeTable(t *testing.T, table *block.Table) {
	t.Helper()
	if len(table.Area.Rows) != table.Rows || len(table.Area.Columns) != table.Cols || len(table.Slots) != table.Rows*table.Cols {
		t.Fatalf("table %d: %d rows, %d columns, %d slots, area %v", table.Index, table.Rows, table.Cols, len(table.Slots), table.Area)
	}
	for _, axis := range [][]int32{table.Area.Rows, table.Area.Columns} {
		for i := 1; i < len(axis); i++ {
			if axis[i] <= axis[i-1] {
				t.Fatalf("table %d: %v", table.Index, axis)
			}
		}
	}
	area := 0
	for i := range table.Cells {
		area += table.Cells[i].RowSpan * table.Cells[i].ColSpan
	}
	for i, n := range table.Slots {
		c := &table.Cells[n]
		row, column := i/table.Cols+1, i%table.Cols+1
		if row < c.Row || row >= c.Row+c.RowSpan || column < c.Column || column >= c.Column+c.ColSpan {
			t.Fatalf("table %d: the slot %d,%d is under %+v", table.Index, row, column, c)
		}
	}
	if area != len(table.Slots) {
		t.Fatalf("table %d: cells take %d of %d slots", table.Index, area, len(table.Slots))
	}
}

// FuzzRead: any bytes as a file.
func FuzzRead(f *testing.F) {
	for _, c := range workbooks.Copies() {
		f.Add(c.Data)
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		d, err := Read(context.Background(), bytes.NewReader(file), int64(len(file)), Options{Limits: fuzzLimits})
		judge(t, d, err)
	})
}

// FuzzSheet: any bytes as a sheet, with styles and strings beside it; reading
// twice gives the same.
func FuzzSheet(f *testing.F) {
	for _, c := range workbooks.Copies() {
		if z, err := zip.NewReader(bytes.NewReader(c.Data), int64(len(c.Data))); err == nil {
			if part, err := fs.ReadFile(z, "xl/worksheets/sheet1.xml"); err == nil && len(part) < 50_000 {
				f.Add(string(part))
			}
		}
	}
	f.Add(`<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="2" hidden="1"><c r="A2" s="1"><v>0.5</v></c></row><row><c t="s" s="2"><v>0</v></c><c t="e"><v>#N/A</v></c><c><f>A1</f></c></row></sheetData><mergeCells><mergeCell ref="A2:B5"/></mergeCells></worksheet>`)
	f.Fuzz(func(t *testing.T, sheet string) {
		file := markup(t, map[string]string{
			"xl/worksheets/one.xml": sheet,
			"xl/sharedStrings.xml":  `<sst><si><t>甲</t></si><si><r><rPr><strike/></rPr><t>乙</t></r><r><t>丙</t></r></si></sst>`,
			"xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="[&gt;=1]0.0,&quot;万&quot;;[Red]-0%;yyyy/m/d"/></numFmts><fonts><font/><font><strike/></font></fonts>` +
				`<borders><border/><border><left style="thin"/><top style="thin"/></border></borders><cellXfs><xf/><xf numFmtId="200" borderId="1"/><xf fontId="1"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
		})
		d, err := Read(context.Background(), bytes.NewReader(file), int64(len(file)), Options{Limits: fuzzLimits})
		judge(t, d, err)
		again, errAgain := Read(context.Background(), bytes.NewReader(file), int64(len(file)), Options{Limits: fuzzLimits})
		if (err == nil) != (errAgain == nil) || err == nil && dump(d) != dump(again) {
			t.Fatal("reading again gives something else")
		}
	})
}

// FuzzFormat: any format and number is shown somehow; what is sure of a plain
// number is the number.
func FuzzFormat(f *testing.F) {
	for _, code := range builtIn() {
		f.Add(code, 44561.5)
	}
	f.Add(`[>=100]"高"0;[<0]-0;0!.0,"万"`, -0.5)
	f.Fuzz(func(t *testing.T, code string, v float64) {
		value := strconv.FormatFloat(v, 'g', -1, 64)
		all := &formats{codes: map[int]string{1: code}, compiled: map[int][]section{}, texts: map[int]*section{}}
		first, sure := all.show(value, 1)
		if again, _ := all.show(value, 1); again != first {
			t.Fatalf("%q, then %q", first, again)
		}
		if code == "0.00" && sure && v >= 0 && v < 1e9 {
			if shown, err := strconv.ParseFloat(first, 64); err != nil || shown-v > 0.00501 || v-shown > 0.00501 {
				t.Fatalf("%v shown as %q", v, first)
			}
		}
	})
}
