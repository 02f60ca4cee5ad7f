package form

import (
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

func (r *goalCells) begin() { r.goals = r.goals[:0] }

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
