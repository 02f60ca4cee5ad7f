package render_test

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jxmb/fixtures"
	"jxmb/fixtures/hostile"
	"jxmb/fixtures/wml"
	"jxmb/fixtures/workbooks"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/parser"
	"jxmb/parser/docx"
	"jxmb/render/workbook"
)

// reference is the reference submission as a workbook.
func reference(t *testing.T) []byte {
	t.Helper()
	data := fixtures.Reference()
	blocks, err := docx.Read(context.Background(), bytes.NewReader(data), int64(len(data)), docx.Options{})
	if err != nil {
		t.Fatal(err)
	}
	book, err := workbooks.Write(blocks)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func read(t *testing.T, book []byte) *model.Document {
	t.Helper()
	d, err := parser.Parse(context.Background(), bytes.NewReader(book), int64(len(book)), parser.Options{Name: "a.xlsx"})
	if err != nil {
		t.Fatal(err)
	}
	d.Findings = check.Run(d, check.Config{})
	return d
}

func annotate(t *testing.T, book []byte, o workbook.Options) []byte {
	t.Helper()
	var out bytes.Buffer
	if _, err := workbook.Annotate(context.Background(), &out, bytes.NewReader(book), int64(len(book)), read(t, book), o); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func open(t *testing.T, book []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// comments are the texts of the comments of an author by cell.
func comments(t *testing.T, f *excelize.File, author string) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, sheet := range f.GetSheetList() {
		list, err := f.GetComments(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range list {
			text := c.Text
			for _, run := range c.Paragraph {
				text += run.Text
			}
			if c.Author == author {
				found[c.Cell] = text
			}
		}
	}
	return found
}

// TestWorkbookAnnotate puts a comment at every cell with a finding and a colour on it, and
// what is read from the result is what was read before.
func TestWorkbookAnnotate(t *testing.T) {
	book := reference(t)
	d := read(t, book)
	marked := annotate(t, book, workbook.Options{Least: model.Warning})
	f := open(t, marked)
	said := comments(t, f, "jxmb")
	formats, err := f.GetConditionalFormats("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	cells := map[string]bool{}
	for _, finding := range d.Findings {
		if finding.Severity.Rank() < model.Warning.Rank() {
			if !strings.Contains(said["A1"], finding.Code) {
				t.Errorf("the summary does not count %s: %s", finding.Code, said["A1"])
			}
			continue
		}
		cell := finding.Origin.Cell
		cells[cell] = true
		if text := said[cell]; !strings.Contains(text, finding.Code) || !strings.Contains(text, finding.Message) || !strings.Contains(text, finding.Hint) {
			t.Errorf("%s: %q does not say %s %s", cell, text, finding.Code, finding.Message)
		}
		if len(formats[cell]) != 1 {
			t.Errorf("%s: %d colours", cell, len(formats[cell]))
		}
	}
	if len(cells) < 3 || len(said) != len(cells)+1 || len(formats) != len(cells) {
		t.Errorf("%d cells with findings, %d comments, %d colours", len(cells), len(said), len(formats))
	}
	again := read(t, marked)
	if len(again.Findings) != len(d.Findings) {
		t.Errorf("%d findings in what was annotated, %d before", len(again.Findings), len(d.Findings))
	}
}

// TestWorkbookAgain: a second run replaces what the first one wrote and leaves what
// people wrote.
func TestWorkbookAgain(t *testing.T) {
	f := open(t, reference(t))
	people := excelize.Comment{Author: "张三", Cell: "C3", Text: "请核对"}
	if err := f.AddComment("Sheet1", people); err != nil {
		t.Fatal(err)
	}
	style, err := f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		t.Fatal(err)
	}
	const wide = "A1:K400" // over all cells with findings
	if err := f.SetConditionalFormat("Sheet1", wide, []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: "1=1", Format: &style}}); err != nil {
		t.Fatal(err)
	}
	var saved bytes.Buffer
	if err := f.Write(&saved); err != nil {
		t.Fatal(err)
	}
	first := annotate(t, saved.Bytes(), workbook.Options{})
	second := open(t, annotate(t, first, workbook.Options{Least: model.Error, Lang: model.English}))
	before, after := comments(t, open(t, first), "jxmb"), comments(t, second, "jxmb")
	if len(before) < 20 || len(after) != 2 {
		t.Errorf("%d comments, then %d", len(before), len(after))
	}
	if got := comments(t, second, "张三"); got["C3"] != "请核对" {
		t.Errorf("the comment of a person: %v", got)
	}
	formats, err := second.GetConditionalFormats("Sheet1")
	if err != nil || len(formats) != 2 || len(formats[wide]) != 1 {
		t.Errorf("%v, %v", formats, err)
	}
}

// TestWorkbookTaken: a finding at a cell that bears a person's comment stands in the
// summary, which looks for a cell of its own.
func TestWorkbookTaken(t *testing.T) {
	book := reference(t)
	d := read(t, book)
	i := slices.IndexFunc(d.Findings, func(f model.Finding) bool { return f.Severity == model.Error })
	f := open(t, book)
	for _, cell := range []string{"A1", d.Findings[i].Origin.Cell} {
		if err := f.AddComment("Sheet1", excelize.Comment{Author: "张三", Cell: cell, Text: "已核"}); err != nil {
			t.Fatal(err)
		}
	}
	var saved bytes.Buffer
	if err := f.Write(&saved); err != nil {
		t.Fatal(err)
	}
	said := comments(t, open(t, annotate(t, saved.Bytes(), workbook.Options{Least: model.Error})), "jxmb")
	if len(said) != 1 || !strings.Contains(said["B1"], d.Findings[i].Message) || !strings.Contains(said["B1"], d.Findings[i].Origin.Cell) {
		t.Errorf("%v", said)
	}
}

// TestWorkbookSame: the same input gives the same bytes.
func TestWorkbookSame(t *testing.T) {
	book := reference(t)
	if !bytes.Equal(annotate(t, book, workbook.Options{}), annotate(t, book, workbook.Options{})) {
		t.Error("two runs differ")
	}
}

// crowded is a workbook of [hostile.Workbooks].
func crowded(name string) []byte {
	all := hostile.Workbooks()
	return all[slices.IndexFunc(all, func(in hostile.Input) bool { return in.Name == name })].Bytes()
}

// fontless is the reference workbook without the fonts that Excel always writes.
func fontless(t *testing.T) []byte {
	t.Helper()
	book := reference(t)
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var parts wml.Package
	for _, f := range z.File {
		text, err := fs.ReadFile(z, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "xl/styles.xml" {
			text = regexp.MustCompile(`(?s)<fonts.*</fonts>`).ReplaceAll(text, nil)
		}
		parts = append(parts, wml.Part{Name: f.Name, Data: text})
	}
	return parts.Bytes()
}

// TestWorkbookRefused: what is none, or too large, is a fault and writes nothing.
func TestWorkbookRefused(t *testing.T) {
	for name, c := range map[string]struct {
		data  []byte
		found *model.Document // nil for one without findings
		o     workbook.Options
	}{
		"no zip":   {data: []byte("PK nothing of the kind, but long enough to look")},
		"too wide": {data: crowded("book-wide-rows")},
		"theme":    {data: crowded("book-theme")},
		"no rows":  {data: crowded("book-rows-unnumbered")},
		"no fonts": {data: fontless(t), found: read(t, reference(t))},
	} {
		var out bytes.Buffer
		found := cmp.Or(c.found, &model.Document{})
		_, err := workbook.Annotate(context.Background(), &out, bytes.NewReader(c.data), int64(len(c.data)), found, c.o)
		var fault *model.Fault
		if !errors.As(err, &fault) || fault.What.ZH == "" || fault.Hint.EN == "" || strings.Contains(fault.What.ZH, "runtime") || out.Len() > 0 {
			t.Errorf("%s: %v, %d bytes", name, err, out.Len())
		}
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	book := reference(t)
	if _, err := workbook.Annotate(ctx, new(bytes.Buffer), bytes.NewReader(book), int64(len(book)), &model.Document{}, workbook.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted: %v", err)
	}
}

// TestWorkbookMany: of very many cells with findings those with the gravest get a
// comment and a colour, and the summary counts the others; fewer where the sheet is long.
func TestWorkbookMany(t *testing.T) {
	f := excelize.NewFile()
	d := &model.Document{}
	for row := 1; row <= 1300; row++ {
		finding := model.Finding{Code: "V003", Severity: model.Warning, Message: "没有单位", Origin: model.Origin{Sheet: "Sheet1", Cell: fmt.Sprint("B", row)}}
		if row > 1200 {
			finding.Code, finding.Severity = "V001", model.Error
		}
		d.Findings = append(d.Findings, finding)
	}
	var book, out bytes.Buffer
	if err := f.Write(&book); err != nil {
		t.Fatal(err)
	}
	long, err := excelize.OpenReader(bytes.NewReader(book.Bytes()))
	if err != nil || long.SetCellStr("Sheet1", "A100000", "末行") != nil {
		t.Fatal(err)
	}
	var longer bytes.Buffer
	if err := long.Write(&longer); err != nil {
		t.Fatal(err)
	}
	told, err := workbook.Annotate(t.Context(), io.Discard, bytes.NewReader(longer.Bytes()), int64(longer.Len()), d, workbook.Options{})
	if err != nil || told[model.Error] != 100 || told[model.Warning] != 0 {
		t.Errorf("a long sheet: %v, %v", told, err)
	}
	told, err = workbook.Annotate(t.Context(), &out, bytes.NewReader(book.Bytes()), int64(book.Len()), d, workbook.Options{})
	if err != nil || told[model.Error] != 100 || told[model.Warning] != 900 {
		t.Fatal(told, err)
	}
	marked := open(t, out.Bytes())
	said := comments(t, marked, "jxmb")
	formats, err := marked.GetConditionalFormats("Sheet1")
	if err != nil || len(said) != 1001 || len(formats) != 1000 {
		t.Errorf("%v, %d comments, %d colours", err, len(said), len(formats))
	}
	if said["B1300"] == "" || said["B900"] == "" || said["B901"] != "" || !strings.Contains(said["A1"], "V003 270 处") {
		t.Errorf("not the gravest first, or not counted: %s", said["A1"])
	}
}
