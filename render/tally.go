package render

import (
	"strconv"

	"jxmb/model"
)

// tally counts what a document, or many, hold. Sums are in 元, exact.
type tally struct {
	documents, projects, goals, indicators int

	kinds     [len(kindOrder)]int     // as kindOrder
	findings  [len(severityOrder)]int // as severityOrder
	conflicts int                     // indicators whose two readings disagree

	total, fiscal, other model.Decimal
	unpriced             int // projects whose total is absent or has no known unit
}

// addDocument counts d and its projects and findings.
func (t *tally) addDocument(d *model.Document) {
	t.documents++
	for i := range d.Projects {
		t.addProject(&d.Projects[i])
	}
	for i := range d.Findings {
		t.addFinding(&d.Findings[i])
	}
}

// merge counts what u counted.
func (t *tally) merge(u *tally) {
	t.documents += u.documents
	t.projects += u.projects
	t.goals += u.goals
	t.indicators += u.indicators
	t.conflicts += u.conflicts
	t.unpriced += u.unpriced
	for i, n := range u.kinds {
		t.kinds[i] += n
	}
	for i, n := range u.findings {
		t.findings[i] += n
	}
	for _, sum := range []struct {
		to *model.Decimal
		of model.Decimal
	}{{&t.total, u.total}, {&t.fiscal, u.fiscal}, {&t.other, u.other}} {
		if sum.of != "" {
			*sum.to = sum.to.Add(sum.of)
		}
	}
}

func (t *tally) addProject(p *model.Project) {
	t.projects++
	t.goals += len(p.Goals)
	for i := range p.Indicators {
		t.addTarget(&p.Indicators[i].Target)
	}
	if p.Budget.Total == nil || p.Budget.Total.Yuan == "" {
		t.unpriced++
	}
	t.total = addYuan(t.total, p.Budget.Total)
	t.fiscal = addYuan(t.fiscal, p.Budget.Fiscal)
	t.other = addYuan(t.other, p.Budget.Other)
}

func (t *tally) addTarget(v *model.Value) {
	t.indicators++
	for i, k := range kindOrder {
		if v.Kind == k {
			t.kinds[i]++
		}
	}
	if v.Agreement == model.Conflict {
		t.conflicts++
	}
}

func (t *tally) addFinding(f *model.Finding) {
	for i, s := range severityOrder {
		if f.Severity == s {
			t.findings[i]++
		}
	}
}

// quantified counts the targets that name a number or a date.
func (t *tally) quantified() int {
	n := 0
	for i, k := range kindOrder {
		if k != model.Qualitative && k != model.Empty {
			n += t.kinds[i]
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

// share is part ÷ whole rounded half up to places digits, absent when whole is
// zero.
func share(part, whole, places int) model.Decimal {
	if whole == 0 {
		return ""
	}
	scale := 1
	for range places {
		scale *= 10
	}
	return integer((2*part*scale + whole) / (2 * whole)).Shift(-places)
}

func integer(n int) model.Decimal { return model.Decimal(strconv.Itoa(n)) }
