package value

import (
	"os"
	"strings"
	"testing"
)

// BenchmarkParse reads the 118 cells of the reference document; one op is one
// pass over all of them.
func BenchmarkParse(b *testing.B) {
	var cells, names []string
	bytes := 0
	for _, row := range rows(b, "testdata/reference.tsv") {
		cells, names = append(cells, row["text"]), append(names, row["name"])
		bytes += len(row["text"])
	}
	if len(cells) != 118 {
		b.Fatalf("%d cells, want 118", len(cells))
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		for i, cell := range cells {
			Parse(cell, Hint{Name: names[i]})
		}
	}
	b.ReportMetric(float64(b.N)*118/b.Elapsed().Seconds(), "cells/s")
}

// BenchmarkLinear shows that time grows with the text and no faster.
func BenchmarkLinear(b *testing.B) {
	for _, kind := range []struct{ name, unit string }{
		{"words", "稿件自采自编率大于等于百分之九十，"},
		{"digits", "9"},
		{"numerals", "一百二十万三千"},
		{"brackets", "（"},
		{"signs", "≥"},
		{"fractions", "百分之"},
		{"powers", "百"},
		{"blanks", "1 "},
		{"quotes", "\"1"},
		{"items", "1、人"},
	} {
		for _, size := range []struct {
			name  string
			bytes int
		}{{"100B", 100}, {"10KB", 10_000}, {"1MB", 1_000_000}} {
			b.Run(kind.name+"/"+size.name, func(b *testing.B) {
				text := strings.Repeat(kind.unit, size.bytes/len(kind.unit)+1)
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for range b.N {
					Parse(text, Hint{})
				}
			})
		}
	}
}

// rows reads a TSV of cases: column name to cell, with \n for line breaks.
func rows(t testing.TB, path string) []map[string]string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	head := strings.Split(strings.TrimPrefix(lines[0], "# "), "\t")
	var all []map[string]string
	for i, line := range lines[1:] {
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != len(head) {
			t.Fatalf("%s:%d: %d columns, want %d", path, i+2, len(cells), len(head))
		}
		row := map[string]string{}
		for c, name := range head {
			row[name] = strings.ReplaceAll(cells[c], `\n`, "\n")
		}
		all = append(all, row)
	}
	if len(all) == 0 {
		t.Fatalf("%s holds no case", path)
	}
	return all
}
