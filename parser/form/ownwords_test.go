package form

import "testing"

// TestOwnWords holds forms in words that no label has: heads, levels above the table, and
// lines between the indicators.
func TestOwnWords(t *testing.T) {
	t.Parallel()
	for _, c := range []layout{
		{"a header of heads by their words", []string{aProject + "序号 | 指标类别 | 指标名称 | 指标属性 | 2025年目标\n1 | 产出 | 关键部件（项） | 约束性 | 5\n2 | 效益 | 国产化率（%） | 预期性 | 78"},
			"indicators.#=2; indicators[0].level1=产出; indicators[0].level3=关键部件（项）; indicators[0].target.number=5; indicators[1].target.unit=%; indicators[1].extra[1].text=预期性", "D029"},
		{"a header with months and lights", []string{"资金总额（万元） | 45 | < | < | <\n指标名称 | 年度指标值 | 1至8月累计完成值 | 监控结果 | 说明\n样本数 | ≥12000份 | 8600份 | 绿灯 | "},
			"indicators.#=1; indicators[0].target.number=12000; indicators[0].actual.text=8600份; indicators[0].extra[0].text=绿灯", ""},
		{"the caption of the indicators over their names", []string{aProject + "考核指标 | 考核内容 | 目标任务 | 完成时限 | 责任人\n清运垃圾 | 陈年垃圾 | 3600吨 | 2025年6月底 | 王某\n户厕改造 | 无害化 | 420户 | 2025年10月底 | 李某"},
			"indicators.#=2; indicators[0].level3=清运垃圾; indicators[0].description=陈年垃圾; indicators[0].target.number=3600; indicators[1].extra[0].text=2025年10月底", "D029"},
		{"values beside the name of indicators are no header", []string{aProject + "一级指标 | 二级指标 | 三级指标 | 指标值 | 备注\n产出指标 | 数量指标 | 次数 | ≥3次 | \n绩效指标 | 社会 | 提升管理水平 | 显著 | "},
			"indicators.#=2; indicators[1].level3=提升管理水平; indicators[1].target.text=显著", ""},
		{"a reason below its indicator", []string{aProject + "一级指标 | 指标名称 | 目标值 | 完成值 | 得分\n产出指标 | 村数 | 46个 | 38个 | 41\n未完成原因：8个村推迟。 | < | < | < | <\n效益指标 | 速率 | ≥300Mbps | 320Mbps | 30"},
			"indicators.#=2; indicators[1].level1=效益指标; indicators[1].target.number=300; extra[0].text=8个村推迟。", ""},
		{"goals between their indicators", []string{"部门名称 | 某局 | < | <\n整体目标 | 健全服务 | < | <\n编号 | 指标名称 | 目标值 | 责任科室\n目标1：基层 | < | < | <\n1.1 | 签约率 | ≥45% | 基层科\n目标2：妇幼 | < | < | <\n2.1 | 管理率 | ≥93% | 妇幼科"},
			"indicators.#=2; indicators[0].target.number=45; indicators[1].level3=管理率; indicators[1].target.number=93", ""},
		{"signatures below the indicators", []string{aProject + "一级指标 | 二级指标 | 三级指标 | 指标值 | 备注\n产出指标 | 数量指标 | 次数 | ≥3次 | \n填表人：张某 | < | < | < | <\n联系电话 | 0999 | < | < | <"},
			"indicators.#=1; indicators[0].target.number=3; extra[0].text=张某", ""},
		{"levels above tables of their own", []string{"某县项目绩效目标表", "项目名称 | 甲 | <\n绩效目标 | 支持 | <", "一、产出指标", "二级指标 | 三级指标 | 指标值\n数量指标 | 安置点 | 14个", "二、效益指标", "社会效益指标", "三级指标 | 指标值 | 备注\n就业 | ≥1600人 | "},
			"projects.#=1; indicators.#=2; indicators[0].level1=一、产出指标; indicators[0].level2=数量指标; indicators[1].level1=二、效益指标; indicators[1].level2=社会效益指标; indicators[1].target.number=1600", ""},
		{"names under an unknown head beside levels under 绩效指标", []string{aProject + "绩效指标 | 服务内容 | 服务标准 | 考核目标值 | <\n数量指标 | 心理矫治 | 面谈 | ≥320人次 | <\n质量指标 | 犯罪率 | 矫正期内 | ≤0.2% | <"},
			"indicators[0].level2=数量指标; indicators[0].level3=心理矫治; indicators[0].target.number=320; indicators[1].extra[0].text=矫正期内", "D029"},
		{"levels under heads of the levels below them", []string{aProject + "指标维度 | 指标类型 | 指标要点 | 目标值 | 赋分\n产出 | 产出数量 | 覆盖率 | ≥75% | 60\n效益 | 社会效益 | 总额 | ≥180亿元 | 40"},
			"indicators[0].level1=产出; indicators[0].level2=产出数量; indicators[0].level3=覆盖率; indicators[0].weight=60; indicators[1].level1=效益; indicators[1].level2=社会效益", ""},
		{"a level across the table above the header", []string{aProject + "一、产出指标 | < | < | < | <\n指标名称 | 基线值 | 目标值 | 来源 | <\n就诊率 | 86% | ≥90% | 医保局 | <\n二、效益指标 | < | < | < | <\n指标名称 | 基线值 | 目标值 | 来源 | <\n占比 | 52% | ≥56% | 卫健局 | <"},
			"indicators.#=2; indicators[0].level1=一、产出指标; indicators[1].level1=二、效益指标", ""},
		{"months beside the target", []string{aProject + "指标名称 | 计量单位 | 全年目标 | 3月底 | 6月底\n面积 | 万平方米 | 92 | 20 | 48\n件数 | 件 | ≤12 | 3 | 6"},
			"indicators.#=2; indicators[0].target.number=92; indicators[0].target.unit=万平方米; indicators[1].target.number=12", "D029"},
		{"what was planned and reached under one head", []string{aProject + "一级指标 | 三级指标 | 完成情况 | < | 分值\n^ | ^ | 计划 | 实际 | ^\n履职效能 | 讲座 | 48场 | 44场 | 30"},
			"indicators.#=1; indicators[0].target.text=48场; indicators[0].actual.text=44场", "D029"},
		{"labels with stops between them in lines of a table", []string{"项目名称：甲；项目编码：13012325P00000110010A | <\n主管部门：某局；预算金额：72万元 | <", " ", "一级指标 | 指标 | 数值 | 依据\n产出指标 | 儿童 | 36名 | 计划"},
			"projects.#=1; name=甲; code=13012325P00000110010A; budget.total.number=72; indicators.#=1", "D029"},
		{"signatures under the columns", []string{aProject + "一级指标 | 二级指标 | 三级指标 | 指标值 | 备注\n产出指标 | 数量指标 | 次数 | ≥3次 | \n负责人：孙某 | < | 填表人：周某 | < | 2025年1月8日"},
			"indicators.#=1; extra[0].text=孙某; extra[1].text=周某", "D007"},
	} {
		c.hold(t)
	}
}

