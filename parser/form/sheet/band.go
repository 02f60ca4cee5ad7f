package sheet

import (
	"slices"

	"jxmb/model"
	"jxmb/parser/form/label"
)

// Band is an indicator table: a whole table or some rows of one.
type Band struct {
	Top     int // first header row, 0 for a continuation without one
	From    int // first row below the header
	To      int // last row that can belong to it
	Columns []Column
	Term    string // side named by a caption of the whole band

	Unread model.Text // why its rows are not to be read, empty where they are
	Untold model.Text // why no column of targets could be told, empty where one was: its indicators are read without
	Notes  []Note     // what was decided by evidence
	Within bool       // the targets stand in the cells of the names, see [TargetIn]

	units bool // its rows are of units, see listsUnits
}

// Note tells of a decision that what a table holds led to, and not its labels
// alone. At is the cell it is about.
type Note struct {
	At      *Cell
	What    model.Text
	Guessed bool // the column of targets: its head is no label
}

// Column is a column of a band, one or more slots wide.
type Column struct {
	Scope       label.Scope // inColumn, or inProject and inMoney in a list of projects
	Field       label.Field
	Term        string
	First, Last int
	Head        *Cell
	Group       *Cell  // head of a group of columns above Head, nil where there is none
	Exact       bool   // Head is a label; else words or what the column holds name it
	Region      string // place that the targets of the column are for, "" where they are for all
	Year        int    // year of a column of History, 0 where its head names none

	over    *Cell      // head above Group
	words   label.Head // of a head that is no label
	running bool       // its cells hold indicators with their levels in running text
	paired  bool       // its cells hold the target and what was reached
	part    bool       // of 指标值, or another value, that heads several columns
}

// List says whether the rows of the band name their project, so that it holds
// many, or the unit whose money or goals stand beside it.
func (b *Band) List() bool { return b.NamesProjects() || b.units }

// NamesProjects says whether the rows of the band name their project.
func (b *Band) NamesProjects() bool { return holds(b.Columns, (*Column).namesProject) }

// listsUnits says whether the rows of the band are of units: money or goals stand
// beside each, and no second ones beside the same unit, which would be those of its
// projects.
func (s *Sheet) listsUnits(b *Band) bool {
	unit := first(b.Columns, func(c *Column) bool { return c.Scope == label.InProject && c.Field == label.Unit })
	if unit < 0 || b.NamesProjects() {
		return false
	}
	told := false
	for i := range b.Columns {
		c := &b.Columns[i]
		if c.Scope != label.InMoney && (c.Scope != label.InProject || c.Field != label.Goals) {
			continue
		}
		for row := b.From; row <= b.To; row++ {
			if !s.begins(row, c.First).Filled() {
				continue
			}
			if !s.begins(row, b.Columns[unit].First).Filled() {
				return false
			}
			told = true
		}
	}
	return told
}

// namesProject says whether the column holds names or codes of projects.
func (c *Column) namesProject() bool {
	return c.Scope == label.InProject && c.Field.Between(label.Code, label.Name)
}

// OverLevels is the heads above the column that name the levels of its
// indicators: 产出指标 over 三级指标 | 指标值. Nil where there is none.
func (c *Column) OverLevels(form string) (level1, level2 *Cell) {
	for _, head := range [...]*Cell{c.over, c.Group} {
		switch m := head.In(label.InLevel, form); {
		case m.Is(label.Level1):
			level1 = head
		case m.Is(label.Level2):
			level2 = head
		}
	}
	return level1, level2
}

// covers says whether the cell stands in the column alone.
func (c *Column) covers(cell *Cell) bool {
	return c.First <= cell.Column && cell.LastColumn() <= c.Last
}

// Is says whether the column is that field of the indicators.
func (c *Column) Is(f label.Field) bool { return c.Field == f && c.Scope == label.InColumn }

// IsCaption says whether the column is that of a caption beside the indicators.
func (c *Column) IsCaption() bool {
	return c.Scope == label.InProject && c.Field == label.Indicators
}

// in says whether the column is one of those fields of the indicators.
func (c *Column) in(set *label.Fields) bool { return c.Scope == label.InColumn && set.Has(c.Field) }

// holds says whether one of the columns is such.
func holds(columns []Column, such func(*Column) bool) bool { return first(columns, such) >= 0 }

// first is the index of the first column that is such, -1 where there is none.
func first(columns []Column, such func(*Column) bool) int {
	for i := range columns {
		if such(&columns[i]) {
			return i
		}
	}
	return -1
}

