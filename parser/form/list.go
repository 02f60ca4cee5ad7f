package form

import (
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// list reads a band whose rows name their project: a flat list of many
// projects in one table. A row that names another project than the one above
// begins a new one. Unit, year, title and extras above the list hold for all
// of them; amounts, goals and the like make a project of their own.
func (r *reading) list(b *sheet.Band) {
	if r.told() {
		r.finish()
		r.begin()
	}
	rr := r.rows(b)
	common := *r
	shared := *r.project
	current, open := "", false
	var above *unitRow
	for row := b.From; row <= b.To; row++ {
		first := rr.firstCell(row)
		if first == nil || first.Use == sheet.UseHeader {
			continue
		}
		if rr.noData(row) {
			continue
		}
		if rr.spansNames(first) {
			break
		}
		if open && rr.sum(row, first) {
			continue
		}
		key, named := rr.projectKey(row)
		began := named && (!open || key != current)
		if u := rr.unitRowAt(row); began && u != nil {
			u.heads(&common)
			above = u
			continue
		}
		if began {
			if open {
				r.finish()
			}
			r.begin()
			r.units, r.year, r.project.Unit = common.units, common.year, shared.Unit
			rr.carryUnit(row)
			r.project.Extra = append(r.project.Extra, shared.Extra...)
			r.project.Cells = append(r.project.Cells, shared.Cells...)
			if r.project.Title == "" {
				r.project.Title = shared.Title
			}
			rr.keepUnitRow(above)
			current, open, above = key, true, nil
			clear(rr.above)
		}
		if open {
			rr.projectCells(row, began)
			r.unitsAbove = r.units
			rr.readRow(row)
		}
	}
	if open || len(r.project.Extra) > 0 {
		r.finish()
	}
	r.listed = true
}

// told says whether the project has more than what a list shares.
func (r *reading) told() bool {
	p := r.project
	return p.Code != "" || p.Name != "" || p.Purpose != "" || len(p.Indicators) > 0 || len(p.SpendingPlan) > 0 || len(r.amounts) > 0 || len(r.goals) > 0
}

// carryUnit takes over the unit of the project above where the row leaves it
// blank, as a merge over several projects does on the next page.
func (r *rowReader) carryUnit(row int) {
	for i := range r.band.Columns {
		col := &r.band.Columns[i]
		if col.Scope != label.InProject || col.Field < label.Unit || col.Field > label.Implementer {
			continue
		}
		id := &r.units[col.Field-label.Unit]
		if c := r.cellIn(row, col); (c == nil || c.Blank) && id.value == nil {
			*id = r.unitsAbove[col.Field-label.Unit]
		}
	}
}

// projectKey is what the row says of its project's identity; named is false
// where the cells are blank, as below a lost merge.
func (r *rowReader) projectKey(row int) (key string, named bool) {
	for i := range r.band.Columns {
		col := &r.band.Columns[i]
		if col.Scope != label.InProject || col.Field != label.Name && col.Field != label.Code && col.Field != label.Unit {
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

// projectCells reads the columns of the row that tell of the project: all of
// them in its first row, later what stands there for the first time.
func (r *rowReader) projectCells(row int, began bool) {
	for i := range r.band.Columns {
		col := &r.band.Columns[i]
		if col.Scope == label.InColumn || col.Head == nil || col.Field == label.Indicators {
			continue
		}
		c := r.cellIn(row, col)
		if c == nil || c.Blank || !began && c.Use != sheet.Unused {
			continue
		}
		c.Take(sheet.UseColumn, col.Field.String(), col.Head)
		switch {
		case col.Scope == label.InMoney:
			if r.again(col.Field, c) {
				continue
			}
			a, ok := readAmount(c.Text, r.unitFor(col.Head))
			r.addAmount(amountCell{label: col.Head, value: c, meaning: label.Meaning{Field: col.Field, Term: col.Term}, amount: a, ok: ok})
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
	if f < label.Unit || f > label.Implementer {
		return false
	}
	id := &r.units[f-label.Unit]
	return id.value != nil && label.Trim(id.value.Text[id.start:id.end]) == label.Trim(c.Text)
}

// again says whether the amount was read from a row above, for lists that print
// the project's cells in each row instead of merging them.
func (r *rowReader) again(f label.Field, c *sheet.Cell) bool {
	for _, a := range r.amounts {
		if a.meaning.Field == f && a.value.Text == c.Text {
			return true
		}
	}
	return false
}

func (r *rowReader) goalAgain(c *sheet.Cell) bool {
	for _, g := range r.goals {
		if g.cell.Text == c.Text {
			return true
		}
	}
	return false
}