// TestNumberedTitles holds projects that numbered lines tell apart, across one table or
// above tables that name none.
func TestNumberedTitles(t *testing.T) {
	t.Parallel()
	const head = "一级指标 | 二级指标 | 三级指标 | 目标值\n"
	for _, c := range []layout{
		{"across the table", []string{"2025年项目绩效目标表", "（一）电梯更新 | < | < | <\n预算金额 | 240万元 | 绩效目标 | 更新16台\n" + head + "产出指标 | 数量指标 | 电梯 | 16台\n（二）充电 | < | < | <\n预算金额 | 130万元 | 绩效目标 | 新建2600个\n" + head + "产出指标 | 数量指标 | 充电口 | 2600个"},
			"projects.#=2; projects[0].name=电梯更新; projects[0].budget.total.number=240; projects[0].indicators.#=1; projects[1].name=充电; projects[1].goals[0]=新建2600个; projects[1].indicators[0].target.number=2600", ""},
		{"the unit above them holds for all", []string{"项目绩效目标表", "金额单位：万元 | < | < | <\n一、电梯 | < | < | <\n预算金额 | 240 | 绩效目标 | 更新\n" + head + "产出指标 | 数量指标 | 电梯 | 16台\n二、充电 | < | < | <\n预算金额 | 130 | 绩效目标 | 新建\n" + head + "产出指标 | 数量指标 | 充电口 | 2600个"},
			"projects.#=2; projects[0].budget.total.unit=万元; projects[1].budget.total.unit=万元", ""},
		{"as 项目一：", []string{"项目绩效目标表", "项目一：道路 | < | < | <\n资金总额 | 86万元 | 绩效目标 | 硬化\n" + head + "产出指标 | 数量指标 | 道路 | 3公里\n项目二：水池 | < | < | <\n资金总额 | 34万元 | 绩效目标 | 新建\n" + head + "产出指标 | 数量指标 | 水池 | 5口"},
			"projects.#=2; projects[0].name=道路; projects[1].name=水池; projects[1].budget.total.number=34", ""},
		{"parts of one form", []string{"项目绩效目标表", "（一）基本情况 | < | < | <\n项目名称 | 甲 | 绩效目标 | 更新\n（二）产出 | < | < | <\n" + head + "产出指标 | 数量指标 | 电梯 | 16台"},
			"projects.#=1; name=甲; indicators.#=1", "D007"},
		{"above tables of their own, with the code", []string{"一、疾控（14010025P000001234567A）", "资金总额（万元） | 45 | <\n指标名称 | 年度指标值 | 说明\n样本数 | ≥12000份 | ", "二、储备", "资金总额（万元） | 28 | <\n指标名称 | 年度指标值 | 说明\n品种 | ≥64种 | "},
			"projects.#=2; projects[0].name=疾控; projects[0].code=14010025P000001234567A; projects[1].name=储备", ""},
		{"the money and the year of a line", []string{"专项资金名称：发展资金　　2025年预算安排：8600万元", "自评年度：2025年", "指标名称 | 目标值 | 备注\n新建基站 | 1500个 | "},
			"name=发展资金; budget.total.number=8600; fiscal_year=2025", ""},
	} {
		c.hold(t)
	}
}

