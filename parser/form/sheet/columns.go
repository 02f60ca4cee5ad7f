package sheet

import (
	"jxmb/parser/form/label"
)

// columns reads the header: for each slot the lowest label above the data, its
// side from the label itself or from the group above it.
func (s *Sheet) columns(top, bottom int, form string) []Column {
	out := make([]Column, 0, 12)
	for col := 1; col <= s.Cols; {
		heads := s.headsAt(top, bottom, col)
		c := Column{Scope: label.InColumn, Field: label.Remark, First: col, Last: col, Head: heads[0], Group: heads[1], over: heads[2]}
		if c.Head != nil {
			c.Last = s.lastUnder(c.Head, top, bottom, col)
			c.name(form)
		}
		out = append(out, c)
		col = c.Last + 1
	}
	s.running(out, form)
	s.nameByWords(out, bottom, form)
	s.nameByCaption(out, bottom)
	s.resolve(out, bottom, form)
	remarkUngraded(out)
	return out
}

// lastUnder is the last slot of the column that begins at col under head: a head
// beside it in a lower row may begin before head ends.
func (s *Sheet) lastUnder(head *Cell, top, bottom, col int) int {
	last := min(head.LastColumn(), s.Cols)
	for next := col + 1; next <= last; next++ {
		if s.headsAt(top, bottom, next)[0] != head {
			return next - 1
		}
	}
	return last
}

// headsAt is the header cells over the slot that are not blank, the lowest
// first. A cell printed again in place of a merge counts once, and a blank one
// above a head belongs to the group left of it that spreads over it.
func (s *Sheet) headsAt(top, bottom, col int) (heads [3]*Cell) {
	n := 0
	for row := bottom; row >= top && n < len(heads); row-- {
		c := s.At(row, col)
		if n > 0 {
			c = s.groupLeft(c, row)
		}
		if !c.Filled() || n > 0 && c.Text == heads[n-1].Text {
			continue
		}
		heads[n] = c
		n++
	}
	return heads
}

// groupLeft is the cell, or the first one left of a blank one that is not blank.
func (s *Sheet) groupLeft(c *Cell, row int) *Cell {
	for c != nil && c.Blank {
		c = s.At(row, c.Column-1)
	}
	return c
}

// name gives the column the meaning of its head, and the side of the group
// above it. A part of 指标值 that is no label is one of its values.
func (c *Column) name(form string) {
	m := c.Head.Entry.In(label.InColumn, form)
	g := c.Group.In(label.InColumn, form)
	switch {
	case m != nil:
		c.Field, c.Term, c.Exact = m.Field, m.Term, true
	case g.Is(label.Target):
		c.Field, c.Term, c.words = label.Target, g.Term, label.ReadHead(c.Head.Text)
		c.part = true
	case c.nameAround(form):
		return
	}
	if g != nil && g.Term != "" {
		c.Term = g.Term
	}
}

// nameAround gives the column of a list of projects the meaning that its head
// has around the indicators.
func (c *Column) nameAround(form string) bool {
	for _, scope := range [...]label.Scope{label.InProject, label.InMoney} {
		if m := c.Head.Entry.In(scope, form); m != nil && !m.Field.Aside() {
			c.Scope, c.Field, c.Term, c.Exact = scope, m.Field, m.Term, true
			return true
		}
	}
	return false
}

// headsTotals says whether the head of a column left of the levels is that of a block
// of money or of a row of sums, so that the totals of the projects stand below it:
// 项目资金, 合计, 小计 under 资金来源.
func (c *Column) headsTotals(form string) bool {
	switch {
	case c.Scope != label.InProject:
		return false
	case c.Field == label.Sum:
		return c.Head.Entry.In(label.InMoney, form) != nil || c.Group.In(label.InProject, form).Is(label.Money)
	}
	return c.Field == label.Money
}

// isName says whether the column is one of levels or of the indicator's name.
func (c *Column) isName() bool { return c.Scope == label.InColumn && c.Field.IsName() }

// captions says whether the head of the column goes on in the row below the
// header: merged with it, printed again, or above a blank where the merge was
// lost.
func (s *Sheet) captions(c *Column, row int) bool {
	below := s.At(row, c.First)
	return below != nil && (below.Blank || below.Entry == c.Head.Entry)
}

// resolve settles the labels whose meaning depends on the columns around them.
func (s *Sheet) resolve(columns []Column, bottom int, form string) {
	around := surveyed(columns)
	for i := range columns {
		c := &columns[i]
		if !ambiguous.Has(c.Field) {
			continue
		}
		leads := i < around.firstLevel || c.Field == label.Indicator && i == 0 && s.captions(c, bottom+1)
		stub := leads && c.Head.Entry.In(label.InProject, form) != nil && !around.namesBefore(s, c, bottom+1)
		switch {
		case c.Field == label.Group || stub:
			around.caption(c, stub, form)
		default:
			around.indicator(c, form)
		}
	}
}

// ambiguous are the columns whose labels mean another thing beside others.
var ambiguous = label.These(label.Group, label.Indicator)

// survey is what the columns of a header tell of each other.
type survey struct {
	firstLevel int   // index of the first column of levels, 0 where there is none
	third      bool  // a column is level 3
	described  bool  // a column describes the indicators
	list       bool  // a column names projects
	over       *Cell // level over the last column of names
}

func surveyed(columns []Column) survey {
	return survey{
		firstLevel: max(0, first(columns, (*Column).isLevel)),
		third:      holds(columns, func(c *Column) bool { return c.Is(label.Level3) }),
		described:  holds(columns, func(c *Column) bool { return c.Is(label.Description) }),
		list:       holds(columns, (*Column).namesProject),
	}
}

// namesBefore says whether 绩效指标 left of the levels heads the names of the indicators, a
// cell each, where no other column does: 绩效指标 | 指标类型 | 指标值.
func (a *survey) namesBefore(s *Sheet, c *Column, from int) bool {
	if c.Field != label.Indicator || a.third || c.Group != nil || s.captions(c, from) {
		return false
	}
	first, second := s.At(from, c.First), s.At(from+1, c.First)
	return first != second && second.Filled() && s.holdsTexts(c, from)
}

func (c *Column) isLevel() bool { return c.Scope == label.InColumn && c.Field.IsLevel() }

// caption settles 年度目标 or 绩效指标 over a column: beside the indicators it
// is the caption of their rows, else it may be worded as the values are.
func (a *survey) caption(c *Column, stub bool, form string) {
	switch {
	case a.list && c.Head.Entry.Field(label.InProject, form) == label.Goals:
		c.Scope, c.Field = label.InProject, label.Goals
	case stub:
		c.Scope, c.Field = label.InProject, label.Indicators
	default: // 年度目标 that heads no other columns may be that of the values
		c.words = label.ReadHead(c.Head.Text)
		c.Field, c.Exact = label.Remark, false
	}
}

// indicator settles 绩效指标 over a column: the name of the indicators, their
// description where a column names them, or a remark. Under heads of levels each
// names those of its own.
func (a *survey) indicator(c *Column, form string) {
	level, _ := c.OverLevels(form)
	switch {
	case !a.third || a.over != nil && level != nil && level != a.over:
		c.Field, a.third, a.over = label.Level3, true, level
	case !a.described:
		c.Field, a.described = label.Description, true
	default:
		c.Field = label.Remark
	}
}
