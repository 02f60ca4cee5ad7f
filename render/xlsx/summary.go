package xlsx

import (
	"context"
	"errors"
	"io"

	"jxmb/model"
	"jxmb/render/view"
)

// newSummary starts the workbook of a batch: an overview with native charts,
// totals by unit, the files, those not read, findings by rule, and all projects,
// indicators and findings, each with its file. A project that was met before
// stands on sheets of its own, so that the others add up to the totals. Lists
// are streamed, so memory does not grow with the batch beyond the compressed
// workbook; long sheets are kept in temporary files until Close. A list longer
// than a sheet goes on as 指标(2).
func newSummary(w io.Writer, o view.Options) view.Summary {
	l := o.Lang
	b := newBook(l, l.Say("绩效目标报送汇总", "Performance targets: summary of submissions"))
	s := &summary{w: w, book: b, lists: addLists(b, true)}
	s.againProjects = addTable(b, l.Say("重复项目", "Repeated projects"), againColumns)
	s.againIndicators = addTable(b, l.Say("重复项目的指标", "Repeated indicators"), indicatorColumns(true))
	lead(s.againProjects, projectNameHead, func(r againRow, at location) { s.lists.at.project(r.projectRow, at) })
	lead(s.againIndicators, view.TargetHead, s.lists.at.indicator)
	return s
}

type summary struct {
	w     io.Writer
	book  *book
	lists lists

	againProjects   *table[againRow] // projects that do not count
	againIndicators *table[indicatorRow]
}

func (s *summary) Add(ctx context.Context, e view.Entry) error {
	d := e.Document
	if d == nil {
		return errors.Join(ctx.Err(), s.book.err)
	}
	for i := range d.Projects {
		if err := ctx.Err(); err != nil {
			return err
		}
		p := projectRow{file: e.File, document: d, project: &d.Projects[i]}
		indicators := s.lists.indicators
		if e.First[i] == "" {
			s.lists.projects.add(p)
		} else {
			s.againProjects.add(againRow{p, e.First[i]})
			indicators = s.againIndicators
		}
		for k := range p.project.Indicators {
			indicators.add(indicatorRow{p, &p.project.Indicators[k]})
		}
	}
	for i := range d.Findings {
		s.lists.findings.add(findingRow{e.File, d, &d.Findings[i]})
	}
	return s.book.err
}

func (s *summary) Close(ctx context.Context, season *view.Season) error {
	if err := ctx.Err(); err != nil {
		return errors.Join(err, s.book.close())
	}
	if s.book.err != nil {
		return s.book.close()
	}
	for f := range season.Cross() {
		s.lists.findings.add(findingRow{f.File, &model.Document{Unit: f.Unit}, f.Finding})
	}
	s.arrange(season)
	s.overview(season).write()
	return s.book.write(s.w)
}

// arrange puts the sheets in order: what is counted before what is listed, and
// none that is empty but the lists that every workbook has.
func (s *summary) arrange(season *view.Season) {
	b, l := s.book, s.book.lang
	lists := b.sheets[:3]
	b.sheets = nil
	units := addTable(b, l.Say("单位", "Units"), unitColumns)
	for _, u := range season.Units.Sorted() {
		units.add(u)
	}
	files := addTable(b, l.Say("文件", "Files"), fileColumns)
	files.markAt, files.marks = fileStateHead.In(l), []mark{{fileState(l, false), red, darkRed}}
	for i := range season.Files {
		files.add(&season.Files[i])
	}
	s.unread(season)
	if len(season.Rules) > 0 {
		rules := addTable(b, l.Say("问题汇总", "Findings by rule"), ruleColumns(season))
		rules.markAt, rules.marks = severityHead.In(l), severityMarks(l)
		for _, r := range season.WorstRules() {
			rules.add(r)
		}
	}
	b.sheets = append(b.sheets, lists...)
	if season.Again > 0 {
		b.sheets = append(b.sheets, s.againProjects, s.againIndicators)
	}
}

// unread is the sheet of the files that give no project: those that could not
// be read, and those that are no submissions.
func (s *summary) unread(season *view.Season) {
	if season.Unread+len(season.Ignored) == 0 {
		return
	}
	t := addTable(s.book, s.book.lang.Say("未读取", "Not read"), unreadColumns)
	for i := range season.Files {
		if f := &season.Files[i]; f.Fault != nil {
			t.add(unreadRow{f.File, view.Reason(s.book.lang, f.Fault), f.Fault.Hint})
		}
	}
	for _, f := range season.Ignored {
		t.add(unreadRow{f.File, f.Why.In(s.book.lang), model.Text{}})
	}
}

func (s *summary) overview(season *view.Season) *overview {
	l, t := s.book.lang, &season.Total
	unread := model.Text{ZH: "其中：未能读取", EN: "of them not readable"}
	again := model.Text{ZH: "重复报送（未计入）", EN: "Repeated, not counted"}
	againYuan := model.Text{ZH: "重复的预算（万元）", EN: "Budget of these (10,000 yuan)"}
	facts := append([]factRow{
		{model.Text{ZH: "文件数", EN: "Files"}, countCell(len(season.Files))},
		{unread, countCell(season.Unread)},
		{model.Text{ZH: "单位数", EN: "Units"}, countCell(len(season.Units))},
	}, tallyFacts(t)...)
	if season.Again > 0 {
		facts = append(facts, factRow{again, countCell(season.Again)}, factRow{againYuan, moneyCell(season.Yuan.Shift(-4))})
	}
	var bars []bar
	for _, u := range season.Units.Sorted() {
		if u.Tally.Total != "" {
			bars = append(bars, bar{label: unitName(l, u.Unit), amount: u.Tally.Total})
		}
	}
	return &overview{
		book: s.book, sheet: overviewName(l), title: s.book.title,
		caption: l.Say("共 %d 个文件、%d 个单位、%d 个项目", "%d files, %d units, %d projects", len(season.Files), len(season.Units), t.Projects),
		facts:   facts, tally: t, bars: bars,
		alarms:   map[model.Text]bool{unread: season.Unread > 0, again: true, againYuan: true},
		barHead:  model.Text{ZH: "单位", EN: "Unit"},
		barTitle: model.Text{ZH: "各单位预算", EN: "Budgets of units"},
	}
}

