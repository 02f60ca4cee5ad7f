package form

import "testing"

// TestHeadWords holds indicator tables whose heads are other words than the labels: told by
// the words, by what stands below them, or kept without the target that nothing tells.
func TestHeadWords(t *testing.T) {
	t.Parallel()
	const name = "项目名称 | 甲 | < | < | < | <\n绩效目标 | 办好 | < | < | < | <\n"
	for _, c := range []layout{
		{"no head of a known word", []string{name + "类别 | 分类 | 具体内容 | 要求达到 | 分 |\n产出指标 | 数量指标 | 养护面积 | ≥86亩 | 60 |\n^ | 质量指标 | 成活率 | ≥96% | 30 |\n满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% | 10 |"},
			"indicators.#=3; indicators[0].level1=产出指标; indicators[1].level2=质量指标; indicators[1].level3=成活率; indicators[1].target.number=96; indicators[2].weight=10", "D029"},
		{"a row of pairs above rows without a header", []string{name + "责任科室 | 业务股 | 分管领导 | 某局长 | 类别 | 甲类\n产出指标 | 数量指标 | 养护面积 | 养护 | 60 |\n^ | 质量指标 | 成活率 | 达标 | 30 |"},
			"indicators.#=0", "D028"},
		{"a header of other words printed again", []string{name + "维度 | 类型 | 指标 | 预定标准 | 达成数 | 配分\n产出指标 | 数量指标 | 建站数 | ≥16个 | 16个 | 60\n维度 | 类型 | 指标 | 预定标准 | 达成数 | 配分\n满意度指标 | 服务对象满意度指标 | 公众满意度 | ≥88% | 90% | 40"},
			"indicators.#=2; indicators[0].actual.text=16个; indicators[1].level3=公众满意度; indicators[1].weight=40", "D029"},
		{"names under 绩效指标 left of the levels", []string{name + "主要任务 | 绩效指标 | 指标类型 | 预期目标值 | 完成时限 |\n供水 | 供水处数 | 数量指标 | 12处 | 10月底前 |\n^ | 水质达标率 | 质量指标 | ≥95% | 全年 |"},
			"indicators.#=2; indicators[0].level3=供水处数; indicators[0].target.number=12; indicators[1].level3=水质达标率", "D029"},
		{"quarters beside the year", []string{name + "指标分类 | 指标名称 | 全年指标值 | 一季度 | 二季度 | 三季度\n数量指标 | 新建冷库（吨） | 6000 | 0 | 2000 | 4000\n满意度指标 | 主体满意度（%） | 90 |  |  |"},
			"indicators.#=2; indicators[0].level3=新建冷库（吨）; indicators[0].target.number=6000; indicators[0].target.unit=吨", ""},
		{"a score that is a share", []string{name + "一级指标 | 二级指标 | 三级指标 | 指标值 | 得分 | 偏差说明\n产出指标 | 数量指标 | 修渠 | 3处 | 100% | 雨季"},
			"indicators[0].score=; indicators[0].extra[0].text=100%; indicators[0].deviation=雨季", ""},
		{"labels among the second levels of a review", []string{name + "一级指标 | 二级指标 | 三级指标 | 分值 | 目标值 | 得分\n决策 | 项目立项 | 立项依据充分性 | 50 | 充分 | 50\n^ | 绩效目标 | 绩效目标合理性 | 20 | 合理 | 19\n产出 | 产出数量 | 养护里程 | 30 | ≥98公里 | 30\n绩效目标 | 公路畅通 | < | < | < | <"},
			"indicators.#=3; indicators[1].level1=决策; indicators[1].level2=绩效目标; indicators[1].level3=绩效目标合理性; indicators[1].weight=20; indicators[2].target.number=98; goals.#=2; goals[1]=公路畅通", ""},
		{"labels as names and second levels where merges were lost", []string{name + "一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 |\n决策 | 项目立项 | 立项规范性 | 规范 | 规范 |\n | 绩效目标 | 目标合理性 | 合理 | 合理 |\n过程 | 资金管理 | 资金到位率 | 100% | 99% |\n |  | 预算执行率 | 100% | 96% |"},
			"indicators.#=4; indicators[1].level1=决策; indicators[1].level2=绩效目标; indicators[3].level2=资金管理; indicators[3].level3=预算执行率; indicators[3].actual.number=96; goals.#=1", ""},
		{"labels as names under merged levels", []string{name + "一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 |\n过程 | 预算执行 | 预算完成率 | 100% | 98% |\n^ | ^ | 结转结余 | ≤10% | 3% |\n^ | ^ | 预算执行率 | ≥95% | 96% |\n产出 | 职责履行 | 办结率 | 100% | 99% |\n其他资金 | 3万元 | < | < | < |"},
			"indicators.#=4; indicators[1].level3=结转结余; indicators[2].level3=预算执行率; indicators[3].level3=办结率; budget.other.yuan=30000", ""},
		{"levels, names and what was reached beside the goals of the head", []string{name + "指标类别 | 绩效指标 | 年初目标 | 完成情况 | 未完成原因 |\n产出指标 | 学生人数 | 8600人 | 8712人 |  |\n效益指标 | 达标率 | ≥92% | 91% | 训练少 |"},
			"indicators.#=2; indicators[0].target.number=8600; indicators[1].actual.text=91%; indicators[1].deviation=训练少; goals.#=1", "D029"},
		{"signs and units under the plan, numbers and units under the result", []string{"项目名称 | 甲 | < | < | < | < | < | <\n一级指标 | 二级指标 | 三级指标 | 年度目标 | < | < | 实际完成 | <\n^ | ^ | ^ | 符号 | 数值 | 单位 | 数值 | 单位\n产出指标 | 数量指标 | 检测桥梁 | ≥ | 56 | 座 | 58 | 座"},
			"indicators[0].target.operator=>=; indicators[0].target.number=56; indicators[0].target.unit=座; indicators[0].actual.text=58; indicators[0].extra[0].label=单位; indicators[0].extra[0].text=座", "D029"},
		{"a review without targets", []string{name + "一级指标 | 二级指标 | 三级指标 | 评价标准 | 权重 | 评价得分\n决策 | 项目立项 | 立项规范性 | 规范得满分 | 60 | 58\n^ | 绩效目标 | 目标合理性 | 合理得满分 | 40 | 40"},
			"indicators.#=2; indicators[1].level2=绩效目标; indicators[1].target.kind=empty; indicators[1].weight=40; indicators[1].score=40; indicators[1].extra[0].text=合理得满分", "D028"},
		{"a label as second level before a header printed again", []string{name + "一级指标 | 二级指标 | 三级指标 | 目标值 | 分值 | 得分\n决策 | 项目立项 | 立项规范性 | 规范 | 60 | 58\n^ | 绩效目标 | 目标合理性 | 合理 | 30 | 30\n一级指标 | 二级指标 | 三级指标 | 目标值 | 分值 | 得分\n产出 | 产出数量 | 扫描页数 | ≥60万页 | 10 | 10"},
			"projects.#=1; indicators.#=3; indicators[1].level2=绩效目标; indicators[2].target.number=60", ""},
		{"months under the head of a schedule", []string{name + "一级指标 | 三级指标 | 年度指标值 | 序时目标 | < | <\n^ | ^ | ^ | 3月底 | 6月底 | 9月底\n产出指标 | 培训人数 | ≥200人 | 30人 | 100人 | 160人"},
			"indicators.#=1; indicators[0].target.number=200; indicators[0].extra[1].label=6月底; indicators[0].extra[1].text=100人", ""},
		{"levels and names half a column off", []string{name + "一级指标 | 二级指标 | < | 三级指标 | < | 指标值\n产出指标 | < | 数量指标 | < | 放映场次 | ≥18场\n^ | ^ | 质量指标 | < | 完成率 | 100%"},
			"indicators[0].level2=数量指标; indicators[0].level3=放映场次; indicators[1].level1=产出指标; indicators[1].level3=完成率", ""},
		{"a label as first level", []string{name + "一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 |\n产出指标 | 数量指标 | 修渠 | 3处 | 3处 |\n预算执行情况 | 资金管理 | 资金到位率 | 100% | 99% |\n满意度指标 | 服务对象满意度指标 | 满意度 | ≥90% | 91% |\n资金情况（万元） | 资金总额 | 30 | < | < |"},
			"indicators.#=3; indicators[1].level1=预算执行情况; indicators[1].target.number=100; indicators[2].level1=满意度指标; budget.total.yuan=300000", ""},
		{"rows of a plan below the indicators", []string{name + "一级指标 | 二级指标 | 三级指标 | 指标值 | |\n产出指标 | 数量指标 | 修渠 | 3处 | |\n用款计划 | 一季度 | 二季度 | 三季度 | |\n金额（万元） | 20 | 62 | 50 | |"},
			"indicators.#=1", ""},
		{"heads that name kinds of things, values below one of no known word", []string{name + "门类 | 项别 | 事项 | 应达成度 | 占分 | 附记\n产出指标 | 数量指标 | 挂牌古树 | 680株 | 50 | 普查数\n^ | 质量指标 | 成活率 | ≥95% | 30 | \n满意度指标 | 服务对象满意度指标 | 满意度 | ≥92% | 20 |"},
			"indicators.#=3; indicators[0].level3=挂牌古树; indicators[0].weight=50; indicators[0].extra[0].text=普查数; indicators[1].target.number=95", "D029"},
		{"a label that bears on nothing over the names", []string{name + "指标类型 | 项目内容 | 单位 | 计划数 | 完成数 | 完成率\n产出指标 | 修建道路 | 公里 | 36 | 37.2 | 103%\n满意度指标 | 村民满意度 | % | 90 | 93 | 103%"},
			"indicators.#=2; indicators[0].level3=修建道路; indicators[0].target.number=36; indicators[0].target.unit=公里; indicators[1].actual.number=93", "D029"},
		{"what was reached beside what is expected", []string{name + "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 截至6月30日完成情况 | 预计年底完成情况\n产出指标 | 数量指标 | 教师人数 | ≥1260人 | 1254人 | 1262人"},
			"indicators[0].target.number=1260; indicators[0].actual.text=1254人; indicators[0].history[0].value.text=1262人", ""},
		{"heads of no known word that span two rows", []string{name + "指标体系 | < | < | 预设值 | 结果值 | 评分\n大类 | 中类 | 小类 | ^ | ^ | ^\n产出指标 | 数量指标 | 改造小区 | 28个 | 27个 | 25\n满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥85% | 83% | 9.5"},
			"indicators.#=2; indicators[0].level3=改造小区; indicators[0].target.number=28; indicators[0].actual.text=27个; indicators[1].score=9.5", "D029"},
	} {
		c.hold(t)
	}
}
