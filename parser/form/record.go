package form

import (
	"slices"

	"jxmb/model"
	"jxmb/parser/form/beside"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/money"
	"jxmb/parser/form/sheet"
)

// reading is the state of reading one record. It says what a cell is read as;
// what stands beside a cell, and what becomes of amounts, goals and results, is
// the business of its parts.
type reading struct {
	*reader
	rec  *matched
	form *Form
	*beside.Neighbours
	*draft.Filling
	*draft.Appraisal
	*money.Ledger
	*draft.GoalCells
	sides sides

	listed     bool              // the record is a list of projects
	finished   bool              // the project was added; a list begins the next one
	unitsAbove [3]draft.Identity // units of the project above in a list
	stray      bool              // rows of indicators under no header were reported
	sums       []money.Amount    // below the tasks of a unit
}

// reading of a record, no project of which was begun.
func (r *reader) reading(rec *matched) *reading {
	n := &beside.Neighbours{Labels: r.labels, Kind: rec.form.ID}
	f := &draft.Filling{Document: r.Document, Stated: rec.StatedYear()}
	a := &draft.Appraisal{Neighbours: n, Filling: f}
	return &reading{reader: r, rec: rec, form: rec.form, Neighbours: n, Filling: f, Appraisal: a,
		Ledger:    money.NewLedger(n, a, r.amountRoom),
		GoalCells: &draft.GoalCells{Filling: f}}
}

// read fills projects from a record; all but a list of projects give one.
func (r *reader) read(rec *matched) {
	rd := r.reading(rec)
	before := len(r.Out.Projects)
	rd.begin()
	year := rec.PlannedYear()
	for _, s := range rec.Sheets {
		s.FindBands(rec.form.ID)
		s.Settle(rec.form.ID, year)
	}
	if slices.ContainsFunc(rec.Sheets, severalTargets) {
		rd.sides = rec.findSides()
	}
	rd.Unit = rec.DeclaredUnit(r.labels, r.Doc.Margins)
	for _, s := range rec.Sheets {
		rd.readSheet(s)
	}
	if r.Full != nil { // what is left over of what was not read would be all of it
		return
	}
	if !rd.finished && (!rd.listed || rd.told() || len(rd.Project.Extra) > 0) {
		rd.finish()
	}
	if len(r.Out.Projects) > before {
		rd.strayUnits()
	} else {
		rd.finish() // what the form says of its unit and year
		t := rec.Table()
		rd.Report(draft.RuleNoProject, rd.Project.Origin, model.Say("表%d是空的项目清单，没有一个项目", "table %d is an empty list: it names no project", t.Index))
	}
	r.amountRoom = rd.Amounts[:0]
	rd.leftovers(before)
	rd.notSplit()
	r.trace(rec)
}

// strayUnits reports the units that were named below a list and head no project.
func (r *reading) strayUnits() {
	for _, id := range r.Units {
		if id.Value != nil && !r.finished {
			r.leftOver(id.Value)
		}
	}
}

// readSheet reads the rows of a sheet from the top: indicator tables by their
// columns, the rows around them by their labels.
func (r *reading) readSheet(s *sheet.Sheet) {
	r.Sheet = s
	next := 1
	for i := range s.Bands {
		b := &s.Bands[i]
		if r.finished { // the last project of the list before
			r.begin()
		}
		r.around(next, b.Top-1)
		r.noteColumns(b)
		if b.List() && b.Unread.ZH == "" {
			r.list(b)
			next = b.To + 1
			continue
		}
		next = r.band(b)
	}
	if !r.finished { // what stands below a list belongs to no project of it, and is reported
		r.around(next, s.Rows)
	}
}

// band reads the rows of an indicator table, also those below its header where
// that is printed again behind other rows. It returns the first row it left.
func (r *reading) band(b *sheet.Band) int {
	next := r.indicators(b)
	for {
		top, below := r.Sheet.HeaderAgain(next, b.To)
		if top > b.To {
			return next
		}
		r.around(next, top-1)
		rest := *b
		rest.From = below
		next = r.indicators(&rest)
	}
}

// begin starts the next project of the record.
func (r *reading) begin() {
	r.Spend(draft.CostProject)
	t := r.rec.Table()
	p := &model.Project{Seq: len(r.Out.Projects) + 1, Form: r.form.ID}
	if h := r.rec.Heading; h != nil {
		p.Title, p.Bookmark = h.Title, h.Bookmark
	}
	p.Origin = r.OriginOf(t)
	p.Origin.Bookmark = p.Bookmark
	p.Cells = make([]model.CellRef, 0, 24)
	r.finished, r.sums = false, nil
	r.Filling.Begin(p, r.rec.Year)
	r.Appraisal.Begin()
	r.Ledger.Begin()
	r.GoalCells.Begin()
}

// finish settles what needs the whole record and adds the project.
func (r *reading) finish() {
	r.captionLines()
	r.SettleUnit()
	r.SettleGoals()
	r.settleSums()
	r.SettleAmounts()
	r.SettleEvaluation()
	r.SettleLong()
	r.SettleYear()
	r.missingParts()
	r.finished = true
	r.Out.Projects = append(r.Out.Projects, *r.Project)
}
