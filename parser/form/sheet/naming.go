package sheet

import (
	"jxmb/parser/form/label"
	"jxmb/parser/value"
)

// nameByWords reads the heads that are no labels by their words: right of the
// levels as columns of indicators, left of them, in a table that tells of
// projects there, as the name of one.
func (s *Sheet) nameByWords(columns []Column, bottom int, form string) {
	before := max(0, s.firstName(columns, bottom, form))
	list := holds(columns[:before], (*Column).namesProject)
	for i := range columns {
		switch c := &columns[i]; {
		case i < before && list && c.Is(label.Measure): // 单位 beside 项目名称
			c.Scope, c.Field = label.InProject, label.Unit
		case i < before && c.headsTotals(form):
			c.Scope, c.Field = label.InMoney, label.Total
		case c.Head == nil || c.Exact:
		case i < before:
			c.nameAmount()
		case !c.part:
			c.nameByHead()
		}
	}
	if holds(columns[:before], (*Column).tellsOfProject) && !holds(columns, (*Column).namesProject) {
		s.nameProjects(columns[:before], bottom+1)
	}
}

// nameAmount reads a head whose words name money.
func (c *Column) nameAmount() {
	if w, ok := label.WordedAmount(c.Head.Text); ok {
		c.Scope, c.Field = w.Scope, w.Field
	}
}

// nameByHead reads the words of a head of indicators.
func (c *Column) nameByHead() {
	c.words = label.ReadHead(c.Head.Text)
	switch bare := label.BareLevel(c.Head.Text); {
	case bare != label.NoField:
		c.Field = bare
	case c.words.Field != label.NoField:
		c.Field = c.words.Field
	case c.words.Say(label.SaysValue):
		c.Field = label.Target
	}
}

// tellsOfProject says whether a column left of the levels makes the table a list
// of projects: captions of the indicators and of goals don't.
func (c *Column) tellsOfProject() bool {
	return c.Scope != label.InColumn && c.Field != label.Indicators && c.Field != label.Goals
}

// firstName is the index of the first column of levels or names: by its head,
// else by the level below it, else that of a level whose indicators stand in running
// text; -1 where there is none.
func (s *Sheet) firstName(columns []Column, bottom int, form string) int {
	if at := first(columns, (*Column).wordedName); at >= 0 {
		return at
	}
	level := s.levelIn(bottom+1, form)
	if level == nil {
		return first(columns, func(c *Column) bool { return c.Written(form) })
	}
	return first(columns, func(c *Column) bool { return c.First <= level.Column && level.Column <= c.Last })
}

// nameProjects takes a column left of the levels as the names of projects: the
// one whose head is worded so, else the first one of an unknown head that holds
// texts.
func (s *Sheet) nameProjects(columns []Column, from int) {
	unknown := func(c *Column) bool { return c.Head != nil && !c.Exact }
	worded := func(c *Column) bool { return unknown(c) && label.NamesProject(c.Head.Text) }
	texts := func(c *Column) bool { return unknown(c) && s.holdsTexts(c, from) }
	at := first(columns, worded)
	if at < 0 {
		at = first(columns, texts)
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
		c := s.begins(row, col.First)
		if !c.Filled() || !col.covers(c) { // 合计 over two columns
			continue
		}
		if c.Entry != nil || value.IsTarget(c.Text) {
			return false
		}
		found = true
	}
	return found
}

// wordedName says whether the column is one of levels or of the indicator's name, by
// its label or by the words of a head that is none: 一级.
func (c *Column) wordedName() bool {
	if c.isName() || c.Exact || c.Head == nil {
		return c.isName()
	}
	return label.ReadHead(c.Head.Text).Field.IsLevel() || label.BareLevel(c.Head.Text) != label.NoField
}

// nameByCaption takes the caption of the indicators over their names, in a table without
// levels, for the head of these: 考核指标 | 目标任务 | 责任人.
func (s *Sheet) nameByCaption(columns []Column, bottom int) {
	c := &columns[0]
	if c.IsCaption() && !holds(columns, (*Column).wordedLevel) && !s.captions(c, bottom+1) && s.holdsTexts(c, bottom+1) {
		c.Scope, c.Field = label.InColumn, label.Indicator
	}
}

// wordedLevel says whether the column is one of levels by its label or its words.
func (c *Column) wordedLevel() bool {
	return c.wordedName() && !c.Is(label.Level3) && !c.Is(label.Indicator)
}
