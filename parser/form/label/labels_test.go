package label

import (
	"strings"
	"testing"
)

func TestParseLabelsStrict(t *testing.T) {
	for _, c := range []struct{ table, want string }{
		{"项目名称\tproject\tname\t-", "want 5 columns"},
		{"项目名称\tproject\tname\t-\t", "the last filled"},
		{"项目名称\tproject\tname\tsoon\tH1", `unknown term "soon"`},
		{"项 目\tproject\tname\t-\tH1", "not in the form labels are compared in"},
		{"甲乙\tproject\tname\t-\tH1\n甲乙\tproject\tcode\t-\tH1", "labels.tsv:2: label \"甲乙\" has two meanings in scope project"},
		{"\tproject\tname\t-\tH1", "the first and the last"},
	} {
		if _, err := parse(c.table); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want one with %q", c.table, err, c.want)
		}
	}
}

// TestLabelSources holds every source key of labels.tsv to the list in its head.
func TestLabelSources(t *testing.T) {
	known := map[string]bool{}
	for line := range strings.Lines(labelTable) {
		if strings.HasPrefix(line, "# ") {
			known[strings.Fields(line)[1]] = true
			continue
		}
		if strings.HasPrefix(line, "#") {
			continue
		}
		cols := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if !known[cols[4]] {
			t.Errorf("%s: source %q is not explained", cols[0], cols[4])
		}
	}
}

func TestLookup(t *testing.T) {
	ls := builtIn(t)
	for _, c := range []struct{ text, label, note string }{
		{"项目名称", "项目名称", ""},
		{" 项 目　名\u00a0称\n：", "项目名称", ""},
		{"其中：财政    资金", "财政资金", ""},
		{"（一）财政拨款小计", "财政拨款小计", ""},
		{"(1)财政拨款", "财政拨款", ""},
		{"资金支出计划（%）", "资金支出计划", "%"},
		{"项目资金（单位：万元）", "项目资金", "单位:万元"},
		{"年度资金总额：（万元）", "年度资金总额", "万元"},
		{"*指标值", "指标值", ""},
		{"评(扣)分标准", "评(扣)分标准", ""},
		{"指标值(包含数字及文字描述)", "指标值", "包含数字及文字描述"},
		{"专项（项目）名称", "专项(项目)名称", ""},
		{"绩\n效\n指\n标", "绩效指标", ""},
		{"项目名称为何", "", ""},
		{"项目负责人及联系电话", "负责人", ""},
		{"（三）项目实施地点（村组）：", "负责人", "村组"},
		{"地点", "", ""},
		{"自评日期", "负责人", ""},
		{"2025年绩效目标", "年度目标", ""},
		{"2025年目标", "", ""},
		{"2025年部门整体绩效目标", "", ""},
		{"项目", "", ""},
		{"完成时间", "", ""},
		{"项", "", ""},
		{"", "", ""},
		{"（）", "", ""},
		{"：：", "", ""},
		{"项目：：", "", ""},
		{"（政策）项目名称", "项目名称", ""},
		{"项目（政策）名称", "项目名称", ""},
		{"）项目（名称", "", ""},
		{strings.Repeat("项目名称", 40), "", ""},
	} {
		e, note := ls.Lookup(c.text)
		label := ""
		if e != nil {
			label = e.Label
		}
		if label != c.label || note != c.note {
			t.Errorf("%q: %q with %q, want %q with %q", c.text, label, note, c.label, c.note)
		}
	}
}

func TestLookupAllocates(t *testing.T) {
	ls := builtIn(t)
	if n := testing.AllocsPerRun(100, func() {
		ls.Lookup("其中：财政    资金")
		ls.Lookup("≥90稿件自采自编率大于等于百分之九十")
		ls.Lookup("涉稳舆情炒作率（%）")
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func builtIn(t *testing.T) Set {
	t.Helper()
	ls, err := BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	return ls
}
