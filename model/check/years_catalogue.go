package check

import "jxmb/model"

// historyRules is the source of what compares years: 历史标准 are the usual measure
// of a target, and what a year reached bears on the next budget.
var historyRules = model.Text{
	ZH: "《项目支出绩效评价管理办法》（财预〔2020〕10号）：绩效评价标准包括历史标准；《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：绩效目标应经调查研究和科学论证，符合客观实际",
	EN: "Measures for the evaluation of project spending (Caiyu [2020] No. 10): standards include those of former years; Measures for performance targets of central departments (Caiyu [2015] No. 88): targets rest on inquiry and fit the facts",
}

var yearRules = []Rule{
	{
		Code: "P001", Severity: model.Warning,
		Title: model.Text{ZH: "指标值比上年低", EN: "Target lowered"},
		Explanation: model.Text{
			ZH: "同一项目的同一指标，今年的要求低于上年：≥ 的数变小，≤ 的数变大，时限（月、日）变晚。“=”按指标判断：成本、时间和投诉一类不应超过，其余不应低于。单位不同的不比。只在 compare --years 时检查。",
			EN: "The same indicator of the same project asks for less than last year: less behind ≥, more behind ≤, a later day. What = asks for follows the indicator: costs, times and what is unwanted are not to be exceeded, the rest is to be reached. Different units are not compared. Only with compare --years.",
		},
		Source: historyRules,
	},
	{
		Code: "P002", Severity: model.Info,
		Title: model.Text{ZH: "上年的指标今年没有", EN: "Indicator dropped"},
		Explanation: model.Text{
			ZH: "上年有、今年没有的指标；改了名称的按名称、描述和指标值的相似程度认出，不算。只在 compare --years 时检查。",
			EN: "An indicator of last year that is not there any more; one that goes by another name is recognised by the likeness of name, description and target. Only with compare --years.",
		},
		Source: historyRules,
	},
	{
		Code: "P003", Severity: model.Warning,
		Title: model.Text{ZH: "文字与上年完全相同", EN: "Texts all the same as last year"},
		Explanation: model.Text{
			ZH: "资金用途、绩效目标、全部指标的名称、描述和指标值都与上年相同，年份、空格不计。只在 compare --years 时检查。",
			EN: "Purpose, goals and the names, descriptions and targets of all indicators are those of last year, years and blanks aside. Only with compare --years.",
		},
		Source: ours,
	},
	{
		Code: "P004", Severity: model.Info,
		Title: model.Text{ZH: "指标值低于上年实际完成值", EN: "Target below last year's actual"},
		Explanation: model.Text{
			ZH: "上年的表有实际完成值，今年的指标值要求更低；方向同 P001。单位不同、实际完成值不是一个数的不比。只在 compare --years 时检查。",
			EN: "Last year's form says what was reached, and this year's target asks for less; the direction is that of P001. Different units, and actual values that are no number, are not compared. Only with compare --years.",
		},
		Source: historyRules,
	},
}
