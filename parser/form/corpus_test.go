package form_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"jxmb/parser/docx"
	"jxmb/parser/form"
)

// patience is how long one of the documents may take.
const patience = 10 * time.Second

// TestForeignDocuments reads documents that have nothing to do with budgets,
// broken ones among them: none of their tables is a form, and none takes long.
func TestForeignDocuments(t *testing.T) {
	corpus := os.Getenv("JXMB_CORPUS")
	if corpus == "" {
		t.Skip("JXMB_CORPUS is not set")
	}
	files, err := filepath.Glob(filepath.Join(corpus, "docx", "*", "*.doc[xm]"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents in %s: %v", corpus, err)
	}
	read, late := 0, 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		projects, err := foreign(t, data)
		switch {
		case time.Since(began) > patience || errors.Is(err, context.DeadlineExceeded):
			late++
			t.Errorf("%s: not read within %v", filepath.Base(file), patience)
		case projects >= 0:
			t.Errorf("%s: taken for a form with %d projects", filepath.Base(file), projects)
		case err == nil:
			read++
		}
	}
	t.Logf("%d documents, %d of them read, %d too late", len(files), read, late)
	if read < 50 {
		t.Errorf("only %d documents were read", read)
	}
}

// foreign reads a document; projects is -1 where it is no form. An error is that
// of the Word reader, which may refuse what it cannot read.
func foreign(t *testing.T, data []byte) (projects int, err error) {
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	blocks, err := docx.Read(ctx, bytes.NewReader(data), int64(len(data)), docx.Options{})
	if err != nil {
		return -1, err
	}
	d, err := form.Read(ctx, blocks, form.Options{})
	if err != nil {
		return -1, ctx.Err()
	}
	return len(d.Projects), nil
}
