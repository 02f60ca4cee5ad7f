package check

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"jxmb/model"
)

// totalOfParts is B001.
func totalOfParts(r *review) {
	r.projects(func(p *model.Project) {
		b := &p.Budget
		if !known(b.Total) || !known(b.Fiscal) {
			return
		}
		if message := r.misfit(b); message != "" {
			r.add(ProjectTopic(p).With("total", b.Total.Text, "fiscal", b.Fiscal.Text, "other", amountText(b.Other)), p.Field("budget.total"), message,
				r.say("更正其中一项，使合计相符", "correct one of them so that the sum holds"),
				p.Field("budget.fiscal"), p.Field("budget.other"))
		}
	})
}

// misfit says how the parts of a budget miss its total, "" where they do not
// or the form does not give them all: beside 其中：财政资金 alone the rest is
// unknown, and that part can but exceed the total.
func (r *review) misfit(b *model.Budget) string {
	total, fiscal, tolerance := b.Total.Yuan, b.Fiscal.Yuan, r.number("tolerance").Shift(4)
	if b.Other != nil && within(total, fiscal.Add(b.Other.Yuan), tolerance) {
		return ""
	}
	lines := besideTotal(b)
	unread := slices.ContainsFunc(lines, func(l model.BudgetLine) bool { return !readable(&l.Amount) })
	switch {
	case len(lines) > 1 && !unread:
		var amounts []model.Decimal
		var seen []string
		for _, l := range lines {
			amounts = append(amounts, l.Amount.Yuan)
			seen = append(seen, l.Label+" "+orZero(&l.Amount))
		}
		if someAddUp(amounts, total, tolerance) {
			return ""
		}
		return r.say("预算数 %s 不等于各项资金之和：%s", "the total %s is not the sum of its parts: %s", b.Total.Text, strings.Join(seen, r.say("、", ", ")))
	case len(lines) <= 1 && b.Other != nil && readable(b.Other):
		return r.say("预算数 %s 不等于财政资金 %s + 其他资金 %s，相差 %s", "the total %s is not fiscal %s + other %s; the difference is %s",
			b.Total.Text, b.Fiscal.Text, orZero(b.Other), wan(total.Sub(fiscal.Add(b.Other.Yuan))))
	case fiscal.Cmp(total) > 0 && !within(fiscal, total, tolerance):
		return r.say("财政资金 %s 大于预算数 %s", "fiscal money of %s is more than the total of %s", b.Fiscal.Text, b.Total.Text)
	}
	return ""
}

// known: an amount whose sum in 元 can be told.
func known(a *model.Amount) bool { return a != nil && a.Yuan != "" }

// granted: a known amount that is more than nothing.
func granted(a *model.Amount) bool { return known(a) && a.Yuan != "0" }

// readable: an amount that is blank, and so nothing, or known in 元.
func readable(a *model.Amount) bool { return a.Yuan != "" || strings.TrimSpace(a.Text) == "" }

// orZero is an amount as printed, 0 where the cell is blank.
func orZero(a *model.Amount) string { return cmp.Or(strings.TrimSpace(a.Text), "0") }

// besideTotal are the lines in the total's column. Forms differ in what they
// break a total into (上年结转资金, 单位资金, 地方资金) and print subtotals among the
// parts.
func besideTotal(b *model.Budget) []model.BudgetLine {
	var longest []model.BudgetLine
	for t, total := range b.Lines {
		if total.Amount.Text != b.Total.Text {
			continue
		}
		var beside []model.BudgetLine
		for i, l := range b.Lines {
			if i != t && l.Column == total.Column {
				beside = append(beside, l)
			}
		}
		if len(beside) > len(longest) {
			longest = beside
		}
	}
	return longest
}

// planFalls is B002.
func planFalls(r *review) {
	r.projects(func(p *model.Project) {
		for i := 1; i < len(p.SpendingPlan); i++ {
			before, s := p.SpendingPlan[i-1], p.SpendingPlan[i]
			if before.Percent == "" || s.Percent == "" || s.Percent.Cmp(before.Percent) >= 0 {
				continue
			}
			r.add(ProjectTopic(p).With("before", string(before.Percent), "after", string(s.Percent), "label", s.Label), p.Field(stepField(i)),
				r.say("支出计划由%s %s%% 降到%s %s%%，累计进度不应下降",
					"the spending plan falls from %s %s%% to %s %s%%; cumulative shares cannot fall",
					before.Label, before.Percent, s.Label, s.Percent),
				r.say("各时点填累计支出比例", "give the cumulative share at each date"),
				p.Field(stepField(i-1)))
		}
	})
}

