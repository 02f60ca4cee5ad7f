package check

import (
	"math/big"
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
)

// scoreRecomputed is S005. Not computed are scores that no formula gives: of "=",
// words and all that [achieved] refuses, of groups of rows, of rows with a
// standard of their own. What S002 (more than all points) and S004 (all points
// though missed) say is not said again, and points taken off a target that was
// met are let pass where a reason stands beside them or the target was far
// exceeded, as 财预〔2020〕10号 asks for.
func scoreRecomputed(r *review) {
	r.projects(func(p *model.Project) {
		for k := range p.Indicators {
			i := &p.Indicators[k]
			a, ok := recomputable(p, k)
			if !ok {
				continue
			}
			exact := new(big.Rat).Mul(a.earned, i.Weight.Rat())
			if fits(exact, i.Score, r.number("tolerance")) || a.met && (reasonGiven(i) || r.outOfBand(i, a)) {
				continue
			}
			want := twoDecimals(exact)
			r.add(subject(p, i).With("score", string(i.Score), "computed", string(want), "weight", string(i.Weight),
				"actual", strings.TrimSpace(i.Actual.Text), "target", strings.TrimSpace(i.Target.Text)), i.Field("score"),
				r.say("得分 %s 与按完成比例重算的 %s 不符：指标值 %s，实际 %s，分值 %s", "the score %s is not what the result earns, %s: target %s, actual %s, weight %s",
					i.Score, want, strings.TrimSpace(i.Target.Text), strings.TrimSpace(i.Actual.Text), i.Weight),
				r.say("≥ 型按实际÷指标值×分值、≤ 型按指标值÷实际×分值计分，不超过分值", "≥ earns actual ÷ target × weight, ≤ target ÷ actual × weight, no more than the weight"),
				i.Field("actual"), i.Field("weight"))
		}
	})
}

// recomputable is what indicator k came to, where its score follows from that.
func recomputable(p *model.Project, k int) (a achievement, ok bool) {
	i := &p.Indicators[k]
	if i.Weight.Sign() <= 0 || i.Score == "" || i.Score.Cmp(i.Weight) > 0 {
		return a, false
	}
	if ownStandard(i) || grouped(p, k, "score", "weight", "actual", "target") {
		return a, false
	}
	a, ok = achieved(i)
	if !ok || a.earned == nil {
		return a, false
	}
	switch {
	case !a.met && fullMarks(i) && alike(&i.Target, i.Actual):
		return a, false // S004
	case !a.met && a.earned.Cmp(big.NewRat(1, 1)) == 0:
		return a, false // the very limit of > or <: no formula tells what that costs
	}
	return a, true
}

// fits says whether a printed number is within the tolerance of an exact one.
func fits(exact *big.Rat, printed, tolerance model.Decimal) bool {
	gap := new(big.Rat).Sub(exact, printed.Rat())
	return gap.Abs(gap).Cmp(tolerance.Rat()) <= 0
}

func twoDecimals(r *big.Rat) model.Decimal {
	d, _ := model.ParseDecimal(r.FloatString(2))
	return d
}

// totalOfScores is S006. It is silent where a score is missing or in words, and
// where rows were not read. The rate of execution may stand as a row of the
// indicators too; then its points count once.
func totalOfScores(r *review) {
	r.projects(func(p *model.Project) {
		e := p.Evaluation
		if e == nil || e.Total == "" || r.unread(p) {
			return
		}
		sum, ok := p.SumOfScores()
		tolerance := r.number("tolerance")
		if !ok || fits(sum.Rat(), e.Total, tolerance) {
			return
		}
		var execution model.Decimal
		if e.Execution != nil {
			execution = e.Execution.Score
		}
		if rateAmong(p) && fits(sum.Sub(execution).Rat(), e.Total, tolerance) {
			return
		}
		r.add(ProjectTopic(p).With("total", string(e.Total), "sum", string(sum), "execution", string(execution)), p.Field("evaluation.total"),
			r.say("总分 %s 不等于各项得分之和 %s", "the total of %s is not the sum of the scores, %s", e.Total, sum)+r.withExecution(execution),
			r.say("核对各项得分与总分", "check the scores and the total"))
	})
}

// withExecution says what of a sum is the score of the execution rate.
func (r *review) withExecution(score model.Decimal) string {
	if score == "" {
		return ""
	}
	return r.say("（含预算执行率得分 %s）", " (with %s for the execution rate)", score)
}

// rateAmong says whether an indicator is the rate of execution itself.
func rateAmong(p *model.Project) bool {
	for k := range p.Indicators {
		i := &p.Indicators[k]
		for _, name := range [...]string{i.Level3, i.Level2, i.Level1} {
			if strings.Contains(quantity.Folded(name), "执行率") {
				return true
			}
		}
	}
	return false
}

