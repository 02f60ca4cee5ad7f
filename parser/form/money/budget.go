package money

import (
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
)

// SettleAmounts sorts the amounts of the record into the headline figures and
// the lines of the budget, of the year and, in double-wide forms, of the
// long term.
func (r *Ledger) SettleAmounts() {
	r.settleFiscal()
	r.settleTerms()
	r.settleBeside()
	r.shareUnits()
	long := slices.ContainsFunc(r.Amounts, func(a Amount) bool { return a.Meaning.Term == label.TermLong })
	r.settleBudget(&r.Project.Budget, "budget.", label.TermAnnual)
	if long {
		r.HasLong = true
		r.settleBudget(&r.Long.Budget, "long_term.budget.", label.TermLong)
	}
	for _, a := range r.Amounts {
		switch {
		case !a.Legible:
			r.Report(draft.RuleAmount, r.Origin(a.Value), model.Say("“%s”一栏的“%s”不是金额", "%s holds %q, which is no amount",
				amountLabels(a), draft.Excerpt(a.Amount.Text)))
			r.Args("label", amountLabels(a), "text", a.Amount.Text)
		case a.Amount.Number != "" && a.Amount.Unit == "" && !r.undeclared:
			r.undeclared = true // one finding a project says it
			r.Report(draft.RuleUnit, r.Origin(a.Value), model.Say("金额没有注明单位，“%s”为 %s，是元还是万元无从得知",
				"no money unit is declared: %s is %s, in 元 or 万元", amountLabels(a), a.Amount.Number))
			r.Args("label", amountLabels(a), "number", string(a.Amount.Number))
		}
	}
}

func amountLabels(a Amount) string {
	name := ""
	if a.Label != nil {
		name = label.Text(a.Label.Text)
	}
	if a.column != nil {
		name += "/" + label.Text(a.column.Text)
	}
	return name
}

// settleBudget fills one side. The headline figures come from the column of
// the budget in force (全年预算数), else of the first column.
func (r *Ledger) settleBudget(b *model.Budget, path, term string) {
	kind := r.headlineColumn(term)
	parts := map[label.Field]int{}
	headline := map[int]bool{}
	for i := range r.Amounts {
		a := &r.Amounts[i]
		if a.Meaning.Term != term {
			continue
		}
		switch {
		case a.kind == label.Executed && a.Meaning.Field == label.Total:
			r.setAmount(&b.Executed, path+"executed", a)
		case a.kind != kind:
		case a.Meaning.Field == label.Total:
			headline[i] = r.setAmount(&b.Total, path+"total", a)
		case a.Meaning.Field == label.Fiscal:
			headline[i] = r.setAmount(&b.Fiscal, path+"fiscal", a)
		case a.Meaning.Field == label.Other:
			headline[i] = r.setAmount(&b.Other, path+"other", a)
		case a.Meaning.Field == label.FiscalPart || a.Meaning.Field == label.OtherPart:
			parts[a.Meaning.Field]++
		}
	}
	byPart := r.settleParts(b, path, term, kind, parts)
	if !complete(b) || byPart && !addsUp(b) {
		r.unnamedAmounts(b, kind, term, headline)
	}
	r.settleLines(b, path, term, headline)
}

// complete says whether the side has all headline figures.
func complete(b *model.Budget) bool { return b.Total != nil && b.Fiscal != nil && b.Other != nil }

// addsUp says whether fiscal and other money are the total, printed in one unit.
func addsUp(b *model.Budget) bool {
	if b.Fiscal.Unit != b.Total.Unit || b.Other.Unit != b.Total.Unit {
		return false
	}
	if b.Total.Number == "" || b.Fiscal.Number == "" || b.Other.Number == "" {
		return false
	}
	return b.Fiscal.Number.Add(b.Other.Number).Cmp(b.Total.Number) == 0
}

// unnamedAmounts reports amounts whose label is unknown or blank, where the side
// lacks a headline figure that one of them may be or be a part of. In a table with
// columns, whose rows are often kinds of cost, that is where it lacks the total or has
// one such row.
func (r *Ledger) unnamedAmounts(b *model.Budget, kind label.Field, term string, headline map[int]bool) {
	var unnamed []*Amount
	for i := range r.Amounts {
		a := &r.Amounts[i]
		if a.Meaning.Term == term && a.kind == kind && a.unnamed() && !headline[i] {
			unnamed = append(unnamed, a)
		}
	}
	if kind != label.NoField && b.Total != nil && len(unnamed) > 1 {
		return
	}
	for _, a := range unnamed {
		r.Report(draft.RuleAbsent, r.Origin(a.Value), model.Say("金额 %s 的标签“%s”不认识，没有归入预算数、财政资金或其他资金",
			"the label of the amount %s, %q, is not known; it was taken neither as the total nor as fiscal or other money", a.Amount.Number, amountLabels(*a)))
		r.Args("label", amountLabels(*a), "number", string(a.Amount.Number))
	}
}

