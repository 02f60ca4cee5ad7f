package sheet

import (
	"jxmb/parser/form/label"
	"slices"
)

// Band is an indicator table: a whole table or some rows of one.
type Band struct {
	Top     int // first header row, 0 for a continuation without one
	From    int // first row below the header
	To      int // last row that can belong to it
	Columns []Column
	Term    string // side named by a caption of the whole band
}

// Column is a column of a band, one or more slots wide.
type Column struct {
	Scope       label.Scope // inColumn, or inProject and inMoney in a list of projects
	Field       label.Field
	Term        string
	First, Last int
	Head        *Cell
}

// List says whether the rows of the band name their project, so that it holds
// many.
func (b *Band) List() bool {
	return b.has(label.InProject, label.Name) || b.has(label.InProject, label.Code)
}

func (b *Band) has(s label.Scope, f label.Field) bool {
	return slices.ContainsFunc(b.Columns, func(c Column) bool { return c.Scope == s && c.Field == f })
}

// SameColumns says whether o repeats the header of b. A caption beside it must
// be the same too: 长期绩效指标 and 年度绩效指标 head two tables.
func (b *Band) SameColumns(o *Band) bool {
	return slices.EqualFunc(b.Columns, o.Columns, func(x, y Column) bool {
		caption := x.Scope == label.InProject && x.Field == label.Indicators
		return x.Scope == y.Scope && x.Field == y.Field && x.First == y.First && x.Last == y.Last &&
			(!caption || x.Head.Entry == y.Head.Entry)
	})
}

// FindBands finds the indicator tables of the sheet as the form reads them, and
// marks their header cells. A header that repeats the one before it, as on the
// second page of a table, opens no band.
func (s *Sheet) FindBands(form string) {
	s.Bands = nil
	for i := range s.Cells {
		s.Cells[i].Use = Unused // nothing is read yet
	}
	for row := 1; row <= s.Rows; row++ {
		if !s.isHeader(row, form) {
			continue
		}
		top, bottom := s.headerRows(row, form)
		b := Band{Top: top, From: bottom + 1, To: s.Rows, Columns: s.columns(top, bottom, form)}
		s.markHeader(top, bottom)
		row = bottom
		if last := len(s.Bands) - 1; last >= 0 {
			if s.Bands[last].SameColumns(&b) {
				continue
			}
			s.Bands[last].To = top - 1
		}
		s.Bands = append(s.Bands, b)
	}
}

// isHeader says whether row is the header of an indicator table: it names a
// column of indicators and one of their values.
func (s *Sheet) isHeader(row int, form string) bool {
	name, value, labels, others := false, false, 0, 0
	line := s.Line(row)
	for i := range line {
		c := &line[i]
		m := c.Entry.In(label.InColumn, form)
		switch {
		case c.Blank:
			continue
		case m == nil && c.Entry == nil:
			others++
			continue
		case m != nil && m.Field >= label.Level1 && m.Field <= label.Indicator:
			name = true
		case m != nil && (m.Field == label.Target || m.Field == label.Grades || m.Field == label.Operator):
			value = true
		}
		labels++
	}
	return name && value && labels > others
}

// headerRows extends the header found in row to the group row above it and to
// the row of sub-headers below it.
func (s *Sheet) headerRows(row int, form string) (top, bottom int) {
	top, bottom = row, row
	if row > 1 && (s.onlyColumns(row-1, form) || s.groupsAbove(row-1, form)) {
		top--
	}
	if row < s.Rows && s.onlyColumns(row+1, form) && !s.isHeader(row+1, form) {
		for i := range s.Line(row + 1) {
			c := &s.Line(row + 1)[i]
			if above := s.At(row, c.Column); !c.Blank && above != nil && above.Line == row && (above.ColSpan > c.ColSpan || above.Blank) {
				return top, row + 1
			}
		}
	}
	if row < s.Rows && s.isHeader(row+1, form) && s.groups(row, form) {
		bottom++
	}
	return top, bottom
}

// groupsAbove says whether row, above a header, heads groups of its columns
// beside labels that span both rows: 项目名称 | 预算数 | 绩效指标.
func (s *Sheet) groupsAbove(row int, form string) bool {
	found := false
	line := s.Line(row)
	for i := range line {
		c := &line[i]
		below := s.At(row+1, c.Column)
		switch {
		case c.Blank || c.RowSpan > 1:
		case c.Use != Unused || below == nil:
			return false
		case below.Blank || c.Entry != nil && below.Entry == c.Entry: // a merge that was lost
		case c.Entry.In(label.InColumn, form) != nil && s.spreads(c):
			found = true
		default:
			return false
		}
	}
	return found
}

// onlyColumns says whether every cell that begins in row is blank or a column
// label, and one at least is a label.
func (s *Sheet) onlyColumns(row int, form string) bool {
	found := false
	line := s.Line(row)
	for i := range line {
		c := &line[i]
		if c.Blank {
			continue
		}
		if c.Use != Unused || c.Entry.In(label.InColumn, form) == nil {
			return false
		}
		found = true
	}
	return found
}

