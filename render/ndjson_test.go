package render

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"testing"

	"jxmb/fixtures/sample"
	"jxmb/model"
	"jxmb/render/view"
)

// anyLine is a line of any type.
type anyLine struct {
	Schema, Type string
	Source       model.Source
	Unit         model.Unit
	FiscalYear   int `json:"fiscal_year"`
	Outline      *model.Outline
	Project      model.Project
	Findings     []model.Finding
	Finding      *model.Finding
	Error        *lineError
}

func decodeLines(t *testing.T, data []byte) (lines []anyLine) {
	t.Helper()
	for line := range bytes.Lines(data) {
		var l anyLine
		if err := json.Unmarshal(line, &l); err != nil {
			t.Fatalf("%v: %.80s", err, line)
		}
		lines = append(lines, l)
	}
	return lines
}

// TestNDJSON puts the lines of a document together again.
func TestNDJSON(t *testing.T) {
	d := sample.Reference()
	d.Findings = append(d.Findings, model.Finding{Code: "D004", Severity: model.Info, Message: "文档级", Args: model.Args{}})
	var b bytes.Buffer
	if err := NDJSON.Write(t.Context(), &b, d, view.Options{}); err != nil {
		t.Fatal(err)
	}
	lines := decodeLines(t, b.Bytes())
	if len(lines) != 1+13 || lines[0].Type != "document" {
		t.Fatalf("%d lines, the first %q", len(lines), lines[0].Type)
	}
	findings := map[int]int{0: 1, 1: 3, 2: 1} // the second project has the main place of all three, others the further ones
	whole := *d
	whole.Projects, whole.Outline, whole.Findings = nil, lines[0].Outline, lines[0].Findings
	for i, line := range lines[1:] {
		if line.Type != "project" || line.Schema != model.Schema || line.Source != d.Source || line.Unit != d.Unit || line.FiscalYear != 2022 {
			t.Errorf("line %d: envelope %+v %+v %d", i+1, line.Source, line.Unit, line.FiscalYear)
		}
		if len(line.Findings) != findings[i] {
			t.Errorf("line %d: %d findings, want %d", i+1, len(line.Findings), findings[i])
		}
		whole.Projects = append(whole.Projects, line.Project)
		for _, f := range line.Findings {
			known := false
			for k := range whole.Findings {
				known = known || reflect.DeepEqual(whole.Findings[k], f)
			}
			if !known {
				whole.Findings = append(whole.Findings, f)
			}
		}
	}
	model.SortFindings(whole.Findings)
	want := *d
	model.SortFindings(want.Findings)
	if got, want := model.AppendJSON(nil, &whole, true), model.AppendJSON(nil, &want, true); !bytes.Equal(got, want) {
		t.Error("the lines together are not the document")
	}
}

// TestNDJSONOfBatch has a line for what could not be read and for what stands
// between documents.
func TestNDJSONOfBatch(t *testing.T) {
	var b bytes.Buffer
	s := allLines.Start(&b, view.Options{Lang: model.English})
	season := &view.Season{}
	fault := &model.Fault{Kind: model.FaultTruncated, What: model.Say("不完整", "is cut off"), Hint: model.Say("重发", "send it again")}
	if err := s.Add(t.Context(), season.Add("政法/a.docx", nil, fault)); err != nil {
		t.Fatal(err)
	}
	season.AddCross(maps.All(map[string]*model.Finding{"政法/b.docx": {Code: "I006", Severity: model.Warning, Args: model.ArgsOf("code", "X")}}))
	if err := s.Close(t.Context(), season); err != nil {
		t.Fatal(err)
	}
	lines := decodeLines(t, b.Bytes())
	if len(lines) != 2 {
		t.Fatalf("%d lines", len(lines))
	}
	if l := lines[0]; l.Type != "failure" || l.Source.Path != "政法/a.docx" || l.Source.Name != "a.docx" || l.Error == nil ||
		*l.Error != (lineError{Kind: "truncated", What: "is cut off", Hint: "send it again"}) {
		t.Errorf("%+v", l)
	}
	if l := lines[1]; l.Type != "finding" || l.Source.Path != "政法/b.docx" || l.Finding == nil || l.Finding.Code != "I006" || l.Finding.Args[0].Value != "X" {
		t.Errorf("%+v", l)
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
	got, others := findingsByProject(d)
	if len(got[0]) != 2 || len(got[1]) != 2 || got[0][0] != &d.Findings[0] || got[1][1] != &d.Findings[3] || len(others) != 3 {
		t.Errorf("findings by project: %v, others: %v", got, others)
	}
}
