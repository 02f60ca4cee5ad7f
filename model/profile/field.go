package profile

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
)

// extra begins the fields that name columns of the form by their labels, the
// first that is filled counts: "extra.备注|说明".
const extra = "extra."

// field is what a column may hold.
type field struct {
	text      func(*model.Project, *model.Indicator) string
	cell      string // field of the model whose cell it is read from
	name      bool   // of an indicator or a level: never blank
	ofProject bool
}

var fields = map[string]field{
	"level1":      {cell: "level1", name: true, text: ofIndicator(func(i *model.Indicator) string { return level(i.Level1) })},
	"level2":      {cell: "level2", name: true, text: ofIndicator(func(i *model.Indicator) string { return level(i.Level2) })},
	"level3":      {cell: "level3", name: true, text: ofIndicator(func(i *model.Indicator) string { return strings.TrimSpace(i.Level3) })},
	"description": {cell: "description", text: ofIndicator(func(i *model.Indicator) string { return i.Description })},
	"target":      {cell: "target", text: ofIndicator(func(i *model.Indicator) string { return whole(&i.Target) })},
	"sign":        {cell: "target", text: ofIndicator(func(i *model.Indicator) string { return SignOf(&i.Target) })},
	"value":       {cell: "target", text: ofIndicator(func(i *model.Indicator) string { return Figure(&i.Target) })},
	"unit":        {cell: "target", text: ofIndicator(func(i *model.Indicator) string { return unit(&i.Target) })},
	"basis":       {cell: "basis", text: ofIndicator(func(i *model.Indicator) string { return i.Basis })},
	"weight":      {cell: "weight", text: ofIndicator(func(i *model.Indicator) string { return string(i.Weight) })},
	"history.1":   {cell: "history", text: func(p *model.Project, i *model.Indicator) string { return before(p, i, 1, "上年") }},
	"history.2":   {cell: "history", text: func(p *model.Project, i *model.Indicator) string { return before(p, i, 2, "前年") }},

	"project.code": {cell: "code", ofProject: true, text: ofProject(func(p *model.Project) string { return p.Code })},
	"project.name": {cell: "name", ofProject: true, text: ofProject(func(p *model.Project) string { return p.Name })},
	"unit.code":    {cell: "unit.code", ofProject: true, text: ofProject(func(p *model.Project) string { return p.Unit.Code })},
	"unit.name":    {cell: "unit.name", ofProject: true, text: ofProject(func(p *model.Project) string { return p.Unit.Name })},
	"fiscal_year": {cell: "fiscal_year", ofProject: true, text: ofProject(func(p *model.Project) string {
		if p.FiscalYear == 0 {
			return ""
		}
		return strconv.Itoa(p.FiscalYear)
	})},
}

// Fields are the names that a profile may give its columns, besides "extra."
// and the labels of columns of the form.
func Fields() []string { return slices.Sorted(maps.Keys(fields)) }

func ofIndicator(of func(*model.Indicator) string) func(*model.Project, *model.Indicator) string {
	return func(_ *model.Project, i *model.Indicator) string { return of(i) }
}

func ofProject(of func(*model.Project) string) func(*model.Project, *model.Indicator) string {
	return func(p *model.Project, _ *model.Indicator) string { return of(p) }
}

// level is the name of a level on one line, without the points that a
// self-evaluation prints behind it: 产出指标（50分） is 产出指标.
func level(text string) string {
	text = quantity.Folded(text)
	if name, rest, ok := strings.Cut(text, "("); ok && strings.HasSuffix(rest, "分)") {
		return name
	}
	return text
}

// extraOf is the first filled column of the form that goes by one of the labels,
// which are folded.
func extraOf(i *model.Indicator, labels []string) string {
	best, text := len(labels), ""
	for k := range i.Extra {
		e := &i.Extra[k]
		if e.Text == "" {
			continue
		}
		named := quantity.Folded(e.Label)
		if n := slices.IndexFunc(labels[:best], func(label string) bool { return label == named }); n >= 0 {
			best, text = n, e.Text
		}
	}
	return text
}

// before is the value of a year before that of the project: a number where it
// has the unit of the target, else as printed.
func before(p *model.Project, i *model.Indicator, years int, label string) string {
	for k := range i.History {
		h := &i.History[k]
		named := h.Year != 0 && p.FiscalYear != 0 && h.Year == p.FiscalYear-years
		if !named && (h.Year != 0 || !strings.Contains(h.Label, label)) {
			continue
		}
		if h.Value.Kind == model.Quantity && h.Value.Unit == i.Target.Unit && h.Value.Operator == model.Equal {
			return string(h.Value.Number)
		}
		return strings.TrimSpace(h.Value.Text)
	}
	return ""
}
