package pdf

import (
	"strconv"

	"jxmb/model"
	"jxmb/render/view"
)

// severityHeads are the headings of the counts of findings.
func severityHeads(l model.Lang) []string {
	heads := make([]string, len(view.Severities))
	for i, s := range view.Severities {
		heads[i] = view.SeverityLabel(l, s)
	}
	return heads
}

// list is a table of a summary, its rows numbered from 1. Columns given as 0
// are as wide as their texts need.
func (p *pages) list(widths []float64, heads []string, rows []row) {
	const size = 8.5
	t := &table{size: size, leading: 12}
	for i, r := range rows[:min(len(rows), maxFiles)] {
		number := cell{text: strconv.Itoa(i + 1), align: 'C', fit: true}
		t.rows = append(t.rows, append(row{number}, r...))
	}
	cols := p.fitted(widths, size, t.rows)
	t.head = []row{headRow(cols, append([]string{p.lang.Say("序号", "No.")}, heads...)...)}
	for _, r := range t.rows {
		r.over(cols)
	}
	p.begin(t)
	if more := len(rows) - maxFiles; more > 0 {
		p.y += 4
		p.note(p.lang.Say("另有%d行未列出，已计入合计。", "%d more lines are not listed but counted in the totals.", more))
	}
}

// unitPages are the table of the units.
func (p *pages) unitPages() {
	l := p.lang
	cols := columns(26, 0, 34, 34, 38, 46, 92, 36, 36, 36)
	heads := append([]string{l.Say("序号", "No."), l.Say("单位", "Unit"), l.Say("文件", "Files"), l.Say("项目", "Projects"),
		l.Say("指标", "Targets"), l.Say("量化占比", "Quantified"), l.Say("预算（万元）", "Budget (10,000 yuan)")}, severityHeads(l)...)
	t := &table{size: 8.5, leading: 12, head: []row{headRow(cols, heads...)}}
	for i, u := range p.units {
		t.rows = append(t.rows, p.unitRow(strconv.Itoa(i+1), p.unitLabel(u), &u.Tally).over(cols))
	}
	total := p.unitRow("", l.Say("合计", "Total"), &p.Total).over(cols)
	for i := range total {
		total[i].style = bold
	}
	total.fill(shade)
	t.rows = append(t.rows, total)
	p.begin(t)
}

func (p *pages) unitRow(number, label string, u *view.Tally) row {
	r := append(row{{text: number, align: 'C', fit: true}, {text: label}},
		counts(u.Documents, u.Projects, u.Indicators)...)
	quantified := ""
	if u.Indicators > 0 {
		quantified = view.Share(100*u.Quantified(), u.Indicators, 1).Grouped(1) + "%"
	}
	r = append(r, cell{text: quantified, align: 'R', fit: true}, cell{text: inWanText(u.Total), align: 'R', fit: true})
	return append(r, findingCounts(u.Findings)...)
}

// findingPages are the findings by rule and by unit, the worst first.
func (p *pages) findingPages() {
	l := p.lang
	var rules []row
	for _, r := range p.WorstRules() {
		level := cell{text: view.SeverityLabel(l, r.Severity), align: 'C', style: bold, color: severityColors[r.Severity], whole: true}
		rules = append(rules, append(row{level, {text: r.Code, align: 'C', fit: true}, {text: p.Titles[r.Code].In(l)}}, counts(r.Findings, r.Files)...))
	}
	p.list([]float64{26, 40, 44, 0, 46, 46}, []string{l.Say("级别", "Level"), l.Say("代码", "Code"), l.Say("规则", "Rule"),
		l.Say("条数", "Findings"), l.Say("文件", "Files")}, rules)
	var units []row
	for _, u := range p.WorstUnits() {
		units = append(units, append(row{{text: p.unitLabel(u)}}, findingCounts(u.Findings)...))
	}
	p.y += 12
	p.caption(l.Say("各单位的问题，多的在前", "Findings of each unit, the worst first"))
	p.list([]float64{26, 0, 46, 46, 46}, append([]string{l.Say("单位", "Unit")}, severityHeads(l)...), units)
}

