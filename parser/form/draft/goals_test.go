package draft

import (
	"slices"
	"strings"
	"testing"

	"jxmb/parser/form/label"
)

func TestSplitGoals(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"1.甲。\n2.乙。", []string{"甲。", "乙。"}},
		{"1、甲；2、乙；3、丙", []string{"甲；", "乙；", "丙"}},
		{"（1）甲\n续行\n（2）乙", []string{"甲\n续行", "乙"}},
		{"①甲②乙", []string{"甲②乙"}}, // no stop before ②: it may be a reference
		{"①甲。②乙", []string{"甲。", "乙"}},
		{"目标1：甲。\n目标2：乙。", []string{"甲。", "乙。"}},
		{"一、甲\n（一）甲一\n（二）甲二\n二、乙", []string{"甲\n（一）甲一\n（二）甲二", "乙"}},
		{"总的来说：\n1.甲\n2.乙", []string{"总的来说：", "甲", "乙"}},
		{"没有编号。\n第二行。", []string{"没有编号。\n第二行。"}},
		{"1.2022年完成甲。2.2023年完成乙。", []string{"2022年完成甲。", "2023年完成乙。"}},
		{"费用按\n0.2元/条计算", []string{"费用按\n0.2元/条计算"}},
		{"1.增长。2.5%以上为优。2.下降。", []string{"增长。2.5%以上为优。", "下降。"}},
		{"1.甲。3.乙。", []string{"甲。3.乙。"}}, // 3 does not follow 1 inside a line
		{"1.甲\n\n \n3.乙", []string{"甲", "乙"}},
		{"1.甲\n1.乙", []string{"甲\n1.乙"}},
		{" 　1．甲\u00a0\n 2．乙 ", []string{"甲", "乙"}},
		{"1.\n2.乙", []string{"乙"}},
		{"十、甲\n十一、乙\n二十、丙", []string{"甲", "乙", "丙"}},
		{"", nil},
		{"\n ", nil},
	} {
		var got []string
		for _, s := range splitGoals(c.text) {
			got = append(got, c.text[s.start:s.end])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q:\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// FuzzSplitGoals holds the spans to their order, and the text between them to
// blanks and numbers.
func FuzzSplitGoals(f *testing.F) {
	for _, s := range []string{"1.甲。\n2.乙。", "（1）甲②乙", "目标1：甲", "㈠甲\n㈡乙", "⒈甲⒉乙", "1.2.3.4"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, s := range splitGoals(text) {
			if s.start < last || s.end <= s.start || s.end > len(text) {
				t.Fatalf("span %v behind %d of %d", s, last, len(text))
			}
			if between := strings.TrimFunc(text[last:s.start], label.BlankRune); len(between) > 3*len("目标一百、")+len("（999）") && !strings.ContainsAny(between, "\n") {
				t.Errorf("%q was lost", between)
			}
			last = s.end
		}
	})
}
