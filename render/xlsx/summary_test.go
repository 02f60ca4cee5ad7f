package xlsx

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jxmb/fixtures/sample"
	"jxmb/model"
	"jxmb/render/view"
)

// summarised writes n copies of d under different units.
func summarised(t testing.TB, w io.Writer, o view.Options, n int, d *model.Document) {
	t.Helper()
	s := newSummary(w, o)
	for i := range n {
		c := *d
		c.Unit = model.Unit{Code: fmt.Sprintf("%06d", 216001+i%25), Name: fmt.Sprintf("第%d单位", i%25+1)}
		if err := s.Add(t.Context(), view.Entry{File: fmt.Sprintf("报送/%03d.docx", i), Document: &c}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func TestSummary(t *testing.T) {
	var b bytes.Buffer
	d := sample.Reference()
	summarised(t, &b, view.Options{}, 50, d)
	f := reopened(t, b.Bytes())
	if got, want := strings.Join(f.GetSheetList(), " "), "汇总 单位 文件 项目 指标 问题"; got != want {
		t.Fatalf("sheets %s, want %s", got, want)
	}
	for sheet, want := range map[string]int{"单位": 25, "文件": 50, "项目": 50 * 13, "指标": 50 * 118, "问题": 50 * 3} {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) != want+1 {
			t.Errorf("%s: %d rows, want %d", sheet, len(rows)-1, want)
		}
	}
	for cell, want := range map[string]string{"B5": "50", "B6": "0", "B7": "25", "B8": "650", "B10": "5900", "B11": "41170"} {
		if got, err := f.GetCellValue("汇总", cell, excelize.Options{RawCellValue: true}); got != want || err != nil {
			t.Errorf("汇总 %s = %s, want %s (%v)", cell, got, want, err)
		}
	}
	for cell, want := range map[string]string{"A2": "216001", "C2": "2", "D2": "26", "F2": "1646.8", "L2": "2"} {
		if got, err := f.GetCellValue("单位", cell, excelize.Options{RawCellValue: true}); got != want || err != nil {
			t.Errorf("单位 %s = %s, want %s (%v)", cell, got, want, err)
		}
	}
}

// TestSummarySameBytes streams several sheets, which excelize keeps in a
// map, beyond the rows that are kept back.
func TestSummarySameBytes(t *testing.T) {
	d := sample.Reference()
	var first []byte
	for run := range 4 {
		var b bytes.Buffer
		summarised(t, &b, view.Options{}, 80, d)
		if run == 0 {
			first = b.Bytes()
		} else if !bytes.Equal(first, b.Bytes()) {
			t.Fatal("two runs give different bytes")
		}
	}
}

// TestSummaryOfUnreadable holds that a file that could not be read is
// counted and listed, and costs nothing else.
func TestSummaryOfUnreadable(t *testing.T) {
	var book bytes.Buffer
	s := newSummary(&book, view.Options{})
	for _, e := range []view.Entry{{File: "好.docx", Document: sample.Shapes()}, {File: "坏.docx"}} {
		if err := s.Add(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	f := reopened(t, book.Bytes())
	rows, err := f.GetRows("文件")
	if err != nil {
		t.Fatal(err)
	}
	state := map[string]string{}
	for _, row := range rows[1:] {
		state[row[0]] = row[1]
	}
	if len(state) != 2 || state["好.docx"] != "已读取" || state["坏.docx"] != "未能读取" {
		t.Errorf("files %v", state)
	}
	for cell, want := range map[string]string{"B5": "2", "B6": "1", "B7": "1"} {
		if got, err := f.GetCellValue("汇总", cell, excelize.Options{RawCellValue: true}); got != want || err != nil {
			t.Errorf("汇总 %s = %s, want %s (%v)", cell, got, want, err)
		}
	}
}

func TestSummaryOfNothing(t *testing.T) {
	var b bytes.Buffer
	if err := newSummary(&b, view.Options{Lang: model.English}).Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(reopened(t, b.Bytes()).GetSheetList(), " "), "Summary Units Files Projects Indicators Findings"; got != want {
		t.Errorf("sheets %s, want %s", got, want)
	}
}

// BenchmarkSummary streams 100,300 indicators; peak memory is seen with
// /usr/bin/time -v on the test binary.
func BenchmarkSummary(b *testing.B) {
	d := sample.Reference()
	b.ReportAllocs()
	for b.Loop() {
		summarised(b, io.Discard, view.Options{}, 850, d)
	}
}
