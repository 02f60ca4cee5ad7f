package render

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"

	"jxmb/fixtures"
	"jxmb/fixtures/outside"
	"jxmb/fixtures/sample"
	"jxmb/model"
	"jxmb/parser"
	"jxmb/render/view"
)

// readers reopen a format's output by other means than it was written with.
// A format without one fails the test below.
var readers = map[string]func(t *testing.T, name string, d *model.Document, data []byte){
	"csv":     readCSV,
	"parquet": readParquet,
	"json":    readJSON,
	"ndjson":  readNDJSON,
	"profile": readProfile,
	"xlsx":    readXLSX,
	"pdf":     readPDF,
}

// TestFormats takes every format over every sample, in both languages, twice; where
// not everything is asked for, in English and twice over the reference and the hostile one.
func TestFormats(t *testing.T) {
	samples := sample.All()
	spoken := func(lang model.Lang, sample string) bool {
		return lang == model.Chinese || sample == "reference" || sample == "hostile" || outside.Everything()
	}
	for _, name := range Names() {
		read, ok := readers[name]
		if !ok {
			t.Errorf("format %s has no independent reader", name)
			continue
		}
		for sample, d := range samples {
			for _, lang := range []model.Lang{model.Chinese, model.English} {
				if !spoken(lang, sample) {
					continue
				}
				t.Run(name+"/"+sample+"/"+string(lang), func(t *testing.T) {
					o := view.Options{Lang: lang}
					first := formatted(t, name, d, o)
					// what a map would shuffle is the same in the other language
					if lang == model.Chinese && spoken(model.English, sample) && !bytes.Equal(first, formatted(t, name, d, o)) {
						t.Fatal("two runs give different bytes")
					}
					read(t, sample, d, first)
				})
			}
		}
	}
}

// TestFormatsOfFixtures takes every format over every committed document, as
// the parser reads it; where not everything is asked for, every twelfth pair.
func TestFormatsOfFixtures(t *testing.T) {
	docs := append(fixtures.Producers(), fixtures.Cases()...)
	for i, doc := range append(docs, fixtures.Doc{Name: "reference", Path: fixtures.ReferencePath}) {
		data := doc.Data()
		d, err := parser.Parse(context.Background(), bytes.NewReader(data), int64(len(data)), parser.Options{Name: doc.Name + ".docx"})
		if err != nil {
			t.Errorf("%s: %v", doc.Path, err)
			continue
		}
		for k, name := range Names() {
			if !outside.Takes(i+k, 12) {
				continue
			}
			first := formatted(t, name, d, view.Options{})
			if len(first) == 0 {
				t.Errorf("%s: nothing is written as %s", doc.Path, name)
			}
			if name != "pdf" && readers[name] != nil { // opened by TestFormats, at the price of a process
				readers[name](t, doc.Name, d, first)
			}
		}
	}
}

func formatted(t *testing.T, name string, d *model.Document, o view.Options) []byte {
	t.Helper()
	f, ok := Lookup(name)
	if !ok || f.Name != name || !strings.HasPrefix(f.Ext, ".") {
		t.Fatalf("Lookup(%q) = %+v, %v", name, f, ok)
	}
	var b bytes.Buffer
	if err := f.Write(t.Context(), &b, d, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func readJSON(t *testing.T, _ string, d *model.Document, data []byte) {
	var got struct{ Projects []json.RawMessage }
	if err := json.Unmarshal(data, &got); err != nil || len(got.Projects) != len(d.Projects) {
		t.Errorf("%d projects of %d, %v", len(got.Projects), len(d.Projects), err)
	}
}

func readNDJSON(t *testing.T, _ string, d *model.Document, data []byte) {
	lines := bytes.Count(data, []byte("\n"))
	if lines != len(d.Projects)+1 {
		t.Errorf("%d lines for %d projects", lines, len(d.Projects))
	}
	for line := range bytes.Lines(data) {
		if !json.Valid(line) {
			t.Errorf("not JSON: %.80s", line)
		}
	}
}

// indicatorRows are the rows of the table of a document.
func indicatorRows(d *model.Document) int {
	rows := 0
	for i := range d.Projects {
		rows += max(1, len(d.Projects[i].Indicators))
	}
	return rows
}

func readCSV(t *testing.T, _ string, d *model.Document, data []byte) {
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil || len(rows) != indicatorRows(d)+1 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
}

func readParquet(t *testing.T, _ string, d *model.Document, data []byte) {
	f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil || int(f.NumRows()) != indicatorRows(d) {
		t.Errorf("not the rows of the document: %v", err)
	}
}

func readXLSX(t *testing.T, _ string, d *model.Document, data []byte) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetList()[1], excelize.Options{RawCellValue: true})
	want := len(d.Projects) + 1
	if want > 1 {
		want++ // the total
	}
	if err != nil || len(rows) != want {
		t.Errorf("%d rows for %d projects, %v", len(rows), len(d.Projects), err)
	}
}

func readProfile(t *testing.T, _ string, d *model.Document, data []byte) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheets := f.GetSheetList()
	if len(sheets) != max(1, len(d.Projects)) {
		t.Fatalf("%d sheets for %d projects", len(sheets), len(d.Projects))
	}
	for i := range d.Projects {
		rows, err := f.GetRows(sheets[i])
		if err != nil || len(rows) != len(d.Projects[i].Indicators)+1 || rows[0][5] != "*指标值" {
			t.Errorf("%s: %d rows for %d indicators, %v", sheets[i], len(rows), len(d.Projects[i].Indicators), err)
		}
	}
}

func readPDF(t *testing.T, name string, _ *model.Document, data []byte) {
	path := filepath.Join(t.TempDir(), name+".pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(outside.Program(t, "pdfinfo"), path).CombinedOutput()
	if err != nil || !bytes.Contains(out, []byte("Pages:")) {
		t.Errorf("pdfinfo: %v: %s", err, out)
	}
}
