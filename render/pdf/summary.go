package pdf

import (
	"cmp"
	"context"
	"io"
	"slices"
	"strconv"
	"strings"

	"jxmb/model"
	"jxmb/render/view"
)

// newSummary starts the printable overview of a batch: totals, the units
// with a chart of their budgets, the files. Memory stays bounded: at most
// maxUnits units and maxFiles files are listed by name, which
// printing could not use more of; the others are counted.
func newSummary(w io.Writer, o view.Options) view.Summary {
	return &summary{w: w, o: o, units: view.UnitTallies{}}
}

const maxUnits, maxFiles = 2000, 2000

type summary struct {
	w      io.Writer
	o      view.Options
	total  view.Tally
	units  view.UnitTallies
	others view.UnitTally // units beyond the limit
	files  []file
	more   int // files beyond the limit
	failed int
	years  years
}

// file is a line of the list of files.
type file struct {
	name, unit           string
	failed               bool
	projects, indicators int
	findings             [len(view.Severities)]int
	total                model.Decimal // 元
}

// years is the fiscal year of the documents while they agree.
type years struct {
	year  int
	mixed bool
}

func (y *years) add(year int) {
	if year != 0 && y.year != 0 && year != y.year {
		y.mixed = true
	}
	y.year = cmp.Or(y.year, year)
}

func (y *years) one() int {
	if y.mixed {
		return 0
	}
	return y.year
}

func (s *summary) Add(ctx context.Context, e view.Entry) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	d := e.Document
	f := file{name: strings.Clone(e.File), failed: d == nil}
	if d == nil {
		s.failed++
	} else {
		var t view.Tally
		t.AddDocument(d)
		f.unit = strings.Clone(strings.TrimSpace(d.Unit.Code + " " + d.Unit.Name))
		f.projects, f.indicators, f.findings, f.total = t.Projects, t.Indicators, t.Findings, t.Total
		s.total.Merge(&t)
		s.unit(d.Unit).Merge(&t)
		s.years.add(d.FiscalYear)
	}
	if len(s.files) >= maxFiles {
		s.more++
		return nil
	}
	s.files = append(s.files, f)
	return nil
}

// unit is where the documents of u are counted.
func (s *summary) unit(u model.Unit) *view.UnitTally {
	if s.units[u] == nil && len(s.units) >= maxUnits {
		return &s.others
	}
	return s.units.Of(u)
}

func (s *summary) Close(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	d, err := s.layOut()
	if err != nil {
		return err
	}
	return d.output(s.w)
}

// layOut makes the pages.
func (s *summary) layOut() (*doc, error) {
	d, err := newDoc(s.o)
	if err != nil {
		return nil, err
	}
	d.year = s.years.one()
	d.title = d.lang.Say("绩效目标报送汇总", "Performance targets: summary of submissions")
	if d.year != 0 {
		d.title = d.lang.Say("%d年绩效目标报送汇总", "Performance targets %d: summary of submissions", d.year)
	}
	d.running = [2]string{d.title, d.lang.Say("文件%d个", "%d files", s.total.Documents+s.failed)}
	units := s.sortedUnits()
	s.front(d, units)
	s.unitPages(d, units)
	s.filePages(d)
	d.lostCharacters()
	return d, nil
}

func (s *summary) sortedUnits() []*view.UnitTally {
	units := s.units.Sorted()
	if s.others.Documents > 0 {
		units = append(units, &s.others)
	}
	return units
}

// unitLabel names a unit in lists and charts.
func (s *summary) unitLabel(u *view.UnitTally) string {
	if u == &s.others {
		return s.o.Lang.Say("其余单位", "other units")
	}
	return cmp.Or(strings.TrimSpace(u.Unit.Code+" "+u.Unit.Name), s.o.Lang.Say("（未注明单位）", "(unit not named)"))
}

