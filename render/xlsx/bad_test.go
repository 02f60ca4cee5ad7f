package xlsx

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"jxmb/fixtures/sample"
	"jxmb/model"
	"jxmb/render/view"
)

// TestHostileTexts reads back what was written: nothing lost, nothing a
// formula, everything visible.
func TestHostileTexts(t *testing.T) {
	d := sample.Hostile()
	f := workbook(t, d, view.Options{})
	rows, err := f.GetRows("指标", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	at := columnNumber(t, rows[0], "指标值原文")
	seen := map[int]string{
		7:  "a〔U+0000〕b〔U+001B〕c〔U+007F〕\nd〔U+FFFE〕",
		8:  "两行\n文字\n三行\n四行",
		12: "\uFFFD坏字节",
	}
	for i, in := range d.Projects[0].Indicators {
		want := in.Target.Text
		if s, ok := seen[i]; ok {
			want = s
		}
		cell := cellName(at+1, i+2)
		if formula, err := f.GetCellFormula("指标", cell); err != nil || formula != "" {
			t.Errorf("%s is a formula: %q, %v", cell, formula, err)
		}
		got := rows[i+1][at]
		if len(utf16.Encode([]rune(want))) > maxText {
			got = joined(t, f, "指标", cell, got)
		}
		if got != want {
			t.Errorf("%s = %.60q, want %.60q", cell, got, want)
		}
	}
}

// joined puts a text that was cut together again.
func joined(t *testing.T, f *excelize.File, sheet, cell, head string) string {
	t.Helper()
	if n := len(utf16.Encode([]rune(head))); n > maxText {
		t.Errorf("%s holds %d units", cell, n)
	}
	head, note, ok := strings.Cut(head, "……【")
	if !ok || !strings.Contains(note, "续文") {
		t.Errorf("%s: no note of the rest", cell)
	}
	rows, err := f.GetRows("续文", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		if row[0] == sheet && row[1] == cell {
			head += row[3]
		}
	}
	return head
}

// TestQuotes holds that a text which would be a formula when typed keeps
// its quote, and that others have none.
func TestQuotes(t *testing.T) {
	f := workbook(t, sample.Hostile(), view.Options{})
	at := func(row int) bool {
		rows, err := f.GetRows("指标")
		if err != nil {
			t.Fatal(err)
		}
		id, err := f.GetCellStyle("指标", cellName(columnNumber(t, rows[0], "指标值原文")+1, row))
		if err != nil {
			t.Fatal(err)
		}
		quote := f.Styles.CellXfs.Xf[id].QuotePrefix
		return quote != nil && *quote
	}
	for row := 2; row <= 9; row++ {
		if want := row <= 6; at(row) != want {
			t.Errorf("row %d: quote %v, want %v", row, !want, want)
		}
	}
}

func TestHugeNumbers(t *testing.T) {
	f := workbook(t, sample.Huge(), view.Options{})
	for cell, want := range map[string]struct {
		value string
		kind  excelize.CellType
	}{
		"C2": {"1000000000000000", excelize.CellTypeUnset},
		"C3": {"999999999999999", excelize.CellTypeUnset},
		"C4": {"1,234,567,890,123,456", excelize.CellTypeInlineString},
		"C5": {"123,456,789,012.3456", excelize.CellTypeInlineString},
		"C6": {"0.000001", excelize.CellTypeUnset},
		"C7": {"-5.5", excelize.CellTypeUnset},
		"D2": {"1000000000000000", excelize.CellTypeInlineString}, // no unit
	} {
		got, err := f.GetCellValue("项目", cell, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		if kind, err := f.GetCellType("项目", cell); got != want.value || kind != want.kind || err != nil {
			t.Errorf("%s = %q type %d, want %q type %d (%v)", cell, got, kind, want.value, want.kind, err)
		}
	}
	comments, err := f.GetComments("项目")
	if err != nil {
		t.Fatal(err)
	}
	if len(comments) != 2+6+2 {
		t.Errorf("%d comments, want one for each number kept as text, 8, and for the two totals that lack them", len(comments))
	}
}

func TestManyProjects(t *testing.T) {
	f := workbook(t, sample.Many(300), view.Options{})
	rows, err := f.GetRows("项目")
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 302 {
		t.Errorf("%d rows, want 300 between heading and total", len(rows))
	}
	view := rowsView(t, f)
	for _, want := range []string{" A=其余 285 个 |", " A=合计 | B=#44850 |"} {
		if !strings.Contains(view, want) {
			t.Errorf("the overview lacks %q", want)
		}
	}
}

// TestGoesOn lets the lists run over the end of a sheet.
func TestGoesOn(t *testing.T) {
	b := newBook(model.Chinese, "题")
	b.maxRows = 100
	lists := addLists(b, false)
	d := sample.Many(250)
	lists.addDocument(t.Context(), "", d)
	documentOverview(b, d).write()
	var out strings.Builder
	if err := b.write(&out); err != nil {
		t.Fatal(err)
	}
	f := reopened(t, []byte(out.String()))
	want := "汇总 项目 项目(2) 项目(3) 指标 指标(2) 指标(3) 问题"
	if got := strings.Join(f.GetSheetList(), " "); got != want {
		t.Fatalf("sheets %s, want %s", got, want)
	}
	n := 0
	for _, sheet := range []string{"项目", "项目(2)", "项目(3)"} {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if rows[0][0] != "序号" || len(rows) > 100 {
			t.Errorf("%s: heading %v, %d rows", sheet, rows[0], len(rows))
		}
		n += len(rows) - 2 // heading and total
	}
	if n != 250 {
		t.Errorf("%d projects, want 250", n)
	}
	for _, name := range f.GetDefinedName() {
		if !strings.HasPrefix(name.RefersTo, "'"+name.Scope+"'!") {
			t.Errorf("%s of %s refers to %s", name.Name, name.Scope, name.RefersTo)
		}
	}
}

type fullDisk struct{ left int }

var errFull = errors.New("no space left on device")

func (w *fullDisk) Write(p []byte) (int, error) {
	if w.left -= len(p); w.left < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestWriteFails(t *testing.T) {
	for _, left := range []int{0, 100, 5000} {
		if err := Format.Write(t.Context(), &fullDisk{left}, sample.Reference(), view.Options{}); !errors.Is(err, errFull) {
			t.Errorf("after %d bytes: %v", left, err)
		}
	}
}
