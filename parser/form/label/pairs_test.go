package label

import (
	"strings"
	"testing"
)

func TestInlinePairs(t *testing.T) {
	for _, c := range []struct {
		text string
		want string
	}{
		{"单位：万元", "单位=万元"},
		{"填报单位：某局　　金额单位：元", "填报单位=某局 金额单位=元"},
		{"填报人：甲 乙  电话: 123", "填报人=甲 乙 电话=123"},
		{"备注：一\n二", "备注=一\n二"},
		{"没有", ""},
		{"：值", ""},
	} {
		var got []string
		for _, p := range Pairs(c.text) {
			got = append(got, Trim(p.Label)+"="+Trim(c.text[p.Start:p.End]))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: %q, want %q", c.text, s, c.want)
		}
	}
}
