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

// newSummary starts the printable overview of a batch: totals, the units with
// a chart of their budgets, findings by rule and unit, what was sent twice, what
// could not be read, the files. At most maxUnits units and maxFiles lines of a
// list are printed, which nobody could use more of; the others are counted.
func newSummary(w io.Writer, o view.Options) view.Summary { return &summary{w: w, o: o} }

const maxUnits, maxFiles = 2000, 2000

type summary struct {
	w io.Writer
	o view.Options
}

// Add needs no document: the season has counted it.
func (s *summary) Add(ctx context.Context, _ view.Entry) error { return ctx.Err() }

func (s *summary) Close(ctx context.Context, season *view.Season) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	d, err := s.layOut(season)
	if err != nil {
		return err
	}
	return d.output(s.w)
}

// pages are a summary being laid out.
type pages struct {
	*doc
	*view.Season
	units  []*view.UnitTally
	others view.UnitTally // units beyond the limit
	title  string         // of a section whose first table is still to come
}

// begin puts a table, below the heading of its section where it is the first.
func (p *pages) begin(t *table) {
	const heading = 35 // points
	painter := p.measured(t)
	if p.title != "" {
		p.need(heading + min(painter.start(), bodyHeight-heading))
		p.heading(p.title)
		p.mark(p.title)
		p.title = ""
	}
	painter.put()
}

// layOut makes the pages.
func (s *summary) layOut(season *view.Season) (*doc, error) {
	d, err := newDoc(s.o)
	if err != nil {
		return nil, err
	}
	d.year = commonYear(season.Files)
	d.title = d.lang.Say("绩效目标报送汇总", "Performance targets: summary of submissions")
	if d.year != 0 {
		d.title = d.lang.Say("%d年绩效目标报送汇总", "Performance targets %d: summary of submissions", d.year)
	}
	d.running = [2]string{d.title, d.lang.Say("文件%d个", "%d files", len(season.Files))}
	p := &pages{doc: d, Season: season}
	p.units = p.listedUnits()
	sections := p.sections()
	p.front(sections)
	for _, section := range sections {
		p.title = section.title
		section.put()
	}
	d.lostCharacters()
	if d.limits.fault != nil {
		return nil, d.limits.fault
	}
	return d, nil
}

// section is a part of the summary after its front page.
type section struct {
	title string
	count int
	put   func()
}

// sections are those that have something to say.
func (p *pages) sections() []section {
	l := p.lang
	all := []section{
		{l.Say("分单位情况", "By unit"), len(p.units), p.unitPages},
		{l.Say("审核问题", "Findings"), len(p.Rules), p.findingPages},
		{l.Say("重复报送的项目", "Projects sent more than once"), len(p.Repeats), p.repeatPages},
		{l.Say("未读取的文件", "Files not read"), p.Unread, p.unreadPages},
		{l.Say("不是报送文件", "Files that are no submissions"), len(p.Ignored), p.ignoredPages},
		{l.Say("文件清单", "Files"), len(p.Files), p.filePages},
	}
	return slices.DeleteFunc(all, func(s section) bool { return s.count == 0 })
}

// commonYear is the fiscal year of the documents where they agree, else 0.
func commonYear(files []view.FileTally) int {
	year := 0
	for i := range files {
		if y := files[i].Year; y != 0 && year != 0 && y != year {
			return 0
		}
		year = cmp.Or(year, files[i].Year)
	}
	return year
}

func (p *pages) listedUnits() []*view.UnitTally {
	units := p.Units.Sorted()
	if len(units) <= maxUnits {
		return units
	}
	for _, u := range units[maxUnits:] {
		p.others.Merge(&u.Tally)
	}
	return append(units[:maxUnits], &p.others)
}

// unitLabel names a unit in lists and charts.
func (p *pages) unitLabel(u *view.UnitTally) string {
	if u == &p.others {
		return p.lang.Say("其余单位", "other units")
	}
	return unitText(p.lang, u.Unit)
}

func unitText(l model.Lang, u model.Unit) string {
	return cmp.Or(strings.TrimSpace(u.Code+" "+u.Name), l.Say("（未注明单位）", "(unit not named)"))
}

// front is the first page: the figures of the batch, where the rest stands, and
// the largest budgets.
func (p *pages) front(sections []section) {
	d, l := p.doc, p.lang
	d.newPage()
	d.mark(l.Say("汇总", "Summary"))
	d.y += 4
	d.centred(bold, 20, 30, sideMargin, bodyWidth, blue, d.title)
	d.y += 2
	line := l.Say("%d个单位，%d个文件", "%d units, %d files", len(p.Units), len(p.Files))
	if p.Unread > 0 {
		line += l.Say("，其中%d个未能读取", ", %d of them not readable", p.Unread)
	}
	d.centred(regular, 12.5, 20, sideMargin, bodyWidth, black, line)
	d.y += 12
	d.tiles(d.coverTiles(&p.Total))
	d.y += 6
	if p.Again > 0 {
		d.remark(severityColors[model.Error], l.Say("重复报送：%d个项目又出现%d次，合计%s万元，只计第一次。",
			"%d projects stand in further places, %d times in all, with %s (10,000 yuan); only the first of each counts.",
			len(p.Repeats), p.Again, inWanText(p.Yuan)))
	}
	if p.Total.Unpriced > 0 {
		d.note(l.Say("有%d个项目没有读出带单位的预算数，未计入预算总额。",
			"%d projects have no budget with a known unit and are not in the total.", p.Total.Unpriced))
	}
	p.contents(sections)
	p.unitBars()
}

// contents lists the sections with links to their pages. Each makes one mark,
// in order.
func (p *pages) contents(sections []section) {
	p.y += 6
	cols := columns(0, 60, 46)
	l := p.lang
	t := &table{size: 9, leading: 12.5, head: []row{headRow(cols, l.Say("内容", "Contents"), l.Say("数目", "Number"), l.Say("页码", "Page"))}}
	for i, s := range sections {
		mark := len(p.marks) + i + 1
		t.rows = append(t.rows, row{
			{text: s.title, link: mark}, {text: strconv.Itoa(s.count), align: 'R', link: mark}, {align: 'C', page: mark, link: mark},
		}.over(cols))
	}
	p.table(t)
}

func (p *pages) unitBars() {
	const most = 20
	var bars []barItem
	for _, u := range p.units {
		if u.Total.Sign() > 0 {
			bars = append(bars, barItem{cmp.Or(u.Unit.Name, p.unitLabel(u)), u.Total.Shift(-4)})
		}
	}
	slices.SortStableFunc(bars, func(a, b barItem) int { return b.value.Cmp(a.value) })
	title := p.lang.Say("各单位预算总额（万元）", "Budgets of the units (10,000 yuan)")
	if len(bars) > most {
		title = p.lang.Say("预算总额最大的%d个单位（万元）", "The %d largest budgets (10,000 yuan)", most)
		bars = bars[:most]
	}
	p.bars(title, bars)
}