// last is the index of the last column that is such, -1 where there is none.
func last(columns []Column, such func(*Column) bool) int {
	i := len(columns) - 1
	for i >= 0 && !such(&columns[i]) {
		i--
	}
	return i
}

// remarkUngraded takes 评价标准 over no grades, beside a column of targets, for a remark.
func remarkUngraded(columns []Column) {
	if !holds(columns, func(c *Column) bool { return c.Is(label.Target) }) {
		return
	}
	for i := range columns {
		if columns[i].Is(label.Grades) {
			columns[i].Field = label.Remark
		}
	}
}

// column is the first column of that field of the indicators, nil where there
// is none.
func (b *Band) column(f label.Field) *Column {
	at := first(b.Columns, func(c *Column) bool { return c.Is(f) })
	if at < 0 {
		return nil
	}
	return &b.Columns[at]
}

func (b *Band) has(f label.Field) bool { return b.column(f) != nil }

// SeveralTargets says whether more than one column holds targets.
func (b *Band) SeveralTargets() bool {
	is := func(c *Column) bool { return c.Is(label.Target) }
	return first(b.Columns, is) != last(b.Columns, is)
}

// SameColumns says whether o repeats the header of b. A caption beside or over it must
// be the same too: 长期绩效指标 and 年度绩效指标 head two tables.
func (b *Band) SameColumns(o *Band) bool {
	return slices.EqualFunc(b.Columns, o.Columns, func(x, y Column) bool {
		switch {
		case x.place() != y.place():
			return false
		case x.IsCaption():
			return x.Head.Entry == y.Head.Entry
		}
		return x.Term == y.Term || !x.Across(b) || !y.Across(o)
	})
}

// Across says whether a head of a side stands over all columns of the band: 年度绩效指标.
func (c *Column) Across(b *Band) bool {
	if c.Term == "" || !c.Group.In(label.InColumn, "").Is(label.Group) {
		return false
	}
	return c.Group.Column <= b.Columns[0].First && c.Group.LastColumn() >= b.Columns[len(b.Columns)-1].Last
}

// place is what the column is for, and where it stands.
func (c *Column) place() Column {
	return Column{Scope: c.Scope, Field: c.Field, First: c.First, Last: c.Last}
}

// FindBands finds the indicator tables of the sheet as the form reads them, and
// marks their header cells. A header that repeats the one before it, as on the
// second page of a table, opens no band.
func (s *Sheet) FindBands(form string) {
	if s.found && !s.own {
		return // no label means to the form what it doesn't mean to any
	}
	s.found, s.Bands = true, nil
	for i := range s.Cells {
		s.Cells[i].Use = Unused // nothing is read yet
	}
	for row := 1; row <= s.Rows; row++ {
		if again := s.headerAgain(row); again > row {
			s.markHeader(row, again-1)
			row = again - 1
			continue
		}
		if !s.isHeader(row, form) {
			continue
		}
		top, bottom := s.headerRows(row, form)
		b := Band{Top: top, From: bottom + 1, To: s.Rows, Columns: s.columns(top, bottom, form)}
		b.units = s.listsUnits(&b)
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

// HeaderAgain is the first row of a header printed again in the rows from..to,
// and the first row below it; to+1 where there is none.
func (s *Sheet) HeaderAgain(from, to int) (top, below int) {
	for top = from; top <= to && !s.heads(top); {
		top++
	}
	for below = top; below <= to && s.heads(below); {
		below++
	}
	return top, below
}

// headerAgain is the first row below the header of the last band, where that is printed
// once more from row on, word for word; row where it is not.
func (s *Sheet) headerAgain(row int) int {
	last := len(s.Bands) - 1
	if last < 0 || s.Bands[last].Top == 0 {
		return row
	}
	b, again := &s.Bands[last], row
	for top := b.Top; top < b.From; top, again = top+1, again+1 {
		if !s.sameWords(top, again) {
			return row
		}
	}
	return again
}

// sameWords says whether the cells that begin in two rows are the same, three or more of
// them with words.
func (s *Sheet) sameWords(row, other int) bool {
	if other > s.Rows {
		return false
	}
	a, b, words := s.Line(row), s.Line(other), 0
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Column != b[i].Column || a[i].Text != b[i].Text {
			return false
		}
		if !a[i].Blank {
			words++
		}
	}
	return words >= 3
}

func (s *Sheet) markHeader(top, bottom int) {
	for row := top; row <= bottom; row++ {
		line := s.Line(row)
		for i := range line {
			line[i].Take(UseHeader, "", nil)
		}
	}
}
