package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func schemaFor(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	text, ok := schemaOf(name)
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if !ok || err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("jxmb.json", parsed); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("jxmb.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
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
	hold := func(name string, text []byte) {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err == nil {
			err = schemaFor(t, name).Validate(v)
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	hold("report", report)
	hold("findings", findings.Bytes())
	for line := range bytes.Lines(lines) {
		hold("project", line)
	}
	if v, _ := jsonschema.UnmarshalJSON(bytes.NewReader(bytes.Replace(report, []byte(`"done":`), []byte(`"finished":`), 1))); schemaFor(t, "report").Validate(v) == nil {
		t.Error("a report without a key is accepted")
	}
}

// TestSchemaWords holds that every property of the report and of the findings has
// titles in both languages and a description.
func TestSchemaWords(t *testing.T) {
	for _, name := range []string{"report", "findings"} {
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
