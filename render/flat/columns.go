package flat

import (
	"slices"
	"strconv"
	"strings"

	"jxmb/model"
	"jxmb/render/view"
)

// Projects has a row a project.
var Projects = Table{"projects", model.Text{ZH: "项目，一行一个", EN: "projects, a row each"}, slices.Concat(fileColumns, projectColumns, []Column{
	text("first_file", "前面已报送此项目的文件；为空的才计数", "the file in which the project was met before; only those without count", func(r *Row) string { return r.First }),
	whole("indicators", "指标条数", "number of indicators", func(r *Row) int { return len(r.Project.Indicators) }),
	text("purpose", "资金用途", "purpose of the money", func(r *Row) string { return r.Project.Purpose }),
	text("goals", "绩效目标，每行一条", "goals, one a line", func(r *Row) string { return strings.Join(r.Project.Goals, "\n") }),
	text("spending_plan", "资金支出计划，每行一个时点", "spending plan, a date a line", func(r *Row) string {
		return view.Plan(r.Project.SpendingPlan, func(model.PlanStep) bool { return true })
	}),
	text("budget_lines", "资金明细，每行一项", "amounts in detail, one a line", budgetLines),
	text("long_term_goals", "中长期目标，每行一条", "long-term goals, one a line", longTermGoals),
	money("long_term_total_yuan", "中长期资金总额（元）", "long-term total in yuan", func(r *Row) *model.Amount { return longTerm(r).Total }),
	number("evaluation_total", "自评总分", "total score of the self-evaluation", func(r *Row) model.Decimal { return result(r).Total }),
	text("evaluation_grade", "自评等级", "grade of the self-evaluation", func(r *Row) string { return result(r).Grade }),
	text("evaluation_conclusion", "评价结论", "conclusion of the evaluation", func(r *Row) string { return result(r).Conclusion }),
	whole("evaluation_month", "监控截止月份", "month up to whose end a monitoring form reports", func(r *Row) int { return result(r).Month }),
	number("execution_rate", "执行率（%），原文", "rate of execution in percent, as written", func(r *Row) model.Decimal { return result(r).Execution.Rate }),
	number("execution_weight", "执行率分值", "points of the rate", func(r *Row) model.Decimal { return result(r).Execution.Weight }),
	number("execution_score", "执行率得分", "score of the rate", func(r *Row) model.Decimal { return result(r).Execution.Score }),
	number("computed_rate", "按执行数、预算数重算的执行率（%）", "rate of execution that follows from the amounts", func(r *Row) model.Decimal { return result(r).Computed.Rate }),
	number("computed_score", "按执行率、分值重算的得分", "score that follows from the rate", func(r *Row) model.Decimal { return result(r).Computed.Score }),
	number("computed_total", "各项得分之和", "sum of the scores", func(r *Row) model.Decimal { return result(r).Computed.Total }),
	text("evaluation_printed", "自评各栏原文，每行一项", "cells of the evaluation as written, one a line", func(r *Row) string { return view.Extra(model.Chinese, result(r).Printed) }),
	text("project_extra", "其他栏目，每行一项", "other fields of the form, one a line", func(r *Row) string { return view.Extra(model.Chinese, r.Project.Extra) }),
}, []Column{beyond})}

// Indicators has a row an indicator.
var Indicators = Table{"indicators", model.Text{ZH: "指标，一行一条，带项目各列", EN: "indicators, a row each, with the columns of the project"}, slices.Concat(fileColumns, projectColumns, indicatorColumns, []Column{beyond})}

// Findings has a row a finding.
var Findings = Table{"findings", model.Text{ZH: "问题，一行一个", EN: "findings, a row each"}, findingColumns}

// Tables are all of them.
var Tables = []*Table{&Projects, &Indicators, &Findings}

var beyond = Column{Name: "beyond", About: model.Text{ZH: "留空的列名，逗号分隔：数值超过 NUMERIC(38,10)，或日历上没有的日期", EN: "columns left empty: numbers with more digits than NUMERIC(38,10), days that no calendar has"}}

