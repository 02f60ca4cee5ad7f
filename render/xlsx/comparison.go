package xlsx

import (
	"context"
	"errors"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"jxmb/model"
	"jxmb/model/compare"
	"jxmb/render/view"
)

// WriteComparison writes a workbook: what the comparison amounts to, the projects
// of both sides, a row for each field that differs, and what became of findings.
func WriteComparison(ctx context.Context, w io.Writer, c *compare.Comparison, o view.Options) error {
	l := o.Lang
	title := l.Say("报送文件对比", "Comparison of submissions")
	if c.Years {
		title = l.Say("年度对比", "Comparison of years")
	}
	b := newBook(l, title)
	projects := addTable(b, l.Say("项目", "Projects"), comparedColumns)
	changes := addTable(b, l.Say("改动", "Changes"), changeColumns)
	findings := addTable(b, l.Say("问题", "Findings"), fateColumns)
	projects.markAt, projects.marks = stateHead.In(l), stateMarks(l)
	changes.markAt, changes.marks = stateHead.In(l), stateMarks(l)[:2] // nearly all others are changed
	findings.markAt, findings.marks = severityHead.In(l), severityMarks(l)
	for i := range c.Projects {
		if err := ctx.Err(); err != nil {
			return errors.Join(err, b.close())
		}
		p := &c.Projects[i]
		projects.add(p)
		addChanges(changes, p)
		for k := range p.Findings {
			findings.add(&p.Findings[k])
		}
	}
	for k := range c.Findings {
		findings.add(&c.Findings[k])
	}
	comparisonOverview(b, c)
	return b.write(w)
}

// comparisonOverview is the first sheet: figures of both sides.
func comparisonOverview(b *book, c *compare.Comparison) {
	l := b.lang
	o := &overview{book: b, sheet: overviewName(l), title: b.title,
		caption: l.Say("各表列出全部项目、每一处改动和问题的去向", "The sheets list all projects, everything that changed and what became of findings")}
	b.layout(o.sheet)
	for i, w := range []float64{30, 16, 16, 2, 8, 8, 8, 8, 8} {
		name, _ := excelize.ColumnNumberToName(i + 1)
		b.fail(b.file.SetColWidth(o.sheet, name, name, w))
	}
	hide := false
	b.fail(b.file.SetSheetView(o.sheet, 0, &excelize.ViewOptions{ShowGridLines: &hide}))
	o.heading()
	two := func(zh, en string, old, new int) {
		o.line([]cell{textCell(l.Say(zh, en)), countCell(old), countCell(new)}, roleFact, 1)
	}
	o.section(model.Text{ZH: "两边", EN: "Both sides"})
	o.header(model.Text{}, model.Text{ZH: "旧", EN: "Old"}, model.Text{ZH: "新", EN: "New"})
	two("文件", "Documents", c.Old.Documents, c.New.Documents)
	two("项目", "Projects", c.Old.Projects, c.New.Projects)
	two("指标", "Indicators", c.Old.Indicators, c.New.Indicators)
	two("问题", "Findings", c.Old.Findings, c.New.Findings)
	counted := func(label string, n int) { o.line([]cell{textCell(label), countCell(n)}, roleFact, 1) }
	o.skip()
	o.section(model.Text{ZH: "项目", EN: "Projects"})
	for _, s := range []struct {
		state compare.State
		n     int
	}{{compare.Added, c.Counts.Added}, {compare.Dropped, c.Counts.Dropped}, {compare.Changed, c.Counts.Changed}, {compare.Same, c.Counts.Same}} {
		counted(view.StateLabel(l, s.state), s.n)
	}
	o.skip()
	o.section(model.Text{ZH: "问题", EN: "Findings"})
	for i, n := range []int{c.Appeared, c.Remained, c.Settled} {
		counted(view.FateLabel(l, view.Fates[i]), n)
	}
}

var stateHead = model.Text{ZH: "状态", EN: "State"}

