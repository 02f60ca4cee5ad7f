package check

import "jxmb/model"

// spentBy is the sample as a monitoring form of a month.
func spentBy(text string, month int, executed string) Example {
	return Example{text, func(d *model.Document) {
		p := &d.Projects[0]
		p.Budget.Executed = yuan10k(executed)
		p.Evaluation = &model.Evaluation{Month: month, Execution: &model.Execution{Budget: p.Budget.Total, Executed: p.Budget.Executed}}
		p.Cells = append(p.Cells, cell("budget.executed", 1, 3, 8))
	}}
}

var monitoringRules = []Rule{
	{
		Code: "M001", Severity: model.Warning, check: monitoringLight,
		Title: model.Text{ZH: "监控红灯", EN: "Red light"},
		Explanation: model.Text{
			ZH: "监控表中，到监控月底的预算执行、数量类指标完成不到时序进度（年度值×月份÷12）的 60%。百分比、质量、时效、成本和 ≤ 型指标不按月累计，不查。",
			EN: "In a monitoring form: spending, or an indicator that counts, is below 60% of an even pace (the year's × month ÷ 12). Percentages, quality, time, costs and ≤ do not add up by the month and are left out.",
		},
		Source:   shanxiLights,
		Positive: spentBy("7月，预算数 12.00，执行数 4.00", 7, "4.00"),
		Negative: spentBy("7月，预算数 12.00，执行数 7.00", 7, "7.00"),
	},
	{
		Code: "M002", Severity: model.Info, check: monitoringLight,
		Title:       model.Text{ZH: "监控黄灯", EN: "Yellow light"},
		Explanation: model.Text{ZH: "同 M001，达到时序进度的 60%、不到 80%。", EN: "As M001, from 60% to below 80% of an even pace."},
		Source:      shanxiLights,
		Positive:    spentBy("7月，预算数 12.00，执行数 5.00", 7, "5.00"),
		Negative:    spentBy("7月，预算数 12.00，执行数 5.60", 7, "5.60"),
	},
	{
		Code: "M003", Severity: model.Info, check: monitoringLight,
		Title:       model.Text{ZH: "监控蓝灯", EN: "Blue light"},
		Explanation: model.Text{ZH: "同 M001，达到时序进度的 120% 以上：超前较多，核对年度目标是否偏低。", EN: "As M001, from 120% of an even pace on: well ahead; see whether the year's target is too low."},
		Source:      shanxiLights,
		Positive:    spentBy("7月，预算数 12.00，执行数 9.00", 7, "9.00"),
		Negative:    spentBy("7月，预算数 12.00，执行数 8.00", 7, "8.00"),
	},
}
