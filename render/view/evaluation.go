package view

import (
	"strconv"
	"strings"

	"jxmb/model"
)

// Result is the evaluation of a project with its parts side by side; what is not
// there is zero.
type Result struct {
	model.Evaluation
	Execution model.Execution
	Computed  model.Computed
}

// ResultOf is the result of a project.
func ResultOf(p *model.Project) Result {
	var r Result
	if p.Evaluation == nil {
		return r
	}
	r.Evaluation = *p.Evaluation
	if x := r.Evaluation.Execution; x != nil {
		r.Execution = *x
	}
	if c := r.Evaluation.Computed; c != nil {
		r.Computed = *c
	}
	return r
}

// Evaluation lists what an evaluation says, one a line, and behind a figure what
// follows from the others where that differs: "总分：98（重算 84）".
func Evaluation(l model.Lang, p *model.Project) string {
	r := ResultOf(p)
	var lines []string
	add := func(zh, en, said string, computed model.Decimal) {
		if computed != "" && said == "" {
			said = l.Say("未填", "not given")
		}
		if said == "" {
			return
		}
		if computed != "" && said != string(computed) {
			said += l.Say("（重算 %s）", " (computed: %s)", computed)
		}
		lines = append(lines, l.Say(zh, en)+l.Say("：", ": ")+said)
	}
	add("总分", "Total score", string(r.Total), r.Computed.Total)
	add("自评等级", "Grade", r.Grade, "")
	add("评价结论", "Conclusion", r.Conclusion, "")
	if r.Month > 0 {
		add("监控截止月份", "Up to month", strconv.Itoa(r.Month), "")
	}
	add("执行率（%）", "Execution rate (%)", string(r.Execution.Rate), r.Computed.Rate)
	add("执行率分值", "Points of the rate", string(r.Execution.Weight), "")
	add("执行率得分", "Score of the rate", string(r.Execution.Score), r.Computed.Score)
	return strings.Join(lines, "\n")
}
