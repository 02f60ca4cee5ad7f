package web

import (
	"jxmb/cmd/internal/batch"
	"jxmb/model"
	"jxmb/model/review"
	"jxmb/parser"
)

// acrossRow is a finding between documents. Index is the document that it is told
// at, -1 where that is gone.
type acrossRow struct {
	File    string
	Index   int
	Finding model.Finding
}

// across are the findings between documents that the last run told at a document,
// also those that were set aside: what stands aside by now the review says.
func across(report *batch.ReportForm, file string) (found []model.Finding) {
	for _, f := range report.Findings {
		if f.File == file {
			found = append(found, f.Finding)
		}
	}
	for _, f := range report.Aside {
		if f.File == file {
			found = append(found, f.Finding)
		}
	}
	return found
}

// across are the findings between documents that are told at one of them.
func (b *Batch) across(file File) []model.Finding {
	report, err := b.Report()
	if err != nil {
		return nil // no run has ended yet
	}
	return across(report, file.Name)
}

// acrossRows are the findings between documents less those that are set aside by now.
func (b *Batch) acrossRows() []acrossRow {
	report, err := b.Report()
	if err != nil {
		return nil // no run has ended yet
	}
	return b.leftAcross(report)
}

func (b *Batch) leftAcross(report *batch.ReportForm) (rows []acrossRow) {
	decided, err := b.Review()
	if err != nil {
		decided = &review.File{} // told where it is asked for
	}
	index := map[string]int{}
	for _, f := range b.Status().Files {
		index[f.Name] = f.Index
	}
	var names []string
	found := map[string][]model.Finding{}
	for _, f := range allAcross(report) {
		if found[f.File] == nil {
			names = append(names, f.File)
		}
		found[f.File] = append(found[f.File], f.Finding)
	}
	for _, name := range names {
		i, ok := index[name]
		if !ok {
			i = -1
		}
		for _, left := range b.leftOf(decided, i, found[name]) {
			rows = append(rows, acrossRow{name, i, left})
		}
	}
	return rows
}

// countAcross counts findings between documents by severity.
func countAcross(rows []acrossRow) (between batch.Findings) {
	for _, a := range rows {
		between.Count(a.Finding.Severity)
	}
	return between
}

// countAtRows counts findings between documents at the documents that they are told at.
func countAtRows(rows []fileRow, across []acrossRow) {
	at := make(map[int]*fileRow, len(rows))
	for i := range rows {
		at[rows[i].Index] = &rows[i]
	}
	for _, a := range across {
		if row := at[a.Index]; row != nil {
			row.Findings.Count(a.Finding.Severity)
			row.facts = row.with(a.Finding.Code)
		}
	}
}

func allAcross(report *batch.ReportForm) []batch.FileFinding {
	all := report.Findings
	for _, f := range report.Aside {
		all = append(all, batch.FileFinding{File: f.File, Finding: f.Finding})
	}
	return all
}

// leftOf are the findings of document i that a review leaves. The document is read
// only where the review has a word about its projects.
func (b *Batch) leftOf(decided *review.File, i int, found []model.Finding) []model.Finding {
	if !decides(decided, found) {
		return found
	}
	d, err := b.Document(i)
	if err != nil {
		return found
	}
	decided.Apply(d, parser.Reread)
	d.Findings = found
	decided.Filter(d)
	return d.Findings
}

func decides(decided *review.File, found []model.Finding) bool {
	type word struct{ code, project string }
	words := map[word]bool{}
	for _, i := range decided.Ignored {
		words[word{i.Code, i.Project}] = true
	}
	for _, f := range found {
		if words[word{f.Code, f.Project}] {
			return true
		}
	}
	return false
}
