package render

import (
	"io"

	"jxmb/model"
)

// XLSX writes a workbook for analysts: an overview with native charts, then
// projects, indicators, findings and goals as tidy lists.
var XLSX = register(Format{Name: "xlsx", Ext: ".xlsx", Write: writeXLSX})

func writeXLSX(w io.Writer, d *model.Document, o Options) error {
	b := newXLSXBook(o.Lang, documentTitle(o.Lang, d))
	lists := addLists(b, false)
	lists.addDocument("", d)
	goals := addTable(b, o.Lang.Say("绩效目标", "Goals"), goalColumns)
	for _, g := range goalRows(d) {
		goals.add(g)
	}
	documentOverview(b, d).write()
	return b.write(w)
}

// xlsxLists are the lists that a document's workbook and a batch's share.
type xlsxLists struct {
	projects   *xlsxTable[xlsxProject]
	indicators *xlsxTable[xlsxIndicator]
	findings   *xlsxTable[xlsxFinding]
}

func addLists(b *xlsxBook, batch bool) xlsxLists {
	t := xlsxLists{
		projects:   addTable(b, b.lang.Say("项目", "Projects"), projectColumns(batch)),
		indicators: addTable(b, b.lang.Say("指标", "Indicators"), indicatorColumns(batch)),
		findings:   addTable(b, b.lang.Say("问题", "Findings"), findingColumns(batch)),
	}
	t.indicators.markAt = agreementHead.In(b.lang)
	t.indicators.marks = []xlsxMark{{agreementLabel(b.lang, model.Conflict), xlsxRed, xlsxDarkRed}}
	t.findings.markAt = severityHead.In(b.lang)
	t.findings.marks = severityMarks(b.lang)
	return t
}

// addDocument appends the rows of d; file names it in a batch.
func (t xlsxLists) addDocument(file string, d *model.Document) {
	for i := range d.Projects {
		p := xlsxProject{file: file, document: d, project: &d.Projects[i]}
		t.projects.add(p)
		for k := range p.project.Indicators {
			t.indicators.add(xlsxIndicator{p, &p.project.Indicators[k]})
		}
	}
	for i := range d.Findings {
		t.findings.add(xlsxFinding{file, d, &d.Findings[i]})
	}
}

func documentOverview(b *xlsxBook, d *model.Document) *xlsxOverview {
	t := new(tally)
	t.addDocument(d)
	l := b.lang
	facts := []xlsxFactRow{
		{model.Text{ZH: "单位名称", EN: "Unit"}, textCell(d.Unit.Name)},
		{model.Text{ZH: "单位编码", EN: "Unit code"}, textCell(d.Unit.Code)},
		{model.Text{ZH: "预算年度", EN: "Budget year"}, textCell(yearCell(d.FiscalYear).text)},
	}
	caption := l.Say("来源：%s", "Source: %s", d.Source.Name)
	if d.Source.SHA256 != "" {
		caption += "　SHA-256 " + d.Source.SHA256
	}
	return &xlsxOverview{
		book: b, sheet: overviewName(l), title: b.title, caption: caption,
		facts: append(facts, tallyFacts(t)...), tally: t, bars: projectBars(d),
		barHead:  model.Text{ZH: "项目", EN: "Project"},
		barTitle: model.Text{ZH: "项目预算", EN: "Budgets of projects"},
	}
}

// tallyFacts are the counts and sums of the overview.
func tallyFacts(t *tally) []xlsxFactRow {
	facts := []xlsxFactRow{
		{model.Text{ZH: "项目数", EN: "Projects"}, countCell(t.projects)},
		{model.Text{ZH: "绩效目标数", EN: "Goals"}, countCell(t.goals)},
		{model.Text{ZH: "绩效指标数", EN: "Indicators"}, countCell(t.indicators)},
		{model.Text{ZH: "预算总额（万元）", EN: "Budget (10,000 yuan)"}, moneyCell(t.total.Shift(-4))},
		{model.Text{ZH: "其中：财政资金（万元）", EN: "of it fiscal"}, moneyCell(t.fiscal.Shift(-4))},
		{model.Text{ZH: "其中：其他资金（万元）", EN: "of it other"}, moneyCell(t.other.Shift(-4))},
		{model.Text{ZH: "量化指标占比", EN: "Quantified share"}, shareCell(t.quantified(), t.indicators)},
		{model.Text{ZH: "两种读法不一致的指标", EN: "Conflicting targets"}, countCell(t.conflicts)},
	}
	if t.unpriced > 0 {
		facts = append(facts, xlsxFactRow{
			model.Text{ZH: "未计入总额的项目", EN: "Projects not in the sum"}, countCell(t.unpriced),
		})
	}
	return facts
}
