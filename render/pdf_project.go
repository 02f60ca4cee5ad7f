package render

import (
	"cmp"
	"strings"

	"jxmb/model"
)

// project is the page of one project: the form as the finance bureau prints it.
func (d *pdfDoc) project(p *model.Project, refs pdfRefs) {
	d.newPage()
	title := cmp.Or(p.Title, p.Name, d.lang.Say("（未命名项目）", "(unnamed project)"))
	d.mark(title)
	d.centred(pdfBold, 14, 21, pdfMargin, pdfWidth, pdfBlue, title)
	d.y += 4
	unit := strings.TrimSpace(p.Unit.Code + p.Unit.Name)
	if unit == "" {
		unit = d.running[0]
	}
	money := d.lang.Say("单位：%s", "unit: %s", cmp.Or(pdfMoneyUnit(&p.Budget), d.lang.Say("未注明", "not given")))
	d.text(pdfText, 9, 14, pdfMargin, d.y, pdfBlack, d.clip(pdfText, 9, pdfWidth*0.7, unit))
	d.text(pdfText, 9, 14, pdfMargin+pdfWidth-d.fonts.width(pdfText, 9, money), d.y, pdfBlack, money)
	d.y += 16
	basics, indicators := d.projectTables(p, refs)
	basics.put()
	d.y += pdfTableGap
	if len(p.Indicators) == 0 {
		d.note(d.lang.Say("本项目没有读出绩效指标。", "No indicators were read for this project."))
		return
	}
	indicators.put()
}

const pdfTableGap = 8

// projectTables are the two tables of a project in the largest type that keeps
// them on one page, or in the smallest.
func (d *pdfDoc) projectTables(p *model.Project, refs pdfRefs) (basics, indicators *pdfTablePainter) {
	for _, size := range [...]float64{9, 8.5} {
		leading := size * 1.42
		basics = d.measured(&pdfTable{size: size, leading: leading, rows: d.basics(p)})
		indicators = d.measured(d.indicatorTable(p, refs, size, leading))
		if basics.total()+pdfTableGap+indicators.total() <= d.room() {
			break
		}
	}
	return basics, indicators
}

func pdfMoneyUnit(b *model.Budget) string {
	for _, a := range []*model.Amount{b.Total, b.Fiscal, b.Other} {
		if a != nil && a.Unit != "" {
			return a.Unit
		}
	}
	return ""
}

// pdfLabelWidth is the width of the left column of the basic information.
const pdfLabelWidth = 66.0

// basics are the rows of 项目基本信息.
func (d *pdfDoc) basics(p *model.Project) []pdfRow {
	l := d.lang
	const pair = (pdfWidth - pdfLabelWidth) / 6
	rows := []pdfRow{
		{
			pdfLabel(l.Say("项目编码", "Code")).at(0, pdfLabelWidth),
			pdfCell{text: p.Code, fit: true}.at(pdfLabelWidth, 1.8*pair),
			pdfLabel(l.Say("项目名称", "Project")).at(pdfLabelWidth+1.8*pair, 0.9*pair),
			pdfCell{text: p.Name}.at(pdfLabelWidth+2.7*pair, 3.3*pair),
		},
	}
	sums := pdfSpread(pdfLabelWidth,
		pdfLabel(l.Say("预算数", "Budget")), d.amountCell(p.Budget.Total),
		pdfLabel(l.Say("其中：财政资金", "Fiscal funds")), d.amountCell(p.Budget.Fiscal),
		pdfLabel(l.Say("其他资金", "Other funds")), d.amountCell(p.Budget.Other))
	if p.Purpose == "" { // many forms do not ask for it
		rows = append(rows, append(pdfRow{labelOver(1, l.Say("预算规模", "Funds"))}, sums...))
	} else {
		rows = append(rows, append(pdfRow{labelOver(2, l.Say("预算规模及资金用途", "Budget and purpose"))}, sums...),
			pdfRow{pdfCell{text: p.Purpose}.at(pdfLabelWidth, pdfWidth-pdfLabelWidth)})
	}
	if len(p.SpendingPlan) > 0 {
		rows = append(rows, d.planRows(p.SpendingPlan)...)
	}
	rows = d.textRow(rows, l.Say("绩效目标", "Goals"), pdfNumbered(p.Goals))
	return d.furtherRows(rows, p)
}

