package xlsx

import (
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"jxmb/model"
	"jxmb/render/view"
)

// overview is the sheet 汇总: facts, counts and findings on the left,
// charts on the right, the figures of the larger chart below. Its blocks use
// columns A to C, the charts stand from column E on.
type overview struct {
	book           *book
	sheet          string
	title, caption string
	facts          []factRow
	alarms         map[model.Text]bool // names of facts shown in red
	tally          *view.Tally
	barHead        model.Text // what a bar stands for: 项目, 单位
	barTitle       model.Text
	bars           []bar
	row            int // the next free one, 1-based
}

type factRow struct {
	name model.Text
	cell cell
}

// bar is a budget in 元.
type bar struct {
	label  string
	amount model.Decimal
}

const (
	maxBars    = 15   // as many as fit on a page; the others are one row together
	factRoom   = 30   // digits that fit into columns B and C together
	lineHeight = 18.0 // points
	rowPixels  = 22   // the same as excelize converts it for charts
	chartWide  = 690  // pixels
	chartTop   = 4    // row
	kindRows   = 9    // rows of the chart of kinds
)

func overviewName(l model.Lang) string { return l.Say("汇总", "Summary") }

// write lays the sheet out from top to bottom.
func (o *overview) write() {
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
	chartRows := 0 // of the larger chart, with a row below it
	if len(o.bars) > 1 {
		chartRows = max(min(len(o.bars), maxBars)+3, kindRows) + 1
	}
	for o.row < chartTop+chartRows+kindRows+1 {
		o.skip()
	}
	if bars := o.barTable(); bars.last > bars.first { // one compares with nothing
		title := o.barTitle.In(b.lang) + b.lang.Say("（万元）", " (10,000 yuan)")
		o.chart(chartTop, chartRows-1, bars, title, "2E75B6", "#,##0.00")
	}
	if o.tally.Indicators > 0 {
		rows := barRange{kinds, kinds + len(view.Kinds) - 1}
		o.chart(chartTop+chartRows, kindRows, rows, b.lang.Say("指标类型（个）", "Targets by kind"), "70AD47", "#,##0")
	}
}

func (o *overview) heading() {
	o.merged(1, "I", textCell(o.title), roleTitle, 30)
	o.merged(2, "I", textCell(o.caption), roleCaption, rowHeight(wrappedLines(o.caption, 150)))
	o.row = chartTop
}

// merged writes a cell over columns A to last.
func (o *overview) merged(row int, last string, c cell, role role, height float64) {
	at := "A" + strconv.Itoa(row)
	o.book.fail(o.book.file.MergeCell(o.sheet, at, last+strconv.Itoa(row)))
	o.put(1, row, c, role)
	o.book.fail(o.book.file.SetRowHeight(o.sheet, row, height))
}

// blocks writes facts, kinds and findings; kinds is the first row of the
// counts by kind.
func (o *overview) blocks() (kinds int) {
	o.section(model.Text{ZH: "基本情况", EN: "At a glance"})
	for _, f := range o.facts {
		row := strconv.Itoa(o.row)
		o.book.fail(o.book.file.MergeCell(o.sheet, "B"+row, "C"+row))
		o.put(3, o.row, cell{form: formLabel}, roleBody)
		lines := wrappedLines(f.cell.shown(), factRoom)
		o.line([]cell{textCell(f.name.In(o.book.lang)), f.cell}, roleFact, lines)
		if o.alarms[f.name] {
			o.book.fail(o.book.file.SetConditionalFormat(o.sheet, "A"+row+":C"+row, []excelize.ConditionalFormatOptions{{
				Type: "formula", Criteria: "TRUE", Format: o.book.marker(red, darkRed),
			}}))
		}
	}
	o.skip()
	o.section(model.Text{ZH: "指标类型", EN: "Kinds of targets"})
	o.header(model.Text{ZH: "类型", EN: "Kind"}, model.Text{ZH: "指标数", EN: "Indicators"}, model.Text{ZH: "占比", EN: "Share"})
	kinds = o.row
	for i, k := range view.Kinds {
		o.counted(view.KindLabel(o.book.lang, k), o.tally.Kinds[i], o.tally.Indicators)
	}
	o.skip()
	o.section(model.Text{ZH: "审核问题", EN: "Findings"})
	all := 0
	for _, n := range o.tally.Findings {
		all += n
	}
	o.header(model.Text{ZH: "级别", EN: "Severity"}, model.Text{ZH: "条数", EN: "Findings"}, model.Text{ZH: "占比", EN: "Share"})
	first := o.row
	for i, s := range view.Severities {
		o.counted(view.SeverityLabel(o.book.lang, s), o.tally.Findings[i], all)
	}
	o.colourSeverities(first)
	o.skip()
	return kinds
}

