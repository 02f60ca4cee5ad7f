package render

import (
	"cmp"
	"io"
	"slices"

	"jxmb/model"
)

// NewSummaryXLSX starts the workbook of a batch: an overview with native
// charts, totals by unit, and all projects, indicators and findings, each with
// its file. Lists are streamed, so memory does not grow with the batch beyond
// the compressed workbook; excelize keeps long sheets in temporary files until
// Close. A list longer than a sheet goes on as 指标(2).
func NewSummaryXLSX(w io.Writer, o Options) Summary {
	b := newXLSXBook(o.Lang, o.Lang.Say("绩效目标报送汇总", "Performance targets: summary of submissions"))
	s := &summaryXLSX{w: w, book: b, units: map[model.Unit]*unitTally{}}
	s.byUnit = addTable(b, o.Lang.Say("单位", "Units"), unitColumns)
	s.lists = addLists(b, true)
	return s
}

type summaryXLSX struct {
	w      io.Writer
	book   *xlsxBook
	lists  xlsxLists
	byUnit *xlsxTable[*unitTally]
	units  map[model.Unit]*unitTally
	total  tally
}

// unitTally is a row of the sheet 单位.
type unitTally struct {
	unit model.Unit
	tally
}

func (s *summaryXLSX) Add(file string, d *model.Document) error {
	s.total.addDocument(d)
	u := s.units[d.Unit]
	if u == nil {
		u = &unitTally{unit: d.Unit}
		s.units[d.Unit] = u
	}
	u.addDocument(d)
	s.lists.addDocument(file, d)
	return s.book.err
}

func (s *summaryXLSX) Close() error {
	if s.book.err != nil {
		return s.book.close()
	}
	units := make([]*unitTally, 0, len(s.units))
	for _, u := range s.units {
		units = append(units, u)
	}
	slices.SortFunc(units, func(a, b *unitTally) int {
		return cmp.Or(cmp.Compare(a.unit.Code, b.unit.Code), cmp.Compare(a.unit.Name, b.unit.Name))
	})
	for _, u := range units {
		s.byUnit.add(u)
	}
	s.overview(units).write()
	return s.book.write(s.w)
}

func (s *summaryXLSX) overview(units []*unitTally) *xlsxOverview {
	l := s.book.lang
	facts := []xlsxFactRow{
		{model.Text{ZH: "文件数", EN: "Documents"}, countCell(s.total.documents)},
		{model.Text{ZH: "单位数", EN: "Units"}, countCell(len(units))},
	}
	var bars []xlsxBar
	for _, u := range units {
		if u.tally.total != "" {
			bars = append(bars, xlsxBar{label: unitName(l, u.unit), amount: u.tally.total})
		}
	}
	return &xlsxOverview{
		book: s.book, sheet: overviewName(l), title: s.book.title,
		caption: l.Say("共 %d 个文件、%d 个单位、%d 个项目", "%d documents, %d units, %d projects", s.total.documents, len(units), s.total.projects),
		facts:   append(facts, tallyFacts(&s.total)...), tally: &s.total, bars: bars,
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

func unitCount(zh, en string, of func(*unitTally) int) xlsxColumn[*unitTally] {
	return xlsxColumn[*unitTally]{
		head: model.Text{ZH: zh, EN: en}, max: 12,
		cell: func(_ model.Lang, u *unitTally) xlsxCell { return countCell(of(u)) },
	}
}

func unitSum(zh, en string, of func(*unitTally) model.Decimal) xlsxColumn[*unitTally] {
	return xlsxColumn[*unitTally]{
		head: model.Text{ZH: zh, EN: en}, max: 24,
		cell: func(_ model.Lang, u *unitTally) xlsxCell { return moneyCell(of(u).Shift(-4)) },
	}
}

var unitColumns = []xlsxColumn[*unitTally]{
	{head: model.Text{ZH: "单位编码", EN: "Unit code"}, max: 14, cell: func(_ model.Lang, u *unitTally) xlsxCell {
		return labelCell(u.unit.Code)
	}},
	{head: model.Text{ZH: "单位名称", EN: "Unit"}, max: 36, cell: func(l model.Lang, u *unitTally) xlsxCell {
		return textCell(unitName(l, u.unit))
	}},
	unitCount("文件数", "Documents", func(u *unitTally) int { return u.documents }),
	unitCount("项目数", "Projects", func(u *unitTally) int { return u.projects }),
	unitCount("指标数", "Indicators", func(u *unitTally) int { return u.indicators }),
	unitSum("预算总额（万元）", "Total (10,000 yuan)", func(u *unitTally) model.Decimal { return u.tally.total }),
	unitSum("财政资金（万元）", "Fiscal (10,000 yuan)", func(u *unitTally) model.Decimal { return u.fiscal }),
	unitSum("其他资金（万元）", "Other (10,000 yuan)", func(u *unitTally) model.Decimal { return u.other }),
	unitCount("未计入总额的项目", "Projects not in the sum", func(u *unitTally) int { return u.unpriced }),
	{head: model.Text{ZH: "量化指标占比", EN: "Quantified share"}, max: 10, cell: func(_ model.Lang, u *unitTally) xlsxCell {
		return shareCell(u.quantified(), u.indicators)
	}},
	unitCount("不一致指标", "Conflicts", func(u *unitTally) int { return u.conflicts }),
	unitCount("错误", "Errors", func(u *unitTally) int { return u.findings[0] }),
	unitCount("警告", "Warnings", func(u *unitTally) int { return u.findings[1] }),
	unitCount("提示", "Infos", func(u *unitTally) int { return u.findings[2] }),
}
