package form

import (
	"context"
	"strings"
	"testing"
)

// TestHeadBlocks holds the rows and lines around the indicators: labels that are told by
// their words, heads over values, labels with their values in one cell.
func TestHeadBlocks(t *testing.T) {
	t.Parallel()
	const rows = "\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 次数 | ≥3次"
	const money = "\n资金总额（万元） | 5 | < | <\n绩效目标 | 办好 | < | <"
	for _, c := range []layout{
		{"labels told by their words", []string{"项目名称 | 甲 | 项目分管领导及电话 | 李某\n项目实施地点 | 某村 | 传真 | 无" + money + rows},
			"extra.#=3; extra[0].label=项目分管领导及电话; extra[0].text=李某; extra[1].text=某村; extra[2].label=传真", ""},
		{"a name of an indicator is no label", []string{"项目名称 | 甲 | < | <" + money + "\n一级指标 | 二级指标 | 三级指标 | 指标值\n决策 | 项目立项 | 相关性 | 相关\n^ | ^ | 可行性 | 可行\n产出指标 | 数量指标 | 次数 | ≥3次"},
			"indicators.#=3; indicators[1].level3=可行性; indicators[2].level3=次数", ""},
		{"heads over values, one of them unknown", []string{"项目名称 | 项目编码 | 甲类甲 | 主管部门\n甲 | A1 | 乙 | 某局" + money + rows},
			"name=甲; code=A1; unit.name=某局; extra.#=1; extra[0].label=甲类甲; extra[0].text=乙", ""},
		{"labels with their values in a row", []string{"项目名称：甲 | < | 8.村组：某村 | <\n7.组长：李某 | < | 9.户数：30户 | <" + money + rows},
			"name=甲; extra.#=3; extra[0].text=某村; extra[1].label=7.组长; extra[1].text=李某; extra[2].text=30户", ""},
		{"the unit of a section", []string{"项目名称 | 甲 | < | <\n二、项目资金（万元） | < | < | <\n1.资金总额：85 | < | 2.财政衔接资金：75 | <\n绩效目标 | 办好 | < | <" + rows},
			"budget.total.yuan=850000; budget.fiscal.yuan=750000", ""},
		{"labels beside the label of them all", []string{"项目名称 | 甲 | < | <\n立项依据 | 文件甲 | 某府发 | <\n^ | 文件乙 | 某财发 | <" + money + rows},
			"extra.#=2; extra[0].label=文件甲; extra[0].text=某府发; extra[1].text=某财发", ""},
		{"lines around the table", []string{"实施期限：2025年　　建设地点：某村", "项目名称 | 甲 | < | <" + money + rows, "填表人：李某　　联系电话：0833"},
			"extra.#=4; extra[0].text=2025年; extra[1].text=某村; extra[2].label=填表人; extra[3].text=0833", ""},
		{"lines below a form are of that form", []string{"项目名称 | 甲 | < | <" + money + rows, "填表人：李某", "项目名称 | 乙 | < | <" + money + rows, "填表人：王某"},
			"projects.#=2; projects[0].extra.#=1; projects[0].extra[0].text=李某; projects[1].extra.#=1; projects[1].extra[0].text=王某", ""},
		{"a unit above numbered titles holds for all", []string{"单位：元", "一、甲类", "项目名称 | 甲 | < | <\n资金总额 | 5 | < | <\n绩效目标 | 办好 | < | <" + rows, "二、乙类", "项目名称 | 乙 | < | <\n资金总额 | 6 | < | <\n绩效目标 | 办好 | < | <" + rows},
			"projects.#=2; projects[0].budget.total.yuan=5; projects[1].budget.total.yuan=6", ""},
		{"one above a form without a title is of that form", []string{"单位：元", "项目名称 | 甲 | < | <\n资金总额 | 5 | < | <\n绩效目标 | 办好 | < | <" + rows, "项目名称 | 乙 | < | <\n资金总额 | 6 | < | <\n绩效目标 | 办好 | < | <" + rows},
			"projects[0].budget.total.yuan=5; projects[1].budget.total.unit=", "D014"},
		{"goals of a policy", []string{"项目名称 | 甲 | < | <\n总体目标 | 政策期目标 | < | 年度目标\n^ | 全覆盖 | < | 办好\n资金总额（万元） | 5 | < | <" + rows},
			"goals.#=1; goals[0]=办好; long_term.goals[0]=全覆盖", ""},
		{"an unknown head beside one of goals", []string{"项目名称 | 甲 | < | <\n总体目标 | 乙丙目的 | < | 年度目标\n^ | 全覆盖 | < | 办好\n资金总额（万元） | 5 | < | <" + rows},
			"goals.#=1; goals[0]=办好; extra[0].text=全覆盖", "D007"},
		{"a year with blanks", []string{"（ 2024 年度）", "项目名称 | 甲 | < | <" + money + rows}, "fiscal_year=2024", ""},
	} {
		c.hold(t)
	}
}

