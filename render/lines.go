package render

import (
	"path"

	"jxmb/model"
)

// documentLine is the first line of a document.
type documentLine struct {
	Schema     string           `json:"schema" jsonschema:"title=格式版本"`
	Type       string           `json:"type" jsonschema:"title=行类型"`
	Source     *model.Source    `json:"source" jsonschema:"title=来源文件"`
	Unit       *model.Unit      `json:"unit" jsonschema:"title=单位"`
	FiscalYear int              `json:"fiscal_year" jsonschema:"title=预算年度,nullable"`
	Outline    *model.Outline   `json:"outline" jsonschema:"title=部门整体绩效目标,nullable"`
	Findings   []*model.Finding `json:"findings" jsonschema:"title=问题"` // that concern no project
}

// projectLine is the line of a project.
type projectLine struct {
	Schema     string           `json:"schema" jsonschema:"title=格式版本"`
	Type       string           `json:"type" jsonschema:"title=行类型"`
	Source     *model.Source    `json:"source" jsonschema:"title=来源文件"`
	Unit       *model.Unit      `json:"unit" jsonschema:"title=单位"`
	FiscalYear int              `json:"fiscal_year" jsonschema:"title=预算年度,nullable"`
	Project    *model.Project   `json:"project" jsonschema:"title=项目"`
	Findings   []*model.Finding `json:"findings" jsonschema:"title=问题"` // that stand in its tables, or have a place there
}

// failureLine is the line of a file of a batch that could not be read.
type failureLine struct {
	Schema string    `json:"schema" jsonschema:"title=格式版本"`
	Type   string    `json:"type" jsonschema:"title=行类型"`
	Source file      `json:"source" jsonschema:"title=来源文件"`
	Error  lineError `json:"error" jsonschema:"title=原因"`
}

// findingLine is the line of a finding between the documents of a batch, told at
// one of them.
type findingLine struct {
	Schema  string         `json:"schema" jsonschema:"title=格式版本"`
	Type    string         `json:"type" jsonschema:"title=行类型"`
	Source  file           `json:"source" jsonschema:"title=来源文件"`
	Finding *model.Finding `json:"finding" jsonschema:"title=问题"`
}

// file is what a batch knows of an input without reading it.
type file struct {
	Name string `json:"name" jsonschema:"title=文件名"`
	Path string `json:"path" jsonschema:"title=相对路径"`
}

func fileOf(name string) file { return file{path.Base(name), name} }

// lineError is a fault in the language of the batch, as the report has it.
type lineError struct {
	Kind  string `json:"kind" jsonschema:"title=类别"`
	Place string `json:"place" jsonschema:"title=位置,nullable"`
	What  string `json:"what" jsonschema:"title=说明"`
	Hint  string `json:"hint" jsonschema:"title=建议,nullable"`
}

func errorOf(l model.Lang, f *model.Fault) lineError {
	if f == nil {
		return lineError{Kind: "system", What: l.Say("未能读取", "not readable")}
	}
	return lineError{string(f.Kind), f.Place.In(l), f.What.In(l), f.Hint.In(l)}
}
