package record

import (
	"cmp"
	"context"
	"slices"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// collector groups the tables of a document into records.
type collector struct {
	*Gathering
	records []*Record
	current *Record
	lead    lead           // what stands since the last table
	group   *group         // tables that are one table so far
	under   *Heading       // the heading opened last
	shared  string         // money unit declared above the title of the first form, which holds for all
	waiting *waiting       // nil: none
	block   int            // being walked over
	last    map[string]int // last block of each heading's title, normalised; nil until asked for
}

// Collect walks the blocks. Tables that are one table, cut in pieces, are
// joined first ([group]); then a heading, or a table that names a project, opens
// a record, and the indicator table joins it. It gives up where ctx has ended or no
// memory is left.
func (r *Gathering) Collect(ctx context.Context) []*Record {
	c := &collector{Gathering: r}
	next := 0
	for i := range r.Doc.Blocks {
		if ctx.Err() != nil || r.Full != nil {
			return nil
		}
		c.block = i
		if next < len(r.Headings) && r.Headings[next].Block == i {
			c.open(&r.Headings[next])
			next++
		}
		switch b := r.Doc.Blocks[i]; {
		case b.Paragraph != nil:
			c.paragraph(b.Paragraph)
		case b.Table != nil:
			c.table(b.Table)
		}
	}
	c.settle()
	c.closeForm()
	c.closeHeading(nil)
	return c.records
}

// open begins a part under its heading. A bookmark around nothing, or on the
// table itself, belongs to the title before it, and one around a blank line to the
// title behind it. The title of the form that
// stands above, printed once more, opens nothing: the tables decide.
func (c *collector) open(h *Heading) {
	switch pending := c.lead.heading; {
	case pending == nil || h.Outline != label.NoField:
	case h.Title == "" && pending.Bookmark == "":
		pending.Bookmark, h.used = h.Bookmark, true
		return
	case pending.Title == "" && h.Bookmark == "":
		pending.Title, pending.style, h.used = h.Title, h.style, true
		return
	}
	if c.repeats(h) {
		c.lead.heading, c.lead.loose = h, true
		h.repeats = true
		return
	}
	c.settle()
	c.closeForm()
	c.closeHeading(h)
	if len(c.records) == 0 {
		c.shared = cmp.Or(c.lead.caption, c.shared)
	}
	c.current, c.lead, c.under = nil, lead{}, h
	if h.Outline == label.NoField {
		c.lead.heading, c.lead.caption = h, spacedUnit(h.Title)
	}
}

// repeats says whether the heading is the title of the form above once more.
func (c *collector) repeats(h *Heading) bool {
	above, pending := c.under, c.lead.heading
	switch {
	case above == nil || above.Title == "" || h.Title == "":
		return false
	case c.group == nil && c.current == nil, c.lead.between != "":
		return false // no form stands above, or text of its own below it
	case pending != nil && !pending.repeats, h.Outline != label.NoField:
		return false
	case h.Bookmark != "" && h.Bookmark != above.Bookmark:
		return false
	}
	if continues(label.Normal(h.Title)) { // …绩效目标表（续）, whatever bracket stood behind the title
		return label.Base(h.Title) == label.Base(above.Title)
	}
	return label.Normal(h.Title) == label.Normal(above.Title)
}

// closeHeading reports a heading without tables, unless it is a line of a
// contents list or the title of a chapter, which h, the next one, opens.
func (c *collector) closeHeading(next *Heading) {
	h := c.lead.heading
	if h == nil || h.used || h.repeats {
		return
	}
	if h.Bookmark == "" {
		n, numbered := label.LeadingNumber(h.Title)
		if !numbered || n.Style != label.StyleArabic || c.again(h) {
			return
		}
	}
	if next != nil && !c.lead.left && h.over(next) {
		return
	}
	c.Finding(draft.RuleNoTable, c.PlaceOf(h), model.Say("标题“%s”下没有可读的绩效目标表", "no readable table stands under the heading %q", h.Title))
	c.About(h.Title)
	c.Args("title", h.Title)
}

func (c *collector) again(h *Heading) bool {
	if c.last == nil {
		c.last = map[string]int{}
		for i := range c.Headings {
			c.last[label.Normal(c.Headings[i].Title)] = c.Headings[i].Block
		}
	}
	return c.last[label.Normal(h.Title)] > h.Block
}

// paragraph takes up a paragraph before a table.
func (c *collector) paragraph(p *block.Paragraph) {
	h := c.lead.heading
	if p.TOC || h != nil && !label.Blank(p.Text) && h.Title == label.Trim(p.Number+p.Text) {
		return
	}
	c.line(p)
}

// settle gives the tables that are one to the records.
func (c *collector) settle() {
	g := c.group
	if g == nil {
		return
	}
	c.group = nil
	since := c.lead
	for _, f := range g.forms(c) {
		if left, right := f.sheet.Sidebar(); left != nil {
			left.FindBands("")
			right.FindBands("")
			c.lead = f.lead
			c.place(left, f.opens)
			c.place(right, false)
			continue
		}
		for i, s := range f.sheet.SideBySide() {
			if s != f.sheet {
				s.FindBands("")
			}
			c.lead = f.lead
			c.place(s, f.opens || i > 0)
		}
	}
	c.lead.add(since) // nothing stands before it, unless the last one is no form
}

// place sorts one table: left alone, added to the current record, or the first
// of a new one; opens tells that it was told apart from the form above it.
func (c *collector) place(s *sheet.Sheet, opens bool) {
	kind := s.Kind()
	switch {
	case kind == sheet.NotForm && !opens:
		c.leave(s)
		return
	case kind == sheet.PartOfForm && c.awaited(s):
		c.lead = c.waiting.lead
		c.begin(c.waiting.sheet)
		c.join(s)
	case !opens && c.goesOn(s, kind == sheet.PartOfForm):
		c.join(s)
	default:
		c.begin(s)
	}
	s.Over = c.over(c.lead.levels)
	c.lead, c.waiting = lead{}, nil
	c.takeNested(s)
}

// over is the lines as cells, which the indicators below take their levels from.
func (c *collector) over(lines []*block.Paragraph) (cells []*sheet.Cell) {
	for _, p := range lines {
		line := &block.Cell{Text: p.Text, Start: p.Start, End: p.End}
		cell := &sheet.Cell{Cell: line, Own: line, Table: &block.Table{Area: p.Area}}
		cell.Entry, _ = c.words.Lookup(p.Text)
		cells = append(cells, cell)
	}
	return cells
}

// goesOn says whether the table, part of a form or not, goes on with the current
// record.
func (c *collector) goesOn(s *sheet.Sheet, part bool) bool {
	if h := c.lead.heading; c.current == nil || h != nil && !h.repeats {
		return false
	}
	return part && !c.separate(s) || c.sameList(s)
}

// sameList says whether the table goes on with a list of projects: the same
// header on the next page.
func (c *collector) sameList(s *sheet.Sheet) bool {
	last := c.current.Sheets[len(c.current.Sheets)-1]
	return s.Lists() && last.Lists() && last.Bands[len(last.Bands)-1].SameColumns(&s.Bands[0])
}

// begin opens a record with the table.
func (c *collector) begin(s *sheet.Sheet) {
	l := &c.lead
	c.closeForm()
	if len(c.records) == 0 && l.parted {
		c.shared = l.caption
	}
	rec := &Record{Heading: l.heading, caption: cmp.Or(l.caption, c.shared), Year: cmp.Or(l.year, l.titleYear()), Lines: l.lines, Sheets: []*sheet.Sheet{s}}
	if l.heading != nil {
		l.heading.used = true
	}
	if rec.Heading == nil && l.mayTitle(s) {
		rec.Heading = &Heading{Title: label.Trim(l.between), used: true}
		if _, from := label.NumberedName(l.between); from > 0 {
			rec.Lines = append(rec.Lines, labelled{label.Name, label.Pair{Start: from, End: len(l.between)}, l.own})
		}
	}
	c.records = append(c.records, rec)
	c.current = rec
}

// join adds the table to the current record.
func (c *collector) join(s *sheet.Sheet) {
	rec := c.current
	c.closeForm()
	if rec.caption == "" {
		rec.caption = c.lead.caption
	}
	rec.Sheets = append(rec.Sheets, s)
}

// closeForm gives the form above the lines that close it.
func (c *collector) closeForm() {
	if c.current != nil {
		c.current.Lines = append(c.current.Lines, c.lead.foot...)
	}
	c.lead.foot = nil
}

// separate says whether an indicator table behind other text is one more
// project rather than the rest of the current one, which has its indicators.
func (c *collector) separate(s *sheet.Sheet) bool {
	if c.lead.between == "" && c.lead.heading == nil || !s.HasHeader() {
		return false
	}
	return slices.ContainsFunc(c.current.Sheets, (*sheet.Sheet).HasHeader)
}

// leave passes a table that is no form. Forms inside its cells are read; one
// that looks like a form and has no header is reported.
func (c *collector) leave(s *sheet.Sheet) {
	for i := range s.Cells {
		if len(s.Cells[i].Nested) > 0 {
			c.inside(&s.Cells[i])
		}
	}
	t := s.First
	if words := s.LevelWords(); len(words) >= 2 {
		c.Finding(draft.RuleNoTable, c.OriginOf(t),
			model.Say("表里有“%s”“%s”，但没有认出指标表的表头，没有读取",
				"the table holds %s and %s, but no header of an indicator table was recognised; it was not read", words[0], words[1]))
	}
	c.left(s)
	c.waiting = nil
	if s.Named() && s.LabelsFirst() {
		c.waiting = &waiting{s, c.lead}
	}
	c.lead.apart, c.lead.left = true, true
}
