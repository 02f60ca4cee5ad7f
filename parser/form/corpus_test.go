package form_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"jxmb/parser/docx"
	"jxmb/parser/form"
)

// TestForeignDocuments reads documents that have nothing to do with budgets:
// none of their tables is a form.
func TestForeignDocuments(t *testing.T) {
	corpus := os.Getenv("JXMB_CORPUS")
	if corpus == "" {
		t.Skip("JXMB_CORPUS is not set")
	}
	files, err := filepath.Glob(filepath.Join(corpus, "docx", "*", "*.docx"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents in %s: %v", corpus, err)
	}
	read := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		blocks, err := docx.Read(context.Background(), bytes.NewReader(data), int64(len(data)), docx.Options{})
		if err != nil {
			continue // unreadable ones are the Word reader's to refuse
		}
		read++
		if d, err := form.Read(context.Background(), blocks, form.Options{}); err == nil {
			t.Errorf("%s: taken for a form with %d projects", filepath.Base(file), len(d.Projects))
		}
	}
	if read < 50 {
		t.Errorf("only %d documents were read", read)
	}
}
