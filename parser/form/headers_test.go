package form

import "testing"

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
	} {
		c.hold(t, "项目名称 | 甲 | 绩效目标 | 办好")
	}
}