var fileColumns = []Column{
	text("file", "文件的相对路径", "path of the file below the input", func(r *Row) string { return r.File }),
	text("sha256", "文件的 SHA-256", "SHA-256 of the file", func(r *Row) string { return r.Document.Source.SHA256 }),
}

var projectColumns = []Column{
	text("project_id", "项目标识，插行后不变", "id of the project, holds when rows are inserted", func(r *Row) string { return r.Project.ID }),
	whole("project_seq", "项目在文件中的序号", "number of the project in its file", func(r *Row) int { return r.Project.Seq }),
	text("project_code", "项目编码", "code of the project", func(r *Row) string { return r.Project.Code }),
	text("project_name", "项目名称", "name of the project", func(r *Row) string { return r.Project.Name }),
	text("project_title", "标题", "heading, as written", func(r *Row) string { return r.Project.Title }),
	text("form", "表样", "form that matched", func(r *Row) string { return r.Project.Form }),
	text("unit_code", "预算单位编码", "code of the budget unit", func(r *Row) string { return r.Project.Unit.Code }),
	text("unit_name", "预算单位名称", "name of the budget unit", func(r *Row) string { return r.Project.Unit.Name }),
	whole("fiscal_year", "预算年度", "fiscal year", func(r *Row) int { return r.Project.FiscalYear }),
	text("budget_total_text", "预算数原文", "total budget, as written", func(r *Row) string { return written(r.Project.Budget.Total) }),
	money("budget_total_yuan", "预算数（元）", "total budget in yuan", func(r *Row) *model.Amount { return r.Project.Budget.Total }),
	money("budget_fiscal_yuan", "财政资金（元）", "fiscal money in yuan", func(r *Row) *model.Amount { return r.Project.Budget.Fiscal }),
	money("budget_other_yuan", "其他资金（元）", "other money in yuan", func(r *Row) *model.Amount { return r.Project.Budget.Other }),
	money("budget_executed_yuan", "执行数（元）", "amount spent in yuan", func(r *Row) *model.Amount { return r.Project.Budget.Executed }),
}

func text(name, zh, en string, of func(*Row) string) Column {
	return Column{name, Text, model.Text{ZH: zh, EN: en}, of}
}

// whole is a number that is absent where it is zero.
func whole(name, zh, en string, of func(*Row) int) Column {
	return Column{name, Integer, model.Text{ZH: zh, EN: en}, func(r *Row) string {
		if n := of(r); n != 0 {
			return strconv.Itoa(n)
		}
		return ""
	}}
}

func number(name, zh, en string, of func(*Row) model.Decimal) Column {
	return Column{name, Number, model.Text{ZH: zh, EN: en}, func(r *Row) string { return string(of(r)) }}
}

func money(name, zh, en string, of func(*Row) *model.Amount) Column {
	return number(name, zh, en, func(r *Row) model.Decimal {
		if a := of(r); a != nil {
			return a.Yuan
		}
		return ""
	})
}

// written is an amount as its form prints it, with the unit that counts for it.
func written(a *model.Amount) string {
	if a == nil {
		return ""
	}
	return a.Text + a.Unit
}

func budgetLines(r *Row) string {
	var lines []string
	for i := range r.Project.Budget.Lines {
		l := &r.Project.Budget.Lines[i]
		label := l.Label
		if l.Column != "" {
			label += "/" + l.Column
		}
		lines = append(lines, label+"："+written(&l.Amount))
	}
	return strings.Join(lines, "\n")
}

func longTerm(r *Row) *model.Budget {
	if r.Project.LongTerm == nil {
		return &model.Budget{}
	}
	return &r.Project.LongTerm.Budget
}

func result(r *Row) view.Result { return view.ResultOf(r.Project) }

func longTermGoals(r *Row) string {
	if r.Project.LongTerm == nil {
		return ""
	}
	return strings.Join(r.Project.LongTerm.Goals, "\n")
}
