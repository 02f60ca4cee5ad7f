package view

import (
	"strings"

	"jxmb/model"
)

// Grades lists grade standards, one a line: "优：≥95%".
func Grades(l model.Lang, grades []model.Grade) string {
	var out []string
	for _, g := range grades {
		out = append(out, g.Label+l.Say("：", ": ")+g.Value.Text)
	}
	return strings.Join(out, "\n")
}

// History lists the values of other years, one a line: "2021年实际值：61%".
func History(l model.Lang, history []model.History) string {
	var out []string
	for i := range history {
		h := &history[i]
		label := h.Label
		if label == "" && h.Year > 0 {
			label = l.Say("%d年", "%d", h.Year)
		}
		out = append(out, label+l.Say("：", ": ")+h.Value.Text)
	}
	return strings.Join(out, "\n")
}

// Extra lists labelled cells, one a line.
func Extra(l model.Lang, extra []model.Extra) string {
	var lines []string
	for _, e := range extra {
		lines = append(lines, e.Label+l.Say("：", ": ")+e.Text)
	}
	return strings.Join(lines, "\n")
}

// Plan lists the steps of a spending plan that ok accepts: "3月底 25%".
func Plan(steps []model.PlanStep, ok func(model.PlanStep) bool) string {
	var parts []string
	for _, s := range steps {
		if !ok(s) {
			continue
		}
		share := s.Text
		if s.Percent != "" {
			share = string(s.Percent) + "%"
		}
		parts = append(parts, strings.TrimSpace(s.Label+" "+share))
	}
	return strings.Join(parts, "\n")
}

// Title names a document for a reader: unit and year, or the file.
func Title(l model.Lang, d *model.Document) string {
	name := d.Unit.Name
	if name == "" {
		name = d.Source.Name
	}
	if name == "" {
		name = l.Say("未注明单位", "unnamed unit")
	}
	if d.FiscalYear == 0 {
		return l.Say("%s项目绩效目标", "%s: project performance targets", name)
	}
	return l.Say("%s%d年项目绩效目标", "%s: project performance targets %d", name, d.FiscalYear)
}