// caption names a further table of a section, with room for its beginning.
func (p *pages) caption(text string) {
	p.need(90)
	p.text(bold, 9.5, 14, sideMargin, p.y, blue, text)
	p.y += 17
}

// maxNamed is how many places of a project are named; the workbook has all.
const maxNamed = 10

// repeatPages name the projects that stand in more than one place.
func (p *pages) repeatPages() {
	l := p.lang
	var rows []row
	for _, r := range p.Repeats {
		files := r.Files[0] + l.Say("（计入）", " (counts)")
		for _, again := range r.Files[1:min(len(r.Files), maxNamed)] {
			files += "\n" + again
		}
		if more := len(r.Files) - maxNamed; more > 0 {
			files += "\n" + l.Say("另有%d处", "and %d more places", more)
		}
		rows = append(rows, append(row{{text: r.Code, align: 'C', fit: true}, {text: r.Name}, {text: files}},
			append(counts(len(r.Files)-1), cell{text: inWanText(r.Yuan), align: 'R', fit: true})...))
	}
	p.list([]float64{26, 104, 0, 0, 30, 56}, []string{l.Say("项目编码", "Code"), l.Say("项目名称", "Project"), l.Say("所在文件", "Files"),
		l.Say("重复", "Again"), l.Say("万元", "10,000 yuan")}, rows)
}

// unreadPages say why files could not be read, and what to do.
func (p *pages) unreadPages() {
	l := p.lang
	var rows []row
	for i := range p.Files {
		if f := &p.Files[i]; f.Fault != nil {
			rows = append(rows, row{{text: f.File}, {text: view.Reason(l, f.Fault), color: severityColors[model.Error]}, {text: f.Fault.Hint.In(l)}})
		}
	}
	p.list([]float64{26, 0, 0, 0}, []string{l.Say("文件", "File"), l.Say("原因", "Reason"), l.Say("怎么办", "What to do")}, rows)
}

// ignoredPages name what lay beside the submissions.
func (p *pages) ignoredPages() {
	l := p.lang
	var rows []row
	for _, i := range p.Ignored {
		rows = append(rows, row{{text: i.File}, {text: i.Why.In(l)}})
	}
	p.list([]float64{26, 0, 0}, []string{l.Say("文件", "File"), l.Say("原因", "Reason")}, rows)
}

// filePages are the list of the files, in the order of the batch.
func (p *pages) filePages() {
	l := p.lang
	var rows []row
	for i := range p.Files {
		rows = append(rows, p.fileRow(&p.Files[i]))
	}
	p.list([]float64{26, 0, 0, 28, 32, 62, 28, 28, 28}, append([]string{l.Say("文件", "File"), l.Say("单位", "Unit"),
		l.Say("项目", "Projects"), l.Say("指标", "Targets"), l.Say("预算（万元）", "Budget (10,000 yuan)")}, severityHeads(l)...), rows)
}

func (p *pages) fileRow(f *view.FileTally) row {
	l := p.lang
	if f.Fault != nil {
		failed := cell{text: l.Say("未能读取", "not readable"), color: severityColors[model.Error]}
		return append(row{{text: f.File}, failed}, make(row, 6)...)
	}
	r := append(row{{text: f.File}, {text: unitText(l, f.Unit)}}, counts(f.Projects, f.Indicators)...)
	if f.Again > 0 {
		r[1].notes = []note{{l.Say("另有%d个项目重复", "%d more projects stand elsewhere too", f.Again), severityColors[model.Error]}}
	}
	r = append(r, cell{text: inWanText(f.Total), align: 'R', fit: true})
	return append(r, findingCounts(f.Findings)...)
}

// counts are cells with numbers.
func counts(counts ...int) []cell {
	cells := make([]cell, len(counts))
	for i, n := range counts {
		cells[i] = cell{text: strconv.Itoa(n), align: 'R', fit: true}
	}
	return cells
}

// findingCounts are the numbers of findings, coloured where there are any.
func findingCounts(findings [len(view.Severities)]int) []cell {
	cells := counts(findings[:]...)
	for i, n := range findings {
		if n > 0 {
			cells[i].color = severityColors[view.Severities[i]]
		}
	}
	return cells
}
