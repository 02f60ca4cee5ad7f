package check

import "jxmb/model"

// The sources of the rules of results.
var (
	templateNote = model.Text{
		ZH: "自评表填报说明：≥ 型指标得分＝实际完成值÷年度指标值×分值，≤ 型相反（http://biz.doczj.com/doc/174893555.html）",
		EN: "note of a self-evaluation form: ≥ earns actual ÷ target × weight, ≤ the other way round (http://biz.doczj.com/doc/174893555.html)",
	}
	evaluationSum = model.Text{
		ZH: "《项目支出绩效评价管理办法》（财预〔2020〕10号）附件自评表：总分为各项得分之和，预算执行率得分＝执行率×分值；审核实践（开源项目 audit_agent，允许误差 0.1）",
		EN: "Caiyu [2020] No. 10, form of self-evaluations: the total is the sum of the scores, the execution rate scores rate × weight; review practice (the open-source audit_agent, tolerance 0.1)",
	}
	shanxiLights = model.Text{
		ZH: "山西省绩效运行监控的亮灯规则：标准值＝年度值×月份÷12，低于 60% 红灯，60%—80% 黄灯，80%—120% 绿灯，120% 以上蓝灯",
		EN: "lights of Shanxi's monitoring: the standard is the year's × month ÷ 12; below 60% red, 60–80% yellow, 80–120% green, from 120% blue",
	}
)

// pointTolerance is the setting of rules that compute a score.
var pointTolerance = []Setting{
	{Name: "tolerance", Title: model.Text{ZH: "允许相差的分（百分点）", EN: "points that may differ"}, Number: "0.1", Least: "0", Most: "10"},
}

// result gives the first indicator of the sample a result.
func result(text, actual string, n, weight, score model.Decimal, deviation string) Example {
	return Example{text, func(d *model.Document) { resultOf(d, actual, n, weight, score, deviation) }}
}

func resultOf(d *model.Document, actual string, n, weight, score model.Decimal, deviation string) {
	i := first(d)
	v := aTarget(actual, "=", n, "次")
	i.Actual, i.Deviation = &v, deviation
	if weight == "" {
		return
	}
	rest := hundred.Sub(weight)
	for k := range d.Projects[0].Indicators { // the others share the rest, all scored
		in := &d.Projects[0].Indicators[k]
		in.Weight = "0"
		if k == 1 {
			in.Weight = rest
		}
		in.Score = in.Weight
	}
	i.Weight, i.Score = weight, score
}

// evaluated gives the sample a result of its budget and a total.
func evaluated(text, executed string, rate, weight, score, total model.Decimal, grade string) Example {
	return Example{text, func(d *model.Document) {
		resultOf(d, "4次", "4", hundred.Sub(weight), hundred.Sub(weight), "")
		p := &d.Projects[0]
		p.Indicators[1].Weight, p.Indicators[1].Score = "0", "0"
		p.Budget.Executed = yuan10k(executed)
		p.Evaluation = &model.Evaluation{Total: total, Grade: grade, Execution: &model.Execution{
			Budget: p.Budget.Total, Executed: p.Budget.Executed, Rate: rate, Weight: weight, Score: score,
		}}
		p.Cells = append(p.Cells, cell("budget.executed", 1, 3, 8), cell("evaluation.execution.rate", 1, 3, 9),
			cell("evaluation.execution.score", 1, 3, 10), cell("evaluation.total", 1, 8, 2), cell("evaluation.grade", 1, 8, 4))
	}}
}

