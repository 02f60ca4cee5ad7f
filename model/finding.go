package model

import (
	"cmp"
	"slices"
)

// Severity ranks a finding.
type Severity string

// The severities, gravest first.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
)

// Rank orders severities: 3 for [Error] down to 1 for [Info], 0 for none.
func (s Severity) Rank() int {
	switch s {
	case Error:
		return 3
	case Warning:
		return 2
	case Info:
		return 1
	}
	return 0
}

// Finding is something a reviewer should see. Code is stable ("V001"), Message
// says what is wrong, Hint what to do. Subject names the project and indicator
// concerned ("2.见义勇为专项资金/人均补助标准"). Also holds further places that
// take part, such as the second half of a conflict. Project and Indicator are the
// IDs of what it is about, Args what the message says in words, for programs.
type Finding struct {
	Code     string   `json:"code" jsonschema:"title=代码"`
	Severity Severity `json:"severity" jsonschema:"title=级别,enum=error,enum=warning,enum=info"`
	Message  string   `json:"message" jsonschema:"title=说明"`
	Hint     string   `json:"hint" jsonschema:"title=建议,nullable"`
	Subject  string   `json:"subject" jsonschema:"title=对象,nullable"`
	Origin   Origin   `json:"origin" jsonschema:"title=出处"`
	Also     []Origin `json:"also" jsonschema:"title=相关出处"`

	Project   string `json:"project" jsonschema:"title=项目标识,nullable"`
	Indicator string `json:"indicator" jsonschema:"title=指标标识,nullable"`
	Args      Args   `json:"args" jsonschema:"title=规则参数"`
}

// SortFindings puts findings in the order of their places (table, row, column,
// byte offset), then of their codes and messages, so that reports are stable.
func SortFindings(fs []Finding) {
	order := make([]int, len(fs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(fs[a].compare(&fs[b]), a-b) })
	arrange(fs, order)
}

func (f *Finding) compare(g *Finding) int {
	if place := f.Origin.compare(&g.Origin); place != 0 {
		return place
	}
	return cmp.Or(cmp.Compare(f.Code, g.Code), cmp.Compare(f.Message, g.Message))
}

func (o *Origin) compare(p *Origin) int {
	return cmp.Or(
		cmp.Compare(o.Start, p.Start),
		cmp.Compare(o.Table, p.Table),
		cmp.Compare(o.Row, p.Row),
		cmp.Compare(o.Column, p.Column),
	)
}

// arrange puts at each index the finding that order names for it, and uses order
// up. Findings are large: each is moved once.
func arrange(fs []Finding, order []int) {
	for i := range order {
		first, free := fs[i], i
		for order[free] != i {
			next := order[free]
			fs[free], order[free] = fs[next], free
			free = next
		}
		fs[free], order[free] = first, free
	}
}