func stateMarks(l model.Lang) []mark {
	return []mark{
		{view.StateLabel(l, compare.Added), green, darkGreen},
		{view.StateLabel(l, compare.Dropped), red, darkRed},
		{view.StateLabel(l, compare.Changed), amber, darkGold},
	}
}

// at is the place on the new side, or on the old where it is gone.
func at(p *compare.ProjectChange) *compare.ProjectPlace {
	if p.New != nil {
		return p.New
	}
	return p.Old
}

// ofSide makes a column of what a side says, blank where the project is not there.
func ofSide(zh, en string, widest int, side func(*compare.ProjectChange) *compare.ProjectPlace, of func(*compare.ProjectPlace) string) column[*compare.ProjectChange] {
	return column[*compare.ProjectChange]{head: model.Text{ZH: zh, EN: en}, max: widest, cell: func(_ model.Lang, p *compare.ProjectChange) cell {
		if s := side(p); s != nil {
			return textCell(of(s))
		}
		return cell{}
	}}
}

var (
	oldSide = func(p *compare.ProjectChange) *compare.ProjectPlace { return p.Old }
	newSide = func(p *compare.ProjectChange) *compare.ProjectPlace { return p.New }
	nameOf  = func(p *compare.ProjectPlace) string { return p.Name }
	fileOf  = func(p *compare.ProjectPlace) string { return p.File }
)

var comparedColumns = []column[*compare.ProjectChange]{
	{head: stateHead, max: 8, cell: func(l model.Lang, p *compare.ProjectChange) cell { return labelCell(view.StateLabel(l, p.State)) }},
	ofSide("单位", "Unit", 26, at, func(p *compare.ProjectPlace) string { return p.Unit.Name }),
	ofSide("项目编码", "Project code", 24, at, func(p *compare.ProjectPlace) string { return p.Code }),
	ofSide("旧项目名称", "Old name", 32, oldSide, nameOf),
	ofSide("新项目名称", "New name", 32, newSide, nameOf),
	{head: model.Text{ZH: "对应依据", EN: "Told by"}, max: 12, cell: func(l model.Lang, p *compare.ProjectChange) cell { return labelCell(view.WayLabel(l, p)) }},
	{head: model.Text{ZH: "改动处", EN: "Changes"}, max: 8, cell: func(_ model.Lang, p *compare.ProjectChange) cell {
		n := len(p.Changes)
		for i := range p.Indicators {
			n += max(1, len(p.Indicators[i].Changes))
		}
		return countCell(n)
	}},
	fated("新出现问题", "New findings", compare.Appeared), fated("仍在", "Remaining", compare.Remained), fated("已解决", "Settled", compare.Settled),
	ofSide("旧文件", "Old file", 28, oldSide, fileOf),
	ofSide("新文件", "New file", 28, newSide, fileOf),
}

func fated(zh, en string, fate compare.Fate) column[*compare.ProjectChange] {
	return column[*compare.ProjectChange]{head: model.Text{ZH: zh, EN: en}, max: 10, cell: func(_ model.Lang, p *compare.ProjectChange) cell {
		n := 0
		for i := range p.Findings {
			if p.Findings[i].Fate == fate {
				n++
			}
		}
		return countCell(n)
	}}
}

// changeRow is a field that differs, or an indicator that was added or dropped.
type changeRow struct {
	project   *compare.ProjectChange
	indicator *compare.IndicatorChange // nil for the project's own fields
	change    compare.Change
}

// place is the indicator on the new side, or on the old where it is gone.
func (r changeRow) place() *compare.IndicatorPlace {
	switch {
	case r.indicator == nil:
		return nil
	case r.indicator.New != nil:
		return r.indicator.New
	}
	return r.indicator.Old
}

// origin is where the indicator stands, or the project whose own field differs.
func (r changeRow) origin() model.Origin {
	if p := r.place(); p != nil {
		return p.Origin
	}
	return at(r.project).Origin
}

