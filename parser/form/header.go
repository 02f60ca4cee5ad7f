package form

import "slices"

// band is an indicator table: a whole table or some rows of one.
type band struct {
	top     int // first header row, 0 for a continuation without one
	from    int // first row below the header
	to      int // last row that can belong to it
	columns []column
	term    string // side named by a caption of the whole band
}

// column is a column of a band, one or more slots wide.
type column struct {
	scope       scope // inColumn, or inProject and inMoney in a list of projects
	field       field
	term        string
	first, last int
	head        *cell
}

// list says whether the rows of the band name their project, so that it holds
// many.
func (b *band) list() bool {
	return b.has(inProject, fieldName) || b.has(inProject, fieldCode)
}

func (b *band) has(s scope, f field) bool {
	return slices.ContainsFunc(b.columns, func(c column) bool { return c.scope == s && c.field == f })
}

// sameColumns says whether o repeats the header of b. A caption beside it must
// be the same too: 长期绩效指标 and 年度绩效指标 head two tables.
func (b *band) sameColumns(o *band) bool {
	return slices.EqualFunc(b.columns, o.columns, func(x, y column) bool {
		caption := x.scope == inProject && x.field == fieldIndicators
		return x.scope == y.scope && x.field == y.field && x.first == y.first && x.last == y.last &&
			(!caption || x.head.entry == y.head.entry)
	})
}

// findBands finds the indicator tables of the sheet as form f reads them, and
// marks their header cells. A header that repeats the one before it, as on the
// second page of a table, opens no band.
func (s *sheet) findBands(f *Form) {
	s.bands, s.headTop, s.headBottom = nil, 0, 0
	for i := range s.cells {
		s.cells[i].use = unused // nothing is read yet
	}
	s.findMoreBands(1, f)
}

// findMoreBands does so for the rows from row on, which were added to the
// sheet; a header at the end of the rows before may go on in them.
func (s *sheet) findMoreBands(row int, f *Form) {
	if s.headTop > 0 && s.headBottom == row-1 {
		row = s.headTop
		s.unmarkHeader()
	}
	if last := len(s.bands) - 1; last >= 0 && s.bands[last].top == row {
		s.bands = s.bands[:last]
	}
	if last := len(s.bands) - 1; last >= 0 {
		s.bands[last].to = s.rows
	}
	for ; row <= s.rows; row++ {
		if !s.isHeader(row, f) {
			continue
		}
		top, bottom := s.headerRows(row, f)
		b := band{top: top, from: bottom + 1, to: s.rows, columns: s.columns(top, bottom, f)}
		if last := len(s.bands) - 1; last >= 0 {
			if s.bands[last].sameColumns(&b) {
				s.markHeader(top, bottom)
				row = bottom
				continue
			}
			s.bands[last].to = top - 1
		}
		s.bands = append(s.bands, b)
		s.markHeader(top, bottom)
		row = bottom
	}
}

// isHeader says whether row is the header of an indicator table: it names a
// column of indicators and one of their values.
func (s *sheet) isHeader(row int, f *Form) bool {
	name, value, labels, others := false, false, 0, 0
	line := s.line(row)
	for i := range line {
		c := &line[i]
		m := c.entry.in(inColumn, f)
		switch {
		case c.blank:
			continue
		case m == nil && c.entry == nil:
			others++
			continue
		case m != nil && m.field >= fieldLevel1 && m.field <= fieldIndicator:
			name = true
		case m != nil && (m.field == fieldTarget || m.field == fieldGrades || m.field == fieldOperator):
			value = true
		}
		labels++
	}
	return name && value && labels > others
}

// headerRows extends the header found in row to the group row above it and to
// the row of sub-headers below it.
func (s *sheet) headerRows(row int, f *Form) (top, bottom int) {
	top, bottom = row, row
	if row > 1 && (s.onlyColumns(row-1, f) || s.groupsAbove(row-1, f)) {
		top--
	}
	if row < s.rows && s.onlyColumns(row+1, f) && !s.isHeader(row+1, f) {
		for i := range s.line(row + 1) {
			c := &s.line(row + 1)[i]
			if above := s.at(row, c.Column); !c.blank && above != nil && above.row == row && (above.ColSpan > c.ColSpan || above.blank) {
				return top, row + 1
			}
		}
	}
	if row < s.rows && s.isHeader(row+1, f) && s.groups(row, f) {
		bottom++
	}
	return top, bottom
}

// groupsAbove says whether row, above a header, heads groups of its columns
// beside labels that span both rows: 项目名称 | 预算数 | 绩效指标.
func (s *sheet) groupsAbove(row int, f *Form) bool {
	found := false
	line := s.line(row)
	for i := range line {
		c := &line[i]
		below := s.at(row+1, c.Column)
		switch {
		case c.blank || c.RowSpan > 1:
		case c.use != unused || below == nil:
			return false
		case below.blank || c.entry != nil && below.entry == c.entry: // a merge that was lost
		case c.entry.in(inColumn, f) != nil && s.spreads(c):
			found = true
		default:
			return false
		}
	}
	return found
}

