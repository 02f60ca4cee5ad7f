package form

import (
	"cmp"
	"strings"

	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// goalCells gathers the texts of goals and splits them once the sides of all are
// known.
type goalCells struct {
	*filling
	goals []goalText
}

// goalText is text of a goal cell with the side its label names.
type goalText struct {
	cell       *sheet.Cell
	start, end int
	term       string
}

// goalBlock reads 绩效目标 and its kin: the text beside the label, or, where the
// block has labels of its own (长期目标 | 年度目标, 预期目标 | 实际完成情况), the
// text under or beside each of them.
func (r *reading) goalBlock(k *sheet.Cell, m *label.Meaning) {
	k.Take(sheet.UseLabel, label.Goals.String(), nil)
	last := r.sheet.Reach(k)
	if last == k.Line { // one row: its other cells have labels of their own
		if v, by := r.value(k); v != nil && !r.isLabel(v) {
			v.Take(by, label.Goals.String(), k)
			r.addGoals(v, 0, len(v.Text), m.Term)
		}
		return
	}
	r.inBlock(k, last, func(c *sheet.Cell) { r.goalCell(c, k, m.Term) })
}

func (r *reading) goalCell(c, k *sheet.Cell, term string) {
	m := c.Entry.In(label.InProject, r.form.ID)
	switch {
	case m == nil && numbersGoal(c.Text):
		c.Take(sheet.UseLabel, label.Goals.String(), k)
	case m == nil && c.In(label.InLevel, r.form.ID) != nil: // heads indicators beside the goals
	case m == nil && r.headsText(c):
		c.Take(sheet.UseLabel, label.Goals.String(), k)
		r.leftOver(c)
	case m == nil:
		c.Take(sheet.UseBlock, label.Goals.String(), k)
		r.addGoals(c, 0, len(c.Text), term)
	case m.Field == label.Goals:
		r.goalLabel(c, k, cmp.Or(m.Term, term))
	default:
		r.cell(c)
	}
}

// goalLabel takes the label of a goal in a block of goals and the text beside it
// or below it.
func (r *reading) goalLabel(c, k *sheet.Cell, term string) {
	v, by := r.value(c)
	c.Take(sheet.UseLabel, label.Goals.String(), k)
	if v != nil && !r.isLabel(v) {
		v.Take(by, label.Goals.String(), c)
		r.addGoals(v, 0, len(v.Text), term)
		return
	}
	below := r.sheet.Below(c)
	if below.Filled() && below.Use == sheet.UseBelow && below.Label != c && below.Field == label.Goals.String() {
		r.reportJoined(below) // one text under both labels
	}
}

// headsText says whether a short text of a block of goals is an unknown head: it
// stands in a row of heads, over a text.
func (r *neighbours) headsText(c *sheet.Cell) bool {
	below := r.sheet.Below(c)
	if c.RowSpan > 1 || !below.Unread() || below.Blank {
		return false
	}
	return below.ColSpan == c.ColSpan && !worded(c.Text) && r.besideHead(c)
}

// besideHead says whether a label of the same row stands right of the cell, or
// one of a goal left of it.
func (r *neighbours) besideHead(c *sheet.Cell) bool {
	if right := r.sheet.Right(c); right != nil && right.Line == c.Line && r.isLabel(right) {
		return true
	}
	left := r.sheet.At(c.Line, c.Column-1)
	return left != nil && left.Line == c.Line && left.RowSpan == 1 && left.Entry.Field(label.InProject, r.form.ID) == label.Goals
}

// numbersGoal says whether a cell only numbers the goal beside it: 目标1, 2.
func numbersGoal(text string) bool {
	if len(text) > 30 {
		return false
	}
	s := strings.TrimPrefix(label.Normal(text), "目标")
	_, _, end := label.Count(s)
	return end > 0 && strings.Trim(s[end:], ".:、") == ""
}

func (r *goalCells) addGoals(c *sheet.Cell, start, end int, term string) {
	r.goals = append(r.goals, goalText{c, start, end, term})
}

// settleGoals splits the goal texts. A goal whose label names no side is that
// of the whole project where another is that of the year: 项目总目标 beside
// 年度目标.
func (r *goalCells) settleGoals() {
	annual, long := false, false
	for _, g := range r.goals {
		annual = annual || g.term == label.TermAnnual
		long = long || g.term == label.TermLong
	}
	for _, g := range r.goals {
		if label.Blank(g.cell.Text[g.start:g.end]) {
			continue
		}
		if g.term == label.TermLong || g.term == "" && annual && !long {
			r.hasLong = true
			r.splitGoal(&r.long.Goals, "long_term.goals", g)
		} else {
			r.splitGoal(&r.project.Goals, "goals", g)
		}
	}
	r.emptyGoals()
}

func (r *goalCells) splitGoal(to *[]string, path string, g goalText) {
	for _, s := range splitGoals(g.cell.Text[g.start:g.end]) {
		from, end := g.start+s.start, g.start+s.end
		r.ref(indexed(path, len(*to)), g.cell, from, end)
		*to = append(*to, g.cell.Text[from:end])
	}
}

// emptyGoals refers to the cell of the goals where the form has one and it was
// left empty.
func (r *goalCells) emptyGoals() {
	if len(r.project.Goals) > 0 || r.hasLong {
		return
	}
	for _, g := range r.goals {
		if label.Blank(g.cell.Text[g.start:g.end]) {
			r.refCell("goals[0]", g.cell)
			return
		}
	}
}
