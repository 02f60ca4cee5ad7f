package form

import (
	"context"
	"strings"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// collector groups the tables of a document into records.
type collector struct {
	*reader
	records []*record
	current *record
	heading *heading       // the last one, while no table stands under it
	caption string         // money unit declared since the last table
	year    int            // year named since the last table
	lines   []labelled     // labels with their values since the last table
	between string         // the last paragraph since the last table, "" if none
	apart   bool           // text or another table stands since the last table
	block   int            // being walked over
	last    map[string]int // last block of each heading's title, normalised; nil until asked for
}

// collect walks the blocks: a heading, or a table that names a project, opens
// a record; the indicator table and what a page break split off join it. It
// gives up where ctx has ended.
func (r *reader) collect(ctx context.Context) []*record {
	c := &collector{reader: r}
	next := 0
	for i := range r.doc.Blocks {
		if ctx.Err() != nil {
			return nil
		}
		c.block = i
		if next < len(r.headings) && r.headings[next].block == i {
			c.open(&r.headings[next])
			next++
		}
		switch b := r.doc.Blocks[i]; {
		case b.Paragraph != nil:
			c.paragraph(b.Paragraph)
		case b.Table != nil:
			c.table(b.Table)
		}
	}
	c.closeHeading()
	return c.records
}

// open begins a part under its heading. A bookmark around nothing, or on the
// table itself, belongs to the title before it.
func (c *collector) open(h *heading) {
	if h.outline == label.NoField && h.title == "" && c.heading != nil && c.heading.bookmark == "" {
		c.heading.bookmark, h.used = h.bookmark, true
		return
	}
	c.closeHeading()
	c.current, c.heading = nil, nil
	if h.outline == label.NoField {
		c.heading = h
	}
	c.between, c.apart = "", false
}

// closeHeading reports a heading without tables, unless the same title stands
// again further on: then it was a line of a contents list.
func (c *collector) closeHeading() {
	h := c.heading
	c.heading = nil
	if h == nil || h.used {
		return
	}
	if h.bookmark == "" {
		n, numbered := label.LeadingNumber(h.title)
		if !numbered || n.Style != label.StyleArabic || c.again(h) {
			return
		}
	}
	c.report(ruleNoTable, c.placeOf(h), model.Say("标题“%s”下没有可读的绩效目标表", "no readable table stands under the heading %q", h.title))
	c.subject(h.title)
}

func (c *collector) again(h *heading) bool {
	if c.last == nil {
		c.last = map[string]int{}
		for i := range c.headings {
			c.last[label.Normal(c.headings[i].title)] = c.headings[i].block
		}
	}
	return c.last[label.Normal(h.title)] > h.block
}

// paragraph notes what may stand between tables: the money unit, or text.
func (c *collector) paragraph(p *block.Paragraph) {
	if p.TOC || label.Blank(p.Text) || c.heading != nil && c.heading.title == label.Trim(p.Number+p.Text) {
		return
	}
	if c.heading != nil && c.heading.title == "" && c.isTitle(p.Text) {
		c.heading.title = label.Trim(p.Number + p.Text)
		return
	}
	pairs := c.linePairs(p)
	c.lines = append(c.lines, pairs...)
	if u := captionUnit(c.labels, p.Text); u != "" {
		c.caption = u
		return
	}
	if len(pairs) > 0 && c.heading != nil {
		return
	}
	if year := yearIn(p.Text); year != 0 && utf8.RuneCountInString(label.Trim(p.Text)) <= 12 {
		c.year = year
		return
	}
	c.between, c.apart = p.Text, true
}

// table sorts one table: left alone, joined to the current record, or the
// first of a new one.
func (c *collector) table(t *block.Table) {
	s := sheet.New(t, c.labels)
	s.FindBands("")
	kind := s.Kind()
	if kind == sheet.NotForm && c.current != nil && !c.apart && c.current.goesOn(s) {
		kind = sheet.PartOfForm
	}
	switch {
	case kind == sheet.NotForm:
		c.leave(s)
		return
	case c.heading == nil && c.current != nil && (kind == sheet.PartOfForm && !c.separate(s) || c.sameList(s)):
		c.join(s)
	default:
		c.begin(s)
	}
	c.caption, c.year, c.lines, c.between, c.apart = "", 0, nil, "", false
}

// sameList says whether the table goes on with a list of projects: the same
// header on the next page.
func (c *collector) sameList(s *sheet.Sheet) bool {
	last := c.current.sheets[len(c.current.sheets)-1]
	return s.Lists() && last.Lists() && last.Bands[len(last.Bands)-1].SameColumns(&s.Bands[0])
}

// begin opens a record with the table.
func (c *collector) begin(s *sheet.Sheet) {
	rec := &record{heading: c.heading, caption: c.caption, year: c.year, lines: c.lines, sheets: []*sheet.Sheet{s}}
	if c.heading != nil {
		c.heading.used = true
	}
	if rec.heading == nil && c.between != "" && utf8.RuneCountInString(c.between) <= 60 && s.HasHeader() && !s.Named() {
		rec.heading = &heading{title: label.Trim(c.between), used: true}
	}
	c.records = append(c.records, rec)
	c.current, c.heading = rec, nil
}

// join adds the table to the current record: as further rows of its last
// table where nothing but blank paragraphs stands between them and the number
// of columns is the same.
func (c *collector) join(s *sheet.Sheet) {
	rec := c.current
	if rec.caption == "" {
		rec.caption = c.caption
	}
	last := rec.sheets[len(rec.sheets)-1]
	if !c.apart && last.Cols == s.Cols {
		row := last.Rows + 1
		last.Append(s.Tables[0])
		last.FindMoreBands(row, "")
		return
	}
	rec.sheets = append(rec.sheets, s)
}

// separate says whether an indicator table behind other text is one more
// project rather than the rest of the current one, which has its indicators.
func (c *collector) separate(s *sheet.Sheet) bool {
	if c.between == "" || !s.HasHeader() {
		return false
	}
	for _, other := range c.current.sheets {
		if other.HasHeader() {
			return true
		}
	}
	return false
}

// around notes what the text of a cell says about the tables in it, as pages
// that are laid out by tables print title and money unit inside a cell.
func (c *collector) around(outer *sheet.Cell) {
	for line := range strings.SplitSeq(outer.Text, "\n") {
		p := &block.Paragraph{Text: line, Start: outer.Start, End: outer.End}
		c.lines = append(c.lines, c.linePairs(p)...)
		if u := captionUnit(c.labels, line); u != "" {
			c.caption = u
		}
		if len(outer.Nested) == 1 && c.heading == nil && c.isTitle(line) {
			c.heading = &heading{block: c.block, title: label.Trim(line)}
		}
	}
}

// leave passes a table that is no form. Forms inside its cells are read; one
// that looks like a form and has no header is reported.
func (c *collector) leave(s *sheet.Sheet) {
	for i := range s.Cells {
		if nested := s.Cells[i].Nested; len(nested) > 0 {
			c.around(&s.Cells[i])
			for _, t := range nested {
				c.table(t)
			}
		}
	}
	t := s.Tables[0]
	if words := s.LevelWords(); len(words) >= 2 {
		c.report(ruleNoTable, model.Origin{Part: c.doc.Part, Table: t.Index, Start: t.Start, End: t.End},
			model.Say("表里有“%s”“%s”，但没有认出指标表的表头，没有读取",
				"the table holds %s and %s, but no header of an indicator table was recognised; it was not read", words[0], words[1]))
	}
	c.traceLeft(s)
	c.apart = true
}

// goesOn says whether the table can be the rest of an indicator table: as many
// columns, or as many cells in its first row as the header has, and a level
// named in it or carried down to its first row.
func (rec *record) goesOn(s *sheet.Sheet) bool {
	last := rec.sheets[len(rec.sheets)-1]
	if s.Rows == 0 || len(s.Line(1)) == 0 || !last.HasHeader() || s.LabelsFirst() {
		return false
	}
	if !s.Line(1)[0].Blank && len(s.LevelWords()) == 0 {
		return false
	}
	b := &last.Bands[len(last.Bands)-1]
	return s.Cols == last.Cols && s.Cols > 2 || len(s.Line(1)) == len(b.Columns)
}
