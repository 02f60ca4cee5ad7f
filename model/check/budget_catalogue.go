package check

import "jxmb/model"

// funded sets the sample's budget figures, in 万元.
func funded(total, fiscal, other string) Example {
	return Example{"预算数 " + total + "，财政资金 " + fiscal + "，其他资金 " + other, func(d *model.Document) {
		p := &d.Projects[0]
		p.Budget = model.Budget{Total: yuan10k(total), Fiscal: yuan10k(fiscal), Other: yuan10k(other)}
		p.Purpose = "用于护路工作。"
		cost(d).Target = words("控制在预算内")
	}}
}

// planned sets the sample's spending plan.
func planned(percents ...model.Decimal) Example {
	text := "支出计划"
	for _, n := range percents {
		text += " " + string(n) + "%"
	}
	return Example{text, func(d *model.Document) { d.Projects[0].SpendingPlan = plan(percents...) }}
}

// spentFor sets the sample's purpose; its budget is 12.00万元.
func spentFor(text string) Example {
	return Example{text + "（预算数 12.00万元）", func(d *model.Document) { d.Projects[0].Purpose = text }}
}

// tolerance is the rounding that figures with two decimals may show.
var tolerance = Setting{
	Name:   "tolerance",
	Title:  model.Text{ZH: "相差不到此数不算不符（万元）", EN: "differences smaller than this are let pass (万元)"},
	Number: "0.01", Least: "0", Most: "10000",
}

