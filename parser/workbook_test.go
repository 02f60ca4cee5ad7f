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

// wordDocuments are the reference submission and every layout as Word documents,
// by name.
func wordDocuments() map[string][]byte {
	documents := map[string][]byte{"reference": fixtures.Reference()}
	for _, l := range layouts.All() {
		documents[l.Name] = l.Data()
	}
	return documents
}

// unlike are what workbooks do not have: bookmarks, and cells of one blank.
var unlike = []string{"bookmarks", "spaces"}

// TestWorkbooksAgree reads the reference submission and every layout as
// workbooks: the same data as from Word.
func TestWorkbooksAgree(t *testing.T) {
	for name, data := range wordDocuments() {
		t.Run(name, func(t *testing.T) {
			blocks, err := docx.Read(context.Background(), bytes.NewReader(data), int64(len(data)), docx.Options{})
			if err != nil {
				t.Fatal(err)
			}
			book, err := workbooks.Write(blocks)
			if err != nil {
				t.Fatal(err)
			}
			agree(t, parse(t, name, data), parse(t, name+".xlsx", book), unlike)
		})
	}
}

// TestCopiesAgree reads the workbooks that other programs saved.
func TestCopiesAgree(t *testing.T) {
	documents := wordDocuments()
	programs := map[string]int{}
	for _, c := range workbooks.Copies() {
		programs[c.Program]++
		t.Run(c.Program+"/"+c.Name, func(t *testing.T) {
			agree(t, parse(t, c.Name, documents[c.Name]), parse(t, c.Name+".xlsx", c.Data), unlike)
		})
	}
	if len(programs) != 4 || programs["libreoffice"] != len(documents) {
		t.Errorf("copies of %v", programs)
	}
}
