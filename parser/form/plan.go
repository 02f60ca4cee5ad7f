package form

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/money"
	"jxmb/parser/form/sheet"
)

// planBlock reads 资金支出计划（%）: points in time, each with the share of the
// budget below it or to its right.
func (r *reading) planBlock(k *sheet.Cell) {
	k.Take(sheet.UseLabel, label.Plan.String(), nil)
	last := r.Sheet.Reach(k)
	sums := r.plansSums(k, last)
	if v, by := r.Value(k); v != nil && monthOf(v) == 0 { // 支出进度 | 48.3%
		v.Take(by, "extra", k)
		r.Extra(label.Text(k.Text), v.Text, v)
	}
	r.InBlock(k, last, func(c *sheet.Cell) {
		switch month := monthOf(c); {
		case month == 0:
		case sums:
			r.AmountLabel(c, &label.Meaning{Field: label.Line}, money.Place{Block: k})
		default:
			r.planStep(c, k, month, last)
		}
	})
}

// plansSums says whether the steps of a plan are sums of money and no shares: a unit says
// so or, where neither that nor a percent sign stands there, the total that they add up to.
func (r *reading) plansSums(k *sheet.Cell, last int) bool {
	if strings.HasSuffix(k.Note, "%") || strings.Contains(k.Text, "比") {
		return false
	}
	total, sums := model.Decimal("0"), money.UnitIn(k.Note) != ""
	for row := k.Line; row <= last; row++ {
		for c := range r.Sheet.Unread(row) {
			if c.Column <= k.LastColumn() || monthOf(c) == 0 {
				continue
			}
			if v, _ := r.planned(c, last); v.IsAmount() {
				a, _ := money.ReadAmount(v.Text, "")
				total, sums = total.Add(a.Number), sums || a.Unit != "" || money.UnitIn(label.Brackets(c.Text)) != ""
			}
		}
	}
	if at := slices.IndexFunc(r.Amounts, func(a money.Amount) bool {
		return a.Meaning.Field == label.Total && a.Amount.Number != "" && a.Amount.Number.Cmp(total) == 0
	}); !sums && at >= 0 {
		sums, k.Note = true, r.Amounts[at].Amount.Unit
	}
	return sums
}

// planned is the share of the step c: what stands to its right or, in a row of
// steps, below it down to the row last; nil where there is none.
func (r *reading) planned(c *sheet.Cell, last int) (v *sheet.Cell, by sheet.Use) {
	right, below := r.Sheet.Right(c), r.Sheet.Below(c)
	switch free := right.Unread(); {
	case free && !right.Blank && monthOf(right) == 0 && !r.IsLabel(right):
		return right, sheet.UseRight
	case below.Unread() && below.Line <= last && monthOf(below) == 0:
		return below, sheet.UseBelow
	case free && right.Blank:
		return right, sheet.UseRight
	}
	return nil, sheet.Unused
}

func (r *reading) planStep(c, k *sheet.Cell, month, last int) {
	v, by := r.planned(c, last)
	c.Take(sheet.UseLabel, label.Plan.String(), k)
	step := model.PlanStep{Label: label.Trim(c.Text), Month: month}
	if v != nil {
		v.Take(by, label.Plan.String(), c)
		step.Text = v.Text
		if d, ok := quantity.ReadNumber(v.Text); ok {
			step.Percent = d
		} else {
			r.Report(draft.RuleAmount, r.Origin(v), model.Say("支出计划“%s”填的“%s”不是比例", "the plan for %s is %q, which is no percentage",
				step.Label, draft.Excerpt(v.Text)))
			r.Args("label", step.Label, "text", v.Text)
		}
		r.RefCell(draft.Indexed("spending_plan", len(r.Project.SpendingPlan)), v)
	}
	r.Project.SpendingPlan = append(r.Project.SpendingPlan, step)
}

// monthOf is the month that a cell names the end of, as [monthIn] tells it.
func monthOf(c *sheet.Cell) int {
	if !c.Marks.Has(label.HasMonth) {
		return 0
	}
	return monthIn(c.Text)
}

// monthIn is the month that a label such as 3月底, 10月末, 第三季度 or 全年 names
// the end of; 0 for any other text.
func monthIn(text string) int {
	if len(text) > 40 {
		return 0
	}
	var buf [64]byte
	s := string(label.AppendNormal(buf[:0], text))
	s = strings.TrimPrefix(s, "截至")
	for i, quarter := range [...]string{"一季度", "二季度", "三季度", "四季度"} {
		if strings.HasPrefix(strings.TrimPrefix(s, "第"), quarter) {
			return 3 * (i + 1)
		}
	}
	value, _, end := label.Count(s)
	rest, ok := strings.CutPrefix(s[end:], "月")
	if !ok || value < 1 || value > 12 || utf8.RuneCountInString(rest) > 4 {
		return 0
	}
	return value
}
