package batch

import (
	"jxmb/model"
	"jxmb/render"
	"jxmb/render/view"
)

// Figures are what a batch amounts to, as its summaries, its report and the
// messages tell it. A project counts once, where it is met first. Amounts are
// exact decimals in 元, "" where no budget is known.
type Figures struct {
	Units      int           `json:"units"`
	Projects   int           `json:"projects"`
	Indicators int           `json:"indicators"`
	Budget     model.Decimal `json:"budget_yuan"`
	Fiscal     model.Decimal `json:"fiscal_yuan"`
	Other      model.Decimal `json:"other_yuan"`
	Repeated   int           `json:"repeated_projects"` // met again, so often
	RepeatYuan model.Decimal `json:"repeated_yuan"`
	Findings   Findings      `json:"findings"` // between documents too
	Repeats    []Repeat      `json:"repeats"`
	Rules      []RuleCount   `json:"rules"` // the worst first
}

// Repeat is a project that stands in more than one place. The first of Files
// counts.
type Repeat struct {
	Code  string        `json:"code"`
	Name  string        `json:"name"`
	Yuan  model.Decimal `json:"yuan"` // of all its repetitions
	Files []string      `json:"files"`
}

// RuleCount counts the findings of a rule.
type RuleCount struct {
	Code     string         `json:"code"`
	Severity model.Severity `json:"severity"`
	Findings int            `json:"findings"`
	Files    int            `json:"files"`
}

// FiguresOf are the figures of a season.
func FiguresOf(s *render.Season) Figures {
	t := &s.Total
	f := Figures{
		Units: len(s.Units), Projects: t.Projects, Indicators: t.Indicators,
		Budget: t.Total, Fiscal: t.Fiscal, Other: t.Other,
		Repeated: s.Again, RepeatYuan: s.Yuan, Repeats: []Repeat{}, Rules: []RuleCount{},
	}
	for i, severity := range view.Severities {
		f.Findings.addN(severity, t.Findings[i])
	}
	for _, r := range s.Repeats {
		f.Repeats = append(f.Repeats, Repeat{r.Code, r.Name, r.Yuan, r.Files})
	}
	for _, r := range s.WorstRules() {
		f.Rules = append(f.Rules, RuleCount{r.Code, r.Severity, r.Findings, r.Files})
	}
	return f
}
