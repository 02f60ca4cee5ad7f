package docx

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"jxmb/fixtures/outside"
	"jxmb/parser/block"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// oracleCell is a line of fixtures/oracle/grid.py.
type oracleCell struct {
	File       string
	Table      int
	Row        int
	Column     int
	RowSpan    int `json:"row_span"`
	ColumnSpan int `json:"column_span"`
	Text       string
}

func (c oracleCell) String() string {
	return fmt.Sprintf("%d,%d %dx%d %q", c.Row, c.Column, c.RowSpan, c.ColumnSpan, c.Text)
}

// oracle expands the tables of files with a program that shares no code with
// this package: file → table → cells.
func oracle(t *testing.T, files []string) map[string]map[int][]oracleCell {
	t.Helper()
	if testing.Short() {
		t.Skip("reads every document")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		if os.Getenv("JXMB_REQUIRE_TOOLS") == "1" {
			t.Fatal("python3 not found")
		}
		t.Skip("python3 not found")
	}
	script := filepath.Join(fixtureDir, "oracle", "grid.py")
	if _, err := os.Stat(script); err != nil {
		t.Fatal(err)
	}
	// Two files at least, so that every line names its own.
	out, err := exec.Command(python, append([]string{script, "--numbers", files[0]}, files...)...).Output()
	if err != nil && len(out) == 0 {
		t.Fatal(err)
	}
	cells := map[string]map[int][]oracleCell{}
	seen := map[oracleCell]bool{}
	for dec := json.NewDecoder(bytes.NewReader(out)); dec.More(); {
		var c oracleCell
		if err := dec.Decode(&c); err != nil {
			t.Fatal(err)
		}
		if seen[c] {
			continue
		}
		seen[c] = true
		if cells[c.File] == nil {
			cells[c.File] = map[int][]oracleCell{}
		}
		cells[c.File][c.Table] = append(cells[c.File][c.Table], c)
	}
	return cells
}

// allTables are the tables of a document, nested ones too, by index.
func allTables(d *block.Document) []*block.Table {
	var list []*block.Table
	var walk func(t *block.Table)
	walk = func(t *block.Table) {
		list = append(list, t)
		for i := range t.Cells {
			for _, n := range t.Cells[i].Nested {
				walk(n)
			}
		}
	}
	for _, b := range d.Blocks {
		if b.Table != nil {
			walk(b.Table)
		}
	}
	slices.SortFunc(list, func(a, b *block.Table) int { return a.Index - b.Index })
	return list
}

// differences compares a document with the oracle: how many tables, and what
// differs in those that do.
func differences(t *testing.T, file string, want map[int][]oracleCell) (tables int, diff []string) {
	t.Helper()
	d := readFile(t, file)
	merged := map[[3]int]bool{} // cells that others continue with text
	for _, n := range d.Notes {
		if n.Kind == block.NoteMergeText {
			for row := n.Row; row > 0; row-- {
				merged[[3]int{n.Table, row, n.Column}] = true
			}
		}
	}
	list := allTables(d)
	if len(list) < len(want) {
		return len(want), []string{fmt.Sprintf("%s: %d tables, the oracle has %d", file, len(list), len(want))}
	}
	for i, table := range list {
		var got, expected []string
		cells := slices.Clone(want[i+1])
		slices.SortFunc(cells, func(a, b oracleCell) int { return (a.Row-b.Row)*100000 + a.Column - b.Column })
		for j, c := range table.Cells {
			// What the oracle leaves out by the rule of the first cell, the
			// reader appends on lines of their own.
			text := c.Text
			if merged[[3]int{i + 1, c.Row, c.Column}] && j < len(cells) && strings.HasPrefix(text, cells[j].Text) {
				text = cells[j].Text
			}
			got = append(got, oracleCell{Row: c.Row, Column: c.Column, RowSpan: c.RowSpan, ColumnSpan: c.ColSpan, Text: text}.String())
		}
		for _, c := range cells {
			expected = append(expected, c.String())
		}
		if !slices.Equal(got, expected) {
			diff = append(diff, fmt.Sprintf("%s table %d:\n   got %s\n  want %s", filepath.Base(file), i+1,
				strings.Join(without(got, expected), "\n       "), strings.Join(without(expected, got), "\n       ")))
		}
	}
	return len(list), diff
}

// without are the lines of a that b has not.
func without(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}

func readFile(t *testing.T, file string) *block.Document {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d, err := Read(context.Background(), bytes.NewReader(b), int64(len(b)), Options{})
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return d
}

func glob(t *testing.T, patterns ...string) (files []string) {
	t.Helper()
	for _, p := range patterns {
		list, err := filepath.Glob(p)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, list...)
	}
	if len(files) == 0 {
		t.Fatalf("no file matches %q", patterns)
	}
	return files
}

// TestOracleFixtures: every table of our own documents is the oracle's.
func TestOracleFixtures(t *testing.T) {
	files := glob(t, fixtureDir+"/cases/*.docx", fixtureDir+"/reference/*.docx", fixtureDir+"/producers/*.docx",
		fixtureDir+"/layouts/*.docx", fixtureDir+"/layouts/libreoffice/*.docx")
	i := 0
	files = slices.DeleteFunc(files, func(string) bool { i++; return !outside.Takes(i, 3) })
	want := oracle(t, files)
	total := 0
	for _, file := range files {
		tables, diff := differences(t, file, want[file])
		total += tables
		for _, d := range diff {
			t.Error(d)
		}
	}
	t.Logf("%d tables in %d files", total, len(files))
}

// TestOracleCorpus: at least 99 of 100 tables of other people's documents are
// the oracle's.
func TestOracleCorpus(t *testing.T) {
	files := glob(t, filepath.Join(corpus(t), "docx", "tables", "*"))
	want := oracle(t, files)
	total, differ := 0, 0
	for _, file := range files {
		tables, diff := differences(t, file, want[file])
		total, differ = total+tables, differ+len(diff)
		for _, d := range diff {
			t.Log(d)
		}
	}
	t.Logf("%d of %d tables in %d files agree", total-differ, total, len(files))
	if differ*100 > total {
		t.Errorf("%d of %d tables differ", differ, total)
	}
}

// corpus is the folder of other people's documents.
func corpus(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("JXMB_CORPUS")
	if dir == "" {
		t.Skip("JXMB_CORPUS not set")
	}
	return dir
}
