// Package xlsx writes workbooks for analysts: of a document and of a batch.
package xlsx

import (
	"context"
	"errors"
	"io"
	"slices"

	"jxmb/model"
	"jxmb/render/view"
)

// Format writes a workbook for analysts: an overview with native charts, then
// projects, indicators, findings and goals as tidy lists.
var Format = view.Format{Name: "xlsx", Ext: ".xlsx", People: true, Write: write, Over: []view.Over{{Name: "summary.xlsx", Start: newSummary}}}

func write(ctx context.Context, w io.Writer, d *model.Document, o view.Options) error {
	b := newBook(o.Lang, view.Title(o.Lang, d))
	lists := addLists(b, false)
	if err := lists.addDocument(ctx, "", d); err != nil {
		return errors.Join(err, b.close())
	}
	goals := addTable(b, o.Lang.Say("绩效目标", "Goals"), goalColumns)
	for _, g := range goalRows(d) {
		goals.add(g)
	}
	documentOverview(b, d).write()
	return b.write(w)
}

// lists are the lists that a document's workbook and a batch's share.
type lists struct {
	projects   *table[projectRow]
	indicators *table[indicatorRow]
	findings   *table[findingRow]
	at         *whereabouts // of what findings lead to
}

func addLists(b *book, batch bool) lists {
	at := new(whereabouts)
	t := lists{
		at:         at,
		projects:   addTable(b, b.lang.Say("项目", "Projects"), projectColumns(batch)),
		indicators: addTable(b, b.lang.Say("指标", "Indicators"), indicatorColumns(batch)),
		findings:   addTable(b, b.lang.Say("问题", "Findings"), findingColumns(batch, at)),
	}
	lead(t.projects, projectNameHead, at.project)
	lead(t.indicators, view.TargetHead, at.indicator)
	t.indicators.markAt = view.AgreementHead.In(b.lang)
	t.indicators.marks = []mark{{view.AgreementLabel(b.lang, model.Conflict), red, darkRed}}
	t.findings.markAt = severityHead.In(b.lang)
	t.findings.marks = severityMarks(b.lang)
	t.findings.rank = func(r findingRow) int { return slices.Index(view.Severities[:], r.Severity) }
	return t
}

// lead lets cells lead to the rows of a table, in the column of that heading;
// added learns where they are.
func lead[R any](t *table[R], head model.Text, added func(R, location)) {
	t.book.links = append(t.book.links, t)
	t.number, t.linkAt, t.added = int32(len(t.book.links)), head, added
}

// addDocument appends the rows of d; file names it in a batch.
func (t lists) addDocument(ctx context.Context, file string, d *model.Document) error {
	for i := range d.Projects {
		if err := ctx.Err(); err != nil {
			return err
		}
		p := projectRow{file: file, document: d, project: &d.Projects[i]}
		t.projects.add(p)
		for k := range p.project.Indicators {
			t.indicators.add(indicatorRow{p, &p.project.Indicators[k]})
		}
	}
	for i := range d.Findings {
		t.findings.add(findingRow{file, d, &d.Findings[i]})
	}
	return nil
}

func documentOverview(b *book, d *model.Document) *overview {
	t := new(view.Tally)
	t.AddDocument(d)
	l := b.lang
	facts := []factRow{
		{model.Text{ZH: "单位名称", EN: "Unit"}, textCell(d.Unit.Name)},
		{model.Text{ZH: "单位编码", EN: "Unit code"}, textCell(d.Unit.Code)},
		{model.Text{ZH: "预算年度", EN: "Budget year"}, textCell(yearCell(d.FiscalYear).text)},
	}
	caption := l.Say("来源：%s", "Source: %s", d.Source.Name)
	if d.Source.SHA256 != "" {
		caption += "　SHA-256 " + d.Source.SHA256
	}
	return &overview{
		book: b, sheet: overviewName(l), title: b.title, caption: caption,
		facts: append(facts, tallyFacts(t)...), tally: t, bars: projectBars(d),
		barHead:  model.Text{ZH: "项目", EN: "Project"},
		barTitle: model.Text{ZH: "项目预算", EN: "Budgets of projects"},
	}
}

// tallyFacts are the counts and sums of the overview.
func tallyFacts(t *view.Tally) []factRow {
	facts := []factRow{
		{model.Text{ZH: "项目数", EN: "Projects"}, countCell(t.Projects)},
		{model.Text{ZH: "绩效目标数", EN: "Goals"}, countCell(t.Goals)},
		{model.Text{ZH: "绩效指标数", EN: "Indicators"}, countCell(t.Indicators)},
		{model.Text{ZH: "预算总额（万元）", EN: "Budget (10,000 yuan)"}, moneyCell(t.Total.Shift(-4))},
		{model.Text{ZH: "其中：财政资金（万元）", EN: "of it fiscal"}, moneyCell(t.Fiscal.Shift(-4))},
		{model.Text{ZH: "其中：其他资金（万元）", EN: "of it other"}, moneyCell(t.Other.Shift(-4))},
		{model.Text{ZH: "量化指标占比", EN: "Quantified share"}, shareCell(t.Quantified(), t.Indicators)},
		{model.Text{ZH: "两种读法不一致的指标", EN: "Conflicting targets"}, countCell(t.Conflicts)},
	}
	if t.Unpriced > 0 {
		facts = append(facts, factRow{
			model.Text{ZH: "未计入总额的项目", EN: "Projects not in the sum"}, countCell(t.Unpriced),
		})
	}
	return facts
}
