package render

import (
	"bytes"
	"encoding/json"
	"testing"

	"jxmb/fixtures/sample"
	"jxmb/model"
	"jxmb/render/view"
)

func TestNDJSON(t *testing.T) {
	d := sample.Reference()
	d.Findings = append(d.Findings, model.Finding{Code: "D004", Severity: model.Info, Message: "文档级"})
	var b bytes.Buffer
	if err := NDJSON.Write(t.Context(), &b, d, view.Options{}); err != nil {
		t.Fatal(err)
	}
	lines := bytes.Split(bytes.TrimSuffix(b.Bytes(), []byte("\n")), []byte("\n"))
	if len(lines) != 13 {
		t.Fatalf("%d lines, want 13", len(lines))
	}
	findings := map[int]int{0: 1, 1: 3, 2: 1} // the second project has the main place of all three, others the further ones
	for i, line := range lines {
		var got struct {
			Schema     string
			Source     model.Source
			Unit       model.Unit
			FiscalYear int `json:"fiscal_year"`
			Project    model.Project
			Findings   []model.Finding
		}
		if err := json.Unmarshal(line, &got); err != nil {
			t.Fatal(err)
		}
		if got.Schema != model.Schema || got.Source != d.Source || got.Unit != d.Unit || got.FiscalYear != 2022 {
			t.Errorf("line %d: envelope %+v %+v %d", i+1, got.Source, got.Unit, got.FiscalYear)
		}
		if want := d.Projects[i]; got.Project.Code != want.Code || len(got.Project.Indicators) != len(want.Indicators) {
			t.Errorf("line %d: project %s with %d indicators", i+1, got.Project.Code, len(got.Project.Indicators))
		}
		if len(got.Findings) != findings[i] {
			t.Errorf("line %d: %d findings, want %d", i+1, len(got.Findings), findings[i])
		}
	}
}

// TestNDJSONFindings places findings by table, by bookmark, and by neither.
func TestNDJSONFindings(t *testing.T) {
	d := &model.Document{Projects: []model.Project{
		{Bookmark: "a", Origin: model.Origin{Table: 1}, Cells: []model.CellRef{{Field: "code", Table: 2}}},
		{Bookmark: "b"},
	}}
	for _, o := range []model.Origin{{Table: 1}, {Table: 2}, {Bookmark: "b"}, {Table: 9, Bookmark: "b"}, {Table: 9}, {}, {Bookmark: "c"}} {
		d.Findings = append(d.Findings, model.Finding{Origin: o})
	}
	got := findingsByProject(d)
	if len(got[0]) != 2 || len(got[1]) != 2 || got[0][0] != &d.Findings[0] || got[1][1] != &d.Findings[3] {
		t.Errorf("findings by project: %v", got)
	}
}

func TestNDJSONOfNothing(t *testing.T) {
	var b bytes.Buffer
	if err := NDJSON.Write(t.Context(), &b, &model.Document{}, view.Options{}); err != nil || b.Len() != 0 {
		t.Errorf("%q, %v", b.String(), err)
	}
}
