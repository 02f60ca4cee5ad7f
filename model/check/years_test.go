package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jxmb/fixtures/wml"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/model/compare"
)

// lastYear is a self-evaluation, thisYear the targets that are set after it, both as
// their forms are printed.
const (
	lastYear = `
		项目名称 | 2022年河道保洁经费 | < | < | < | < | < | < | <
		主管部门 | 某县水利局 | < | < | 实施单位 | 某县河道管理所 | < | < | <
		项目资金\n（万元） |  | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
		^ | 年度资金总额： | < | 80.00 | 80.00 | 80.00 | 10 | 100.00% | 10
		年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | <
		^ | 1.全年保洁河道120公里。 | < | < | < | 全年保洁126公里。 | < | < | <
		绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
		^ | 产出指标 | 数量指标 | 保洁河道长度 | ≥120公里 | 126公里 | 20 | 20 |
		^ | ^ | 质量指标 | 保洁合格率 | ≥90% | 90% | 20 | 20 |
		^ | ^ | 时效指标 | 清理响应时间 | =24小时 | 24小时 | 10 | 10 |
		^ | 成本指标 | 经济成本指标 | 每公里保洁成本 | ≤6500元 | 6500元 | 10 | 10 |
		^ | 效益指标 | 社会效益指标 | 水污染事件 | =2起 | 2起 | 20 | 20 |
		^ | 满意度指标 | 服务对象满意度指标 | 沿河群众满意度 | ≥90% | 群众普遍满意 | 10 | 10 |
		总分 | < | < | < | < | < | 100 | 100 | `
	thisYear = `
		项目名称 | 2023年河道保洁经费 | < | < | <
		主管部门 | 某县水利局 | < | 实施单位 | 某县河道管理所
		项目资金\n（万元） | 年度资金总额： | < | 80.00 | <
		年度总体目标 | 1.全年保洁河道120公里。 | < | < | <
		绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值
		^ | 产出指标 | 数量指标 | 保洁河道长度 | ≥126公里
		^ | ^ | 质量指标 | 保洁合格率 | ≥90%
		^ | ^ | 时效指标 | 清理响应时间 | =24小时
		^ | 成本指标 | 经济成本指标 | 每公里保洁成本 | ≤6500元
		^ | 效益指标 | 社会效益指标 | 水污染事件 | =2起
		^ | 满意度指标 | 服务对象满意度指标 | 沿河群众满意度 | ≥90%`
)

