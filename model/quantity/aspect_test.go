package quantity_test

import (
	"testing"

	"jxmb/model"
	"jxmb/model/quantity"
)

func TestAspectOf(t *testing.T) {
	for _, c := range []struct {
		level1, level2 string
		want           model.Aspect
	}{
		{"产出指标", "数量指标", model.Output},
		{"产\n出\n指\n标", "数量指标", model.Output},
		{"产 出 指 标（50分）", "数量指标", model.Output},
		{"项目完成指标", "时效指标", model.Output},
		{"", "质量指标", model.Output},
		{"⽣态效益", "", model.Benefit},
		{"效果指标", "社会效益指标", model.Benefit},
		{"效果指标", "服务对象满意度指标", model.Satisfaction},
		{"社会公众或服务对象满意度指标", "", model.Satisfaction},
		{"产出指标", "成\n本\n指\n标", model.Cost},
		{"成本指标", "社会成本指标", model.Cost},
		{"成本指标", "生态环境成本指标", model.Cost},
		{"成本效益指标", "", model.Benefit},
		{"", "可持续影响指标", model.Benefit},
		{"项目决策", "项目目标", ""},
		{"", "", ""},
	} {
		if got := quantity.AspectOf(c.level1, c.level2); got != c.want {
			t.Errorf("%q, %q: %q, want %q", c.level1, c.level2, got, c.want)
		}
	}
}

func TestPoints(t *testing.T) {
	for level, want := range map[string]model.Decimal{
		"产出指标（50分）": "50", "产出指标(50)": "50", "产\n出\n指\n标\n（ 30 分 ）": "30", "产出指标（60分）（A）": "60", "产出指标（权重：12.5分）": "12.5",
		"产出指标50分": "50", "产出指标": "", "产出指标（必填）": "", "（50分）": "", "产出指标（30%）": "", "产出指标（-5分）": "", "50": "", "产出指标50": "", "50分": "", "产出指标（共计50）": "50", "产出指标(满分10分)": "10", "产出指标（0分）": "0", "产出指标（分值50）": "50", "产出指标（合计50）": "50", "产出指标（共50分）": "50", "产出指标（计：50分）": "50", "产出指标（A）（B）": "", "(50分)(A)": "", "产出指标(50)(A": "",
	} {
		if got := quantity.Points(level); got != want {
			t.Errorf("%q: %q, want %q", level, got, want)
		}
	}
}

func TestFolded(t *testing.T) {
	for text, want := range map[string]string{
		"项 目　名\u00A0称\n（％）": "项目名称(%)", "⽬标⼈数": "目标人数", "項目": "项目", "\uF914分": "樂分", "产\u200B出\uFEFF指\u2028标": "产出指标", "【甲】［乙］": "(甲)(乙)",
	} {
		if got := quantity.Folded(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
