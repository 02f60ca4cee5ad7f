package form

// cellOf is the cell of the row in the column of field f, nil where the form
// has no such column or a cell of another column covers it.
func (r *rowReader) cellOf(row, k int, f field) *cell {
	col := r.column(k, f)
	if col == nil {
		return nil
	}
	return r.cellIn(row, col)
}

func (r *rowReader) cellIn(row int, col *column) *cell {
	var found *cell
	for slot := col.first; slot <= col.last; {
		c := r.sheet.at(row, slot)
		if c == nil {
			slot++
			continue
		}
		if (found == nil || found.blank) && (within(c, col) || r.owner(c) == col) {
			found = c
		}
		slot = c.Column + c.ColSpan
	}
	return found
}

func within(c *cell, col *column) bool {
	return c.Column >= col.first && c.Column+c.ColSpan-1 <= col.last
}

// owner is the column that a cell wider than its column belongs to: the
// indicator's target, else its name, else the leftmost.
func (r *rowReader) owner(c *cell) *column {
	last := c.Column + c.ColSpan - 1
	var best *column
	for i := range r.band.columns {
		col := &r.band.columns[i]
		if col.last < c.Column || col.first > last {
			continue
		}
		if best == nil || ownership(col.field) > ownership(best.field) {
			best = col
		}
	}
	return best
}

func ownership(f field) int {
	switch f {
	case fieldTarget:
		return 3
	case fieldLevel3:
		return 2
	case fieldLevel1:
		return 1
	}
	return 0
}
