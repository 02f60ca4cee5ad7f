package sheet

import (
	"strings"
	"unicode/utf8"

	"jxmb/parser/form/label"
	"jxmb/parser/value"
)

// maxHeaderRows bounds the rows of a header: a group, its heads, and heads of
// parts of these.
const maxHeaderRows = 4

// isHeader says whether row is the header of an indicator table. Two levels
// named in it make it one whatever else it holds; so do a column of indicators
// and one of their values among labels for the most part, and, where nothing in
// the table is a header by its words, a row of heads above a row of levels.
func (s *Sheet) isHeader(row int, form string) bool {
	n := s.headWords(row, form)
	switch {
	case n.levelWords > 0:
		return false
	case n.levels() >= 2:
		return true
	case n.name && n.value:
		return n.known > n.unknown
	}
	return len(s.Bands) == 0 && s.headsLevels(row, form)
}

// headWords is what the cells of a row say of columns.
type headWords struct {
	level          [3]bool // level 1, level 2, level 3 or the name of the indicator
	name, value    bool
	known, unknown int // cells that are labels, and others
	levelWords     int // 产出指标, 数量指标: cells of data
}

func (n *headWords) levels() int {
	count := 0
	for _, is := range n.level {
		if is {
			count++
		}
	}
	return count
}

func (s *Sheet) headWords(row int, form string) headWords {
	var n headWords
	for c := range s.Words(row) {
		n.add(c, form)
	}
	return n
}

// add counts one cell.
func (n *headWords) add(c *Cell, form string) {
	f := headField(c, form)
	switch {
	case f.IsName():
		n.level[min(f, label.Level3)-label.Level1], n.name = true, true
	case headsValues.Has(f):
		n.value = true
	case f != label.NoField:
	case c.Entry == nil:
		n.unknown++
		return
	case c.Entry.In(label.InLevel, form) != nil:
		n.levelWords++
	}
	n.known++
}

// headsValues are the columns that an indicator table must have one of.
var headsValues = label.These(label.Target, label.Grades, label.Operator)

// longestHead bounds the bytes of a head that names a level: 12 ideographs.
const longestHead = 36

// headField is the column that a cell heads, by its label or, for a level, by
// the words of it: 一级分类.
func headField(c *Cell, form string) label.Field {
	if c.Entry == nil && c.Marks.Has(label.HasLevel) && len(c.Text) <= longestHead {
		return label.ReadHead(c.Text).Field
	}
	return c.Entry.Field(label.InColumn, form)
}

// headsLevels says whether row heads columns by where it stands alone: right
// below it begins a column of levels (产出指标), and its cells from there on are
// three or more, short, and neither values nor labels of other rows; two of
// them at least are worded as heads are.
func (s *Sheet) headsLevels(row int, form string) bool {
	level := s.levelIn(row+1, form)
	if level == nil {
		return false
	}
	heads, worded := 0, 0
	for c := range s.Words(row) {
		if c.LastColumn() < level.Column {
			continue
		}
		if !s.mayHead(c, form) {
			return false
		}
		heads++
		if c.Column == level.Column {
			heads += 2 // it must be one of them
		}
		if wordedAsHead(c.Text) {
			worded++
		}
	}
	return heads >= 5 && worded >= 2
}

// mayHead says whether a cell that is no label of a column may head one all the
// same.
func (s *Sheet) mayHead(c *Cell, form string) bool {
	return utf8.RuneCountInString(c.Text) <= 16 && !value.IsTarget(c.Text) && !s.labelsRow(c, form)
}

func wordedAsHead(text string) bool {
	h := label.ReadHead(text)
	return h.Value || h.Field != label.NoField || strings.Contains(text, "指标")
}

// levelIn is the first cell of row that names a level of indicators; nil where
// there is none, or no such row.
func (s *Sheet) levelIn(row int, form string) *Cell {
	if row > s.Rows {
		return nil
	}
	for c := range s.Words(row) {
		if c.Entry.In(label.InLevel, form) != nil {
			return c
		}
	}
	return nil
}

