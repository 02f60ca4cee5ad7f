package label

import "testing"

// TestSpellings holds that a label is known however it was printed.
func TestSpellings(t *testing.T) {
	ls := builtIn(t)
	for _, c := range []struct{ text, label string }{
		{"⽬标值", "目标值"},                     // Kangxi radical, as pdf converters leave
		{"⼀级指标", "一级指标"},                   //
		{"年度⽬标", "年度目标"},                   //
		{"項目名稱", ""},                       // traditional characters fold only where values do
		{"三\n级\n指\n标", "三级指标"},             // upright
		{"三\r\n级\r\n指\r\n标", "三级指标"},       //
		{"资 金　总 额", "资金总额"},                // spaced out
		{"资\u00A0金\u200B总\uFEFF额", "资金总额"}, //
		{"指标值（％）", "指标值"},                  // full width
		{"指标值﹙%﹚", "指标值"},                  // small forms
		{"【项目名称】", ""},                     // a title in brackets is no label
		{"★项目名称：", "项目名称"},                 //
		{"1．项目名称：", "项目名称"},                //
		{"①财政拨款", "财政拨款"},                  //
		{"其中:财政拨款", "财政拨款"},                //
		{"预算执行情况 （万元） （20分）", "预算执行情况"},    // every trailing bracket is peeled
		{"年初预算数（A）（万元）", "年初预算数"},          //
		{"年度资金总额：（万元）（10分）：", "年度资金总额"},    //
		{"指标值[必填]（选填）", "指标值"},             //
		{"指标值（计划）实际（A）", ""},               // but not what stands between them
	} {
		e, _ := ls.Lookup(c.text)
		got := ""
		if e != nil {
			got = e.Label
		}
		if got != c.label {
			t.Errorf("%q: %q, want %q", c.text, got, c.label)
		}
	}
}

// TestNotes holds the brackets behind a label: the innermost first, as they
// stand.
func TestNotes(t *testing.T) {
	ls := builtIn(t)
	for text, want := range map[string]string{
		"项目资金（万元）": "万元", "项目资金（万元）（20分）": "万元)(20分", "项目资金（20分）（万元）：": "20分)(万元", "项目资金": "",
	} {
		if _, note := ls.Lookup(text); note != want {
			t.Errorf("%q: %q, want %q", text, note, want)
		}
	}
}
