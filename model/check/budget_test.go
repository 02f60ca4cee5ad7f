package check

import (
	"testing"

	"jxmb/model"
)

// TestParts: totals of forms that break the money down in their own ways.
func TestParts(t *testing.T) {
	line := func(label, column, text string) model.BudgetLine {
		return model.BudgetLine{Label: label, Column: column, Amount: *yuan10k(text)}
	}
	for _, c := range []struct {
		name   string
		budget model.Budget
		want   int
	}{
		{"fiscal only", model.Budget{Total: yuan10k("5"), Fiscal: yuan10k("5")}, 0},
		{"only a part is named", model.Budget{Total: yuan10k("65"), Fiscal: yuan10k("60")}, 0},
		{"the part exceeds the total", model.Budget{Total: yuan10k("60"), Fiscal: yuan10k("65")}, 1},
		{"fiscal falls short", model.Budget{Total: yuan10k("5"), Fiscal: yuan10k("4"), Other: yuan10k("0.5")}, 1},
		{"other is no amount", model.Budget{Total: yuan10k("5"), Fiscal: yuan10k("4"), Other: &model.Amount{Text: "待定", Unit: "万元"}}, 0},
		{"other is blank", model.Budget{Total: yuan10k("5"), Fiscal: yuan10k("4"), Other: &model.Amount{Unit: "万元"}}, 1},
		{"rounding", model.Budget{Total: yuan10k("5.00"), Fiscal: yuan10k("3.333"), Other: yuan10k("1.66")}, 0},
		{"no parts", model.Budget{Total: yuan10k("5")}, 0},
		{"blank other", model.Budget{Total: yuan10k("5"), Fiscal: yuan10k("5"), Other: &model.Amount{Text: " ", Unit: "万元"}}, 0},
		{"carried over", model.Budget{Total: yuan10k("320"), Fiscal: yuan10k("300"), Lines: []model.BudgetLine{
			line("年度资金总额", "年初预算数", "300"), line("年度资金总额", "全年预算数", "320"),
			line("当年财政拨款", "全年预算数", "300"), line("上年结转资金", "全年预算数", "20")}}, 0},
		{"carried over, wrong", model.Budget{Total: yuan10k("320"), Fiscal: yuan10k("300"), Lines: []model.BudgetLine{
			line("年度资金总额", "年初预算数", "320"), line("年度资金总额", "全年预算数", "320"),
			line("当年财政拨款", "全年预算数", "300"), line("上年结转资金", "全年预算数", "10")}}, 1},
		{"one part is no amount", model.Budget{Total: yuan10k("320"), Fiscal: yuan10k("300"), Lines: []model.BudgetLine{
			line("资金总额", "", "320"), line("财政拨款", "", "300"), {Label: "地方资金", Amount: model.Amount{Text: "另定", Unit: "万元"}}}}, 0},
		{"unknown unit", model.Budget{Total: &model.Amount{Text: "5", Number: "5"}, Fiscal: &model.Amount{Text: "4", Number: "4"}}, 0},
	} {
		d := Sample()
		d.Projects[0].Budget = c.budget
		rule, _ := Lookup("B001")
		r := review{doc: d, rule: rule}
		totalOfParts(&r)
		if len(r.out) != c.want {
			t.Errorf("%s: %+v", c.name, r.out)
		}
	}
}