// groups says whether the header in row heads groups of columns.
func (s *Sheet) groups(row int, form string) bool {
	line := s.Line(row)
	for i := range line {
		c := &line[i]
		if m := c.Entry.In(label.InColumn, form); m != nil && s.spreads(c) && (m.Field == label.Group || m.Field == label.Target || m.Field == label.Indicator) {
			return true
		}
	}
	return false
}

// spreads says whether a header cell covers several columns, or stands before
// blank cells that it was merged with.
func (s *Sheet) spreads(c *Cell) bool {
	right := s.Right(c)
	return c.ColSpan > 1 || right != nil && right.Blank && right.Line == c.Line
}

func (s *Sheet) markHeader(top, bottom int) {
	for row := top; row <= bottom; row++ {
		line := s.Line(row)
		for i := range line {
			line[i].Take(UseHeader, "", nil)
		}
	}
}

// columns reads the header: for each slot the lowest label above the data, its
// side from the label itself or from the group above it.
func (s *Sheet) columns(top, bottom int, form string) []Column {
	out := make([]Column, 0, 12)
	for col := 1; col <= s.Cols; {
		head, group := s.headAt(top, bottom, col)
		c := Column{Scope: label.InColumn, First: col, Last: col, Head: head}
		if head != nil {
			c.Last = min(head.Column+head.ColSpan-1, s.Cols)
			for next := col + 1; next <= c.Last; next++ { // a sub-header beside it may begin earlier
				if h, _ := s.headAt(top, bottom, next); h != head {
					c.Last = next - 1
				}
			}
			c.name(form, group)
		}
		out = append(out, c)
		col = c.Last + 1
	}
	s.resolve(out, bottom, form)
	return out
}

// headAt is the lowest header cell over the slot that is not blank, and the
// one above that.
func (s *Sheet) headAt(top, bottom, col int) (head, group *Cell) {
	for row := bottom; row >= top; row-- {
		c := s.At(row, col)
		if c == nil || c.Blank || c == head {
			continue
		}
		if head == nil {
			head = c
			continue
		}
		return head, c
	}
	if head == nil || head.Line == top {
		return head, nil
	}
	for c := s.At(top, col); c != nil; c = s.At(top, c.Column-1) { // the group's merge was lost
		if !c.Blank {
			return head, c
		}
	}
	return head, nil
}

// name gives the column the meaning of its head.
func (c *Column) name(form string, group *Cell) {
	m := c.Head.Entry.In(label.InColumn, form)
	if m == nil {
		for _, sc := range [...]label.Scope{label.InProject, label.InMoney} {
			if pm := c.Head.Entry.In(sc, form); pm != nil {
				c.Scope, c.Field, c.Term = sc, pm.Field, pm.Term
				return
			}
		}
		c.Field = label.Remark
		return
	}
	c.Field, c.Term = m.Field, m.Term
	if group != nil {
		if g := group.Entry.In(label.InColumn, form); g != nil && g.Term != "" {
			c.Term = g.Term
		}
	}
}

// captions says whether the head of the column goes on in the row below the
// header: merged with it, printed again, or above a blank where the merge was
// lost.
func (s *Sheet) captions(c *Column, row int) bool {
	below := s.At(row, c.First)
	return below != nil && (below.Blank || below == c.Head || below.Entry == c.Head.Entry)
}

// resolve settles the labels whose meaning depends on the columns around them.
func (s *Sheet) resolve(columns []Column, bottom int, form string) {
	firstLevel, third, described := len(columns), false, false
	list := false
	for i, c := range columns {
		switch {
		case c.Scope == label.InProject && (c.Field == label.Name || c.Field == label.Code):
			list = true
		case c.Scope != label.InColumn:
		case c.Field >= label.Level1 && c.Field <= label.Level3:
			firstLevel = min(firstLevel, i)
			third = third || c.Field == label.Level3
		case c.Field == label.Description:
			described = true
		}
	}
	for i := range columns {
		c := &columns[i]
		stub := c.Head != nil && c.Head.Entry.In(label.InProject, form) != nil && (i < firstLevel && firstLevel < len(columns) ||
			c.Field == label.Indicator && i == 0 && s.captions(c, bottom+1))
		switch {
		case c.Field == label.Group || c.Field == label.Indicator && stub:
			pm := c.Head.Entry.In(label.InProject, form)
			switch {
			case list && pm != nil && pm.Field == label.Goals:
				c.Scope, c.Field = label.InProject, label.Goals
			case stub:
				c.Scope, c.Field = label.InProject, label.Indicators
			default:
				c.Field = label.Remark
			}
		case c.Field == label.Indicator && !third:
			c.Field, third = label.Level3, true
		case c.Field == label.Indicator && !described:
			c.Field, described = label.Description, true
		case c.Field == label.Indicator:
			c.Field = label.Remark
		}
	}
}
