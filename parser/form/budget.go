package form

import (
	"slices"
	"strings"

	"jxmb/model"
)

// settleAmounts sorts the amounts of the record into the headline figures and
// the lines of the budget, of the year and, in double-wide forms, of the
// long term.
func (r *reading) settleAmounts() {
	r.settleTerms()
	long := slices.ContainsFunc(r.amounts, func(a amountCell) bool { return a.meaning.term == termLong })
	r.settleBudget(&r.project.Budget, "budget.", termAnnual)
	if long {
		r.hasLong = true
		r.settleBudget(&r.long.Budget, "long_term.budget.", termLong)
	}
	for _, a := range r.amounts {
		switch {
		case !a.ok:
			r.report(ruleAmount, r.origin(a.value), model.Say("“%s”一栏的“%s”不是金额", "%s holds %q, which is no amount",
				amountLabels(a), excerpt(a.amount.Text)))
		case a.amount.Number != "" && a.amount.Unit == "" && !r.undeclared:
			r.undeclared = true // one finding a project says it
			r.report(ruleUnit, r.origin(a.value), model.Say("金额没有注明单位，“%s”为 %s，是元还是万元无从得知",
				"no money unit is declared: %s is %s, in 元 or 万元", amountLabels(a), a.amount.Number))
		}
	}
}

func amountLabels(a amountCell) string {
	label := ""
	if a.label != nil {
		label = labelText(a.label.Text)
	}
	if a.column != nil {
		label += "/" + labelText(a.column.Text)
	}
	return label
}

// settleTerms gives each amount its side. A label that names no side goes with
// the total above it in the same half of the form; and a total that names none
// is that of the whole project where another is that of the year: 项目资金总额
// beside 年度资金总额.
func (r *reading) settleTerms() {
	annual, long := false, false
	for _, a := range r.amounts {
		if a.meaning.field == fieldTotal {
			annual = annual || a.meaning.term == termAnnual
			long = long || a.meaning.term == termLong
		}
	}
	for i := range r.amounts {
		a := &r.amounts[i]
		switch {
		case a.meaning.term != "":
		case a.meaning.field == fieldTotal && a.column == nil && annual && !long:
			a.meaning.term = termLong
		case a.label != nil && a.column == nil && (annual || long):
			a.meaning.term = r.termAbove(i)
			if a.meaning.term == termLong && r.ofTheYear(i) {
				a.meaning.term = termAnnual
			}
		}
		if a.meaning.term == "" {
			a.meaning.term = termAnnual
		}
	}
}

// termAbove is the side of the nearest total above amount i that begins in its
// column or left of it.
func (r *reading) termAbove(i int) string {
	a, term, column := r.amounts[i], "", 0
	for _, total := range r.amounts[:i] {
		if total.meaning.field == fieldTotal && total.label != nil && total.label.Column <= a.label.Column && total.label.Column >= column {
			term, column = total.meaning.term, total.label.Column
		}
	}
	return term
}

// ofTheYear says whether amount i stands below the totals of both sides and no
// other amount of its kind does: then it is a part of the year's.
func (r *reading) ofTheYear(i int) bool {
	annual := false
	for k, other := range r.amounts {
		if k != i && other.meaning.field == r.amounts[i].meaning.field {
			return false
		}
		annual = annual || k < i && other.meaning.field == fieldTotal && other.meaning.term == termAnnual
	}
	return annual
}

// settleBudget fills one side. The headline figures come from the column of
// the budget in force (全年预算数), else of the first column.
func (r *reading) settleBudget(b *model.Budget, path, term string) {
	kind := r.headlineColumn(term)
	parts := map[field]int{}
	headline := map[int]bool{}
	for i := range r.amounts {
		a := &r.amounts[i]
		if a.meaning.term != term {
			continue
		}
		switch {
		case a.kind == fieldExecuted && a.meaning.field == fieldTotal:
			r.setAmount(&b.Executed, path+"executed", a)
		case a.kind != kind:
		case a.meaning.field == fieldTotal:
			headline[i] = r.setAmount(&b.Total, path+"total", a)
		case a.meaning.field == fieldFiscal:
			headline[i] = r.setAmount(&b.Fiscal, path+"fiscal", a)
		case a.meaning.field == fieldOther:
			headline[i] = r.setAmount(&b.Other, path+"other", a)
		case a.meaning.field == fieldFiscalPart || a.meaning.field == fieldOtherPart:
			parts[a.meaning.field]++
		}
	}
	r.settleParts(b, path, term, kind, parts)
	r.settleLines(b, path, term, headline)
}

// settleParts takes the only kind of fiscal (or other) money for the whole of
// it where the form has no row for the whole.
func (r *reading) settleParts(b *model.Budget, path, term string, kind field, parts map[field]int) {
	for i := range r.amounts {
		a := &r.amounts[i]
		if a.meaning.term != term || a.kind != kind || parts[a.meaning.field] != 1 {
			continue
		}
		switch {
		case a.meaning.field == fieldFiscalPart && b.Fiscal == nil:
			r.setAmount(&b.Fiscal, path+"fiscal", a)
		case a.meaning.field == fieldOtherPart && b.Other == nil:
			r.setAmount(&b.Other, path+"other", a)
		}
	}
}

// settleLines keeps every amount of a form that has more than the headline
// figures.
func (r *reading) settleLines(b *model.Budget, path, term string, headline map[int]bool) {
	more := false
	for i, a := range r.amounts {
		more = more || a.meaning.term == term && (!headline[i] || a.column != nil)
	}
	for _, a := range r.amounts {
		if !more || a.meaning.term != term {
			continue
		}
		line := model.BudgetLine{Amount: a.amount}
		if a.label != nil {
			line.Label = labelText(a.label.Text)
		}
		if a.column != nil {
			line.Column = labelText(a.column.Text)
		}
		headlined := a.value.field
		r.refCell(indexed(path+"lines", len(b.Lines)), a.value)
		if strings.HasPrefix(headlined, path) {
			a.value.field = headlined // what the trace names
		}
		b.Lines = append(b.Lines, line)
	}
}

// headlineColumn is the kind of column that the headline figures come from;
// noField where the amounts stand beside their labels.
func (r *reading) headlineColumn(term string) field {
	var kinds [numFields]bool
	first := noField
	for _, a := range r.amounts {
		if a.meaning.term != term {
			continue
		}
		if a.kind != noField && a.kind != fieldExecuted && first == noField {
			first = a.kind
		}
		kinds[a.kind] = true
	}
	switch {
	case kinds[noField]:
		return noField
	case kinds[fieldBudget]:
		return fieldBudget
	}
	return first
}

// setAmount sets a headline figure; false where another cell did already.
func (r *reading) setAmount(to **model.Amount, field string, a *amountCell) bool {
	if *to != nil {
		return false
	}
	amount := a.amount
	*to = &amount
	r.refCell(field, a.value)
	return true
}
