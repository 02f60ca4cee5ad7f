package main

import (
	"cmp"
	"context"
	"slices"

	"jxmb/model"
	"jxmb/render/flat"
	"jxmb/render/view"
)

// Project is a row of the table of projects on its way to those that are the same
// project, of which the first in the order of the inputs counts.
type Project struct {
	Order int           `json:"order"` // of its document
	Index int           `json:"index"` // in its document
	File  string        `json:"file"`
	Again *view.Repeat  `json:"again"` // what is told where it is met again
	Yuan  model.Decimal `json:"yuan"`
	Tally view.Tally    `json:"tally"`
	Cells []string      `json:"cells"`
}

// keyed is a project with what makes two the same.
type keyed struct {
	key string
	Project
}

func newProject(order, index int, file string, p *model.Project, cells []string) Project {
	row := Project{Order: order, Index: index, File: file, Again: view.RepeatOf(p, ""), Cells: cells}
	row.Tally.AddProject(p)
	if t := p.Budget.Total; t != nil {
		row.Yuan = t.Yuan
	}
	return row
}

// firstFile is the column that tells where a project was met before.
var firstFile = slices.IndexFunc(flat.Projects.Columns, func(c flat.Column) bool { return c.Name == "first_file" })

// projectsFn writes and counts projects, those together that are the same.
type projectsFn struct {
	Options Options

	bundle *bundle
	sums   Sums
}

// StartBundle begins the parts of a bundle.
func (f *projectsFn) StartBundle(_ context.Context, _ func(Part), _ func(Sums)) {
	f.bundle, f.sums = f.Options.newBundle(), Sums{}
}

// ProcessElement takes the projects of a key.
func (f *projectsFn) ProcessElement(_ context.Context, _ string, same func(*Project) bool, _ func(Part), _ func(Sums)) error {
	var list []Project
	for p := (Project{}); same(&p); p = (Project{}) {
		list = append(list, p)
	}
	slices.SortFunc(list, func(a, b Project) int { return cmp.Or(a.Order-b.Order, a.Index-b.Index) })
	var rows [][]string
	for i := range list {
		if i > 0 {
			list[i].Cells[firstFile] = list[0].File
		}
		rows = append(rows, list[i].Cells)
	}
	f.sums = mergeSums(f.sums, sumsOf(list))
	return f.bundle.rows(&flat.Projects, rows)
}

// FinishBundle lets the parts be known.
func (f *projectsFn) FinishBundle(_ context.Context, parts func(Part), counted func(Sums)) error {
	counted(f.sums)
	return f.bundle.finish(parts)
}

// sumsOf counts a project that was met so often.
func sumsOf(list []Project) Sums {
	s := Sums{Tally: list[0].Tally}
	if len(list) == 1 {
		return s
	}
	r := Repeat{Order: list[1].Order, Index: list[1].Index, Repeat: *list[1].Again} // it is told by the names that it has there
	r.Files = []string{list[0].File}
	for _, p := range list[1:] {
		s.Again++
		if p.Yuan != "" {
			r.Yuan = r.Yuan.Add(p.Yuan)
		}
		r.Files = append(r.Files, p.File)
	}
	s.Yuan, s.Repeats = r.Yuan, []Repeat{r}
	return s
}
