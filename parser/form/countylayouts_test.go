package form

import (
	"context"
	"strings"
	"testing"

	"jxmb/parser/block"
)

// TestCountyLayouts holds layouts that counties lay out by hand: values in several cells
// under one head, heads of monitoring forms, years beside each other, and indicators in
// lines or beside the rows of the project.
func TestCountyLayouts(t *testing.T) {
	t.Parallel()
	for _, c := range []layout{
		{"sign, number and unit under one head", []string{"项目名称 | 甲 | < | < | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值 | < | <\n产出指标 | 数量指标 | 服务学校 | ≥ | 48 | 所\n^ | 时效指标 | 服务时长 | = | 10 | 个月"},
			"indicators.#=2; indicators[0].target.operator=>=; indicators[0].target.number=48; indicators[0].target.unit=所; indicators[1].target.number=10; indicators[1].target.unit=个月", ""},
		{"number and unit under one head", []string{"项目名称 | 甲 | < | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值 | <\n产出指标 | 数量指标 | 服务学校 | 48 | 所\n^ | 时效指标 | 服务时长 | 10 | 个月"},
			"indicators[0].target.number=48; indicators[0].target.unit=所; indicators[1].target.unit=个月", ""},
		{"whether the goal was missed is no value", []string{"项目名称 | 甲 | < | < | < | <\n一级指标 | 二级指标 | 三级指标 | 全年目标值 | 1-6月完成值 | 是否偏离目标\n产出指标 | 数量指标 | 补贴户数 | ≥2.6万户 | 1.1万户 | 否"},
			"indicators[0].target.text=≥2.6万户; indicators[0].actual.text=1.1万户; indicators[0].extra[0].text=否", "D029"},
		{"what is expected beside what was set", []string{"项目名称 | 甲 | < | < | < | <\n一级指标 | 二级指标 | 三级指标 | 年初目标值 | 截至8月底完成值 | 预计全年完成值\n产出指标 | 数量指标 | 示范村 | 10个 | 6个 | 9个"},
			"indicators[0].target.text=10个; indicators[0].actual.text=6个", "D029 D029"},
		{"the first of several years", []string{"项目名称 | 甲 | < | < | < | <\n一级指标 | 二级指标 | 三级指标 | 2025年 | 2026年 | 2027年\n产出指标 | 数量指标 | 断面 | 20个 | 24个 | 28个"},
			"indicators.#=1; indicators[0].target.text=20个; indicators[0].history.#=2; indicators[0].history[0].year=2026", "D029"},
		{"names and targets in lines", []string{"项目名称 | 甲 | < | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值 | 分值\n产出指标 | 数量指标 | 指标1：修复面积\\n指标2：巡护点 | ≥320公顷\\n8个 | 20\\n10\n^ | 质量指标 | 指标1：合格率 | 100% | 20"},
			"indicators.#=3; indicators[0].level3=修复面积; indicators[0].target.number=320; indicators[0].weight=20; indicators[1].level3=巡护点; indicators[1].level2=数量指标; indicators[1].target.text=8个; indicators[1].weight=10", ""},
		{"lines that share a weight stay together", []string{"项目名称 | 甲 | < | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值 | 分值\n产出指标 | 数量指标 | 指标1：修复面积\\n指标2：巡护点 | ≥320公顷\\n8个 | 20"},
			"indicators.#=1", "D033"},
		{"a name over two lines is one", []string{"项目名称 | 甲 | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 修复湿地\\n面积 | 不少于\\n320公顷"},
			"indicators.#=1", ""},
		{"the rows of the project left of the indicators", []string{"项目名称 | 食堂 | 一级指标 | 二级指标 | 三级指标 | 指标值\n预算金额（万元） | 72 | 产出指标 | 数量指标 | 食堂 | 6家\n绩效目标 | 助餐 | 产出指标 | 质量指标 | 事故 | 0起\n备注 |  | 满意度指标 | 服务对象满意度指标 | 满意度 | ≥92%"},
			"projects.#=1; name=食堂; budget.total.number=72; goals[0]=助餐; indicators.#=3; indicators[2].target.number=92", ""},
		{"no more of them than three", []string{"项目名称 | 食堂 | 一级指标 | 二级指标 | 三级指标 | 指标值\n预算金额（万元） | 72 | 产出指标 | 数量指标 | 食堂 | 6家\n绩效目标 | 助餐 | 产出指标 | 质量指标 | 事故 | 0起"},
			"projects.#=1; name=食堂; budget.total.number=72; goals[0]=助餐; indicators.#=2; indicators[1].target.number=0", ""},
		{"a forecast beside the target", []string{"项目名称 | 甲 | < | < | < | <\n一级指标 | 二级指标 | 三级指标 | 年度目标值 | 三季度末实际值 | 全年预计值\n产出指标 | 数量指标 | 设施 | ≥24处 | 18处 | 24处"},
			"indicators[0].target.text=≥24处; indicators[0].actual.text=18处", "D029"},
		{"a list with second levels over running text", []string{"项目名称 | 预算金额（万元） | 绩效目标 | 数量指标 | 质量指标 | 满意度指标\n甲 | 32 | 新装 | 路灯≥160盏 | 亮灯率≥98% | 满意度≥90%"},
			"indicators.#=3; indicators[0].level2=数量指标; indicators[0].target.number=160; indicators[2].level1=满意度指标", ""},
		{"a level over nothing in running text", []string{"项目名称 | 预算金额（万元） | 绩效目标 | 产出指标 | 满意度指标\n甲 | 32 | 新装 | 路灯≥160盏\\n质量指标： | 满意度≥90%"},
			"indicators.#=2; indicators[0].level3=路灯", "D007"},
		{"a list with indicators in running text", []string{"项目名称 | 预算安排（万元） | 绩效目标 | 产出指标 | 效益指标\n甲 | 45 | 回收 | 面积≥8万亩；率≥85% | 土壤改善\n乙 | 60 | 新建 | 广场6个 | 受益≥4000人"},
			"projects.#=2; projects[0].budget.total.number=45; projects[0].indicators.#=3; projects[0].indicators[1].target.number=85; projects[0].indicators[2].level1=效益指标; projects[1].name=乙; projects[1].indicators[1].target.number=4000", ""},
	} {
		c.hold(t)
	}
}

