package check

import "jxmb/model"

// Sample is a small submission that no rule objects to: the ground on which
// the examples of the rules make their one edit.
func Sample() *model.Document {
	return &model.Document{
		Schema:     model.Schema,
		Unit:       sampleUnit,
		FiscalYear: 2022,
		Projects:   []model.Project{sampleProject()},
		Findings:   []model.Finding{},
	}
}

var sampleUnit = model.Unit{Code: "301001", Name: "某某市交通局本级"}

func sampleProject() model.Project {
	p := model.Project{
		Seq: 1, Title: "1.护路联防经费绩效目标表", Form: "hebei-2020", Unit: sampleUnit,
		Code: "13028122P00399910001C", Name: "护路联防经费", FiscalYear: 2022,
		Budget: model.Budget{
			Total:  yuan10k("12.00"),
			Fiscal: yuan10k("10.00"),
			Other:  yuan10k("2.00"),
		},
		Purpose:      "聘用护路员40人，每人每年3000元，共计12万元。",
		SpendingPlan: plan("30", "60", "90", "100"),
		Goals:        []string{"开展铁路护路宣传，消除线路安全隐患。"},
		Indicators: []model.Indicator{
			indicator("产出指标", "数量指标", "护路宣传活动次数", "全年开展的宣传活动", aTarget("≥4次", ">=", "4", "次")),
			indicator("产出指标", "时效指标", "隐患整改完成时间", "查出的隐患全部整改的时间", deadline("2022年12月底前", "2022-12-31")),
			indicator("产出指标", "成本指标", "护路经费支出", "全年护路支出总额", aTarget("≤12万元", "<=", "12", "万元")),
			indicator("效益指标", "社会效益指标", "安全隐患整改率", "已整改隐患占查出隐患的比率", aTarget("≥95%", ">=", "95", "%")),
			indicator("满意度指标", "服务对象满意度指标", "沿线群众满意度", "问卷中满意的群众所占比率", aTarget("≥90%", ">=", "90", "%")),
		},
		Origin: model.Origin{Part: "word/document.xml", Table: 1},
		Cells: []model.CellRef{
			cell("code", 1, 2, 2), cell("name", 1, 2, 4), cell("budget.total", 1, 3, 3), cell("budget.fiscal", 1, 3, 5),
			cell("budget.other", 1, 3, 7), cell("purpose", 1, 4, 2), cell("spending_plan[0]", 1, 6, 2),
			cell("spending_plan[1]", 1, 6, 4), cell("spending_plan[2]", 1, 6, 6), cell("spending_plan[3]", 1, 6, 8),
			cell("goals[0]", 1, 7, 2),
		},
	}
	for n := range p.Indicators {
		place(&p.Indicators[n], n+2)
	}
	return p
}

// place gives an indicator the cells of a row of table 2.
func place(i *model.Indicator, row int) {
	i.Cells = []model.CellRef{
		cell("level1", 2, row, 1), cell("level2", 2, row, 2), cell("level3", 2, row, 3),
		cell("description", 2, row, 4), cell("target", 2, row, 5), cell("basis", 2, row, 6),
	}
	i.Origin = model.Origin{Part: "word/document.xml", Table: 2, Row: row, Column: 5, Start: 1000 * row, End: 1000*row + 500}
}

func cell(field string, table, row, column int) model.CellRef {
	at := 10000*table + 1000*row + 100*column
	return model.CellRef{Field: field, Table: table, Row: row, Column: column, Start: at, End: at + 50}
}

func yuan10k(text string) *model.Amount {
	n, _ := model.ParseDecimal(text)
	return &model.Amount{Text: text, Number: n, Unit: "万元", Yuan: n.Shift(4)}
}

func plan(percents ...model.Decimal) []model.PlanStep {
	months := []int{3, 6, 10, 12}
	labels := []string{"3月底", "6月底", "10月底", "12月底"}
	steps := make([]model.PlanStep, len(percents))
	for i, n := range percents {
		steps[i] = model.PlanStep{Text: string(n) + "%", Label: labels[i], Month: months[i], Percent: n}
	}
	return steps
}

func indicator(level1, level2, level3, description string, target model.Value) model.Indicator {
	return model.Indicator{Level1: level1, Level2: level2, Level3: level3, Description: description, Target: target, Basis: "年初工作计划"}
}

func aTarget(text string, op model.Operator, n model.Decimal, unit string) model.Value {
	v := model.Value{Text: text, Kind: model.Quantity, Operator: op, Number: n, Unit: unit,
		UnitSource: model.UnitFromValue, Agreement: model.FigureOnly}
	switch unit {
	case "":
		v.UnitSource = model.UnitFromNone
	case "万元":
		v.Base = &model.Base{Number: n.Shift(4), Unit: "元"}
	default:
		v.Base = &model.Base{Number: n, Unit: unit}
	}
	return v
}

func deadline(text, date string) model.Value {
	return model.Value{Text: text, Kind: model.Deadline, Operator: model.LessEqual, UnitSource: model.UnitFromNone,
		Deadline: &model.DeadlineDate{Text: text, Date: date}, Agreement: model.NoAgreement}
}

func words(text string) model.Value {
	return model.Value{Text: text, Kind: model.Qualitative, UnitSource: model.UnitFromNone, Agreement: model.NoAgreement}
}

// first is the indicator that most examples edit: a count.
func first(d *model.Document) *model.Indicator { return &d.Projects[0].Indicators[0] }

// rate is the sample's 率 indicator.
func rate(d *model.Document) *model.Indicator { return &d.Projects[0].Indicators[3] }

// cost is the sample's cost indicator.
func cost(d *model.Document) *model.Indicator { return &d.Projects[0].Indicators[2] }
