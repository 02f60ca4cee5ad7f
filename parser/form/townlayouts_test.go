package form

import (
	"context"
	"strings"
	"testing"
)

// TestTownLayouts holds layouts of towns and departments: indicators in words alone,
// both levels in one cell, what was reached of the goals beside them.
func TestTownLayouts(t *testing.T) {
	t.Parallel()
	const rows = "\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 次数 | ≥3次"
	for _, c := range []layout{
		{"words under a level of running text", []string{"项目名称 | 预算安排（万元） | 绩效目标 | 产出指标 | 效益指标\n甲 | 12 | 维修 | 机井≥34眼；水泵 | 灌溉条件明显改善\n乙 | 8 | 采购 | 编织袋2万条 | 防汛能力得到提高"},
			"projects.#=2; projects[0].indicators[1].target.kind=empty; projects[0].indicators[2].level3=灌溉条件明显改善; projects[0].indicators[2].target.kind=qualitative; projects[1].indicators[1].target.text=防汛能力得到提高", ""},
		{"both levels in one cell", []string{"项目名称 | 预算金额（万元） | 绩效目标 | 指标类别 | 指标名称 | 指标值\n甲 | 85 | 改造 | 产出指标-数量指标 | 床位 | ≥120张\n甲 | 85 | 改造 | 满意度指标-服务对象满意度指标 | 满意度 | ≥90%\n甲 | 85 | 改造 | 成本指标-经济成本指标 | 单价 | ≤3万元"},
			"projects.#=1; indicators[0].level1=产出指标; indicators[1].level1=满意度指标; indicators[1].level2=服务对象满意度指标; indicators[2].level1=成本指标", ""},
		{"what was reached beside two goals", []string{"项目名称 | 甲 | < | <\n资金（万元） | 5 | < | <\n当年绩效目标 | 年初绩效目标 | 全年（调整）绩效目标 | 全年目标实际完成情况\n^ | 办好 | 无 | 较好" + rows},
			"goals.#=1; goals[0]=办好; extra.#=2; extra[0].text=无; extra[1].label=全年目标实际完成情况; extra[1].text=较好", ""},
		{"the unit of a sum above rows of its own", []string{"项目名称 | 甲 | < | <\n项目资金（万元） | 1,050.00 | < | <\n其中：财政拨款 | 1,000.00 | 其他资金 | 50.00\n绩效目标 | 办好 | < | <" + rows},
			"budget.total.yuan=10500000; budget.fiscal.yuan=10000000; budget.other.yuan=500000", ""},
		{"parts that do not add up keep no unit", []string{"项目名称 | 甲 | < | <\n项目资金（万元） | 1,050.00 | < | <\n其中：财政拨款 | 1,000.00 | 其他资金 | 5.00\n绩效目标 | 办好 | < | <" + rows},
			"budget.total.yuan=10500000; budget.fiscal.unit=; budget.other.unit=", "D014"},
		{"a score and a grade below the rows", []string{"项目名称 | 甲 | < | < | <\n资金（万元） | 5 | < | < | <\n绩效目标 | 办好 | < | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值\n产出指标 | 数量指标 | 次数 | ≥3次 | 4次\n得分 | 97 | < | 等级 | 优"},
			"indicators.#=1; extra.#=2; extra[0].text=97; extra[1].text=优", ""},
		{"the unit of each project of a list", []string{"单位 | 项目名称 | 金额（万元） | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值\n某局 | 甲 | 26 | 办好 | 产出指标 | 数量指标 | 人次 | ≥400人次\n某会 | 乙 | 58 | 办好 | 产出指标 | 数量指标 | 人数 | 620人"},
			"projects.#=2; projects[0].unit.name=某局; projects[1].unit.name=某会", ""},
		{"names below the head of second levels", []string{"项目名称 | 甲 | < | <\n资金（万元） | 5 | < | <\n绩效目标 | 办好 | < | <\n一级指标 | 二级指标 | 绩效标准 | 当年预期实现值\n数量指标 | 维修次数 | 全年次数 | 2280次\n质量指标 | 合格率 | 质量 | ≥92%"},
			"indicators.#=2; indicators[0].level1=数量指标; indicators[0].level2=; indicators[0].level3=维修次数; indicators[1].level3=合格率; indicators[1].target.number=92", ""},
		{"second levels where they belong", []string{"项目名称 | 甲 | < | <\n资金（万元） | 5 | < | <\n绩效目标 | 办好 | < | <\n一级指标 | 二级指标 | 绩效标准 | 当年预期实现值\n产出指标 | 数量指标 | 全年次数 | 2280次\n产出指标 | 质量指标 | 质量 | ≥92%"},
			"indicators.#=2; indicators[0].level2=数量指标; indicators[0].level3=", ""},
		{"targets of the whole life beside the year's", []string{"项目名称 | 甲 | < | < | <\n资金（万元） | 5 | < | < | <\n绩效目标 | 办好 | < | < | <\n一级指标 | 二级指标 | 三级指标 | 全生命周期指标值 | 年度指标值\n产出指标 | 数量指标 | 面积 | 18公顷 | 10公顷"},
			"indicators.#=2; indicators[0].term=long; indicators[0].target.number=18; indicators[1].term=annual; indicators[1].target.number=10", "D029"},
		{"labels and amounts in the cells of a block", []string{"项目名称 | 甲 | < | <\n资金情况（万元） | 资金总额 650.00 | 财政拨款 500.00 | 其他资金 150.00\n绩效目标 | 办好 | < | <" + rows},
			"budget.total.yuan=6500000; budget.fiscal.yuan=5000000; budget.other.yuan=1500000", ""},
	} {
		c.hold(t)
	}
}

