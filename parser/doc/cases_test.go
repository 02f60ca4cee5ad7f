package doc

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jxmb/parser/block"
	"jxmb/parser/docx"
	"jxmb/parser/ooxml"
)

// TestCases reads cases as LibreOffice saved them in the binary format: the
// cells, the paragraphs and the kinds of notes are those of the .docx. The list
// leaves out what LibreOffice loses on the way.
func TestCases(t *testing.T) {
	names := strings.Fields(string(fixture(t, "cases.txt")))
	if len(names) < 20 {
		t.Fatalf("%d cases", len(names))
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			original, err := os.ReadFile(filepath.Join("..", "..", "fixtures", "cases", name+".docx"))
			if err != nil {
				t.Fatal(err)
			}
			want, err := docx.Read(context.Background(), bytes.NewReader(original), int64(len(original)), docx.Options{})
			if err != nil {
				t.Fatal(err)
			}
			got, err := readBytes(fixture(t, name+".doc"), ooxml.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			judge(t, got, nil)
			if a, b := cellsOf(want), cellsOf(got); !slices.Equal(a, b) {
				t.Errorf("cells:\n .docx %q\n  here %q", without(a, b), without(b, a))
			}
			if a, b := linesOf(want), linesOf(got); !slices.Equal(a, b) {
				t.Errorf("paragraphs:\n .docx %q\n  here %q", without(a, b), without(b, a))
			}
			if a, b := kindsOf(want), kindsOf(got); !slices.Equal(a, b) {
				t.Errorf("notes:\n .docx %q\n  here %q", a, b)
			}
		})
	}
}

// linesOf is the paragraphs outside tables that show something.
func linesOf(d *block.Document) (list []string) {
	for _, b := range d.Blocks {
		if b.Paragraph != nil && strings.TrimSpace(b.Paragraph.Text) != "" {
			list = append(list, b.Paragraph.Number+strings.Join(strings.Fields(b.Paragraph.Text), " "))
		}
	}
	return list
}

// kindsOf is the notes: kind and place.
func kindsOf(d *block.Document) (list []string) {
	for _, n := range d.Notes {
		if n.Kind != block.NoteMargin {
			list = append(list, string(n.Kind)+" "+strings.Repeat("|", n.Row)+strings.Repeat("-", n.Column))
		}
	}
	slices.Sort(list)
	return list
}