// front is the first page: the figures of the batch and the largest budgets.
func (s *summary) front(d *doc, units []*view.UnitTally) {
	const most = 20
	d.newPage()
	d.mark(d.lang.Say("汇总", "Summary"))
	d.y += 4
	d.centred(bold, 20, 30, sideMargin, bodyWidth, blue, d.title)
	d.y += 2
	line := d.lang.Say("%d个单位，%d个文件", "%d units, %d files", len(units), s.total.Documents+s.failed)
	if s.failed > 0 {
		line += d.lang.Say("，其中%d个未能读取", ", %d of them not readable", s.failed)
	}
	d.centred(regular, 12.5, 20, sideMargin, bodyWidth, black, line)
	d.y += 12
	d.tiles(d.coverTiles(&s.total))
	if s.total.Unpriced > 0 {
		d.y += 6
		d.note(d.lang.Say("有%d个项目没有读出带单位的预算数，未计入预算总额。",
			"%d projects have no budget with a known unit and are not in the total.", s.total.Unpriced))
	}
	var bars []barItem
	for _, u := range units {
		if u.Total.Sign() > 0 {
			bars = append(bars, barItem{cmp.Or(u.Unit.Name, s.unitLabel(u)), u.Total.Shift(-4)})
		}
	}
	slices.SortStableFunc(bars, func(a, b barItem) int { return b.value.Cmp(a.value) })
	title := d.lang.Say("各单位预算总额（万元）", "Budgets of the units (10,000 yuan)")
	if len(bars) > most {
		title = d.lang.Say("预算总额最大的%d个单位（万元）", "The %d largest budgets (10,000 yuan)", most)
		bars = bars[:most]
	}
	d.bars(title, bars)
}

// unitPages are the table of the units.
func (s *summary) unitPages(d *doc, units []*view.UnitTally) {
	l := d.lang
	d.heading(l.Say("分单位情况", "By unit"))
	d.mark(l.Say("分单位情况", "By unit"))
	cols := columns(26, 0, 34, 34, 38, 46, 92, 36, 36, 36)
	t := &table{size: 8.5, leading: 12, head: []row{headRow(cols, l.Say("序号", "No."), l.Say("单位", "Unit"),
		l.Say("文件", "Files"), l.Say("项目", "Projects"), l.Say("指标", "Targets"), l.Say("量化占比", "Quantified"), l.Say("预算（万元）", "Budget (10,000 yuan)"),
		view.SeverityLabel(l, view.Severities[0]), view.SeverityLabel(l, view.Severities[1]), view.SeverityLabel(l, view.Severities[2]))}}
	row := func(number, label string, u *view.Tally) row {
		r := append(row{{text: number, align: 'C', fit: true}, {text: label}},
			counts(u.Documents, u.Projects, u.Indicators)...)
		quantified := ""
		if u.Indicators > 0 {
			quantified = view.Share(100*u.Quantified(), u.Indicators, 1).Grouped(1) + "%"
		}
		r = append(r, cell{text: quantified, align: 'R', fit: true}, cell{text: inWanText(u.Total), align: 'R', fit: true})
		return append(r, findingCounts(u.Findings)...)
	}
	for i, u := range units {
		t.rows = append(t.rows, row(strconv.Itoa(i+1), s.unitLabel(u), &u.Tally).over(cols))
	}
	total := row("", l.Say("合计", "Total"), &s.total).over(cols)
	for i := range total {
		total[i].style = bold
	}
	total.fill(shade)
	t.rows = append(t.rows, total)
	d.table(t)
}

// filePages are the list of the files, in the order of the batch.
func (s *summary) filePages(d *doc) {
	l := d.lang
	d.heading(l.Say("文件清单", "Files"))
	d.mark(l.Say("文件清单", "Files"))
	cols := columns(28, 0, 0, 32, 36, 66, 30, 30, 30)
	t := &table{size: 8.5, leading: 12, head: []row{headRow(cols, l.Say("序号", "No."), l.Say("文件", "File"), l.Say("单位", "Unit"),
		l.Say("项目", "Projects"), l.Say("指标", "Targets"), l.Say("预算（万元）", "Budget (10,000 yuan)"),
		view.SeverityLabel(l, view.Severities[0]), view.SeverityLabel(l, view.Severities[1]), view.SeverityLabel(l, view.Severities[2]))}}
	for i := range s.files {
		f := &s.files[i]
		line := row{{text: strconv.Itoa(i + 1), align: 'C', fit: true}, {text: f.name}, {text: f.unit}}
		if f.failed {
			line[2] = cell{text: l.Say("未能读取，原因见运行报告", "not readable; see the run's report"), color: severityColors[model.Error]}
			line = append(line, make(row, 6)...)
		} else {
			line = append(line, counts(f.projects, f.indicators)...)
			line = append(line, cell{text: inWanText(f.total), align: 'R', fit: true})
			line = append(line, findingCounts(f.findings)...)
		}
		t.rows = append(t.rows, line.over(cols))
	}
	d.table(t)
	if s.more > 0 {
		d.y += 4
		d.note(l.Say("另有%d个文件未列出，已计入合计。", "%d more files are not listed but counted in the totals.", s.more))
	}
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
