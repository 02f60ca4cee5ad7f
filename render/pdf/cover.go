package pdf

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"jxmb/model"
	"jxmb/render/view"
)

// cover is the first page: whose targets these are, the totals, the projects.
// The result is the number of the mark that leads to the first project.
func (d *doc) cover(doc *model.Document, groups []view.Group) (projects int) {
	d.newPage()
	d.mark(d.lang.Say("汇总", "Summary"))
	d.y += 4
	d.centred(bold, 20, 30, sideMargin, bodyWidth, blue, d.shortTitle(doc.FiscalYear))
	d.y += 2
	d.centred(regular, 12.5, 20, sideMargin, bodyWidth, black, cmp.Or(d.running[0], d.lang.Say("（未注明单位）", "(unit not named)")))
	d.y += 12

	projects = d.reserve(len(doc.Projects))
	var t view.Tally
	t.AddDocument(doc)
	d.tiles(d.coverTiles(&t))
	if len(doc.Projects) == 0 {
		d.heading(d.lang.Say("项目一览", "Projects"))
		d.note(d.lang.Say("这份文件里没有读出项目绩效目标表，原因见“审核问题”。",
			"No project table was read from this file; see the findings for the reason."))
		return projects
	}
	if d.single = d.singlePage(doc, groups); !d.single {
		d.heading(d.lang.Say("项目一览（单位：万元）", "Projects (10,000 yuan)"))
		d.table(d.projectTable(doc, &t, projects))
	}
	if t.Unpriced > 0 {
		d.y += 4
		d.note(d.lang.Say("有%d个项目没有读出带单位的预算数，未计入合计。",
			"%d projects have no budget with a known unit and are not in the totals.", t.Unpriced))
	}
	d.budgetChart(doc.Projects)
	return projects
}

// singlePage tells the submission of one project that has room, with all that
// follows it, below the totals, where a list of it would say the same twice.
func (d *doc) singlePage(doc *model.Document, groups []view.Group) bool {
	if len(doc.Projects) != 1 || hasOutline(doc.Outline) {
		return false
	}
	if float64(len(groups))*rowHeight(findingLeading) > d.room() {
		return false
	}
	below := 0.0
	for _, list := range d.findingLists(groups) {
		below += list.height()
	}
	if _, fits := d.height(&doc.Projects[0], newRefs(groups), smallest, d.room()-below); !fits {
		return false
	}
	d.below = below
	return true
}

// note is a grey remark over the whole width.
func (d *doc) note(text string) { d.remark(grey, text) }

func (d *doc) remark(color color, text string) {
	for _, l := range d.lines(regular, 8.5, bodyWidth, text) {
		d.need(13)
		d.text(regular, 8.5, 13, sideMargin, d.y, color, l.text)
		d.y += 13
	}
}

// tile is a figure with its name above and a remark below.
type tile struct{ name, figure, remark string }

func (d *doc) coverTiles(t *view.Tally) []tile {
	quantified := d.lang.Say("量化%d项，占%s%%", "%d quantified, %s%%", t.Quantified(), view.Share(100*t.Quantified(), t.Indicators, 1).Grouped(1))
	if t.Indicators == 0 {
		quantified = ""
	}
	return []tile{
		{d.lang.Say("项目", "projects"), strconv.Itoa(t.Projects), d.lang.Say("绩效目标%d条", "%d goals", t.Goals)},
		{d.lang.Say("绩效指标", "indicators"), strconv.Itoa(t.Indicators), quantified},
		d.budgetTile(t),
		d.findingsTile(t),
	}
}

func (d *doc) budgetTile(t *view.Tally) tile {
	tile := tile{name: d.lang.Say("预算总额（万元）", "budget (10,000 yuan)"), figure: inWanText(t.Total)}
	if t.Total != "" {
		tile.remark = d.lang.Say("财政资金%s，其他资金%s", "fiscal %s, other %s", inWanText(t.Fiscal), inWanText(t.Other))
	}
	return tile
}

func (d *doc) findingsTile(t *view.Tally) tile {
	sum, parts := 0, []string{}
	for i, s := range view.Severities {
		sum += t.Findings[i]
		parts = append(parts, view.SeverityLabel(d.lang, s)+" "+strconv.Itoa(t.Findings[i]))
	}
	return tile{d.lang.Say("审核问题", "findings"), strconv.Itoa(sum), strings.Join(parts, "　")}
}

// inWanText is a sum in 元 shown in 万元.
func inWanText(yuan model.Decimal) string {
	if yuan == "" {
		return "—"
	}
	return yuan.Shift(-4).Grouped(2)
}

// tiles puts figures side by side. The budget gets more room than counts.
func (d *doc) tiles(tiles []tile) {
	const h, gap = 62, 8
	shares := []float64{0.8, 1, 1.4, 1}
	unit := (bodyWidth - gap*float64(len(tiles)-1)) / 4.2
	d.need(h)
	x := sideMargin
	for i, t := range tiles {
		w := unit * shares[i]
		d.draw(op{kind: drawFill, x: x, y: d.y, w: w, h: h, color: pale})
		d.draw(op{kind: drawFill, x: x, y: d.y, w: w, h: 2, color: bar})
		d.tileLine(regular, 8.5, x, w, d.y+8, grey, t.name)
		d.tileLine(bold, 19, x, w, d.y+21, blue, t.figure)
		d.tileLine(regular, 8, x, w, d.y+44, grey, t.remark)
		x += w + gap
	}
	d.y += h
}

