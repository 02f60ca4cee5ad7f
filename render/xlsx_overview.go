package render

import (
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"jxmb/model"
)

// xlsxOverview is the sheet 汇总: facts, counts and findings on the left,
// charts on the right, the figures of the larger chart below. Its blocks use
// columns A to C, the charts stand from column E on.
type xlsxOverview struct {
	book           *xlsxBook
	sheet          string
	title, caption string
	facts          []xlsxFactRow
	tally          *tally
	barHead        model.Text // what a bar stands for: 项目, 单位
	barTitle       model.Text
	bars           []xlsxBar
	row            int // the next free one, 1-based
}

type xlsxFactRow struct {
	name model.Text
	cell xlsxCell
}

// xlsxBar is a budget in 元.
type xlsxBar struct {
	label  string
	amount model.Decimal
}

const (
	xlsxMaxBars   = 15   // as many as fit on a page; the others are one row together
	xlsxFactRoom  = 30   // digits that fit into columns B and C together
	xlsxRowHeight = 18.0 // points
	xlsxRowPixels = 22   // the same as excelize converts it for charts
	xlsxChartWide = 690  // pixels
	xlsxChartTop  = 4    // row
	xlsxKindRows  = 9    // rows of the chart of kinds
)

func overviewName(l model.Lang) string { return l.Say("汇总", "Summary") }

// write lays the sheet out from top to bottom.
func (o *xlsxOverview) write() {
	b := o.book
	b.layout(o.sheet)
	for i, w := range []float64{26, 18, 14, 2, 17, 17, 17, 17, 17} {
		name, _ := excelize.ColumnNumberToName(i + 1)
		b.fail(b.file.SetColWidth(o.sheet, name, name, w))
	}
	hide := false
	b.fail(b.file.SetSheetView(o.sheet, 0, &excelize.ViewOptions{ShowGridLines: &hide}))
	o.heading()
	kinds := o.blocks()
	chartRows := min(len(o.bars), xlsxMaxBars) + 3
	chartRows = max(chartRows, xlsxKindRows)
	for o.row < xlsxChartTop+chartRows+1+xlsxKindRows+1 {
		o.skip()
	}
	if bars := o.barTable(); bars.first > 0 {
		title := o.barTitle.In(b.lang) + b.lang.Say("（万元）", " (10,000 yuan)")
		o.chart(xlsxChartTop, chartRows, bars, title, "2E75B6", "#,##0.00")
	}
	if o.tally.indicators > 0 {
		rows := barRange{kinds, kinds + len(kindOrder) - 1}
		o.chart(xlsxChartTop+chartRows+1, xlsxKindRows, rows, b.lang.Say("指标类型（个）", "Targets by kind"), "70AD47", "#,##0")
	}
}

func (o *xlsxOverview) heading() {
	o.merged(1, "I", textCell(o.title), xlsxTitle, 30)
	o.merged(2, "I", textCell(o.caption), xlsxCaption, rowHeight(wrappedLines(o.caption, 150)))
	o.row = xlsxChartTop
}

// merged writes a cell over columns A to last.
func (o *xlsxOverview) merged(row int, last string, c xlsxCell, role xlsxRole, height float64) {
	at := "A" + strconv.Itoa(row)
	o.book.fail(o.book.file.MergeCell(o.sheet, at, last+strconv.Itoa(row)))
	o.put(1, row, c, role)
	o.book.fail(o.book.file.SetRowHeight(o.sheet, row, height))
}

// blocks writes facts, kinds and findings; kinds is the first row of the
// counts by kind.
func (o *xlsxOverview) blocks() (kinds int) {
	o.section(model.Text{ZH: "基本情况", EN: "At a glance"})
	for _, f := range o.facts {
		row := strconv.Itoa(o.row)
		o.book.fail(o.book.file.MergeCell(o.sheet, "B"+row, "C"+row))
		o.put(3, o.row, xlsxCell{form: xlsxLabel}, xlsxBody)
		lines := wrappedLines(f.cell.shown(), xlsxFactRoom)
		o.line([]xlsxCell{textCell(f.name.In(o.book.lang)), f.cell}, xlsxFact, lines)
	}
	o.skip()
	o.section(model.Text{ZH: "指标类型", EN: "Kinds of targets"})
	o.header(model.Text{ZH: "类型", EN: "Kind"}, model.Text{ZH: "指标数", EN: "Indicators"}, model.Text{ZH: "占比", EN: "Share"})
	kinds = o.row
	for i, k := range kindOrder {
		o.counted(kindLabel(o.book.lang, k), o.tally.kinds[i], o.tally.indicators)
	}
	o.skip()
	o.section(model.Text{ZH: "审核问题", EN: "Findings"})
	all := 0
	for _, n := range o.tally.findings {
		all += n
	}
	o.header(model.Text{ZH: "级别", EN: "Severity"}, model.Text{ZH: "条数", EN: "Findings"}, model.Text{ZH: "占比", EN: "Share"})
	first := o.row
	for i, s := range severityOrder {
		o.counted(severityLabel(o.book.lang, s), o.tally.findings[i], all)
	}
	o.colourSeverities(first)
	o.skip()
	return kinds
}