// skip leaves a row empty, as high as the others: charts are placed by it.
func (o *overview) skip() {
	o.book.fail(o.book.file.SetRowHeight(o.sheet, o.row, lineHeight))
	o.row++
}

func (o *overview) counted(label string, n, all int) {
	o.line([]cell{textCell(label), countCell(n), shareCell(n, all)}, roleFact, 1)
}

// shareCell is n of all as a percentage.
func shareCell(n, all int) cell {
	if all == 0 {
		return cell{}
	}
	return cell{form: formShare, number: view.Share(n, all, 4)}
}

// colourSeverities marks the severities that occur.
func (o *overview) colourSeverities(first int) {
	b := o.book
	for i, m := range severityMarks(b.lang) {
		row := strconv.Itoa(first + i)
		b.fail(b.file.SetConditionalFormat(o.sheet, "A"+row+":C"+row, []excelize.ConditionalFormatOptions{{
			Type: "formula", Criteria: "$B$" + row + ">0", Format: b.marker(m.fill, m.color),
		}}))
	}
}

func (o *overview) section(text model.Text) {
	for column := 1; column <= 3; column++ {
		o.put(column, o.row, cell{}, roleSection)
	}
	o.put(1, o.row, textCell(text.In(o.book.lang)), roleSection)
	o.book.fail(o.book.file.SetRowHeight(o.sheet, o.row, lineHeight))
	o.row++
}

func (o *overview) header(heads ...model.Text) {
	for i, h := range heads {
		o.put(i+1, o.row, labelCell(h.In(o.book.lang)), roleHeader)
	}
	o.book.fail(o.book.file.SetRowHeight(o.sheet, o.row, lineHeight))
	o.row++
}

// line writes a row whose first cell plays the given role.
func (o *overview) line(cells []cell, first role, lines int) {
	for i, c := range cells {
		role := roleBody
		if i == 0 {
			role = first
		}
		o.put(i+1, o.row, c, role)
	}
	o.book.fail(o.book.file.SetRowHeight(o.sheet, o.row, rowHeight(lines)))
	o.row++
}

func (o *overview) put(column, row int, c cell, role role) {
	b := o.book
	at := cellName(column, row)
	look := lookOf(c)
	look.role = role
	b.fail(b.file.SetCellStyle(o.sheet, at, at, b.style(look)))
	if c.form == formBlank {
		return
	}
	if len(c.text) > maxText {
		c.text = b.continued(o.sheet, at, c.text)
	}
	b.fail(b.file.SetCellValue(o.sheet, at, b.value(c)))
	if c.note != nil {
		b.note(o.sheet, at, *c.note)
	}
}

// barTable writes the largest budgets, what the others add up to, and the
// sum; the range is that of the bars.
func (o *overview) barTable() (r barRange) {
	if len(o.bars) == 0 {
		return r
	}
	slices.SortStableFunc(o.bars, func(x, y bar) int { return y.amount.Cmp(x.amount) })
	var sum, others model.Decimal
	for i, bar := range o.bars {
		sum = sum.Add(bar.amount)
		if i >= maxBars {
			others = others.Add(bar.amount)
		}
	}
	o.book.fail(o.book.file.InsertPageBreak(o.sheet, "A"+strconv.Itoa(o.row)))
	o.section(o.barTitle)
	o.header(o.barHead, model.Text{ZH: "预算（万元）", EN: "10,000 yuan"}, model.Text{ZH: "占比", EN: "Share"})
	r.first = o.row
	for _, bar := range o.bars[:min(len(o.bars), maxBars)] {
		o.amount(bar.label, bar.amount, sum)
	}
	r.last = o.row - 1
	l := o.book.lang
	if n := len(o.bars) - maxBars; n > 0 {
		o.amount(l.Say("其余 %d 个", "%d others", n), others, sum)
	}
	o.amount(l.Say("合计", "Sum"), sum, sum)
	return r
}

func (o *overview) amount(label string, d, sum model.Decimal) {
	ratio := cell{}
	if sum.Sign() > 0 {
		ratio = cell{form: formShare, number: quotient(d, sum, 4)}
	}
	o.line([]cell{textCell(label), moneyCell(d.Shift(-4)), ratio}, roleFact, wrappedLines(label, o.book.room(26)))
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
