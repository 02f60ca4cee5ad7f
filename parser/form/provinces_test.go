package form

import "testing"

// TestProvinces reads layouts of several provinces by what their grids prove: lists of
// units, heads of money over lists and blocks, units in columns of their own.
func TestProvinces(t *testing.T) {
	t.Parallel()
	const rows = "\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 发放人次 | ≥5万人次"
	for _, c := range []layout{
		{"a list of units under heads of two rows", []string{"单位：万元", `
单位名称 | 年度预算申请 | < | < | 整体绩效目标 | 部门整体支出年度绩效目标 | < | < | <
^ | 资金总额 | 一般公共预算 | 其他资金 | ^ | 一级指标 | 二级指标 | 三级指标 | 指标值
某县审计局 | 640 | 600 | 40 | 完成审计计划 | 产出指标 | 数量指标 | 审计项目 | ≥24个
^ | ^ | ^ | ^ | ^ | 满意度指标 | 服务对象满意度指标 | 满意度 | ≥90%`},
			"projects.#=1; unit.name=某县审计局; budget.total.yuan=6400000; budget.fiscal.number=600; budget.other.number=40; goals.#=1; goals[0]=完成审计计划; indicators.#=2; indicators[0].level3=审计项目", ""},
		{"projects of one unit without a column of their names", []string{`
单位名称 | 预算数（万元） | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
某县文化馆 | 35 | 开展活动 | 产出指标 | 数量指标 | 场次 | ≥40场
^ | 12 | 开展传习 | 产出指标 | 数量指标 | 学员 | ≥200人次`},
			"projects.#=1; name=; budget.total=; goals.#=0; indicators.#=2", "D007 D007"},
		{"a sum over a column of a list", []string{"单位：万元", `
项目名称 | 预算安排 | < | 一级指标 | 二级指标 | 三级指标 | 指标值
^ | 合计 | 其他资金 | ^ | ^ | ^ | ^
甲 | 52 | 2 | 产出指标 | 数量指标 | 人数 | ≥130人
乙 | 18 |  | 产出指标 | 数量指标 | 面积 | 3.6公顷`},
			"projects.#=2; budget.total.yuan=520000; budget.other.number=2", ""},
		{"a block of money over a column of a list", []string{"金额单位：元", `
项目名称 | 项目资金 | 资金来源 | 一级指标 | 二级指标 | 三级指标 | 指标值
甲 | 500000 | 财政拨款 | 产出指标 | 数量指标 | 学校 | ≥30所`},
			"name=甲; budget.total.yuan=500000; budget.fiscal=; extra.#=1; extra[0].label=资金来源; extra[0].text=财政拨款", ""},
		{"parts of the money beside its years", under("资金安排（万元） | 上年预算数 | 本年预算数 | 财政拨款\n^ | 80 | 100 | 95"),
			"budget.total.number=100; budget.fiscal.number=95; budget.fiscal.unit=万元", ""},
		{"parts of the money beside what was spent", under("资金安排（万元） | 本年预算数 | 执行数 | 财政拨款\n^ | 100 | 90 | 85"),
			"budget.total.number=100; budget.fiscal=; extra.#=1", ""},
		{"an unknown label of a block of money", under("年度部门整体支出预算（万元） | 资金总额 | 财政拨款 | 其他资金\n^ | 386.4 | 380.4 | 6"),
			"budget.total.yuan=3864000; budget.fiscal.yuan=3804000; budget.other.yuan=60000", ""},
		{"heads of labels and amounts in turn", under("预算整体情况 | 按支出类型分 | 预算金额（万元） | <\n^ | 基本支出 | 320.5 | <\n^ | 财政拨款 | 460.5 | <"),
			"budget.fiscal.yuan=4605000", ""},
		{"the label of a block before that of its first line", under("预算情况（万元） | 部门预算总额 | 262.3 | <\n^ | 1、资金来源：（1）政府预算资金 | 258.3 | <\n^ | （2）单位资金 | 4 | <"),
			"budget.total.yuan=2623000; budget.fiscal.yuan=2583000; budget.other.yuan=40000", ""},
		{"sums of tasks under an unknown caption", under("年度主要工作 | 任务 | 主要内容 | 预算金额（元）\n^ | 开放 | 公益开放 | 1800000\n资金总额（元） | 4000000 | < | <"),
			"budget.total.number=4000000; extra.#=3; extra[2].label=年度主要工作/预算金额（元）; extra[2].text=1800000", ""},
		{"goals by words that no table holds", []string{"项目名称 | 甲 | < | <\n项目全生命周期目标： | 建成冷库 | 本年度工作目标 | 完成主体" + rows},
			"goals.#=1; goals[0]=完成主体; long_term.goals.#=1; long_term.goals[0]=建成冷库", ""},
		{"goals of duty beside a text", []string{"部门名称 | 某局 | < | <\n年度履职目标 | 做好康复服务 | < | <" + rows},
			"unit.name=某局; goals.#=1; goals[0]=做好康复服务", ""},
		{"a remark beside the head of the goals", []string{"项目名称 | 甲 | < | <\n总体目标 | 年度目标 | < | 备查\n^ | 更新电梯 | < | 有" + rows},
			"goals.#=1; goals[0]=更新电梯", "D007"},
		{"an amount behind labels that are not known", []string{"单位信息： | 某院 | 活动 | 01-保健 | 项目总额： | 33.6万元\n项目名称： | 甲 | < | < | < | <\n一级指标 | 二级指标 | 三级指标 | < | < | 指标值\n产出指标 | 数量指标 | 例数 | < | < | ≥3000例"},
			"name=甲; budget.total.number=33.6; extra.#=3; extra[1].text=01-保健", ""},
		{"targets in the column of units", []string{`
项目名称 | 甲 | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标值 | < | <
^ | ^ | ^ | 符号 | 值 | 单位（文字描述）
产出指标 | 数量指标 | 批次 | ≥ | 800 | 批次
^ | 时效指标 | 时限 | 文字描述 |  | 11月底前
^ | 质量指标 | 合格率 | ≥ |  | %`},
			"indicators[0].target.unit=批次; indicators[1].target.deadline.date=--11-30; indicators[2].target.kind=empty", ""},
		{"weights of the levels and of the indicators", []string{`
项目名称 | 甲 | < | < | < | <
一级指标 | 一级指标权重 | 二级指标 | 三级指标 | 目标值 | 权重
产出指标 | 50 | 数量指标 | 面积 | ≥2万亩 | 30
^ | ^ | 质量指标 | 成活率 | ≥90% | 20`},
			"indicators[0].weight=30; indicators[1].weight=20; indicators[0].extra[0].text=50", ""},
		{"weights of the levels alone", []string{`
项目名称 | 甲 | < | < | <
一级指标 | 权重 | 二级指标 | 三级指标 | 目标值
产出指标 | 50 | 数量指标 | 面积 | ≥2万亩
^ | ^ | 质量指标 | 成活率 | ≥90%`},
			"indicators[0].weight=; indicators[0].extra[0].text=50; indicators[1].weight=", ""},
		{"dates beside bare numbers", []string{`
项目名称 | 甲 | < | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 运算符号 | 指标值 | 度量单位 | 完成时限
产出指标 | 数量指标 | 监测点 | >= | 28 | 个 | 2024-12
^ | 质量指标 | 准确率 | >= | 90 | % | 2024-12`},
			"indicators.#=2; indicators[0].target.number=28; indicators[1].target.unit=%; indicators[0].extra[0].text=2024-12", ""},
		{"weights in full-width digits", []string{`
项目名称 | 甲 | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标值 | 权重
产出指标 | 数量指标 | 面积 | ≥２万亩 | ３０
^ | 质量指标 | 成活率 | ≥９０％ | ２０`},
			"indicators.#=2; indicators[0].weight=30; indicators[1].target.number=90", ""},
		{"units and projects in one column", []string{`
单位名称、项目名称 | 项目年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
某县气象中心 |  |  |  |  |
人工影响天气 | 增雨防雹 | 产出指标 | 数量指标 | 作业点 | =18个
设备维护 | 设备正常 | 产出指标 | 数量指标 | 设备数 | =31台`},
			"projects.#=2; unit.name=某县气象中心; name=人工影响天气; goals[0]=增雨防雹; indicators.#=1", ""},
		{"names alone at the end of a list and over a unit", []string{`
单位名称、项目名称 | 项目年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
某县气象局 |  |  |  |  |
某县气象中心 |  |  |  |  |
人工影响天气 | 增雨防雹 | 产出指标 | 数量指标 | 作业点 | =18个
后勤保障 |  |  |  |  |`},
			"projects.#=3; projects[0].name=某县气象局; projects[1].name=人工影响天气; projects[1].unit.name=某县气象中心; projects[2].name=后勤保障", ""},
		{"words before the label in a cell", []string{"项目名称 | 甲 | < | <\n本表一式两份\\n填报日期：2024年3月 | < | < | <" + rows}, "extra[0].text=2024年3月", "D007"},
		{"a result above a list of projects", []string{`
自评等级 | 良 | 自评得分 | 88 | <
项目名称 | 一级指标 | 二级指标 | 三级指标 | 指标值
修渠 | 产出指标 | 数量指标 | 长度 | ≥3公里
修路 | 产出指标 | 数量指标 | 长度 | ≥5公里`},
			"projects.#=3; projects[0].evaluation.grade=良; projects[0].evaluation.total=88; projects[1].name=修渠; projects[1].evaluation=", ""},
		{"a unit below the empty second of two lists", []string{`
项目名称 | 一级指标 | 二级指标 | 三级指标 | 指标值
修渠 | 产出指标 | 数量指标 | 长度 | ≥3公里
用途 | 县级资金 | 三级指标 | 指标值 | 备注
主管部门 | 某县水利局 | < | < | <`},
			"projects.#=1; projects[0].name=修渠; projects[0].unit.name=", "D007"},
		{"a unit across a list over rows that name no project", []string{`
项目名称 | 甲 | < | < | < | <
单位名称、项目名称 | 项目年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
某县文化馆 | < | < | < | < | <
 |  | 产出指标 | 数量指标 | 场次 | ≥60场`},
			"projects.#=1", "D007 D007 D007 D007 D007"},
		{"a name with an aside in it", []string{"转移支付（项目）名称 | 整治资金 | < | <" + rows}, "name=整治资金", ""},
		{"a unit of money whose words blanks part", []string{"单 位：万 元", "项目名称 | 甲 | < | <\n资金总额 | 30 | < | <" + rows}, "budget.total.yuan=300000", ""},
		{"a unit of money in the title", []string{"2024年项目支出绩效目标表（单位：万元）", "项目名称 | 甲 | < | <\n资金总额 | 30 | < | <" + rows}, "budget.total.yuan=300000", ""},
		{"names and targets in one column", []string{`
项目名称 | 甲 | <
一级指标 | 二级指标 | 绩效指标及目标值
产出指标 | 数量指标 | 参赛队伍≥64支
^ | 时效指标 | 完成时间：11月底前
满意度指标 | 服务对象满意度指标 | 家长满意度≥90%
^ | ^ | 学生更爱运动`},
			"indicators.#=4; indicators[0].level3=参赛队伍; indicators[0].target.number=64; indicators[1].level3=完成时间; indicators[1].target.deadline.date=--11-30; indicators[3].level3=学生更爱运动; indicators[3].target.kind=empty", "D029"},
		{"names in a column, targets nowhere", []string{`
项目名称 | 甲 | <
一级指标 | 二级指标 | 绩效指标
产出指标 | 数量指标 | 参赛队伍
满意度指标 | 服务对象满意度指标 | 家长满意度≥90%`},
			"indicators.#=2; indicators[0].level3=参赛队伍; indicators[0].target.kind=empty; indicators[1].target.kind=empty", "D028"},
		{"levels across the table", []string{`
项目名称 | 甲 | < | <
指标类别 | 指标名称 | 指标值 | 备注
产出指标 | < | < | <
数量指标 | 护栏长度 | ≥58公里 |
质量指标 | 合格率 | 100% |
满意度指标 | < | < | <
服务对象满意度指标 | 群众满意度 | ≥90% |`},
			"indicators.#=3; indicators[0].level1=产出指标; indicators[1].level2=质量指标; indicators[2].level1=满意度指标; indicators[2].level2=服务对象满意度指标", ""},
		{"units across a list of projects", []string{`
单位名称、项目名称 | 项目年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
某县文化馆 | < | < | < | < | <
送戏下乡 | 演出 | 产出指标 | 数量指标 | 场次 | ≥60场
某县图书馆 | < | < | < | < | <
图书采购 | 补充馆藏 | 产出指标 | 数量指标 | 册数 | ≥8000册`},
			"projects.#=2; projects[0].unit.name=某县文化馆; projects[1].unit.name=某县图书馆; projects[1].name=图书采购", ""},
		{"means of earlier years", []string{`
项目名称 | 甲 | < | < | <
一级指标 | 二级指标 | 三级指标 | 前三年平均值 | 本年预期值
产出指标 | 数量指标 | 台数 | 38台 | ≥42台
^ | 质量指标 | 完好率 | 96% | ≥98%`},
			"indicators.#=2; indicators[0].target.number=42; indicators[0].history[0].label=前三年平均值; indicators[0].history[0].value.number=38", "D029"},
		{"a block of money by words over a table of amounts", under("资金投入情况（万元） |  | 全年预算数 | 全年执行数\n^ | 年度资金总额 | 88 | 80"),
			"budget.total.yuan=880000; budget.executed.number=80", ""},
		{"heads of budgets by words", under("预算执行（万元） | 年初预算 | 调整预算 | 执行数\n^ | 50 | 48 | 47"),
			"budget.total.number=48; budget.executed.number=47", ""},
		{"names by another word under heads of levels", []string{`
项目名称 | 预算金额（万元） | 产出指标 | < | 效益指标 | <
^ | ^ | 绩效指标 | 指标值 | 绩效指标 | 指标值
甲 | 70 | 清洁面积 | ≥30万平方米 | 游客量 | ≥50万人次`},
			"name=甲; budget.total.number=70; indicators.#=2; indicators[0].level1=产出指标; indicators[0].level3=清洁面积; indicators[1].level1=效益指标; indicators[1].level3=游客量", ""},
		{"codes, years and amounts in full-width digits", []string{"（２０２５年度）", "项目名称 | 甲 | < | <\n项目编号 | １５０１２３２５Ｔ０００１２ | < | <\n预算数 | ３６０．５万元 | < | <" + rows},
			"code=15012325T00012; fiscal_year=2025; budget.total.number=360.5", ""},
		{"labels typed from top to bottom", under("项\\n目\\n资\\n金\\n︵\\n万\\n元\\n︶ | 年度资金总额 | 62.4 | <\n^ | 其中：财政拨款 | 62.4 | <"),
			"budget.total.yuan=624000; budget.fiscal.yuan=624000", ""},
		{"labels with their amounts in one cell, without a colon", under("资金总额：650万元 | 其中：财政拨款 600万元 | 其他资金：50万元 | <"),
			"budget.total.number=650; budget.fiscal.number=600; budget.other.number=50; extra.#=0", ""},
		{"what was spent beside its label", under("年初预算（万元） | 40 | 调整预算（万元） | 38\n执行数（万元） | 37.6 | < | <"),
			"budget.total.number=38; budget.executed.yuan=376000", ""},
		{"an initial budget and what was spent in a block", under("项目预算（万元） | 年初预算 | 120 | <\n^ | 实际支出 | 58 | <"),
			"budget.total.yuan=1200000; budget.executed.number=58", ""},
		{"an initial budget beside fiscal money", under("项目预算（万元） | 年初预算 | 120 | <\n^ | 财政拨款 | 100 | <"),
			"budget.total.number=120; budget.fiscal.number=100", ""},
		{"money that a place raises itself", under("项目资金（万元） | 资金总额 | 900 | <\n^ | 财政资金 | 600 | <\n^ | 自筹资金 | 300 | <"),
			"budget.total.number=900; budget.fiscal.number=600; budget.other.number=300", ""},
		{"the source of the money in words", under("预算金额（万元） | 96 | < | <\n资金来源 | 福彩公益金 | < | <"),
			"budget.total.number=96; extra.#=1; extra[0].label=资金来源; extra[0].text=福彩公益金", ""},
		{"a purchase of services by its own words", under("购买服务预算金额（万元） | 96 | < | <\n购买服务目标 | 上门服务 | < | <"),
			"budget.total.yuan=960000; goals.#=1; goals[0]=上门服务", ""},
		{"amounts of tasks below heads of two rows", under("年度主要任务情况 | 预算资金情况（万元） | < | <\n^ | 总额 | 其中：财政拨款 | 其他资金\n法律援助 | 80 | 80 | 0\n人民调解 | 45 | 40 | 5"),
			"budget.total=; budget.fiscal=; budget.other=", ""},
		{"totals of a list under the source of the money", []string{"单位：万元", `
项目名称 | 资金来源 | < | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
^ | 小计 | 单位资金 | ^ | ^ | ^ | ^ | ^
甲 | 52 | 2 | 办好 | 产出指标 | 数量指标 | 人数 | ≥130人
乙 | 18 |  | 建成 | 产出指标 | 数量指标 | 面积 | 3.6公顷`},
			"projects.#=2; budget.total.yuan=520000; budget.other.number=2", ""},
		{"levels by their numbers alone, numbered units over their projects", []string{"金额单位：万元", `
序号 | 单位/项目名称 | 金额 | 绩效目标 | 绩效指标 | < | < | <
^ | ^ | ^ | ^ | 一级 | 二级 | 三级 | 目标值
一 | 某县卫健委 | 210 |  |  |  |  |
1 | 包虫病防治 | 150 | 降低感染率 | 产出指标 | 数量指标 | 筛查人数 | ≥1.2万人
2 | 村医培训 | 60 | 提升能力 | 产出指标 | 数量指标 | 培训村医 | ≥180人`},
			"projects.#=2; name=包虫病防治; unit.name=某县卫健委; budget.total.yuan=1500000; goals[0]=降低感染率; indicators.#=1; indicators[0].level1=产出指标; indicators[0].target.number=1.2; projects[1].name=村医培训", ""},
		{"grades of water that look like levels", under("水质等级 | 二级 | 一级 | 类别"), "indicators.#=1", ""},
		{"who signs below the indicators", []string{`
项目名称 | 甲 | < | <
一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 人数 | ≥30人
单位负责人签字： | < | < | 填报日期：`},
			"indicators.#=1", "D007"},
		{"indicators in columns, beside a caption", []string{`
项目名称 | 甲 | < | < | <
年度目标 | 适配辅具 | < | < | <
绩效指标 | 一级指标 | 产出指标 | < | 满意度指标
^ | 二级指标 | 数量指标 | 质量指标 | 服务对象满意度指标
^ | 三级指标 | 适配人数 | 合格率 | 满意度
^ | 年度指标值 | ≥320人 | ≥99% | ≥95%
^ | 分值 | 30 | 20 | 10
备注 | 无 | < | < | <`},
			"goals[0]=适配辅具; indicators.#=3; indicators[0].level1=产出指标; indicators[1].level1=产出指标; indicators[1].level2=质量指标; indicators[1].level3=合格率; indicators[1].target.number=99; indicators[2].weight=10", ""},
		{"two forms with their indicators in columns", []string{
			"项目名称 | 甲 | <\n年度目标 | 办好 | <\n二级指标 | 数量指标 | 质量指标\n三级指标 | 人数 | 合格率\n指标值 | ≥3人 | 100%",
			"项目名称 | 乙 | <\n年度目标 | 建成 | <\n二级指标 | 数量指标 | 质量指标\n三级指标 | 里程 | 优良率\n指标值 | ≥5公里 | ≥85%"},
			"projects.#=2; indicators.#=2; indicators[0].level3=人数; projects[1].name=乙; projects[1].indicators[1].target.number=85", ""},
		{"an indicator a table", []string{"项目名称 | 甲 | 预算金额 | 210万元\n年度目标 | 养护县道 | < | <",
			"一级指标 | 产出指标 | 二级指标 | 数量指标\n三级指标 | 养护里程 | 指标值 | ≥640公里",
			"一级指标 | 满意度指标 | 二级指标 | 服务对象满意度指标\n三级指标 | 群众满意度 | 指标值 | ≥90%"},
			"projects.#=1; budget.total.number=210; indicators.#=2; indicators[0].level2=数量指标; indicators[0].level3=养护里程; indicators[1].level1=满意度指标; indicators[1].target.number=90", ""},
		{"an indicator a card of rows", []string{"项目名称 | 甲\n年度目标 | 消杀\n指标名称 | 消杀面积\n指标类别 | 产出指标-数量指标\n指标值 | ≥35万平方米\n权重 | 30\n指标名称 | 达标率\n指标类别 | 产出指标-质量指标\n指标值 | ≥95%\n权重 | 20"},
			"indicators.#=2; indicators[0].level1=产出指标; indicators[0].level2=数量指标; indicators[0].level3=消杀面积; indicators[0].weight=30; indicators[1].level3=达标率; indicators[1].weight=20", ""},
		{"what the year is expected to reach", []string{`
项目名称 | 甲 | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-8月完成值 | 预计全年完成值
产出指标 | 数量指标 | 供养人数 | ≥760人 | 755人 | 760人
^ | 质量指标 | 发放率 | ≥98% | 97% | 99%`},
			"indicators.#=2; indicators[0].target.text=≥760人; indicators[0].actual.text=755人; indicators[1].target.number=98", "D029"},
		{"second levels between the items of a cell", []string{"项目名称 | 甲 | <\n绩效目标 | 修缮文物 | <\n产出指标 | 1.数量指标：修缮建筑2处；2.质量指标：验收合格率100% | <\n满意度指标 | 游客满意度≥90% | <"},
			"indicators.#=3; indicators[0].level2=数量指标; indicators[1].level2=质量指标; indicators[1].level3=验收合格率; indicators[1].target.number=100; indicators[2].level2=", ""},
		{"two sides below each other, each under a head across the table", []string{`
项目名称 | 甲 | < | <
实施期绩效指标 | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 复壮古树 | 300株
年度绩效指标 | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 复壮古树 | 100株`},
			"indicators.#=2; indicators[0].term=long; indicators[1].term=annual", ""},
		{"heads in a column without a level", []string{"项目名称 | 甲 | <\n预算数 | 3万元 | <\n年度目标 | 办好 | <\n指标名称 | 次数 | 人数\n指标值 | ≥3次 | ≥5人"},
			"indicators.#=0", ""},
		{"levels over tables of their own", []string{`
项目名称 | 甲 | < | <
绩效目标 | 办好 | < | <
产出指标 | 指标名称 | 指标值 | 评价标准
数量指标 | 儿童数 | ≥210人 | 计划标准
质量指标 | 有效率 | ≥85% | 行业标准
满意度指标 | 指标名称 | 指标值 | 评价标准
服务对象满意度指标 | 家长满意度 | ≥90% | 计划标准`},
			"indicators.#=3; indicators[0].level1=产出指标; indicators[0].level2=数量指标; indicators[1].level1=产出指标; indicators[2].level1=满意度指标; indicators[2].level2=服务对象满意度指标", ""},
	} {
		c.hold(t)
	}
}
