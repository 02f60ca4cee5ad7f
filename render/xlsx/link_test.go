package xlsx

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jxmb/fixtures/sample"
	"jxmb/model"
	"jxmb/render/view"
)

var hyperlinkTo = regexp.MustCompile(`^HYPERLINK\("#'([^']+)'!([A-Z]+[0-9]+)","(.*)"\)$`)

// leadsTo is the sheet and the cell that a cell of 问题 leads to.
func leadsTo(t *testing.T, f *excelize.File, cell string) (sheet, at string) {
	t.Helper()
	formula, err := f.GetCellFormula("问题", cell)
	if err != nil {
		t.Fatal(err)
	}
	shown, err := f.GetCellValue("问题", cell)
	m := hyperlinkTo.FindStringSubmatch(formula)
	if m == nil || m[3] != shown || err != nil {
		t.Fatalf("问题 %s shows %q by the formula %q (%v)", cell, shown, formula, err)
	}
	return m[1], m[2]
}

// TestFindingsLead holds that the findings are sorted by gravity and that the
// place of each leads to the target or the project it is about.
func TestFindingsLead(t *testing.T) {
	d := sample.Reference()
	p := &d.Projects[7]
	d.Findings = []model.Finding{
		{Code: "C004", Severity: model.Info, Message: "提示一", Origin: p.Indicators[3].Origin},
		{Code: "V001", Severity: model.Error, Message: "错误", Origin: d.Projects[0].Indicators[0].Origin},
		{Code: "B001", Severity: model.Warning, Message: "警告", Origin: p.Origin},
		{Code: "D004", Severity: model.Info, Message: "提示二"},
	}
	f := workbook(t, d, view.Options{})
	rows, err := f.GetRows("问题")
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, row := range rows[1:] {
		codes = append(codes, row[1])
	}
	if want := []string{"V001", "B001", "C004", "D004"}; !slices.Equal(codes, want) {
		t.Fatalf("findings in the order %v, want %v", codes, want)
	}
	place := columnNumber(t, rows[0], "出处") + 1
	for row, want := range map[int][2]string{
		2: {"指标", d.Projects[0].Indicators[0].Target.Text}, 3: {"项目", p.Name}, 4: {"指标", p.Indicators[3].Target.Text},
	} {
		sheet, at := leadsTo(t, f, cellName(place, row))
		if got, err := f.GetCellValue(sheet, at); sheet != want[0] || got != want[1] || err != nil {
			t.Errorf("row %d leads to %s %s, which shows %q, want %s %q (%v)", row, sheet, at, got, want[0], want[1], err)
		}
	}
	if formula, err := f.GetCellFormula("问题", cellName(place, 5)); formula != "" || err != nil {
		t.Errorf("a finding of the whole file leads by %q (%v)", formula, err)
	}
}

// TestFindingsLeadInBatch streams more rows than are kept back, with documents
// sent twice: gravity orders all findings, and their places lead to the rows of
// their own document.
func TestFindingsLeadInBatch(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	b := newBatch(t, &out, view.Options{})
	const documents, projects = 30, 15
	for n := range documents {
		d := sample.Many(projects)
		for i := range d.Projects {
			d.Projects[i].Code = fmt.Sprintf("%d-%d", n%20, i) // the last ten documents repeat the first
			d.Projects[i].Indicators[0].Target.Text = fmt.Sprintf("第%d份第%d项", n, i)
			d.Projects[i].Indicators[0].Origin = model.Origin{Part: "word/document.xml", Table: i + 1, Row: 2, Column: 5}
			d.Findings = append(d.Findings, model.Finding{
				Code: "V001", Severity: view.Severities[(n+i)%3], Message: fmt.Sprintf("第%d份第%d项", n, i), Origin: d.Projects[i].Indicators[0].Origin,
			})
		}
		b.add(fmt.Sprintf("%02d.docx", n), d)
	}
	b.close()
	f := reopened(t, out.Bytes())
	rows, err := f.GetRows("问题")
	if err != nil || len(rows) != projects*documents+1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	severity, message, place := columnNumber(t, rows[0], "级别"), columnNumber(t, rows[0], "说明"), columnNumber(t, rows[0], "出处")+1
	gravest := 0
	for i, row := range rows[1:] {
		rank := slices.IndexFunc(view.Severities[:], func(s model.Severity) bool { return view.SeverityLabel(model.Chinese, s) == row[severity] })
		if rank < gravest {
			t.Fatalf("row %d: %s stands after a lighter finding", i+2, row[severity])
		}
		gravest = rank
		if i%97 > 0 { // enough of them
			continue
		}
		sheet, at := leadsTo(t, f, cellName(place, i+2))
		if got, err := f.GetCellValue(sheet, at); got != row[message] || err != nil {
			t.Errorf("row %d leads to %s %s, which shows %q, want %q (%v)", i+2, sheet, at, got, row[message], err)
		}
	}
}

