package form

import (
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// listBlock reads a table inside the form whose columns the model does not
// name (年度主要任务, 实施进度计划): each cell becomes an extra under the label of
// its column.
func (r *reading) listBlock(k *sheet.Cell) {
	k.Take(sheet.UseLabel, label.List.String(), nil)
	s := r.sheet
	last, left := s.Reach(k), k.Column+k.ColSpan
	if last == k.Line {
		r.listRow(k, left)
		return
	}
	var heads []*sheet.Cell
	for row := k.Line; row <= last; row++ {
		for c := range s.Unread(row) {
			if c.Column < left {
				continue
			}
			if row == k.Line {
				c.Take(sheet.UseHeader, "extra", k)
				heads = append(heads, c)
				continue
			}
			head := headOf(heads, c)
			if head == nil {
				continue
			}
			c.Take(sheet.UseCrossing, "extra", head)
			r.extra(label.Text(k.Text)+"/"+label.Text(head.Text), c.Text, c)
		}
	}
}

// listRow keeps the cells beside a list label of one row.
func (r *reading) listRow(k *sheet.Cell, left int) {
	for c := range r.sheet.Unread(k.Line) {
		if c.Column >= left {
			c.Take(sheet.UseRight, "extra", k)
			r.extra(label.Text(k.Text), c.Text, c)
		}
	}
}

// headOf is the last header cell that begins in the column of c or left of it.
func headOf(heads []*sheet.Cell, c *sheet.Cell) *sheet.Cell {
	var found *sheet.Cell
	for _, h := range heads {
		if h.Column <= c.Column {
			found = h
		}
	}
	return found
}
