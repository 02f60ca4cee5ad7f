package form

import (
	"jxmb/parser/form/label"
	"slices"
	"strings"
	"testing"
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

func TestReadAmount(t *testing.T) {
	for _, c := range []struct {
		text, unit                   string
		number, readUnit, yuan, fine string
	}{
		{"55.00", "万元", "55", "万元", "550000", "ok"},
		{"1,286.40", "万元", "1286.4", "万元", "12864000", "ok"},
		{"１２．５", "万元", "12.5", "万元", "125000", "ok"},
		{"320万元", "元", "320", "万元", "3200000", "ok"},
		{"320（元）", "万元", "320", "元", "320", "ok"},
		{"1.2亿元", "", "1.2", "亿元", "120000000", "ok"},
		{"-3", "元", "-3", "元", "-3", "ok"},
		{"壹佰万元整", "", "100", "万元", "1000000", "ok"},
		{"人民币壹佰贰拾叁元肆角伍分", "万元", "123.45", "元", "123.45", "ok"},
		{"1亿2000万元", "万元", "120000000", "元", "120000000", "ok"},
		{"100万元整", "元", "100", "万元", "1000000", "ok"},
		{"约100万元", "元", "100", "万元", "1000000", "ok"},
		{"一百万元", "元", "100", "万元", "1000000", "ok"},
		{"3万5千元", "万元", "35000", "元", "35000", "ok"},
		{"￥60,000", "元", "60000", "元", "60000", "ok"},
		{"共计：20万", "元", "20", "万元", "200000", "ok"},
		{"1 200 000", "元", "1200000", "元", "1200000", "ok"},
		{"12\n万元", "元", "12", "万元", "120000", "ok"},
		{"12 34", "元", "", "元", "", ""},
		{"12\n34", "元", "", "元", "", ""},
		{"一", "万元", "", "万元", "", ""},
		{"二十", "万元", "", "万元", "", ""},
		{"100万美元", "万元", "", "万元", "", ""},
		{"$100", "万元", "", "万元", "", ""},
		{"5万元/人", "万元", "", "万元", "", ""},
		{"不超过5万元", "万元", "", "万元", "", ""},
		{"260", "", "260", "", "", "ok"},
		{" ", "万元", "", "万元", "", "ok"},
		{"—", "万元", "", "万元", "", "ok"},
		{"——", "万元", "", "万元", "", "ok"},
		{"无", "万元", "", "万元", "", "ok"},
		{"待定", "万元", "", "万元", "", ""},
		{"10（含结转2）", "万元", "", "万元", "", ""},
		{"10-20", "万元", "", "万元", "", ""},
		{"1,2", "万元", "", "万元", "", ""},
		{"30%", "万元", "", "万元", "", ""},
		{"3次", "万元", "", "万元", "", ""},
		{strings.Repeat("9", 200), "元", "", "元", "", ""},
	} {
		a, ok := readAmount(c.text, c.unit)
		if string(a.Number) != c.number || a.Unit != c.readUnit || string(a.Yuan) != c.yuan || ok != (c.fine == "ok") || a.Text != c.text {
			t.Errorf("%q in %q: %+v, %v", c.text, c.unit, a, ok)
		}
	}
}

func TestSplitUnit(t *testing.T) {
	for _, c := range []struct{ text, code, name string }{
		{"216001中共遵化市委政法委本级", "216001", "中共遵化市委政法委本级"},
		{"216001-某局", "216001", "某局"},
		{"216 某局", "", "216 某局"},
		{"216-某局", "216", "某局"},
		{"[216001]某局", "216001", "某局"},
		{"【216】某局", "216", "某局"},
		{"某局[328001]", "328001", "某局"},
		{"某局（328）", "328", "某局"},
		{"某局-328001", "328001", "某局"},
		{"某县水利局", "", "某县水利局"},
		{"110指挥中心", "", "110指挥中心"},
		{"某局（2022）", "", "某局（2022）"},
		{"（2022年度）", "", "（2022年度）"},
		{"12345", "", "12345"},
		{"123456", "123456", ""},
		{"12-某局", "", "12-某局"},
		{"216-", "", "216-"},
		{"216.某局", "", "216.某局"},
		{"（12）某局", "", "（12）某局"},
		{"[2023]某局", "", "[2023]某局"},
		{"[1023]某局", "1023", "某局"},
		{"某局[12]", "", "某局[12]"},
		{"某局216", "", "某局216"},
		{"某局_216", "216", "某局"},
		{"某局（ 216 ）", "", "某局（ 216 ）"},
		{"某局[2099]", "", "某局[2099]"},
		{"某局[1999]", "1999", "某局"},
		{"", "", ""},
		{"[", "", "["},
	} {
		if code, name := splitUnit(c.text); code != c.code || name != c.name {
			t.Errorf("%q: %q and %q, want %q and %q", c.text, code, name, c.code, c.name)
		}
	}
}

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

func TestYearIn(t *testing.T) {
	for text, want := range map[string]int{
		"（2022年度）": 2022, "2023": 2023, "2021年部门预算": 2021, "冀财社2021152号": 0, "12022年": 0, "第2023号": 0, "二〇二二年": 0, "": 0, "2023年—2025年": 2023,
	} {
		if got := yearIn(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

// TestExcerpt quotes thirty characters of a text, on one line.
func TestExcerpt(t *testing.T) {
	for text, want := range map[string]string{
		strings.Repeat("字", 30): strings.Repeat("字", 30), strings.Repeat("字", 31): strings.Repeat("字", 30) + "…", " 甲\n 乙 ": "甲 乙", "": "",
	} {
		if got := excerpt(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestCodeBeforeName(t *testing.T) {
	code, name, ok := codeBeforeName("51092324T000010263357-2023年衔接资金")
	if !ok || code != "51092324T000010263357" || name != "2023年衔接资金" {
		t.Error(code, name, ok)
	}
	for text, want := range map[string]string{
		"123456789012345-甲": "123456789012345|甲", "12345678901234-甲": "|", strings.Repeat("A", 32) + "－甲": strings.Repeat("A", 32) + "|甲", strings.Repeat("A", 33) + "-甲": "|",
		"0123456789ABCXYZ— 甲-乙": "0123456789ABCXYZ|甲-乙", "0123456789ABCXYz-甲": "|", "0123456789ABCX@Z-甲": "|", "0123456789ABCX[Z-甲": "|", "0123456789ABCX/Z-甲": "|", "0123456789ABCX:Z-甲": "|",
	} {
		if code, name, ok := codeBeforeName(text); ok != (want != "|") || ok && code+"|"+name != want {
			t.Errorf("%q: %q, %q, want %q", text, code, name, want)
		}
	}
	for _, text := range []string{"ABC-项目", "3-5岁儿童体检", "项目-一期", ""} {
		if _, name, ok := codeBeforeName(text); ok || name != text {
			t.Errorf("%q was split", text)
		}
	}
}
