package view

import (
	"strings"

	"jxmb/model"
)

// Amount is a sum with its unit, "404.50万元", or its text where either is
// not known.
func Amount(a *model.Amount) string {
	switch {
	case a == nil:
		return ""
	case a.Number == "" || a.Unit == "":
		return a.Text
	}
	return a.Number.Grouped(2) + a.Unit
}

// InWan is a sum in 万元, exact; absent while the unit of the sum is unknown.
func InWan(a *model.Amount) model.Decimal {
	if a == nil {
		return ""
	}
	return a.Yuan.Shift(-4)
}

// Lines lists amount cells: "年初预算数 财政拨款：100.00万元".
func Lines(l model.Lang, lines []model.BudgetLine) string {
	var out []string
	for i := range lines {
		b := &lines[i]
		out = append(out, strings.TrimSpace(b.Label+" "+b.Column)+l.Say("：", ": ")+Amount(&b.Amount))
	}
	return strings.Join(out, "\n")
}

// Budget lists the headline figures that are there, then the lines.
func Budget(l model.Lang, b *model.Budget) string {
	var out []string
	for _, f := range []struct {
		label  model.Text
		amount *model.Amount
	}{
		{model.Text{ZH: "总额", EN: "total"}, b.Total},
		{model.Text{ZH: "财政资金", EN: "fiscal"}, b.Fiscal},
		{model.Text{ZH: "其他资金", EN: "other"}, b.Other},
		{model.Text{ZH: "执行数", EN: "executed"}, b.Executed},
	} {
		if f.amount != nil {
			out = append(out, f.label.In(l)+l.Say("：", ": ")+Amount(f.amount))
		}
	}
	if len(b.Lines) > 0 {
		out = append(out, Lines(l, b.Lines))
	}
	return strings.Join(out, "\n")
}
