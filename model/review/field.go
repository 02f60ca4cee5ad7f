package review

import (
	"strconv"
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
)

// ParseValue reads the text of a target or an actual value beside an indicator, as
// the form would have.
type ParseValue func(text string, was *model.Value, in *model.Indicator) model.Value

// field is a field that can be put right: what it says, and how it takes another
// text. set tells whether it could.
type field struct {
	text string
	set  func(text string) bool
}

// indicatorField finds a field of an indicator by its name. The levels are none:
// what the indicator is called decides what it is.
func indicatorField(d *model.Document, p *model.Project, in *model.Indicator, name string, parse ParseValue) (field, bool) {
	switch name {
	case "target":
		return valueField(d, p, in, &in.Target, in.Field(name), parse), true
	case "actual":
		if in.Actual != nil {
			return valueField(d, p, in, in.Actual, in.Field(name), parse), true
		}
	case "weight":
		return numberField(&in.Weight), true
	case "score":
		return numberField(&in.Score), true
	case "description":
		return textField(&in.Description), true
	case "basis":
		return textField(&in.Basis), true
	case "deviation":
		return textField(&in.Deviation), true
	}
	return field{}, false
}

// projectField finds a field of a project by its name.
func projectField(p *model.Project, name string) (field, bool) {
	b := &p.Budget
	amounts := map[string]*model.Amount{"budget.total": b.Total, "budget.fiscal": b.Fiscal, "budget.other": b.Other, "budget.executed": b.Executed}
	if a := amounts[name]; a != nil {
		return amountField(a), true
	}
	switch name {
	case "name":
		return textField(&p.Name), true
	case "purpose":
		return textField(&p.Purpose), true
	}
	if i, ok := index(name, "goals", len(p.Goals)); ok {
		return textField(&p.Goals[i]), true
	}
	if i, ok := index(name, "spending_plan", len(p.SpendingPlan)); ok {
		return stepField(&p.SpendingPlan[i]), true
	}
	return field{}, false
}

// index reads "goals[2]".
func index(name, list string, n int) (int, bool) {
	inner, ok := strings.CutPrefix(name, list+"[")
	i, err := strconv.Atoi(strings.TrimSuffix(inner, "]"))
	return i, ok && err == nil && i >= 0 && i < n
}

func valueField(d *model.Document, p *model.Project, in *model.Indicator, v *model.Value, at model.Origin, parse ParseValue) field {
	return field{text: v.Text, set: func(text string) bool {
		*v = parse(text, v, in)
		placed(v, at)
		d.Resolve(p, in)
		return true
	}}
}

// placed gives the readings of a corrected value the place of its cell: no run of
// the file holds them.
func placed(v *model.Value, at model.Origin) {
	for _, reading := range [...]*model.Reading{v.Readings.Figure, v.Readings.Statement} {
		if reading != nil {
			reading.Start, reading.End = at.Start, at.End
		}
	}
	for i := range v.Parts {
		placed(&v.Parts[i], at)
	}
}

func textField(s *string) field {
	return field{text: *s, set: func(text string) bool { *s = text; return true }}
}

func numberField(n *model.Decimal) field {
	return field{text: string(*n), set: func(text string) bool {
		read, ok := quantity.ReadNumber(text)
		if ok {
			*n = read
		}
		return ok
	}}
}

func stepField(s *model.PlanStep) field {
	return field{text: s.Text, set: func(text string) bool {
		read, ok := quantity.ReadNumber(text)
		if ok {
			s.Text, s.Percent = text, read
		}
		return ok
	}}
}

// amountField reads a sum in the unit of the form, unless it names its own.
func amountField(a *model.Amount) field {
	return field{text: a.Text, set: func(text string) bool {
		m, ok := quantity.ReadMoney(text)
		if !ok {
			return false
		}
		*a = model.Amount{Text: text, Number: m.Number, Unit: a.Unit}
		if m.Unit != "" {
			a.Unit = m.Unit
		}
		if m.Number != "" {
			a.Yuan, _ = quantity.Yuan(m.Number, a.Unit)
		}
		return true
	}}
}
