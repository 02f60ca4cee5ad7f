package form

import (
	"context"
	"strings"
	"testing"

	"jxmb/model"
	"jxmb/parser/form/draft"
)

// TestMissingParts holds that a form without a part says so, and a whole one
// does not.
func TestMissingParts(t *testing.T) {
	const (
		name       = "项目名称 | 甲 | < | <\n"
		money      = "项目资金（万元） | 年度资金总额 | 5 | <\n"
		goals      = "年度目标 | 办好 | < | <\n"
		indicators = "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 次数 | ≥3次"
	)
	for _, c := range []struct{ name, rows, want string }{
		{"whole", name + money + goals + indicators, ""},
		{"cells left empty are there", "项目名称 |  | < | <\n项目资金（万元） | 年度资金总额 |  | <\n绩效目标 |  | < | <\n" + indicators, ""},
		{"no indicator table", name + money + goals, "D030 error 绩效指标"},
		{"nothing says whose", money + goals + indicators, "D030 error 项目名称"},
		{"a unit and no project", "主管部门 | 某局 | < | <\n" + money + goals + indicators, "D031 warning 项目名称"},
		{"a code and no name", "项目编码 | 51092324T000010263357 | < | <\n" + money + goals + indicators, "D031 warning 项目名称"},
		{"no money", name + goals + indicators, "D031 warning 项目资金"},
		{"no goals", name + money + indicators, "D031 warning 绩效目标"},
		{"neither", name + indicators, "D031 warning 项目资金、绩效目标"},
		{"a header without rows", name + money + goals + "一级指标 | 二级指标 | 三级指标 | 指标值\n | | | ", ""},
		{"columns of a list", "项目名称 | 一级指标 | 三级指标 | 指标值\n甲 | 产出指标 | 次数 | ≥3次\n乙 | 产出指标 | 次数 | ≥4次", ""},
	} {
		d := readPage(t, c.rows)
		var got []string
		for _, f := range d.Findings {
			if f.Code == draft.Rules[draft.RuleNoPart].Code || f.Code == draft.Rules[draft.RuleAbsent].Code {
				_, parts, _ := strings.Cut(f.Message, "：")
				got = append(got, f.Code+" "+string(f.Severity)+" "+parts)
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
	d, err := Read(context.Background(), page(t, "年度部门整体支出绩效目标表", "部门名称 | 某局 | < | <\n"+goals+indicators), Options{Lang: model.English})
	if err != nil || codes(d) != "" || len(d.Findings) > 0 {
		t.Errorf("the form of a whole unit: %v, %v", err, d.Findings)
	}
}

// TestLeftoverWhole holds that a text no label claims is quoted whole.
func TestLeftoverWhole(t *testing.T) {
	text := strings.Repeat("这段文字没有标签，", 12) + "到此为止"
	d, err := Read(context.Background(), page(t, "项目名称 | 甲 | 绩效目标 | 办好\n"+text+" | < | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 次数 | ≥3次"), Options{})
	if err != nil || codes(d) != "D007" || !strings.Contains(d.Findings[0].Message+d.Findings[len(d.Findings)-1].Message, text) {
		t.Errorf("%v: %v", err, d.Findings)
	}
}
