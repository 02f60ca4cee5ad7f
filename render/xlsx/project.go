package xlsx

import (
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/render/view"
)

// projectRow is a row of the sheet 项目.
type projectRow struct {
	file     string
	document *model.Document
	project  *model.Project
}

// projectColumns are those of the sheet 项目. A batch tells in front which
// document a row is from.
func projectColumns(batch bool) []column[projectRow] {
	var c []column[projectRow]
	if batch {
		c = append(c, sourceColumns(func(r projectRow) (string, *model.Document) { return r.file, r.document })...)
	}
	c = append(c, projectNameColumns...)
	c = append(c, projectBudgetColumns...)
	c = append(c, projectPlanColumns()...)
	return append(c, projectContentColumns...)
}

// sourceColumns tell the document of a row.
func sourceColumns[R any](of func(R) (string, *model.Document)) []column[R] {
	return []column[R]{
		{head: model.Text{ZH: "文件", EN: "File"}, max: 24, cell: func(_ model.Lang, r R) cell {
			file, _ := of(r)
			return textCell(file)
		}},
		{head: model.Text{ZH: "单位", EN: "Unit"}, max: 18, cell: func(_ model.Lang, r R) cell {
			_, d := of(r)
			return textCell(d.Unit.Name)
		}},
	}
}

var projectNameHead = model.Text{ZH: "项目名称", EN: "Name"}

var projectNameColumns = []column[projectRow]{
	{head: model.Text{ZH: "序号", EN: "No."}, max: 6, cell: func(_ model.Lang, r projectRow) cell {
		return countCell(r.project.Seq)
	}},
	{head: model.Text{ZH: "项目编码", EN: "Code"}, max: 24, optional: true, frozen: true, cell: func(_ model.Lang, r projectRow) cell {
		return labelCell(r.project.Code)
	}},
	{head: projectNameHead, max: 26, frozen: true, cell: func(_ model.Lang, r projectRow) cell {
		return textCell(r.project.Name)
	}},
	{head: model.Text{ZH: "标题", EN: "Heading"}, max: 32, optional: true, cell: func(_ model.Lang, r projectRow) cell {
		if strings.Contains(r.project.Title, r.project.Name) && r.project.Name != "" {
			return cell{}
		}
		return textCell(r.project.Title)
	}},
	{head: model.Text{ZH: "单位编码", EN: "Unit code"}, max: 14, aside: true, cell: func(_ model.Lang, r projectRow) cell {
		return labelCell(r.project.Unit.Code)
	}},
	{head: model.Text{ZH: "预算单位", EN: "Budget unit"}, max: 18, aside: true, cell: func(_ model.Lang, r projectRow) cell {
		return textCell(r.project.Unit.Name)
	}},
	{head: model.Text{ZH: "年度", EN: "Year"}, max: 6, aside: true, cell: func(_ model.Lang, r projectRow) cell {
		return yearCell(r.project.FiscalYear)
	}},
}

