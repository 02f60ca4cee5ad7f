package value

import (
	"strings"
	"testing"
)

// TestDateEdges stands at the ends of months and years: a day that does not
// exist makes no date, and a period runs from its first to its last day.
func TestDateEdges(t *testing.T) {
	for text, want := range map[string]string{
		"2023年2月28日前": "/2023-02-28", "2023年2月29日前": "", "2024年2月29日前": "/2024-02-29", "2月29日前": "/--02-29", "2月30日前": "",
		"2023.2.28前": "/2023-02-28", "2023.2.29前": "", "2023年4月30日前": "/2023-04-30", "2023年4月31日前": "", "2023年12月31日前": "/2023-12-31",
		"2023年12月32日前": "", "2023年13月底前": "", "2023年1月底前": "/2023-01-31", "2024年2月底前": "/2024-02-29", "2023年2月底前": "/2023-02-28",
		"第1-2季度": "--01-01/--06-30", "6月1-30日": "--06-01/--06-30", "2023年": "2023-01-01/2023-12-31", "20日前": "", "2023年20日前": "",
	} {
		got := ""
		if v := Parse(text, Hint{}); v.Deadline != nil {
			got = v.Deadline.From + "/" + v.Deadline.Date
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestBoundEdges: marks beside a number that move its bound or its sign, and
// such as do not.
func TestBoundEdges(t *testing.T) {
	for text, want := range map[string]string{
		"5人（含）以上": ">= 5  人", "5人以上": ">= 5  人", "-5至-3℃": " -5 -3 ℃", "≥99": ">= 99  ", "每半年1次": "= 1  次/半年",
		"《2025年规划》印发率100%": "= 100  %", "1、2、3项": "   ", "100%": "= 100  %", "0": "= 0  ", "-0": "= 0  ",
	} {
		v := Parse(text, Hint{})
		got := strings.Join([]string{string(v.Operator), string(v.Number), string(v.Upper), v.Unit}, " ")
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestTabbedItem: digits behind a tab are what a list number counts; behind a
// blank they may be a slip of a decimal.
func TestTabbedItem(t *testing.T) {
	for text, want := range map[string]string{
		"1.\t95%": "= 95 %", "2、\t12次": "= 12 次", "1. 95%": "words", "1.95%": "= 1.95 %", "1\t95%": "words", "1.\t≥95%": ">= 95 %",
	} {
		if got := brief(Parse(text, Hint{})); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
