// Package form recognises 绩效目标表 by their labels and reads them into the
// model.
//
// # How a table is read
//
// No row or column number is known in advance. Every cell is looked up in the
// table of labels (label/labels.tsv), compared without blanks and with punctuation
// folded. A row that names columns of indicators and of their values is the
// header of an indicator table, told by its shape and by what stands below
// where its words are new (package sheet); the rows under it are read by
// column. Tables that a page break cut are joined first. Around it, a label takes its value from the cell to its right or below it, and a
// label that spans rows (预算规模及资金用途, 项目资金, 绩效目标) governs the cells in
// them. Producers that undo merges leave blanks or print the text again; both
// read as the merge did. Lines above a table (填报单位：…, 单位：万元) give what the
// table itself does not say. What no label claims is kept as extra when a label
// stands beside it and reported otherwise.
//
// # Forms
//
// A [Form] is data (forms/*.json): the fields and labels it is told by, labels
// of its own, and an example that is its test. Reading follows from labels, so
// most variants of a form need no file of their own; they are read as the form
// "general".
package form

import (
	"context"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/money"
	"jxmb/parser/form/record"
)

// Options of [Read].
type Options struct {
	Lang  model.Lang
	Forms *Library              // nil: the built-in forms
	Trace *Trace                // filled with what was recognised and why, where not nil
	Spend func(bytes int) error // asked for the memory of what is found; its error ends the reading; nil: there is enough
}

// Rules are the findings that reading can give, by number.
var Rules = draft.Rules

// Rule is one of them.
type Rule = draft.Rule

// reader is the state of reading one document.
type reader struct {
	*Library
	*record.Gathering
	opts       Options
	looks      map[[2]string]looks // of the levels read so far
	lost       bool                // that no form of the user fits was said
	amountRoom []money.Amount      // of the records read before, for the next
	refs       []model.CellRef     // places of indicators, many in one piece
	first      int                 // of them, that of the indicator being read
}

// Read fills a document from the blocks of a submission. Source is left to the
// caller. Findings are those of reading (codes D…). Its error is a
// [*model.Fault]: the document holds no form at all, or ctx has ended; or it is that
// of opts.Spend.
func Read(ctx context.Context, blocks *block.Document, opts Options) (*model.Document, error) {
	r := &reader{Library: opts.Forms, opts: opts, looks: map[[2]string]looks{}}
	if r.Library == nil {
		r.Library = Default()
	}
	r.Gathering = record.New(draft.New(blocks, opts.Lang, opts.Spend), r.Library.labels, r.Library.titles, r.traceLeft)
	defer r.Free()
	records := r.Collect(ctx)
	if ctx.Err() != nil {
		return nil, model.Interrupted(ctx)
	}
	switch {
	case r.Full != nil:
		return nil, r.Full
	case len(records) == 0:
		return nil, r.noForm()
	}
	r.readOutline()
	r.Out.Projects = make([]model.Project, 0, len(records))
	forms := make([]*matched, 0, len(records))
	for _, tables := range records {
		if ctx.Err() != nil {
			return nil, model.Interrupted(ctx)
		}
		rec := r.match(tables)
		forms = append(forms, rec)
		r.read(rec)
		if r.Full != nil {
			return nil, r.Full
		}
	}
	r.settleDocument(forms)
	if r.Notes(r.Merged); r.Full != nil {
		return nil, r.Full
	}
	model.SortFindings(r.Out.Findings)
	return r.Out, nil
}

// shareYear gives the year of the document to its projects, none of which names one,
// where its title does.
func (r *reader) shareYear(title string) {
	if !record.SaysForm(title) {
		return
	}
	for i := range r.Out.Projects {
		if p := &r.Out.Projects[i]; p.FiscalYear == 0 {
			p.FiscalYear = r.Out.FiscalYear
		}
	}
}

// settleDocument takes unit and year of the submission from its first project,
// the year else from a line before the tables that names one.
func (r *reader) settleDocument(records []*matched) {
	if len(r.Out.Projects) > 0 {
		r.Out.FiscalYear = r.Out.Projects[0].FiscalYear
	}
	for i := range r.Doc.Blocks {
		p := r.Doc.Blocks[i].Paragraph
		if p == nil || r.Out.FiscalYear != 0 {
			break
		}
		if utf8.RuneCountInString(p.Text) <= 30 {
			r.Out.FiscalYear = draft.YearIn(p.Text)
			r.shareYear(p.Text)
		}
	}
	for _, rec := range records {
		if h := rec.Heading; h != nil && h.Bookmark == "" && h.Title != "" && rec.form.Bookmarks {
			r.Finding(draft.RuleHeadings, r.PlaceOf(h), model.Say("表前没有书签，按标题“%s”等确定各表所属项目",
				"no bookmarks stand at the tables; headings such as %q told the projects apart", h.Title))
			return
		}
	}
}
