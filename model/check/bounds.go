package check

import (
	"cmp"
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
)

// openMonth is V012.
func openMonth(r *review) {
	r.values(func(p *model.Project, i *model.Indicator, v *model.Value) {
		switch {
		case v.Deadline != nil && beforePeriod(v.Deadline.Text):
			r.add(subject(p, i).With("target", v.Text, "date", v.Deadline.Date), i.Origin,
				r.say("“%s”按 %s 读取；也可能指在那之前", "%q was read as %s; it may as well mean before that month or year", v.Deadline.Text, v.Deadline.Date),
				r.say("写明日期，如“6月底前”或“5月底前”", "say the day, such as 6月底前 or 5月底前"))
		case v.Kind == model.Quantity && v.Unit == "月" && v.Operator == model.LessEqual && v.Number.Cmp("12") <= 0:
			r.add(subject(p, i).With("target", v.Text, "number", string(v.Number)), i.Origin,
				r.say("“%s”按 %s 个月读取；也可能指 %[2]s 月底前", "%q was read as %s months; it may as well mean by the end of month %[2]s", v.Text, v.Number),
				r.say("写成“%s个月”或“%[1]s月底前”", "write %s个月 or %[1]s月底前", v.Number))
		}
	})
}

// beforePeriod tells a month or year with a bare 前: 6月前, 2025年之前.
func beforePeriod(text string) bool {
	for _, mark := range []string{"之前", "以前", "前"} {
		if period, found := strings.CutSuffix(text, mark); found {
			return hasSuffix(strings.TrimSpace(period), "月", "年", "月份")
		}
	}
	return false
}

// signInName is V013.
func signInName(r *review) {
	r.indicators(func(p *model.Project, i *model.Indicator) {
		v, sign := &i.Target, printedSign(i.Level3)
		if v.Kind != model.Quantity || sign == model.NoOperator || sign == v.Operator {
			return
		}
		r.add(subject(p, i).With("target", v.Text, "sign", operatorSigns[sign]), i.Origin,
			r.say("名称里印的是“%s”，指标值“%s”按“%s”读取", "the name prints %s; the target %q was read as %s", operatorSigns[sign], v.Text, cmp.Or(operatorSigns[v.Operator], "=")),
			r.say("在指标值里写明符号，名称里的删去", "write the sign with the target and delete the one in the name"))
	})
}

// printedSign is the bound that a template left in the bracket behind a name:
// 成活率（≥**%）, 投诉率（%，≤）, 成本（不超过）.
func printedSign(name string) model.Operator {
	at := strings.LastIndexAny(name, "(（")
	if at < 0 {
		return model.NoOperator
	}
	t := quantity.Read(name[at:])
	defer t.Release()
	for p := 1; p < t.Size(); p++ {
		if row := t.Row(p, quantity.RolePrefix); row > 0 && t.In(p-1, "(,;%、") && bounds(t, p, t.Operator(row)) {
			return t.Operator(row).Operator
		}
	}
	return model.NoOperator
}

// bounds reports a bound at p. A word that more words follow may be a part of
// them: 最低生活保障.
func bounds(t *quantity.Text, p int, op *quantity.OperatorRow) bool {
	next := p + t.Surface(p, quantity.RolePrefix)
	switch op.Operator {
	case model.GreaterEqual, model.Greater, model.LessEqual, model.Less:
		return op.Strength == quantity.Sign || op.Strength == quantity.Word && (t.Is(next, ')') || t.Numeric(next))
	}
	return false
}