// TestTotals holds the rows below the lists: formulas that follow the filter,
// with the sum they have now, and outside of what the filter hides.
func TestTotals(t *testing.T) {
	f := workbook(t, sample.Reference(), view.Options{})
	formula, err := f.GetCellFormula("项目", "D15")
	if want := "SUBTOTAL(109,D2:D14)"; formula != want || err != nil {
		t.Errorf("项目 D15 = %q, want %q (%v)", formula, want, err)
	}
	holds(t, f, "项目", map[string]string{"A15": "合计", "D15": "823.4"})
	if got, err := f.CalcCellValue("项目", "D15", excelize.Options{RawCellValue: true}); got != "823.4" || err != nil {
		t.Errorf("the formula gives %s, want 823.4 (%v)", got, err)
	}
	for _, n := range f.GetDefinedName() {
		if n.Scope == "项目" && n.Name == "_xlnm._FilterDatabase" && !strings.HasSuffix(n.RefersTo, "$14") {
			t.Errorf("the filter takes %s", n.RefersTo)
		}
		if n.Scope == "项目" && n.Name == "_xlnm.Print_Area" && !strings.HasSuffix(n.RefersTo, "$15") {
			t.Errorf("printed is %s", n.RefersTo)
		}
	}
}

// TestFrozen holds that heading, code and name stay in sight.
func TestFrozen(t *testing.T) {
	for code, want := range map[string]map[string]int{"": {"项目": 2, "指标": 1, "问题": 0}, "A1": {"项目": 3, "指标": 2, "问题": 0}} {
		d := sample.Shapes()
		d.Projects[0].Code = code
		f := workbook(t, d, view.Options{})
		for sheet, columns := range want {
			p, err := f.GetPanes(sheet)
			if err != nil || !p.Freeze || p.XSplit != columns || p.YSplit != 1 {
				t.Errorf("code %q, %s: %+v, want %d columns frozen (%v)", code, sheet, p, columns, err)
			}
		}
	}
}

// TestPercentages holds that what is one is a number of its own kind.
func TestPercentages(t *testing.T) {
	f := workbook(t, sample.Shapes(), view.Options{})
	rows, err := f.GetRows("指标")
	if err != nil {
		t.Fatal(err)
	}
	for head, want := range map[string][2]string{"数值": {"0.8", "80% "}, "上限": {"0.9", "90% "}, "实际数值": {"0.85", "85% "}} {
		at := cellName(columnNumber(t, rows[0], head)+1, 2)
		raw, err := f.GetCellValue("指标", at, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		if shown, err := f.GetCellValue("指标", at); raw != want[0] || shown != want[1] || err != nil {
			t.Errorf("%s is %q shown as %q, want %q (%v)", head, raw, shown, want, err)
		}
	}
}

// TestHeld keeps rows beyond what memory takes and gives them back as they were,
// the lowest rank first.
func TestHeld(t *testing.T) {
	var h held
	long := strings.Repeat("长", 300_000)
	note := model.Say("注", "note")
	row := func(i int) []cell {
		return []cell{
			{form: formText, text: fmt.Sprint(i, long)}, {form: formMoney, number: "1.5", note: &note},
			{form: formDate, day: 44196}, {form: formLabel, text: "出处", to: location{1, 2, 300}}, {},
		}
	}
	const n = 12
	for i := range n {
		if err := h.add(1-i%2, row(i)); err != nil {
			t.Fatal(err)
		}
	}
	var got []int
	err := h.each(5, func(cells []cell) {
		order := []int{1, 3, 5, 7, 9, 11, 0, 2, 4, 6, 8, 10}
		if len(got) == len(order) {
			t.Fatal("more rows than were kept")
		}
		i := order[len(got)]
		if cells[1].note == nil || *cells[1].note != note {
			t.Errorf("row %d lost its note", i)
		}
		cells[1].note = &note
		if !slices.Equal(cells, row(i)) {
			t.Errorf("row %d is not what it was", i)
		}
		got = append(got, i)
	})
	if err != nil || len(got) != n || h.ranks[0].file == nil {
		t.Errorf("%d rows of %d, %v; in a file: %v", len(got), n, err, h.ranks[0].file != nil)
	}
	if err := h.close(); err != nil {
		t.Error(err)
	}
	if err := h.each(5, func([]cell) { t.Error("a closed store gives rows") }); err != nil {
		t.Error(err)
	}
}
