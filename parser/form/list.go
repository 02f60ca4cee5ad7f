package form

import (
	"cmp"
	"slices"

	"jxmb/model"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/money"
	"jxmb/parser/form/sheet"
)

// listing is the state of reading a band whose rows name their project.
type listing struct {
	*rowReader
	allUnits [3]draft.Identity // named above the list, they hold for all of it
	allYear  int               // likewise
	shared   model.Project     // its unit, title and extras
	current  string            // key of the project that is open
	open     bool
	under    *unitRow // of the unit of the projects that follow, until the first begins
}

// list reads a band whose rows name their project: a flat list of many
// projects in one table. A row that names another project than the one above
// begins a new one. Unit, year, title and extras above the list hold for all
// of them; amounts, goals and the like make a project of their own.
func (r *reading) list(b *sheet.Band) {
	if r.told() {
		r.finish()
		r.begin()
	}
	l := &listing{rowReader: r.rows(b), allUnits: r.Units, allYear: r.Year, shared: *r.Project}
	for row := b.From; row <= b.To && r.Full == nil; row++ {
		first := l.firstCell(row)
		if first == nil || first.Use == sheet.UseHeader || l.noData(row) {
			continue
		}
		if l.levelRow(first) || l.unitAcross(row, first) {
			continue
		}
		if l.spansNames(first) || belowList.Has(first.Entry.Field(label.InProject, l.form.ID)) {
			break
		}
		if !l.open || !l.sum(row, first) {
			l.item(row)
		}
	}
	l.leaveUnit()
	if l.open || len(r.Project.Extra) > 0 {
		r.finish()
	}
	r.listed = true
}

// belowList are the labels of blocks, which no project is called.
var belowList = label.These(label.Goals, label.Money, label.MoneyPurpose, label.Purpose, label.Plan)

// item reads a row of a project, or of the unit of those that follow.
func (l *listing) item(row int) {
	key, named := l.projectKey(row)
	began := named && (!l.open || key != l.current)
	if began {
		if u := l.unitRowAt(row); u != nil {
			l.headUnit(u)
			return
		}
		if !l.open {
			l.goalsUnheaded(row)
		}
		l.next(row)
		l.current = key
	}
	if l.open {
		l.projectCells(row, began)
		l.unitsAbove = l.Units
		if !l.written(row) {
			l.readRow(row)
		}
	}
}

// next begins the project of the row with what holds for all of them.
func (l *listing) next(row int) {
	if l.open {
		l.finish()
	}
	l.reading.begin()
	l.Units, l.Year, l.Project.Unit = l.allUnits, l.allYear, l.shared.Unit
	l.carryUnit(row)
	l.Project.Extra = append(l.Project.Extra, l.shared.Extra...)
	l.Project.Cells = append(l.Project.Cells, l.shared.Cells...)
	if l.Project.Title == "" {
		l.Project.Title = l.shared.Title
	}
	l.keepUnitRow(l.under)
	l.open, l.under = true, nil
	clear(l.above)
}

// told says whether the project has more than what a list shares.
func (r *reading) told() bool {
	p := r.Project
	rows := len(p.Indicators) + len(p.SpendingPlan) + len(r.Amounts) + len(r.Goals)
	if e := p.Evaluation; e != nil {
		rows += len(e.Printed)
	}
	return rows > 0 || cmp.Or(p.Code, p.Name, p.Purpose) != ""
}

// carryUnit takes over the unit of the project above where the row leaves it
// blank, as a merge over several projects does on the next page.
func (r *rowReader) carryUnit(row int) {
	for i := range r.band.Columns {
		col := &r.band.Columns[i]
		if !col.Field.NamesUnit() {
			continue
		}
		id := &r.Units[col.Field-label.Unit]
		if id.Value == nil && !r.cellIn(row, col).Filled() {
			*id = r.unitsAbove[col.Field-label.Unit]
		}
	}
}

// projectKey is what the row says of its project's identity; named is false
// where the cells are blank, as below a lost merge. A unit names a project only in a
// list of units.
func (r *rowReader) projectKey(row int) (key string, named bool) {
	units := !r.band.NamesProjects()
	for i := range r.band.Columns {
		col := &r.band.Columns[i]
		if !identifying.Has(col.Field) {
			continue
		}
		c := r.cellIn(row, col)
		if c == nil {
			continue
		}
		key += c.Text + "\x00"
		named = named || !c.Blank && (col.Field != label.Unit || units)
	}
	return key, named
}

// identifying are the columns that tell a project of a list from the others.
var identifying = label.These(label.Code, label.Name, label.Unit)

// projectCells reads the columns of the row that tell of the project: all of
// them in its first row, later what stands there for the first time.
func (r *rowReader) projectCells(row int, began bool) {
	for i := range r.band.Columns {
		col := &r.band.Columns[i]
		if col.Scope == label.InColumn || col.Head == nil || col.Field == label.Indicators {
			continue
		}
		c := r.cellIn(row, col)
		if !c.Filled() || !began && c.Use != sheet.Unused {
			continue
		}
		c.Take(sheet.UseColumn, col.Field.String(), col.Head)
		switch {
		case col.Scope == label.InMoney:
			if r.again(col.Field, c) {
				continue
			}
			a, ok := money.ReadAmount(c.Text, r.UnitFor(col.Head, col.Group))
			if !ok && col.Head.Entry.Field(label.InProject, r.form.ID) == label.Money {
				r.Extra(label.Text(col.Head.Text), c.Text, c) // 资金来源 over words
				continue
			}
			r.AddAmount(money.Amount{Label: col.Head, Value: c, Meaning: label.Meaning{Field: col.Field, Term: col.Term}, Amount: a, Legible: ok})
		case col.Field == label.Goals:
			if !r.goalAgain(c) {
				r.AddGoals(c, 0, len(c.Text), col.Term)
			}
		default:
			if r.unitAgain(col.Field, c) {
				continue
			}
			r.set(col.Field, col.Head, c, 0, len(c.Text))
		}
	}
}

// unitAgain says whether the cell repeats a unit read from a row above.
func (r *rowReader) unitAgain(f label.Field, c *sheet.Cell) bool {
	if !f.NamesUnit() {
		return false
	}
	id := &r.Units[f-label.Unit]
	return id.Value != nil && label.Trim(id.Value.Text[id.Start:id.End]) == label.Trim(c.Text)
}

// again says whether the amount was read from a row above, for lists that print
// the project's cells in each row instead of merging them.
func (r *rowReader) again(f label.Field, c *sheet.Cell) bool {
	return slices.ContainsFunc(r.Amounts, func(a money.Amount) bool { return a.Meaning.Field == f && a.Value.Text == c.Text })
}

func (r *rowReader) goalAgain(c *sheet.Cell) bool {
	return slices.ContainsFunc(r.Goals, func(g draft.GoalText) bool { return g.Cell.Text == c.Text })
}
