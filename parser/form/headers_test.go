package form

import (
	"strings"
	"testing"

	"jxmb/model"
)

// TestHeaders reads indicator tables by the headers that the provinces print.
func TestHeaders(t *testing.T) {
	for _, c := range []shape{
		{"level 3 called 指标内容 (湖北青山 上级资金)", "一级指标 | 二级指标 | 指标内容 | 指标值\n产出指标 | 数量指标 | 校舍维修 | 3所",
			map[string]string{"[0].level3": "校舍维修", "[0].target.unit": "所", "[0].description": ""}, ""},
		{"指标内容 beside 三级指标 describes", "一级指标 | 二级指标 | 三级指标 | 指标内容 | 指标值\n产出指标 | 数量指标 | 校舍维修 | 维修校舍数 | 3所",
			map[string]string{"[0].level3": "校舍维修", "[0].description": "维修校舍数"}, ""},
		{"starred labels, kind of value (湖南岳阳楼)", "一级指标 | 二级指标 | 三级指标 | 指标值类型 | *指标值 | 计量单位 | *指标解释 | *评(扣)分标准 | 备注\n产出指标 | 数量指标 | 课时 | 定量 | 120 | 节 | 全年课时 | 少一节扣1分 | ",
			map[string]string{"[0].target.unit": "节", "[0].description": "全年课时", "[0].extra.#": "2", "[0].extra[0].text": "定量", "[0].extra[1].label": "*评(扣)分标准"}, ""},
		{"no levels but 指标类型 (浙江临海)", "指标类型 | 指标名称 | 指标值 | 指标描述\n产出指标 | 绿化面积 | 375万平方米 | 新增绿化",
			map[string]string{"[0].level1": "产出指标", "[0].level3": "绿化面积", "[0].description": "新增绿化"}, ""},
		{"评价指标, 评价内容, 指标名称 (河北宁晋)", "评价指标 | 评价内容 | 指标名称 | 指标说明 | 目标值 | 分值 | 备注\n产出指标 | 数量 | 资助人数 | 受助学生 | 2100 | 10 | 含新增",
			map[string]string{"[0].level1": "产出指标", "[0].level2": "数量", "[0].level3": "资助人数", "[0].description": "受助学生", "[0].weight": "10", "[0].extra[0].text": "含新增"}, ""},
		{"standard and expected value (湖北鄂州)", "一级指标 | 二级指标 | 三级指标 | 绩效标准 | 当年预期实现值\n产出指标 | 数量指标 | 会议 | 计划标准 | ≥4次",
			map[string]string{"[0].basis": "计划标准", "[0].target.text": "≥4次"}, ""},
		{"groups over two sides (陕西)", "一级指标 | 长期绩效指标 | < | < | 年度绩效指标 | < | <\n^ | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 三年 | 9个 | 数量指标 | 一年 | 3个",
			map[string]string{"#": "2", "[0].term": "long", "[0].level3": "三年", "[1].term": "annual", "[1].level3": "一年", "[1].level1": "产出指标"}, ""},
		{"groups, merges lost", "一级指标 | 年度绩效指标 | < | < | 中期绩效指标 | < | <\n | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 一年 | 3个 | 数量指标 | 三年 | 9个\n | 质量指标 | 合格 | 90% |  |  | ",
			map[string]string{"#": "3", "[0].term": "annual", "[1].term": "long", "[1].level3": "三年", "[2].level1": "产出指标", "[2].level2": "质量指标"}, ""},
		{"two sides without a word of which (广东东莞)", "一级指标 | 二级指标 | 三级指标 | 指标值（或计划水平） | 二级指标 | 三级指标 | 计划指标值（或计划水平）\n预期产出指标 | 数量指标 | 三年 | 9个 | 数量指标 | 一年 | 3个",
			map[string]string{"#": "2", "[0].term": "long", "[1].term": "annual"}, "D016"},
		{"names right of a caption beside all rows", "绩效指标 | 考核要点 | 指标值 | 备注\n^ | 修渠 | 3处 | 无\n^ | 修路 | 4处 | 无",
			map[string]string{"#": "2", "[0].level1": "", "[0].level3": "修渠", "[1].target.number": "4"}, ""},
		{"two columns of targets", "一级指标 | 二级指标 | 三级指标 | 中期指标值 | 年度指标值\n产出指标 | 数量指标 | 检查 | 12次 | 4次",
			map[string]string{"#": "2", "[0].term": "long", "[0].target.number": "12", "[1].term": "annual", "[1].level3": "检查", "[1].target.number": "4"}, ""},
		{"level 1 carried down where the merge is lost", "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 甲 | 1个\n |  | 乙 | 2个\n | 质量指标 | 丙 | 90%\n效益指标 |  | 丁 | 提升",
			map[string]string{"[1].level1": "产出指标", "[1].level2": "数量指标", "[2].level2": "质量指标", "[3].level1": "效益指标", "[3].level2": ""}, ""},
		{"levels 1 and 2 in one cell", "一级指标 | 二级指标 | 三级指标 | 指标值\n成本指标 | < | 甲 | 1万元",
			map[string]string{"[0].level1": "成本指标", "[0].level2": "", "[0].level3": "甲"}, ""},
		{"a caption row between two terms", "一级指标 | 二级指标 | 三级指标 | 指标值\n长期绩效指标 | < | < | <\n产出指标 | 数量指标 | 三年 | 9个\n年度绩效指标 | < | < | <\n产出指标 | 数量指标 | 一年 | 3个",
			map[string]string{"#": "2", "[0].term": "long", "[1].term": "annual"}, ""},
		{"template rows", "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 指标1：修路 | 公里\n^ | ^ | …… | \n^ | 成本指标 |  | ",
			map[string]string{"#": "1", "[0].target.text": "公里"}, ""},
		{"weights with words", "一级指标 | 二级指标 | 三级指标 | 指标值 | 分值\n产出指标 | 数量指标 | 甲 | 1个 | 20分\n^ | ^ | 乙 | 2个 | 见说明",
			map[string]string{"[0].weight": "20", "[1].weight": "", "[1].extra[0].text": "见说明"}, ""},
		{"a sign that the cell overrides", "一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位\n产出指标 | 数量指标 | 甲 | ≥ | ≤5次 | 次",
			map[string]string{"[0].target.operator": "<=", "[0].extra.#": "1", "[0].extra[0].text": "≥"}, ""},
		{"the unit in the head of the values", "一级指标 | 二级指标 | 三级指标 | 指标值（台）\n产出指标 | 数量指标 | 电梯 | 26\n产出指标 | 数量指标 | 扶梯 | ≥4部",
			map[string]string{"[0].target.unit": "台", "[0].target.unit_source": "column", "[1].target.unit": "部"}, ""},
		{"levels side by side in the head (河南)", "成本指标 | < | 产出指标 | < | 效益指标 | <\n三级指标 | 指标值 | 三级指标 | 指标值 | 三级指标 | 指标值\n单价 | ≤3元 | 公里数 | ≥42公里 | 村庄 | ≥16个\n |  | 点位 | ≥7处 |  | ",
			map[string]string{"#": "4", "[0].level1": "成本指标", "[0].target.operator": "<=", "[1].level1": "产出指标", "[1].level3": "公里数", "[1].term": "", "[2].level1": "效益指标", "[3].level1": "产出指标", "[3].level3": "点位"}, ""},
		{"two levels side by side in the head", "产出指标 | < | 效益指标 | <\n三级指标 | 指标值 | 三级指标 | 指标值\n公里数 | ≥42公里 | 村庄 | ≥16个",
			map[string]string{"#": "2", "[0].level1": "产出指标", "[0].term": "", "[1].level1": "效益指标", "[1].target.number": "16"}, ""},
		{"the unit in a head that is no label", "一级指标 | 二级指标 | 三级指标 | 核定量（台）\n产出指标 | 数量指标 | 电梯 | 26\n产出指标 | 数量指标 | 扶梯 | ≥4部",
			map[string]string{"[0].target.unit": "台", "[0].target.unit_source": "column", "[1].target.unit": "部"}, "D029"},
		{"a caption of the year beside the only table", "年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值\n^ | 产出指标 | 数量指标 | 修渠 | 3处",
			map[string]string{"#": "1", "[0].term": ""}, ""},
		{"captions of the year and the period beside two tables", "年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值\n^ | 产出指标 | 数量指标 | 修渠 | 3处\n长期绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值\n^ | 产出指标 | 数量指标 | 修渠 | 9处",
			map[string]string{"#": "2", "[0].term": "annual", "[1].term": "long", "[1].target.number": "9"}, ""},
		{"a caption of the period beside the only table", "长期绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值\n^ | 产出指标 | 数量指标 | 修渠 | 9处",
			map[string]string{"#": "1", "[0].term": "long"}, ""},
		{"a bracket that counts the columns", "一级指标 | 二级指标 | 三级指标 | 指标值（A）\n产出指标 | 数量指标 | 电梯 | 26",
			map[string]string{"[0].target.unit": ""}, ""},
		{"a bracket that is no unit", "一级指标 | 二级指标 | 三级指标 | 指标值（含文字描述）\n产出指标 | 数量指标 | 电梯 | 26",
			map[string]string{"[0].target.number": "26", "[0].target.unit": ""}, ""},
		{"the whole period beside the year", "一级指标 | 二级指标 | 三级指标 | 实施周期指标值 | 年度指标值\n产出指标 | 数量指标 | 活动 | ≥360场 | ≥120场",
			map[string]string{"#": "2", "[0].term": "long", "[0].target.number": "360", "[1].term": "annual", "[1].target.number": "120"}, "D029"},
		{"values of a side without a name", "一级指标 | 二级指标 | 三级指标 | 拓展指标值 | 年度指标值\n产出指标 | 数量指标 | 活动 | ≥360场 | ≥120场",
			map[string]string{"#": "1", "[0].target.number": "120", "[0].extra[0].text": "≥360场"}, "D029"},
		{"the year's goal among quarters", "一级指标 | 二级指标 | 三级指标 | 全年目标 | 一季度目标\n产出指标 | 数量指标 | 搬迁 | 150户 | 20户\n产出指标 | 质量指标 | 合格率 | 100% | 90%",
			map[string]string{"#": "4", "[0].term": "annual", "[0].target.number": "150", "[1].term": "quarter_1", "[1].target.number": "20"}, "D029 D029"},
		{"content and unit under one head (辽宁)", "一级指标 | 二级指标 | 三级指标 | 运算符号 | 内容及度量单位\n产出指标 | 数量指标 | 编织袋 | ≥ | 8万条\n产出指标 | 质量指标 | 合格率 | = | 100%",
			map[string]string{"[0].target.operator": ">=", "[0].target.unit": "万条", "[1].target.number": "100"}, "D029"},
		{"levels in short under 绩效指标", "绩效指标 | 指标内容 | 目标值\n产出数量 | 古树 | ≥310株\n社会效益 | 宣传 | ≥5万人",
			map[string]string{"[0].level2": "产出数量", "[0].level3": "古树", "[1].level2": "社会效益", "[1].level3": "宣传", "[1].description": ""}, ""},
		{"both levels in a cell", "指标类别 | 指标名称 | 目标值\n产出指标-数量指标 | 蚕农 | ≥800人\n效益指标—经济效益 | 增收 | ≥600元",
			map[string]string{"[0].level1": "产出指标", "[0].level2": "数量指标", "[1].level1": "效益指标", "[1].level2": "经济效益"}, ""},
	} {
		c.hold(t, "项目名称 | 甲 | 绩效目标 | 办好")
	}
}

