package render

import (
	"path"

	"jxmb/model"
)

// documentLine is the first line of a document.
type documentLine struct {
	Schema     string           `json:"schema"`
	Type       string           `json:"type"`
	Source     *model.Source    `json:"source"`
	Unit       *model.Unit      `json:"unit"`
	FiscalYear int              `json:"fiscal_year" jsonschema:",nullable"`
	Outline    *model.Outline   `json:"outline" jsonschema:",nullable"`
	Findings   []*model.Finding `json:"findings"` // that concern no project
}

// projectLine is the line of a project.
type projectLine struct {
	Schema     string           `json:"schema"`
	Type       string           `json:"type"`
	Source     *model.Source    `json:"source"`
	Unit       *model.Unit      `json:"unit"`
	FiscalYear int              `json:"fiscal_year" jsonschema:",nullable"`
	Project    *model.Project   `json:"project"`
	Findings   []*model.Finding `json:"findings"` // that stand in its tables, or have a place there
}

// failureLine is the line of a file of a batch that could not be read.
type failureLine struct {
	Schema string    `json:"schema"`
	Type   string    `json:"type"`
	Source file      `json:"source"`
	Error  lineError `json:"error"`
}

// findingLine is the line of a finding between the documents of a batch, told at
// one of them.
type findingLine struct {
	Schema  string         `json:"schema"`
	Type    string         `json:"type"`
	Source  file           `json:"source"`
	Finding *model.Finding `json:"finding"`
}

// file is what a batch knows of an input without reading it.
type file struct {
	Name string `json:"name"`
	Path string `json:"path"`
}

func fileOf(name string) file { return file{path.Base(name), name} }

// lineError is a fault in the language of the batch, as the report has it.
type lineError struct {
	Kind  string `json:"kind"`
	Place string `json:"place" jsonschema:",nullable"`
	What  string `json:"what"`
	Hint  string `json:"hint" jsonschema:",nullable"`
}

func errorOf(l model.Lang, f *model.Fault) lineError {
	if f == nil {
		return lineError{Kind: "system", What: l.Say("未能读取", "not readable")}
	}
	return lineError{string(f.Kind), f.Place.In(l), f.What.In(l), f.Hint.In(l)}
}
