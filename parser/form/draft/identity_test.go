package draft

import (
	"strings"
	"testing"
)

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
		if code, name := SplitUnit(c.text); code != c.code || name != c.name {
			t.Errorf("%q: %q and %q, want %q and %q", c.text, code, name, c.code, c.name)
		}
	}
}

func TestYearIn(t *testing.T) {
	for text, want := range map[string]int{
		"（2022年度）": 2022, "2023": 2023, "2021年部门预算": 2021, "冀财社2021152号": 0, "12022年": 0, "第2023号": 0, "二〇二二年": 0, "": 0, "2023年—2025年": 2023,
	} {
		if got := YearIn(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

func TestCodeBeforeName(t *testing.T) {
	code, name, ok := CodeBeforeName("51092324T000010263357-2023年衔接资金")
	if !ok || code != "51092324T000010263357" || name != "2023年衔接资金" {
		t.Error(code, name, ok)
	}
	for text, want := range map[string]string{
		"123456789012345-甲": "123456789012345|甲", "12345678901234-甲": "|", strings.Repeat("A", 32) + "－甲": strings.Repeat("A", 32) + "|甲", strings.Repeat("A", 33) + "-甲": "|",
		"0123456789ABCXYZ— 甲-乙": "0123456789ABCXYZ|甲-乙", "0123456789ABCXYz-甲": "|", "0123456789ABCX@Z-甲": "|", "0123456789ABCX[Z-甲": "|", "0123456789ABCX/Z-甲": "|", "0123456789ABCX:Z-甲": "|",
	} {
		if code, name, ok := CodeBeforeName(text); ok != (want != "|") || ok && code+"|"+name != want {
			t.Errorf("%q: %q, %q, want %q", text, code, name, want)
		}
	}
	for _, text := range []string{"ABC-项目", "3-5岁儿童体检", "项目-一期", ""} {
		if _, name, ok := CodeBeforeName(text); ok || name != text {
			t.Errorf("%q was split", text)
		}
	}
}

func TestFormNumbers(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"某县水利局　　公开14表": "某县水利局|公开14表", "某局 表14": "某局|表14", "某局 附表2": "某局|附表2", "某局 公开14表 ": "某局|公开14表",
		"公开14表": "公开14表|", "某局 公开表": "某局 公开表|", "某局 代表3人": "某局 代表3人|", "某局公开14表": "某局公开14表|", "某局 一二三四五六七八公开14表": "某局 一二三四五六七八公开14表|", " 公开14表": " 公开14表|",
	} {
		at, number := CutFormNumber(text)
		if got := text[:at] + "|" + number; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
