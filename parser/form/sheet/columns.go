package sheet

import (
	"slices"

	"jxmb/parser/form/label"
	"jxmb/parser/value"
)

// columns reads the header: for each slot the lowest label above the data, its
// side from the label itself or from the group above it.
func (s *Sheet) columns(top, bottom int, form string) []Column {
	out := make([]Column, 0, 12)
	for col := 1; col <= s.Cols; {
		heads := s.headsAt(top, bottom, col)
		c := Column{Scope: label.InColumn, First: col, Last: col, Head: heads[0], Group: heads[1], over: heads[2]}
		if c.Head != nil {
			c.Last = min(c.Head.Column+c.Head.ColSpan-1, s.Cols)
			for next := col + 1; next <= c.Last; next++ { // a sub-header beside it may begin earlier
				if s.headsAt(top, bottom, next)[0] != c.Head {
					c.Last = next - 1
				}
			}
			c.name(form)
		} else {
			c.Field = label.Remark
		}
		out = append(out, c)
		col = c.Last + 1
	}
	s.nameByWords(out, bottom, form)
	s.resolve(out, bottom, form)
	return out
}

// headsAt is the header cells over the slot that are not blank, the lowest
// first. A cell printed again in place of a merge counts once, and a blank one
// above a head belongs to the group left of it that spreads over it.
func (s *Sheet) headsAt(top, bottom, col int) (heads [3]*Cell) {
	n := 0
	for row := bottom; row >= top && n < len(heads); row-- {
		c := s.At(row, col)
		if c != nil && c.Blank && n > 0 {
			c = s.groupLeft(c, row)
		}
		if c == nil || c.Blank || n > 0 && (c == heads[n-1] || c.Text == heads[n-1].Text) {
			continue
		}
		heads[n] = c
		n++
	}
	return heads
}

// groupLeft is the first cell left of a blank one that is not blank.
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
	case g != nil && g.Field == label.Target:
		c.Field, c.Term, c.words = label.Target, g.Term, label.ReadHead(c.Head.Text)
		c.part = true
	default:
		c.Field = label.Remark
		for _, sc := range [...]label.Scope{label.InProject, label.InMoney} {
			if pm := c.Head.Entry.In(sc, form); pm != nil && !pm.Field.Aside() {
				c.Scope, c.Field, c.Term, c.Exact = sc, pm.Field, pm.Term, true
				return
			}
		}
	}
	if g != nil && g.Term != "" {
		c.Term = g.Term
	}
}

// nameByWords reads the heads that are no labels by their words: right of the
// levels as columns of indicators, left of them, in a table that tells of
// projects there, as the name of one.
func (s *Sheet) nameByWords(columns []Column, bottom int, form string) {
	first := s.firstName(columns, bottom, form)
	projects := 0
	for i := range columns {
		c := &columns[i]
		switch {
		case c.Head == nil:
		case i < first:
			if w, ok := label.WordedAmount(c.Head.Text); ok && !c.Exact {
				c.Scope, c.Field = w.Scope, w.Field
			}
			if c.Scope != label.InColumn && c.Field != label.Indicators && c.Field != label.Goals {
				projects++
			}
		case !c.Exact && !c.part:
			c.words = label.ReadHead(c.Head.Text)
			switch {
			case c.words.Field != label.NoField:
				c.Field = c.words.Field
			case c.words.Value:
				c.Field = label.Target
			}
		}
	}
	named := slices.ContainsFunc(columns, func(c Column) bool {
		return c.Scope == label.InProject && (c.Field == label.Name || c.Field == label.Code)
	})
	if first > 0 && projects > 0 && !named {
		s.nameProjects(columns[:first], bottom+1)
	}
}

// firstName is the index of the first column of levels or names: by its head,
// else by the level below it; -1 where there is none.
func (s *Sheet) firstName(columns []Column, bottom int, form string) int {
	if at := slices.IndexFunc(columns, func(c Column) bool { return c.isName() }); at >= 0 || bottom == s.Rows {
		return at
	}
	level := s.levelIn(bottom+1, form)
	return slices.IndexFunc(columns, func(c Column) bool {
		return level != nil && c.First <= level.Column && level.Column <= c.Last
	})
}

// nameProjects takes a column left of the levels as the names of projects: the
// one whose head is worded so, else the first one of an unknown head that holds
// texts.
func (s *Sheet) nameProjects(columns []Column, from int) {
	unknown := func(c Column) bool { return c.Head != nil && !c.Exact }
	at := slices.IndexFunc(columns, func(c Column) bool { return unknown(c) && label.NamesProject(c.Head.Text) })
	if at < 0 {
		at = slices.IndexFunc(columns, func(c Column) bool { return unknown(c) && s.holdsTexts(&c, from) })
	}
	if at >= 0 {
		columns[at].Scope, columns[at].Field = label.InProject, label.Name
	}
}

// holdsTexts says whether the filled cells that begin in the column from row on
// are texts, neither values nor levels; there must be one.
func (s *Sheet) holdsTexts(col *Column, from int) bool {
	found := false
	for row := from; row <= min(s.Rows, from+sampleRows); row++ {
		c := s.At(row, col.First)
		if c == nil || c.Blank || c.Line != row {
			continue
		}
		if c.Entry != nil || value.IsTarget(c.Text) {
			return false
		}
		found = true
	}
	return found
}

// isName says whether the column is one of levels or of the indicator's name.
func (c *Column) isName() bool {
	return c.Scope == label.InColumn && c.Field >= label.Level1 && c.Field <= label.Indicator
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
			default: // 年度目标 that heads no other columns may be that of the values
				c.words = label.ReadHead(c.Head.Text)
				c.Field, c.Exact = label.Remark, false
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
