package record

import (
	"slices"
	"strings"
	"testing"

	"jxmb/parser/form/label"
)

// TestBetterBookmark prefers the bookmark of the budget system to that of a
// contents list, that to any other, and of two the first.
func TestBetterBookmark(t *testing.T) {
	for _, c := range [][3]string{
		{"", "甲", "甲"}, {"甲", "乙", "甲"}, {"甲", "_Toc12", "_Toc12"}, {"_Toc12", "甲", "_Toc12"}, {"_Toc12", "_Toc13", "_Toc12"},
		{"_Toc12", "_Toc_4_4_1", "_Toc_4_4_1"}, {"_Toc_4_4_1", "_Toc12", "_Toc_4_4_1"}, {"_Toc_4_4_1", "_Toc_4_4_2", "_Toc_4_4_1"},
	} {
		if got := betterBookmark(c[0], c[1]); got != c[2] {
			t.Errorf("of %q and %q %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

// TestLinesBetween tells what a page break leaves between the halves of a table
// from lines that say something of their own, and the line of a unit.
func TestLinesBetween(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		what    string
		is      func(string) bool
		yes, no string
	}{
		{"a table that goes on", continued, "续|续表|(续上表)|接上页|表1(续)|续表2-1|转下页|见下表续", "上表|表1|续建工程|续表续表续表续表续表续表续|继续"},
		{"the number of a page", pageNumber, "第1页|第1页共2页|1|-2-|1/3|2/10|Page1of2|page3|123", "|页|第页|1234|1/2/3|第一百二十三页共一百二十三页续表|第十|2022年|1.5万|Page"},
		{"a note", Noted, "注:须盖章|备注1、无|说明.见下|(注:见下)|*注:无|填表说明:无|注)无|备注,无", "注|注册资金|备注一栏|说明书:无|说明12"},
		{"a unit line", namesUnit, "216001某局本级|123456789某局|某县水利局　　公开14表", "21600某局本级|1234567890某局|216001|216001ABC|某县水利局|水利工程　　公开14表"},
	} {
		for texts, want := range map[string]bool{c.yes: true, c.no: false} {
			for s := range strings.SplitSeq(texts, "|") {
				if c.is(s) != want {
					t.Errorf("%q is %s: %v, want %v", s, c.what, !want, want)
				}
			}
		}
	}
}

// TestPairsOfALine tells labels apart by a single blank where they are known.
func TestPairsOfALine(t *testing.T) {
	t.Parallel()
	labels, err := label.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"部门名称：某局 单位：万元": "部门名称=某局|单位=万元", "部门名称：某局　　金额单位：元": "部门名称=某局|金额单位=元", "部门名称：某局 乙：二": "部门名称=某局 乙：二",
		"项目名称：甲 项目编码：1 年度：2023": "项目名称=甲|项目编码=1|年度=2023", "（金额单位：万元）": "（金额单位=万元）", "无": "",
	} {
		var got []string
		for _, p := range PairsIn(labels, text) {
			got = append(got, label.Trim(p.Label)+"="+label.Trim(text[p.Start:p.End]))
		}
		if !slices.Equal(got, strings.FieldsFunc(want, func(r rune) bool { return r == '|' })) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"单位：万元": "万元", "（金额单位：元）": "元", "（2025年度） 金额单位：元": "元", "(2025年度)单位：万元": "万元", "（单位）：万元": "万元", "(单位)：万元": "万元", "金额单位：件": "", "单位：某局": "", "部门名称：某局 单位：万元": "万元", "预算数：3万元": "", "单位": "", strings.Repeat("甲", 40) + "单位：万元": "",
		strings.Repeat(" ", label.MaxBytes-len("单位：万元")) + "单位：万元": "万元", strings.Repeat(" ", label.MaxBytes+1-len("单位：万元")) + "单位：万元": "",
	} {
		if got := CaptionUnit(labels, text); got != want {
			t.Errorf("%q declares %q, want %q", text, got, want)
		}
	}
}
