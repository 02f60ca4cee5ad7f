package pdf

import (
	"jxmb/model"
	"jxmb/render/view"
)

// indicatorTable has a row for each indicator; equal neighbours in the first
// two levels are one cell, as in the form. Its size of type is still to be set.
func (d *doc) indicatorTable(p *model.Project, refs refs) table {
	var titles []string
	var widths []float64
	rows := make([]row, len(p.Indicators))
	for _, column := range view.IndicatorColumns {
		cells, filled := d.indicatorColumn(column, p.Indicators, refs)
		if column.Paper == 0 || column.Optional && !filled {
			continue
		}
		titles, widths = append(titles, column.Head.In(d.lang)), append(widths, column.Paper)
		for i := range rows {
			rows[i] = append(rows[i], cells[i])
		}
	}
	cols := columns(widths...)
	t := table{head: []row{headRow(cols, titles...)}}
	for i := range rows {
		t.rows = append(t.rows, rows[i].over(cols))
	}
	if len(titles) > 0 && titles[0] == view.IndicatorColumns[0].Head.In(d.lang) {
		mergeLevel(t.rows, 0, func(i int) string { return view.Level(p.Indicators[i].Level1) })
	}
	return t
}

// indicatorColumn is a cell of each indicator, and whether one holds anything.
// Findings are noted beside the target.
func (d *doc) indicatorColumn(column view.Column[*model.Indicator], indicators []model.Indicator, refs refs) (cells []cell, filled bool) {
	if column.Paper == 0 {
		return nil, false
	}
	for i := range indicators {
		c := viewedCell(d.lang, column.Cell(d.lang, &indicators[i]))
		switch column.Key {
		case "level1":
			c.align, c.style, c.color, c.whole = 'C', bold, blue, true
		case "level2":
			c.align, c.whole = 'C', true
		case view.TargetShown:
			c = d.targetCell(&indicators[i].Target)
			c.notes = append(c.notes, refs.notes(d.lang, indicators[i].Origin)...)
		}
		filled = filled || c.text != ""
		cells = append(cells, c)
	}
	return cells, filled
}

// viewedCell is a cell that the formats have in common.
func viewedCell(l model.Lang, v view.Cell) cell {
	c := cell{text: v.Shown(l)}
	switch v.Form {
	case view.Label:
		c.align, c.whole = 'C', true
	case view.Number, view.Percent, view.Day:
		c.align, c.fit = 'C', true
	}
	return c
}

// mergeLevel turns runs of rows with the same level into one cell. The cells
// it swallows are taken out of their rows, so it must be the first column.
func mergeLevel(rows []row, column int, level func(int) string) {
	for i := 0; i < len(rows); {
		n := 1
		for i+n < len(rows) && level(i) != "" && level(i+n) == level(i) {
			rows[i+n] = append(rows[i+n][:column:column], rows[i+n][column+1:]...)
			n++
		}
		rows[i][column].down = n
		i += n
	}
}

// targetCell is the normal spelling of a target, with what follows from it.
func (d *doc) targetCell(v *model.Value) cell {
	c := cell{text: view.Value(d.lang, v), color: blue, whole: true}
	switch v.Kind {
	case model.Qualitative:
		c.text, c.color = view.KindLabel(d.lang, v.Kind), grey
	case model.Empty:
		c.color = severityColors[model.Warning]
	}
	if b := v.Base; b != nil && (b.Unit != v.Unit || b.Number != v.Number) {
		operator := v.Operator
		if operator == model.Equal {
			operator = model.NoOperator
		}
		text := d.lang.Say("即", "i.e. ") + view.Figure(operator, b.Number, b.Upper, b.Unit)
		c.notes = append(c.notes, note{text, grey})
	}
	if v.Agreement == model.Conflict {
		text := d.lang.Say("数字与文字不一致", "figure and wording disagree")
		c.notes = append(c.notes, note{text, severityColors[model.Error]})
	}
	return c
}
