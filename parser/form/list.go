package form

// list reads a band whose rows name their project: a flat list of many
// projects in one table. A row that names another project than the one above
// begins a new one. Unit, year, title and extras above the list hold for all
// of them; amounts, goals and the like make a project of their own.
func (r *reading) list(b *band) {
	if r.told() {
		r.finish()
		r.begin()
	}
	rr := r.rows(b)
	common := *r
	shared := *r.project
	current, open := "", false
	for row := b.from; row <= b.to; row++ {
		first := rr.firstCell(row)
		if first == nil || first.use == useHeader {
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
			current, open = key, true
			rr.above = [2]carried{}
		}
		if open {
			rr.projectCells(row, began)
			r.unitsAbove = r.units
			rr.row(row)
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
	for i := range r.band.columns {
		col := &r.band.columns[i]
		if col.scope != inProject || col.field < fieldUnit || col.field > fieldImplementer {
			continue
		}
		id := &r.units[col.field-fieldUnit]
		if c := r.cellIn(row, col); (c == nil || c.blank) && id.value == nil {
			*id = r.unitsAbove[col.field-fieldUnit]
		}
	}
}

// projectKey is what the row says of its project's identity; named is false
// where the cells are blank, as below a lost merge.
func (r *rowReader) projectKey(row int) (key string, named bool) {
	for i := range r.band.columns {
		col := &r.band.columns[i]
		if col.scope != inProject || col.field != fieldName && col.field != fieldCode && col.field != fieldUnit {
			continue
		}
		c := r.cellIn(row, col)
		if c == nil {
			continue
		}
		key += c.Text + "\x00"
		named = named || !c.blank && col.field != fieldUnit
	}
	return key, named
}

// projectCells reads the columns of the row that tell of the project: all of
// them in its first row, later what stands there for the first time.
func (r *rowReader) projectCells(row int, began bool) {
	for i := range r.band.columns {
		col := &r.band.columns[i]
		if col.scope == inColumn || col.head == nil || col.field == fieldIndicators {
			continue
		}
		c := r.cellIn(row, col)
		if c == nil || c.blank || !began && c.use != unused {
			continue
		}
		c.take(useColumn, col.field.String(), col.head)
		switch {
		case col.scope == inMoney:
			if r.again(col.field, c) {
				continue
			}
			a, ok := readAmount(c.Text, r.unitFor(col.head))
			r.addAmount(amountCell{label: col.head, value: c, meaning: meaning{field: col.field, term: col.term}, amount: a, ok: ok})
		case col.field == fieldGoals:
			if !r.goalAgain(c) {
				r.addGoals(c, 0, len(c.Text), col.term)
			}
		default:
			if r.unitAgain(col.field, c) {
				continue
			}
			r.set(col.field, col.head, c, 0, len(c.Text))
		}
	}
}

// unitAgain says whether the cell repeats a unit read from a row above.
func (r *rowReader) unitAgain(f field, c *cell) bool {
	if f < fieldUnit || f > fieldImplementer {
		return false
	}
	id := &r.units[f-fieldUnit]
	return id.value != nil && trim(id.value.Text[id.start:id.end]) == trim(c.Text)
}

// again says whether the amount was read from a row above, for lists that print
// the project's cells in each row instead of merging them.
func (r *rowReader) again(f field, c *cell) bool {
	for _, a := range r.amounts {
		if a.meaning.field == f && a.value.Text == c.Text {
			return true
		}
	}
	return false
}

func (r *rowReader) goalAgain(c *cell) bool {
	for _, g := range r.goals {
		if g.cell.Text == c.Text {
			return true
		}
	}
	return false
}

// continuation is the band that goes on in a table without a header: one with
// the same number of columns, or with as many cells in its first row.
func (s *sheet) continuation(b *band) *band {
	line := s.line(1)
	out := &band{from: 1, to: s.rows, term: b.term}
	for i, c := range b.columns {
		switch {
		case len(line) == len(b.columns):
			c.first, c.last = line[i].Column, line[i].Column+line[i].ColSpan-1
		case b.columns[len(b.columns)-1].last != s.cols:
			return nil
		}
		out.columns = append(out.columns, c)
	}
	return out
}
