package quantity_test

import (
	"strings"
	"testing"

	"jxmb/model"
	"jxmb/model/quantity"
)

// TestReadMoney: a text that is one sum and nothing else, in number and unit;
// "-" for a text that says there is none, "" for every other text.
func TestReadMoney(t *testing.T) {
	for text, want := range map[string]string{
		"100": "100 ", "1,200.50": "1200.5 ", "1 200 000": "1200000 ", "1 200 00": "", "12 345万元": "12345 万元", "100万元整": "100 万元", "5元3角": "5.3 元", "5元3角2分": "5.32 元", "5元3万角": "", "5元12角": "", "5元3角5角": "", "5元2分": "5.02 元", "5元2毛": "5.2 元", "5元3角度": "", "5元3分布": "", "5万元3分": "", "100元正": "100 元", "100元整数": "", "1 234 567.5": "1234567.5 ", "1 2345": "", "12 34": "", "3角2分": "0.32 元",
		"壹佰万元": "100 万元", "约3万5千元": "35000 元", "人民币100元": "100 元", "人民币：100元": "100 元", "¥100": "100 ", "共计\n约 100元": "100 元", "100\n万元\n": "100 万元",
		"100万": "100 万元", "3亿": "3 亿元", "500万元（含税）": "", "": "-", "-": "-", "--": "-", "/": "-", "无": "-", "-\n": "-", "无无": "", "-无": "-",
		"一": "", "一百": "", "100%": "", "三成": "", "100人": "", "100元/人": "", "100余万元": "", "100多元": "", "$100": "", "€100元": "", "美元100": "", "≥100": "", "≈100元": "", "大约100元": "100 元",
		"为100元": "100 元", "等于100元": "", "100元200元": "", "万元": "", "100美元": "", "2个亿": "2 亿元", "2个多亿": "", strings.Repeat("1", 60): strings.Repeat("1", 60) + " ", strings.Repeat("1", 61): "",
	} {
		got := ""
		if m, ok := quantity.ReadMoney(text); ok {
			if got = "-"; m.Number != "" {
				got = string(m.Number) + " " + m.Unit
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestMoneyUnit(t *testing.T) {
	for note, want := range map[string]string{
		"单位：万元": "万元", "（人民币万元）": "万元", "万": "万元", "亿": "亿元", "元": "元", "亿元": "亿元", "千元": "千元", "十万元": "十万元", "人民币元": "元", "万元人民币": "万元", "单位:元": "元",
		":万元": "万元", "千万元": "千万元", "": "", "人": "", "角": "", "元/人": "", "千": "", "十": "", "万元和元": "", "万美元": "", "单位：": "", "万人": "", "百万千万亿": "",
	} {
		if got := quantity.MoneyUnit(note); got != want {
			t.Errorf("%q: %q, want %q", note, got, want)
		}
	}
}

func TestYuan(t *testing.T) {
	for unit, want := range map[string]model.Decimal{"元": "15", "十元": "150", "万元": "150000", "亿元": "1500000000", "": "", "万": "", "美元": "", "人": ""} {
		if got, ok := quantity.Yuan("15", unit); got != want || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", unit, got, ok, want)
		}
	}
}

// TestReadNumber: the bare numbers of columns of points; "-" where the cell says
// that there is none.
func TestReadNumber(t *testing.T) {
	for text, want := range map[string]string{
		"10": "10", "10分": "10", "10%": "10", "10分%": "10", "12.5": "12.5", "-3": "-3", "0": "0", "": "-", "-": "-", "/": "-", "无": "-",
		"3成": "", "10百分百": "", "10人": "", "十": "", "10万": "", "10余": "", "10 20": "", "分": "", "约10": "", strings.Repeat("1", 300): "",
	} {
		got := ""
		if d, ok := quantity.ReadNumber(text); ok {
			if got = string(d); d == "" {
				got = "-"
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
