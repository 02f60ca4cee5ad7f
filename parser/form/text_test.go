package form

import (
	"strings"
	"testing"

	"jxmb/parser/form/draft"
)

func TestMonthIn(t *testing.T) {
	for text, want := range map[string]int{
		"3月底": 3, "1月底": 1, "12月": 12, "3月底前拨付": 3, "3月底前拨付完": 0, "10月末": 10, "１２月底": 12, "截至6月底": 6, "6月 底前": 6, "第一季度": 3, "四季度": 12, "十二月底": 12,
		"13月底": 0, "0月": 0, "30%": 0, "6月30日之前完成拨付": 0, "": 0, "项目名称": 0,
	} {
		if got := monthIn(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

// TestExcerpt quotes thirty characters of a text, on one line.
func TestExcerpt(t *testing.T) {
	for text, want := range map[string]string{
		strings.Repeat("字", 30): strings.Repeat("字", 30), strings.Repeat("字", 31): strings.Repeat("字", 30) + "…", " 甲\n 乙 ": "甲 乙", "": "",
	} {
		if got := draft.Excerpt(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
