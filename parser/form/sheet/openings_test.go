package sheet

import (
	"slices"
	"strings"
	"testing"
)

// TestOpenings finds the row at which each further form of a table begins, with
// the lines that lead to it.
func TestOpenings(t *testing.T) {
	t.Parallel()
	const (
		header = "\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 修渠 | 3处\n"
		year   = "年度 | 2024年 | < | <\n"
		first  = "项目名称 | 甲 | < | <"
		second = "项目名称 | 乙 | < | <"
		title  = "项目绩效目标表 | < | < | <\n"
		goals  = "\n绩效目标 | 办好 | < | <"
		office = "\n主管部门 | 某局 | < | <"
		other  = "主管部门 | 另局 | < | <"
	)
	for _, c := range []struct {
		name, table string
		want        []int
	}{
		{"one form", first + header, nil},
		{"two projects", first + header + second + header, []int{4}},
		{"two projects with goals alone", first + goals + "\n" + second + goals, []int{3}},
		{"two names before any block", first + "\n" + second + header, nil},
		{"a title in front", title + first + header + title + second + header, []int{5}},
		{"a blank row in front", first + header + " | | | \n" + second + header, []int{4}},
		{"two words in front, of which one is a title", first + header + "项目绩效目标表 | | 第2页 | \n" + second + header, []int{5}},
		{"words in front that are no title", first + header + "本页由经办人填写 | < | < | <\n" + second + header, []int{5}},
		{"a unit of money in front", first + header + "金额单位：万元 | < | < | <\n" + second + header, []int{4}},
		{"a year in front of each of three", year + first + header + year + second + header + year + strings.Replace(second, "乙", "丙", 1) + header, []int{5, 9}},
		{"a year that stood in no form above", first + header + year + second + header, []int{5}},
		{"the head of the page again", first + header + first + header, nil},
		{"the head of the page again, the last header above it", first + header + first, nil},
		{"the same name over goals of its own", first + goals + header + first + goals + header, []int{5}},
		{"the same name over goals, no header below", first + goals + header + first + goals, nil},
		{"the same name over a header, goals in front of the last", first + header + first + header + other + goals + header, nil},
		{"the names of one line", "项目名称 | 甲 | 项目名称 | 乙" + header, nil},
		{"another office behind the indicators", first + office + header + other + header, []int{5}},
		{"another office before the indicators", first + office + "\n" + other + header, nil},
		{"another office below the last header", first + office + header + other, nil},
		{"another office behind another label", first + office + header + "联系人 | 某甲 | 主管部门 | 另局" + header, nil},
		{"another project behind another label", first + header + "主管部门 | 某局 | 项目名称 | 乙" + header, []int{4}},
		{"another project behind words", first + header + "甲方 | 某局 | 项目名称 | 乙" + header, nil},
		{"another project in the last row", first + header + second, []int{4}},
		{"units without projects", "部门名称 | 某局 | < | <" + header + "部门名称 | 另局 | < | <" + header, []int{4}},
		{"a list whose pages name their offices", strings.Replace("主管部门 | 某局 | < | <"+header+other+header, "二级指标", "项目名称", 2), nil},
		{"heads of columns without values", "绩效目标 | 办好\n项目名称 | 项目编码\n甲 | 1\n项目名称 | 主管部门\n乙 | 2", nil},
		{"forms of a line with a title between", "项目名称 | 甲 | 绩效目标 | 办好\n" + title + "项目名称 | 乙 | 绩效目标 | 办好", []int{2}},
		{"a unit of money in the first line of a form", "金额单位：万元 | 项目名称 | 甲 | 绩效目标\n项目名称 | 乙 | 绩效目标 | 办好", []int{2}},
		{"the head of the page of the second form again", first + header + second + header + second + header, []int{4}},
		{"two names before any block of the second form", first + header + second + "\n" + strings.Replace(second, "乙", "丙", 1) + header, []int{4}},
		{"a name behind words", "甲方 | 某局 | 项目名称 | 甲" + header + second + header, []int{4}},
		{"a label named by an indicator first", first + header + "产出指标 | 数量指标 | 项目编码 | 3个\n项目编码 | 07 | < | <", nil},
		{"goals of the period and the year", first + "\n中期绩效目标 | 办好 | < | <" + header + "年度绩效目标 | 办成 | < | <" + header, nil},
		{"goals of the year twice", first + "\n年度绩效目标 | 办好 | < | <" + header + "年度绩效目标 | 办成 | < | <" + header, []int{5}},
		{"goals of the period twice", first + "\n中期绩效目标 | 办好 | < | <" + header + "中期绩效目标 | 办成 | < | <" + header, []int{5}},
		{"a caption of rows", first + "\n项目基本情况 | < | < | <" + header + second + "\n项目基本情况 | < | < | <" + header, []int{5}},
		{"the same name over words on its purpose", first + header + first + "\n资金用途 | 修渠 | < | <" + header, []int{4}},
		{"the same name over a group of heads", first + header + first + "\n年度绩效指标 | < | < | <" + header, nil},
		{"a row that is merged with the one above", first + "\n^ | ^ | < | <" + header + second + "\n^ | ^ | < | <" + header, []int{5}},
		{"a label at the edge again", "主管部门 | 某局 | < | 项目名称" + header + "主管部门 | 某局 | < | 项目名称" + header, nil},
		{"a label at the edge, with a value later", "主管部门 | 某局 | < | 项目名称" + header + "主管部门 | 某局 | 项目名称 | 乙" + header, []int{4}},
		{"a name with its value in its cell", "主管部门 | 某局 | < | 项目名称：甲" + header + "主管部门 | 某局 | < | 项目名称：乙" + header, []int{4}},
		{"goals as a caption of the header", first + goals + "\n绩效目标 | 一级指标 | 三级指标 | 指标值\n | 产出指标 | 修渠 | 3处\n绩效目标 | 二级指标 | 三级指标 | 指标值\n | 数量指标 | 修路 | 3处\n绩效目标 | 一级指标 | 三级指标 | 指标值\n | 产出指标 | 修渠 | 3处", nil},
		{"an indicator named as a label", first + header + "效益指标 | 项目名称 | 乙 | 3个" + header, nil},
	} {
		s := sketched(t, c.table)
		if got := s.Openings(func(text string) bool { return strings.HasSuffix(text, "绩效目标表") }); !slices.Equal(got, c.want) {
			t.Errorf("%s: rows %v, want %v", c.name, got, c.want)
		}
	}
}
