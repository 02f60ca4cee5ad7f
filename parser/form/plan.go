package form

import (
	"strings"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// planBlock reads 资金支出计划（%）: points in time, each with the share of the
// budget below it or to its right.
func (r *reading) planBlock(k *sheet.Cell) {
	k.Take(sheet.UseLabel, label.Plan.String(), nil)
	last := r.Sheet.Reach(k)
	r.InBlock(k, last, func(c *sheet.Cell) {
		if month := monthOf(c); month > 0 {
			r.planStep(c, k, month, last)
		}
	})
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
