package form

import (
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/parser/form/label"
)

// settleAmounts sorts the amounts of the record into the headline figures and
// the lines of the budget, of the year and, in double-wide forms, of the
// long term.
func (r *ledger) settleAmounts() {
	r.settleFiscal()
	r.settleTerms()
	r.shareUnits()
	long := slices.ContainsFunc(r.amounts, func(a amountCell) bool { return a.meaning.Term == label.TermLong })
	r.settleBudget(&r.project.Budget, "budget.", label.TermAnnual)
	if long {
		r.hasLong = true
		r.settleBudget(&r.long.Budget, "long_term.budget.", label.TermLong)
	}
	for _, a := range r.amounts {
		switch {
		case !a.legible:
			r.report(ruleAmount, r.origin(a.value), model.Say("“%s”一栏的“%s”不是金额", "%s holds %q, which is no amount",
				amountLabels(a), excerpt(a.amount.Text)))
			r.args("label", amountLabels(a), "text", a.amount.Text)
		case a.amount.Number != "" && a.amount.Unit == "" && !r.undeclared:
			r.undeclared = true // one finding a project says it
			r.report(ruleUnit, r.origin(a.value), model.Say("金额没有注明单位，“%s”为 %s，是元还是万元无从得知",
				"no money unit is declared: %s is %s, in 元 or 万元", amountLabels(a), a.amount.Number))
			r.args("label", amountLabels(a), "number", string(a.amount.Number))
		}
	}
}

func amountLabels(a amountCell) string {
	name := ""
	if a.label != nil {
		name = label.Text(a.label.Text)
	}
	if a.column != nil {
		name += "/" + label.Text(a.column.Text)
	}
	return name
}

// settleBudget fills one side. The headline figures come from the column of
// the budget in force (全年预算数), else of the first column.
func (r *ledger) settleBudget(b *model.Budget, path, term string) {
	kind := r.headlineColumn(term)
	parts := map[label.Field]int{}
	headline := map[int]bool{}
	for i := range r.amounts {
		a := &r.amounts[i]
		if a.meaning.Term != term {
			continue
		}
		switch {
		case a.kind == label.Executed && a.meaning.Field == label.Total:
			r.setAmount(&b.Executed, path+"executed", a)
		case a.kind != kind:
		case a.meaning.Field == label.Total:
			headline[i] = r.setAmount(&b.Total, path+"total", a)
		case a.meaning.Field == label.Fiscal:
			headline[i] = r.setAmount(&b.Fiscal, path+"fiscal", a)
		case a.meaning.Field == label.Other:
			headline[i] = r.setAmount(&b.Other, path+"other", a)
		case a.meaning.Field == label.FiscalPart || a.meaning.Field == label.OtherPart:
			parts[a.meaning.Field]++
		}
	}
	r.settleParts(b, path, term, kind, parts)
	r.unnamedAmounts(b, kind, term, headline)
	r.settleLines(b, path, term, headline)
}

// unnamedAmounts reports amounts whose label is unknown or blank where the side
// lacks a headline figure that one of them may be. In a table with columns, whose
// rows are often kinds of cost, that is where it lacks the total or has one such row.
func (r *ledger) unnamedAmounts(b *model.Budget, kind label.Field, term string, headline map[int]bool) {
	if b.Total != nil && b.Fiscal != nil && b.Other != nil {
		return
	}
	var unnamed []*amountCell
	for i := range r.amounts {
		a := &r.amounts[i]
		if a.meaning.Term == term && a.kind == kind && a.unnamed() && !headline[i] {
			unnamed = append(unnamed, a)
		}
	}
	if kind != label.NoField && b.Total != nil && len(unnamed) > 1 {
		return
	}
	for _, a := range unnamed {
		r.report(ruleAbsent, r.origin(a.value), model.Say("金额 %s 的标签“%s”不认识，没有归入预算数、财政资金或其他资金",
			"the label of the amount %s, %q, is not known; it was taken neither as the total nor as fiscal or other money", a.amount.Number, amountLabels(*a)))
		r.args("label", amountLabels(*a), "number", string(a.amount.Number))
	}
}

// unnamed says whether the label of an amount is unknown, or that of its block.
func (a *amountCell) unnamed() bool {
	return a.amount.Number != "" && (a.meaning.Field == label.NoField || a.meaning.Field == label.Total && a.label == a.block)
}

// settleParts takes the only kind of fiscal (or other) money for the whole of
// it where the form has no row for the whole.
func (r *ledger) settleParts(b *model.Budget, path, term string, kind label.Field, parts map[label.Field]int) {
	for i := range r.amounts {
		a := &r.amounts[i]
		if a.meaning.Term != term || a.kind != kind || parts[a.meaning.Field] != 1 {
			continue
		}
		switch {
		case a.meaning.Field == label.FiscalPart && b.Fiscal == nil:
			r.setAmount(&b.Fiscal, path+"fiscal", a)
		case a.meaning.Field == label.OtherPart && b.Other == nil:
			r.setAmount(&b.Other, path+"other", a)
		}
	}
}

// settleLines keeps every amount of a form that has more than the headline
// figures.
func (r *ledger) settleLines(b *model.Budget, path, term string, headline map[int]bool) {
	more := false
	for i, a := range r.amounts {
		more = more || a.meaning.Term == term && (!headline[i] || a.column != nil)
	}
	for _, a := range r.amounts {
		if !more || a.meaning.Term != term {
			continue
		}
		line := model.BudgetLine{Amount: a.amount}
		if a.label != nil {
			line.Label = label.Text(a.label.Text)
		}
		if a.column != nil {
			line.Column = label.Text(a.column.Text)
		}
		headlined := a.value.Field
		r.refCell(indexed(path+"lines", len(b.Lines)), a.value)
		if strings.HasPrefix(headlined, path) {
			a.value.Field = headlined // what the trace names
		}
		b.Lines = append(b.Lines, line)
	}
}

// headlineColumn is the kind of column that the headline figures come from;
// noField where the amounts stand beside their labels.
func (r *ledger) headlineColumn(term string) label.Field {
	var kinds [label.NumFields]bool
	first := label.NoField
	for _, a := range r.amounts {
		if a.meaning.Term != term {
			continue
		}
		if a.kind != label.NoField && a.kind != label.Executed && a.kind != label.Line && first == label.NoField {
			first = a.kind
		}
		kinds[a.kind] = true
	}
	switch {
	case kinds[label.NoField]:
		return label.NoField
	case kinds[label.Budget]:
		return label.Budget
	}
	return first
}

// setAmount sets a headline figure; false where another cell did already.
func (r *ledger) setAmount(to **model.Amount, field string, a *amountCell) bool {
	if *to != nil {
		r.secondAmount(*to, field, a)
		return false
	}
	amount := a.amount
	*to = &amount
	r.refCell(field, a.value)
	return true
}

// secondAmount reports an amount that says something else than the headline
// figure that was read before, under a label of the same meaning.
func (r *ledger) secondAmount(first *model.Amount, field string, a *amountCell) {
	if a.amount.Number == "" || first.Number == a.amount.Number || a.label == nil || a.column != nil {
		return
	}
	r.report(ruleTwice, r.origin(a.value), model.Say("“%s”已读作 %s，这里又写作 %s", "%s was read as %s and is %s here", amountLabels(*a), first.Number, a.amount.Number))
	r.args("field", field, "first", string(first.Number), "again", string(a.amount.Number))
}
