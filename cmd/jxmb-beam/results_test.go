package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"jxmb/cmd/internal/batch"
	"jxmb/cmd/internal/batch/source"
	"jxmb/render"
)

// results are what a run left, in an order of their own.
type results struct {
	lines  []string
	tables map[string][]string // rows by table
	totals string              // JSON
}

// one is what jxmb convert makes of the inputs on one machine.
func one(t *testing.T, inputs ...string) results {
	t.Helper()
	out := t.TempDir()
	plan, err := source.Gather(inputs, source.Sources{Out: out, Stdin: strings.NewReader("")})
	if err != nil {
		t.Fatal(err)
	}
	defer plan.Close()
	tables, _ := render.Lookup("parquet")
	_, err = batch.Run(t.Context(), plan, batch.Options{
		Out: out, Formats: []render.Format{render.NDJSON, tables}, SummaryOnly: true,
		Program: "test", Fingerprint: "test", Observer: silent{},
	})
	if err != nil {
		t.Fatal(err)
	}
	var report struct{ Totals json.RawMessage }
	b, err := os.ReadFile(filepath.Join(out, "report.json"))
	if err == nil {
		err = json.Unmarshal(b, &report)
	}
	if err != nil {
		t.Fatal(err)
	}
	return collect(t, out, "*.ndjson", "%s.parquet", report.Totals)
}

type silent struct{}

func (silent) Start(int)                         {}
func (silent) Done(*source.Input, batch.Outcome) {}

// parted are the results of a pipeline.
func parted(t *testing.T, out string) results {
	t.Helper()
	summary, err := os.ReadFile(filepath.Join(out, summaryName))
	if err != nil {
		t.Fatal(err)
	}
	left, err := filepath.Glob(filepath.Join(out, ".*"))
	if err != nil || len(left) > 0 {
		t.Errorf("%v, left behind: %v", err, left)
	}
	return collect(t, out, "*-of-*.ndjson", "%s-*-of-*.parquet", summary)
}

func collect(t *testing.T, out, lines, tables string, totals []byte) results {
	t.Helper()
	r := results{tables: map[string][]string{}}
	for _, file := range glob(t, out, lines) {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(b)) {
			r.lines = append(r.lines, line)
		}
	}
	slices.Sort(r.lines)
	for _, table := range []string{"projects", "indicators", "findings"} {
		for _, file := range glob(t, out, strings.Replace(tables, "%s", table, 1)) {
			r.tables[table] = append(r.tables[table], rowsOf(t, file)...)
		}
		slices.Sort(r.tables[table])
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, totals); err != nil {
		t.Fatal(err)
	}
	r.totals = compact.String()
	return r
}

func glob(t *testing.T, dir, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func rowsOf(t *testing.T, file string) (rows []string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	buffer := make([]parquet.Row, 50)
	for _, group := range f.RowGroups() {
		reader := group.Rows()
		for {
			n, err := reader.ReadRows(buffer)
			for _, row := range buffer[:n] {
				var cells []string
				for _, v := range row {
					cells = append(cells, v.GoString())
				}
				rows = append(rows, strings.Join(cells, "|"))
			}
			if err != nil {
				break
			}
		}
		_ = reader.Close()
	}
	return rows
}

// compare wants the same lines, rows and figures.
func compare(t *testing.T, got, want results) {
	t.Helper()
	sameLines(t, "lines", got.lines, want.lines)
	for table := range want.tables {
		sameLines(t, table, got.tables[table], want.tables[table])
	}
	if got.totals != want.totals {
		t.Errorf("totals\ngot  %.2000s\nwant %.2000s", got.totals, want.totals)
	}
}

func sameLines(t *testing.T, what string, got, want []string) {
	t.Helper()
	if slices.Equal(got, want) {
		return
	}
	t.Errorf("%s: %d, want %d", what, len(got), len(want))
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Errorf("%s differ:\ngot  %.700s\nwant %.700s", what, got[i], want[i])
			return
		}
	}
}

// count tells how many lines hold text.
func (r *results) count(text string) int {
	n := 0
	for _, line := range r.lines {
		if strings.Contains(line, text) {
			n++
		}
	}
	return n
}
