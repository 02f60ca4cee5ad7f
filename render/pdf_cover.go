package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"jxmb/model"
)

// cover is the first page: whose targets these are, the totals, the projects.
func (d *pdfDoc) cover(doc *model.Document) {
	d.newPage()
	d.mark(d.lang.Say("汇总", "Summary"))
	d.y += 4
	d.centred(pdfBold, 20, 30, pdfMargin, pdfWidth, pdfBlue, d.shortTitle(doc.FiscalYear))
	d.y += 2
	d.centred(pdfText, 12.5, 20, pdfMargin, pdfWidth, pdfBlack, cmp.Or(d.running[0], d.lang.Say("（未注明单位）", "(unit not named)")))
	d.y += 12

	var t tally
	t.addDocument(doc)
	d.tiles(d.coverTiles(&t))
	if len(doc.Projects) == 0 {
		d.heading(d.lang.Say("项目一览", "Projects"))
		d.note(d.lang.Say("这份文件里没有读出项目绩效目标表，原因见“审核问题”。",
			"No project table was read from this file; see the findings for the reason."))
		return
	}
	d.heading(d.lang.Say("项目一览（单位：万元）", "Projects (10,000 yuan)"))
	d.table(d.projectTable(doc, &t))
	if t.unpriced > 0 {
		d.y += 4
		d.note(d.lang.Say("有%d个项目没有读出带单位的预算数，未计入合计。",
			"%d projects have no budget with a known unit and are not in the totals.", t.unpriced))
	}
	d.budgetChart(doc.Projects)
}

// note is a grey remark over the whole width.
func (d *pdfDoc) note(text string) {
	for _, l := range d.lines(pdfText, 8.5, pdfWidth, text) {
		d.need(13)
		d.text(pdfText, 8.5, 13, pdfMargin, d.y, pdfGrey, l.text)
		d.y += 13
	}
}

// pdfTile is a figure with its name above and a remark below.
type pdfTile struct{ name, figure, remark string }

func (d *pdfDoc) coverTiles(t *tally) []pdfTile {
	quantified := d.lang.Say("量化%d项，占%s%%", "%d quantified, %s%%", t.quantified(), share(100*t.quantified(), t.indicators, 1).Grouped(1))
	if t.indicators == 0 {
		quantified = ""
	}
	return []pdfTile{
		{d.lang.Say("项目", "projects"), strconv.Itoa(t.projects), d.lang.Say("绩效目标%d条", "%d goals", t.goals)},
		{d.lang.Say("绩效指标", "indicators"), strconv.Itoa(t.indicators), quantified},
		d.budgetTile(t),
		d.findingsTile(t),
	}
}

func (d *pdfDoc) budgetTile(t *tally) pdfTile {
	tile := pdfTile{name: d.lang.Say("预算总额（万元）", "budget (10,000 yuan)"), figure: pdfWan(t.total)}
	if t.total != "" {
		tile.remark = d.lang.Say("财政资金%s，其他资金%s", "fiscal %s, other %s", pdfWan(t.fiscal), pdfWan(t.other))
	}
	return tile
}

func (d *pdfDoc) findingsTile(t *tally) pdfTile {
	sum, parts := 0, []string{}
	for i, s := range severityOrder {
		sum += t.findings[i]
		parts = append(parts, severityLabel(d.lang, s)+" "+strconv.Itoa(t.findings[i]))
	}
	return pdfTile{d.lang.Say("审核问题", "findings"), strconv.Itoa(sum), strings.Join(parts, "　")}
}

// pdfWan is a sum in 元 shown in 万元.
func pdfWan(yuan model.Decimal) string {
	if yuan == "" {
		return "—"
	}
	return yuan.Shift(-4).Grouped(2)
}

// tiles puts figures side by side. The budget gets more room than counts.
func (d *pdfDoc) tiles(tiles []pdfTile) {
	const h, gap = 62, 8
	shares := []float64{0.8, 1, 1.4, 1}
	unit := (pdfWidth - gap*float64(len(tiles)-1)) / 4.2
	d.need(h)
	x := pdfMargin
	for i, t := range tiles {
		w := unit * shares[i]
		d.draw(pdfOp{kind: pdfDrawFill, x: x, y: d.y, w: w, h: h, color: pdfPale})
		d.draw(pdfOp{kind: pdfDrawFill, x: x, y: d.y, w: w, h: 2, color: pdfBar})
		d.tileLine(pdfText, 8.5, x, w, d.y+8, pdfGrey, t.name)
		d.tileLine(pdfBold, 19, x, w, d.y+21, pdfBlue, t.figure)
		d.tileLine(pdfText, 8, x, w, d.y+44, pdfGrey, t.remark)
		x += w + gap
	}
	d.y += h
}