// unnamed says whether the label of an amount is unknown, or that of its block.
func (a *Amount) unnamed() bool {
	return a.Amount.Number != "" && (a.Meaning.Field == label.NoField || a.Meaning.Field == label.Total && a.Label == a.Block)
}

// settleParts takes the only kind of fiscal (or other) money for the whole of
// it where the form has no row for the whole, and says whether it did.
func (r *Ledger) settleParts(b *model.Budget, path, term string, kind label.Field, parts map[label.Field]int) (taken bool) {
	switch at, several := r.soleAccount(term, kind); {
	case at < 0 || b.Fiscal != nil:
	case several:
		a := &r.Amounts[at]
		r.Report(draft.RuleAbsent, r.Origin(a.Value), model.Say("财政资金没有合计：“%s”之外还有别的预算有数，没有相加", "no sum of fiscal money is printed: %s is not the only account with money, and they were not added up", amountLabels(*a)))
		r.Args("label", amountLabels(*a), "number", string(a.Amount.Number))
	default:
		taken = r.setAmount(&b.Fiscal, path+"fiscal", &r.Amounts[at])
	}
	for i := range r.Amounts {
		a := &r.Amounts[i]
		if a.Meaning.Term != term || a.kind != kind || parts[a.Meaning.Field] != 1 {
			continue
		}
		switch {
		case a.Meaning.Field == label.FiscalPart && b.Fiscal == nil:
			taken = r.setAmount(&b.Fiscal, path+"fiscal", a)
		case a.Meaning.Field == label.OtherPart && b.Other == nil:
			taken = r.setAmount(&b.Other, path+"other", a)
		}
	}
	return taken
}

// soleAccount is the number of the first amount of fiscal money of the side that is more
// than none, where all of them are of accounts of the budget, and whether there are
// several: 一般公共预算 200 beside 政府性基金 0 is all fiscal money, 上级财政 0 and 同级财政
// 25 need not be. -1 else.
func (r *Ledger) soleAccount(term string, kind label.Field) (at int, several bool) {
	at = -1
	for i := range r.Amounts {
		a := &r.Amounts[i]
		if a.Meaning.Term != term || a.kind != kind || a.Meaning.Field != label.FiscalPart || a.Amount.Number == "" {
			continue
		}
		switch {
		case a.Label == nil || !label.NamesAccount(a.Label.Text):
			return -1, false
		case a.Amount.Number.Sign() == 0:
		case at >= 0:
			several = true
		default:
			at = i
		}
	}
	return at, several
}

// settleLines keeps every amount of a form that has more than the headline
// figures.
func (r *Ledger) settleLines(b *model.Budget, path, term string, headline map[int]bool) {
	more := false
	for i, a := range r.Amounts {
		more = more || a.Meaning.Term == term && (!headline[i] || a.column != nil)
	}
	for _, a := range r.Amounts {
		if !more || a.Meaning.Term != term {
			continue
		}
		line := model.BudgetLine{Amount: a.Amount}
		if a.Label != nil {
			line.Label = label.Text(a.Label.Text)
		}
		if a.column != nil {
			line.Column = label.Text(a.column.Text)
		}
		headlined := a.Value.Field
		r.RefCell(draft.Indexed(path+"lines", len(b.Lines)), a.Value)
		if strings.HasPrefix(headlined, path) {
			a.Value.Field = headlined // what the trace names
		}
		b.Lines = append(b.Lines, line)
	}
}

// headlineColumn is the kind of column that the headline figures come from;
// NoField where the amounts stand beside their labels.
func (r *Ledger) headlineColumn(term string) label.Field {
	var kinds [label.NumFields]bool
	first := label.NoField
	for _, a := range r.Amounts {
		if a.Meaning.Term != term {
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
func (r *Ledger) setAmount(to **model.Amount, field string, a *Amount) bool {
	if *to != nil {
		r.secondAmount(*to, field, a)
		return false
	}
	amount := a.Amount
	*to = &amount
	r.RefCell(field, a.Value)
	return true
}

// sameSum says whether two amounts are one sum: 320000 元 and 叁拾贰万元整.
func sameSum(a, b model.Amount) bool {
	return a.Number == b.Number || a.Yuan != "" && b.Yuan != "" && a.Yuan.Cmp(b.Yuan) == 0
}

// secondAmount reports an amount that says something else than the headline
// figure that was read before, under a label of the same meaning.
func (r *Ledger) secondAmount(first *model.Amount, field string, a *Amount) {
	if a.Amount.Number == "" || sameSum(*first, a.Amount) || a.Label == nil || a.column != nil {
		return
	}
	r.Report(draft.RuleTwice, r.Origin(a.Value), model.Say("“%s”已读作 %s，这里又写作 %s", "%s was read as %s and is %s here", amountLabels(*a), first.Number, a.Amount.Number))
	r.Args("field", field, "first", string(first.Number), "again", string(a.Amount.Number))
}
