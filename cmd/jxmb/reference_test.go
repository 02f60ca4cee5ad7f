package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/facts"
)

// TestReferenceGolden holds everything that convert prints for the reference
// submission, findings included, to the table of its facts and every place to
// the bytes of the file.
func TestReferenceGolden(t *testing.T) {
	doc := filepath.Join("..", "..", "fixtures", "reference", "遵化市委政法委.docx")
	golden := strings.TrimSuffix(doc, ".docx") + ".txt"
	var stdout, stderr bytes.Buffer
	if code := run([]string{"convert", doc}, strings.NewReader(""), &stdout, &stderr); code != 0 {
		t.Fatalf("exit %d: %s", code, &stderr)
	}
	table, err := facts.Table(stdout.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	wrong, count, err := facts.Misplaced(stdout.Bytes(), fixtures.Reference())
	if err != nil || len(wrong) > 0 || count < 1000 {
		t.Errorf("of %d places are wrong: %q, %v", count, wrong, err)
	}
	if *update {
		if err := os.WriteFile(golden, []byte(table), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	got, was := strings.Split(table, "\n"), strings.Split(string(want), "\n")
	for i := range min(len(got), len(was)) {
		if got[i] != was[i] {
			t.Fatalf("line %d is %s, want %s; -update writes the file anew", i+1, got[i], was[i])
		}
	}
	if len(got) != len(was) {
		t.Errorf("%d lines, want %d", len(got), len(was))
	}
}
