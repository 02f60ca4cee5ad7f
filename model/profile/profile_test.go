package profile

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"jxmb/model"
)

// TestCells fills the variant with all that it has, column by column.
func TestCells(t *testing.T) {
	p, ok := Builtin("yth-sign")
	if !ok {
		t.Fatal("no profile")
	}
	project := &model.Project{FiscalYear: 2024}
	number := func(n model.Decimal, unit string) model.Value {
		return model.Value{Text: string(n) + unit, Kind: model.Quantity, Operator: model.Equal, Number: n, Unit: unit}
	}
	i := &model.Indicator{
		Level1: "产\n出\n指标（50分）", Level3: " 里程 ", Description: "全年",
		Target: model.Value{Text: "<0.10公里", Kind: model.Quantity, Operator: model.Less, Number: "0.10", Unit: "公里"},
		History: []model.History{
			{Label: "2025年", Year: 2025, Value: number("9", "公里")},
			{Label: "2023年", Year: 2023, Value: number("0.2", "公里")},
			{Label: "前年指标值", Value: number("300", "米")},
		},
		Extra: []model.Extra{{Label: "备注", Text: ""}, {Label: "说明", Text: "含支线"}, {Label: "评（扣）分标准", Text: "每少扣1"}},
	}
	var got []string
	for k := range p.Columns {
		got = append(got, p.Columns[k].Cell(project, i))
	}
	if all, want := strings.Join(got, "|"), "|产出指标||里程|全年|4|0.10|公里|0.2|300米|每少扣1|含支线"; all != want {
		t.Errorf("%q, want %q", all, want)
	}
}

// TestSigns: each sign of the importers, and what has none.
func TestSigns(t *testing.T) {
	for _, c := range []struct {
		v                   model.Value
		sign, figure, whole string
	}{
		{model.Value{Text: "＞3次", Kind: model.Quantity, Operator: model.Greater, Number: "3", Unit: "次"}, "＞", "3", "＞3次"},
		{model.Value{Text: "不超过3次", Kind: model.Quantity, Operator: model.LessEqual, Number: "3", Unit: "次"}, "≤", "3", "≤3次"},
		{model.Value{Text: "约3次", Kind: model.Quantity, Operator: model.About, Number: "3", Unit: "次"}, Qualitative, "约3次", "约3次"},
		{model.Value{Text: "3-5次", Kind: model.Range, Number: "3", Upper: "5", Unit: "次"}, Qualitative, "3-5次", "3-5次"},
		{model.Value{Text: ">= 3；>=5", Kind: model.Composite}, "≥", "3；>=5", ">= 3；>=5"},
		{model.Value{Text: "-", Kind: model.Empty}, Qualitative, "-", "-"},
		{model.Value{Text: " ", Kind: model.Empty}, "", "", ""},
	} {
		if sign, figure, text := SignOf(&c.v), Figure(&c.v), whole(&c.v); sign != c.sign || figure != c.figure || text != c.whole {
			t.Errorf("%s: %q %q %q", c.v.Text, sign, figure, text)
		}
	}
}

// TestWidth counts a Chinese character, and its punctuation, twice.
func TestWidth(t *testing.T) {
	for text, want := range map[string]int{"": 0, "a1%": 3, "汉字": 4, "≥5次": 5, "，": 2} {
		if got := Width(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

// TestExtra: of the columns that a form may have, the first that is filled, however
// both are spelled.
func TestExtra(t *testing.T) {
	p, err := Read("own", []byte("heading\tfield\twidth\tcodes\nA\textra.说明（一）|备 注\t10\t-\n"))
	if err != nil {
		t.Fatal(err)
	}
	i := &model.Indicator{Extra: []model.Extra{{Label: "备注", Text: "乙"}, {Label: "说明(一)", Text: ""}}}
	if got := p.Columns[0].Cell(nil, i); got != "乙" {
		t.Errorf("%q", got)
	}
	i.Extra = append(i.Extra, model.Extra{Label: "说明（一）", Text: "甲"}, model.Extra{Label: "说明（一）", Text: "丙"})
	if got := p.Columns[0].Cell(nil, i); got != "甲" {
		t.Errorf("%q", got)
	}
}

// TestBounds: a profile has few columns, and few words to look for in each.
func TestBounds(t *testing.T) {
	const head = "heading\tfield\twidth\tcodes\n"
	many := func(n int, of string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, of, i)
		}
		return b.String()
	}
	for text, want := range map[string]string{
		many(201, "列%d\tlevel3\t10\t-\n"):                            "有 201 列",
		"列\textra.标" + many(2001, "|标%d") + "\t10\t-\n":              "列名和代码合计超过 2000 个",
		"列\tlevel3\t10\t" + many(2100, "%[1]d:标%[1]d ") + "\n":       "列名和代码合计超过 2000 个",
		many(3, "列%d\tlevel3\t10\t"+many(700, "%[1]d:标%[1]d ")+"\n"): "列名和代码合计超过 2000 个",
		strings.Repeat("列", 201) + "\tlevel3\t10\t-\n":               "标题有 201 字，超过 200",
		"列\tlevel3\t10\t1:" + strings.Repeat("标", 199) + "\n":        "代码和内容有 201 字，超过 200",
	} {
		var refused *model.Fault
		if _, err := Read("own", []byte(head+text)); !errors.As(err, &refused) || refused.What.ZH != want {
			t.Errorf("%.30q: %v, want %s", text, err, want)
		}
	}
}
