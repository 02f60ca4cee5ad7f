package check

import (
	"math/big"
	"strconv"
	"strings"

	"jxmb/model"
)

// monitoringLight is M001, M002 and M003: each reports its light.
func monitoringLight(r *review) {
	r.projects(func(p *model.Project) {
		e := p.Evaluation
		if e == nil || e.Month == 0 {
			return
		}
		if rate, ok := e.Execution.ExactRate(); ok {
			r.light(p, nil, evenShare(rate, e.Month), e.Month)
		}
		for k := range p.Indicators {
			if share, ok := monitored(p, k, e.Month); ok {
				r.light(p, &p.Indicators[k], share, e.Month)
			}
		}
	})
}

// evenShare is a share of the year, in percent, in percent of what an even year
// asks for by the end of a month.
func evenShare(percent *big.Rat, month int) *big.Rat {
	return new(big.Rat).Mul(percent, big.NewRat(12, int64(month)))
}

// monitored is the share of an indicator that adds up over the year: a number of
// ＝, ≥ or ＞ in 数量, 效益 or 满意度. Percentages are left out, since the rate of
// half a year is no half of the year's; so are costs, 质量 and 时效, and limits (≤),
// which S004 and B007 compare when the year is over.
func monitored(p *model.Project, k, month int) (share *big.Rat, ok bool) {
	i := &p.Indicators[k]
	switch i.Target.Operator {
	case model.GreaterEqual, model.Greater, model.Equal:
	default:
		return nil, false
	}
	if !addsUp(i) || grouped(p, k, "actual", "target") {
		return nil, false
	}
	a, ok := achieved(i)
	if !ok {
		return nil, false
	}
	return evenShare(a.ratio.Mul(a.ratio, big.NewRat(100, 1)), month), true
}

// addsUp says whether an indicator grows over the year.
func addsUp(i *model.Indicator) bool {
	level2 := plainLevel(i.Level2)
	return !isCost(i) && i.Target.Unit != "%" && level2 != "质量" && level2 != "时效"
}

// light reports a share whose light is that of the running rule. What is done is
// done: a target that was reached early is no red light later, and none is blue
// for having been spent whole at the end.
func (r *review) light(p *model.Project, i *model.Indicator, share *big.Rat, month int) {
	exact := twoDecimals(share)
	for _, l := range standards().lights {
		if l.code != r.rule.Code || !l.holds(exact) {
			continue
		}
		about, at, what := ProjectTopic(p), p.Field("budget.executed"), r.say("预算执行", "spending")
		if i != nil {
			about, at, what = subject(p, i), i.Field("actual"), strings.TrimSpace(i.Level3)
		}
		r.add(about.With("share", string(exact), "month", strconv.Itoa(month), "light", l.colour.EN), at,
			r.say("%s：%s到%d月底的进度是时序进度的 %s%%", "%s: %s, by the end of month %d at %s%% of an even pace",
				l.colour.In(r.cfg.Lang), what, month, exact),
			r.say("分析进度偏差，必要时调整预算或目标", "look into the pace; adjust budget or target where needed"))
	}
}
