package label

import (
	"strings"
	"testing"
)

func TestWordedAmount(t *testing.T) {
	for _, c := range []struct {
		text  string
		field Field
		term  string
	}{
		{"项目当年预算（万元）", Total, TermAnnual},
		{"项目总预算", Total, ""},
		{"年度总投资", Total, TermAnnual}, // 年度 goes before 总
		{"本年度申请资金总额：", Total, TermAnnual},
		{"2024年预算数", Total, TermAnnual},
		{"三年预算资金总额", Total, TermLong},
		{"项目金额", Total, ""},
		{"本次下达资金", Total, ""},
		{"年度财政资金总额", Total, TermAnnual},
		{"其中：当年市级财政资金", FiscalPart, TermAnnual},
		{"其中：上级财政补助资金", FiscalPart, ""},
		{"（1）县级财政拨款", FiscalPart, ""},
		{"年度财政性资金（万元）（A）", Fiscal, TermAnnual},
		{"单位自筹资金", OtherPart, ""},
		{"同名项目上年预算额", Line, ""},
		{"上年结转资金", Line, ""},
		{"已支付资金", Line, ""},
		{"专项债券资金", Line, ""},
		{"项目资金来源情况（万元）", Money, ""},
		{"资金构成", Money, ""},
	} {
		w, ok := WordedAmount(c.text)
		if !ok || w.Field != c.field || w.Term != c.term {
			t.Errorf("%q: %v %q %v, want %v %q", c.text, w.Field, w.Term, ok, c.field, c.term)
		}
	}
	for _, text := range []string{"预算单位", "项目单位", "项目类型", "资金用途", "项目负责人", "资金使用单位", "道路维修经费", "总", "（万元）", "", "36.5", strings.Repeat("资金", 30)} {
		if w, ok := WordedAmount(text); ok {
			t.Errorf("%q is read as %v", text, w.Field)
		}
	}
}

func TestSaysMoney(t *testing.T) {
	for text, want := range map[string]bool{
		"道路维修经费": true, "帮扶资金": true, "奖补（万元）": true, "设备购置（单位：元）": true, "养护总额": true,
		"资金": false, "项目名称": false, "资金用途": false, "备注（必填）": false, "": false,
	} {
		if got := SaysMoney(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
