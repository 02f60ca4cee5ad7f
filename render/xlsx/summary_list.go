package xlsx

import (
	"jxmb/model"
	"jxmb/render/view"
)

// againRow is a project that was met before, in the file first.
type againRow struct {
	projectRow
	first string
}

var againColumns = againOf(projectColumns(true))

// againOf are the columns of projects, with the file that counts in front.
func againOf(of []column[projectRow]) []column[againRow] {
	columns := []column[againRow]{
		{head: model.Text{ZH: "已计入的文件", EN: "Counted in"}, max: 24, cell: func(_ model.Lang, r againRow) cell { return textCell(r.first) }},
	}
	for _, c := range of {
		columns = append(columns, column[againRow]{
			head: c.head, max: c.max, optional: c.optional, aside: c.aside, frozen: c.frozen, sum: c.sum, money: c.money,
			cell: func(l model.Lang, r againRow) cell { return c.cell(l, r.projectRow) },
		})
	}
	return columns
}

// unreadRow is a row of the sheet 未读取.
type unreadRow struct {
	file, reason string
	hint         model.Text
}

var unreadColumns = []column[unreadRow]{
	{head: model.Text{ZH: "文件", EN: "File"}, max: 44, cell: func(_ model.Lang, r unreadRow) cell { return textCell(r.file) }},
	{head: model.Text{ZH: "原因", EN: "Reason"}, max: 56, cell: func(_ model.Lang, r unreadRow) cell { return textCell(r.reason) }},
	{head: model.Text{ZH: "怎么办", EN: "What to do"}, max: 56, cell: func(l model.Lang, r unreadRow) cell { return textCell(r.hint.In(l)) }},
}

// ruleColumns are those of the findings by rule.
func ruleColumns(season *view.Season) []column[view.RuleTally] {
	return []column[view.RuleTally]{
		{head: severityHead, max: 10, cell: func(l model.Lang, r view.RuleTally) cell { return labelCell(view.SeverityLabel(l, r.Severity)) }},
		{head: model.Text{ZH: "代码", EN: "Code"}, max: 8, cell: func(_ model.Lang, r view.RuleTally) cell { return labelCell(r.Code) }},
		{head: model.Text{ZH: "规则", EN: "Rule"}, max: 44, cell: func(l model.Lang, r view.RuleTally) cell { return textCell(season.Titles[r.Code].In(l)) }},
		{head: model.Text{ZH: "条数", EN: "Findings"}, max: 10, cell: func(_ model.Lang, r view.RuleTally) cell { return countCell(r.Findings) }},
		{head: model.Text{ZH: "涉及文件", EN: "Files"}, max: 10, cell: func(_ model.Lang, r view.RuleTally) cell { return countCell(r.Files) }},
	}
}
