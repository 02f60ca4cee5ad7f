package view

import (
	"strconv"
	"strings"

	"jxmb/model"
)

// Tally counts what a document, or many, hold. Sums are in 元, exact.
type Tally struct {
	Documents, Projects, Goals, Indicators int

	Kinds     [len(Kinds)]int      // as Kinds
	Findings  [len(Severities)]int // as Severities
	Conflicts int                  // indicators whose two readings disagree

	Total, Fiscal, Other model.Decimal
	Unpriced             int // projects whose total is absent or has no known unit
}

// AddDocument counts d and its projects and findings.
func (t *Tally) AddDocument(d *model.Document) {
	t.Documents++
	for i := range d.Projects {
		t.AddProject(&d.Projects[i])
	}
	for i := range d.Findings {
		t.AddFinding(&d.Findings[i])
	}
}

// Merge counts what u counted.
func (t *Tally) Merge(u *Tally) {
	t.Documents += u.Documents
	t.Projects += u.Projects
	t.Goals += u.Goals
	t.Indicators += u.Indicators
	t.Conflicts += u.Conflicts
	t.Unpriced += u.Unpriced
	for i, n := range u.Kinds {
		t.Kinds[i] += n
	}
	for i, n := range u.Findings {
		t.Findings[i] += n
	}
	for _, sum := range []struct {
		to *model.Decimal
		of model.Decimal
	}{{&t.Total, u.Total}, {&t.Fiscal, u.Fiscal}, {&t.Other, u.Other}} {
		if sum.of != "" {
			*sum.to = sum.to.Add(sum.of)
		}
	}
}

// AddProject counts a project, its targets and its money.
func (t *Tally) AddProject(p *model.Project) {
	t.Projects++
	t.Goals += len(p.Goals)
	for i := range p.Indicators {
		t.addTarget(&p.Indicators[i].Target)
	}
	if p.Budget.Total == nil || p.Budget.Total.Yuan == "" {
		t.Unpriced++
	}
	t.Total = addYuan(t.Total, p.Budget.Total)
	t.Fiscal = addYuan(t.Fiscal, p.Budget.Fiscal)
	t.Other = addYuan(t.Other, p.Budget.Other)
}

func (t *Tally) addTarget(v *model.Value) {
	t.Indicators++
	for i, k := range Kinds {
		if v.Kind == k {
			t.Kinds[i]++
		}
	}
	if v.Agreement == model.Conflict {
		t.Conflicts++
	}
}

func (t *Tally) AddFinding(f *model.Finding) {
	for i, s := range Severities {
		if f.Severity == s {
			t.Findings[i]++
		}
	}
}

// Quantified counts the targets that name a number or a date.
func (t *Tally) Quantified() int {
	n := 0
	for i, k := range Kinds {
		if k != model.Qualitative && k != model.Empty {
			n += t.Kinds[i]
		}
	}
	return n
}

// addYuan keeps sum absent until there is an amount to add.
func addYuan(sum model.Decimal, a *model.Amount) model.Decimal {
	if a == nil || a.Yuan == "" {
		return sum
	}
	return sum.Add(a.Yuan)
}

// Share is part ÷ whole rounded half up to places digits, absent when whole is
// zero.
func Share(part, whole, places int) model.Decimal {
	if whole == 0 {
		return ""
	}
	scale := 1
	for range places {
		scale *= 10
	}
	return Integer((2*part*scale + whole) / (2 * whole)).Shift(-places)
}

func Integer(n int) model.Decimal { return model.Decimal(strconv.Itoa(n)) }

// FindingCounts says how many findings there are of each severity, gravest
// first: 错误 1 处，警告 3 处，提示 0 处.
func FindingCounts(l model.Lang, findings []model.Finding) string {
	var t Tally
	for i := range findings {
		t.AddFinding(&findings[i])
	}
	counts := make([]string, len(Severities))
	for i, s := range Severities {
		counts[i] = l.Say("%s %d 处", "%s %d", SeverityLabel(l, s), t.Findings[i])
	}
	return strings.Join(counts, l.Say("，", ", "))
}

// WhatToDo says what findings ask of the unit: what is given, unless none of them has
// to be corrected or explained.
func WhatToDo(l model.Lang, findings []model.Finding, correct string) string {
	for i := range findings {
		if findings[i].Severity.Rank() > model.Info.Rank() {
			return correct
		}
	}
	return l.Say("没有必须改正的问题。", "Nothing has to be corrected.")
}