// What stands above and below the money of five columns.
const (
	aProject   = "项目名称 | 甲 | < | < | <\n"
	belowMoney = "\n绩效目标 | 办好 | < | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值 | 备注\n产出指标 | 数量指标 | 次数 | ≥3次 | "
)

// TestCountyMoney holds what such forms say of money and the year.
func TestCountyMoney(t *testing.T) {
	t.Parallel()
	for _, c := range []layout{
		{"an unknown source among heads over amounts", []string{aProject + "资金来源（万元） | 合计 | 财政拨款 | 信托资金 | 其他资金\n^ | 540 | 500 | 0 | 40" + belowMoney},
			"budget.total.number=540; budget.fiscal.number=500; budget.other.number=40", ""},
		{"a sum under the scale of the money", []string{aProject + "资金规模（万元） | 小计 | 财政资金 | 社会资金 | 自筹资金\n^ | 320 | 300 | 0 | 20" + belowMoney},
			"budget.total.number=320; budget.total.unit=万元; budget.fiscal.number=300", ""},
		{"the unit at the head of the row", []string{aProject + "资金情况 | 年度资金总额 | 其中：财政拨款 | 其他资金 | <\n金额（万元） | 185.6 | 185.6 | 0 | <" + belowMoney},
			"budget.total.yuan=1856000; budget.fiscal.yuan=1856000", ""},
		{"what was spent in months, beside its label", []string{aProject + "全年预算（万元） | 1500 | 1-6月支出（万元） | 620 | <" + belowMoney},
			"budget.total.number=1500; budget.executed.number=620; budget.executed.unit=万元", ""},
		{"one account alone has money", []string{aProject + "资金（万元） | 资金总额 | 5200 | < | <\n^ | 其中：公共财政拨款：5000 | < | 政府性基金：0 | <\n^ | 其他资金：200 | < | < | <" + belowMoney},
			"budget.total.number=5200; budget.fiscal.number=5000; budget.other.number=200", ""},
		{"of levels of government that may be another", []string{aProject + "资金（万元） | 资金总额 | 25 | < | <\n^ | 上级财政资金 | 0 | 同级财政资金 | 25" + belowMoney},
			"budget.total.number=25; budget.fiscal=", ""},
		{"the sums below the tasks of a unit", []string{"部门名称 | 某局 | < | < | <\n年度主要任务 | 任务名称 | 预算金额（万元） | < | <\n^ | ^ | 总额 | 财政拨款 | 其他资金\n^ | 任务1 | 620 | 600 | 20\n^ | 金额合计 | 1000 | 980 | 20" + belowMoney},
			"budget.total.number=1000; budget.total.unit=万元; budget.fiscal.number=980; budget.other.number=20", ""},
		{"the year of a title that is no known one", []string{"2024年上半年绩效运行情况", "项目名称 | 甲 | 预算金额（万元） | 5 | <" + belowMoney},
			"fiscal_year=2024; budget.total.number=5", ""},
		{"the year of the document", []string{"某局2025年部门预算项目绩效目标", "一、甲绩效目标表", "项目名称 | 甲 | 预算金额（万元） | 5 | <" + belowMoney},
			"fiscal_year=2025; projects[0].fiscal_year=2025", ""},
		{"a day that is all of an indicator", []string{"项目名称 | 甲 | <\n资金总额 | 76万元 | <\n绩效目标 | 办好 | <\n产出指标 | 数量指标 | 抽检≥1600批次\n^ | 时效指标 | 2025年12月20日前完成"},
			"indicators.#=2; indicators[1].level2=时效指标; indicators[1].target.kind=deadline; indicators[1].target.deadline.date=2025-12-20", ""},
	} {
		c.hold(t)
	}
}