// TestSides names the halves of a double-wide table by where the labels of the
// goals stand, else as the form is laid out, and says so.
func TestSides(t *testing.T) {
	t.Parallel()
	const wide = "\n一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 修渠 | 9处 | 数量指标 | 修路 | 3公里"
	const name = "项目名称 | 甲 | < | < | < | < | <\n"
	for _, c := range []layout{
		{"beside each other", []string{name + "中期目标 | 三年建成 | < | < | 年度目标 | 今年开工 | <" + wide}, "indicators[0].term=long; indicators[1].term=annual", ""},
		{"beside each other, the year first", []string{name + "年度目标 | 今年开工 | < | < | 中期目标 | 三年建成 | <" + wide}, "indicators[0].term=annual; indicators[1].term=long", ""},
		{"above each other", []string{name + "年度目标 | 今年开工 | < | < | < | < | <\n中期目标 | 三年建成 | < | < | < | < | <" + wide}, "indicators[0].term=long; indicators[1].term=annual", "D016"},
		{"one alone", []string{name + "年度目标 | 今年开工 | < | < | < | < | <" + wide}, "indicators[0].term=long; indicators[1].term=annual", "D016"},
		{"above each other again farther right", []string{name + "年度目标 | 今年开工 | < | < | 中期目标 | 三年建成 | <\n中期目标 | 建成 | < | < | < | < | <" + wide}, "indicators[0].term=annual; indicators[1].term=long", ""},
		{"by their heads", []string{name + "绩效目标 | 办好 | < | < | < | < | <" + strings.Replace(wide, "三级指标 | 指标值 | 二级", "三级指标 | 年度指标值 | 二级", 1)}, "indicators[0].term=annual; indicators[1].term=long", ""},
	} {
		c.hold(t)
	}
}

