package form_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jxmb/model"
)

// factsOf is the facts of a document, each with the cell it was read from.
func factsOf(d *model.Document) (out []damageFact) {
	for n, p := range d.Projects {
		for _, c := range p.Cells {
			if value, text := projectValue(&p, c.Field); value != "" {
				field, _, _ := strings.Cut(c.Field, "[")
				out = append(out, damageFact{project: n, cell: c.Start, table: c.Table, field: field, value: value, text: text})
			}
		}
		for _, i := range p.Indicators {
			at := map[string]int{}
			for _, c := range i.Cells {
				at[c.Field] = c.Start
			}
			var of []int
			for _, field := range [...]string{"level3", "target", "description"} {
				if at[field] != 0 {
					of = append(of, at[field])
				}
			}
			for _, field := range [...]string{"level1", "level2", "level3", "description", "target", "basis", "weight", "actual", "score", "deviation"} {
				value := indicatorValue(&i, field)
				if value == "" || at[field] == 0 {
					continue
				}
				text := value
				if _, verbatim, ok := strings.Cut(value, "¦"); ok {
					text = verbatim
				}
				f := damageFact{project: n, table: i.Origin.Table, of: of, cell: at[field], field: field, value: value, text: text}
				for _, help := range [...]string{"target.operator", "target.unit", "level3"} {
					if (field == "target" || field == "actual") && at[help] != 0 {
						f.helped = append(f.helped, at[help])
					}
				}
				out = append(out, f)
			}
		}
	}
	return out
}

func projectValue(p *model.Project, field string) (value, text string) {
	switch field {
	case "name":
		return p.Name, p.Name
	case "code":
		return p.Code, p.Code
	case "budget.total":
		return amountValue(p.Budget.Total)
	case "budget.fiscal":
		return amountValue(p.Budget.Fiscal)
	case "budget.other":
		return amountValue(p.Budget.Other)
	case "budget.executed":
		return amountValue(p.Budget.Executed)
	case "purpose":
		return p.Purpose, p.Purpose
	}
	var n int
	if _, err := fmt.Sscanf(field, "goals[%d]", &n); err == nil && n < len(p.Goals) {
		return p.Goals[n], p.Goals[n]
	}
	return "", ""
}

func amountValue(a *model.Amount) (value, text string) {
	if a == nil || a.Number == "" {
		return "", ""
	}
	return strings.Join([]string{string(a.Number), a.Unit, string(a.Yuan)}, " "), a.Text
}

func indicatorValue(i *model.Indicator, field string) string {
	switch field {
	case "level1":
		return i.Level1
	case "level2":
		return i.Level2
	case "level3":
		return i.Level3
	case "description":
		return i.Description
	case "target":
		return valueOf(&i.Target)
	case "basis":
		return i.Basis
	case "weight":
		return string(i.Weight)
	case "score":
		return string(i.Score)
	case "deviation":
		return i.Deviation
	}
	if i.Actual == nil {
		return ""
	}
	return valueOf(i.Actual)
}

func valueOf(v *model.Value) string {
	if v.Text == "" {
		return ""
	}
	return strings.TrimSpace(fmt.Sprint(v.Kind, " ", v.Operator, " ", v.Number, " ", v.Upper, " ", v.Unit, "¦", v.Text))
}

// factIndex finds facts of a damaged document. Cells that were merged into
// another stand for it.
type factIndex struct {
	byCell map[string][]string // by a cell of the indicator, and field
	fields map[string][]damageFact
}

func indexFacts(facts []damageFact) *factIndex {
	x := &factIndex{map[string][]string{}, map[string][]damageFact{}}
	for _, f := range facts {
		for _, of := range f.of {
			key := fmt.Sprint(of, f.field)
			x.byCell[key] = append(x.byCell[key], f.value)
		}
		x.fields[f.field] = append(x.fields[f.field], f)
	}
	return x
}

// find is what the field of the fact says: of the indicator that has its name,
// or else another of its cells; of the project that has the cell, or else of the
// project in the same place.
func (x *factIndex) find(f damageFact, into map[int]int) string {
	for _, of := range f.of {
		if values := x.byCell[fmt.Sprint(cmp.Or(into[of], of), f.field)]; values != nil {
			return values[max(0, slices.IndexFunc(values, f.keptIn))]
		}
	}
	if f.of != nil {
		return ""
	}
	value := ""
	for _, other := range x.fields[f.field] {
		switch {
		case f.keptIn(other.value):
			return other.value
		case other.cell == f.cell || other.project == f.project && value == "":
			value = other.value
		}
	}
	return value
}

// keptIn says whether a value is that of the fact, or a text with it.
func (f damageFact) keptIn(now string) bool {
	if figure, text, ok := strings.Cut(f.value, "¦"); ok {
		return strings.HasPrefix(now, figure+"¦") && strings.Contains(now, text)
	}
	return now == f.value || !f.numeric() && strings.Contains(now, f.value)
}

// numeric says whether the field is a number, so that another text is another value.
func (f damageFact) numeric() bool {
	return strings.HasPrefix(f.field, "budget") || f.field == "weight" || f.field == "score" || f.field == "code"
}
