package pdf

import (
	"cmp"
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/render/view"
)

// project is the page of one project: the form as the finance bureau prints it.
// mark is the number of the mark that leads to it.
func (d *doc) project(p *model.Project, refs refs, mark int) {
	d.projectPlace(p, refs)
	title := cmp.Or(p.Title, p.Name, d.lang.Say("（未命名项目）", "(unnamed project)"))
	d.marks[mark] = d.here(title)
	d.centred(bold, 14, 21, sideMargin, bodyWidth, blue, title)
	d.y += 4
	unit := strings.TrimSpace(p.Unit.Code + p.Unit.Name)
	if unit == "" {
		unit = d.running[0]
	}
	money := d.lang.Say("单位：%s", "unit: %s", cmp.Or(unitOfMoney(&p.Budget), d.lang.Say("未注明", "not given")))
	d.text(regular, 9, 14, sideMargin, d.y, black, d.clip(regular, 9, bodyWidth*0.7, unit))
	d.text(regular, 9, 14, sideMargin+bodyWidth-d.fonts.width(regular, 9, money), d.y, black, money)
	d.y += 16
	basics, indicators := d.projectTables(p, refs, largest, 8.5, smallest)
	basics.put()
	d.y += tableGap
	if len(p.Indicators) == 0 {
		d.note(d.lang.Say("本项目没有读出绩效指标。", "No indicators were read for this project."))
		return
	}
	indicators.put()
}

// The gaps above a project that shares a page and between its tables, and the
// sizes of its type, in points.
const (
	projectGap        = 26
	tableGap          = 8
	largest, smallest = 9, 8
)

// projectPlace is a new page, but for a single project, and for small projects,
// as lists of projects give them, which share one.
func (d *doc) projectPlace(p *model.Project, refs refs) {
	const most = projectGap + 0.4*bodyHeight
	if d.single {
		d.y += projectGap
		return
	}
	small := false
	if few := 8; len(p.Indicators) <= few {
		var height float64
		height, small = d.height(p, refs, largest, most)
		if small && d.shared == len(d.pages) && height <= d.room() {
			d.y += projectGap
			return
		}
	}
	d.newPage()
	if small {
		d.shared = len(d.pages)
	}
}

// unitOfMoney is the unit of the first sum that tells one.
func unitOfMoney(b *model.Budget) string {
	for _, a := range []*model.Amount{b.Total, b.Fiscal, b.Other} {
		if a != nil && a.Unit != "" {
			return a.Unit
		}
	}
	return ""
}

// labelWidth is the width of the left column of the basic information.
const labelWidth = 66.0

// basics are the rows of 项目基本信息. What the form does not ask for takes no
// row.
func (d *doc) basics(p *model.Project) []row {
	l := d.lang
	rows := append(d.nameRows(p), d.budgetRows(p)...)
	if len(p.SpendingPlan) > 0 {
		rows = append(rows, d.planRows(p.SpendingPlan)...)
	}
	if len(p.Goals) > 0 {
		rows = d.textRow(rows, l.Say("绩效目标", "Goals"), numbered(p.Goals))
	}
	return d.furtherRows(rows, p)
}

// nameRows are code and name side by side, or the one there is.
func (d *doc) nameRows(p *model.Project) []row {
	code, name := d.lang.Say("项目编码", "Code"), d.lang.Say("项目名称", "Project")
	const pair = (bodyWidth - labelWidth) / 6
	switch {
	case p.Code == "" && p.Name == "":
		return nil
	case p.Code == "":
		return d.textRow(nil, name, p.Name)
	}
	return []row{{
		labelCell(code).at(0, labelWidth), cell{text: p.Code, fit: true}.at(labelWidth, 1.8*pair),
		labelCell(name).at(labelWidth+1.8*pair, 0.9*pair), cell{text: p.Name}.at(labelWidth+2.7*pair, 3.3*pair),
	}}
}

// budgetRows are the headline sums and the purpose. A form that tells the
// total alone has no cells for its parts.
func (d *doc) budgetRows(p *model.Project) []row {
	l, b := d.lang, &p.Budget
	sums := []cell{labelCell(l.Say("预算数", "Budget")), d.amountCell(b.Total)}
	switch {
	case b.Fiscal != nil || b.Other != nil:
		sums = append(sums, labelCell(l.Say("其中：财政资金", "Fiscal funds")), d.amountCell(b.Fiscal),
			labelCell(l.Say("其他资金", "Other funds")), d.amountCell(b.Other))
	case b.Total == nil && p.Purpose == "":
		return nil
	}
	if p.Purpose == "" { // many forms do not ask for it
		return []row{append(row{labelOver(1, l.Say("预算规模", "Funds"))}, spread(labelWidth, sums...)...)}
	}
	return []row{
		append(row{labelOver(2, l.Say("预算规模及资金用途", "Budget and purpose"))}, spread(labelWidth, sums...)...),
		{cell{text: p.Purpose}.at(labelWidth, bodyWidth-labelWidth)},
	}
}