var resultRules = []Rule{
	{
		Code: "S005", Severity: model.Warning, check: scoreRecomputed,
		Title: model.Text{ZH: "得分与完成情况不符", EN: "Score is not what the result earns"},
		Explanation: model.Text{
			ZH: "≥、＞ 型按实际÷指标值×分值，≤、＜ 型按指标值÷实际×分值，不超过分值，相差不超过 tolerance（0.1）。＝ 型、定性、区间、时限、几个数的指标，单位不同的，几行合并打分的，另有评分标准的，不重算；完成了而扣分的，写了原因或远超指标值的放过；未完成得满分见 S004。",
			EN: "≥ and > earn actual ÷ target × weight, ≤ and < target ÷ actual × weight, no more than the weight, within tolerance (0.1). Not computed: =, words, ranges, time limits, several numbers, other units, scores of merged rows, rows with a standard of their own. Points off a met target pass where a reason is given or it was far exceeded; a miss with full marks is S004's.",
		},
		Settings: pointTolerance, Source: templateNote,
		Positive: result("指标值 ≥4次，实际 3次，分值 20，得分 12", "3次", "3", "20", "12", "雨季停办一次"),
		Negative: result("指标值 ≥4次，实际 3次，分值 20，得分 15", "3次", "3", "20", "15", "雨季停办一次"),
	},
	{
		Code: "S006", Severity: model.Error, check: totalOfScores,
		Title: model.Text{ZH: "总分不是各项得分之和", EN: "Total is not the sum of the scores"},
		Explanation: model.Text{
			ZH: "总分等于各指标得分加预算执行率得分，相差不超过 tolerance（0.1）。有指标没有得分或得分是文字的不查；合并单元格的得分只计一次；执行率又列为一行指标的，只计一次也算对。",
			EN: "The total is the sum of the indicators' scores and of the execution rate's, within tolerance (0.1). Silent where a score is missing or in words; a merged score counts once; where the rate stands among the indicators too, counting it once is right as well.",
		},
		Settings: pointTolerance, Source: evaluationSum,
		Positive: evaluated("得分 90、执行率得分 9.5，总分 98", "11.40", "95", "10", "9.5", "98", ""),
		Negative: evaluated("得分 90、执行率得分 9.5，总分 99.5", "11.40", "95", "10", "9.5", "99.5", ""),
	},
	{
		Code: "S007", Severity: model.Warning, check: rateOfAmounts,
		Title: model.Text{ZH: "执行率或其得分与金额不符", EN: "Execution rate or its score does not fit the sums"},
		Explanation: model.Text{
			ZH: "执行率＝全年执行数÷全年预算数，得分＝执行率×分值，相差不超过 tolerance（0.1）。金额和执行率本身四舍五入所致的差放过；执行率超过 100% 的，得分不查。",
			EN: "The rate is spent ÷ budget in force, its score rate × weight, within tolerance (0.1). What rounding of sums and rate explains passes; above 100% the score is not looked at.",
		},
		Settings: pointTolerance, Source: evaluationSum,
		Positive: evaluated("预算数 12.00，执行数 11.40，执行率 97.5%，得分 9.5", "11.40", "97.5", "10", "9.5", "99.5", ""),
		Negative: evaluated("预算数 12.00，执行数 11.40，执行率 95%，得分 9.5", "11.40", "95", "10", "9.5", "99.5", ""),
	},
	{
		Code: "S008", Severity: model.Warning, check: gradeOfTotal,
		Title: model.Text{ZH: "等级与总分不符", EN: "Grade does not fit the total"},
		Explanation: model.Text{
			ZH: "90 分（含）以上为优，80（含）—90 为良，60（含）—80 为中，60 分以下为差。满分不是 100 的、等级用其他词的不查。",
			EN: "优 from 90, 良 from 80, 中 from 60, 差 below. Forms of other than 100 points and other words are left out.",
		},
		Source: model.Text{
			ZH: "《项目支出绩效评价管理办法》（财预〔2020〕10号）：评价结果的四档",
			EN: "Caiyu [2020] No. 10: the four grades",
		},
		Positive: evaluated("总分 99.5，等级“良”", "11.40", "95", "10", "9.5", "99.5", "良"),
		Negative: evaluated("总分 99.5，等级“优”", "11.40", "95", "10", "9.5", "99.5", "优"),
	},
	{
		Code: "S009", Severity: model.Info, check: scoredAboveSpent,
		Title: model.Text{ZH: "得分率明显高于预算执行率", EN: "Score well above the execution rate"},
		Explanation: model.Text{
			ZH: "总分（百分制）比执行数÷预算数高出 points（5）个百分点以上。满分不是 100 的不查。",
			EN: "The total, of 100 points, is more than points (5) above spent ÷ budget. Forms of other than 100 points are left out.",
		},
		Settings: []Setting{
			{Name: "points", Title: model.Text{ZH: "得分率高出执行率的百分点", EN: "points that the score may be above the rate"}, Number: "5", Least: "0", Most: "100"},
		},
		Source:   ours,
		Positive: evaluated("执行率 90%，总分 99", "10.80", "90", "10", "9", "99", ""),
		Negative: evaluated("执行率 95%，总分 99.5", "11.40", "95", "10", "9.5", "99.5", ""),
	},
	{
		Code: "S010", Severity: model.Info, check: farFromTarget,
		Title: model.Text{ZH: "偏差大而没有原因", EN: "Far from the target without a reason"},
		Explanation: model.Text{
			ZH: "实际完成值不低于指标值的 over（130）%，或不高于 under（70）%，而没有写原因（说明、备注也算）。≤ 型远低于指标值的只查成本；指标值为 0、单位不同、不是一个数的不查。",
			EN: "The actual value is at least over (130) % of the target, or at most under (70) %, and no reason is given (remarks count). Far below a ≤ is looked at for costs only; targets of 0, other units and what is no single number are left out.",
		},
		Settings: []Setting{overTarget, underTarget},
		Source:   ours,
		Positive: result("指标值 ≥4次，实际 2次，没有原因", "2次", "2", "", "", ""),
		Negative: result("指标值 ≥4次，实际 5次，没有原因", "5次", "5", "", "", ""),
	},
	{
		Code: "S011", Severity: model.Info, check: reasonThoughMet,
		Title: model.Text{ZH: "完成了却写偏差原因", EN: "A reason though the target is met"},
		Explanation: model.Text{
			ZH: "实际完成值达到指标值、没有扣分、也没有远超（见 S010），偏差原因一栏却写了原因。“无”“已完成”一类不算原因。",
			EN: "The target is met, no points were taken off and it was not far exceeded (see S010), yet a reason stands there. 无, 已完成 and the like are no reasons.",
		},
		Source:   ours,
		Positive: result("指标值 ≥4次，实际 4次，原因“雨季停办一次”", "4次", "4", "", "", "雨季停办一次"),
		Negative: result("指标值 ≥4次，实际 4次，原因“无”", "4次", "4", "", "", "无"),
	},
}
