package xlsx

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jxmb/fixtures/sample"
	"jxmb/model"
	"jxmb/render/view"
)

// batchOf is a season and the workbook that is made beside it.
type batchOf struct {
	*testing.T
	season  view.Season
	summary view.Summary
}

func newBatch(t *testing.T, w io.Writer, o view.Options) *batchOf {
	return &batchOf{T: t, summary: newSummary(w, o)}
}

func (b *batchOf) add(file string, d *model.Document) {
	b.Helper()
	if err := b.summary.Add(b.Context(), b.season.Add(file, d, nil)); err != nil {
		b.Fatal(err)
	}
}

func (b *batchOf) close() {
	b.Helper()
	if err := b.summary.Close(b.Context(), &b.season); err != nil {
		b.Fatal(err)
	}
}

// another is the document with other units and codes of projects.
func another(d *model.Document, i int) *model.Document {
	c := *d
	c.Unit = model.Unit{Code: fmt.Sprintf("%06d", 216001+i%10), Name: fmt.Sprintf("第%d单位", i%10+1)}
	c.Projects = slices.Clone(d.Projects)
	for k := range c.Projects {
		c.Projects[k].Code = fmt.Sprintf("%s-%d", c.Projects[k].Code, i)
	}
	return &c
}

// summarised writes n documents like d, of different units and projects.
func summarised(t testing.TB, w io.Writer, o view.Options, n int, d *model.Document) {
	t.Helper()
	var season view.Season
	s := newSummary(w, o)
	for i := range n {
		if err := s.Add(t.Context(), season.Add(fmt.Sprintf("报送/%03d.docx", i), another(d, i), nil)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(t.Context(), &season); err != nil {
		t.Fatal(err)
	}
}

func TestSummary(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	d := sample.Reference()
	summarised(t, &b, view.Options{}, 20, d)
	f := reopened(t, b.Bytes())
	if got, want := strings.Join(f.GetSheetList(), " "), "汇总 单位 文件 问题汇总 项目 指标 问题"; got != want {
		t.Fatalf("sheets %s, want %s", got, want)
	}
	for sheet, want := range map[string]int{"单位": 10, "文件": 20, "项目": 20 * 13, "指标": 20 * 118, "问题": 20 * 3} {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if total := sheet != "指标" && sheet != "问题"; total {
			want++
		}
		if len(rows) != want+1 {
			t.Errorf("%s: %d rows below the heading, want %d", sheet, len(rows)-1, want)
		}
	}
	for cell, want := range map[string]string{"B5": "20", "B6": "0", "B7": "10", "B8": "260", "B10": "2360", "B11": "16468"} {
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
	d := sample.Many(300)
	var first []byte
	for run := range 4 {
		var b bytes.Buffer
		summarised(t, &b, view.Options{}, 4, d)
		if run == 0 {
			first = b.Bytes()
		} else if !bytes.Equal(first, b.Bytes()) {
			t.Fatal("two runs give different bytes")
		}
	}
}

// TestSummaryOfUnreadable holds that a file that could not be read is
// counted and listed with its reason, and costs nothing else.
func TestSummaryOfUnreadable(t *testing.T) {
	var book bytes.Buffer
	b := newBatch(t, &book, view.Options{})
	b.add("好.docx", sample.Shapes())
	fault := &model.Fault{Place: model.InPart("word/document.xml", 7), What: model.Say("坏了", "broken"), Hint: model.Say("重新报送", "send again")}
	if err := b.summary.Add(t.Context(), b.season.Add("坏.docx", nil, fault)); err != nil {
		t.Fatal(err)
	}
	b.season.Ignored = []view.Ignored{{File: "说明.pdf", Why: model.Say("不是报送文件", "no submission")}}
	b.close()
	f := reopened(t, book.Bytes())
	rows, err := f.GetRows("文件")
	if err != nil {
		t.Fatal(err)
	}
	state := map[string]string{}
	for _, row := range rows[1 : len(rows)-1] {
		state[row[0]] = row[1]
	}
	if len(state) != 2 || state["好.docx"] != "已读取" || state["坏.docx"] != "未能读取" {
		t.Errorf("files %v", state)
	}
	holds(t, f, "汇总", map[string]string{"B5": "2", "B6": "1", "B7": "1"})
	holds(t, f, "未读取", map[string]string{"A2": "坏.docx", "B2": "word/document.xml 第 7 字节：坏了", "C2": "重新报送", "A3": "说明.pdf", "B3": "不是报送文件"})
}

// holds compares cells as they are stored.
func holds(t *testing.T, f *excelize.File, sheet string, cells map[string]string) {
	t.Helper()
	for cell, want := range cells {
		if got, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true}); got != want || err != nil {
			t.Errorf("%s %s = %s, want %s (%v)", sheet, cell, got, want, err)
		}
	}
}

// TestSummaryOfRepeats sends a document twice: its projects count once, the
// second time they stand on sheets of their own, and findings between the two
// are among the findings.
func TestSummaryOfRepeats(t *testing.T) {
	var book bytes.Buffer
	b := newBatch(t, &book, view.Options{})
	d := sample.Reference()
	b.add("一.docx", d)
	b.add("二.docx", d)
	b.season.AddCross(maps.All(map[string]*model.Finding{"二.docx": {Code: "I006", Severity: model.Warning, Message: "也出现在一.docx"}}))
	b.close()
	f := reopened(t, book.Bytes())
	if got, want := strings.Join(f.GetSheetList(), " "), "汇总 单位 文件 问题汇总 项目 指标 问题 重复项目 重复项目的指标"; got != want {
		t.Fatalf("sheets %s, want %s", got, want)
	}
	for sheet, want := range map[string]int{"项目": 14, "指标": 118, "重复项目": 14, "重复项目的指标": 118, "问题": 7} {
		rows, err := f.GetRows(sheet)
		if err != nil || len(rows) != want+1 {
			t.Errorf("%s: %d rows, want %d (%v)", sheet, len(rows)-1, want, err)
		}
	}
	holds(t, f, "汇总", map[string]string{"B5": "2", "B8": "13", "B10": "118", "B11": "823.4", "A16": "重复报送（未计入）", "B16": "13", "B17": "823.4"})
	holds(t, f, "重复项目", map[string]string{"A2": "一.docx", "B2": "二.docx"})
	holds(t, f, "单位", map[string]string{"C2": "2", "D2": "13", "F2": "823.4"})
}

func TestSummaryOfNothing(t *testing.T) {
	var b bytes.Buffer
	newBatch(t, &b, view.Options{Lang: model.English}).close()
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
