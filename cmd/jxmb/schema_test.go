package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"jxmb/fixtures"
	"jxmb/fixtures/schema"
	dump "jxmb/fixtures/source"
)

func schemaFor(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	text, ok := schemaOf(name)
	if !ok {
		t.Fatalf("no schema of %s", name)
	}
	return schema.Compiled(t, text)
}

// TestSchemasOfRuns holds the outputs of a batch against their schemas: its report,
// its lines, and the findings of check.
func TestSchemasOfRuns(t *testing.T) {
	out := tableSeason(t, "ndjson")
	var findings, stderr bytes.Buffer
	run([]string{"check", filepath.Join(filepath.Dir(out), "in"), "--format", "json", "--config", "none"}, nil, &findings, &stderr)
	report, err := os.ReadFile(filepath.Join(out, "report.json"))
	if err != nil {
		t.Fatal(err)
	}
	lines, err := os.ReadFile(filepath.Join(out, "all.ndjson"))
	if err != nil {
		t.Fatal(err)
	}
	reports, projects := schemaFor(t, "report"), schemaFor(t, "project")
	hold := func(s *jsonschema.Schema, text []byte) {
		if err := schema.Validate(s, text); err != nil {
			t.Error(err)
		}
	}
	hold(reports, report)
	hold(schemaFor(t, "findings"), findings.Bytes())
	for line := range bytes.Lines(lines) {
		hold(projects, line)
	}
	if schema.Validate(reports, bytes.Replace(report, []byte(`"done":`), []byte(`"finished":`), 1)) == nil {
		t.Error("a report without a key is accepted")
	}
}

// TestSchemaOfComparisons holds what compare prints of the reference and of its
// resubmission, both ways round and as years, against the schema.
func TestSchemaOfComparisons(t *testing.T) {
	first, second := resubmitted(t)
	s := schemaFor(t, "compare")
	for _, args := range [][]string{{first, second}, {second, first}, {first, second, "--years"}} {
		var out, stderr bytes.Buffer
		if code := run(append([]string{"compare", "--format", "json", "--config", "none"}, args...), nil, &out, &stderr); code != 0 {
			t.Fatalf("exit %d: %s", code, &stderr)
		}
		if err := schema.Validate(s, out.Bytes()); err != nil {
			t.Error(err)
		}
	}
}

// resubmitted are the files of the reference and of its resubmission.
func resubmitted(t *testing.T) (first, second string) {
	t.Helper()
	text, err := dump.Resubmission()
	if err != nil {
		t.Fatal(err)
	}
	d, err := dump.Document(text, 7)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	first, second = filepath.Join(dir, "初稿.docx"), filepath.Join(dir, "修改稿.docx")
	for name, data := range map[string][]byte{first: fixtures.Reference(), second: d.Bytes()} {
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return first, second
}

// TestSchemaWords holds that every property of the report and of the findings has
// titles in both languages and a description.
func TestSchemaWords(t *testing.T) {
	for _, name := range []string{"report", "findings", "compare"} {
		text, _ := schemaOf(name)
		var s struct {
			Defs map[string]struct {
				Properties map[string]struct {
					Title       string
					English     string `json:"x-title-en"`
					Description string
				}
			} `json:"$defs"`
		}
		if err := json.Unmarshal(text, &s); err != nil || len(s.Defs) == 0 {
			t.Fatal(err)
		}
		for object, def := range s.Defs {
			for key, p := range def.Properties {
				if p.Title == "" || p.English == "" || p.Description == "" {
					t.Errorf("%s: %s.%s lacks a title or a description", name, object, key)
				}
			}
		}
	}
}
