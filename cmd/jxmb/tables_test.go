package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"jxmb/fixtures"
	"jxmb/model"
	"jxmb/render/flat"
)

// tableSeason writes fixtures as a batch and converts it into dir/out.
func tableSeason(t *testing.T, formats string) string {
	t.Helper()
	dir := t.TempDir()
	put := func(name string, data []byte) {
		path := filepath.Join(dir, "in", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	put("政法/reference.docx", fixtures.Reference())
	put("again/reference.docx", fixtures.Reference())
	put("projects.docx", fixtures.Producers()[0].Data())
	put("bad.docx", []byte("PK"))
	var stderr bytes.Buffer
	code := run([]string{"convert", filepath.Join(dir, "in"), "-o", filepath.Join(dir, "out"), "-t", formats, "--config", "none", "-q"}, nil, &stderr, &stderr)
	if code != exitFailed {
		t.Fatalf("exit code %d: %s", code, stderr.String())
	}
	return filepath.Join(dir, "out")
}

// csvRows are the rows of a table as maps, the apostrophes taken off.
func csvRows(t *testing.T, path string, table *flat.Table) (rows []map[string]string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, cell := range line {
			if table.Columns[i].Kind == flat.Text {
				cell = strings.TrimPrefix(cell, "'")
			}
			if lines[0][i] != table.Columns[i].Name {
				t.Fatalf("%s: column %d is %s", path, i, lines[0][i])
			}
			row[lines[0][i]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

// TestTablesAgree converts a batch to JSON, CSV and Parquet and compares row for
// row: CSV with Parquet in every text, both with JSON in what JSON says.
func TestTablesAgree(t *testing.T) {
	out := tableSeason(t, "json,csv,parquet")
	indicators := csvRows(t, filepath.Join(out, "indicators.csv"), &flat.Indicators)
	projects := csvRows(t, filepath.Join(out, "projects.csv"), &flat.Projects)
	findings := csvRows(t, filepath.Join(out, "findings.csv"), &flat.Findings)
	stored := map[string]int{}
	for name, rows := range map[string][]map[string]string{"indicators": indicators, "projects": projects, "findings": findings} {
		data, err := os.ReadFile(filepath.Join(out, name+".parquet"))
		if err != nil {
			t.Fatal(err)
		}
		stored[name] = compareParquet(t, name, data, rows)
	}
	k, n, m := 0, 0, 0
	for _, file := range []string{"again/reference", "projects-2", "政法/reference"} {
		data, err := os.ReadFile(filepath.Join(out, file+".json"))
		if err != nil {
			t.Fatal(err)
		}
		var d model.Document
		if err := json.Unmarshal(data, &d); err != nil {
			t.Fatal(err)
		}
		if single := csvRows(t, filepath.Join(out, file+".csv"), &flat.Indicators); !slices.EqualFunc(single, indicators[n:n+len(single)], maps.Equal[map[string]string]) {
			t.Errorf("%s.csv differs from its part of indicators.csv", file)
		}
		for _, p := range d.Projects {
			row := projects[k]
			k++
			same(t, row, "file", d.Source.Path, "project_id", p.ID, "project_code", p.Code, "project_name", p.Name,
				"budget_total_yuan", string(p.Budget.Total.Yuan), "purpose", p.Purpose, "goals", strings.Join(p.Goals, "\n"))
			for _, i := range p.Indicators {
				date := ""
				if due := i.Target.Deadline; due != nil && due.Resolved != "" {
					date = due.Resolved
				} else if due != nil {
					date = due.Date
				}
				same(t, indicators[n], "file", d.Source.Path, "project_id", p.ID, "indicator_id", i.ID, "level3", i.Level3, "target_text", i.Target.Text,
					"target_number", string(i.Target.Number), "target_operator", string(i.Target.Operator), "target_unit", i.Target.Unit, "target_date", date)
				n++
			}
		}
		for _, f := range d.Findings {
			same(t, findings[m], "file", d.Source.Path, "code", f.Code, "message", f.Message, "project_id", f.Project, "indicator_id", f.Indicator)
			m++
		}
	}
	if k != len(projects) || n != len(indicators) || n != stored["indicators"] || m >= len(findings) {
		t.Errorf("%d of %d projects, %d of %d indicators, %d of %d findings (those between documents come last)", k, len(projects), n, len(indicators), m, len(findings))
	}
	if last := findings[len(findings)-1]; last["code"] != "I006" {
		t.Errorf("the last finding is %s", last["code"])
	}
	if projects[len(projects)-1]["first_file"] == "" || projects[0]["first_file"] != "" {
		t.Error("first_file does not tell the projects that do not count")
	}
}

func same(t *testing.T, row map[string]string, pairs ...string) {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if row[pairs[i]] != pairs[i+1] {
			t.Errorf("%s %s: %s is %q, in JSON %q", row["file"], row["indicator_id"], pairs[i], row[pairs[i]], pairs[i+1])
		}
	}
}

// compareParquet compares the texts and numbers of 32 bits with those of CSV and
// gives the number of rows.
func compareParquet(t *testing.T, name string, data []byte, rows []map[string]string) int {
	t.Helper()
	f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	at := 0
	for _, group := range f.RowGroups() {
		reader, buffer := group.Rows(), make([]parquet.Row, 64)
		for {
			n, err := reader.ReadRows(buffer)
			for _, row := range buffer[:n] {
				for i, column := range f.Schema().Fields() {
					want := rows[at][column.Name()]
					kind := column.Type().Kind()
					if row[i].IsNull() != (want == "") || kind == parquet.ByteArray && row[i].String() != want && !row[i].IsNull() {
						t.Errorf("%s row %d, %s: %q, in CSV %q", name, at, column.Name(), row[i], want)
					}
				}
				at++
			}
			if err != nil {
				break
			}
		}
		reader.Close()
	}
	if at != len(rows) {
		t.Errorf("%s: %d rows, in CSV %d", name, at, len(rows))
	}
	return at
}
