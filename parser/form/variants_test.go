package form

import (
	"context"
	"testing"

	"jxmb/model"
	"jxmb/parser/form/draft"
)

// TestVariants reads what forms of other provinces have besides the usual:
// each value is a JSON path of the result with what must stand there.
func TestVariants(t *testing.T) {
	const rows = `
一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 次数 | ≥3次`
	for _, c := range []struct {
		name   string
		blocks []string
		want   map[string]string
	}{
		{"the corner of a money table names its unit", []string{`项目名称 | 甲 | < | <
预算执行情况 | 年度预算数（万元） | 调整后预算数 | 预算执行数
^ | 总额 | 100 | 95
^ | 其中：财政资金 | 90 | 85` + rows},
			map[string]string{"budget.total.yuan": "1000000", "budget.fiscal.yuan": "900000", "budget.executed.yuan": "950000", "budget.lines[2].label": "其中：财政资金", "extra.#": "0"}},
		{"a kind of money as the value of a label", []string{`项目名称 | 甲 | < | <
资金性质 | 财政拨款 | 预算申报数（元） | 460` + rows},
			map[string]string{"extra[0].label": "资金性质", "extra[0].text": "财政拨款", "budget.total.yuan": "460", "budget.lines.#": "0"}},
		{"labels in a row above their values are no values", []string{`项目名称 | 甲 | < | <
绩效总目标 | 中期目标 | < | 年度目标
^ | 三年建成 | < | 今年开工` + rows},
			map[string]string{"goals[0]": "今年开工", "long_term.goals[0]": "三年建成"}},
		{"a part below both totals is the year's", []string{`项目名称 | 甲 | < | <
项目总预算（万元） | 195 | 当年年度预算（万元） | 65
其中：财政资金（万元） | 65 | 其中：其它资金（万元） | 0
年度绩效目标 | 办好 | < | <` + rows},
			map[string]string{"long_term.budget.total.number": "195", "budget.total.number": "65", "budget.fiscal.number": "65", "budget.other.number": "0"}},
		{"the form's year goes before the code's", []string{"绩效自评表（2023年度）", `项目名称 | 51092324T000010263357-甲 | < | <` + rows},
			map[string]string{"fiscal_year": "2023", "code": "51092324T000010263357", "name": "甲"}},
		{"names without levels beside a caption", []string{`项目名称 | 甲 | < | <
绩效指标 | 指标名称 | 指标性质 | 指标值
^ | 促销场次 | ≥ | 20
^ | 满意率 | ≥ | 90`},
			map[string]string{"indicators.#": "2", "indicators[0].level3": "促销场次", "indicators[1].level3": "满意率"}},
		{"rows below the indicators are none", []string{`项目名称 | 甲 | < | <` + rows + `
其他需要说明的事项 | 无 | < | <
经办股室 | 预算股 | < | <
注：须盖章 |  |  |  `},
			map[string]string{"indicators.#": "1", "extra[0].text": "无", "extra[1].label": "经办股室", "extra[1].text": "预算股", "extra[2].text": "须盖章"}},
		{"dots in a template", []string{`项目名称 | 甲 | < | <` + rows + `
产出指标 | 数量指标 | …… | `}, map[string]string{"indicators.#": "1"}},
		{"a caption printed in each row", []string{`项目名称 | 甲 | < | < | <
本省考核内容 | 一级指标 | 二级指标 | 三级指标 | 指标值
本省考核内容 | 产出指标 | 数量指标 | 次数 | ≥3次`}, map[string]string{"indicators.#": "1", "indicators[0].extra.#": "0"}},
		{"a list under a header of two rows", []string{"单位：元", `单位名称 | 项目名称 | 预算数 | 绩效指标 | < | <
^ | ^ | ^ | 一级指标 | 三级指标 | 指标值
201001-某局 | 甲 | 120 | 产出指标 | 渠道 | 3公里
^ | 乙 | 50 | 产出指标 | 机井 | 5眼
合计 |  | 170 |  |  | `},
			map[string]string{"projects.#": "2", "name": "甲", "budget.total.number": "120", "projects[1].name": "乙", "projects[1].unit.code": "201001", "projects[1].budget.total.number": "50", "projects[1].budget.lines.#": "0"}},
		{"lines above the table", []string{"项目支出绩效目标表", "项目名称：甲　项目编码：13082122P00310010001Q", "填报单位：301001某局（盖章）     单位：万元", `预算数 | 3 | 绩效目标 | 办好` + rows},
			map[string]string{"name": "甲", "code": "13082122P00310010001Q", "unit.code": "301001", "unit.name": "某局", "budget.total.yuan": "30000"}},
		{"the unit's line above the table", []string{"1.甲绩效目标表", "301001某局本级", `项目名称 | 甲 | 绩效目标 | 办好` + rows},
			map[string]string{"title": "1.甲绩效目标表", "unit.code": "301001", "unit.name": "某局本级"}},
		{"a plan without its merges", []string{`项目名称 | 甲 | < | <
资金支出计划（%） | 3月底 |  | 12月底
 | 30% |  | 100%` + rows}, map[string]string{"spending_plan.#": "2", "spending_plan[0].percent": "30", "spending_plan[1].percent": "100"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := Read(context.Background(), page(t, c.blocks...), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if err := (&example{Expect: c.want}).compare(d); err != nil {
				t.Error(err)
			}
			for _, f := range d.Findings {
				if f.Code == draft.Rules[draft.RuleLeftover].Code {
					t.Error(f.Message)
				}
			}
		})
	}
}

// TestEmptyCells refers to the cells that the form has and that were left
// empty, so that a review can ask for them.
func TestEmptyCells(t *testing.T) {
	d, err := Read(context.Background(), page(t, `项目名称 |  | 项目编码 |
主管部门 |  | 绩效目标 |
预算规模及资金用途 | 预算数 | < |
^ |  | < | <
一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 |  | ≥3次`), Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := &d.Projects[0]
	for field, want := range map[string][2]int{"name": {1, 2}, "code": {1, 4}, "unit.name": {2, 2}, "goals[0]": {2, 4}, "budget.total": {3, 4}, "purpose": {4, 2}} {
		if o := p.Field(field); o.Row != want[0] || o.Column != want[1] {
			t.Errorf("%s is at row %d column %d, want %v", field, o.Row, o.Column, want)
		}
	}
	if o := p.Indicators[0].Field("level3"); o.Row != 6 || o.Column != 3 {
		t.Errorf("level3 is at row %d column %d", o.Row, o.Column)
	}
	if p.Name != "" || len(p.Goals) > 0 || p.Budget.Total == nil || p.Budget.Total.Number != "" {
		t.Errorf("empty cells gave %q %v %v", p.Name, p.Goals, p.Budget.Total)
	}
}

// TestCellsOnce holds that a second cell of a label replaces the reference to
// an empty first one.
func TestCellsOnce(t *testing.T) {
	d, err := Read(context.Background(), page(t, "项目名称 |  | 项目编码 | \n项目名称 | 甲 | 绩效目标 | 办好\n一级指标 | 三级指标 | 指标值 | \n产出指标 | 次数 | 3 | "), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var names []model.CellRef
	for _, c := range d.Projects[0].Cells {
		if c.Field == "name" {
			names = append(names, c)
		}
	}
	if d.Projects[0].Name != "甲" || len(names) != 1 || names[0].Row != 2 {
		t.Errorf("name %q, references %v", d.Projects[0].Name, names)
	}
}
