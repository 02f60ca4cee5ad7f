package compare

import (
	"cmp"
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
)

// changes collects the fields that differ.
type changes struct {
	*Matched
	list []Change
}

// put adds a change, its state told by what is there.
func (c *changes) put(ch Change) {
	switch {
	case strings.TrimSpace(ch.Old) == "":
		ch.State, ch.Old = Added, ""
	case strings.TrimSpace(ch.New) == "":
		ch.State, ch.New = Dropped, ""
	default:
		ch.State = Changed
	}
	c.list = append(c.list, ch)
}

func (c *changes) text(field, label, old, new string) {
	if !c.SameText(old, new) {
		c.put(Change{Field: field, Label: label, Old: old, New: new})
	}
}

// projectChanges are the fields of a project that differ, its indicators aside.
func (m *Matched) projectChanges(old, new *model.Project) []Change {
	c := &changes{Matched: m, list: []Change{}}
	if !m.Years { // a year has its own codes
		c.text("code", "", old.Code, new.Code)
	}
	c.text("name", "", old.Name, new.Name)
	c.text("unit.code", "", old.Unit.Code, new.Unit.Code)
	c.text("unit.name", "", old.Unit.Name, new.Unit.Name)
	c.budget("budget", &old.Budget, &new.Budget)
	c.text("purpose", "", old.Purpose, new.Purpose)
	c.plan(old.SpendingPlan, new.SpendingPlan)
	c.goals("goals", old.Goals, new.Goals)
	if a, b := longTerm(old), longTerm(new); old.LongTerm != nil || new.LongTerm != nil {
		c.budget("long_term.budget", &a.Budget, &b.Budget)
		c.goals("long_term.goals", a.Goals, b.Goals)
	}
	if !m.Years { // what a year reached is not there when the next is planned
		c.evaluation(old.Evaluation, new.Evaluation)
	}
	c.extra(old.Extra, new.Extra)
	return c.list
}

func (c *changes) evaluation(old, new *model.Evaluation) {
	a, b := cmp.Or(old, &model.Evaluation{}), cmp.Or(new, &model.Evaluation{})
	c.number("evaluation.total", a.Total, b.Total)
	c.text("evaluation.grade", "", a.Grade, b.Grade)
	c.text("evaluation.conclusion", "", a.Conclusion, b.Conclusion)
	x, y := cmp.Or(a.Execution, &model.Execution{}), cmp.Or(b.Execution, &model.Execution{})
	c.amount("evaluation.execution.budget", "", x.Budget, y.Budget)
	c.amount("evaluation.execution.executed", "", x.Executed, y.Executed)
	c.number("evaluation.execution.rate", x.Rate, y.Rate)
	c.number("evaluation.execution.weight", x.Weight, y.Weight)
	c.number("evaluation.execution.score", x.Score, y.Score)
}

func longTerm(p *model.Project) model.LongTerm {
	if p.LongTerm == nil {
		return model.LongTerm{}
	}
	return *p.LongTerm
}

func (c *changes) budget(field string, old, new *model.Budget) {
	c.amount(field+".total", "", old.Total, new.Total)
	c.amount(field+".fiscal", "", old.Fiscal, new.Fiscal)
	c.amount(field+".other", "", old.Other, new.Other)
	c.amount(field+".executed", "", old.Executed, new.Executed)
	lines := func(b *model.Budget) (list []labelled[*model.Amount]) {
		for i := range b.Lines {
			l := &b.Lines[i]
			list = append(list, labelled[*model.Amount]{strings.TrimSpace(l.Label + " " + l.Column), &l.Amount})
		}
		return list
	}
	together(lines(old), lines(new), func(label string, a, b *model.Amount) { c.amount(field+".lines", label, a, b) })
}

// amount compares sums in 元 where both are known, or else as they are printed.
func (c *changes) amount(field, label string, old, new *model.Amount) {
	a, b := cmp.Or(old, &model.Amount{}), cmp.Or(new, &model.Amount{})
	known := a.Yuan != "" && b.Yuan != ""
	if known && a.Yuan == b.Yuan || !known && c.SameText(a.Text+a.Unit, b.Text+b.Unit) {
		return
	}
	ch := Change{Field: field, Label: label, Old: printed(a), New: printed(b)}
	if known {
		ch.Difference, ch.Unit = b.Yuan.Sub(a.Yuan), "元"
	}
	c.put(ch)
}

// printed is a sum with its unit, unless the text names it already.
func printed(a *model.Amount) string {
	if a.Text == "" || strings.Contains(a.Text, a.Unit) {
		return a.Text
	}
	return a.Text + a.Unit
}

func (c *changes) plan(old, new []model.PlanStep) {
	steps := func(plan []model.PlanStep) (list []labelled[model.PlanStep]) {
		for _, s := range plan {
			list = append(list, labelled[model.PlanStep]{s.Label, s})
		}
		return list
	}
	together(steps(old), steps(new), func(label string, a, b model.PlanStep) {
		if a.Percent != "" && a.Percent == b.Percent {
			return
		}
		if c.SameText(a.Text, b.Text) {
			return
		}
		ch := Change{Field: "spending_plan", Label: label, Old: a.Text, New: b.Text}
		if a.Percent != "" && b.Percent != "" {
			ch.Difference, ch.Unit = b.Percent.Sub(a.Percent), "%"
		}
		c.put(ch)
	})
}

func (c *changes) extra(old, new []model.Extra) {
	cells := func(extra []model.Extra) (list []labelled[string]) {
		for _, e := range extra {
			list = append(list, labelled[string]{e.Label, e.Text})
		}
		return list
	}
	together(cells(old), cells(new), func(label, a, b string) { c.text("extra", label, a, b) })
}

// goals compares goals whatever their order: what was reworded is one change.
func (c *changes) goals(field string, old, new []string) {
	known := func(list []string) []traits {
		all := make([]traits, len(list))
		for i, g := range list {
			name := quantity.Signs(g)
			all[i].keys = []string{name, undated(name)}
			all[i].texts = func() (name, body []quantity.Pair) { return pairsOf(g), nil }
		}
		return all
	}
	paired := pair(known(old), known(new), leastGoal)
	kept := make([]bool, len(old))
	for i, g := range new {
		was := ""
		if o := paired.old[i]; o >= 0 {
			was, kept[o] = old[o], true
		}
		c.text(field, "", was, g)
	}
	for i, g := range old {
		if !kept[i] {
			c.text(field, "", g, "")
		}
	}
}

// leastGoal is how like a goal is to the one that it was.
const leastGoal = 0.4

// labelled is something that its label tells from others.
type labelled[T any] struct {
	label string
	of    T
}

// together calls f with the old and the new thing of each label, the new ones in
// their order, then the old ones that are gone. Where several have a label, the
// first goes with the first.
func together[T any](old, new []labelled[T], f func(label string, old, new T)) {
	var none T
	left := map[string][]int{}
	for i := range old {
		key := quantity.Signs(old[i].label)
		left[key] = append(left[key], i)
	}
	gone := make([]bool, len(old))
	for _, n := range new {
		key := quantity.Signs(n.label)
		was := none
		if queue := left[key]; len(queue) > 0 {
			was, gone[queue[0]], left[key] = old[queue[0]].of, true, queue[1:]
		}
		f(n.label, was, n.of)
	}
	for i, o := range old {
		if !gone[i] {
			f(o.label, o.of, none)
		}
	}
}