// onlyColumns says whether every cell that begins in row is blank or a column
// label, and one at least is a label.
func (s *sheet) onlyColumns(row int, f *Form) bool {
	found := false
	line := s.line(row)
	for i := range line {
		c := &line[i]
		if c.blank {
			continue
		}
		if c.use != unused || c.entry.in(inColumn, f) == nil {
			return false
		}
		found = true
	}
	return found
}

// groups says whether the header in row heads groups of columns.
func (s *sheet) groups(row int, f *Form) bool {
	line := s.line(row)
	for i := range line {
		c := &line[i]
		if m := c.entry.in(inColumn, f); m != nil && s.spreads(c) && (m.field == fieldGroup || m.field == fieldTarget || m.field == fieldIndicator) {
			return true
		}
	}
	return false
}

// spreads says whether a header cell covers several columns, or stands before
// blank cells that it was merged with.
func (s *sheet) spreads(c *cell) bool {
	right := s.right(c)
	return c.ColSpan > 1 || right != nil && right.blank && right.row == c.row
}

func (s *sheet) markHeader(top, bottom int) {
	for row := top; row <= bottom; row++ {
		line := s.line(row)
		for i := range line {
			line[i].take(useHeader, "", nil)
		}
	}
	s.headTop, s.headBottom = top, bottom
}

// unmarkHeader takes the header marked last back.
func (s *sheet) unmarkHeader() {
	for row := s.headTop; row <= s.headBottom; row++ {
		line := s.line(row)
		for i := range line {
			line[i].use = unused
		}
	}
}

// columns reads the header: for each slot the lowest label above the data, its
// side from the label itself or from the group above it.
func (s *sheet) columns(top, bottom int, f *Form) []column {
	out := make([]column, 0, 12)
	for col := 1; col <= s.cols; {
		head, group := s.headAt(top, bottom, col)
		c := column{scope: inColumn, first: col, last: col, head: head}
		if head != nil {
			c.last = min(head.Column+head.ColSpan-1, s.cols)
			for next := col + 1; next <= c.last; next++ { // a sub-header beside it may begin earlier
				if h, _ := s.headAt(top, bottom, next); h != head {
					c.last = next - 1
				}
			}
			c.name(f, group)
		}
		out = append(out, c)
		col = c.last + 1
	}
	s.resolve(out, bottom, f)
	return out
}

// headAt is the lowest header cell over the slot that is not blank, and the
// one above that.
func (s *sheet) headAt(top, bottom, col int) (head, group *cell) {
	for row := bottom; row >= top; row-- {
		c := s.at(row, col)
		if c == nil || c.blank || c == head {
			continue
		}
		if head == nil {
			head = c
			continue
		}
		return head, c
	}
	if head == nil || head.row == top {
		return head, nil
	}
	for c := s.at(top, col); c != nil; c = s.at(top, c.Column-1) { // the group's merge was lost
		if !c.blank {
			return head, c
		}
	}
	return head, nil
}

// name gives the column the meaning of its head.
func (c *column) name(f *Form, group *cell) {
	m := c.head.entry.in(inColumn, f)
	if m == nil {
		for _, sc := range [...]scope{inProject, inMoney} {
			if pm := c.head.entry.in(sc, f); pm != nil {
				c.scope, c.field, c.term = sc, pm.field, pm.term
				return
			}
		}
		c.field = fieldRemark
		return
	}
	c.field, c.term = m.field, m.term
	if group != nil {
		if g := group.entry.in(inColumn, f); g != nil && g.term != "" {
			c.term = g.term
		}
	}
}

// captions says whether the head of the column goes on in the row below the
// header: merged with it, printed again, or above a blank where the merge was
// lost.
func (s *sheet) captions(c *column, row int) bool {
	below := s.at(row, c.first)
	return below != nil && (below.blank || below == c.head || below.entry == c.head.entry)
}

// resolve settles the labels whose meaning depends on the columns around them.
func (s *sheet) resolve(columns []column, bottom int, f *Form) {
	firstLevel, third, described := len(columns), false, false
	list := false
	for i, c := range columns {
		switch {
		case c.scope == inProject && (c.field == fieldName || c.field == fieldCode):
			list = true
		case c.scope != inColumn:
		case c.field >= fieldLevel1 && c.field <= fieldLevel3:
			firstLevel = min(firstLevel, i)
			third = third || c.field == fieldLevel3
		case c.field == fieldDescription:
			described = true
		}
	}
	for i := range columns {
		c := &columns[i]
		stub := c.head != nil && c.head.entry.in(inProject, f) != nil && (i < firstLevel && firstLevel < len(columns) ||
			c.field == fieldIndicator && i == 0 && s.captions(c, bottom+1))
		switch {
		case c.field == fieldGroup || c.field == fieldIndicator && stub:
			pm := c.head.entry.in(inProject, f)
			switch {
			case list && pm != nil && pm.field == fieldGoals:
				c.scope, c.field = inProject, fieldGoals
			case stub:
				c.scope, c.field = inProject, fieldIndicators
			default:
				c.field = fieldRemark
			}
		case c.field == fieldIndicator && !third:
			c.field, third = fieldLevel3, true
		case c.field == fieldIndicator && !described:
			c.field, described = fieldDescription, true
		case c.field == fieldIndicator:
			c.field = fieldRemark
		}
	}
}