func (d *pdfDoc) tileLine(style pdfStyle, size, x, w, y float64, color pdfColor, text string) {
	fitted := d.fit(style, size, 4, w-8, text)
	d.text(style, fitted, size*1.25, x+(w-d.fonts.width(style, fitted, text))/2, y, color, text)
}

// projectTable lists the projects with their sums and pages.
func (d *pdfDoc) projectTable(doc *model.Document, sum *tally) *pdfTable {
	l := d.lang
	rows := make([]pdfRow, len(doc.Projects))
	for i := range doc.Projects {
		rows[i] = d.projectRow(&doc.Projects[i], len(d.marks)+i+1)
		if i%2 == 1 {
			rows[i].fill(pdfPale)
		}
	}
	total := pdfRow{
		{text: l.Say("合计", "Total"), align: 'C'},
		{text: pdfWan(sum.total), align: 'R', fit: true}, {text: pdfWan(sum.fiscal), align: 'R', fit: true}, {text: pdfWan(sum.other), align: 'R', fit: true},
		{text: strconv.Itoa(sum.indicators), align: 'C', fit: true}, {},
	}
	for i := range total {
		total[i].style = pdfBold
	}
	total.fill(pdfShade)

	const size = 8.5
	widths := []float64{28, 104, 0, 58, 58, 46, 32, 30}
	for c := 3; c <= 5; c++ { // room for large sums, at the cost of the names
		for _, r := range rows {
			widths[c] = max(widths[c], d.fonts.width(pdfText, size, r[c].text)+2*pdfPadX)
		}
		widths[c] = min(max(widths[c], d.fonts.width(pdfBold, size, total[c-2].text)+2*pdfPadX), 94)
	}
	cols := pdfColumns(widths...)
	t := &pdfTable{size: size, leading: 12}
	t.head = []pdfRow{pdfHeadRow(cols, l.Say("序号", "No."), l.Say("项目编码", "Code"), l.Say("项目名称", "Project"),
		l.Say("预算数", "Budget"), l.Say("财政资金", "Fiscal"), l.Say("其他资金", "Other"), l.Say("指标", "Targets"), l.Say("页码", "Page"))}
	for _, r := range rows {
		t.rows = append(t.rows, r.over(cols))
	}
	t.rows = append(t.rows, total.over(append([]float64{cols[0] + cols[1] + cols[2]}, cols[3:]...)))
	return t
}

// projectRow is a project's line of the list; page is 1 + the number of the
// mark at its page.
func (d *pdfDoc) projectRow(p *model.Project, page int) pdfRow {
	amount := func(a *model.Amount) pdfCell { return pdfCell{text: d.budgetCell(a), align: 'R', fit: true} }
	return pdfRow{
		{text: strconv.Itoa(p.Seq), align: 'C', fit: true}, {text: p.Code, align: 'C', fit: true}, {text: cmp.Or(p.Name, p.Title), link: page},
		amount(p.Budget.Total), amount(p.Budget.Fiscal), amount(p.Budget.Other),
		{text: strconv.Itoa(len(p.Indicators)), align: 'C'}, {align: 'C', page: page, link: page},
	}
}

// budgetCell is a sum in 万元; the original text where its unit is unknown.
func (d *pdfDoc) budgetCell(a *model.Amount) string {
	if wan := inWan(a); wan != "" {
		return wan.Grouped(2)
	}
	if a == nil {
		return ""
	}
	return a.Text
}

// budgetChart draws a bar for each project, the largest first.
func (d *pdfDoc) budgetChart(projects []model.Project) {
	const most = 15
	var bars []pdfBarItem
	for i := range projects {
		if wan := inWan(projects[i].Budget.Total); wan.Sign() > 0 {
			bars = append(bars, pdfBarItem{cmp.Or(projects[i].Name, projects[i].Title), wan})
		}
	}
	slices.SortStableFunc(bars, func(a, b pdfBarItem) int { return b.value.Cmp(a.value) })
	title := d.lang.Say("各项目预算数（万元）", "Budgets of the projects (10,000 yuan)")
	if len(bars) > most {
		title = d.lang.Say("预算数最大的%d个项目（万元）", "The %d largest budgets (10,000 yuan)", most)
		bars = bars[:most]
	}
	d.bars(title, bars)
}
