package form_test

import (
	"bytes"
	"context"
	"slices"
	"testing"

	"jxmb/fixtures"
	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/docx"
	"jxmb/parser/form"
)

// read converts a Word document.
func read(t testing.TB, data []byte, opts form.Options) (*model.Document, error) {
	t.Helper()
	return form.Read(context.Background(), blocksOf(t, data), opts)
}

// blocksOf are the blocks of a Word document.
func blocksOf(t testing.TB, data []byte) *block.Document {
	t.Helper()
	blocks, err := docx.Read(context.Background(), bytes.NewReader(data), int64(len(data)), docx.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return blocks
}

// TestCases holds every small document to what its table says of projects and
// findings.
func TestCases(t *testing.T) {
	for _, c := range fixtures.Cases() {
		t.Run(c.Name, func(t *testing.T) {
			d, err := read(t, c.Data(), form.Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range c.Reads {
				switch want.Kind {
				case fixtures.ReadProjects:
					if len(d.Projects) != want.Count {
						t.Errorf("%d projects, want %d", len(d.Projects), want.Count)
					}
				case fixtures.ReadFinding:
					if !slices.ContainsFunc(d.Findings, func(f model.Finding) bool { return f.Code == want.Name }) {
						t.Errorf("no finding %s in %v", want.Name, d.Findings)
					}
				}
			}
		})
	}
}
