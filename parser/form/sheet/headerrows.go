package sheet

import (
	"unicode/utf8"

	"jxmb/parser/form/label"
	"jxmb/parser/value"
)

// maxHeaderRows bounds the rows of a header: a group, its heads, and heads of
// parts of these.
const maxHeaderRows = 4

// headerRows extends the header found in row to the rows of groups above it
// and to those of parts below it.
func (s *Sheet) headerRows(row int, form string) (top, bottom int) {
	top, bottom = row, row
	for highest := max(1, row-maxHeaderRows+2); top > highest && s.groupsAbove(top-1, top, form); {
		top--
	}
	for lowest := min(s.Rows, top+maxHeaderRows-1); bottom < lowest && s.partsBelow(bottom+1, form); {
		bottom++
	}
	return top, bottom
}

// groupsAbove says whether row, right above the header that begins in below,
// is a part of it: all of it names columns, or it heads groups of them beside
// heads that span down into the header or are printed in it again, or beside two
// labels of rows at least that end where the header does, or the groups are of
// levels: 产出指标 and 效益指标, each over 三级指标 | 指标值.
func (s *Sheet) groupsAbove(row, below int, form string) bool {
	if s.onlyColumns(row, form) {
		return true
	}
	var g groups
	for c := range s.Words(row) {
		if !g.add(c, s.above(c, s.At(row+1, c.Column)), below, form) {
			return false
		}
	}
	return g.found && (!g.unknown || g.proved())
}

// groups is what the cells of a row above a header are.
type groups struct {
	found, unknown bool // heads of groups, and one that is no label of a column
	spans          bool // a label of a column spans down into the header
	labels         int  // labels of rows that do, no further than the header may reach
	levels         int  // heads of groups that name levels
}

// proved says whether unknown heads are those of groups by what stands beside them.
func (g *groups) proved() bool { return g.spans || g.levels > 1 || g.labels > 1 }

// add counts one cell, which stands above a header that begins in row below; false
// for one that heads nothing.
func (g *groups) add(c *Cell, how, below int, form string) bool {
	known := c.Entry.In(label.InColumn, form) != nil
	switch how {
	case spansDown: // one far down is a caption beside the whole table
		g.spans = g.spans || known && c.LastRow() <= below+maxHeaderRows
		if c.Entry.Around(form) && c.LastRow() >= below && c.LastRow() < below+maxHeaderRows-1 {
			g.labels++
		}
	case headsGroup:
		g.found, g.unknown = true, g.unknown || !known
		if c.In(label.InLevel, form) != nil {
			g.levels++
		}
	}
	return how != noHead
}

// How a cell stands above a header.
const (
	noHead     = iota
	spansDown  // merged with cells of it
	goesDown   // as one whose merge was lost
	headsGroup // over several of its columns
)

// above says how c stands above the cell under it, nil for none.
func (s *Sheet) above(c, under *Cell) int {
	switch {
	case c.Use != Unused || under == nil:
		return noHead
	case c.RowSpan > 1:
		return spansDown
	case under.Blank || c.Entry != nil && under.Entry == c.Entry:
		return goesDown
	case s.spreads(c) && utf8.RuneCountInString(c.Text) <= longestGroup:
		return headsGroup
	}
	return noHead
}

// longestGroup bounds the characters of a head over several columns.
const longestGroup = 20

// onlyColumns says whether every cell that begins in row is blank or a column
// label, and one at least is a label.
func (s *Sheet) onlyColumns(row int, form string) bool {
	found := false
	for c := range s.Words(row) {
		if c.Use != Unused || c.Entry.In(label.InColumn, form) == nil {
			return false
		}
		found = true
	}
	return found
}

// partsBelow says whether row, right below the header, is a part of it: each of
// its cells stands under a head that spreads over several columns or was left
// blank, or prints the head above it again, and the levels are not in it. What
// it says does not matter, but for levels and values, which make it data.
func (s *Sheet) partsBelow(row int, form string) bool {
	if n := s.headWords(row, form); n.header() && !s.headsGroups(row-1, form) {
		return false
	}
	parts, unknown := false, false
	for c := range s.Words(row) {
		above := s.At(row-1, c.Column)
		if !s.mayStandUnder(c, above, form) {
			return false
		}
		if c.Text != above.Text {
			parts, unknown = true, unknown || c.Entry.In(label.InColumn, form) == nil
		}
	}
	return parts && (!unknown || s.namesSpan(row, form))
}

// mayStandUnder says whether c may be a part of the head above it, nil for none,
// or that head once more.
func (s *Sheet) mayStandUnder(c, above *Cell, form string) bool {
	switch {
	case above == nil || c.Use != Unused || c.Entry.In(label.InLevel, form) != nil:
		return false
	case c.Text == above.Text:
		return true
	case !above.Blank && !s.spreads(above):
		return false
	}
	return c.Entry.In(label.InColumn, form) != nil || c.isMonth() || !s.isData(c)
}

// isMonth says whether a cell is a month alone, which heads columns: 9月底.
func (c *Cell) isMonth() bool {
	return c.Marks.Has(label.HasMonth) && utf8.RuneCountInString(c.Text) <= longestMonth
}

// isData says whether a cell below a header reads as a value and has no word of
// a head in it: 2021年 may be a head, ≥90% is not.
func (s *Sheet) isData(c *Cell) bool {
	h := label.ReadHead(c.Text)
	return h == (label.Head{}) && value.IsTarget(c.Text)
}

// namesSpan says whether the heads of the levels above row, or of the projects of a list,
// span down over it, or stand above blanks in it.
func (s *Sheet) namesSpan(row int, form string) bool {
	found := false
	for above := range s.across(row - 1) {
		of := above.Entry.In(label.InProject, form)
		if !of.Is(label.Name) && (of != nil || !headField(above, form).IsName()) {
			continue
		}
		if under := s.At(row, above.Column); under == nil || !under.goesOn(above) {
			return false
		}
		found = true
	}
	return found
}

// goesOn says whether the cell is part of the one above it: merged with it,
// printed again, or a blank where the merge was lost.
func (c *Cell) goesOn(above *Cell) bool { return c == above || c.Blank || c.Text == above.Text }

// headsGroups says whether the header in row heads groups of columns.
func (s *Sheet) headsGroups(row int, form string) bool {
	for c := range s.Words(row) {
		if groupHeads.Has(c.Entry.Field(label.InColumn, form)) && s.spreads(c) {
			return true
		}
	}
	return false
}

// groupHeads are the columns that may be parted by heads below theirs.
var groupHeads = label.These(label.Group, label.Target, label.Indicator)

// spreads says whether a header cell covers several columns, or stands before
// blank cells that it was merged with.
func (s *Sheet) spreads(c *Cell) bool {
	right := s.begins(c.Line, c.LastColumn()+1)
	return c.ColSpan > 1 || right != nil && right.Blank
}
