package word

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/outside"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/parser"
)

// reviewed reads data and adds the findings of the review.
func reviewed(t testing.TB, data []byte) *model.Document {
	t.Helper()
	d, err := parser.Parse(context.Background(), bytes.NewReader(data), int64(len(data)), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d.Findings = check.Run(d, check.Config{})
	return d
}

func annotate(t testing.TB, data []byte, d *model.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if _, err := Annotate(t.Context(), &out, bytes.NewReader(data), int64(len(data)), d, Options{}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestAnnotatedReadsTheSame: converting the annotated file gives the data and
// the findings of the original; only byte offsets and the file's identity
// differ. A second annotation changes nothing.
func TestAnnotatedReadsTheSame(t *testing.T) {
	t.Parallel()
	docs := append(fixtures.Producers(), fixtures.Doc{Name: "reference", Path: fixtures.ReferencePath})
	for i, doc := range append(docs, fixtures.Cases()...) {
		if !outside.Takes(i, 2) {
			continue
		}
		t.Run(doc.Name, func(t *testing.T) {
			if strings.Contains(doc.Name, "utf16") {
				t.Skip("TestAnnotateEverywhere sees it refused")
			}
			data := doc.Data()
			d := reviewed(t, data)
			if len(d.Findings) == 0 {
				t.Fatal("no finding to annotate")
			}
			once := annotate(t, data, d)
			again := reviewed(t, once)
			if a, b := unplaced(d), unplaced(again); a != b {
				t.Errorf("reads differently:\n%s", firstDifference(a, b))
			}
			if twice := annotate(t, once, again); !bytes.Equal(once, twice) {
				t.Errorf("a second annotation gives %d bytes, the first %d", len(twice), len(once))
			}
		})
	}
}

// unplaced is d as JSON without byte offsets and source.
func unplaced(d *model.Document) string {
	c := *d
	c.Source = model.Source{}
	var b strings.Builder
	for line := range strings.Lines(string(model.AppendJSON(nil, &c, true))) {
		if field := strings.TrimSpace(line); !strings.HasPrefix(field, `"start":`) && !strings.HasPrefix(field, `"end":`) {
			b.WriteString(line)
		}
	}
	return b.String()
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return "line " + strconv.Itoa(i+1) + ": " + x[i] + "\n" + y[i]
		}
	}
	return "one is longer"
}

// TestAnnotatedInLibreOffice: it opens the annotated file, keeps all comments
// when it saves it, and shows the same text besides.
func TestAnnotatedInLibreOffice(t *testing.T) {
	t.Parallel()
	soffice := outside.Program(t, "soffice")
	data := fixtures.Reference()
	d := reviewed(t, data)
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", "fodt", "--outdir", filepath.Join(dir, "out")}
	for name, content := range map[string][]byte{"before": data, "after": annotate(t, data, d)} {
		file := filepath.Join(dir, name+".docx")
		if err := os.WriteFile(file, content, 0o666); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	if out, err := exec.Command(soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	saved := func(name string) string {
		t.Helper()
		content, err := os.ReadFile(filepath.Join(dir, "out", name+".fodt"))
		if err != nil {
			t.Fatal(err)
		}
		return string(content)
	}
	before, after := openDocumentText(saved("before")), openDocumentText(saved("after"))
	if before != after || strings.Count(before, "\n") < 1000 {
		t.Errorf("the text of %d lines differs: %s", strings.Count(before, "\n"), firstDifference(before, after))
	}
	odt := saved("after")
	if n := strings.Count(odt, "<office:annotation "); n != len(d.Findings) {
		t.Errorf("LibreOffice sees %d comments, want %d", n, len(d.Findings))
	}
	for _, f := range d.Findings {
		if !strings.Contains(odt, f.Code) {
			t.Errorf("no comment with %s", f.Code)
		}
	}
}

var (
	annotation = regexp.MustCompile(`(?s)<office:annotation .*?</office:annotation>`)
	paragraph  = regexp.MustCompile(`(?s)<text:(p|h)[ >].*?</text:(p|h)>`)
	anyTag     = regexp.MustCompile(`<[^>]*>`)
)

// openDocumentText is the text of a flat OpenDocument file without comments, a
// line a paragraph.
func openDocumentText(odt string) string {
	_, body, _ := strings.Cut(annotation.ReplaceAllString(odt, ""), "<office:body>")
	var b strings.Builder
	for _, p := range paragraph.FindAllString(body, -1) {
		b.WriteString(anyTag.ReplaceAllString(p, "") + "\n")
	}
	return b.String()
}

// pythonReads opens a document with python-docx and prints each commented
// cell's text, with the comment ids in it.
const pythonReads = `
import sys, docx
from docx.oxml.ns import qn
d = docx.Document(sys.argv[1])
for t, table in enumerate(d.tables, 1):
    for tc in table._tbl.iter(qn('w:tc')):
        ids = [e.get(qn('w:id')) for e in tc.iter(qn('w:commentRangeStart'))]
        if ids:
            print(t, ','.join(ids), ''.join(x.text or '' for x in tc.iter(qn('w:t'))), sep='\t')
`

// TestAnnotatedInPythonDocx: another reader finds each comment in its table
// and cell.
func TestAnnotatedInPythonDocx(t *testing.T) {
	t.Parallel()
	python := outside.Program(t, "python3")
	for _, candidate := range []string{python, "/usr/bin/python3"} {
		if exec.Command(candidate, "-c", "import docx").Run() == nil {
			python = candidate
		}
	}
	if err := exec.Command(python, "-c", "import docx").Run(); err != nil {
		if os.Getenv("JXMB_REQUIRE_TOOLS") == "1" {
			t.Fatal("python-docx not found")
		}
		t.Skip("python-docx not found")
	}
	data := fixtures.Reference()
	d := reviewed(t, data)
	file := filepath.Join(t.TempDir(), "annotated.docx")
	if err := os.WriteFile(file, annotate(t, data, d), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, "-c", pythonReads, file)
	cmd.Env = append(os.Environ(), "PYTHONIOENCODING=utf-8")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	tables := map[string]string{}
	for line := range strings.Lines(string(out)) {
		fields := strings.SplitN(strings.TrimSpace(line), "\t", 3)
		for id := range strings.SplitSeq(fields[1], ",") {
			tables[id] = fields[0]
		}
	}
	for i, f := range d.Findings {
		if f.Origin.Table > 0 && tables[strconv.Itoa(i)] != strconv.Itoa(f.Origin.Table) {
			t.Errorf("comment %d (%s) stands in table %q, want %d", i, f.Code, tables[strconv.Itoa(i)], f.Origin.Table)
		}
	}
}

func BenchmarkAnnotate(b *testing.B) {
	data := fixtures.Reference()
	d := reviewed(b, data)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if _, err := Annotate(b.Context(), &out, bytes.NewReader(data), int64(len(data)), d, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
