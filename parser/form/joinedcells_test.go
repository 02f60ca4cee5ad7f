package form

import "testing"

// TestJoinedCells merges cells whose texts belong to several columns, rows or
// labels: that they can't be told apart is reported, and a text that merely
// breaks into lines is not.
func TestJoinedCells(t *testing.T) {
	t.Parallel()
	const head = "一级指标 | 二级指标 | 三级指标 | 指标值 | 分值\n"
	for _, c := range []layout{
		{"a name and its target", rows(head + "产出指标 | 数量指标 | 修渠\\n3处 | < | 50"), "indicators.#=1", "D033"},
		{"a target and its weight", rows(head + "产出指标 | 数量指标 | 修渠 | 3处\\n50 | <"), "indicators.#=1", "D033"},
		{"a level and a name", rows(head + "产出指标 | 数量指标\\n修渠 | < | 3处 | 50"), "indicators.#=1", "D033"},
		{"levels of two rows", rows(head + "产出指标 | 数量指标\\n质量指标 | 修渠 | 3处 | 50\n^ | ^ | 合格率 | 95% | 50"), "indicators.#=2", "D033"},
		{"targets of two rows", rows(head + "产出指标 | 数量指标 | 修渠 | 3处\\n5公里 | 50\n^ | ^ | 修路 | ^ | 50"), "indicators.#=2", "D033"},
		{"names of two rows", rows(head + "产出指标 | 数量指标 | 修渠\\n修路 | 3处 | 50\n^ | ^ | ^ | 5公里 | 50"), "indicators.#=2", "D033"},
		{"weights of two rows", rows(head + "产出指标 | 数量指标 | 修渠 | 3处 | 30\\n20\n^ | ^ | 修路 | 5公里 | ^"), "indicators.#=2", "D033"},
		{"a head and what stood below", rows("一级指标 | 二级指标\\n数量指标 | 三级指标 | 指标值 | 分值\n产出指标 | ^ | 修渠 | 3处 | 50"), "indicators.#=1", "D033"},
		{"a level as wide as two columns", rows(head + "满意度\\n指标 | < | 群众\\n满意度 | ≥90% | 50"), "indicators.#=1", ""},
		{"a target of two lines for two rows", rows(head + "产出指标 | 数量指标 | 修渠 | 按计划\\n完成 | 50\n^ | ^ | 修路 | ^ | 50"), "indicators.#=2", ""},
		{"labels of money", []string{"项目名称 | 甲 | 绩效目标 | 办好\n项目资金（万元） | 资金总额\\n其他资金 | 30 | <\n^ | ^ | 20 | <", head + "产出指标 | 数量指标 | 修渠 | 3处 | 50"}, "indicators.#=1", "D033"},
		{"amounts", []string{"项目名称 | 甲 | 绩效目标 | 办好\n项目资金（万元） | 资金总额 | 50\\n20 | <\n^ | 其他资金 | ^ | <", head + "产出指标 | 数量指标 | 修渠 | 3处 | 50"}, "indicators.#=1", "D017 D033"},
		{"one line of three that is a label", under("联系人 | 某甲\\n主管部门\\n某乙 | < | <"), "extra.#=1; extra[0].label=联系人", ""},
		{"a label and the line below it", under("联系人 | 主管部门\\n某局 | < | <"), "extra.#=1", "D033"},
		{"a label of two lines", []string{"项目名称 | 甲 | 绩效目标 | 办好\n项目资金\\n（万元） | 资金总额 | 50 | <\n^ | 其他资金 | 20 | <", head + "产出指标 | 数量指标 | 修渠 | 3处 | 50"}, "budget.total.number=50", ""},
	} {
		c.hold(t)
	}
}
