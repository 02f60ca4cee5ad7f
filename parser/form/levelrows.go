package form

import (
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// levelAbove is the cell alone in the row that names the level of the indicators below the
// next header, nil where there is none: 一、产出指标.
func (r *reading) levelAbove(row int) *sheet.Cell {
	if row < 1 {
		return nil
	}
	line := r.Sheet.Line(row)
	if len(line) == 0 || line[0].Use != sheet.Unused || line[0].In(label.InLevel, r.form.ID) == nil || !r.Sheet.Wide(&line[0]) {
		return nil
	}
	return &line[0]
}

// levelRow takes a row that only names a level of those below: 产出指标 across the
// table.
func (r *rowReader) levelRow(c *sheet.Cell) bool {
	m := c.In(label.InLevel, r.form.ID)
	if m == nil || !r.spansNames(c) {
		return false
	}
	r.under(c)
	c.Take(sheet.UseLabel, m.Field.String(), nil)
	return true
}

// under takes a cell over the indicators for their level.
func (r *rowReader) under(c *sheet.Cell) {
	level1 := c.In(label.InLevel, r.form.ID).Is(label.Level1)
	for k := range r.above {
		if level1 {
			r.above[k] = carried{level1: c}
		} else {
			r.above[k].level2 = c
		}
	}
}

// levelHead takes the first level from a header that begins with it: 产出指标 | 指标名称 |
// 指标值.
func (r *rowReader) levelHead(row int) {
	if row < 1 {
		return
	}
	for c := range r.Sheet.Words(row) {
		if c.Use == sheet.UseHeader && c.In(label.InLevel, r.form.ID).Is(label.Level1) && c.ColSpan == 1 {
			r.under(c)
		}
		return
	}
}

// notFilled marks a level of a template row that names no indicator, or the
// dots in it; a later row may still take the level. Other text stays unread,
// and is reported unless a later row takes it.
func notFilled(c *sheet.Cell) {
	if c.Unread() && (c.Entry.In(label.InLevel, "") != nil || levelLike(c.Text)) {
		c.Take(sheet.UseNothing, "", nil)
	}
}
