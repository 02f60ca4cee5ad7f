package xlsx

import (
	"context"
	"errors"
	"io"

	"jxmb/model"
	"jxmb/render/view"
)

// newSummary starts the workbook of a batch: an overview with native
// charts, totals by unit, the files, and all projects, indicators and
// findings, each with its file. Lists are streamed, so memory does not grow
// with the batch beyond the compressed workbook; long sheets are kept in
// temporary files until Close. A list longer than a sheet goes on as 指标(2).
func newSummary(w io.Writer, o view.Options) view.Summary {
	b := newBook(o.Lang, o.Lang.Say("绩效目标报送汇总", "Performance targets: summary of submissions"))
	s := &summary{w: w, book: b, units: view.UnitTallies{}}
	s.byUnit = addTable(b, o.Lang.Say("单位", "Units"), unitColumns)
	s.files = addTable(b, o.Lang.Say("文件", "Files"), fileColumns)
	s.files.markAt = fileStateHead.In(o.Lang)
	s.files.marks = []mark{{fileState(o.Lang, nil), red, darkRed}}
	s.lists = addLists(b, true)
	return s
}

type summary struct {
	w      io.Writer
	book   *book
	lists  lists
	byUnit *table[*view.UnitTally]
	files  *table[fileRow]
	units  view.UnitTallies
	total  view.Tally
	failed int
}

func (s *summary) Add(ctx context.Context, e view.Entry) error {
	file, d := e.File, e.Document
	if d == nil {
		s.failed++
		s.files.add(fileRow{name: file})
		return s.book.err
	}
	var t view.Tally
	t.AddDocument(d)
	s.files.add(fileRow{file, d, &t})
	s.total.Merge(&t)
	s.units.Of(d.Unit).Merge(&t)
	if err := s.lists.addDocument(ctx, file, d); err != nil {
		return err
	}
	return s.book.err
}

func (s *summary) Close(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return errors.Join(err, s.book.close())
	}
	if s.book.err != nil {
		return s.book.close()
	}
	units := s.units.Sorted()
	for _, u := range units {
		s.byUnit.add(u)
	}
	s.overview(units).write()
	return s.book.write(s.w)
}

func (s *summary) overview(units []*view.UnitTally) *overview {
	l := s.book.lang
	facts := []factRow{
		{model.Text{ZH: "文件数", EN: "Files"}, countCell(s.total.Documents + s.failed)},
		{model.Text{ZH: "其中：未能读取", EN: "of them not readable"}, countCell(s.failed)},
		{model.Text{ZH: "单位数", EN: "Units"}, countCell(len(units))},
	}
	var bars []bar
	for _, u := range units {
		if u.Tally.Total != "" {
			bars = append(bars, bar{label: unitName(l, u.Unit), amount: u.Tally.Total})
		}
	}
	return &overview{
		book: s.book, sheet: overviewName(l), title: s.book.title,
		caption: l.Say("共 %d 个文件、%d 个单位、%d 个项目", "%d files, %d units, %d projects", s.total.Documents+s.failed, len(units), s.total.Projects),
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

var unitColumns = append([]column[*view.UnitTally]{
	{head: model.Text{ZH: "单位编码", EN: "Unit code"}, max: 14, cell: func(_ model.Lang, u *view.UnitTally) cell {
		return labelCell(u.Unit.Code)
	}},
	{head: model.Text{ZH: "单位名称", EN: "Unit"}, max: 36, cell: func(l model.Lang, u *view.UnitTally) cell {
		return textCell(unitName(l, u.Unit))
	}},
	{head: model.Text{ZH: "文件数", EN: "Documents"}, max: 12, cell: func(_ model.Lang, u *view.UnitTally) cell {
		return countCell(u.Documents)
	}},
}, tallyColumns(func(u *view.UnitTally) *view.Tally { return &u.Tally })...)

// fileRow is a row of the sheet 文件. Document and tally are nil where the
// file could not be read.
type fileRow struct {
	name     string
	document *model.Document
	*view.Tally
}

var fileStateHead = model.Text{ZH: "读取", EN: "Read"}

func fileState(l model.Lang, d *model.Document) string {
	if d == nil {
		return l.Say("未能读取", "not readable")
	}
	return l.Say("已读取", "read")
}

var fileColumns = append([]column[fileRow]{
	{head: model.Text{ZH: "文件", EN: "File"}, max: 44, cell: func(_ model.Lang, f fileRow) cell {
		return textCell(f.name)
	}},
	{head: fileStateHead, max: 14, cell: func(l model.Lang, f fileRow) cell {
		return labelCell(fileState(l, f.document))
	}},
	{head: model.Text{ZH: "单位", EN: "Unit"}, max: 30, cell: func(l model.Lang, f fileRow) cell {
		if f.document == nil {
			return cell{}
		}
		return textCell(unitName(l, f.document.Unit))
	}},
	{head: model.Text{ZH: "年度", EN: "Year"}, max: 6, cell: func(_ model.Lang, f fileRow) cell {
		if f.document == nil {
			return cell{}
		}
		return yearCell(f.document.FiscalYear)
	}},
}, tallyColumns(func(f fileRow) *view.Tally { return f.Tally })...)

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
		return figure(zh, en, 12, func(t *view.Tally) cell { return countCell(n(t)) })
	}
	sum := func(zh, en string, yuan func(*view.Tally) model.Decimal) column[R] {
		return figure(zh, en, 24, func(t *view.Tally) cell { return moneyCell(yuan(t).Shift(-4)) })
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
		count("错误", "Errors", func(t *view.Tally) int { return t.Findings[0] }),
		count("警告", "Warnings", func(t *view.Tally) int { return t.Findings[1] }),
		count("提示", "Infos", func(t *view.Tally) int { return t.Findings[2] }),
	}
}
