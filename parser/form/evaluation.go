package form

import (
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// appraisal reads what a project says of its result: 自评得分, 等级, 执行率.
type appraisal struct {
	*neighbours
	*filling
	month      int           // by whose end a monitoring form reports; 0 for the year
	bareRate   bool          // 执行率 was printed without "%"
	ratePoints model.Decimal // of 执行率, as a bracket prints them
}

func (r *appraisal) begin() { r.month, r.bareRate, r.ratePoints = 0, false, "" }

// evaluation is what the project says of its result, made when first asked for.
func (r *appraisal) evaluation() *model.Evaluation {
	if r.project.Evaluation == nil {
		r.project.Evaluation = &model.Evaluation{}
	}
	return r.project.Evaluation
}

func (r *appraisal) execution() *model.Execution {
	e := r.evaluation()
	if e.Execution == nil {
		e.Execution = &model.Execution{}
	}
	return e.Execution
}

// keepPrinted keeps a cell of the evaluation as it is printed, and refers to it as
// the field that was read from it: text is its text[from:to].
func (r *appraisal) keepPrinted(field, name string, c *sheet.Cell, from, to int) {
	e := r.evaluation()
	r.ref(indexed("evaluation.printed", len(e.Printed)), c, from, to)
	r.ref("evaluation."+field, c, from, to)
	c.Field = "evaluation." + field
	e.Printed = append(e.Printed, model.Extra{Label: name, Text: c.Text[from:to]})
}

// aside keeps what bears on no other field: as part of the evaluation where the
// label names one, else as extra.
func (r *appraisal) aside(f label.Field, name string, c *sheet.Cell, from, to int) {
	if !r.result(f, name, c, from, to) {
		r.extra(name, c.Text[from:to], c)
	}
}

// result reads the value of a label of the result as a whole from c.Text[from:to];
// false where it is none, or says nothing that the project did not say before.
func (r *appraisal) result(f label.Field, name string, c *sheet.Cell, from, to int) bool {
	switch f {
	case label.TotalScore:
		return r.totalScore(name, c, from, to)
	case label.Sum: // the score of the whole, where the indicators above have scores
		scored := func(in model.Indicator) bool { return in.Score != "" }
		return slices.ContainsFunc(r.project.Indicators, scored) && r.totalScore(name, c, from, to)
	case label.ScoreGrade:
		return r.verdict("grade", name, c, from, to)
	case label.Conclusion:
		return r.verdict("conclusion", name, c, from, to)
	}
	return false
}

// totalScore reads 总分; false for what is no number, or another number than one
// read before.
func (r *appraisal) totalScore(name string, c *sheet.Cell, from, to int) bool {
	n, ok := quantity.ReadNumber(c.Text[from:to])
	e := r.evaluation()
	if !ok || n == "" || e.Total != "" && e.Total != n {
		return false
	}
	r.keepPrinted("total", name, c, from, to)
	e.Total = n
	return true
}

// verdict reads 自评等级 or 评价结论.
func (r *appraisal) verdict(field, name string, c *sheet.Cell, from, to int) bool {
	e := r.evaluation()
	said := &e.Grade
	if field == "conclusion" {
		said = &e.Conclusion
	}
	text := label.Trim(c.Text[from:to])
	if text == "" || *said != "" {
		return false
	}
	r.keepPrinted(field, name, c, from, to)
	*said = text
	return true
}

// executionCell reads v, the 执行率, 分值 or 得分 of the total of the money, in the row
// of head, the column of such a kind and a block; false where it is none of these, or
// says no number.
func (r *appraisal) executionCell(kind label.Field, v, head, column, block *sheet.Cell) bool {
	if !kind.OfExecution() {
		return false
	}
	n, ok := quantity.ReadNumber(v.Text)
	if !ok || n == "" {
		return false
	}
	x := r.execution()
	to, field := &x.Rate, "execution.rate"
	switch kind {
	case label.RatePoints:
		to, field = &x.Weight, "execution.weight"
	case label.RateScore:
		to, field = &x.Score, "execution.score"
	}
	if *to != "" {
		return false
	}
	*to = n
	r.keepPrinted(field, label.Text(head.Text)+"/"+label.Text(column.Text), v, 0, len(v.Text))
	r.noteRatePoints(column.Note)
	r.noteRatePoints(block.Note)
	if kind == label.Rate {
		r.bareRate = !strings.ContainsAny(v.Text, "%％") && !strings.Contains(column.Note, "%")
	}
	return true
}

// monthColumn is what a column of a monitoring form heads, 1-7月执行数 or
// 1-7月执行率; NoField where it names no months. The months of the first sum are those
// of the form.
func (r *appraisal) monthColumn(c *sheet.Cell) label.Field {
	if c.Entry != nil || !c.Marks.Has(label.HasNumber) && !strings.Contains(c.Text, "季度") && !strings.Contains(c.Text, "上半年") {
		return label.NoField
	}
	rest, month := label.CutMonths(label.Normal(c.Text))
	if month == 0 {
		return label.NoField
	}
	e, _ := r.labels.Lookup(rest)
	m := e.In(label.InMoneyColumn, r.kind)
	if m == nil || m.Field != label.Executed && m.Field != label.Rate {
		return label.NoField
	}
	if m.Field == label.Executed && r.month == 0 {
		r.month = month
	}
	return m.Field
}

// reached says whether a column tells what was reached in the months that the
// monitoring form is of: 1-7月完成情况.
func (r *appraisal) reached(head string) bool {
	if r.month == 0 {
		return false
	}
	_, month := label.CutMonths(label.Normal(head))
	return month == r.month
}

// settleEvaluation gives the execution its sums, once they are known, and its
// points where a bracket prints them: 预算执行情况（20分）, 得分（20分*执行率）.
func (r *appraisal) settleEvaluation() {
	b, e := &r.project.Budget, r.project.Evaluation
	if e != nil && e.Execution == nil && len(e.Printed) == 0 {
		e, r.project.Evaluation = nil, nil // labels without values
	}
	if b.Executed == nil && (e == nil || e.Execution == nil) {
		return
	}
	x := r.execution()
	x.Budget, x.Executed = b.Total, b.Executed
	if r.month < 12 { // twelve months are the year
		r.project.Evaluation.Month = r.month
	}
	if x.Weight == "" {
		x.Weight = r.ratePoints
	}
	r.settleRate(x)
}

// settleRate reads a rate without any "%" by the sums: 0.95 is 95% where they
// say so, as workbooks print percentages that lost their format.
func (r *appraisal) settleRate(x *model.Execution) {
	if !r.bareRate || x.Rate == "" {
		return
	}
	exact, ok := x.ExactRate()
	if !ok {
		return
	}
	off := func(rate model.Decimal) bool {
		gap := exact.Sub(rate.Rat(), exact)
		near := gap.Abs(gap).Cmp(model.Decimal("1").Rat()) > 0
		exact, _ = x.ExactRate()
		return near
	}
	if percent := x.Rate.Shift(2); off(x.Rate) && !off(percent) {
		x.Rate = percent
	}
}

// noteRatePoints takes up the points that the bracket behind a label prints.
func (r *appraisal) noteRatePoints(note string) {
	for part := range strings.SplitSeq(note, ")(") {
		number, _, found := strings.Cut(part, "分")
		if n, err := model.ParseDecimal(number); found && err == nil && n.Sign() > 0 && r.ratePoints == "" {
			r.ratePoints = n
		}
	}
}
