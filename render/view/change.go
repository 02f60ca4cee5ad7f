package view

import (
	"strconv"
	"strings"

	"jxmb/model"
	"jxmb/model/compare"
)

var stateLabels = map[compare.State]model.Text{
	compare.Added:   {ZH: "新增", EN: "added"},
	compare.Dropped: {ZH: "取消", EN: "dropped"},
	compare.Changed: {ZH: "改动", EN: "changed"},
	compare.Same:    {ZH: "未改", EN: "same"},
}

var fateLabels = map[compare.Fate]model.Text{
	compare.Settled:  {ZH: "已解决", EN: "settled"},
	compare.Remained: {ZH: "仍在", EN: "remaining"},
	compare.Appeared: {ZH: "新出现", EN: "new"},
}

// Fates is the order in which what became of findings is told.
var Fates = [...]compare.Fate{compare.Appeared, compare.Remained, compare.Settled}

var effectLabels = map[compare.Effect]model.Text{
	compare.Raised:  {ZH: "要求提高", EN: "asks for more"},
	compare.Lowered: {ZH: "要求降低", EN: "asks for less"},
}

var wayLabels = map[compare.Way]model.Text{
	compare.ByCode:     {ZH: "编码", EN: "code"},
	compare.ByName:     {ZH: "单位和名称", EN: "unit and name"},
	compare.ByLikeness: {ZH: "相似", EN: "likeness"},
}

// changedFields are the fields that a comparison names, as the form calls them.
var changedFields = map[string]model.Text{
	"code": {ZH: "项目编码", EN: "project code"}, "name": {ZH: "项目名称", EN: "project name"},
	"unit.code": {ZH: "单位编码", EN: "unit code"}, "unit.name": {ZH: "单位名称", EN: "unit"},
	"budget.total": {ZH: "预算数", EN: "budget"}, "budget.fiscal": {ZH: "财政资金", EN: "fiscal money"},
	"budget.other": {ZH: "其他资金", EN: "other money"}, "budget.executed": {ZH: "执行数", EN: "executed"},
	"budget.lines": {ZH: "资金明细", EN: "amounts"},
	"purpose":      {ZH: "资金用途", EN: "purpose"}, "spending_plan": {ZH: "资金支出计划", EN: "spending plan"},
	"goals": {ZH: "绩效目标", EN: "goal"}, "extra": {ZH: "其他栏目", EN: "other cell"},
	"long_term.goals":        {ZH: "中长期目标", EN: "long-term goal"},
	"long_term.budget.total": {ZH: "中长期预算数", EN: "long-term budget"}, "long_term.budget.fiscal": {ZH: "中长期财政资金", EN: "long-term fiscal money"},
	"long_term.budget.other": {ZH: "中长期其他资金", EN: "long-term other money"}, "long_term.budget.executed": {ZH: "中长期执行数", EN: "long-term executed"},
	"long_term.budget.lines": {ZH: "中长期资金明细", EN: "long-term amounts"},
	"evaluation.total":       {ZH: "总分", EN: "total score"}, "evaluation.grade": {ZH: "自评等级", EN: "grade"}, "evaluation.conclusion": {ZH: "评价结论", EN: "conclusion"},
	"evaluation.execution.budget": {ZH: "全年预算数", EN: "budget in force"}, "evaluation.execution.executed": {ZH: "全年执行数", EN: "executed"},
	"evaluation.execution.rate": {ZH: "执行率", EN: "execution rate"}, "evaluation.execution.weight": {ZH: "执行率分值", EN: "weight of the execution rate"},
	"evaluation.execution.score": {ZH: "执行率得分", EN: "score of the execution rate"},
	"level1":                     {ZH: "一级指标", EN: "level 1"}, "level2": {ZH: "二级指标", EN: "level 2"}, "level3": {ZH: "三级指标", EN: "name"},
	"description": {ZH: "绩效指标描述", EN: "description"}, "target": {ZH: "指标值", EN: "target"}, "target.unit": {ZH: "指标值的单位", EN: "unit of the target"},
	"basis": {ZH: "指标值确定依据", EN: "basis"}, "weight": {ZH: "权重（分值）", EN: "weight"},
	"actual": {ZH: "实际完成值", EN: "actual"}, "score": {ZH: "得分", EN: "score"}, "deviation": {ZH: "偏差原因", EN: "deviation"},
}

// StateLabel is "新增" or "added".
func StateLabel(l model.Lang, s compare.State) string { return stateLabels[s].In(l) }

// FateLabel is "已解决" or "settled".
func FateLabel(l model.Lang, f compare.Fate) string { return fateLabels[f].In(l) }

// EffectLabel is "要求降低" or "asks for less", nothing without an effect.
func EffectLabel(l model.Lang, e compare.Effect) string { return effectLabels[e].In(l) }

// WayLabel is "编码" or "code", with the likeness where it is what told.
func WayLabel(l model.Lang, p *compare.ProjectChange) string {
	if p.Likeness > 0 {
		return wayLabels[p.Match].In(l) + " " + strconv.Itoa(p.Likeness) + "%"
	}
	return wayLabels[p.Match].In(l)
}

// FieldLabel is the form's word for a field, with the label that tells it from
// others: "资金支出计划 6月底".
func FieldLabel(l model.Lang, c *compare.Change) string {
	name := c.Field
	if t, ok := changedFields[c.Field]; ok {
		name = t.In(l)
	}
	return strings.TrimSpace(name + " " + c.Label)
}

// Difference is new less old with its sign, "+5.00万元", nothing where it is not
// known. Sums of money are in 万元.
func Difference(c *compare.Change) string {
	d, unit, places := c.Difference, c.Unit, 0
	if c.Unit == "元" && c.Field != "target" && c.Field != "actual" { // a sum of money
		d, unit, places = d.Shift(-4), "万元", 2
	}
	switch d.Sign() {
	case 0:
		return ""
	case 1:
		return "+" + d.Grouped(places) + unit
	}
	return d.Grouped(places) + unit
}

// IndicatorPath is "产出指标/数量指标/培训人次", on one line.
func IndicatorPath(i *compare.IndicatorPlace) string {
	if i == nil {
		return ""
	}
	var parts []string
	for _, level := range [...]string{i.Level1, i.Level2, i.Level3} {
		if level = Level(strings.TrimSpace(level)); level != "" {
			parts = append(parts, level)
		}
	}
	return strings.Join(parts, "/")
}
