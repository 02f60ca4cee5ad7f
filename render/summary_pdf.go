package render

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"jxmb/model"
)

// NewSummaryPDF starts the printable overview of a batch: totals, the units
// with a chart of their budgets, the files. Memory stays bounded: at most
// summaryPDFUnits units and summaryPDFFiles files are listed by name, which
// printing could not use more of; the others are counted.
func NewSummaryPDF(w io.Writer, o Options) Summary {
	return &summaryPDF{w: w, o: o, units: unitTallies{}}
}

const summaryPDFUnits, summaryPDFFiles = 2000, 2000

type summaryPDF struct {
	w      io.Writer
	o      Options
	total  tally
	units  unitTallies
	others unitTally // units beyond the limit
	files  []pdfFile
	more   int // files beyond the limit
	failed int
	years  pdfYears
}

// pdfFile is a line of the list of files.
type pdfFile struct {
	name, unit           string
	failed               bool
	projects, indicators int
	findings             [len(severityOrder)]int
	total                model.Decimal // 元
}

// pdfYears is the fiscal year of the documents while they agree.
type pdfYears struct {
	year  int
	mixed bool
}

func (y *pdfYears) add(year int) {
	if year != 0 && y.year != 0 && year != y.year {
		y.mixed = true
	}
	y.year = cmp.Or(y.year, year)
}

func (y *pdfYears) one() int {
	if y.mixed {
		return 0
	}
	return y.year
}

func (s *summaryPDF) Add(file string, d *model.Document) error {
	f := pdfFile{name: strings.Clone(file), failed: d == nil}
	if d == nil {
		s.failed++
	} else {
		var t tally
		t.addDocument(d)
		f.unit = strings.Clone(strings.TrimSpace(d.Unit.Code + " " + d.Unit.Name))
		f.projects, f.indicators, f.findings, f.total = t.projects, t.indicators, t.findings, t.total
		s.total.merge(&t)
		s.unit(d.Unit).merge(&t)
		s.years.add(d.FiscalYear)
	}
	if len(s.files) >= summaryPDFFiles {
		s.more++
		return nil
	}
	s.files = append(s.files, f)
	return nil
}

// unit is where the documents of u are counted.
func (s *summaryPDF) unit(u model.Unit) *unitTally {
	if s.units[u] == nil && len(s.units) >= summaryPDFUnits {
		return &s.others
	}
	return s.units.of(u)
}

func (s *summaryPDF) Close() error {
	d, err := s.layOut()
	if err != nil {
		return err
	}
	return d.output(s.w)
}

// layOut makes the pages.
func (s *summaryPDF) layOut() (*pdfDoc, error) {
	d, err := newPDFDoc(s.o)
	if err != nil {
		return nil, err
	}
	d.year = s.years.one()
	d.title = d.lang.Say("绩效目标报送汇总", "Performance targets: summary of submissions")
	if d.year != 0 {
		d.title = d.lang.Say("%d年绩效目标报送汇总", "Performance targets %d: summary of submissions", d.year)
	}
	d.running = [2]string{d.title, d.lang.Say("文件%d个", "%d files", s.total.documents+s.failed)}
	units := s.sortedUnits()
	s.front(d, units)
	s.unitPages(d, units)
	s.filePages(d)
	d.lostCharacters()
	return d, nil
}

func (s *summaryPDF) sortedUnits() []*unitTally {
	units := s.units.sorted()
	if s.others.documents > 0 {
		units = append(units, &s.others)
	}
	return units
}

// unitLabel names a unit in lists and charts.
func (s *summaryPDF) unitLabel(u *unitTally) string {
	if u == &s.others {
		return s.o.Lang.Say("其余单位", "other units")
	}
	return cmp.Or(strings.TrimSpace(u.unit.Code+" "+u.unit.Name), s.o.Lang.Say("（未注明单位）", "(unit not named)"))
}

// front is the first page: the figures of the batch and the largest budgets.
func (s *summaryPDF) front(d *pdfDoc, units []*unitTally) {
	const most = 20
	d.newPage()
	d.mark(d.lang.Say("汇总", "Summary"))
	d.y += 4
	d.centred(pdfBold, 20, 30, pdfMargin, pdfWidth, pdfBlue, d.title)
	d.y += 2
	line := d.lang.Say("%d个单位，%d个文件", "%d units, %d files", len(units), s.total.documents+s.failed)
	if s.failed > 0 {
		line += d.lang.Say("，其中%d个未能读取", ", %d of them not readable", s.failed)
	}
	d.centred(pdfText, 12.5, 20, pdfMargin, pdfWidth, pdfBlack, line)
	d.y += 12
	d.tiles(d.coverTiles(&s.total))
	if s.total.unpriced > 0 {
		d.y += 6
		d.note(d.lang.Say("有%d个项目没有读出带单位的预算数，未计入预算总额。",
			"%d projects have no budget with a known unit and are not in the total.", s.total.unpriced))
	}
	var bars []pdfBarItem
	for _, u := range units {
		if u.total.Sign() > 0 {
			bars = append(bars, pdfBarItem{cmp.Or(u.unit.Name, s.unitLabel(u)), u.total.Shift(-4)})
		}
	}
	slices.SortStableFunc(bars, func(a, b pdfBarItem) int { return b.value.Cmp(a.value) })
	title := d.lang.Say("各单位预算总额（万元）", "Budgets of the units (10,000 yuan)")
	if len(bars) > most {
		title = d.lang.Say("预算总额最大的%d个单位（万元）", "The %d largest budgets (10,000 yuan)", most)
		bars = bars[:most]
	}
	d.bars(title, bars)
}

