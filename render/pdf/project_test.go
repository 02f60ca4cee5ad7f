package pdf

import (
	"slices"
	"strings"
	"testing"

	"jxmb/model"
	"jxmb/render/view"
)

// TestBasicsFollowTheForm holds that what a form does not ask for takes no
// row, and that short cells stand two to a row.
func TestBasicsFollowTheForm(t *testing.T) {
	d, err := newDoc(view.Options{})
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("很长的说明", 20)
	p := &model.Project{Extra: []model.Extra{{Label: "甲", Text: "1"}, {Label: "乙", Text: "2"}, {Label: "丙", Text: "3"}, {Label: "丁", Text: long}, {Label: "戊", Text: "5"}}}
	got := rowTexts(d.basics(p))
	want := []string{"甲|1|乙|2", "丙|3", "丁|" + long, "戊|5"}
	if !slices.Equal(got, want) {
		t.Errorf("rows\n%q, want\n%q", got, want)
	}
}

// TestBaseKeepsTheSign holds that what a target amounts to in basic units
// reads as the same target.
func TestBaseKeepsTheSign(t *testing.T) {
	d := &doc{}
	for operator, want := range map[model.Operator]string{model.LessEqual: "即≤20,000元", model.Equal: "即20,000元"} {
		c := d.targetCell(&model.Value{Kind: model.Quantity, Operator: operator, Number: "2", Unit: "万元", Base: &model.Base{Number: "20000", Unit: "元"}})
		if len(c.notes) != 1 || c.notes[0].text != want {
			t.Errorf("%s: %v, want %s", operator, c.notes, want)
		}
	}
}

// rowTexts are the texts of rows, a cell after another.
func rowTexts(rows []row) []string {
	var out []string
	for _, r := range rows {
		var cells []string
		for _, c := range r {
			cells = append(cells, c.text)
		}
		out = append(out, strings.Join(cells, "|"))
	}
	return out
}

// TestMoneyMatrix holds that sums by kind of funds and column are a matrix with
// the other cells of their rows, and that no cell is lost.
func TestMoneyMatrix(t *testing.T) {
	d, err := newDoc(view.Options{})
	if err != nil {
		t.Fatal(err)
	}
	sum := func(n model.Decimal, unit string) model.Amount {
		return model.Amount{Text: string(n), Number: n, Unit: unit}
	}
	p := &model.Project{
		Name: "河道管护",
		Budget: model.Budget{
			Total: &model.Amount{Text: "165", Number: "165", Unit: "万元"}, Executed: &model.Amount{Text: "156.75", Number: "156.75", Unit: "万元"},
			Lines: []model.BudgetLine{
				{Label: "年度资金总额", Column: "年初预算数", Amount: sum("150", "万元")}, {Label: "年度资金总额", Column: "全年执行数", Amount: sum("156.75", "万元")},
				{Label: "其中：本年财政拨款", Column: "年初预算数", Amount: sum("1500", "元")}, {Label: "年度资金总额", Column: "年初预算数", Amount: model.Amount{Text: "待定"}},
			},
		},
		Extra: []model.Extra{
			{Label: "年度资金总额/执行率", Text: "95.00%"}, {Label: "其中：本年财政拨款/执行率", Text: "—"}, {Label: "年度资金总额/执行率", Text: "再一次"},
			{Label: "总分/分值", Text: "100"}, {Label: "总分/得分", Text: "97"},
			{Label: "履职目标/职能", Text: "编纂"}, {Label: "履职目标/预算", Text: "60"}, {Label: "履职目标/职能", Text: "开放"}, {Label: "履职目标/备注", Text: "无"},
			{Label: "电话/手机", Text: "一"}, {Label: "电话/手机", Text: "二"},
		},
	}
	want := []string{
		"项目名称|河道管护", "预算规模|预算数|165.00",
		"资金明细||年初预算数|全年执行数|执行率", "年度资金总额|150.00|156.75|95.00%", "其中：本年财政拨款|1,500.00元||—", "年度资金总额|待定||",
		"年度资金总额/执行率|再一次",
		"总分|分值|得分", "100|97",
		"履职目标|职能|预算|备注", "编纂|60|", "开放||无",
		"电话/手机|一|电话/手机|二",
	}
	if got := rowTexts(d.basics(p)); !slices.Equal(got, want) {
		t.Errorf("rows\n%q, want\n%q", got, want)
	}
}

// TestEmptyColumns holds that levels which no indicator has take no column.
func TestEmptyColumns(t *testing.T) {
	d, err := newDoc(view.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := &model.Project{Indicators: []model.Indicator{
		{Level3: "一", Target: model.Value{Text: "1"}, History: []model.History{{Year: 2021, Value: model.Value{Text: "61%"}}}},
		{Level3: "二", Target: model.Value{Text: "1"}, Region: "城北镇"},
	}}
	got := rowTexts(d.indicatorTable(p, nil).head)
	if want := "三级指标|地区|指标值原文|规范值|其他年度"; got[0] != want {
		t.Errorf("%s, want %s", got[0], want)
	}
}
