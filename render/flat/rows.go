package flat

import (
	"cmp"
	"iter"

	"jxmb/model"
	"jxmb/render/view"
)

// fileOf names a document: its path, else its name.
func fileOf(d *model.Document) string { return cmp.Or(d.Source.Path, d.Source.Name) }

// Of are the rows of a document in the table. The row is good until the next one.
// first tells of each project where it was met before; it may be nil.
func (t *Table) Of(d *model.Document, first []string) iter.Seq[*Row] {
	r := &Row{File: fileOf(d), Document: d}
	switch t {
	case &Projects:
		return func(yield func(*Row) bool) {
			for i := range d.Projects {
				if r.Project, r.First = &d.Projects[i], ""; i < len(first) {
					r.First = first[i]
				}
				if !yield(r) {
					return
				}
			}
		}
	case &Indicators:
		return func(yield func(*Row) bool) { r.indicators(yield, false) }
	}
	return r.findings
}

// Whole are the indicators of a document, with a row for each project that has
// none: what a table of a single document has to hold.
func Whole(d *model.Document) iter.Seq[*Row] {
	r := &Row{File: fileOf(d), Document: d}
	return func(yield func(*Row) bool) { r.indicators(yield, true) }
}

func (r *Row) indicators(yield func(*Row) bool, whole bool) {
	for i := range r.Document.Projects {
		r.Project, r.Indicator, r.Number = &r.Document.Projects[i], nil, 0
		if whole && len(r.Project.Indicators) == 0 && !yield(r) {
			return
		}
		for k := range r.Project.Indicators {
			r.Indicator, r.Number = &r.Project.Indicators[k], k+1
			if !yield(r) {
				return
			}
		}
	}
}

func (r *Row) findings(yield func(*Row) bool) {
	projects := map[string]*model.Project{}
	for i := range r.Document.Projects {
		projects[r.Document.Projects[i].ID] = &r.Document.Projects[i]
	}
	for i := range r.Document.Findings {
		r.Finding = &r.Document.Findings[i]
		r.Project = nil
		if r.Finding.Project != "" {
			r.Project = projects[r.Finding.Project]
		}
		if !yield(r) {
			return
		}
	}
}

// Between are the rows of the findings between the documents of a batch.
func Between(s *view.Season) iter.Seq[*Row] {
	return func(yield func(*Row) bool) {
		for f := range s.Cross() {
			if !yield(&Row{File: f.File, Finding: f.Finding}) {
				return
			}
		}
	}
}

// OfEntry are the rows that a document adds to the table of its batch.
func (t *Table) OfEntry(e view.Entry) iter.Seq[*Row] {
	if e.Whole == nil {
		return func(func(*Row) bool) {}
	}
	return t.Of(e.Whole, e.First)
}

// AtEnd are the rows that stand behind those of all documents.
func (t *Table) AtEnd(s *view.Season) iter.Seq[*Row] {
	if t != &Findings {
		return func(func(*Row) bool) {}
	}
	return Between(s)
}