// TestRunningLists holds lists whose indicators stand in running text, and cells that hold
// more than one thing.
func TestRunningLists(t *testing.T) {
	t.Parallel()
	for _, c := range []layout{
		{"projects under an unknown head, notes below", []string{"单位：万元", "序号 | 支出事项 | 安排金额 | 产出指标 | 满意度指标\n1 | 公益岗位 | 46.8 | 聘用≥65人；及时率100% | 满意度≥95%\n2 | 路灯 | 18 | 路灯≥420盏 | 满意度≥90%\n合计 | < | 64.8 |  | \n填表人：王某 | < | < | 审核人：赵某 | <"},
			"projects.#=2; projects[0].name=公益岗位; projects[0].budget.total.number=46.8; projects[0].indicators.#=3; projects[1].name=路灯; projects[1].indicators[0].target.number=420", ""},
		{"all indicators in one cell with their levels", []string{"序号 | 项目名称 | 预算金额（万元） | 年度绩效目标 | 绩效指标\n1 | 甲 | 32 | 新装 | 数量指标：路灯≥160盏\\n质量指标：亮灯率≥98%\n2 | 乙 | 12 | 保洁 | 数量指标：河道≥16公里；满意度指标：满意度≥90%"},
			"projects.#=2; projects[0].goals[0]=新装; projects[0].indicators.#=2; projects[0].indicators[1].level2=质量指标; projects[1].budget.total.number=12; projects[1].indicators[1].level1=满意度指标; projects[1].indicators[1].target.number=90", ""},
		{"name and code in one cell, levels with a stroke", []string{"主管部门 | 项目（编码） | 金额（万元） | 指标\n某局 | 防治（13100025T0000123） | 340 | 产出指标/数量指标：面积≥5.6万亩\n某局 | 保险（13100025T0000124） | 120 | 产出指标/质量指标：合格率≥98%"},
			"projects.#=2; projects[0].name=防治; projects[0].code=13100025T0000123; projects[0].budget.total.number=340; projects[1].indicators[0].level2=质量指标", ""},
		{"target and result in one cell", []string{"项目名称 | 甲 | < | <\n一级指标 | 三级指标 | 指标完成情况 | 得分\n产出指标 | 户数 | 目标值：120户\\n完成值：118户 | 25\n^ | 成本 | 目标值：≤8000元；完成值：7933元 | 20\n效益指标 | 便利 | 明显提升 | 20"},
			"indicators.#=3; indicators[0].target.text=120户; indicators[0].actual.text=118户; indicators[1].target.number=8000; indicators[1].actual.number=7933; indicators[2].target.text=明显提升", "D029"},
		{"cards beside a level that spans down", []string{"项目名称 | 甲 | <\n产出指标 | 指标名称 | 次数\n^ | 目标值 | ≥180次\n^ | 指标说明 | 累计\n^ | 指标名称 | 覆盖率\n^ | 目标值 | ≥95%\n^ | 指标说明 | 人口\n效益指标 | 指标名称 | 损失\n^ | 目标值 | ≥8%\n^ | 指标说明 | 较上年"},
			"indicators.#=3; indicators[0].level1=产出指标; indicators[0].target.number=180; indicators[0].description=累计; indicators[1].level1=产出指标; indicators[2].level1=效益指标; indicators[2].level3=损失", ""},
	} {
		c.hold(t)
	}
}

// TestOwnMoney holds words of money that may be taken for others.
func TestOwnMoney(t *testing.T) {
	t.Parallel()
	for _, c := range []layout{
		{"what was spent beside the budget of the year", []string{aProject + "全年预算数（万元） | 75 | < | 全年执行数（万元） | 60" + belowMoney},
			"budget.total.number=75; budget.executed.number=60; long_term=", ""},
		{"a grant beside the sum is no budget of its own", []string{aProject + "预算安排（万元） | 总额 | 本年拨款 | 结转 | <\n^ | 6400 | 6000 | 400 | <" + belowMoney},
			"budget.total.number=6400; budget.total.unit=万元; budget.fiscal.number=6000; budget.fiscal.unit=万元", ""},
		{"an amount in figures and in words", []string{aProject + "预算金额 | 小写：¥486,000.00元\\n大写：肆拾捌万陆仟元整 | < | < | <" + belowMoney},
			"budget.total.number=486000; budget.total.unit=元", ""},
		{"figures and words that differ", []string{aProject + "预算金额 | 小写：¥486,000.00元\\n大写：肆拾捌万元整 | < | < | <" + belowMoney},
			"budget.total.number=", "D017"},
		{"the sum of spending that a form applies for", []string{aProject + "支出总额（万元） | 1500 | < | < | <" + belowMoney},
			"budget.total.number=1500; budget.total.unit=万元", ""},
		{"lines add up to the total with the parts", []string{aProject + "资金总额（万元） | 2050 | < | < | <\n其中：中央资金 | 1800 | < | < | <\n地方资金 | 250 | < | < | <" + belowMoney},
			"budget.total.number=2050; budget.fiscal.number=1800; budget.fiscal.unit=万元", ""},
	} {
		c.hold(t)
	}
}