// furtherRows are what forms of other places hold besides.
func (d *pdfDoc) furtherRows(rows []pdfRow, p *model.Project) []pdfRow {
	if a := p.Budget.Executed; a != nil {
		rows = d.textRow(rows, d.lang.Say("执行数", "Executed"), showAmount(a))
	}
	var lines []string
	for _, b := range p.Budget.Lines {
		name := b.Label
		if b.Column != "" {
			name += "（" + b.Column + "）"
		}
		lines = append(lines, name+d.lang.Say("：", ": ")+showAmount(&b.Amount))
	}
	if len(lines) > 0 {
		rows = d.textRow(rows, d.lang.Say("资金明细", "Funds"), strings.Join(lines, "\n"))
	}
	if p.LongTerm != nil && len(p.LongTerm.Goals) > 0 {
		rows = d.textRow(rows, d.lang.Say("中长期目标", "Long-term goals"), pdfNumbered(p.LongTerm.Goals))
	}
	return d.extraRows(rows, p.Extra)
}

// extraRows show the form's other cells, two side by side where both are short.
func (d *pdfDoc) extraRows(rows []pdfRow, extra []model.Extra) []pdfRow {
	const half = pdfWidth / 2
	short := func(e model.Extra) bool {
		return len(d.lines(pdfText, 9, half-pdfLabelWidth-2*pdfPadX, e.Text)) == 1
	}
	for len(extra) > 0 {
		first := extra[0]
		if len(extra) == 1 || !short(first) || !short(extra[1]) {
			rows, extra = d.textRow(rows, first.Label, first.Text), extra[1:]
			continue
		}
		rows = append(rows, pdfRow{
			pdfLabel(first.Label).at(0, pdfLabelWidth), pdfCell{text: first.Text}.at(pdfLabelWidth, half-pdfLabelWidth),
			pdfLabel(extra[1].Label).at(half, pdfLabelWidth), pdfCell{text: extra[1].Text}.at(half+pdfLabelWidth, half-pdfLabelWidth),
		})
		extra = extra[2:]
	}
	return rows
}

func labelOver(rows int, text string) pdfCell {
	c := pdfLabel(text).at(0, pdfLabelWidth)
	c.down = rows
	return c
}

// amountCell shows a sum as the form prints it; the form's unit stands above.
func (d *pdfDoc) amountCell(a *model.Amount) pdfCell {
	c := pdfCell{align: 'C', fit: true}
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
func (d *pdfDoc) planRows(steps []model.PlanStep) []pdfRow {
	const sideBySide = 12
	var rows []pdfRow
	label := d.lang.Say("资金支出计划（%）", "Spending plan (%)")
	for len(steps) > 0 {
		n := min(len(steps), sideBySide)
		heads, shares := make([]pdfCell, n), make([]pdfCell, n)
		for i, s := range steps[:n] {
			heads[i], shares[i] = pdfLabel(s.Label), pdfCell{text: s.Text, align: 'C'}
		}
		rows = append(rows, append(pdfRow{labelOver(2, label)}, pdfSpread(pdfLabelWidth, heads...)...), pdfSpread(pdfLabelWidth, shares...))
		steps = steps[n:]
	}
	return rows
}

// textRow adds a labelled row of text over the whole width.
func (d *pdfDoc) textRow(rows []pdfRow, label, text string) []pdfRow {
	return append(rows, pdfRow{
		pdfLabel(label).at(0, pdfLabelWidth),
		pdfCell{text: text}.at(pdfLabelWidth, pdfWidth-pdfLabelWidth),
	})
}

// pdfNumbered puts goals on lines of their own, numbered where there are several.
func pdfNumbered(goals []string) string {
	if len(goals) == 1 {
		return goals[0]
	}
	lines := make([]string, len(goals))
	for i, g := range goals {
		lines[i] = string(integer(i+1)) + "." + g
	}
	return strings.Join(lines, "\n")
}