// TestMoneyOfYears holds amounts in columns of years and plans of sums.
func TestMoneyOfYears(t *testing.T) {
	t.Parallel()
	const rows = "\n绩效目标 | 办好 | < | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值 | 备注\n产出指标 | 数量指标 | 次数 | ≥3次 | "
	const name = "项目名称 | 甲 | < | < | <\n"
	const years = "资金安排（万元） | 资金来源 | 2023年 | 2024年 | 合计\n^ | 合计 | 30 | 42 | 72\n^ | 财政拨款 | 28 | 40 | 68"
	for _, c := range []layout{
		{"columns of years", []string{"（2024年度）", name + years + rows},
			"budget.total.yuan=420000; budget.fiscal.yuan=400000; long_term.budget.total.yuan=720000", ""},
		{"the sum where none is", []string{"（2026年度）", name + years + rows}, "budget.total.yuan=720000; budget.fiscal.yuan=680000", ""},
		{"sides over one row", []string{name + "项目资金 | 总额（万元） | 中期（2023-2025年） | < | 年度（2024年）\n^ | ^ | 960 | < | 320\n^ | 财政资金（万元） | 900 | < | 300" + rows},
			"budget.total.yuan=3200000; budget.fiscal.yuan=3000000; long_term.budget.total.yuan=9600000", ""},
		{"the year before", []string{name + "项目资金情况 | 资金来源（万元） | 项目 | 上年度预算安排 | 本年度申请金额\n^ | ^ | 合计 | 80 | 95\n^ | ^ | 财政拨款 | 70 | 85\n^ | 支出明细（元） | 项目 | 上年度预算安排 | 本年度申请金额\n^ | ^ | 合计 | 7 | 9\n^ | ^ | 展柜 | 5 | 6" + rows},
			"budget.total.yuan=950000; budget.fiscal.yuan=850000; budget.lines[5].amount.yuan=9", ""},
		{"a plan of sums", []string{name + "资金总额（万元） | 60 | < | < | <\n用款计划 | 一季度 | 二季度 | 三季度 | 四季度\n^ | 10 | 25 | 15 | 10" + rows},
			"spending_plan.#=0; budget.lines[2].label=二季度; budget.lines[2].amount.number=25", ""},
		{"a plan of shares", []string{name + "资金总额（万元） | 60 | < | < | <\n用款计划 | 一季度 | 二季度 | 三季度 | 四季度\n^ | 10 | 35 | 50 | 100" + rows},
			"spending_plan.#=4; spending_plan[1].percent=35", ""},
		{"progress without a plan", []string{name + "资金总额（万元） | 60 | < | 支出进度 | 48.3%" + rows}, "spending_plan.#=0; extra[0].text=48.3%", ""},
		{"sums in words beside their label", []string{name + "资金规模和来源 | 总投资60万元，其中：中央资金50万元，村集体自筹10万元 | < | < | <" + rows},
			"budget.total.yuan=600000; budget.fiscal.yuan=500000; budget.other.yuan=100000; extra[0].label=资金规模和来源", ""},
		{"a bracket behind an amount", []string{name + "资金总额（万元） | 854万元（农田400万元，示范454万元） | < | 其中：财政拨款（万元） | 160（含结转20万元）" + rows},
			"budget.total.yuan=8540000; budget.total.text=854万元（农田400万元，示范454万元）; budget.fiscal.yuan=1600000", ""},
		{"parts in a bracket", []string{name + "项目资金（万元） | 年度资金总额 | 186万元（其中：财政资金160万元，其他资金26万元） | < | <" + rows},
			"budget.total.yuan=1860000; budget.fiscal.yuan=1600000; budget.other.yuan=260000", ""},
		{"a bracket that names a rate", []string{name + "资金总额（万元） | 120（元/人） | < | < | <" + rows}, "budget.total.number=", "D017"},
		{"sources below their head", []string{name + "资金来源（万元） | 年初预算 | 调整预算 | 1-9月支付数 | 支付进度\n资金合计 | 1680 | 1720 | 1300 | 75.6%\n其中：中央资金 | 900 | 920 | 700 | 76.1%" + rows},
			"budget.total.yuan=17200000; budget.fiscal.yuan=9200000; budget.executed.yuan=13000000", ""},
		{"one sum in figures and in words", []string{name + "申请资金（元） | 320000 | < | 申请资金（大写） | 叁拾贰万元整" + rows}, "budget.total.yuan=320000", ""},
	} {
		c.hold(t)
	}
}

// TestOtherYearsTold: money in columns of other years than the form's, under no sum, is
// told and no budget.
func TestOtherYearsTold(t *testing.T) {
	t.Parallel()
	const form = "项目名称 | 甲 | < | < | <\n资金安排（万元） | 资金来源 | 2023年预算 | 2024年预算 | 备注\n^ | 合计 | 30 | 42 | \n^ | 财政拨款 | 28 | 40 | \n绩效目标 | 办好 | < | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值 | 备注\n产出指标 | 数量指标 | 次数 | ≥3次 | "
	for year, want := range map[string]string{"（2024年度）": "42", "（2026年度）": ""} {
		d, err := Read(context.Background(), page(t, year, form), Options{})
		if err != nil || len(d.Projects) != 1 {
			t.Fatal(err)
		}
		total, told := "", false
		if a := d.Projects[0].Budget.Total; a != nil {
			total = string(a.Number)
		}
		for _, f := range d.Findings {
			told = told || strings.Contains(f.Message, "按年份分栏")
		}
		if total != want || told != (want == "") {
			t.Errorf("%s: total %q, told %v", year, total, told)
		}
	}
}