// TestUntoldTargets says why the indicators of a table are read without their targets,
// with the heads in question; they stand where their names do.
func TestUntoldTargets(t *testing.T) {
	t.Parallel()
	const none = "表头没有指标值一栏"
	for columns, want := range map[string]string{
		"甲数 | 乙数\n产出指标 | 数量指标 | 修渠 | 3处 | 4处":       "无法确定“甲数”“乙数”哪一栏是指标值",
		"上年完成值 | 实际完成值\n产出指标 | 数量指标 | 修渠 | 3处 | 4处": none,
		"分值 | 得分\n产出指标 | 数量指标 | 修渠 | 5 | 5":         none,
	} {
		d := readPage(t, "项目名称 | 甲 | < | < | <\n一级指标 | 二级指标 | 三级指标 | "+columns)
		is := d.Projects[0].Indicators
		if len(is) != 1 || is[0].Level3 != "修渠" || is[0].Target.Kind != model.Empty || is[0].Origin.Row != 3 || is[0].Origin.Column != 3 {
			t.Errorf("%s: %+v", columns, is)
		}
		said := ""
		for _, f := range d.Findings {
			said += f.Code + " " + f.Message + "\n"
		}
		if !strings.Contains(said, "D028 "+want+"，指标没有指标值，各栏原文保留在其他栏目\n") {
			t.Errorf("%s:\n%swant %s", columns, said, want)
		}
	}
	if d := readPage(t, basicTable+"\n一级指标 | 二级指标 | 甲数 | 乙数"); strings.Contains(codes(d), "D028") {
		t.Errorf("a header over nothing: %v", d.Findings)
	}
}
