package form

import (
	"strings"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/parser/block"
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
// a record; the indicator table and what a page break split off join it.
func (r *reader) collect() []*record {
	c := &collector{reader: r}
	next := 0
	for i := range r.doc.Blocks {
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
	if h.outline == noField && h.title == "" && c.heading != nil && c.heading.bookmark == "" {
		c.heading.bookmark, h.used = h.bookmark, true
		return
	}
	c.closeHeading()
	c.current, c.heading = nil, nil
	if h.outline == noField {
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
		n, numbered := leadingNumber(h.title)
		if !numbered || n.style != styleArabic || c.again(h) {
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
			c.last[normal(c.headings[i].title)] = c.headings[i].block
		}
	}
	return c.last[normal(h.title)] > h.block
}

// paragraph notes what may stand between tables: the money unit, or text.
func (c *collector) paragraph(p *block.Paragraph) {
	if p.TOC || blank(p.Text) || c.heading != nil && c.heading.title == trim(p.Number+p.Text) {
		return
	}
	if c.heading != nil && c.heading.title == "" && c.isTitle(p.Text) {
		c.heading.title = trim(p.Number + p.Text)
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
	if year := yearIn(p.Text); year != 0 && utf8.RuneCountInString(trim(p.Text)) <= 12 {
		c.year = year
		return
	}
	c.between, c.apart = p.Text, true
}

// table sorts one table: left alone, joined to the current record, or the
// first of a new one.
func (c *collector) table(t *block.Table) {
	s := newSheet(t, c.labels)
	s.findBands(nil)
	kind := s.kind()
	if kind == notForm && c.current != nil && !c.apart && s.goesOn(c.current) {
		kind = partOfForm
	}
	switch {
	case kind == notForm:
		c.leave(s)
		return
	case c.heading == nil && c.current != nil && (kind == partOfForm && !c.separate(s) || c.sameList(s)):
		c.join(s)
	default:
		c.begin(s)
	}
	c.caption, c.year, c.lines, c.between, c.apart = "", 0, nil, "", false
}

// sameList says whether the table goes on with a list of projects: the same
// header on the next page.
func (c *collector) sameList(s *sheet) bool {
	last := c.current.sheets[len(c.current.sheets)-1]
	return s.lists() && last.lists() && last.bands[len(last.bands)-1].sameColumns(&s.bands[0])
}

// begin opens a record with the table.
func (c *collector) begin(s *sheet) {
	rec := &record{heading: c.heading, caption: c.caption, year: c.year, lines: c.lines, sheets: []*sheet{s}}
	if c.heading != nil {
		c.heading.used = true
	}
	if rec.heading == nil && c.between != "" && utf8.RuneCountInString(c.between) <= 60 && s.hasHeader() && !s.named() {
		rec.heading = &heading{title: trim(c.between), used: true}
	}
	c.records = append(c.records, rec)
	c.current, c.heading = rec, nil
}

// join adds the table to the current record: as further rows of its last
// table where nothing but blank paragraphs stands between them and the number
// of columns is the same.
func (c *collector) join(s *sheet) {
	rec := c.current
	if rec.caption == "" {
		rec.caption = c.caption
	}
	last := rec.sheets[len(rec.sheets)-1]
	if !c.apart && last.cols == s.cols {
		row := last.rows + 1
		last.append(s.tables[0])
		last.findMoreBands(row, nil)
		return
	}
	rec.sheets = append(rec.sheets, s)
}

// separate says whether an indicator table behind other text is one more
// project rather than the rest of the current one, which has its indicators.
func (c *collector) separate(s *sheet) bool {
	if c.between == "" || !s.hasHeader() {
		return false
	}
	for _, other := range c.current.sheets {
		if other.hasHeader() {
			return true
		}
	}
	return false
}

// around notes what the text of a cell says about the tables in it, as pages
// that are laid out by tables print title and money unit inside a cell.
func (c *collector) around(outer *cell) {
	for line := range strings.SplitSeq(outer.Text, "\n") {
		p := &block.Paragraph{Text: line, Start: outer.Start, End: outer.End}
		c.lines = append(c.lines, c.linePairs(p)...)
		if u := captionUnit(c.labels, line); u != "" {
			c.caption = u
		}
		if len(outer.Nested) == 1 && c.heading == nil && c.isTitle(line) {
			c.heading = &heading{block: c.block, title: trim(line)}
		}
	}
}

// leave passes a table that is no form. Forms inside its cells are read; one
// that looks like a form and has no header is reported.
func (c *collector) leave(s *sheet) {
	for i := range s.cells {
		if nested := s.cells[i].Nested; len(nested) > 0 {
			c.around(&s.cells[i])
			for _, t := range nested {
				c.table(t)
			}
		}
	}
	t := s.tables[0]
	if words := s.levelWords(); len(words) >= 2 {
		c.report(ruleNoTable, model.Origin{Part: c.doc.Part, Table: t.Index, Start: t.Start, End: t.End},
			model.Say("表里有“%s”“%s”，但没有认出指标表的表头，没有读取",
				"the table holds %s and %s, but no header of an indicator table was recognised; it was not read", words[0], words[1]))
	}
	c.traceLeft(s)
	c.apart = true
}