// unitName names a unit even where the form leaves its name out.
func unitName(l model.Lang, u model.Unit) string {
	switch {
	case u.Name != "":
		return u.Name
	case u.Code != "":
		return u.Code
	}
	return l.Say("未注明单位", "unnamed unit")
}

var unitColumns = append([]column[*view.UnitTally]{
	{head: model.Text{ZH: "单位编码", EN: "Unit code"}, max: 14, cell: func(_ model.Lang, u *view.UnitTally) cell {
		return labelCell(u.Unit.Code)
	}},
	{head: model.Text{ZH: "单位名称", EN: "Unit"}, max: 36, frozen: true, cell: func(l model.Lang, u *view.UnitTally) cell {
		return textCell(unitName(l, u.Unit))
	}},
	{head: model.Text{ZH: "文件数", EN: "Documents"}, max: 12, cell: func(_ model.Lang, u *view.UnitTally) cell {
		return countCell(u.Documents)
	}},
}, tallyColumns(func(u *view.UnitTally) *view.Tally { return &u.Tally })...)

var fileStateHead = model.Text{ZH: "读取", EN: "Read"}

func fileState(l model.Lang, read bool) string {
	if !read {
		return l.Say("未能读取", "not readable")
	}
	return l.Say("已读取", "read")
}

var fileColumns = append([]column[*view.FileTally]{
	{head: model.Text{ZH: "文件", EN: "File"}, max: 44, frozen: true, cell: func(_ model.Lang, f *view.FileTally) cell {
		return textCell(f.File)
	}},
	{head: fileStateHead, max: 14, cell: func(l model.Lang, f *view.FileTally) cell {
		return labelCell(fileState(l, f.Fault == nil))
	}},
	{head: model.Text{ZH: "单位", EN: "Unit"}, max: 30, cell: func(l model.Lang, f *view.FileTally) cell {
		if f.Fault != nil {
			return cell{}
		}
		return textCell(unitName(l, f.Unit))
	}},
	{head: model.Text{ZH: "年度", EN: "Year"}, max: 6, cell: func(_ model.Lang, f *view.FileTally) cell {
		if f.Fault != nil {
			return cell{}
		}
		return yearCell(f.Year)
	}},
	{head: model.Text{ZH: "重复项目", EN: "Repeated"}, max: 10, optional: true, cell: func(_ model.Lang, f *view.FileTally) cell {
		if f.Again == 0 {
			return cell{}
		}
		return countCell(f.Again)
	}},
}, tallyColumns(func(f *view.FileTally) *view.Tally {
	if f.Fault != nil {
		return nil
	}
	return &f.Tally
})...)

// tallyColumns are the figures of a row; a row without a tally leaves them
// empty.
func tallyColumns[R any](of func(R) *view.Tally) []column[R] {
	figure := func(zh, en string, widest int, show func(*view.Tally) cell) column[R] {
		return column[R]{head: model.Text{ZH: zh, EN: en}, max: widest, cell: func(_ model.Lang, r R) cell {
			if t := of(r); t != nil {
				return show(t)
			}
			return cell{}
		}}
	}
	count := func(zh, en string, n func(*view.Tally) int) column[R] {
		c := figure(zh, en, 12, func(t *view.Tally) cell { return countCell(n(t)) })
		c.sum = true
		return c
	}
	sum := func(zh, en string, yuan func(*view.Tally) model.Decimal) column[R] {
		c := figure(zh, en, 24, func(t *view.Tally) cell { return moneyCell(yuan(t).Shift(-4)) })
		c.sum, c.money = true, true
		return c
	}
	return []column[R]{
		count("项目数", "Projects", func(t *view.Tally) int { return t.Projects }),
		count("指标数", "Indicators", func(t *view.Tally) int { return t.Indicators }),
		sum("预算总额（万元）", "Total (10,000 yuan)", func(t *view.Tally) model.Decimal { return t.Total }),
		sum("财政资金（万元）", "Fiscal (10,000 yuan)", func(t *view.Tally) model.Decimal { return t.Fiscal }),
		sum("其他资金（万元）", "Other (10,000 yuan)", func(t *view.Tally) model.Decimal { return t.Other }),
		count("未计入总额的项目", "Projects not in the sum", func(t *view.Tally) int { return t.Unpriced }),
		figure("量化指标占比", "Quantified share", 10, func(t *view.Tally) cell { return shareCell(t.Quantified(), t.Indicators) }),
		count("不一致指标", "Conflicts", func(t *view.Tally) int { return t.Conflicts }),
		count("错误", "Error", func(t *view.Tally) int { return t.Findings[0] }),
		count("警告", "Warning", func(t *view.Tally) int { return t.Findings[1] }),
		count("提示", "Info", func(t *view.Tally) int { return t.Findings[2] }),
	}
}