var budgetRules = []Rule{
	{
		Code: "B001", Severity: model.Error, check: totalOfParts,
		Title: model.Text{ZH: "预算数不等于各项资金之和", EN: "Total is not the sum of its parts"},
		Explanation: model.Text{
			ZH: "预算数 = 财政资金 + 其他资金，空着的其他资金按 0 计；表中另列上年结转、单位资金、地方资金等时，同一栏里有若干项相加等于预算数即可；只列“其中：财政资金”一项的，只查它是否超过预算数。相差不到 tolerance（默认 0.01 万元）的算舍入。",
			EN: "Total = fiscal + other money, a blank 其他资金 counting as 0; where a form lists further parts (carried over, of the unit, local), some lines of the column must add up to the total; where it names fiscal money alone, that must not exceed the total. Differences below tolerance (0.01 万元) count as rounding.",
		},
		Settings: []Setting{tolerance},
		Source:   auditAgent,
		Positive: funded("12.00", "9.00", "2.00"),
		Negative: funded("12.00", "9.00", "3.00"),
	},
	{
		Code: "B002", Severity: model.Warning, check: planFalls,
		Title: model.Text{ZH: "支出计划下降", EN: "Spending plan falls"},
		Explanation: model.Text{
			ZH: "资金支出计划（%）填的是各时点的累计比例，只能持平或上升。没有见到成文规定，属本工具自定。",
			EN: "The plan states cumulative shares, which can only stay or rise. No written rule was found; this one is our own.",
		},
		Source:   ours,
		Positive: planned("30", "60", "50", "100"),
		Negative: planned("30", "60", "60", "100"),
	},
	{
		Code: "B003", Severity: model.Warning, check: planEnds,
		Title: model.Text{ZH: "支出计划没有到 100%", EN: "Spending plan does not end at 100%"},
		Explanation: model.Text{
			ZH: "资金支出计划最后一个时点（12月底）应为 100%。没有见到成文规定，属本工具自定。",
			EN: "The last step of the plan (end of December) is 100%. No written rule was found; this one is our own.",
		},
		Source:   ours,
		Positive: planned("30", "60", "90", "95"),
		Negative: planned("25", "50", "75", "100"),
	},
	{
		Code: "B004", Severity: model.Info, check: purposeAmounts,
		Title: model.Text{ZH: "用途里的金额与预算数对不上", EN: "Amounts in the purpose do not add up to the budget"},
		Explanation: model.Text{
			ZH: "读出用途文字里的人数、标准和合计（445人，每人每年2400元，共计106.8万元），看哪些金额或它们的和等于预算数；都不等于时列出所见。文字可能只说了一部分，所以只作提示。",
			EN: "Reads counts, rates and totals in the purpose (445人，每人每年2400元，共计106.8万元) and looks for amounts, or sums of them, that equal the budget; where none do it lists what it saw. The text may tell a part only, hence a remark and no error.",
		},
		Source:   ours,
		Positive: spentFor("聘用护路员50人，每人每年3000元。"),
		Negative: spentFor("聘用护路员40人，每人每年3000元。"),
	},
	{
		Code: "B005", Severity: model.Warning, check: amountUnits,
		Title: model.Text{ZH: "金额单位缺失或混用", EN: "Amounts in mixed or missing units"},
		Explanation: model.Text{
			ZH: "表头、标题、栏名都没有注明元还是万元，或同一项目里混用。单位不明时不折算、不比较。",
			EN: "Neither caption, heading nor label says 元 or 万元, or one project mixes them. Without a unit nothing is converted or compared.",
		},
		Source: model.Text{
			ZH: "审核实践（开源项目 GovBudgetChecker：同一文件混用元和万元是首要的前处理难点，单位未注明时不判断）",
			EN: "review practice (the open-source GovBudgetChecker: mixed 元 and 万元 are the core difficulty; undeclared units are not judged)",
		},
		Positive: Example{"预算数 12.00（没有单位）", func(d *model.Document) {
			d.Projects[0].Budget = model.Budget{Total: &model.Amount{Text: "12.00", Number: "12"}}
		}},
		Negative: Example{"预算数 120000 元，财政资金 120000 元", func(d *model.Document) {
			sum := model.Amount{Text: "120000", Number: "120000", Unit: "元", Yuan: "120000"}
			d.Projects[0].Budget = model.Budget{Total: &sum, Fiscal: &sum}
		}},
	},
	{
		Code: "B006", Severity: model.Warning, check: overspent,
		Title: model.Text{ZH: "执行数大于预算数", EN: "More spent than budgeted"},
		Explanation: model.Text{
			ZH: "自评表的执行率 = 执行数 ÷ 预算数，不应超过 100%；年中追加的应按调整后预算数填。",
			EN: "In a self-evaluation the execution rate, spent over budgeted, does not exceed 100%; a raised budget is to be given as adjusted.",
		},
		Source:   ours,
		Positive: Example{"预算数 12.00，执行数 12.50", func(d *model.Document) { d.Projects[0].Budget.Executed = yuan10k("12.50") }},
		Negative: Example{"预算数 12.00，执行数 11.80", func(d *model.Document) { d.Projects[0].Budget.Executed = yuan10k("11.80") }},
	},
	{
		Code: "B007", Severity: model.Warning, check: costOverBudget,
		Title: model.Text{ZH: "成本指标超过预算数", EN: "Cost indicator exceeds the budget"},
		Explanation: model.Text{
			ZH: "成本指标写明的总金额大于项目预算数。人均、单价等标准不查；相差不到 tolerance（默认 0.01 万元）的也不查。",
			EN: "The sum that a cost indicator names is larger than the project's budget. Rates per person or piece are left out, and so are differences below tolerance (0.01 万元).",
		},
		Settings: []Setting{tolerance},
		Source: model.Text{
			ZH: "审核实践（开源项目 GovBudgetChecker B-013：绩效目标涉及资金不大于项目支出总额）",
			EN: "review practice (the open-source GovBudgetChecker B-013: money named in targets is not above the project's total)",
		},
		Positive: costing(aTarget("≤120万元", "<=", "120", "万元")),
		Negative: costing(aTarget("≤11万元", "<=", "11", "万元")),
	},
	{
		Code: "B008", Severity: model.Warning,
		Title: model.Text{ZH: "同一项目在两个文件里预算数不同", EN: "Two copies of a project with different budgets"},
		Explanation: model.Text{
			ZH: "一批文件里同一项目编码的预算数不一样。只在一次处理多个文件时检查。",
			EN: "A batch holds the same project code with different budgets. Checked only when several files are read together.",
		},
		Source: ours,
	},
}
