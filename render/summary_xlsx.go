package render

import (
	"io"

	"jxmb/model"
)

// NewSummaryXLSX starts the workbook of a batch: an overview with native
// charts, totals by unit, the files, and all projects, indicators and
// findings, each with its file. Lists are streamed, so memory does not grow
// with the batch beyond the compressed workbook; long sheets are kept in
// temporary files until Close. A list longer than a sheet goes on as 指标(2).
func NewSummaryXLSX(w io.Writer, o Options) Summary {
	b := newXLSXBook(o.Lang, o.Lang.Say("绩效目标报送汇总", "Performance targets: summary of submissions"))
	s := &summaryXLSX{w: w, book: b, units: unitTallies{}}
	s.byUnit = addTable(b, o.Lang.Say("单位", "Units"), unitColumns)
	s.files = addTable(b, o.Lang.Say("文件", "Files"), fileColumns)
	s.files.markAt = fileStateHead.In(o.Lang)
	s.files.marks = []xlsxMark{{fileState(o.Lang, nil), xlsxRed, xlsxDarkRed}}
	s.lists = addLists(b, true)
	return s
}

type summaryXLSX struct {
	w      io.Writer
	book   *xlsxBook
	lists  xlsxLists
	byUnit *xlsxTable[*unitTally]
	files  *xlsxTable[xlsxFile]
	units  unitTallies
	total  tally
	failed int
}

func (s *summaryXLSX) Add(file string, d *model.Document) error {
	if d == nil {
		s.failed++
		s.files.add(xlsxFile{name: file})
		return s.book.err
	}
	var t tally
	t.addDocument(d)
	s.files.add(xlsxFile{file, d, &t})
	s.total.merge(&t)
	s.units.of(d.Unit).merge(&t)
	s.lists.addDocument(file, d)
	return s.book.err
}

func (s *summaryXLSX) Close() error {
	if s.book.err != nil {
		return s.book.close()
	}
	units := s.units.sorted()
	for _, u := range units {
		s.byUnit.add(u)
	}
	s.overview(units).write()
	return s.book.write(s.w)
}

func (s *summaryXLSX) overview(units []*unitTally) *xlsxOverview {
	l := s.book.lang
	facts := []xlsxFactRow{
		{model.Text{ZH: "文件数", EN: "Files"}, countCell(s.total.documents + s.failed)},
		{model.Text{ZH: "其中：未能读取", EN: "of them not readable"}, countCell(s.failed)},
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
		caption: l.Say("共 %d 个文件、%d 个单位、%d 个项目", "%d files, %d units, %d projects", s.total.documents+s.failed, len(units), s.total.projects),
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

var unitColumns = append([]xlsxColumn[*unitTally]{
	{head: model.Text{ZH: "单位编码", EN: "Unit code"}, max: 14, cell: func(_ model.Lang, u *unitTally) xlsxCell {
		return labelCell(u.unit.Code)
	}},
	{head: model.Text{ZH: "单位名称", EN: "Unit"}, max: 36, cell: func(l model.Lang, u *unitTally) xlsxCell {
		return textCell(unitName(l, u.unit))
	}},
	{head: model.Text{ZH: "文件数", EN: "Documents"}, max: 12, cell: func(_ model.Lang, u *unitTally) xlsxCell {
		return countCell(u.documents)
	}},
}, tallyColumns(func(u *unitTally) *tally { return &u.tally })...)

// xlsxFile is a row of the sheet 文件. Document and tally are nil where the
// file could not be read.
type xlsxFile struct {
	name     string
	document *model.Document
	*tally
}

var fileStateHead = model.Text{ZH: "读取", EN: "Read"}

func fileState(l model.Lang, d *model.Document) string {
	if d == nil {
		return l.Say("未能读取", "not readable")
	}
	return l.Say("已读取", "read")
}

var fileColumns = append([]xlsxColumn[xlsxFile]{
	{head: model.Text{ZH: "文件", EN: "File"}, max: 44, cell: func(_ model.Lang, f xlsxFile) xlsxCell {
		return textCell(f.name)
	}},
	{head: fileStateHead, max: 14, cell: func(l model.Lang, f xlsxFile) xlsxCell {
		return labelCell(fileState(l, f.document))
	}},
	{head: model.Text{ZH: "单位", EN: "Unit"}, max: 30, cell: func(l model.Lang, f xlsxFile) xlsxCell {
		if f.document == nil {
			return xlsxCell{}
		}
		return textCell(unitName(l, f.document.Unit))
	}},
	{head: model.Text{ZH: "年度", EN: "Year"}, max: 6, cell: func(_ model.Lang, f xlsxFile) xlsxCell {
		if f.document == nil {
			return xlsxCell{}
		}
		return yearCell(f.document.FiscalYear)
	}},
}, tallyColumns(func(f xlsxFile) *tally { return f.tally })...)

// tallyColumns are the figures of a row; a row without a tally leaves them
// empty.
func tallyColumns[R any](of func(R) *tally) []xlsxColumn[R] {
	column := func(zh, en string, widest int, cell func(*tally) xlsxCell) xlsxColumn[R] {
		return xlsxColumn[R]{head: model.Text{ZH: zh, EN: en}, max: widest, cell: func(_ model.Lang, r R) xlsxCell {
			if t := of(r); t != nil {
				return cell(t)
			}
			return xlsxCell{}
		}}
	}
	count := func(zh, en string, n func(*tally) int) xlsxColumn[R] {
		return column(zh, en, 12, func(t *tally) xlsxCell { return countCell(n(t)) })
	}
	sum := func(zh, en string, yuan func(*tally) model.Decimal) xlsxColumn[R] {
		return column(zh, en, 24, func(t *tally) xlsxCell { return moneyCell(yuan(t).Shift(-4)) })
	}
	return []xlsxColumn[R]{
		count("项目数", "Projects", func(t *tally) int { return t.projects }),
		count("指标数", "Indicators", func(t *tally) int { return t.indicators }),
		sum("预算总额（万元）", "Total (10,000 yuan)", func(t *tally) model.Decimal { return t.total }),
		sum("财政资金（万元）", "Fiscal (10,000 yuan)", func(t *tally) model.Decimal { return t.fiscal }),
		sum("其他资金（万元）", "Other (10,000 yuan)", func(t *tally) model.Decimal { return t.other }),
		count("未计入总额的项目", "Projects not in the sum", func(t *tally) int { return t.unpriced }),
		column("量化指标占比", "Quantified share", 10, func(t *tally) xlsxCell { return shareCell(t.quantified(), t.indicators) }),
		count("不一致指标", "Conflicts", func(t *tally) int { return t.conflicts }),
		count("错误", "Errors", func(t *tally) int { return t.findings[0] }),
		count("警告", "Warnings", func(t *tally) int { return t.findings[1] }),
		count("提示", "Infos", func(t *tally) int { return t.findings[2] }),
	}
}
