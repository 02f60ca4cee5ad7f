package form

// listBlock reads a table inside the form whose columns the model does not
// name (年度主要任务, 实施进度计划): each cell becomes an extra under the label of
// its column.
func (r *reading) listBlock(k *cell) {
	k.take(useLabel, fieldList.String(), nil)
	s := r.sheet
	last, left := s.reach(k), k.Column+k.ColSpan
	if last == k.row {
		r.listRow(k, left)
		return
	}
	var heads []*cell
	for row := k.row; row <= last; row++ {
		line := s.line(row)
		for i := range line {
			c := &line[i]
			if c.use != unused || c.Column < left || c.blank {
				continue
			}
			if row == k.row {
				c.take(useHeader, "extra", k)
				heads = append(heads, c)
				continue
			}
			head := headOf(heads, c)
			if head == nil {
				continue
			}
			c.take(useCrossing, "extra", head)
			r.extra(labelText(k.Text)+"/"+labelText(head.Text), c.Text, c)
		}
	}
}

// listRow keeps the cells beside a list label of one row.
func (r *reading) listRow(k *cell, left int) {
	line := r.sheet.line(k.row)
	for i := range line {
		if c := &line[i]; c.use == unused && c.Column >= left && !c.blank {
			c.take(useRight, "extra", k)
			r.extra(labelText(k.Text), c.Text, c)
		}
	}
}

// headOf is the last header cell that begins in the column of c or left of it.
func headOf(heads []*cell, c *cell) *cell {
	var found *cell
	for _, h := range heads {
		if h.Column <= c.Column {
			found = h
		}
	}
	return found
}
