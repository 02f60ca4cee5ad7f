package form

import "strings"

// goalText is text of a goal cell with the side its label names.
type goalText struct {
	cell       *cell
	start, end int
	term       string
}

// goalBlock reads 绩效目标 and its kin: the text beside the label, or, where the
// block has labels of its own (长期目标 | 年度目标, 预期目标 | 实际完成情况), the
// text under or beside each of them.
func (r *reading) goalBlock(k *cell, m *meaning) {
	k.take(useLabel, fieldGoals.String(), nil)
	last := r.sheet.reach(k)
	if last == k.row { // one row: its other cells have labels of their own
		if v, by := r.value(k); v != nil {
			v.take(by, fieldGoals.String(), k)
			r.addGoals(v, 0, len(v.Text), m.term)
		}
		return
	}
	r.inBlock(k, last, func(c *cell) { r.goalCell(c, k, m.term) })
}

func (r *reading) goalCell(c, k *cell, term string) {
	m := c.entry.in(inProject, r.form)
	switch {
	case m == nil && numbersGoal(c.Text):
		c.take(useLabel, fieldGoals.String(), k)
	case m == nil:
		c.take(useBlock, fieldGoals.String(), k)
		r.addGoals(c, 0, len(c.Text), term)
	case m.field == fieldGoals:
		if m.term != "" {
			term = m.term
		}
		v, by := r.value(c)
		c.take(useLabel, fieldGoals.String(), k)
		if v != nil {
			v.take(by, fieldGoals.String(), c)
			r.addGoals(v, 0, len(v.Text), term)
		}
	default:
		r.cell(c)
	}
}

// numbersGoal says whether a cell only numbers the goal beside it: 目标1, 2.
func numbersGoal(text string) bool {
	if len(text) > 30 {
		return false
	}
	s := strings.TrimPrefix(normal(text), "目标")
	_, _, end := count(s)
	return end > 0 && strings.Trim(s[end:], ".:、") == ""
}

func (r *reading) addGoals(c *cell, start, end int, term string) {
	r.goals = append(r.goals, goalText{c, start, end, term})
}

// settleGoals splits the goal texts. A goal whose label names no side is that
// of the whole project where another is that of the year: 项目总目标 beside
// 年度目标.
func (r *reading) settleGoals() {
	annual, long := false, false
	for _, g := range r.goals {
		annual = annual || g.term == termAnnual
		long = long || g.term == termLong
	}
	for _, g := range r.goals {
		if blank(g.cell.Text[g.start:g.end]) {
			continue
		}
		if g.term == termLong || g.term == "" && annual && !long {
			r.hasLong = true
			r.splitGoal(&r.long.Goals, "long_term.goals", g)
		} else {
			r.splitGoal(&r.project.Goals, "goals", g)
		}
	}
	r.emptyGoals()
}

func (r *reading) splitGoal(to *[]string, path string, g goalText) {
	for _, s := range splitGoals(g.cell.Text[g.start:g.end]) {
		from, end := g.start+s.start, g.start+s.end
		r.ref(indexed(path, len(*to)), g.cell, from, end)
		*to = append(*to, g.cell.Text[from:end])
	}
}

// emptyGoals refers to the cell of the goals where the form has one and it was
// left empty.
func (r *reading) emptyGoals() {
	if len(r.project.Goals) > 0 || r.hasLong {
		return
	}
	for _, g := range r.goals {
		if blank(g.cell.Text[g.start:g.end]) {
			r.refCell("goals[0]", g.cell)
			return
		}
	}
}