// labelsRow says whether c is a label of the rows around the indicators and
// heads no column of theirs.
func (s *Sheet) labelsRow(c *Cell, form string) bool {
	if c.Entry.In(label.InColumn, form) != nil || c.Entry.Field(label.InProject, form) == label.Indicators && c.Entry.In(label.InMoney, form) == nil {
		return false
	}
	return c.Entry.Around(form)
}

// headerRows extends the header found in row to the rows of groups above it
// and to those of parts below it.
func (s *Sheet) headerRows(row int, form string) (top, bottom int) {
	top, bottom = row, row
	for top > 1 && bottom-top < maxHeaderRows-2 && s.groupsAbove(top-1, top, form) {
		top--
	}
	for bottom < s.Rows && bottom-top < maxHeaderRows-1 && s.partsBelow(bottom+1, form) {
		bottom++
	}
	return top, bottom
}

// groupsAbove says whether row, right above the header that begins in below,
// is a part of it: all of it names columns, or it heads groups of them beside
// heads that span down into the header or are printed in it again.
func (s *Sheet) groupsAbove(row, below int, form string) bool {
	if s.onlyColumns(row, form) {
		return true
	}
	groups, unknown, spans := false, false, false
	for c := range s.Words(row) {
		under := s.At(row+1, c.Column)
		known := c.Entry.In(label.InColumn, form) != nil
		switch {
		case c.Use != Unused || under == nil:
			return false
		case c.RowSpan > 1: // one far down is a caption beside the whole table
			spans = spans || known && c.LastRow() <= below+maxHeaderRows
		case under.Blank || c.Entry != nil && under.Entry == c.Entry: // a merge that was lost
		case s.spreads(c) && utf8.RuneCountInString(c.Text) <= 20:
			groups, unknown = true, unknown || !known
		default:
			return false
		}
	}
	return groups && (!unknown || spans)
}

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
	if s.isHeader(row, form) && !s.groups(row-1, form) {
		return false
	}
	parts, unknown := false, false
	for c := range s.Words(row) {
		above := s.At(row-1, c.Column)
		known := c.Entry.In(label.InColumn, form) != nil
		switch {
		case above == nil || c.Use != Unused || c.Entry.In(label.InLevel, form) != nil:
			return false
		case above.Text == c.Text:
			continue
		case !above.Blank && !s.spreads(above), !known && s.isData(c):
			return false
		}
		parts, unknown = true, unknown || !known
	}
	return parts && (!unknown || s.namesSpan(row, form))
}

// isData says whether a cell below a header reads as a value and has no word of
// a head in it: 2021年 may be a head, ≥90% is not.
func (s *Sheet) isData(c *Cell) bool {
	h := label.ReadHead(c.Text)
	return h == (label.Head{}) && value.IsTarget(c.Text)
}

// namesSpan says whether the heads of the levels above row span down over it,
// or stand above blanks in it.
func (s *Sheet) namesSpan(row int, form string) bool {
	found := false
	for above := range s.across(row - 1) {
		if !headField(above, form).IsName() || above.Entry.In(label.InProject, form) != nil {
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

// groups says whether the header in row heads groups of columns.
func (s *Sheet) groups(row int, form string) bool {
	for c := range s.Words(row) {
		if headsGroups.Has(c.Entry.Field(label.InColumn, form)) && s.spreads(c) {
			return true
		}
	}
	return false
}

// headsGroups are the columns that may be parted by heads below theirs.
var headsGroups = label.These(label.Group, label.Target, label.Indicator)

// spreads says whether a header cell covers several columns, or stands before
// blank cells that it was merged with.
func (s *Sheet) spreads(c *Cell) bool {
	right := s.Right(c)
	return c.ColSpan > 1 || right != nil && right.Blank && right.Line == c.Line
}