func (d *doc) tileLine(style style, size, x, w, y float64, color color, text string) {
	fitted := d.fit(style, size, 4, w-8, text)
	d.text(style, fitted, size*1.25, x+(w-d.fonts.width(style, fitted, text))/2, y, color, text)
}

// projectTable lists the projects with their sums and pages; first is the mark
// of the first. Without any code it has no column for them.
func (d *doc) projectTable(doc *model.Document, sum *view.Tally, first int) *table {
	l := d.lang
	rows := make([]row, len(doc.Projects))
	for i := range doc.Projects {
		rows[i] = d.projectRow(&doc.Projects[i], first+i+1)
		if i%2 == 1 {
			rows[i].fill(pale)
		}
	}
	total := d.totalRow(sum)
	const size = 8.5
	widths := []float64{28, 104, 0, 58, 58, 46, 32, 30}
	for c := 3; c <= 5; c++ { // room for large sums, at the cost of the names
		for _, r := range rows {
			widths[c] = max(widths[c], d.fonts.width(regular, size, r[c].text)+2*padX)
		}
		widths[c] = min(max(widths[c], d.fonts.width(bold, size, total[c-2].text)+2*padX), 94)
	}
	heads := []string{l.Say("序号", "No."), l.Say("项目编码", "Code"), l.Say("项目名称", "Project"),
		l.Say("预算数", "Budget"), l.Say("财政资金", "Fiscal"), l.Say("其他资金", "Other"), l.Say("指标", "Targets"), l.Say("页码", "Page")}
	if !slices.ContainsFunc(doc.Projects, func(p model.Project) bool { return p.Code != "" }) {
		heads, widths = slices.Delete(heads, 1, 2), slices.Delete(widths, 1, 2)
		for i := range rows {
			rows[i] = slices.Delete(rows[i], 1, 2)
		}
	}
	cols := columns(widths...)
	t := &table{size: size, leading: 12, head: []row{headRow(cols, heads...)}}
	for _, r := range rows {
		t.rows = append(t.rows, r.over(cols))
	}
	names := len(cols) - len(total) + 1 // what the first cell of the total covers
	wide := 0.0
	for _, w := range cols[:names] {
		wide += w
	}
	t.rows = append(t.rows, total.over(append([]float64{wide}, cols[names:]...)))
	return t
}

func (d *doc) totalRow(sum *view.Tally) row {
	total := row{{text: d.lang.Say("合计", "Total"), align: 'C'}}
	for _, yuan := range [...]model.Decimal{sum.Total, sum.Fiscal, sum.Other} {
		total = append(total, cell{text: inWanText(yuan), align: 'R', fit: true})
	}
	total = append(total, cell{text: strconv.Itoa(sum.Indicators), align: 'C', fit: true}, cell{})
	for i := range total {
		total[i].style = bold
	}
	total.fill(shade)
	return total
}

// projectRow is a project's line of the list; page is 1 + the number of the
// mark at its page.
func (d *doc) projectRow(p *model.Project, page int) row {
	amount := func(a *model.Amount) cell { return cell{text: d.budgetCell(a), align: 'R', fit: true} }
	return row{
		{text: strconv.Itoa(p.Seq), align: 'C', fit: true}, {text: p.Code, align: 'C', fit: true}, {text: cmp.Or(p.Name, p.Title), link: page},
		amount(p.Budget.Total), amount(p.Budget.Fiscal), amount(p.Budget.Other),
		{text: strconv.Itoa(len(p.Indicators)), align: 'C'}, {align: 'C', page: page, link: page},
	}
}

// budgetCell is a sum in 万元; the original text where its unit is unknown.
func (d *doc) budgetCell(a *model.Amount) string {
	if wan := view.InWan(a); wan != "" {
		return wan.Grouped(2)
	}
	if a == nil {
		return ""
	}
	return a.Text
}

// budgetChart draws a bar for each project, the largest first.
func (d *doc) budgetChart(projects []model.Project) {
	const most = 15
	var bars []barItem
	for i := range projects {
		if wan := view.InWan(projects[i].Budget.Total); wan.Sign() > 0 {
			bars = append(bars, barItem{cmp.Or(projects[i].Name, projects[i].Title), wan})
		}
	}
	slices.SortStableFunc(bars, func(a, b barItem) int { return b.value.Cmp(a.value) })
	title := d.lang.Say("各项目预算数（万元）", "Budgets of the projects (10,000 yuan)")
	if len(bars) > most {
		title = d.lang.Say("预算数最大的%d个项目（万元）", "The %d largest budgets (10,000 yuan)", most)
		bars = bars[:most]
	}
	if len(bars) > 1 { // one compares with nothing
		d.bars(title, bars)
	}
}
