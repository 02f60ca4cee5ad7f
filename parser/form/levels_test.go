package form

import (
	"strings"
	"testing"
)

// TestHeadsOverLevels reads indicator tables whose heads are words of their
// own: what stands below, levels and values, tells what the columns are.
func TestHeadsOverLevels(t *testing.T) {
	t.Parallel()
	const found = "产出指标/数量指标/修渠 3处; 效益指标/社会效益指标/受益户 60户"
	const rows = "\n产出指标 | 数量指标 | 修渠 | 3处\n效益指标 | 社会效益指标 | 受益户 | 60户"
	for _, c := range []struct{ name, table, want string }{
		{"each column has a head", "大类 | 小类 | 考核内容 | 应达目标" + rows, found},
		{"no head over the first level", " | 小类 | 考核内容 | 应达目标" + rows, found},
		{"one head over both levels", "大类及小类 | < | 考核内容 | 应达目标" + rows, found},
		{"a caption over both levels", "考核指标 | < | 三级指标 | 指标值" + rows, found},
		{"a caption over the only level", "考核指标 | 三级指标 | 指标值\n产出指标 | 修渠 | 3处\n效益指标 | 受益户 | 60户", "产出指标//修渠 3处; 效益指标//受益户 60户"},
		{"numbers and levels under one head", "序号及大类 | < | 考核内容 | 应达目标\n1 | 产出指标 | 修渠 | 3处\n2 | 效益指标 | 受益户 | 60户", "产出指标//修渠 3处; 效益指标//受益户 60户"},
		{"numbers before the levels", "序号 | 大类 | 考核内容 | 应达目标\n1 | 产出指标 | 修渠 | 3处\n2 | 效益指标 | 受益户 | 60户", "产出指标//修渠 3处; 效益指标//受益户 60户"},
		{"three columns", "大类 | 考核内容 | 应达目标\n产出指标 | 修渠 | 3处\n效益指标 | 受益户 | 60户", "产出指标//修渠 3处; 效益指标//受益户 60户"},
		{"a head of the names and targets together", "一级指标 | 二级指标 | 三级指标及指标值 | <" + rows, found},
		// These are too little to be the header of an indicator table.
		{"two columns", "大类 | 应达目标\n产出指标 | 3处\n效益指标 | 60户", ""},
		{"two heads over three columns", "大类 | 考核内容及目标 | <\n产出指标 | 修渠 | 3处\n效益指标 | 受益户 | 60户", ""},
		{"no heads of values", "张某 | 李某 | 王某 | 赵某" + rows, ""},
		{"one word of a head", "张某 | 李某 | 王某 | 应达目标" + rows, ""},
		{"values above", "甲 | 60目标 | 考核内容 | 应达目标 | ≥3处\n产出指标 | 数量指标 | 修渠 | 3处 | 无", ""},
		{"a level above", "产出指标 | 数量指标 | 考核内容 | 应达目标" + rows, ""},
	} {
		d := readPage(t, "项目名称 | 甲 | 绩效目标 | 办好", c.table)
		var got []string
		for _, in := range d.Projects[0].Indicators {
			got = append(got, in.Level1+"/"+in.Level2+"/"+in.Level3+" "+in.Target.Text)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, s, c.want)
		}
		if c.want == "" && !strings.Contains(codes(d), "D002") && !strings.Contains(codes(d), "D028") {
			t.Errorf("%s: nothing is said of the table that was not read: %v", c.name, d.Findings)
		}
	}
}
