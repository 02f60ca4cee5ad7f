package check

import "jxmb/model"

// scored gives the sample's indicators weights and the first one a result.
func scored(text string, weights []model.Decimal, score model.Decimal, actual, deviation string, n model.Decimal) Example {
	return Example{text, func(d *model.Document) {
		for i, w := range weights {
			in := &d.Projects[0].Indicators[i]
			in.Weight, in.Score = w, w
		}
		in := first(d)
		value := aTarget(actual, "=", n, "次")
		in.Score, in.Actual, in.Deviation = score, &value, deviation
	}}
}

var tens = []model.Decimal{"20", "20", "20", "20", "20"}

var scoringRules = []Rule{
	{
		Code: "S001", Severity: model.Info, check: weightsSum,
		Title: model.Text{ZH: "权重合计不是 100", EN: "Weights do not add up to 100"},
		Explanation: model.Text{
			ZH: "指标权重（分值）合计应为 total（100），预算执行率的 execution（10）分不列在表内时为二者之差 90。各地做法不一，只报告合计。",
			EN: "Weights add up to total (100), or to 90 where the execution rate's points (execution, 10) stand outside the table. Practice differs, so the sum is merely reported.",
		},
		Settings: []Setting{
			{Name: "total", Title: model.Text{ZH: "权重（分值）满分", EN: "what all weights add up to"}, Number: "100", Least: "1", Most: "1000"},
			{Name: "execution", Title: model.Text{ZH: "预算执行率在指标之外所占的分", EN: "points of the execution rate outside the indicators"}, Number: "10", Least: "0", Most: "100"},
		},
		Source:   evaluationRules,
		Positive: scored("权重 20、20、20、20、15", []model.Decimal{"20", "20", "20", "20", "15"}, "20", "4次", "", "4"),
		Negative: scored("权重 10、20、20、20、20（执行率另计 10）", []model.Decimal{"10", "20", "20", "20", "20"}, "10", "4次", "", "4"),
	},
	{
		Code: "S002", Severity: model.Error, check: scoreOverWeight,
		Title:       model.Text{ZH: "得分超过分值", EN: "Score exceeds weight"},
		Explanation: model.Text{ZH: "每个指标的得分不超过其分值（权重）。", EN: "An indicator's score cannot exceed its weight."},
		Source:      evaluationRules,
		Positive:    scored("分值 20，得分 21", tens, "21", "4次", "", "4"),
		Negative:    scored("分值 20，得分 20", tens, "20", "4次", "", "4"),
	},
	{
		Code: "S003", Severity: model.Warning, check: shortfallWithoutReason,
		Title: model.Text{ZH: "扣分没有写原因", EN: "Shortfall without a reason"},
		Explanation: model.Text{
			ZH: "得分低于分值的指标应写明偏差原因及改进措施。",
			EN: "An indicator scored below its weight needs the reason and what will be done about it.",
		},
		Source:   evaluationRules,
		Positive: scored("分值 20，得分 15，偏差原因空白", tens, "15", "3次", "", "3"),
		Negative: scored("分值 20，得分 15，偏差原因“雨季停办一次”", tens, "15", "3次", "雨季停办一次", "3"),
	},
	{
		Code: "S004", Severity: model.Warning, check: missedWithFullMarks,
		Title: model.Text{ZH: "没有完成却得满分", EN: "Target missed, full marks"},
		Explanation: model.Text{
			ZH: "按符号方向比较实际完成值与指标值：≥ 型不足、≤ 型超出为未完成。未完成的按比例得分，不应是满分。单位不同的不比较。",
			EN: "Compares the actual value with the target in the direction of its sign. What was missed is scored in proportion, not in full. Values in different units are not compared.",
		},
		Source:   auditAgent,
		Positive: scored("指标值 ≥4次，实际 3次，得满分 20", tens, "20", "3次", "", "3"),
		Negative: scored("指标值 ≥4次，实际 5次，得满分 20", tens, "20", "5次", "", "5"),
	},
}
