package pdf

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/parser"
	"jxmb/render/view"
)

// parsedReference is the reference document as the program reads and reviews it.
func parsedReference(t testing.TB) *model.Document {
	t.Helper()
	data := fixtures.Reference()
	doc, err := parser.Parse(context.Background(), bytes.NewReader(data), int64(len(data)), parser.Options{Name: "遵化市委政法委.docx"})
	if err != nil {
		t.Fatal(err)
	}
	doc.Findings = check.Run(doc, check.Config{})
	return doc
}

// TestParsedReference reads the whole way from the Word file to the text of
// the PDF: 13 projects and 118 indicators, on at most 20 pages of less than
// 600 KB, with every character drawn.
func TestParsedReference(t *testing.T) {
	doc := parsedReference(t)
	indicators := 0
	for _, p := range doc.Projects {
		indicators += len(p.Indicators)
	}
	if len(doc.Projects) != 13 || indicators != 118 {
		t.Fatalf("%d projects and %d indicators were read, want 13 and 118", len(doc.Projects), indicators)
	}
	file := of(t, doc, view.Options{})
	if len(file) >= 600_000 {
		t.Errorf("%d bytes, want less than 600,000", len(file))
	}
	d := laidOut(t, doc, view.Options{})
	if len(d.pages) > 20 || len(d.fonts.lost) > 0 {
		t.Errorf("%d pages, want at most 20; without a font: %v", len(d.pages), d.fonts.lost)
	}
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	text := unspaced(tool(t, "pdftotext", path, "-"))
	for i := range doc.Projects {
		findProject(t, "", text, &doc.Projects[i])
	}
	for _, f := range doc.Findings { // findings of one kind share a line, with all that they quote
		for _, piece := range strings.FieldsFunc(f.Message, func(r rune) bool { return r == '“' || r == '”' }) {
			if !strings.Contains(text, unspaced(piece)) {
				t.Errorf("of the finding %s %q, %q is not printed", f.Code, f.Message, piece)
			}
		}
	}
	for _, m := range doc.Outline.Measures {
		whole := []rune(unspaced(m.Text)) // a page may end within it
		if !strings.Contains(text, unspaced(m.Title)) || !strings.Contains(text, string(whole[:20])) || !strings.Contains(text, string(whole[len(whole)-20:])) {
			t.Errorf("the measure %q is not printed", m.Title)
		}
	}
	for _, i := range doc.Outline.Items {
		if !strings.Contains(text, unspaced(i.Goal)) || !strings.Contains(text, unspaced(i.Indicators)) {
			t.Errorf("the goal %q is not printed", i.Title)
		}
	}
}

func BenchmarkParsedReference(b *testing.B) {
	doc := parsedReference(b)
	var out bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		if err := Format.Write(b.Context(), &out, doc, view.Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(out.Len()))
}
