package model

import "math/big"

// Evaluation is what a 自评表 or 绩效运行监控表 says of the result as a whole: the
// score, its grade, and how the budget was spent. What is printed stands in the
// fields, the cells themselves in Printed; what follows from the printed figures
// stands apart, in Computed.
type Evaluation struct {
	Total      Decimal    `json:"total" jsonschema:"title=总分,nullable"`
	Grade      string     `json:"grade" jsonschema:"title=自评等级,nullable"`
	Conclusion string     `json:"conclusion" jsonschema:"title=评价结论,nullable"`
	Month      int        `json:"month" jsonschema:"title=监控截止月份,nullable"` // 1 to 12; 0 where the form is of the whole year
	Execution  *Execution `json:"execution" jsonschema:"title=预算执行,nullable"`
	Computed   *Computed  `json:"computed" jsonschema:"title=按表内数字重算,nullable"`
	Printed    []Extra    `json:"printed" jsonschema:"title=原文"`
}

// Execution is 预算执行率 with its points. Budget is the sum in force (全年预算数),
// Executed what was spent of it; Rate is in percent, Weight and Score in points.
type Execution struct {
	Budget   *Amount `json:"budget" jsonschema:"title=预算数,nullable"`
	Executed *Amount `json:"executed" jsonschema:"title=执行数,nullable"`
	Rate     Decimal `json:"rate" jsonschema:"title=执行率（%）,nullable"`
	Weight   Decimal `json:"weight" jsonschema:"title=执行率分值,nullable"`
	Score    Decimal `json:"score" jsonschema:"title=执行率得分,nullable"`
}

// Computed is what follows from the printed figures, rounded half up to two
// decimals where it has more: Rate of the amounts, Score of the rate, which has no
// more than its weight, Total of the printed scores. What cannot be told is
// absent.
type Computed struct {
	Rate  Decimal `json:"rate" jsonschema:"title=执行率（%）,nullable"`
	Score Decimal `json:"score" jsonschema:"title=执行率得分,nullable"`
	Total Decimal `json:"total" jsonschema:"title=总分,nullable"`
}

// compute fills what follows from the printed figures.
func (p *Project) compute() {
	e := p.Evaluation
	if e == nil {
		return
	}
	var c Computed
	if rate, ok := e.Execution.ExactRate(); ok {
		c.Rate = rounded(rate)
		if score, ok := e.Execution.ExactScore(); ok {
			c.Score = rounded(score)
		}
	}
	c.Total, _ = p.SumOfScores()
	e.Computed = nil
	if c != (Computed{}) {
		e.Computed = &c
	}
}

// ExactRate is what was spent of the budget, in percent; ok is false where
// either sum is not known or there is no budget.
func (x *Execution) ExactRate() (rate *big.Rat, ok bool) {
	if x == nil || !x.Budget.known() || !x.Executed.known() {
		return nil, false
	}
	if x.Budget.Yuan.Sign() <= 0 || x.Executed.Yuan.Sign() < 0 {
		return nil, false
	}
	rate = new(big.Rat).Quo(x.Executed.Yuan.Rat(), x.Budget.Yuan.Rat())
	return rate.Mul(rate, big.NewRat(100, 1)), true
}

// ExactScore is the rate's share of its points, all of them from 100% on
// (财预〔2020〕10号: 执行率×分值).
func (x *Execution) ExactScore() (score *big.Rat, ok bool) {
	rate, ok := x.ExactRate()
	if !ok || x.Weight.Sign() <= 0 {
		return nil, false
	}
	score = rate.Mul(rate, x.Weight.Shift(-2).Rat())
	if full := x.Weight.Rat(); score.Cmp(full) > 0 {
		score = full
	}
	return score, true
}

// SumOfScores adds the printed scores of all indicators, a cell that is merged
// over several of them once, and that of the execution rate. ok is false where
// there are none, or one that belongs to them is not printed or not a number.
func (p *Project) SumOfScores() (total Decimal, ok bool) {
	total = "0"
	for i := range p.Indicators {
		in := &p.Indicators[i]
		switch {
		case in.Score == "" && (in.Weight.Sign() > 0 || in.Actual != nil):
			return "", false
		case in.Score == "" || i > 0 && p.Shares("score", i-1, i):
			continue
		}
		total, ok = total.Add(in.Score), true
	}
	if !ok {
		return "", false
	}
	if e := p.Evaluation; e != nil && e.Execution != nil {
		total, ok = total.Add(e.Execution.Score), e.Execution.Score != "" || e.Execution.Weight.Sign() <= 0
	}
	if !ok {
		return "", false
	}
	return total, true
}

// Shares says whether two indicators have the field from one cell, which is
// merged over both.
func (p *Project) Shares(field string, i, k int) bool {
	a, okA := p.Indicators[i].ref(field)
	b, okB := p.Indicators[k].ref(field)
	return okA && okB && a == b
}

func (i *Indicator) ref(field string) (CellRef, bool) {
	for _, c := range i.Cells {
		if c.Field == field {
			return c, true
		}
	}
	return CellRef{}, false
}

func (a *Amount) known() bool { return a != nil && a.Yuan != "" }

// rounded is a number with at most two decimals, half away from zero.
func rounded(r *big.Rat) Decimal { return mustParse(r.FloatString(2)) }
