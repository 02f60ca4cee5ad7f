package draft

import (
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// GoalCells gathers the texts of goals and splits them once the sides of all are
// known.
type GoalCells struct {
	*Filling
	Goals []GoalText
}

// GoalText is text of a goal cell with the side its label names.
type GoalText struct {
	Cell       *sheet.Cell
	start, end int
	term       string
}

// Begin forgets the goals of the project above.
func (r *GoalCells) Begin() { r.Goals = r.Goals[:0] }

// AddGoals takes up c.Text[start:end]; term is the side that its label names.
func (r *GoalCells) AddGoals(c *sheet.Cell, start, end int, term string) {
	r.Goals = append(r.Goals, GoalText{c, start, end, term})
}

// SettleGoals splits the goal texts. A goal whose label names no side is that
// of the whole project where another is that of the year: 项目总目标 beside
// 年度目标.
func (r *GoalCells) SettleGoals() {
	annual, long := false, false
	for _, g := range r.Goals {
		annual = annual || g.term == label.TermAnnual
		long = long || g.term == label.TermLong
	}
	for _, g := range r.Goals {
		if label.Blank(g.Cell.Text[g.start:g.end]) {
			continue
		}
		if g.term == label.TermLong || g.term == "" && annual && !long {
			r.HasLong = true
			r.splitGoal(&r.Long.Goals, "long_term.goals", g)
		} else {
			r.splitGoal(&r.Project.Goals, "goals", g)
		}
	}
	r.emptyGoals()
}

func (r *GoalCells) splitGoal(to *[]string, path string, g GoalText) {
	for _, s := range splitGoals(g.Cell.Text[g.start:g.end]) {
		from, end := g.start+s.start, g.start+s.end
		r.ref(Indexed(path, len(*to)), g.Cell, from, end)
		*to = append(*to, g.Cell.Text[from:end])
	}
}

// emptyGoals refers to the cell of the goals where the form has one and it was
// left empty.
func (r *GoalCells) emptyGoals() {
	if len(r.Project.Goals) > 0 || r.HasLong {
		return
	}
	for _, g := range r.Goals {
		if label.Blank(g.Cell.Text[g.start:g.end]) {
			r.RefCell("goals[0]", g.Cell)
			return
		}
	}
}
