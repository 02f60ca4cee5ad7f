package parser_test

import (
	"bytes"
	"context"
	"fmt"
	"regexp"
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

// TestSheetAProject reads the reference submission with each project on a sheet
// of its own.
func TestSheetAProject(t *testing.T) {
	data := fixtures.Reference()
	blocks, err := docx.Read(context.Background(), bytes.NewReader(data), int64(len(data)), docx.Options{})
	if err != nil {
		t.Fatal(err)
	}
	title := regexp.MustCompile(`^\d+\..*绩效目标表$`)
	book, err := workbooks.WriteSheets(blocks, title.MatchString)
	if err != nil {
		t.Fatal(err)
	}
	got := parse(t, "a.xlsx", book)
	agree(t, parse(t, "reference", data), got, unlike)
	for i, p := range got.Projects {
		if want := fmt.Sprintf("项目%d", i+1); p.Origin.Sheet != want || p.Indicators[0].Origin.Sheet != want {
			t.Errorf("project %d stands on %s, its indicators on %s", i+1, p.Origin.Sheet, p.Indicators[0].Origin.Sheet)
		}
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
