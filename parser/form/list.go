package form

import (
	"cmp"
	"slices"

	"jxmb/model"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// listing is the state of reading a band whose rows name their project.
type listing struct {
	*rowReader
	allUnits [3]identity   // named above the list, they hold for all of it
	allYear  int           // likewise
	shared   model.Project // its unit, title and extras
	current  string        // key of the project that is open
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
	l := &listing{rowReader: r.rows(b), allUnits: r.units, allYear: r.year, shared: *r.project}
	for row := b.From; row <= b.To; row++ {
		first := l.firstCell(row)
		if first == nil || first.Use == sheet.UseHeader || l.noData(row) {
			continue
		}
		if l.spansNames(first) {
			break
		}
		if !l.open || !l.sum(row, first) {
			l.item(row)
		}
	}
	if l.open || len(r.project.Extra) > 0 {
		r.finish()
	}
	r.listed = true
}

// item reads a row of a project, or of the unit of those that follow.
func (l *listing) item(row int) {
	key, named := l.projectKey(row)
	began := named && (!l.open || key != l.current)
	if began {
		if u := l.unitRowAt(row); u != nil {
			u.heads(&l.allUnits)
			l.under = u
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
		l.unitsAbove = l.units
		l.readRow(row)
	}
}

// next begins the project of the row with what holds for all of them.
func (l *listing) next(row int) {
	if l.open {
		l.finish()
	}
	l.reading.begin()
	l.units, l.year, l.project.Unit = l.allUnits, l.allYear, l.shared.Unit
	l.carryUnit(row)
	l.project.Extra = append(l.project.Extra, l.shared.Extra...)
	l.project.Cells = append(l.project.Cells, l.shared.Cells...)
	if l.project.Title == "" {
		l.project.Title = l.shared.Title
	}
	l.keepUnitRow(l.under)
	l.open, l.under = true, nil
	clear(l.above)
}

// told says whether the project has more than what a list shares.
func (r *reading) told() bool {
	p := r.project
	rows := len(p.Indicators) + len(p.SpendingPlan) + len(r.amounts) + len(r.goals)
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
		id := &r.units[col.Field-label.Unit]
		if id.value == nil && !r.cellIn(row, col).Filled() {
			*id = r.unitsAbove[col.Field-label.Unit]
		}
	}
}

// projectKey is what the row says of its project's identity; named is false
// where the cells are blank, as below a lost merge.
func (r *rowReader) projectKey(row int) (key string, named bool) {
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
		named = named || !c.Blank && col.Field != label.Unit
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
			a, ok := readAmount(c.Text, r.unitFor(col.Head))
			r.addAmount(amountCell{label: col.Head, value: c, meaning: label.Meaning{Field: col.Field, Term: col.Term}, amount: a, legible: ok})
		case col.Field == label.Goals:
			if !r.goalAgain(c) {
				r.addGoals(c, 0, len(c.Text), col.Term)
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
	id := &r.units[f-label.Unit]
	return id.value != nil && label.Trim(id.value.Text[id.start:id.end]) == label.Trim(c.Text)
}

// again says whether the amount was read from a row above, for lists that print
// the project's cells in each row instead of merging them.
func (r *rowReader) again(f label.Field, c *sheet.Cell) bool {
	return slices.ContainsFunc(r.amounts, func(a amountCell) bool { return a.meaning.Field == f && a.value.Text == c.Text })
}

func (r *rowReader) goalAgain(c *sheet.Cell) bool {
	return slices.ContainsFunc(r.goals, func(g goalText) bool { return g.cell.Text == c.Text })
}
