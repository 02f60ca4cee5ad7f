package form

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// TestIndicatorsInOneCell reads indicators that stand in one cell, a line each.
func TestIndicatorsInOneCell(t *testing.T) {
	const top = "项目名称 | 甲 | < | <\n项目资金（万元） | 年度资金总额 | 5 | <\n年度目标 | 办好 | < | <\n"
	for _, c := range []struct{ name, rows, want string }{
		{"levels in brackets", `绩效指标 | 【产出指标-数量指标】指标1：购置巡护车（≥7辆）\n【产出指标-质量指标】指标1：验收合格率（100%）\n【满意度指标-服务对象满意度指标】指标1：护林员满意度（≥90%） | < | <`,
			`产出指标/数量指标/购置巡护车 >= 7 辆; 产出指标/质量指标/验收合格率 = 100 %; 满意度指标/服务对象满意度指标/护林员满意度 >= 90 %`},
		{"numbered behind their level", `绩效指标 | 产出指标：1.培训护林员≥120人次；2.印发手册2000册\n效益指标：1.火灾受害率≤0.9‰\n满意度指标：1.群众满意度：≥85% | < | <`,
			`产出指标//培训护林员 >= 120 人次; 产出指标//印发手册 = 2000 册; 效益指标//火灾受害率 <= 0.9 ‰; 满意度指标//群众满意度 >= 85 %`},
		{"a level a line, second levels before the items", `年度绩效指标 | 一、产出指标（50分）\n1.数量指标：栽植苗木，不少于3000株\n2.时效指标：完工时间：2024年6月底前\n二、效益指标\n1.生态效益指标：水土流失情况：有效改善 | < | <`,
			`产出指标（50分）/数量指标/栽植苗木 >= 3000 株; 产出指标（50分）/时效指标/完工时间 <= 2024-06-30; 效益指标/生态效益指标/水土流失情况 有效改善`},
		{"levels without 指标", `考核指标 | 产出：数量：维修水渠≥5公里\n效益：社会效益：受益户数≥300户；带动就业≥20人\n满意度：受益群众满意度≥95% | < | <`,
			`产出/数量/维修水渠 >= 5 公里; 效益/社会效益/受益户数 >= 300 户; 效益/社会效益/带动就业 >= 20 人; 满意度//受益群众满意度 >= 95 %`},
		{"a level left of the cell", `产出指标 | 1.安装路灯≥60盏\n2.亮灯率≥98% | < | <
效益指标 | 夜间事故下降率≥10% | < | <`,
			`产出指标//安装路灯 >= 60 盏; 产出指标//亮灯率 >= 98 %; 效益指标//夜间事故下降率 >= 10 %`},
		{"two levels left of the cell", `产出指标 | 数量指标 | 指标1：放映电影≥24场\n指标2：覆盖村数：12个 | <
^ | 时效指标 | 放映完成时间：12月底前 | <
满意度指标 | 服务对象满意度指标 | 村民满意度≥90% | <`,
			`产出指标/数量指标/放映电影 >= 24 场; 产出指标/数量指标/覆盖村数 = 12 个; 产出指标/时效指标/放映完成时间 <= --12-31; 满意度指标/服务对象满意度指标/村民满意度 >= 90 %`},
		{"an item without a target is kept with none", `绩效指标 | 产出指标：清理河道≥8公里；河道面貌明显改观 | < | <`,
			`产出指标//清理河道 >= 8 公里; 产出指标//河道面貌明显改观 -`},
	} {
		d := readPage(t, top+c.rows)
		var got []string
		for _, in := range d.Projects[0].Indicators {
			v := in.Target
			said := fmt.Sprintf("%s %s %s", v.Operator, v.Number, v.Unit)
			switch {
			case v.Deadline != nil:
				said = string(v.Operator) + " " + v.Deadline.Date
			case v.Text == "":
				said = "-"
			case v.Number == "":
				said = v.Text
			}
			got = append(got, in.Level1+"/"+in.Level2+"/"+in.Level3+" "+said)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, s, c.want)
		}
		if len(d.Findings) > 0 || len(d.Projects) != 1 || d.Projects[0].Name != "甲" {
			t.Errorf("%s: %d projects, findings %v", c.name, len(d.Projects), d.Findings)
		}
	}
}

// TestNotSplit reports a cell of several indicators that no label heads.
func TestNotSplit(t *testing.T) {
	const text = `产出指标：完成项目前期\n效益指标：发挥作用`
	for rows, want := range map[string]string{
		"项目名称 | 预算数 | 绩效目标 | 绩效指标\n甲 | 3 | 办好 | 产出指标：维修≥3处\n乙 | 4 | 办好 | " + text: "D014 D014 D007 D007",
		"项目名称 | 甲 | 备注 | " + text:               "D033",
		"项目名称 | 甲 | 绩效指标 | 产出指标：维修≥3处；效益指标另行下达": "",
		"项目名称 | 甲 | 备注 | 指标值见附件":                "",
		"项目名称 | 甲 | 备注 | 指标值见附件\\n指标另行下达":       "",
	} {
		d, err := Read(context.Background(), page(t, rows+"\n绩效目标 | 办好 | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 次数 | ≥3次"), Options{})
		if err != nil || codes(d) != want {
			t.Errorf("%s: %v, findings %v, want %s", rows, err, d.Findings, want)
		}
	}
}
