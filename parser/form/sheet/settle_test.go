package sheet

import (
	"strconv"
	"strings"
	"testing"
)

// columnsOf is what the columns of the first indicator table are for, those of
// which nothing is known as "-", and "unread" where the targets can't be told.
func columnsOf(s *Sheet) string {
	s.Settle("", 2024)
	b := &s.Bands[0]
	var out []string
	for i := range b.Columns {
		c := &b.Columns[i]
		name := strings.TrimSuffix(strings.Join([]string{c.Field.String(), c.Term, c.Region}, "/"), "/")
		out = append(out, strings.TrimSuffix(name, "/"))
	}
	if b.Unread.ZH != "" {
		out = append(out, "unread")
	}
	if b.Untold.ZH != "" {
		out = append(out, "untold")
	}
	return strings.Join(out, " ")
}

// TestSettle tells by their heads and what they hold what columns are for.
func TestSettle(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, table, want string }{
		// Several columns of targets.
		{"the year of the budget", "二级指标 | 三级指标 | 2023年指标值 | 2024年指标值\n数量指标 | 修渠 | 2处 | 3处", "level2 level3 history target"},
		{"years none of which is the budget's", "二级指标 | 三级指标 | 2025年指标值 | 2026年指标值\n数量指标 | 修渠 | 2处 | 3处", "level2 level3 remark remark untold"},
		{"a period and the year", "二级指标 | 三级指标 | 中期指标值 | 年度指标值\n数量指标 | 修渠 | 9处 | 3处", "level2 level3 target/long target/annual"},
		{"one worded as planned", "二级指标 | 三级指标 | 核定值 | 计划值\n数量指标 | 修渠 | 2处 | 3处", "level2 level3 target remark"},
		{"one filled", "二级指标 | 三级指标 | 考核值 | 参考值\n数量指标 | 修渠 | 2处 | \n数量指标 | 修路 | 2处 | ", "level2 level3 target remark"},
		{"two filled", "二级指标 | 三级指标 | 考核值 | 参考值\n数量指标 | 修渠 | 2处 | 3处\n数量指标 | 修路 | 2处 | ", "level2 level3 remark remark untold"},
		{"one that is a label", "二级指标 | 三级指标 | 核定值 | 指标值\n数量指标 | 修渠 | 2处 | 3处", "level2 level3 target remark"},
		{"two planned, one of them worded as a sum", "二级指标 | 三级指标 | 合计值 | 考核值\n数量指标 | 修渠 | 2处 | 3处", "level2 level3 remark remark untold"},
		{"places", "二级指标 | 三级指标 | 东河镇 | 西岭乡\n数量指标 | 修渠 | 2处 | 3处", "level2 level3 target//东河镇 target//西岭乡"},
		{"places and their sum", "二级指标 | 三级指标 | 东河镇 | 西岭乡 | 合计\n数量指标 | 修渠 | 2处 | 3处 | 5处", "level2 level3 target//东河镇 target//西岭乡 remark"},
		{"two plans alone, one the sum", "二级指标 | 三级指标 | 合计 | 指标值\n数量指标 | 修渠 | 2处 | 3处", "level2 level3 sum target"},
		{"what was asked for and what was allowed", "二级指标 | 三级指标 | 申报指标值 | 审定指标值\n数量指标 | 修渠 | 2处 | 3处", "level2 level3 remark target"},
		{"at first and now", "二级指标 | 三级指标 | 年初指标值 | 调整后指标值 | 实际完成值\n数量指标 | 修渠 | 2处 | 3处 | 4处", "level2 level3 remark target actual"},
		{"of those above and its own", "二级指标 | 三级指标 | 省级下达指标值 | 县级指标值\n数量指标 | 修渠 | 2处 | 3处", "level2 level3 remark target"},
		{"at first and expected in the end", "二级指标 | 三级指标 | 年初目标值 | 全年预计完成值\n数量指标 | 修渠 | 2处 | 3处", "level2 level3 target remark"},
		{"weights as shares", "二级指标 | 三级指标 | 权重 | 指标值\n数量指标 | 修渠 | 60% | 2处\n数量指标 | 修路 | 40% | 3处", "level2 level3 weight target"},
		{"targets as percentages under the head of weights", "二级指标 | 三级指标 | 权重 | 指标值\n质量指标 | 完好率 | 95% | 50\n质量指标 | 合格率 | 98% | 50", "level2 level3 weight target unread"},
		{"numbers beside their units, and growth", "二级指标 | 三级指标 | 单位 | 本年目标值 | 增幅\n数量指标 | 修渠 | 处 | 3 | 5%\n数量指标 | 修路 | 公里 | 4 | 8.3%", "level2 level3 measure target remark"},
		// Labels out of place.
		{"values under the head of weights", "二级指标 | 三级指标 | 指标值 | 权重\n数量指标 | 修渠 | 30 | 3处\n数量指标 | 修路 | 30 | 5公里", "level2 level3 target weight unread"},
		{"bare targets and words", "二级指标 | 三级指标 | 指标值 | 指标解释\n数量指标 | 修渠 | 30 | 3处\n数量指标 | 修路 | 30 | 5公里", "level2 level3 target description unread"},
		{"targets half of which are blank", "二级指标 | 三级指标 | 指标值 | 指标解释\n数量指标 | 修渠 | 3处 | 3处\n数量指标 | 修路 |  | 5公里", "level2 level3 target description"},
		{"targets most of which are blank", "二级指标 | 三级指标 | 指标值 | 指标解释\n数量指标 | 修渠 | 3处 | 3处\n数量指标 | 修路 |  | 5公里\n数量指标 | 修桥 |  | 5座", "level2 level3 target description unread"},
		{"one explanation that reads as a value", "二级指标 | 三级指标 | 指标值 | 指标解释\n数量指标 | 修渠 |  | 3处", "level2 level3 target description"},
		{"levels under the head of the targets", "指标值 | 三级指标 | 二级指标 | 权重\n数量指标 | 修渠 | 3处 | 30\n质量指标 | 修路 | 5公里 | 30", "target level3 level2 weight unread"},
		{"words as targets, values as explanations", "二级指标 | 三级指标 | 指标值 | 指标解释\n数量指标 | 修渠 | 按期建成 | 3处\n数量指标 | 修路 | 按期建成 | 5公里", "level2 level3 target description unread"},
		{"words as targets, bare numbers as explanations", "二级指标 | 三级指标 | 指标值 | 指标解释\n数量指标 | 修渠 | 按期建成 | 3\n数量指标 | 修路 | 按期建成 | 5", "level2 level3 target description unread"},
		{"weights and targets of numbers, changed", "二级指标 | 三级指标 | 指标值 | 权重\n数量指标 | 修渠 | 30 | 7\n数量指标 | 修路 | 30 | 8\n数量指标 | 修桥 | 40 | 9", "level2 level3 target weight unread"},
		{"weights and targets of numbers", "二级指标 | 三级指标 | 指标值 | 权重\n数量指标 | 修渠 | 7 | 30\n数量指标 | 修路 | 8 | 30\n数量指标 | 修桥 | 9 | 40", "level2 level3 target weight"},
		// Names of projects under a head that is no label.
		{"worded as a project, before other words", "支持专项名称 | 经手科室 | 预算数 | 一级指标 | 三级指标 | 指标值\n渠道清淤 | 甲科 | 30 | 产出指标 | 里程 | 3公里", "name remark total level1 level3 target"},
		{"worded as a project, behind other words", "经手科室 | 支持专项名称 | 预算数 | 一级指标 | 三级指标 | 指标值\n甲科 | 渠道清淤 | 30 | 产出指标 | 里程 | 3公里", "remark name total level1 level3 target"},
		// Levels under an unknown head.
		{"first levels", "大项 | 三级指标 | 指标值\n产出指标 | 修渠 | 3处\n效益指标 | 受益户 | 3户", "level1 level3 target"},
		{"first levels in half of the rows", "大项 | 三级指标 | 指标值\n产出指标 | 修渠 | 3处\n甲类 | 受益户 | 3户", "remark level3 target"},
		{"second levels", "小项 | 三级指标 | 指标值\n数量指标 | 修渠 | 3处\n质量指标 | 受益户 | 3户\n甲类 | 修路 | 3处", "level2 level3 target"},
		{"second levels in half of the rows", "小项 | 三级指标 | 指标值\n数量指标 | 修渠 | 3处\n甲类 | 受益户 | 3户", "remark level3 target"},
		{"levels of both kinds", "小项 | 三级指标 | 指标值\n产出指标 | 修渠 | 3处\n质量指标 | 受益户 | 3户\n甲类 | 修路 | 3处", "level2 level3 target"},
		{"levels of both kinds in half of the rows", "小项 | 三级指标 | 指标值\n产出指标 | 修渠 | 3处\n质量指标 | 受益户 | 3户\n甲类 | 修路 | 3处\n乙类 | 修桥 | 3座", "remark level3 target"},
		{"levels beside blanks and dots", "大项 | 三级指标 | 指标值\n产出指标 | 修渠 | 3处\n | 受益户 | 3户\n…… | 修路 | 3处", "level1 level3 target"},
		{"second levels under another head of level 1", "一级指标 | 指标类型 | 三级指标 | 指标值\n产出指标 | 数量指标 | 修渠 | 3处", "level1 level2 level3 target"},
		{"words between levels 1 and 3", "一级指标 | 指标类别 | 三级指标 | 指标值\n履职 | 灌区 | 修渠 | 3处", "level1 level2 level3 target"},
		{"kinds under another head of level 1", "一级指标 | 指标类型 | 三级指标 | 指标值\n产出指标 | 定量 | 修渠 | 3处", "level1 remark level3 target"},
		{"numbers between levels 1 and 3", "一级指标 | 甲栏 | 三级指标 | 指标值\n产出指标 | 30 | 修渠 | 3处", "level1 remark level3 target"},
		// Values under the head of words, without a column of targets.
		{"values as standards", "二级指标 | 三级指标 | 绩效标准\n数量指标 | 修渠 | 3处\n数量指标 | 修路 | 5公里", "level2 level3 target"},
		{"words as standards", "二级指标 | 三级指标 | 绩效标准\n数量指标 | 修渠 | 按期\n数量指标 | 修路 | 按量", "level2 level3 basis untold"},
		{"values in two columns of words", "二级指标 | 三级指标 | 绩效标准 | 指标值确定依据\n数量指标 | 修渠 | 3处 | 4处", "level2 level3 basis basis untold"},
		// Names of indicators under an unknown head.
		{"names under an unknown head before a caption", "二级指标 | 事项 | 指标值 | 指标内容\n数量指标 | 修渠 | 3处 | 东渠", "level2 level3 target description"},
		{"signs before a caption", "二级指标 | 计算符号 | 指标值 | 指标内容\n数量指标 | ≥ | 3处 | 修渠", "level2 operator target level3"},
		{"names under a caption behind the targets", "二级指标 | 指标值 | 指标内容\n数量指标 | 3处 | 修渠", "level2 target level3"},
		{"names under an unknown head", "一级指标 | 二级指标 | 事项 | 指标值\n产出指标 | 数量指标 | 修渠 | 3处", "level1 level2 level3 target"},
		{"an unknown column of values behind the levels", "一级指标 | 二级指标 | 事项 | 指标解释\n产出指标 | 数量指标 | 3处 | 修渠", "level1 level2 target description"},
		{"names that read as values before the targets", "一级指标 | 二级指标 | 事项 | 指标值\n产出指标 | 数量指标 | 3处渠 | 3处\n产出指标 | 数量指标 | 5公里 | 5公里", "level1 level2 level3 target"},
		{"half of the names read as values", "一级指标 | 二级指标 | 事项 | 核定\n产出指标 | 数量指标 | 3处 | 3处\n产出指标 | 数量指标 | 修路 | 5公里", "level1 level2 level3 target"},
		{"most of the names read as values", "一级指标 | 二级指标 | 事项 | 核定\n产出指标 | 数量指标 | 3处 | 3处\n产出指标 | 数量指标 | 4处 | 5公里\n产出指标 | 数量指标 | 修路 | 5公里", "level1 level2 remark target"},
		{"an unknown column left blank", "一级指标 | 二级指标 | 事项 | 指标值\n产出指标 | 数量指标 |  | 3处", "level1 level2 remark target"},
		{"signs behind the levels", "一级指标 | 二级指标 | 事项 | 核定\n产出指标 | 数量指标 | ≥ | 3处\n产出指标 | 数量指标 | ≥ | 5公里", "level1 level2 operator target"},
		{"qualities behind the levels", "一级指标 | 二级指标 | 事项 | 核定\n产出指标 | 数量指标 | 定量 | 3处\n产出指标 | 数量指标 | 定性 | 按期建成", "level1 level2 remark remark unread"},
		// A head over several columns.
		{"sign and number under one head", "二级指标 | 三级指标 | 指标值 | <\n数量指标 | 修渠 | ≥ | 3处\n数量指标 | 修路 | ≥ | 5公里", "level2 level3 operator target"},
		{"half of the rows parted", "二级指标 | 三级指标 | 指标值 | <\n数量指标 | 修渠 | ≥ | 3处\n数量指标 | 修路 | 5公里 | <", "level2 level3 target"},
		{"most of the rows parted", "二级指标 | 三级指标 | 指标值 | <\n数量指标 | 修渠 | ≥ | 3处\n数量指标 | 修路 | ≥ | 3处\n数量指标 | 修桥 | 5座 | <", "level2 level3 operator target"},
		{"the same text twice", "二级指标 | 三级指标 | 指标值 | <\n数量指标 | 修渠 | 3处 | 3处\n数量指标 | 修路 | 5公里 | 5公里", "level2 level3 target"},
		{"the second cell blank", "二级指标 | 三级指标 | 指标值 | <\n数量指标 | 修渠 | 3处 |  \n数量指标 | 修路 | 5公里 |  ", "level2 level3 target"},
		{"blank rows beside parted ones", "二级指标 | 三级指标 | 指标值 | <\n数量指标 | 修渠 | ≥ | 3处\n数量指标 | 修路 |  | \n数量指标 | 修桥 |  | ", "level2 level3 operator target"},
		{"the next column filled", "二级指标 | 三级指标 | 指标值 | < | 备注\n数量指标 | 修渠 | 3处 | < | 新\n数量指标 | 修路 | 5公里 | < | 旧", "level2 level3 target remark"},
		{"a name of two slots parted", "二级指标 | 三级指标 | < | 指标值\n数量指标 | 修 | 渠 | 3处\n数量指标 | 修 | 路 | 5公里", "level2 level3 target"},
		{"three slots parted behind the first", "二级指标 | 三级指标 | 指标值 | < | <\n数量指标 | 修渠 | ≥ | 3处 | <\n数量指标 | 修路 | ≥ | 5公里 | <", "level2 level3 operator target"},
		{"three slots parted behind the second", "二级指标 | 三级指标 | 指标值 | < | <\n数量指标 | 修渠 | ≥ | < | 3处\n数量指标 | 修路 | ≥ | < | 5公里", "level2 level3 operator target"},
		{"a name that reaches into the targets", "二级指标 | 三级指标 | 指标值 | <\n数量指标 | 修渠 | < | 3处\n数量指标 | 修路 | < | 5公里", "level2 level3 target"},
		// Signs, whatever the head says.
		{"signs under an unknown head", "二级指标 | 三级指标 | 性质 | 指标值\n数量指标 | 修渠 | ≥ | 3处", "level2 level3 operator target"},
		{"values under the head of signs", "二级指标 | 三级指标 | 运算符号 | 指标值\n数量指标 | 修渠 | 3处 | ≥\n数量指标 | 修路 | 5公里 | ≥", "level2 level3 operator operator unread"},
		{"one value under the head of signs", "二级指标 | 三级指标 | 运算符号 | 指标值\n数量指标 | 修渠 | 3处 | 3处", "level2 level3 operator target"},
		{"units under an unknown head", "二级指标 | 三级指标 | 运算符号 | 指标值 | 甲栏\n数量指标 | 修渠 | ≥ | 3 | 处", "level2 level3 operator target measure"},
		{"units and a word under an unknown head", "二级指标 | 三级指标 | 运算符号 | 指标值 | 甲栏\n数量指标 | 修渠 | ≥ | 3 | 处\n数量指标 | 修路 | ≥ | 3 | 新建", "level2 level3 operator target remark"},
		{"a blank head", "二级指标 | 三级指标 |  | 指标值\n数量指标 | 修渠 | 新 | 3处", "level2 level3 remark target"},
		{"two heads in a cell", "二级指标 | 三级指标 | 指标值\\n权重\n数量指标 | 修渠 | 3处", "level2 level3 weight unread"},
		{"a head of two lines, one of them a label", "二级指标 | 三级指标 | 指标值\\n甲栏\n数量指标 | 修渠 | 3处", "level2 level3 target"},
		{"two heads of words in a cell", "二级指标 | 三级指标 | 指标值 | 评分标准\\n指标解释\n数量指标 | 修渠 | 3处 | 新", "level2 level3 target description"},
		{"two heads of words in a cell over two columns", "二级指标 | 三级指标 | 指标值 | 评分标准\\n指标解释 | <\n数量指标 | 修渠 | 3处 | 新 | 旧", "level2 level3 target description description unread"},
		{"two heads of words in a line over two columns", "二级指标 | 三级指标 | 指标值 | 评分标准 | <\n数量指标 | 修渠 | 3处 | 新 | 旧", "level2 level3 target remark remark"},
		{"values under the first head, of weights", "权重 | 三级指标 | 指标值\n3处 | 修渠 | 3处\n5处 | 修路 | 3处", "weight level3 target unread"},
		{"one value under the head of weights", "二级指标 | 三级指标 | 指标值 | 权重\n数量指标 | 修渠 | 30 | 3处", "level2 level3 target weight"},
		{"signs under the head of weights", "二级指标 | 三级指标 | 指标值 | 权重\n数量指标 | 修渠 | 3处 | ≥\n数量指标 | 修路 | 3处 | ≥", "level2 level3 target weight unread"},
		{"a head that reaches into the rows", "二级指标 | 三级指标 | 指标值 | 权重\n数量指标 | 修渠 | ^ | 30\n数量指标 | 修路 | 3处 | 30", "level2 level3 target weight unread"},
		{"targets partly bare, other numbers beside them", "二级指标 | 三级指标 | 指标值 | 甲栏\n数量指标 | 修渠 | 31 | 3\n数量指标 | 修路 | 37 | 5\n数量指标 | 修桥 | 按期 | 9", "level2 level3 target remark"},
		{"targets partly bare, weights beside them", "二级指标 | 三级指标 | 指标值 | 甲栏\n数量指标 | 修渠 | 31 | 30\n数量指标 | 修路 | 37 | 30\n数量指标 | 修桥 | 按期 | 40", "level2 level3 target weight"},
		{"words as targets, numbers beside them", "二级指标 | 三级指标 | 指标值 | 甲栏\n数量指标 | 修渠 | 按期建成 | 3\n数量指标 | 修路 | 按期建成 | 5", "level2 level3 target remark unread"},
		{"words as targets, numbers of rows in front", "甲栏 | 二级指标 | 三级指标 | 指标值\n1 | 数量指标 | 修渠 | 按期建成\n2 | 数量指标 | 修路 | 按期建成", "remark level2 level3 target"},
		{"one name that is a value", "二级指标 | 三级指标 | 指标值\n数量指标 | 3处 | 修渠", "level2 level3 target unread"},
		{"targets in front of the names alone", "指标值 | 二级指标 | 三级指标\n3处 | 数量指标 | 修渠", "target level2 level3"},
		{"targets in front of the names, weights behind", "指标值 | 二级指标 | 三级指标 | 权重\n3处 | 数量指标 | 修渠 | 30", "target level2 level3 weight unread"},
		{"targets in front of the names, remarks behind", "指标值 | 二级指标 | 三级指标 | 备注\n3处 | 数量指标 | 修渠 | 新", "target level2 level3 remark"},
		{"levels under the head of the targets, values elsewhere", "二级指标 | 三级指标 | 指标值 | 指标解释\n修渠 | 三处 | 数量指标 | 新\n修路 | 五公里 | 质量指标 | 旧", "level2 level3 target description unread"},
		{"grades", "二级指标 | 三级指标 | 优 | 良 | 中 | 差\n数量指标 | 修渠 | 9处 | 8处 | 7处 | 6处", "level2 level3 grade grade grade grade"},
		{"grades without the best", "二级指标 | 三级指标 | 良 | 中 | 差\n数量指标 | 修渠 | 8处 | 7处 | 6处", "level2 level3 grade grade grade unread"},
		{"grades without the best beside the targets", "二级指标 | 三级指标 | 指标值 | 良 | 中 | 差\n数量指标 | 修渠 | 9处 | 8处 | 7处 | 6处", "level2 level3 target grade grade grade"},
		{"weights and targets of two rows, changed", "二级指标 | 三级指标 | 指标值 | 权重\n数量指标 | 修渠 | 50 | 7\n数量指标 | 修路 | 50 | 8", "level2 level3 target weight"},
		{"targets over full marks", "二级指标 | 三级指标 | 指标值 | 权重\n数量指标 | 修渠 | 200 | 7\n数量指标 | 修路 | 300 | 8\n数量指标 | 修桥 | 400 | 9", "level2 level3 target weight"},
		{"targets of full marks each", "二级指标 | 三级指标 | 指标值 | 权重\n数量指标 | 修渠 | 100 | 7\n数量指标 | 修路 | 100 | 8\n数量指标 | 修桥 | 100 | 9", "level2 level3 target weight unread"},
		{"targets that add up to 90", "二级指标 | 三级指标 | 指标值 | 权重\n数量指标 | 修渠 | 30 | 7\n数量指标 | 修路 | 30 | 8\n数量指标 | 修桥 | 30 | 9", "level2 level3 target weight unread"},
		{"a list, the amounts in front", "项目名称 | 预算数 | 三级指标 | 指标值\n甲 | 30 | 修渠 | 按期建成\n乙 | 40 | 修路 | 按期建成", "name total level3 target"},
	} {
		if got := columnsOf(sketched(t, c.table)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestColumnNotes says of which columns something was decided that no label
// says, those that were taken as the targets with a question mark.
func TestColumnNotes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, table, want string }{
		{"labels alone", "二级指标 | 三级指标 | 指标值\n数量指标 | 修渠 | 3处", ""},
		{"the year's values beside those of the year before", "二级指标 | 三级指标 | 2023年指标值 | 2024年指标值\n数量指标 | 修渠 | 2处 | 3处", "4? 3"},
		{"what was reached in the year", "二级指标 | 三级指标 | 指标值 | 2024年完成值\n数量指标 | 修渠 | 2处 | 3处", "4"},
		{"what was reached the year before", "二级指标 | 三级指标 | 指标值 | 2023年完成值\n数量指标 | 修渠 | 2处 | 3处", "4"},
		{"values as standards", "二级指标 | 三级指标 | 绩效标准\n数量指标 | 修渠 | 3处", "3?"},
		{"second levels under another head of level 1", "一级指标 | 指标类型 | 三级指标 | 指标值\n产出指标 | 数量指标 | 修渠 | 3处", "2"},
		{"a head that is no label", "一级指标 | 二级指标 | 三级指标 | 核定\n产出指标 | 数量指标 | 修渠 | 3处", "4?"},
	} {
		s := sketched(t, c.table)
		s.Settle("", 2024)
		var got []string
		for _, n := range s.Bands[0].Notes {
			at := strconv.Itoa(n.At.Column)
			if n.Guessed {
				at += "?"
			}
			got = append(got, at)
		}
		if notes := strings.Join(got, " "); notes != c.want {
			t.Errorf("%s: notes on columns %q, want %q", c.name, notes, c.want)
		}
	}
}