// file is the one that the place is in.
func (r changeRow) file() string {
	if r.indicator != nil && r.indicator.New == nil {
		return r.project.Old.File
	}
	return at(r.project).File
}

func addChanges(t *table[changeRow], p *compare.ProjectChange) {
	for _, c := range p.Changes {
		t.add(changeRow{p, nil, c})
	}
	for i := range p.Indicators {
		in := &p.Indicators[i]
		switch in.State {
		case compare.Added:
			t.add(changeRow{p, in, compare.Change{Field: "target", State: in.State, New: in.New.Target}})
		case compare.Dropped:
			t.add(changeRow{p, in, compare.Change{Field: "target", State: in.State, Old: in.Old.Target}})
		}
		for _, c := range in.Changes {
			t.add(changeRow{p, in, c})
		}
	}
}

var changeColumns = []column[changeRow]{
	{head: stateHead, max: 8, cell: func(l model.Lang, r changeRow) cell { return labelCell(view.StateLabel(l, r.change.State)) }},
	{head: model.Text{ZH: "项目", EN: "Project"}, max: 30, cell: func(_ model.Lang, r changeRow) cell { return textCell(at(r.project).Name) }},
	{head: model.Text{ZH: "指标", EN: "Indicator"}, max: 36, cell: func(_ model.Lang, r changeRow) cell { return textCell(view.IndicatorPath(r.place())) }},
	{head: model.Text{ZH: "栏目", EN: "Field"}, max: 18, cell: func(l model.Lang, r changeRow) cell { return textCell(view.FieldLabel(l, &r.change)) }},
	{head: model.Text{ZH: "旧", EN: "Old"}, max: 44, cell: func(_ model.Lang, r changeRow) cell { return textCell(r.change.Old) }},
	{head: model.Text{ZH: "新", EN: "New"}, max: 44, cell: func(_ model.Lang, r changeRow) cell { return textCell(r.change.New) }},
	{head: model.Text{ZH: "要求", EN: "Effect"}, max: 14, optional: true, cell: func(l model.Lang, r changeRow) cell { return labelCell(view.EffectLabel(l, r.change.Effect)) }},
	{head: model.Text{ZH: "差额", EN: "Difference"}, max: 18, optional: true, cell: func(_ model.Lang, r changeRow) cell { return labelCell(view.Difference(&r.change)) }},
	{head: model.Text{ZH: "文件", EN: "File"}, max: 28, cell: func(_ model.Lang, r changeRow) cell { return textCell(r.file()) }},
	{head: placeHead, max: 20, optional: true, cell: func(l model.Lang, r changeRow) cell { return textCell(r.origin().Place(l)) }},
}

var fateColumns = slices.Concat(
	[]column[*compare.FindingChange]{
		{head: model.Text{ZH: "去向", EN: "Fate"}, max: 10, cell: func(l model.Lang, f *compare.FindingChange) cell { return labelCell(view.FateLabel(l, f.Fate)) }},
		{head: model.Text{ZH: "文件", EN: "File"}, max: 28, cell: func(_ model.Lang, f *compare.FindingChange) cell { return textCell(f.File) }},
	},
	plainFindingColumns(),
)

// plainFindingColumns are those of findings, their places leading nowhere.
func plainFindingColumns() []column[*compare.FindingChange] {
	var columns []column[*compare.FindingChange]
	for _, c := range findingColumns(false, new(whereabouts)) {
		show := c.cell
		if c.head == placeHead {
			show = func(l model.Lang, r findingRow) cell { return textCell(r.Origin.Place(l)) }
		}
		columns = append(columns, column[*compare.FindingChange]{
			head: c.head, max: c.max, optional: c.optional, aside: c.aside,
			cell: func(l model.Lang, f *compare.FindingChange) cell { return show(l, findingRow{Finding: &f.Finding}) },
		})
	}
	return columns
}
