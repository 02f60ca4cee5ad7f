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
	last := r.Sheet.Reach(k)
	if last == k.Line { // the cells beside a label of one row
		r.InBlock(k, last, func(c *sheet.Cell) {
			c.Take(sheet.UseRight, "extra", k)
			r.Extra(label.Text(k.Text), c.Text, c)
		})
		return
	}
	var heads []*sheet.Cell
	r.InBlock(k, last, func(c *sheet.Cell) {
		if c.Line == k.Line {
			c.Take(sheet.UseHeader, "extra", k)
			heads = append(heads, c)
		} else if head := headOf(heads, c); head != nil {
			c.Take(sheet.UseCrossing, "extra", head)
			r.Extra(label.Text(k.Text)+"/"+label.Text(head.Text), c.Text, c)
		}
	})
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