var projectBudgetColumns = []column[projectRow]{
	{head: model.Text{ZH: "预算总额（万元）", EN: "Total (10,000 yuan)"}, max: 24, sum: true, money: true, cell: func(_ model.Lang, r projectRow) cell {
		return amountCell(r.project.Budget.Total)
	}},
	{head: model.Text{ZH: "财政资金（万元）", EN: "Fiscal (10,000 yuan)"}, max: 24, sum: true, money: true, cell: func(_ model.Lang, r projectRow) cell {
		return amountCell(r.project.Budget.Fiscal)
	}},
	{head: model.Text{ZH: "其他资金（万元）", EN: "Other (10,000 yuan)"}, max: 24, sum: true, money: true, cell: func(_ model.Lang, r projectRow) cell {
		return amountCell(r.project.Budget.Other)
	}},
	{head: model.Text{ZH: "执行数（万元）", EN: "Executed (10,000 yuan)"}, max: 24, optional: true, sum: true, money: true, cell: func(_ model.Lang, r projectRow) cell {
		return amountCell(r.project.Budget.Executed)
	}},
	{head: model.Text{ZH: "执行率", EN: "Execution rate"}, max: 10, optional: true, cell: func(_ model.Lang, r projectRow) cell {
		return percentCell(view.ResultOf(r.project).Execution.Rate)
	}},
	{head: model.Text{ZH: "自评总分", EN: "Total score"}, max: 10, optional: true, cell: func(_ model.Lang, r projectRow) cell {
		return numberCell(view.ResultOf(r.project).Total)
	}},
	{head: model.Text{ZH: "自评等级", EN: "Grade"}, max: 10, optional: true, cell: func(_ model.Lang, r projectRow) cell {
		return textCell(view.ResultOf(r.project).Grade)
	}},
	{head: model.Text{ZH: "自评", EN: "Evaluation"}, max: 40, optional: true, aside: true, cell: func(l model.Lang, r projectRow) cell {
		return textCell(view.Evaluation(l, r.project))
	}},
	{head: model.Text{ZH: "自评原文", EN: "Evaluation as printed"}, max: 40, optional: true, aside: true, cell: func(l model.Lang, r projectRow) cell {
		return textCell(view.Extra(l, view.ResultOf(r.project).Printed))
	}},
	{head: model.Text{ZH: "资金明细", EN: "Budget lines"}, max: 60, optional: true, aside: true, cell: func(l model.Lang, r projectRow) cell {
		return textCell(view.Lines(l, r.project.Budget.Lines))
	}},
	{head: model.Text{ZH: "中长期资金", EN: "Long-term budget"}, max: 60, optional: true, aside: true, cell: func(l model.Lang, r projectRow) cell {
		if r.project.LongTerm == nil {
			return cell{}
		}
		return textCell(view.Budget(l, &r.project.LongTerm.Budget))
	}},
}

// planMonths are the months whose ends the provinces' forms ask for: the
// quarters, and Hebei's end of October.
var planMonths = [...]int{3, 6, 9, 10, 12}

func projectPlanColumns() []column[projectRow] {
	var c []column[projectRow]
	for _, month := range planMonths {
		c = append(c, column[projectRow]{
			head: model.Say("%d月底支出", "Spent by end of month %d", month), max: 10, optional: true,
			cell: func(_ model.Lang, r projectRow) cell { return planCell(r.project.SpendingPlan, month) },
		})
	}
	return append(c, column[projectRow]{
		head: model.Text{ZH: "其他时点支出计划", EN: "Other plan steps"}, max: 20, optional: true,
		cell: func(_ model.Lang, r projectRow) cell { return textCell(otherSteps(r.project.SpendingPlan)) },
	})
}

// planCell is the first step of that month.
func planCell(steps []model.PlanStep, month int) cell {
	for _, s := range steps {
		switch {
		case s.Month != month:
		case s.Percent != "":
			return percentCell(s.Percent)
		default:
			return labelCell(s.Text)
		}
	}
	return cell{}
}

// otherSteps lists the steps that no column of a month shows.
func otherSteps(steps []model.PlanStep) string {
	seen := map[int]bool{}
	return view.Plan(steps, func(s model.PlanStep) bool {
		shown := slices.Contains(planMonths[:], s.Month) && !seen[s.Month]
		seen[s.Month] = true
		return !shown && (s.Text != "" || s.Percent != "")
	})
}

var projectContentColumns = []column[projectRow]{
	{head: model.Text{ZH: "目标数", EN: "Goals"}, max: 8, sum: true, cell: func(_ model.Lang, r projectRow) cell {
		return countCell(len(r.project.Goals))
	}},
	{head: model.Text{ZH: "指标数", EN: "Indicators"}, max: 8, sum: true, cell: func(_ model.Lang, r projectRow) cell {
		return countCell(len(r.project.Indicators))
	}},
	{head: model.Text{ZH: "资金用途", EN: "Purpose"}, max: 60, optional: true, cell: func(_ model.Lang, r projectRow) cell {
		return textCell(r.project.Purpose)
	}},
	{head: model.Text{ZH: "其他栏目", EN: "Other cells"}, max: 60, optional: true, aside: true, cell: func(l model.Lang, r projectRow) cell {
		return textCell(view.Extra(l, r.project.Extra))
	}},
	{head: model.Text{ZH: "出处", EN: "Place"}, max: 20, cell: func(l model.Lang, r projectRow) cell {
		return textCell(r.project.Origin.Place(l))
	}},
}
