package record

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"jxmb/model"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
	"jxmb/parser/value"
)

// group is tables that are one table, cut in pieces by a page break, by a line,
// or by nothing: Word shows tables without a paragraph between them as one.
type group struct {
	pieces *sheet.Pieces
	leads  []lead // before each piece
	ends   []int  // last row of each, in the sheet of all
	banded bool   // one of them has the header of an indicator table
	bare   bool   // none of them has a word that forms have
}

func (g *group) rows() int {
	if len(g.ends) == 0 {
		return 0
	}
	return g.ends[len(g.ends)-1]
}

// maxBare is below how many tables without a word of a form one is still
// awaited: a title in rows of its own is a table or two.
const maxBare = 50

// said says whether the line stands above the first piece too; none does of no
// group.
func (g *group) said(line string) bool {
	return g != nil && slices.Contains(g.leads[0].said, line)
}

// takes says whether a table goes on with those above, and adds it: nothing but
// what a page break leaves stands between them, its columns fit, and where the
// two are set apart its first row is one that can stand there.
func (g *group) takes(c *collector, s *sheet.Sheet) bool {
	if !g.mayTake(c, s) || !g.pieces.Add(s, c.lead.commonLines(s)) {
		return false
	}
	g.banded = g.banded || s.HasHeader()
	g.bare = g.bare && c.bare(s)
	return true
}

// mayTake says whether what stands between, and the first row of the table,
// leave it open that the table goes on with those above.
func (g *group) mayTake(c *collector, s *sheet.Sheet) bool {
	switch l := &c.lead; {
	case l.apart, g.bare && g.pieces.Len() >= maxBare:
		return false
	case !l.loose, l.goesOn:
		return true
	}
	return !g.bare && g.awaits(c, s)
}

// commonLines is how many grid lines the table behind l must have in common with
// the one above to go on with it.
func (l *lead) commonLines(s *sheet.Sheet) int {
	switch {
	case !l.loose && l.heading == nil:
		return 0 // nothing stands between them: Word shows one grid
	case s.HasHeader() && s.Bands[0].Top == 1:
		return math.MaxInt // a table of its own may begin so
	}
	return 1
}

// bare says whether a table has no word of a form at all.
func (c *collector) bare(s *sheet.Sheet) bool {
	if s.HasHeader() {
		return false
	}
	for i := range s.Cells {
		if cell := &s.Cells[i]; !cell.Blank && (cell.Entry != nil || c.speaks(s, cell)) {
			return false
		}
	}
	return true
}

// speaks says whether a cell that is no label holds one with its value, names
// the unit by its code, or is the title of a form or its year.
func (c *collector) speaks(s *sheet.Sheet, cell *sheet.Cell) bool {
	if len(cell.Text) > label.MaxBytes {
		return false
	}
	if cell.Marks.Has(label.HasColon) && label.Leading(cell.Text) != "" {
		return cell.Inside.In(label.InProject, "") != nil
	}
	code, name := draft.SplitUnit(label.Trim(cell.Text))
	return s.Wide(cell) && c.leads(cell.Text) || len(code) >= 6 && name != ""
}

// leads says whether a text is the title of a form, or its year.
func (c *collector) leads(text string) bool {
	return c.IsTitle(text) || draft.YearIn(text) != 0 && len(text) <= 36
}

// awaits says whether the first row of a table that stands apart can be a row
// of the group: one of a form, or what rows of indicators look like.
func (g *group) awaits(c *collector, s *sheet.Sheet) bool {
	row, first, filled := firstRow(s)
	if first == nil || filled == 1 || first.Column > 1 || first.Entry != nil {
		return true
	}
	known, level := labelsOf(s, row)
	switch {
	case level, filled == 2 && s.Cols > 2, label.Leading(first.Text) != "":
		return true
	case g.banded:
		return measures(s, row)
	}
	return 2*known >= filled || s.HasHeader() && !s.Named() // the form above has no indicators yet
}