// TestYears changes this year's form, or last year's, and wants the findings of the
// P family that follow, and no others.
func TestYears(t *testing.T) {
	t.Parallel()
	const whole = "≥126公里\x00≥120公里" // so that nothing but the years differs
	for _, c := range []struct {
		name   string
		edits  []string // of this year: old and new, parted by \x00
		before []string // of last year
		want   []string
	}{
		{name: "more of what is to be reached"},
		{name: "less of it, and less than was reached", edits: []string{"≥126公里\x00≥110公里"}, want: []string{"P001 保洁河道长度", "P004 保洁河道长度"}},
		{name: "as much as was asked for, less than was reached", edits: []string{"≥126公里\x00≥121公里"}, want: []string{"P004 保洁河道长度"}},
		{name: "in another unit of length", edits: []string{"≥126公里\x00≥126千米"}},
		{name: "in another unit", edits: []string{"≥126公里\x00≥26条"}},
		{name: "a cost allowed to grow", edits: []string{"≤6500元\x00≤7000元"}, want: []string{"P001 每公里保洁成本", "P004 每公里保洁成本"}},
		{name: "a cost cut", edits: []string{"≤6500元\x00≤6000元"}},
		{name: "the same cost in 万元", edits: []string{"≤6500元\x00≤0.65万元"}},
		{name: "a time allowed to grow", edits: []string{"=24小时\x00=48小时"}, want: []string{"P001 清理响应时间", "P004 清理响应时间"}},
		{name: "a time cut", edits: []string{"=24小时\x00=12小时"}},
		{name: "more of what is unwanted", edits: []string{"=2起\x00=3起"}, want: []string{"P001 水污染事件", "P004 水污染事件"}},
		{name: "less of what is unwanted", edits: []string{"=2起\x00=1起"}},
		{name: "a share lowered that words were reached of", edits: []string{"沿河群众满意度 | ≥90%\x00沿河群众满意度 | ≥85%"}, want: []string{"P001 沿河群众满意度"}},
		{name: "above the target instead of at it", edits: []string{"保洁合格率 | ≥90%\x00保洁合格率 | ＞90%"}},
		{name: "an indicator dropped", edits: []string{"		^ | ^ | 质量指标 | 保洁合格率 | ≥90%\n\x00"}, want: []string{"P002 "}},
		{name: "an indicator under another name", edits: []string{"保洁河道长度\x00河道保洁长度"}},
		{name: "all the same", edits: []string{whole}, before: []string{"126公里 | 20\x00120公里 | 20"}, want: []string{"P003 "}},
		{name: "all the same but a goal", edits: []string{whole, "1.全年\x001.每季度巡查，全年"}, before: []string{"126公里 | 20\x00120公里 | 20"}},
		{name: "all the same but a target", edits: []string{"≥126公里\x00≥127公里"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := compare.Match(
				[]compare.Submission{sketched(t, "项目支出绩效自评表", "（2022年度）", edited(t, lastYear, c.before))},
				[]compare.Submission{sketched(t, "项目支出绩效目标申报表", "（2023年度）", edited(t, thisYear, c.edits))}, true)
			var got []string
			for _, f := range check.Years(m, check.Config{}) {
				_, name, _ := strings.Cut(f.Subject, "/")
				got = append(got, f.Code+" "+name)
				if f.File != "项目支出绩效目标申报表" || f.Origin.Table == 0 || f.Hint == "" || f.Project == "" {
					t.Errorf("%+v", f)
				}
			}
			slices.Sort(got)
			if !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func edited(t *testing.T, form string, edits []string) string {
	t.Helper()
	for _, e := range edits {
		old, new, _ := strings.Cut(e, "\x00")
		if !strings.Contains(form, old) {
			t.Fatalf("the form has no %q", old)
		}
		form = strings.Replace(form, old, new, 1)
	}
	return form
}

// sketched is a form as a Word document, read by the whole parser.
func sketched(t *testing.T, title, year, form string) compare.Submission {
	t.Helper()
	text := func(s string) wml.P { return wml.P{Align: "center", Content: []wml.Inline{wml.Text(s)}} }
	word := wml.Document{Word: true, Seed: 5, Title: title, Body: []wml.Block{text(title), text(year), wml.Sketch(form)}}
	d := parse(t, word.Bytes())
	if len(d.Projects) != 1 || len(d.Projects[0].Indicators) < 5 {
		t.Fatalf("%s is read as %d projects", title, len(d.Projects))
	}
	return compare.Keep(title, d)
}

// TestYearsDisabled: the family obeys the settings as all rules do.
func TestYearsDisabled(t *testing.T) {
	t.Parallel()
	old := sketched(t, "项目支出绩效自评表", "（2022年度）", lastYear)
	new := sketched(t, "项目支出绩效目标申报表", "（2023年度）", edited(t, thisYear, []string{"≥126公里\x00≥110公里"}))
	m := compare.Match([]compare.Submission{old}, []compare.Submission{new}, true)
	cfg := check.Config{Disabled: map[string]bool{"P004": true}, Severity: map[string]model.Severity{"P001": model.Error}, Lang: model.English}
	got := check.Years(m, cfg)
	if len(got) != 1 || got[0].Code != "P001" || got[0].Severity != model.Error || !strings.Contains(got[0].Message, "asks for less") {
		t.Errorf("%+v", got)
	}
	if args := fmt.Sprint(got[0].Args); !strings.Contains(args, "{other_file 项目支出绩效自评表}") || !strings.Contains(args, "{last_year ≥120公里}") {
		t.Errorf("args %s", args)
	}
}
