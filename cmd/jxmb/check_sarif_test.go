package main

import (
	"bytes"
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"jxmb/fixtures"
)

// sarifLog runs check --format sarif over a good and a bad file.
func sarifLog(t *testing.T, lang string) []byte {
	t.Helper()
	dir := t.TempDir()
	good, bad := filepath.Join(dir, "政法委 100%.docx"), filepath.Join(dir, "坏.docx")
	for path, data := range map[string][]byte{good: fixtures.Reference(), bad: []byte("PK")} {
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var out, stderr bytes.Buffer
	if code := run([]string{"check", good, bad, "--format", "sarif", "--config", "none", "--lang", lang}, nil, &out, &stderr); code != exitFailed {
		t.Fatalf("exit code %d: %s", code, stderr.String())
	}
	return out.Bytes()
}

// TestSarif holds a log against what SARIF 2.1.0 asks of the properties used:
// §3.13 log, §3.14 run, §3.19 driver, §3.27 result, §3.28 location, §3.20
// invocation.
func TestSarif(t *testing.T) {
	var log struct {
		Schema  string `json:"$schema"`
		Version string `json:"version"`
		Runs    []struct {
			Tool struct {
				Driver sarifDriver `json:"driver"`
			} `json:"tool"`
			Results     []sarifResult     `json:"results"`
			Invocations []sarifInvocation `json:"invocations"`
		} `json:"runs"`
	}
	dec := json.NewDecoder(bytes.NewReader(sarifLog(t, "zh")))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&log); err != nil {
		t.Fatal(err)
	}
	if log.Version != "2.1.0" || log.Schema != sarifSchema || len(log.Runs) != 1 {
		t.Fatalf("version %q, schema %q, %d runs", log.Version, log.Schema, len(log.Runs))
	}
	run := log.Runs[0]
	rules := run.Tool.Driver.Rules
	levels := []string{"error", "warning", "note"}
	ids := map[string]bool{}
	for _, r := range rules {
		if ids[r.ID] || r.Short.Text == "" || r.Full.Text == "" || r.Help.Text == "" || !slices.Contains(levels, r.Configure.Level) {
			t.Errorf("rule %+v", r)
		}
		ids[r.ID] = true
	}
	if len(run.Results) != 59 {
		t.Errorf("%d results", len(run.Results))
	}
	for _, r := range run.Results {
		if r.Index < 0 || r.Index >= len(rules) || rules[r.Index].ID != r.Rule {
			t.Errorf("result %s has rule index %d", r.Rule, r.Index)
		}
		if r.Message.Text == "" || !slices.Contains(levels, r.Level) || len(r.Locations) != 1 || len(r.Prints) != 1 {
			t.Errorf("result %+v", r)
		}
		for _, l := range append(r.Locations, r.Related...) {
			u, err := url.Parse(l.Physical.Artifact.URI)
			if err != nil || u.Scheme != "file" || filepath.Base(u.Path) != "政法委 100%.docx" {
				t.Errorf("artifact %q: %v", l.Physical.Artifact.URI, err)
			}
		}
	}
	if n := len(run.Invocations); n != 1 || run.Invocations[0].Successful || len(run.Invocations[0].Notifications) != 1 {
		t.Errorf("%d invocations: %+v", n, run.Invocations)
	}
}

// TestSarifSchema validates a log against the schema that OASIS publishes
// (sarif-schema-2.1.0.json, errata 01), whose terms are no open licence, so
// that it is not kept here: JXMB_SARIF_SCHEMA names a copy.
func TestSarifSchema(t *testing.T) {
	path := os.Getenv("JXMB_SARIF_SCHEMA")
	if path == "" {
		t.Skip("JXMB_SARIF_SCHEMA is not set")
	}
	schema, err := jsonschema.NewCompiler().Compile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"zh", "en"} {
		log, err := jsonschema.UnmarshalJSON(bytes.NewReader(sarifLog(t, lang)))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(log); err != nil {
			t.Errorf("%s: %v", lang, err)
		}
		log.(map[string]any)["version"] = "2.2.0"
		if schema.Validate(log) == nil {
			t.Error("the schema lets a wrong version pass: it is not the one named above")
		}
	}
}