// rateOfAmounts is S007: the rate by the sums, then its score by the rate.
func rateOfAmounts(r *review) {
	r.projects(func(p *model.Project) {
		e := p.Evaluation
		if e == nil || e.Execution == nil {
			return
		}
		r.rateFits(p, e.Execution)
		r.rateScoreFits(p, e.Execution)
	})
}

// rateFits compares a printed rate with the sums, which are rounded themselves
// where they have decimals: 1.23 of 1.56万元 is anything from 78.3% to 79.4%.
func (r *review) rateFits(p *model.Project, x *model.Execution) {
	exact, ok := x.ExactRate()
	if !ok || x.Rate == "" {
		return
	}
	tolerance := r.number("tolerance")
	if half := halfPlace(printedText(p, "evaluation.execution.rate")); half.Cmp(tolerance) > 0 {
		tolerance = half
	}
	if fits(exact, x.Rate, tolerance) || withinRounding(x, tolerance) {
		return
	}
	want := twoDecimals(exact)
	r.add(ProjectTopic(p).With("rate", string(x.Rate), "computed", string(want), "executed", string(x.Executed.Yuan), "budget", string(x.Budget.Yuan)),
		p.Field("evaluation.execution.rate"),
		r.say("执行率 %s%% 与执行数 %s÷预算数 %s＝%s%% 不符", "the rate of %s%% is not %s of %s, %s%%", x.Rate, x.Executed.Text, x.Budget.Text, want),
		r.say("核对执行数、预算数和执行率", "check both sums and the rate"),
		p.Field("budget.executed"), p.Field("budget.total"))
}

// halfPlace is half of the last place of a number as printed: 0.5 of 97%.
func halfPlace(text string) model.Decimal {
	_, decimals, _ := strings.Cut(text, ".")
	places := 0
	for places < len(decimals) && decimals[places] >= '0' && decimals[places] <= '9' {
		places++
	}
	if text == "" {
		return "0"
	}
	return model.Decimal("0.5").Shift(-places)
}

// printedText is the cell of a field of the evaluation as it is printed.
func printedText(p *model.Project, field string) string {
	at := p.Field(field)
	for i := range p.Evaluation.Printed {
		if p.Field(printedField(i)) == at {
			return p.Evaluation.Printed[i].Text
		}
	}
	return ""
}

// withinRounding says whether the sums could give the rate before they were
// rounded. Whole sums are taken as exact.
func withinRounding(x *model.Execution, tolerance model.Decimal) bool {
	budget, executed := slack(x.Budget), slack(x.Executed)
	rate := x.Rate.Rat()
	low, high := quotient(x.Executed.Yuan.Sub(executed), x.Budget.Yuan.Add(budget)), quotient(x.Executed.Yuan.Add(executed), x.Budget.Yuan.Sub(budget))
	low.Sub(low, tolerance.Rat())
	high.Add(high, tolerance.Rat())
	return rate.Cmp(low) >= 0 && rate.Cmp(high) <= 0
}

// quotient is a ÷ b in percent.
func quotient(a, b model.Decimal) *big.Rat {
	if b.Sign() <= 0 {
		return new(big.Rat)
	}
	q := new(big.Rat).Quo(a.Rat(), b.Rat())
	return q.Mul(q, big.NewRat(100, 1))
}

// slack is what rounding may have hidden of a sum, in 元.
func slack(a *model.Amount) model.Decimal {
	if !strings.Contains(a.Text, ".") {
		return "0"
	}
	yuan, _ := quantity.Yuan(halfPlace(a.Text), a.Unit)
	return yuan
}

// rateScoreFits compares the score of the rate with rate × weight, by the sums or
// by the rate as printed. What more than the budget costs, no formula tells.
func (r *review) rateScoreFits(p *model.Project, x *model.Execution) {
	if x.Score == "" || x.Weight.Sign() <= 0 {
		return
	}
	tolerance := r.number("tolerance")
	exact, ok := x.ExactScore()
	if !ok && x.Rate == "" {
		return
	}
	if rate, known := x.ExactRate(); known && rate.Cmp(big.NewRat(100, 1)) > 0 || x.Rate.Cmp(hundred) > 0 {
		return
	}
	byRate := x.Rate.Mul(x.Weight).Shift(-2)
	if ok && fits(exact, x.Score, tolerance) || x.Rate != "" && fits(byRate.Rat(), x.Score, tolerance) {
		return
	}
	want := byRate
	if ok {
		want = twoDecimals(exact)
	}
	r.add(ProjectTopic(p).With("score", string(x.Score), "computed", string(want), "weight", string(x.Weight), "rate", string(x.Rate)),
		p.Field("evaluation.execution.score"),
		r.say("预算执行率得分 %s 与执行率×分值 %s＝%s 不符", "the score of the execution rate, %s, is not the rate times its weight of %s, %s", x.Score, x.Weight, want),
		r.say("按执行率×分值计分", "score the rate times its weight"),
		p.Field("evaluation.execution.rate"))
}