// furtherRows are what forms of other places hold besides.
func (d *doc) furtherRows(rows []row, p *model.Project) []row {
	l := d.lang
	printed := view.ResultOf(p).Printed
	funds, extra := newMoney(p.Budget.Lines, slices.Concat(printed, p.Extra))
	extra = slices.DeleteFunc(extra, func(e model.Extra) bool { return slices.Contains(printed, e) }) // the row of the evaluation says it
	if a := p.Budget.Executed; a != nil && !funds.wide() {
		rows = d.textRow(rows, l.Say("执行数", "Executed"), view.Amount(a))
	}
	rows = append(rows, d.moneyRows(l.Say("资金明细", "Funds"), funds, unitOfMoney(&p.Budget))...)
	if text := view.Evaluation(l, p); text != "" { // on few lines: it is aside of the form
		rows = d.textRow(rows, l.Say("自评", "Evaluation"), strings.ReplaceAll(text, "\n", l.Say("；", "; ")))
	}
	if t := p.LongTerm; t != nil {
		if text := view.Budget(l, &t.Budget); text != "" {
			rows = d.textRow(rows, l.Say("中长期资金", "Long-term funds"), text)
		}
		if len(t.Goals) > 0 {
			rows = d.textRow(rows, l.Say("中长期目标", "Long-term goals"), numbered(t.Goals))
		}
	}
	return d.extraRows(rows, extra)
}

// extraRows show the form's other cells, those with two labels as tables, two
// of the others side by side where both are short.
func (d *doc) extraRows(rows []row, extra []model.Extra) []row {
	const half = bodyWidth / 2
	short := func(e model.Extra) bool {
		return len(d.lines(regular, 9, half-labelWidth-2*padX, e.Text)) == 1
	}
	for len(extra) > 0 {
		if r, ok := leadingRecords(extra); ok {
			rows, extra = append(rows, d.recordRows(r)...), extra[r.taken:]
			continue
		}
		first := extra[0]
		alone := len(extra) == 1 || !short(first) || !short(extra[1])
		if !alone {
			_, alone = leadingRecords(extra[1:])
		}
		if alone {
			rows, extra = d.textRow(rows, first.Label, first.Text), extra[1:]
			continue
		}
		rows = append(rows, row{
			labelCell(first.Label).at(0, labelWidth), cell{text: first.Text}.at(labelWidth, half-labelWidth),
			labelCell(extra[1].Label).at(half, labelWidth), cell{text: extra[1].Text}.at(half+labelWidth, half-labelWidth),
		})
		extra = extra[2:]
	}
	return rows
}

func labelOver(rows int, text string) cell {
	c := labelCell(text).at(0, labelWidth)
	c.down = rows
	return c
}

// amountCell shows a sum as the form prints it; the form's unit stands above.
func (d *doc) amountCell(a *model.Amount) cell {
	c := cell{align: 'C', fit: true}
	if a != nil {
		c.text = a.Text
		if a.Number != "" {
			c.text = a.Number.Grouped(2)
		}
	}
	return c
}

// planRows are 资金支出计划（%）: the points in time above, the shares below, at
// most twelve side by side.
func (d *doc) planRows(steps []model.PlanStep) []row {
	const sideBySide = 12
	var rows []row
	label := d.lang.Say("资金支出计划（%）", "Spending plan (%)")
	for len(steps) > 0 {
		n := min(len(steps), sideBySide)
		heads, shares := make([]cell, n), make([]cell, n)
		for i, s := range steps[:n] {
			heads[i], shares[i] = labelCell(s.Label), cell{text: s.Text, align: 'C'}
		}
		rows = append(rows, append(row{labelOver(2, label)}, spread(labelWidth, heads...)...), spread(labelWidth, shares...))
		steps = steps[n:]
	}
	return rows
}

// textRow adds a labelled row of text over the whole width.
func (d *doc) textRow(rows []row, label, text string) []row {
	return append(rows, row{
		labelCell(label).at(0, labelWidth),
		cell{text: text}.at(labelWidth, bodyWidth-labelWidth),
	})
}

// numbered puts goals on lines of their own, numbered where there are several.
func numbered(goals []string) string {
	if len(goals) == 1 {
		return goals[0]
	}
	lines := make([]string, len(goals))
	for i, g := range goals {
		lines[i] = string(view.Integer(i+1)) + "." + g
	}
	return strings.Join(lines, "\n")
}