// TestRunningAmounts holds what lines above a table say of money and goals that it has no
// rows for.
func TestRunningAmounts(t *testing.T) {
	t.Parallel()
	const rows = "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 次数 | ≥3次"
	const name, goals = "一、项目名称：甲", "三、绩效目标：改造1050户。"
	for _, c := range []layout{
		{"money and goals in lines", []string{name, "二、资金规模：总投资126万元，其中财政资金100万元，其他资金26万元", goals, rows},
			"name=甲; budget.total.yuan=1260000; budget.fiscal.yuan=1000000; budget.other.yuan=260000; goals.#=1; goals[0]=改造1050户。", ""},
		{"its parts in a bracket", []string{name, "预算金额：126万元（其中：财政资金100万元）", goals, rows},
			"budget.total.yuan=1260000; budget.fiscal.yuan=1000000", ""},
		{"an amount without a unit is kept as it stands", []string{name, "预算金额：126（其中：财政资金100万元）", goals, rows},
			"budget.total=; budget.fiscal=; extra[0].label=预算金额; extra[0].text=126（其中：财政资金100万元）", ""},
		{"words among the amounts", []string{name, "预算金额：126万元，据实结算", goals, rows},
			"budget.total=; extra[0].text=126万元，据实结算", ""},
		{"a second amount without a label", []string{name, "预算金额：126万元，100万元", goals, rows},
			"budget.total=; extra[0].text=126万元，100万元", ""},
		{"the table's own rows go first", []string{"预算金额：126万元", "绩效目标：办好", "项目名称 | 甲 | 预算金额（万元） | 5\n绩效目标 | 改造 | < | <\n" + rows},
			"budget.total.yuan=50000; goals.#=1; goals[0]=改造; extra.#=0", ""},
		{"money above a list is nobody's", []string{"预算金额：126万元", "项目名称 | 预算金额（万元） | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值\n甲 | 26 | 办好 | 产出指标 | 数量指标 | 人次 | ≥400人次\n乙 |  | 办好 | 产出指标 | 数量指标 | 人数 | 620人"},
			"projects.#=2; projects[0].budget.total.number=26; projects[1].budget.total=", ""},
		{"the project by a short word", []string{"单位：某院　　项目：甲　　年度：2025年", "资金总额：5万元", goals, rows},
			"name=甲; unit.name=某院; fiscal_year=2025", ""},
		{"parts behind the amount of a cell", []string{"项目名称 | 甲 | < | <\n资金总额及构成 | 总额：606万元\\n一、财政拨款：523万元（其中：上级财政资金：523万元；本级财政：0万元） | < | <\n绩效目标 | 办好 | < | <\n" + rows},
			"budget.total.yuan=6060000; budget.fiscal.yuan=5230000", "D007"},
	} {
		c.hold(t)
	}
}

// TestAccountsTold: money in several accounts of the budget under no sum is told, not
// added up.
func TestAccountsTold(t *testing.T) {
	t.Parallel()
	const form = "项目名称 | 甲 | < | < | <\n资金（万元） | 资金总额 | 一般公共预算 | 政府性基金 | HEAD\n^ | 140 | FIRST | SECOND | THIRD\n绩效目标 | 办好 | < | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值 | 备注\n产出指标 | 数量指标 | 次数 | ≥3次 | "
	for _, c := range []struct {
		first, second, head, third, fiscal string
		told                               int
	}{
		{"90", "50", "其他资金", "0", "", 1},
		{"140", "0", "其他资金", "0", "140", 0},
		{"90", "50", "财政拨款", "140", "140", 0},
	} {
		text := strings.NewReplacer("HEAD", c.head, "FIRST", c.first, "SECOND", c.second, "THIRD", c.third).Replace(form)
		d, err := Read(context.Background(), page(t, text), Options{})
		if err != nil || len(d.Projects) != 1 {
			t.Fatal(err)
		}
		fiscal, told := "", 0
		if a := d.Projects[0].Budget.Fiscal; a != nil {
			fiscal = string(a.Number)
		}
		for _, f := range d.Findings {
			if strings.Contains(f.Message, "没有相加") {
				told++
			}
		}
		if fiscal != c.fiscal || told != c.told {
			t.Errorf("%+v: fiscal money %q, told %d times", c, fiscal, told)
		}
	}
}
