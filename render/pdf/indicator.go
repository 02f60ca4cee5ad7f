package pdf

import (
	"jxmb/model"
	"jxmb/render/view"
)

// indicatorColumn is a column of the indicator table. Weight is its share of
// the width; a column that only some forms have is left out when empty.
type indicatorColumn struct {
	title    model.Text
	weight   float64
	optional bool
	cell     func(d *doc, i *model.Indicator) cell
}

var indicatorColumns = []indicatorColumn{
	{model.Text{ZH: "一级指标", EN: "Level 1"}, 44, false, func(_ *doc, i *model.Indicator) cell {
		return cell{text: i.Level1, align: 'C', style: bold, color: blue, whole: true}
	}},
	{model.Text{ZH: "二级指标", EN: "Level 2"}, 53, false, func(_ *doc, i *model.Indicator) cell {
		return cell{text: i.Level2, align: 'C', whole: true}
	}},
	{model.Text{ZH: "三级指标", EN: "Level 3"}, 84, false, func(_ *doc, i *model.Indicator) cell {
		return cell{text: i.Level3}
	}},
	{model.Text{ZH: "绩效指标描述", EN: "Description"}, 92, true, func(_ *doc, i *model.Indicator) cell {
		return cell{text: i.Description}
	}},
	{model.Text{ZH: "指标值（原文）", EN: "Target as written"}, 104, false, func(_ *doc, i *model.Indicator) cell {
		return cell{text: i.Target.Text}
	}},
	{model.Text{ZH: "规范值", EN: "Normalised"}, 71, false, func(d *doc, i *model.Indicator) cell {
		return d.targetCell(&i.Target)
	}},
	{model.Text{ZH: "分值", EN: "Weight"}, 34, true, func(_ *doc, i *model.Indicator) cell {
		return cell{text: string(i.Weight), align: 'C', fit: true}
	}},
	{model.Text{ZH: "实际完成值", EN: "Actual"}, 60, true, func(_ *doc, i *model.Indicator) cell {
		if i.Actual == nil {
			return cell{}
		}
		return cell{text: i.Actual.Text}
	}},
	{model.Text{ZH: "得分", EN: "Score"}, 34, true, func(_ *doc, i *model.Indicator) cell {
		return cell{text: string(i.Score), align: 'C', fit: true}
	}},
	{model.Text{ZH: "分档标准", EN: "Grades"}, 80, true, func(d *doc, i *model.Indicator) cell {
		return cell{text: view.Grades(d.lang, i.Grades)}
	}},
	{model.Text{ZH: "偏差原因", EN: "Deviation"}, 60, true, func(_ *doc, i *model.Indicator) cell {
		return cell{text: i.Deviation}
	}},
	{model.Text{ZH: "期限", EN: "Term"}, 40, true, func(d *doc, i *model.Indicator) cell {
		return cell{text: view.TermLabel(d.lang, i.Term), align: 'C', whole: true}
	}},
	{model.Text{ZH: "指标值确定依据", EN: "Basis"}, 62, true, func(_ *doc, i *model.Indicator) cell {
		return cell{text: i.Basis}
	}},
	{model.Text{ZH: "其他栏目", EN: "Other"}, 60, true, func(d *doc, i *model.Indicator) cell {
		return cell{text: view.Extra(d.lang, i.Extra)}
	}},
}

// targetColumn is the column that findings are noted in.
const targetColumn = "规范值"

// indicatorTable has a row for each indicator; equal neighbours in the first
// two levels are one cell, as in the form.
func (d *doc) indicatorTable(p *model.Project, refs refs, size, leading float64) *table {
	cells := make([][]cell, len(indicatorColumns))
	var titles []string
	var widths []float64
	var kept [][]cell
	for c, column := range indicatorColumns {
		filled := !column.optional
		for i := range p.Indicators {
			cell := column.cell(d, &p.Indicators[i])
			filled = filled || cell.text != ""
			if column.title.ZH == targetColumn {
				cell.notes = append(cell.notes, refs.notes(d.lang, p.Indicators[i].Origin)...)
			}
			cells[c] = append(cells[c], cell)
		}
		if filled {
			titles, widths, kept = append(titles, column.title.In(d.lang)), append(widths, column.weight), append(kept, cells[c])
		}
	}
	cols := columns(widths...)
	t := &table{size: size, leading: leading, head: []row{headRow(cols, titles...)}}
	for i := range p.Indicators {
		row := make(row, len(kept))
		for c := range kept {
			row[c] = kept[c][i]
		}
		t.rows = append(t.rows, row.over(cols))
	}
	mergeLevel(t.rows, 0, func(i int) string { return p.Indicators[i].Level1 })
	return t
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
