package form

import (
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// written reads the indicators of a row of a list in whose cells they stand in running
// text, below a level: 产出指标 over 修复渠道≥8公里；….
func (l *listing) written(row int) bool {
	if !l.band.Written(l.form.ID) {
		return false
	}
	for i := range l.band.Columns {
		col := &l.band.Columns[i]
		c := l.cellIn(row, col)
		switch {
		case !c.BeginsIn(row) || c.Use != sheet.Unused || col.Head == nil:
		case col.Written(l.form.ID):
			l.writtenCell(c, col.Head)
		case col.Is(label.Remark):
			l.Extra(label.Text(col.Head.Text), c.Text, c)
			c.Take(sheet.UseColumn, "extra", col.Head)
		}
	}
	return true
}

// writtenCell reads the indicators of a cell below a level, or below the word for them.
func (l *listing) writtenCell(c, level *sheet.Cell) {
	w := &writing{labels: l.Labels, text: c.Text}
	w.read()
	c.Take(sheet.UseBlock, label.Indicators.String(), level)
	level1, level2 := level, (*sheet.Cell)(nil)
	switch m := level.In(label.InLevel, l.form.ID); {
	case m == nil:
		level1 = nil
	case m.Is(label.Level2):
		level1, level2 = nil, level
	}
	l.writtenList(c, w.out, w.left, level1, level2)
}