// TestNestedMoney holds a table of money in the cell beside its label, and reports what a
// nested table holds that is not read, where its cell has no text of its own.
func TestNestedMoney(t *testing.T) {
	t.Parallel()
	for label, want := range map[string]string{"项目资金情况": "310 万元 ", "备注": "  D007"} {
		doc := page(t, "项目名称 | 公路\n"+label+" | 格\n绩效目标 | 安防\n一级指标 | 指标值\n产出指标 | ≥75公里")
		inner := page(t, "资金来源 | 金额（万元）\n合计 | 310\n财政拨款 | 260").Blocks[0].Table
		c := &doc.Blocks[0].Table.Cells[3]
		c.Text, c.Nested = "", []*block.Table{inner}
		c.Start, c.End, inner.Start, inner.End = 990, 2000, 995, 1990
		d, err := Read(context.Background(), doc, Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if total := d.Projects[0].Budget.Total; total != nil {
			got = string(total.Number) + " " + total.Unit
		} else {
			got = " "
		}
		got += " "
		if strings.Contains(codes(d), "D007") {
			got += "D007"
		}
		if got != want {
			t.Errorf("%s: got %q, want %q: %v", label, got, want, d.Findings)
		}
	}
}

// TestNestedIndicators holds a form whose cell beside 绩效指标 is the table of them.
func TestNestedIndicators(t *testing.T) {
	t.Parallel()
	doc := page(t, "项目名称 | 公路\n资金总额（万元） | 430\n绩效目标 | 安防\n绩效指标 | 格")
	inner := page(t, "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 里程 | ≥75公里")
	c := &doc.Blocks[0].Table.Cells[7]
	table := inner.Blocks[0].Table
	c.Text = "一级指标\n二级指标\n里程\n≥75公里"
	c.Runs = []block.Run{{Offset: 0, Start: 1000, End: 1900}}
	c.Start, c.End, table.Start, table.End, c.Nested = 990, 2000, 995, 1990, []*block.Table{table}
	d, err := Read(context.Background(), doc, Options{})
	if err != nil || len(d.Projects) != 1 || len(d.Projects[0].Indicators) != 1 {
		t.Fatalf("read %+v: %v", d, err)
	}
	if p := d.Projects[0]; p.Name != "公路" || p.Indicators[0].Target.Text != "≥75公里" {
		t.Errorf("read %s with %s", p.Name, p.Indicators[0].Target.Text)
	}
	for _, f := range d.Findings {
		if strings.HasPrefix(f.Code, "D0") {
			t.Errorf("finding %s: %s", f.Code, f.Message)
		}
	}
}
