package form

import (
	"context"
	"strings"
	"testing"

	"jxmb/parser/form/draft"
)

// TestOtherForms reads forms of other offices whose labels have other words, and
// reports what of them it cannot place.
func TestOtherForms(t *testing.T) {
	t.Parallel()
	const rows = "\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 发放人次 | ≥5万人次"
	for _, c := range []layout{
		{"a policy", []string{"政策名称 | 高龄津贴 | 政策主管部门 | 某局\n政策资金（万元） | 资金合计 | 300 | <\n^ | 上级补助资金 | 200 | <\n绩效目标 | 按时发放 | < | <" + rows},
			"name=高龄津贴; unit.name=某局; budget.total.yuan=3000000; indicators.#=1", ""},
		{"the unit in charge by another word", []string{"项目名称 | 甲 | 主管单位 | 某局\n预算安排金额（万元） | 30 | 承担单位 | 某站\n绩效目标 | 办好 | < | <" + rows},
			"unit.name=某局; budget.total.yuan=300000; extra.#=1; extra[0].label=承担单位", ""},
		{"what was done beside the goals", []string{"项目名称 | 甲 | < | <\n年度目标 | 年初设定目标 | < | 全年实际完成\n^ | 修渠3公里。 | < | 修渠2公里。" + rows},
			"goals.#=1; goals[0]=修渠3公里。; extra[0].label=全年实际完成; extra[0].text=修渠2公里。", ""},
		{"levels that head columns beside the goals", []string{"项目名称 | 资金合计（万元） | 年度目标 | 产出指标 | 满意度指标\n甲 | 20 | 修渠3公里。 | 渠长≥3公里 | 满意度≥90%"},
			"name=甲; budget.total.number=20; goals.#=1; goals[0]=修渠3公里。; indicators.#=2; indicators[0].level1=产出指标; indicators[0].level3=渠长; indicators[1].level1=满意度指标; indicators[1].target.number=90", ""},
		{"a second project below the heads of the first", []string{"项目名称 | 资金合计（万元） | 年度目标 | 备注\n甲 | 20 | 修渠3公里。 | 无\n乙 | 30 | 清淤5公里。 | 无"},
			"projects.#=1; name=甲; budget.total.number=20; goals[0]=修渠3公里。", "D002"},
		{"a unit behind the blank of a lost merge", []string{"项目名称 | 甲 | < | <\n主管部门 |  | 某县水利局 | \n绩效目标 | 办好 | < | <" + rows}, "unit.name=", "D007"},
	} {
		c.hold(t)
	}
}

// TestGoalsUnheaded tells of the texts of a list that may be its goals, where their
// head is not known and no other is that of goals.
func TestGoalsUnheaded(t *testing.T) {
	t.Parallel()
	for head, want := range map[string]int{
		"项目名称 | 预算数（万元） | 干啥用 | 一级指标 | 二级指标 | 三级指标 | 指标值\n甲 | 20 | 修渠3公里，改善灌溉。 | 产出指标 | 数量指标 | 渠长 | ≥3公里": 1,
		"项目名称 | 预算数（万元） | 干啥用 | 一级指标 | 二级指标 | 三级指标 | 指标值\n甲 | 20 | 新建 | 产出指标 | 数量指标 | 渠长 | ≥3公里":          0,
		"项目名称 | 绩效目标 | 干啥用 | 一级指标 | 二级指标 | 三级指标 | 指标值\n甲 | 修渠 | 修渠3公里，改善灌溉。 | 产出指标 | 数量指标 | 渠长 | ≥3公里":    0,
	} {
		d, err := Read(context.Background(), page(t, head), Options{})
		if err != nil {
			t.Fatal(err)
		}
		told := 0
		for _, f := range d.Findings {
			if f.Code == draft.Rules[draft.RuleAbsent].Code && strings.Contains(f.Message, "干啥用") {
				told++
			}
		}
		if told != want || len(d.Projects) != 1 || len(d.Projects[0].Indicators) != 1 {
			t.Errorf("%s: told %d times, want %d; %d projects; %v", head, told, want, len(d.Projects), d.Findings)
		}
	}
}