// unitPages are the table of the units.
func (s *summaryPDF) unitPages(d *pdfDoc, units []*unitTally) {
	l := d.lang
	d.heading(l.Say("分单位情况", "By unit"))
	d.mark(l.Say("分单位情况", "By unit"))
	cols := pdfColumns(26, 0, 34, 34, 38, 46, 92, 36, 36, 36)
	t := &pdfTable{size: 8.5, leading: 12, head: []pdfRow{pdfHeadRow(cols, l.Say("序号", "No."), l.Say("单位", "Unit"),
		l.Say("文件", "Files"), l.Say("项目", "Projects"), l.Say("指标", "Targets"), l.Say("量化占比", "Quantified"), l.Say("预算（万元）", "Budget (10,000 yuan)"),
		severityLabel(l, severityOrder[0]), severityLabel(l, severityOrder[1]), severityLabel(l, severityOrder[2]))}}
	row := func(number, label string, u *tally) pdfRow {
		r := append(pdfRow{{text: number, align: 'C', fit: true}, {text: label}},
			pdfCounts(u.documents, u.projects, u.indicators)...)
		quantified := ""
		if u.indicators > 0 {
			quantified = share(100*u.quantified(), u.indicators, 1).Grouped(1) + "%"
		}
		r = append(r, pdfCell{text: quantified, align: 'R', fit: true}, pdfCell{text: pdfWan(u.total), align: 'R', fit: true})
		return append(r, pdfFindingCounts(u.findings)...)
	}
	for i, u := range units {
		t.rows = append(t.rows, row(strconv.Itoa(i+1), s.unitLabel(u), &u.tally).over(cols))
	}
	total := row("", l.Say("合计", "Total"), &s.total).over(cols)
	for i := range total {
		total[i].style = pdfBold
	}
	total.fill(pdfShade)
	t.rows = append(t.rows, total)
	d.table(t)
}

// filePages are the list of the files, in the order of the batch.
func (s *summaryPDF) filePages(d *pdfDoc) {
	l := d.lang
	d.heading(l.Say("文件清单", "Files"))
	d.mark(l.Say("文件清单", "Files"))
	cols := pdfColumns(28, 0, 0, 32, 36, 66, 30, 30, 30)
	t := &pdfTable{size: 8.5, leading: 12, head: []pdfRow{pdfHeadRow(cols, l.Say("序号", "No."), l.Say("文件", "File"), l.Say("单位", "Unit"),
		l.Say("项目", "Projects"), l.Say("指标", "Targets"), l.Say("预算（万元）", "Budget (10,000 yuan)"),
		severityLabel(l, severityOrder[0]), severityLabel(l, severityOrder[1]), severityLabel(l, severityOrder[2]))}}
	for i := range s.files {
		f := &s.files[i]
		row := pdfRow{{text: strconv.Itoa(i + 1), align: 'C', fit: true}, {text: f.name}, {text: f.unit}}
		if f.failed {
			row[2] = pdfCell{text: l.Say("未能读取，原因见运行报告", "not readable; see the run's report"), color: pdfSeverityColors[model.Error]}
			row = append(row, make(pdfRow, 6)...)
		} else {
			row = append(row, pdfCounts(f.projects, f.indicators)...)
			row = append(row, pdfCell{text: pdfWan(f.total), align: 'R', fit: true})
			row = append(row, pdfFindingCounts(f.findings)...)
		}
		t.rows = append(t.rows, row.over(cols))
	}
	d.table(t)
	if s.more > 0 {
		d.y += 4
		d.note(l.Say("另有%d个文件未列出，已计入合计。", "%d more files are not listed but counted in the totals.", s.more))
	}
}

// pdfCounts are cells with numbers.
func pdfCounts(counts ...int) []pdfCell {
	cells := make([]pdfCell, len(counts))
	for i, n := range counts {
		cells[i] = pdfCell{text: strconv.Itoa(n), align: 'R', fit: true}
	}
	return cells
}

// pdfFindingCounts are the numbers of findings, coloured where there are any.
func pdfFindingCounts(findings [len(severityOrder)]int) []pdfCell {
	cells := pdfCounts(findings[:]...)
	for i, n := range findings {
		if n > 0 {
			cells[i].color = pdfSeverityColors[severityOrder[i]]
		}
	}
	return cells
}
