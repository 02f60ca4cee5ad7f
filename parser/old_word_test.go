package parser_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/layouts"
	"jxmb/model"
)

// oldWord is a file of fixtures/doc, which LibreOffice saved.
func oldWord(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "fixtures", "doc", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestOldWordAgrees reads the reference and every layout as saved in the binary
// format: the data are those of the .docx, but for bookmarks, of which
// LibreOffice drops names that begin with "_". A .wps is the same file by
// another name.
func TestOldWordAgrees(t *testing.T) {
	originals := map[string][]byte{"遵化市委政法委": fixtures.Reference()}
	for _, l := range layouts.All() {
		originals[l.Name] = l.Data()
	}
	loses := []string{"bookmarks"}
	for name, original := range originals {
		want := unplaced(string(data(t, parse(t, name+".docx", original), loses)))
		for _, ext := range []string{".doc", ".wps"} {
			file := oldWord(t, name+".doc")
			if ext == ".wps" && name == "遵化市委政法委" {
				file = oldWord(t, name+ext)
			}
			got := unplaced(string(data(t, parse(t, name+ext, file), loses)))
			if slices.Equal(got, want) {
				continue
			}
			for i := range min(len(got), len(want)) {
				if got[i] != want[i] {
					t.Errorf("%s%s line %d:\n .docx %s\n  here %s", name, ext, i+1, want[i], got[i])
					break
				}
			}
			t.Errorf("%s%s: %d lines, the .docx has %d", name, ext, len(got), len(want))
		}
	}
}

// unplaced is the lines of JSON without the byte ranges, which belong to the
// file.
func unplaced(text string) []string {
	var lines []string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, `"start":`) && !strings.HasPrefix(line, `"end":`) {
			lines = append(lines, strings.TrimSuffix(line, ","))
		}
	}
	return lines
}

// TestOldWordPlaces: the bytes that a cell's place names in the WordDocument
// stream hold its text.
func TestOldWordPlaces(t *testing.T) {
	d := parse(t, "遵化市委政法委.doc", oldWord(t, "遵化市委政法委.doc"))
	if len(d.Projects) != 13 {
		t.Fatalf("%d projects", len(d.Projects))
	}
	for _, p := range d.Projects {
		for _, in := range p.Indicators {
			if o := in.Origin; o.Part != "WordDocument" || o.End-o.Start < 2*len([]rune(in.Target.Text)) || o.Table != 2*p.Seq {
				t.Fatalf("%s: origin %+v", in.Level3, o)
			}
		}
	}
}

// BenchmarkDocToJSON is the whole path for the reference as a .doc, beside
// BenchmarkDocxToJSON.
func BenchmarkDocToJSON(b *testing.B) {
	file := oldWord(b, "遵化市委政法委.doc")
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	var buf []byte
	for b.Loop() {
		buf = model.AppendJSON(buf[:0], parse(b, "a.doc", file), false)
	}
}
