package xlsx

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"jxmb/fixtures"
	"jxmb/fixtures/golden"
	"jxmb/fixtures/sample"
	"jxmb/model"
	"jxmb/parser"
	"jxmb/render/view"
)

// workbook writes d and opens it again.
func workbook(t *testing.T, d *model.Document, o view.Options) *excelize.File {
	t.Helper()
	return reopened(t, of(t, d, o))
}

func of(t *testing.T, d *model.Document, o view.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Format.Write(t.Context(), &b, d, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func reopened(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// rowsView lists every row of a workbook: its number and its filled cells. In
// the sheets that are tables a cell is named by the head of its column, else by
// its letter; # stands in front of what is a number.
func rowsView(t *testing.T, f *excelize.File) string {
	t.Helper()
	var b strings.Builder
	for i, sheet := range f.GetSheetList() {
		fmt.Fprintf(&b, "## %s\n", sheet)
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			heads := rows[0]
			if r == 0 || i == 0 { // the first sheet is laid out freely
				heads = nil
			}
			if line := rowView(t, f, sheet, r+1, row, heads); line != "" {
				fmt.Fprintf(&b, "%d %s\n", r+1, line)
			}
		}
	}
	return b.String()
}

func rowView(t *testing.T, f *excelize.File, sheet string, r int, row, heads []string) string {
	t.Helper()
	marks := map[excelize.CellType]string{excelize.CellTypeInlineString: "", excelize.CellTypeSharedString: "", excelize.CellTypeUnset: "#", excelize.CellTypeNumber: "#"}
	var cells []string
	for c, value := range row {
		if value == "" {
			continue
		}
		at := cellName(c+1, r)
		kind, err := f.GetCellType(sheet, at)
		if err != nil {
			t.Fatal(err)
		}
		mark, ok := marks[kind]
		if !ok {
			mark = fmt.Sprintf("type %d ", kind)
		}
		name := strings.TrimRight(at, "0123456789")
		if c < len(heads) {
			name = heads[c]
		}
		cells = append(cells, name+"="+mark+strings.ReplaceAll(value, "\n", "⏎"))
	}
	return strings.Join(cells, " | ")
}

func TestGolden(t *testing.T) {
	golden.Equal(t, "reference.txt", rowsView(t, workbook(t, sample.Reference(), view.Options{})))
	golden.Equal(t, "shapes.txt", rowsView(t, workbook(t, sample.Shapes(), view.Options{})))
	golden.Equal(t, "shapes_en.txt", rowsView(t, workbook(t, sample.Shapes(), view.Options{Lang: model.English})))
}

// TestComplete holds every code and every target of the reference
// document against the workbook.
func TestComplete(t *testing.T) {
	data := fixtures.Reference()
	d, err := parser.Parse(context.Background(), bytes.NewReader(data), int64(len(data)), parser.Options{Name: "遵化市委政法委.docx"})
	if err != nil {
		t.Fatal(err)
	}
	f := workbook(t, d, view.Options{})
	rows, err := f.GetRows("指标", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	if got := len(rows) - 1; got != 118 {
		t.Fatalf("%d indicators, want 118", got)
	}
	at := columnNumber(t, rows[0], "指标值原文")
	row := 1
	for _, p := range d.Projects {
		for _, in := range p.Indicators {
			if rows[row][0] != p.Code || rows[row][at] != in.Target.Text {
				t.Errorf("row %d: %q %q, want %q %q", row+1, rows[row][0], rows[row][at], p.Code, in.Target.Text)
			}
			row++
		}
	}
}

func columnNumber(t *testing.T, heads []string, name string) int {
	t.Helper()
	for i, h := range heads {
		if h == name {
			return i
		}
	}
	t.Fatalf("no column %s in %v", name, heads)
	return 0
}

func TestSheetsAreSetUp(t *testing.T) {
	f := workbook(t, sample.Reference(), view.Options{})
	want := []string{"汇总", "项目", "指标", "问题", "绩效目标"}
	if got := f.GetSheetList(); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Fatalf("sheets %v, want %v", got, want)
	}
	titles := map[string]string{}
	filters := map[string]string{}
	for _, n := range f.GetDefinedName() {
		switch n.Name {
		case "_xlnm.Print_Titles":
			titles[n.Scope] = n.RefersTo
		case "_xlnm._FilterDatabase":
			filters[n.Scope] = n.RefersTo
		}
	}
	for _, sheet := range want {
		page, err := f.GetPageLayout(sheet)
		if err != nil {
			t.Fatal(err)
		}
		props, err := f.GetSheetProps(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if *page.Size != 9 || *page.Orientation != "landscape" || *page.FitToWidth != 1 || *page.FitToHeight != 0 || !*props.FitToPage {
			t.Errorf("%s: page %+v, fit %v", sheet, page, *props.FitToPage)
		}
		if sheet == "汇总" {
			continue
		}
		panes, err := f.GetPanes(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if !panes.Freeze || panes.YSplit != 1 || titles[sheet] != "'"+sheet+"'!$1:$1" || !strings.HasPrefix(filters[sheet], "'"+sheet+"'!$A$1:") {
			t.Errorf("%s: panes %+v, titles %q, filter %q", sheet, panes, titles[sheet], filters[sheet])
		}
	}
	for _, sheet := range []string{"指标", "问题"} {
		rules, err := f.GetConditionalFormats(sheet)
		if err != nil || len(rules) != 1 {
			t.Errorf("%s: conditional formats %v, %v", sheet, rules, err)
		}
	}
}

// TestPrintsReadably holds that the indicators fit on A4 landscape at 7
// points or more: a unit of column width is 6 points at least, the body is set
// in 10 point type.
func TestPrintsReadably(t *testing.T) {
	f := workbook(t, sample.Reference(), view.Options{})
	rows, err := f.GetRows("指标")
	if err != nil {
		t.Fatal(err)
	}
	printed, base := columnNumber(t, rows[0], "指标值确定依据"), columnNumber(t, rows[0], "基本数值")
	if base != printed+1 {
		t.Fatalf("基本数值 is column %d, want it next to 确定依据, %d", base, printed)
	}
	area := ""
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Area" && n.Scope == "指标" {
			area = n.RefersTo
		}
	}
	last, _ := excelize.ColumnNumberToName(printed + 1)
	if want := "'指标'!$A$1:$" + last + "$119"; area != want {
		t.Errorf("print area %s, want %s", area, want)
	}
	sum := 0.0
	for i := range printed + 1 {
		name, _ := excelize.ColumnNumberToName(i + 1)
		w, err := f.GetColWidth("指标", name)
		if err != nil {
			t.Fatal(err)
		}
		sum += w
	}
	const paper = 842 - 2*0.3*72
	if size := 10 * paper / (6 * sum); size < 7 {
		t.Errorf("%.1f units of width print at %.1f points", sum, size)
	}
}

// TestHidesUnused streams more rows than are kept back to choose columns.
func TestHidesUnused(t *testing.T) {
	t.Parallel()
	f := workbook(t, sample.Many(sampleRows+1), view.Options{})
	rows, err := f.GetRows("指标")
	if err != nil {
		t.Fatal(err)
	}
	for head, want := range map[string]bool{"数值": true, "上限": false, "时限": false, "指标值确定依据": false, "基本数值": true} {
		name, _ := excelize.ColumnNumberToName(columnNumber(t, rows[0], head) + 1)
		if got, err := f.GetColVisible("指标", name); got != want || err != nil {
			t.Errorf("%s visible: %v, want %v (%v)", head, got, want, err)
		}
	}
}

// TestCharts looks for the native charts and what they draw.
func TestCharts(t *testing.T) {
	charts := partsOf(t, sample.Reference(), "xl/charts/chart")
	if len(charts) != 2 {
		t.Fatalf("%d charts, want 2", len(charts))
	}
	for i, ref := range []string{"汇总&#39;!$B$34:$B$46<", "汇总&#39;!$B$19:$B$24<"} {
		if !strings.Contains(charts[i], "<barChart>") || !strings.Contains(charts[i], ref) {
			t.Errorf("chart %d does not draw %s", i+1, ref)
		}
	}
	if n := len(partsOf(t, &model.Document{}, "xl/charts/chart")); n != 0 {
		t.Errorf("%d charts of nothing", n)
	}
}

// partsOf are the members of the workbook of d whose names begin with prefix.
func partsOf(t *testing.T, d *model.Document, prefix string) []string {
	t.Helper()
	var b bytes.Buffer
	if err := Format.Write(t.Context(), &b, d, view.Options{}); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, m := range z.File {
		r, err := m.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if !utf8.Valid(data) {
			t.Errorf("%s is not UTF-8", m.Name)
		}
		if strings.HasPrefix(m.Name, prefix) {
			out = append(out, string(data))
		}
	}
	return out
}

func BenchmarkWrite(b *testing.B) {
	d := sample.Reference()
	size := int64(len(model.AppendJSON(nil, d, false)))
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		if err := Format.Write(b.Context(), io.Discard, d, view.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
