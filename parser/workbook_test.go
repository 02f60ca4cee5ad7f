package parser_test

import (
	"bytes"
	"context"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/layouts"
	"jxmb/fixtures/workbooks"
	"jxmb/parser/docx"
)

// TestWorkbooksAgree reads the reference submission and every layout as
// workbooks: the same data as from Word, but for bookmarks, which workbooks have
// not.
func TestWorkbooksAgree(t *testing.T) {
	documents := map[string][]byte{"reference": fixtures.Reference()}
	for _, l := range layouts.All() {
		documents[l.Name] = l.Data()
	}
	for name, data := range documents {
		t.Run(name, func(t *testing.T) {
			blocks, err := docx.Read(context.Background(), bytes.NewReader(data), int64(len(data)), docx.Options{})
			if err != nil {
				t.Fatal(err)
			}
			book, err := workbooks.Write(blocks)
			if err != nil {
				t.Fatal(err)
			}
			agree(t, parse(t, name, data), parse(t, name+".xlsx", book), []string{"bookmarks", "spaces"})
		})
	}
}
