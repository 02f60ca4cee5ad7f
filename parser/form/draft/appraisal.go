package draft

import (
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/form/beside"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// Appraisal reads what a project says of its result: 自评得分, 等级, 执行率.
type Appraisal struct {
	*beside.Neighbours
	*Filling
	month      int           // by whose end a monitoring form reports; 0 for the year
	bareRate   bool          // 执行率 was printed without "%"
	ratePoints model.Decimal // of 执行率, as a bracket prints them
}

// Begin forgets the project above.
func (r *Appraisal) Begin() { r.month, r.bareRate, r.ratePoints = 0, false, "" }

// evaluation is what the project says of its result, made when first asked for.
func (r *Appraisal) evaluation() *model.Evaluation {
	if r.Project.Evaluation == nil {
		r.Project.Evaluation = &model.Evaluation{}
	}
	return r.Project.Evaluation
}

func (r *Appraisal) execution() *model.Execution {
	e := r.evaluation()
	if e.Execution == nil {
		e.Execution = &model.Execution{}
	}
	return e.Execution
}

// keepPrinted keeps a cell of the evaluation as it is printed, and refers to it as
// the field that was read from it: text is its text[from:to].
func (r *Appraisal) keepPrinted(field, name string, c *sheet.Cell, from, to int) {
	e := r.evaluation()
	r.ref(Indexed("evaluation.printed", len(e.Printed)), c, from, to)
	r.ref("evaluation."+field, c, from, to)
	c.Field = "evaluation." + field
	e.Printed = append(e.Printed, model.Extra{Label: name, Text: c.Text[from:to]})
}

// Aside keeps what bears on no other field: as part of the evaluation where the
// label names one, else as extra.
func (r *Appraisal) Aside(f label.Field, name string, c *sheet.Cell, from, to int) {
	if !r.result(f, name, c, from, to) {
		r.Extra(name, c.Text[from:to], c)
	}
}

// result reads the value of a label of the result as a whole from c.Text[from:to];
// false where it is none, or says nothing that the project did not say before.
func (r *Appraisal) result(f label.Field, name string, c *sheet.Cell, from, to int) bool {
	switch f {
	case label.TotalScore:
		return r.TotalScore(name, c, from, to)
	case label.Sum: // the score of the whole, where the indicators above have scores
		scored := func(in model.Indicator) bool { return in.Score != "" }
		return slices.ContainsFunc(r.Project.Indicators, scored) && r.TotalScore(name, c, from, to)
	case label.ScoreGrade:
		return r.verdict("grade", name, c, from, to)
	case label.Conclusion:
		return r.verdict("conclusion", name, c, from, to)
	}
	return false
}

// TotalScore reads 总分; false for what is no number, or another number than one
// read before.
func (r *Appraisal) TotalScore(name string, c *sheet.Cell, from, to int) bool {
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
func (r *Appraisal) verdict(field, name string, c *sheet.Cell, from, to int) bool {
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

// ExecutionCell reads v, the 执行率, 分值 or 得分 of the total of the money, in the row
// of head, the column of such a kind and a block; false where it is none of these, or
// says no number.
func (r *Appraisal) ExecutionCell(kind label.Field, v, head, column, block *sheet.Cell) bool {
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

// MonthColumn is what a column of a monitoring form heads, 1-7月执行数 or
// 1-7月执行率; NoField where it names no months. The months of the first sum are those
// of the form.
func (r *Appraisal) MonthColumn(c *sheet.Cell) label.Field {
	if c.Entry != nil || !c.Marks.Has(label.HasMonth) {
		return label.NoField
	}
	rest, month := label.CutMonths(label.Normal(c.Text))
	if month == 0 {
		return label.NoField
	}
	field := r.ofMonths(rest)
	if field == label.Executed && r.month == 0 {
		r.month = month
	}
	return field
}

// ofMonths is the column that a head without its months names: by its label, or by the
// words for what was spent.
func (r *Appraisal) ofMonths(head string) label.Field {
	e, _ := r.Labels.Lookup(head)
	words := strings.TrimSuffix(label.Base(head), "数") + "数" // 支出 alone names no column
	switch m := e.In(label.InMoneyColumn, r.Kind); {
	case m == nil && label.WordedColumn(words) == label.Executed:
		return label.Executed
	case m == nil || m.Field != label.Executed && m.Field != label.Rate:
		return label.NoField
	default:
		return m.Field
	}
}

// Reached says whether a column tells what was reached in the months that the
// monitoring form is of: 1-7月完成情况.
func (r *Appraisal) Reached(head string) bool {
	if r.month == 0 {
		return false
	}
	_, month := label.CutMonths(label.Normal(head))
	return month == r.month
}

// SettleEvaluation gives the execution its sums, once they are known, and its
// points where a bracket prints them: 预算执行情况（20分）, 得分（20分*执行率）.
func (r *Appraisal) SettleEvaluation() {
	b, e := &r.Project.Budget, r.Project.Evaluation
	if e != nil && e.Execution == nil && len(e.Printed) == 0 {
		e, r.Project.Evaluation = nil, nil // labels without values
	}
	if b.Executed == nil && (e == nil || e.Execution == nil) {
		return
	}
	x := r.execution()
	x.Budget, x.Executed = b.Total, b.Executed
	if r.month < 12 { // twelve months are the year
		r.Project.Evaluation.Month = r.month
	}
	if x.Weight == "" {
		x.Weight = r.ratePoints
	}
	r.settleRate(x)
}

// settleRate reads a rate without any "%" by the sums: 0.95 is 95% where they
// say so, as workbooks print percentages that lost their format.
func (r *Appraisal) settleRate(x *model.Execution) {
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
func (r *Appraisal) noteRatePoints(note string) {
	for part := range strings.SplitSeq(note, ")(") {
		number, _, found := strings.Cut(part, "分")
		if n, err := model.ParseDecimal(number); found && err == nil && n.Sign() > 0 && r.ratePoints == "" {
			r.ratePoints = n
		}
	}
}
