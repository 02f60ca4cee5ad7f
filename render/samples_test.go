package render

import (
	"fmt"
	"strings"

	"jxmb/model"
)

// samples are the documents that every format must print sensibly.
func samples() map[string]*model.Document {
	return map[string]*model.Document{
		"reference": sampleReference(),
		"zero":      {Schema: model.Schema, Source: model.Source{Name: "空.docx"}},
		"bare":      {Schema: model.Schema, Projects: []model.Project{{Seq: 1, Name: "无指标项目"}}},
		"hostile":   sampleHostile(),
		"many":      sampleMany(300),
		"huge":      sampleHuge(),
		"shapes":    sampleShapes(),
	}
}

// sampleHostile holds texts that break naive writers.
func sampleHostile() *model.Document {
	d := &model.Document{
		Schema: model.Schema, FiscalYear: 2022,
		Source: model.Source{Name: "=1+1.docx", SHA256: strings.Repeat("0", 64)},
		Unit:   model.Unit{Code: "0216001", Name: "=HYPERLINK(\"http://example.org\")"},
	}
	texts := []string{
		"=1+1", "+1", "-1", "@SUM(A1)", "\t=2", "𬘓㵐\u3400", "😀👩‍👩‍👧🇨🇳", "a\x00b\x1bc\x7f\u0085d\uFFFE", "两行\r\n文字\v三行\u2028四行",
		"_x0041_", " 前后空格 ", "<b>&amp;\"'", "\xff坏字节", strings.Repeat("长", 10000), "文字" + strings.Repeat("超长𬘓", 20000) + "尾",
	}
	p := model.Project{Seq: 1, Name: texts[0], Code: "13028122P00352110001D", Purpose: texts[13], Goals: texts}
	for i, text := range texts {
		p.Indicators = append(p.Indicators, model.Indicator{
			Level1: "产出指标", Level3: text, Target: model.Value{Text: text, Kind: model.Qualitative},
			Origin: model.Origin{Part: "word/document.xml", Table: 2, Row: i + 2, Column: 5},
		})
	}
	d.Projects = []model.Project{p}
	d.Findings = []model.Finding{{Code: "V001", Severity: model.Error, Message: texts[7], Hint: texts[3]}}
	return d
}

// sampleMany holds n projects with one indicator each.
func sampleMany(n int) *model.Document {
	d := &model.Document{Schema: model.Schema, FiscalYear: 2022, Unit: model.Unit{Code: "1", Name: "大单位"}}
	for i := range n {
		amount := &model.Amount{Text: fmt.Sprint(i), Number: integer(i), Unit: "万元", Yuan: integer(i * 10000)}
		d.Projects = append(d.Projects, model.Project{
			Seq: i + 1, Name: fmt.Sprintf("第%d个项目专项经费", i+1), Budget: model.Budget{Total: amount},
			Indicators: []model.Indicator{{Level1: "产出指标", Level2: "数量指标", Level3: "次数", Target: model.Value{
				Text: "≥3次", Kind: model.Quantity, Operator: model.GreaterEqual, Number: "3", Unit: "次", Agreement: model.FigureOnly,
			}}},
		})
	}
	return d
}

// sampleHuge holds sums at and beyond what a spreadsheet number can hold.
func sampleHuge() *model.Document {
	d := &model.Document{Schema: model.Schema, Unit: model.Unit{Name: "巨额"}}
	for i, n := range []model.Decimal{"1000000000000000", "999999999999999", "1234567890123456", "123456789012.3456", "0.000001", "-5.5"} {
		d.Projects = append(d.Projects, model.Project{Seq: i + 1, Name: string(n), Budget: model.Budget{
			Total:  &model.Amount{Text: string(n), Number: n, Unit: "万元", Yuan: n.Shift(4)},
			Fiscal: &model.Amount{Text: string(n), Number: n},
		}})
	}
	return d
}

// sampleShapes holds a value of every kind and the fields of the rarer forms.
func sampleShapes() *model.Document {
	values := []model.Value{
		{Text: "80%-90%", Kind: model.Range, Number: "80", Upper: "90", Unit: "%"},
		{Text: "±3%以内", Kind: model.Range, Number: "-3", Upper: "3", Unit: "%"},
		{Text: "2020年12月底前完成", Kind: model.Deadline, Operator: model.LessEqual, Deadline: &model.DeadlineDate{Text: "2020年12月底前", Date: "2020-12-31"}},
		{Text: "12月底之前完成", Kind: model.Deadline, Operator: model.LessEqual, Deadline: &model.DeadlineDate{Text: "12月底之前", Date: "--12-31"}},
		{Text: "2023.07-2024.01", Kind: model.Deadline, Operator: model.LessEqual, Deadline: &model.DeadlineDate{Text: "2023.07-2024.01", From: "2023-07-01", Date: "2024-01-31"}},
		{Text: "以奖代补：2400元每人；责任险：100元每人", Kind: model.Composite, Parts: []model.Value{
			{Kind: model.Quantity, Operator: model.Equal, Number: "2400", Unit: "元/人", Label: "以奖代补"},
			{Kind: model.Quantity, Operator: model.Equal, Number: "100", Unit: "元/人", Label: "责任险"},
		}},
		{Text: "≥100补助标准大于等于1万元每人", Kind: model.Quantity, Operator: model.GreaterEqual, Number: "1", Unit: "万元/人",
			Base: &model.Base{Number: "10000", Unit: "元/人"}, Agreement: model.Conflict, Rest: []string{"补助标准"}},
		{Text: "持平或有所增长", Kind: model.Qualitative, Agreement: model.NoAgreement},
		{Text: "**", Kind: model.Empty},
	}
	p := model.Project{
		Seq: 1, Code: "A1", Name: "各种写法", Title: "另一个标题", FiscalYear: 2023,
		Budget: model.Budget{
			Total: &model.Amount{Text: "1,200.50", Number: "1200.5", Unit: "万元", Yuan: "12005000"}, Executed: &model.Amount{Text: "约一百"},
			Lines: []model.BudgetLine{{Label: "财政拨款", Column: "年初预算数", Amount: model.Amount{Text: "1200.5", Number: "1200.5", Unit: "万元"}}},
		},
		SpendingPlan: []model.PlanStep{{Text: "25%", Label: "3月底", Month: 3, Percent: "25"}, {Text: "四成", Label: "5月底", Month: 5}, {Text: "待定", Label: "6月底", Month: 6}},
		LongTerm:     &model.LongTerm{Budget: model.Budget{Total: &model.Amount{Text: "3000", Number: "3000", Unit: "万元"}}, Goals: []string{"三年目标"}},
		Extra:        []model.Extra{{Label: "项目负责人", Text: "（略）"}},
	}
	for i, v := range values {
		p.Indicators = append(p.Indicators, model.Indicator{
			Level1: "产出指标", Level3: fmt.Sprintf("指标%d", i+1), Target: v, Weight: "10", Term: "annual", Score: "9.5", Deviation: "无",
			Grades: []model.Grade{{Label: "优", Value: v}}, Extra: []model.Extra{{Label: "备注", Text: "a"}}, Actual: &model.Value{Text: "85%"},
		})
	}
	return &model.Document{Schema: model.Schema, Unit: model.Unit{Code: "001", Name: "某单位"}, FiscalYear: 2023, Projects: []model.Project{p}}
}