// planEnds is B003.
func planEnds(r *review) {
	r.projects(func(p *model.Project) {
		if len(p.SpendingPlan) == 0 {
			return
		}
		last := len(p.SpendingPlan) - 1
		s := p.SpendingPlan[last]
		if s.Percent == hundred {
			return
		}
		said := strings.TrimSpace(s.Text)
		if said == "" {
			said = "—"
		}
		r.add(ProjectTopic(p).With("last", string(s.Percent), "label", s.Label), p.Field(stepField(last)),
			r.say("支出计划最后一个时点（%s）是 %s，没有到 100%%", "the spending plan ends (%s) at %s, not at 100%%", s.Label, said),
			r.say("年底应为 100%；跨年支付的在用途中说明", "the year ends at 100%; explain payments that run into the next year in the purpose"))
	})
}

func stepField(i int) string { return "spending_plan[" + strconv.Itoa(i) + "]" }

// amountUnits is B005. A missing unit that reading has reported already (D014)
// is not reported again.
func amountUnits(r *review) {
	r.projects(func(p *model.Project) {
		units, without := unitsOf(&p.Budget)
		switch {
		case without != "" && !r.unitReported(p):
			r.add(ProjectTopic(p).With("amount", without), p.Field("budget.total"),
				r.say("金额 %s 没有注明单位（元还是万元）", "the amount %s does not say whether it is 元 or 万元", without),
				r.say("在表头注明“单位：万元”", "state 单位：万元 above the table"))
		case len(units) > 1:
			r.add(ProjectTopic(p).With("units", strings.Join(units, "、")), p.Field("budget.total"),
				r.say("同一项目的金额混用了%s", "the amounts of one project mix %s", strings.Join(units, "、")),
				r.say("全表用同一单位", "use one unit throughout"))
		}
	})
}

// unitsOf are the units that the amounts of a budget are in, each once, and
// the first amount that has none. Nothing is nothing in any unit.
func unitsOf(b *model.Budget) (units []string, without string) {
	for _, a := range amounts(b) {
		switch {
		case a.Number == "" || a.Number == "0":
		case a.Unit == "":
			without = cmp.Or(without, a.Text)
		case !slices.Contains(units, a.Unit):
			units = append(units, a.Unit)
		}
	}
	return units, without
}

// amounts are the money cells of a budget.
func amounts(b *model.Budget) []*model.Amount {
	var all []*model.Amount
	for _, a := range []*model.Amount{b.Total, b.Fiscal, b.Other, b.Executed} {
		if a != nil {
			all = append(all, a)
		}
	}
	for i := range b.Lines {
		all = append(all, &b.Lines[i].Amount)
	}
	return all
}

// overspent is B006.
func overspent(r *review) {
	r.projects(func(p *model.Project) {
		total, spent := p.Budget.Total, p.Budget.Executed
		if !known(total) || !known(spent) || spent.Yuan.Cmp(total.Yuan) <= 0 {
			return
		}
		r.add(ProjectTopic(p).With("executed", string(spent.Yuan), "total", string(total.Yuan)), p.Field("budget.executed"),
			r.say("执行数 %s 大于预算数 %s", "%s was spent of a budget of %s", spent.Text+spent.Unit, total.Text+total.Unit),
			r.say("核对执行数；有追加的按调整后预算数填", "check the amount spent; where the budget was raised, give the adjusted one"),
			p.Field("budget.total"))
	})
}

// costOverBudget is B007. Only sums count: a price (元/人) says nothing of the
// whole.
func costOverBudget(r *review) {
	r.values(func(p *model.Project, i *model.Indicator, v *model.Value) {
		total := p.Budget.Total
		if !granted(total) || i.Term == "long" || !isCost(i) {
			return
		}
		cost, ok := sumIn(v)
		if !ok || cost.Cmp(total.Yuan) <= 0 || within(cost, total.Yuan, r.number("tolerance").Shift(4)) {
			return
		}
		r.add(subject(p, i).With("cost", string(cost), "total", string(total.Yuan)), i.Origin,
			r.say("成本指标 %s 超过项目预算数 %s", "the cost of %s exceeds the project's budget of %s",
				shown(v.Number, v.Upper, v.Unit), total.Text+total.Unit),
			r.say("成本指标不应超过预算数；核对单位（元、万元）", "a cost cannot exceed the budget; check the unit (元, 万元)"),
			p.Field("budget.total"))
	})
}

// sumIn is the sum of money that a target names, in 元.
func sumIn(v *model.Value) (yuan model.Decimal, ok bool) {
	if v.Kind != model.Quantity || v.Base == nil || v.Base.Unit != "元" {
		return "", false
	}
	return v.Base.Number, true
}
