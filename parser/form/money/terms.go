package money

import (
	"cmp"
	"slices"

	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// settleFiscal takes a total that speaks of fiscal money for the whole of that
// where another total stands: 年度财政资金总额 beside 年度资金总额.
func (r *Ledger) settleFiscal() {
	type column struct {
		kind label.Field
		term string
	}
	totals := map[column]bool{} // of all money, also under no term
	for _, a := range r.Amounts {
		if a.Meaning.Field == label.Total && !a.fiscal {
			totals[column{a.kind, a.Meaning.Term}] = true
			totals[column{a.kind, ""}] = true
		}
	}
	for i := range r.Amounts {
		if a := &r.Amounts[i]; a.fiscal && totals[column{a.kind, a.Meaning.Term}] {
			a.Meaning.Field = label.Fiscal
		}
	}
}

// settleBeside takes the budget in force beside its label, else the initial one, for
// the total of its side where that has none: 年初预算 | 120 | 执行数 | 58.
func (r *Ledger) settleBeside() {
	for _, kind := range [...]label.Field{label.Budget, label.Initial} {
		totals := map[string]bool{} // by side
		for _, a := range r.Amounts {
			totals[a.Meaning.Term] = totals[a.Meaning.Term] || a.Meaning.Field == label.Total && a.kind == label.NoField
		}
		for i := range r.Amounts {
			if a := &r.Amounts[i]; a.column == nil && a.kind == kind && !totals[a.Meaning.Term] {
				a.kind = label.NoField
			}
		}
	}
}

// settleTerms gives each amount its side. A label that names no side goes with
// the total above it in the same half of the form; and a total that names none
// is that of the whole project where another is that of the year: 项目资金总额
// beside 年度资金总额.
func (r *Ledger) settleTerms() {
	var t termSurvey
	t.survey(r.Amounts)
	for i := range r.Amounts {
		a := &r.Amounts[i]
		a.Meaning.Term = cmp.Or(a.Meaning.Term, t.of(a), label.TermAnnual)
		t.pass(a)
	}
}

// termSurvey is what the amounts of a project tell of their sides; above grows
// as they are passed, from the first to the last.
type termSurvey struct {
	annual, long bool                 // a total is labelled as that of the year, of the whole project
	totalled     map[*sheet.Cell]bool // blocks that have a total
	count        [label.NumFields]int // how many amounts there are of each field
	above        []totalAbove         // by column
	ofYear       bool                 // one of them is of the year
}

// totalAbove is the last total above in its column.
type totalAbove struct {
	column int
	term   string
}

// survey looks at the amounts, whose sides are those of their labels.
func (t *termSurvey) survey(amounts []Amount) {
	for i := range amounts {
		m := &amounts[i].Meaning
		t.count[m.Field]++
		t.annual = t.annual || m.Field == label.Total && m.Term == label.TermAnnual
		t.long = t.long || m.Field == label.Total && m.Term == label.TermLong
	}
	if !t.annual {
		return
	}
	t.totalled = map[*sheet.Cell]bool{}
	for i := range amounts {
		if a := &amounts[i]; a.Meaning.Field == label.Total {
			t.totalled[a.Block] = true
		}
	}
}

// of is the side of an amount whose label names none; "" where nothing tells.
func (t *termSurvey) of(a *Amount) string {
	switch {
	case !t.annual && !t.long:
		return ""
	case a.Meaning.Field == label.Total && a.column == nil && a.kind == label.NoField && !t.long:
		return label.TermLong
	case t.annual && a.Block != nil && !t.totalled[a.Block]: // 项目资金来源 below 项目总预算 and 当年预算
		return label.TermAnnual
	case a.Label == nil || a.column != nil:
		return ""
	}
	return t.under(a)
}

// under is the side of the nearest total above that begins in the column of the
// label or left of it. The only amount of its kind, below the totals of both
// sides, is a part of the year's.
func (t *termSurvey) under(a *Amount) string {
	i, _ := t.find(a.Label.Column + 1) // the first one right of it
	switch {
	case i == 0:
		return ""
	case t.above[i-1].term != label.TermLong || !t.ofYear:
	case t.count[a.Meaning.Field] == 1 && t.count[label.NoField] == 0: // no amount of an unknown label may be the year's
		return label.TermAnnual
	}
	return t.above[i-1].term
}

// pass notes an amount whose side is settled, for those behind it.
func (t *termSurvey) pass(a *Amount) {
	if a.Meaning.Field != label.Total {
		return
	}
	t.ofYear = t.ofYear || a.Meaning.Term == label.TermAnnual
	if a.Label == nil {
		return
	}
	i, found := t.find(a.Label.Column)
	if !found {
		t.above = slices.Insert(t.above, i, totalAbove{column: a.Label.Column})
	}
	t.above[i].term = a.Meaning.Term
}

func (t *termSurvey) find(column int) (at int, found bool) {
	return slices.BinarySearchFunc(t.above, column, func(a totalAbove, column int) int { return cmp.Compare(a.column, column) })
}
