package view

import (
	"testing"

	"jxmb/fixtures/sample"
	"jxmb/model"
)

func TestShowValue(t *testing.T) {
	for i, want := range []struct{ zh, en string }{
		{"80～90%", "80～90%"},
		{"±3%", "±3%"},
		{"不晚于2020年12月31日", "by 2020-12-31"},
		{"不晚于12月31日", "by 12-31"},
		{"2023年7月1日至2024年1月31日", "2023-07-01 to 2024-01-31"},
		{"以奖代补：＝2,400元/人；责任险：＝100元/人", "以奖代补: ＝2,400元/人; 责任险: ＝100元/人"},
		{"≥1万元/人", "≥1万元/人"},
		{"持平或有所增长", "持平或有所增长"},
		{"（未填）", "(not filled in)"},
	} {
		v := &sample.Shapes().Projects[0].Indicators[i].Target
		if got := Value(model.Chinese, v); got != want.zh {
			t.Errorf("%s: %s, want %s", v.Text, got, want.zh)
		}
		if got := Value(model.English, v); got != want.en {
			t.Errorf("%s: %s, want %s", v.Text, got, want.en)
		}
	}
}

// TestLabels holds that every code of the model that people see has both
// labels.
func TestLabels(t *testing.T) {
	for _, l := range []model.Lang{model.Chinese, model.English} {
		for _, k := range Kinds {
			if KindLabel(l, k) == "" {
				t.Errorf("%s: kind %s has no label", l, k)
			}
		}
		for _, s := range Severities {
			if SeverityLabel(l, s) == "" {
				t.Errorf("%s: severity %s has no label", l, s)
			}
		}
		for _, a := range []model.Agreement{model.Agree, model.Conflict, model.FigureOnly, model.StatementOnly} {
			if AgreementLabel(l, a) == "" {
				t.Errorf("%s: agreement %s has no label", l, a)
			}
		}
	}
	for _, o := range []model.Operator{model.GreaterEqual, model.Greater, model.LessEqual, model.Less, model.Equal, model.About} {
		if OperatorSign(o) == "" {
			t.Errorf("operator %s has no sign", o)
		}
	}
}

func TestShowAmount(t *testing.T) {
	for _, c := range []struct {
		amount *model.Amount
		want   string
	}{
		{nil, ""},
		{&model.Amount{Text: "404", Number: "404", Unit: "万元"}, "404.00万元"},
		{&model.Amount{Text: "1234.567", Number: "1234.567", Unit: "元"}, "1,234.567元"},
		{&model.Amount{Text: "约一百万"}, "约一百万"},
		{&model.Amount{Text: "12.5", Number: "12.5"}, "12.5"},
	} {
		if got := Amount(c.amount); got != c.want {
			t.Errorf("%+v: %q, want %q", c.amount, got, c.want)
		}
	}
}

func TestTally(t *testing.T) {
	var got Tally
	got.AddDocument(sample.Reference())
	got.AddDocument(sample.Shapes())
	got.AddDocument(&model.Document{Projects: []model.Project{{}}})
	if got.Documents != 3 || got.Projects != 15 || got.Indicators != 127 || got.Conflicts != 2 || got.Unpriced != 1 {
		t.Errorf("%+v", got)
	}
	if want := model.Decimal("20239000"); got.Total != want { // 823.40 + 1200.50 万元
		t.Errorf("total %s, want %s", got.Total, want)
	}
	sum := 0
	for _, n := range got.Kinds {
		sum += n
	}
	if sum != got.Indicators || got.Findings != [...]int{1, 1, 1} {
		t.Errorf("kinds %v, findings %v", got.Kinds, got.Findings)
	}
}

func TestShare(t *testing.T) {
	for _, c := range []struct {
		part, whole int
		want        model.Decimal
	}{{1, 3, "0.3333"}, {2, 3, "0.6667"}, {0, 5, "0"}, {5, 5, "1"}, {1, 0, ""}} {
		if got := Share(c.part, c.whole, 4); got != c.want {
			t.Errorf("%d of %d: %s, want %s", c.part, c.whole, got, c.want)
		}
	}
}

func TestShowControls(t *testing.T) {
	for in, want := range map[string]string{
		"":                     "",
		"普通\n文字\t":             "普通\n文字\t",
		"a\x00\x1f\x7f":        "a〔U+0000〕〔U+001F〕〔U+007F〕",
		"\u0085\u009f":         "\n〔U+009F〕",
		"x\uFFFE\uFFFF":        "x〔U+FFFE〕〔U+FFFF〕",
		"\U0001FFFE":           "〔U+1FFFE〕",
		"a\r\nb\rc\vd\fe":      "a\nb\nc\nd\ne",
		"\u2028\u2029":         "\n\n",
		"\xed\xa0\x80坏\xff":    "\uFFFD\uFFFD\uFFFD坏\uFFFD",
		"👩‍👩‍👧 𬘓 \u200b\ufeff": "👩‍👩‍👧 𬘓 \u200b\ufeff",
	} {
		if got := Printable(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestWhatToDo: a unit whose file has nothing but notes is not told to correct it.
func TestWhatToDo(t *testing.T) {
	for severity, want := range map[model.Severity]string{model.Error: "改正", model.Warning: "改正", model.Info: "没有必须改正的问题。"} {
		findings := []model.Finding{{Severity: model.Info}, {Severity: severity}}
		if got := WhatToDo(model.Chinese, findings, "改正"); got != want {
			t.Errorf("%s: %s, want %s", severity, got, want)
		}
	}
	if got := WhatToDo(model.English, nil, "correct"); got != "Nothing has to be corrected." {
		t.Error(got)
	}
}