// skip leaves a row empty, as high as the others: charts are placed by it.
func (o *xlsxOverview) skip() {
	o.book.fail(o.book.file.SetRowHeight(o.sheet, o.row, xlsxRowHeight))
	o.row++
}

func (o *xlsxOverview) counted(label string, n, all int) {
	o.line([]xlsxCell{textCell(label), countCell(n), shareCell(n, all)}, xlsxFact, 1)
}

// shareCell is n of all as a percentage.
func shareCell(n, all int) xlsxCell {
	if all == 0 {
		return xlsxCell{}
	}
	return xlsxCell{form: xlsxShare, number: share(n, all, 4)}
}

// colourSeverities marks the severities that occur.
func (o *xlsxOverview) colourSeverities(first int) {
	b := o.book
	for i, m := range severityMarks(b.lang) {
		row := strconv.Itoa(first + i)
		b.fail(b.file.SetConditionalFormat(o.sheet, "A"+row+":C"+row, []excelize.ConditionalFormatOptions{{
			Type: "formula", Criteria: "$B$" + row + ">0", Format: b.marker(m.fill, m.color),
		}}))
	}
}

func (o *xlsxOverview) section(text model.Text) {
	for column := 1; column <= 3; column++ {
		o.put(column, o.row, xlsxCell{}, xlsxSection)
	}
	o.put(1, o.row, textCell(text.In(o.book.lang)), xlsxSection)
	o.book.fail(o.book.file.SetRowHeight(o.sheet, o.row, xlsxRowHeight))
	o.row++
}

func (o *xlsxOverview) header(heads ...model.Text) {
	for i, h := range heads {
		o.put(i+1, o.row, labelCell(h.In(o.book.lang)), xlsxHeader)
	}
	o.book.fail(o.book.file.SetRowHeight(o.sheet, o.row, xlsxRowHeight))
	o.row++
}

// line writes a row whose first cell plays the given role.
func (o *xlsxOverview) line(cells []xlsxCell, first xlsxRole, lines int) {
	for i, c := range cells {
		role := xlsxBody
		if i == 0 {
			role = first
		}
		o.put(i+1, o.row, c, role)
	}
	o.book.fail(o.book.file.SetRowHeight(o.sheet, o.row, rowHeight(lines)))
	o.row++
}

func (o *xlsxOverview) put(column, row int, c xlsxCell, role xlsxRole) {
	b := o.book
	at := cellName(column, row)
	look := lookOf(c)
	look.role = role
	b.fail(b.file.SetCellStyle(o.sheet, at, at, b.style(look)))
	if c.form == xlsxBlank {
		return
	}
	if len(c.text) > xlsxMaxText {
		c.text = b.continued(o.sheet, at, c.text)
	}
	b.fail(b.file.SetCellValue(o.sheet, at, b.value(c)))
	if c.note.ZH != "" {
		b.note(o.sheet, at, c.note)
	}
}

// barTable writes the largest budgets, what the others add up to, and the
// sum; the range is that of the bars.
func (o *xlsxOverview) barTable() (r barRange) {
	if len(o.bars) == 0 {
		return r
	}
	slices.SortStableFunc(o.bars, func(x, y xlsxBar) int { return y.amount.Cmp(x.amount) })
	var sum, others model.Decimal
	for i, bar := range o.bars {
		sum = sum.Add(bar.amount)
		if i >= xlsxMaxBars {
			others = others.Add(bar.amount)
		}
	}
	o.book.fail(o.book.file.InsertPageBreak(o.sheet, "A"+strconv.Itoa(o.row)))
	o.section(o.barTitle)
	o.header(o.barHead, model.Text{ZH: "预算（万元）", EN: "10,000 yuan"}, model.Text{ZH: "占比", EN: "Share"})
	r.first = o.row
	for _, bar := range o.bars[:min(len(o.bars), xlsxMaxBars)] {
		o.amount(bar.label, bar.amount, sum)
	}
	r.last = o.row - 1
	l := o.book.lang
	if n := len(o.bars) - xlsxMaxBars; n > 0 {
		o.amount(l.Say("其余 %d 个", "%d others", n), others, sum)
	}
	o.amount(l.Say("合计", "Sum"), sum, sum)
	return r
}

func (o *xlsxOverview) amount(label string, d, sum model.Decimal) {
	ratio := xlsxCell{}
	if sum.Sign() > 0 {
		ratio = xlsxCell{form: xlsxShare, number: quotient(d, sum, 4)}
	}
	o.line([]xlsxCell{textCell(label), moneyCell(d.Shift(-4)), ratio}, xlsxFact, wrappedLines(label, o.book.room(26)))
}

// quotient is d ÷ e rounded to places digits.
func quotient(d, e model.Decimal, places int) model.Decimal {
	r := d.Rat()
	q, err := model.ParseDecimal(r.Quo(r, e.Rat()).FloatString(places))
	if err != nil {
		panic("render: internal error: " + err.Error())
	}
	return q
}