// labelsOf counts the labels in a row, and says whether one is a level.
func labelsOf(s *sheet.Sheet, row int) (known int, level bool) {
	for c := range s.Words(row) {
		if c.Entry != nil {
			known++
		}
		level = level || c.In(label.InLevel, "") != nil
	}
	return known, level
}

// firstRow is the first row of the table that is not blank, its first cell that
// is not, and how many are not.
func firstRow(s *sheet.Sheet) (row int, first *sheet.Cell, filled int) {
	for row = 1; row <= s.Rows; row++ {
		for c := range s.Words(row) {
			if filled++; first == nil {
				first = c
			}
		}
		if first != nil {
			return row, first, filled
		}
	}
	return row, nil, 0
}

// measures says whether the row holds, behind its first cell, what a target can
// be: a number with its unit, or with nothing but its sign beside it.
func measures(s *sheet.Sheet, row int) bool {
	line := s.Line(row)
	for i := 1; i < len(line); i++ {
		v := value.Parse(line[i].Text, value.Hint{})
		figure := v.Kind != model.Qualitative && v.Kind != model.Empty
		signed := v.Operator != "" && len(v.Rest) == 0
		if figure && (v.Unit != "" || signed) {
			return true
		}
	}
	return false
}

// placed is one form of a group, with what stands before it.
type placed struct {
	sheet *sheet.Sheet
	lead  lead
	opens bool // it was told apart from a form above
}

// forms is the forms that the pieces of the group make: one, or several where
// forms are stacked in one table.
func (g *group) forms(c *collector) []placed {
	s := g.pieces.Sheet()
	if g.pieces.Len() > 1 {
		s.FindBands("")
		for i := range s.Merged {
			c.Merged[s.Merged[i].Start] = true
		}
	}
	from, out := 1, []placed{}
	titles := s.Parts()
	openings := s.Openings(c.leads)
	if titles != nil {
		openings = openingsAt(titles[1:])
	}
	if c.Spend(draft.CostForm * (1 + len(openings))); c.Full != nil {
		return nil
	}
	for i, next := range append(openings, s.Rows+1) {
		part := s.Part(from, next-1)
		if part != s {
			part.FindBands("")
		}
		if titles != nil {
			part.Title = part.At(titles[i].Line-from+1, 1)
		}
		if upright := part.Upright(); upright != nil {
			part = upright
			part.FindBands("")
		}
		before := g.leadOf(from, next)
		if titles != nil {
			before.caption = cmp.Or(before.caption, c.unitAbove(s, titles[0].Line))
		}
		out = append(out, placed{sheet: part, lead: before, opens: i > 0})
		from = next
	}
	return out
}

// unitAbove is the money unit that a cell above the row declares, "" for none.
func (c *collector) unitAbove(s *sheet.Sheet, row int) string {
	for above := 1; above < row; above++ {
		for cell := range s.Words(above) {
			if u := CaptionUnit(c.words, cell.Text); u != "" {
				return u
			}
		}
	}
	return ""
}

// openingsAt is the rows of the titles.
func openingsAt(titles []*sheet.Cell) []int {
	rows := make([]int, len(titles))
	for i, c := range titles {
		rows[i] = c.Line
	}
	return rows
}

// leadOf is what stands before the form in the rows from..to-1: before the
// piece that begins there, and captions before the others.
func (g *group) leadOf(from, to int) lead {
	i := min(sort.SearchInts(g.ends, from), len(g.leads)-1) // a table may have no rows
	var out lead
	if first := i == 0 || g.ends[i-1] == from-1; first {
		out = g.leads[i]
	}
	for k := i + 1; k < len(g.ends) && g.ends[k-1] < to-1; k++ {
		l := &g.leads[k]
		if out.caption == "" {
			out.caption = l.caption
		}
		if l.heading != nil {
			l.heading.used = true
		}
		out.lines = append(out.lines, l.lines...)
	}
	return out
}
