package label

import (
	"strings"

	"jxmb/model"
)

// fieldWords name the fields of the model and of form files for Chinese
// readers; paths are JSON paths without their indexes.
var fieldWords = map[string]string{
	"code": "项目编码", "name": "项目名称", "unit": "单位", "unit.code": "单位编码", "unit.name": "单位名称",
	"department": "主管部门", "implementer": "实施单位", "unit_code": "单位编码", "money_unit": "金额单位",
	"year": "年度", "purpose": "资金用途", "title": "标题", "section": "分栏标题", "extra": "其他栏目",
	"money": "项目资金", "money_purpose": "预算规模及资金用途", "budget": "资金", "budget.total": "预算数",
	"budget.fiscal": "财政资金", "budget.other": "其他资金", "budget.executed": "执行数", "budget.lines": "资金明细",
	"total": "预算数", "fiscal": "财政资金", "fiscal_part": "财政资金分项", "other": "其他资金",
	"other_part": "其他资金分项", "line": "资金明细", "initial": "年初预算数", "executed": "执行数", "amount": "金额",
	"plan": "资金支出计划", "spending_plan": "资金支出计划", "goals": "绩效目标", "indicators": "绩效指标",
	"list": "任务清单", "sum": "合计", "level1": "一级指标", "level2": "二级指标", "level3": "三级指标",
	"indicator": "指标名称", "description": "指标描述", "target": "指标值", "target.operator": "指标性质",
	"target.unit": "度量单位", "operator": "指标性质", "measure": "度量单位", "basis": "确定依据", "weight": "分值",
	"actual": "实际完成值", "score": "得分", "deviation": "偏差原因", "history": "其他年度的值", "grades": "评价标准", "grade": "优良中差",
	"total_score": "总分", "score_grade": "自评等级", "conclusion": "评价结论", "rate": "执行率", "rate_points": "执行率分值", "rate_score": "执行率得分",
	"evaluation.total": "总分", "evaluation.grade": "自评等级", "evaluation.conclusion": "评价结论", "evaluation.printed": "自评",
	"evaluation.execution.rate": "执行率", "evaluation.execution.weight": "执行率分值", "evaluation.execution.score": "执行率得分",
	"long": "中长期一侧", "rows": "一表多个项目",
}

// Word names a field, a need of a form or a JSON path in words; a label is
// its own.
func Word(path string, lang model.Lang) string {
	if lang == model.English {
		return path
	}
	base, long := strings.CutPrefix(path, "long_term.")
	if i := strings.IndexByte(base, '['); i >= 0 {
		base = base[:i]
	}
	word, known := fieldWords[base]
	if !known {
		for _, c := range model.TextColumns {
			if c.Key == base {
				word, known = c.Head.ZH, true
			}
		}
	}
	switch {
	case !known:
		return path
	case long:
		return "中长期" + word
	}
	return word
}

// Words is the needs of a form in words: 项目名称、指标值、甲或乙.
func Words(needs []string, lang model.Lang) string {
	out := make([]string, len(needs))
	for i, need := range needs {
		words := strings.Split(need, "|")
		for k := range words {
			words[k] = Word(words[k], lang)
		}
		out[i] = strings.Join(words, lang.Say("或", " or "))
	}
	return strings.Join(out, lang.Say("、", ", "))
}
