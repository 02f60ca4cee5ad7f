package xlsx

import (
	"strings"

	"jxmb/model"
	"jxmb/render/view"
)

// indicatorRow is a row of the sheet 指标.
type indicatorRow struct {
	projectRow
	*model.Indicator
}

// indicatorColumns are those of the sheet 指标: tidy, every fact in a column
// of its own.
func indicatorColumns(batch bool) []column[indicatorRow] {
	var c []column[indicatorRow]
	if batch {
		c = append(c, sourceColumns(func(r indicatorRow) (string, *model.Document) { return r.file, r.document })...)
	}
	c = append(c, indicatorNameColumns...)
	c = append(c, targetColumns...)
	return append(c, indicatorRestColumns...)
}

func indicatorText(zh, en string, widest int, of func(indicatorRow) string) column[indicatorRow] {
	return column[indicatorRow]{
		head: model.Text{ZH: zh, EN: en}, max: widest,
		cell: func(_ model.Lang, r indicatorRow) cell { return textCell(of(r)) },
	}
}

func indicatorLabel(zh, en string, widest int, of func(model.Lang, indicatorRow) string) column[indicatorRow] {
	return column[indicatorRow]{
		head: model.Text{ZH: zh, EN: en}, max: widest,
		cell: func(l model.Lang, r indicatorRow) cell { return labelCell(of(l, r)) },
	}
}

func indicatorNumber(zh, en string, of func(indicatorRow) model.Decimal) column[indicatorRow] {
	return column[indicatorRow]{
		head: model.Text{ZH: zh, EN: en}, max: 24,
		cell: func(_ model.Lang, r indicatorRow) cell { return numberCell(of(r)) },
	}
}

var indicatorNameColumns = []column[indicatorRow]{
	indicatorLabel("项目编码", "Project code", 24, func(_ model.Lang, r indicatorRow) string { return r.project.Code }),
	indicatorText("项目名称", "Project", 14, func(r indicatorRow) string { return r.project.Name }),
	indicatorText("一级指标", "Level 1", 10, func(r indicatorRow) string { return r.Level1 }),
	indicatorText("二级指标", "Level 2", 10, func(r indicatorRow) string { return r.Level2 }),
	indicatorText("三级指标", "Level 3", 14, func(r indicatorRow) string { return r.Level3 }),
	optional(indicatorText("指标描述", "Description", 20, func(r indicatorRow) string { return r.Description })),
}

var agreementHead = model.Text{ZH: "一致性", EN: "Agreement"}

// targetColumns take the target cell apart.
var targetColumns = []column[indicatorRow]{
	indicatorText("指标值原文", "Target as written", 20, func(r indicatorRow) string { return r.Target.Text }),
	indicatorLabel("类型", "Kind", 12, func(l model.Lang, r indicatorRow) string { return view.KindLabel(l, r.Target.Kind) }),
	indicatorLabel("符号", "Operator", 8, func(_ model.Lang, r indicatorRow) string { return view.OperatorSign(r.Target.Operator) }),
	indicatorNumber("数值", "Number", func(r indicatorRow) model.Decimal { return r.Target.Number }),
	optional(indicatorNumber("上限", "Upper", func(r indicatorRow) model.Decimal { return r.Target.Upper })),
	indicatorLabel("单位", "Unit", 12, func(_ model.Lang, r indicatorRow) string { return r.Target.Unit }),
	aside(indicatorNumber("基本数值", "Base number", func(r indicatorRow) model.Decimal { return r.base().Number })),
	aside(optional(indicatorNumber("基本上限", "Base upper", func(r indicatorRow) model.Decimal { return r.base().Upper }))),
	aside(indicatorLabel("基本单位", "Base unit", 12, func(_ model.Lang, r indicatorRow) string { return r.base().Unit })),
	optional(column[indicatorRow]{head: model.Text{ZH: "起始日期", EN: "From"}, max: 12, cell: func(l model.Lang, r indicatorRow) cell {
		return dateCell(l, r.deadline().From)
	}}),
	optional(column[indicatorRow]{head: model.Text{ZH: "时限", EN: "Deadline"}, max: 12, cell: func(l model.Lang, r indicatorRow) cell {
		if d := r.deadline(); d.Date == "" {
			return labelCell(d.Text)
		}
		return dateCell(l, r.deadline().Date)
	}}),
	aside(optional(column[indicatorRow]{head: model.Text{ZH: "组成", EN: "Parts"}, max: 36, cell: func(l model.Lang, r indicatorRow) cell {
		if len(r.Target.Parts) == 0 {
			return cell{}
		}
		return textCell(view.Parts(l, &r.Target))
	}})),
	indicatorLabel(agreementHead.ZH, agreementHead.EN, 12, func(l model.Lang, r indicatorRow) string { return view.AgreementLabel(l, r.Target.Agreement) }),
	aside(optional(indicatorText("标签", "Label", 16, func(r indicatorRow) string { return r.Target.Label }))),
	aside(optional(indicatorText("未解释文字", "Not understood", 20, func(r indicatorRow) string { return strings.Join(r.Target.Rest, "\n") }))),
}

var indicatorRestColumns = []column[indicatorRow]{
	optional(indicatorText("确定依据", "Basis", 12, func(r indicatorRow) string { return r.Basis })),
	optional(indicatorNumber("权重", "Weight", func(r indicatorRow) model.Decimal { return r.Weight })),
	optional(indicatorText("实际完成值", "Actual", 20, func(r indicatorRow) string {
		if r.Actual == nil {
			return ""
		}
		return r.Actual.Text
	})),
	optional(indicatorNumber("得分", "Score", func(r indicatorRow) model.Decimal { return r.Score })),
	optional(indicatorText("偏差原因", "Deviation", 24, func(r indicatorRow) string { return r.Deviation })),
	optional(indicatorLabel("期限", "Term", 10, func(l model.Lang, r indicatorRow) string { return view.TermLabel(l, r.Term) })),
	aside(optional(column[indicatorRow]{head: model.Text{ZH: "分档标准", EN: "Grades"}, max: 28, cell: func(l model.Lang, r indicatorRow) cell {
		return textCell(view.Grades(l, r.Grades))
	}})),
	aside(optional(column[indicatorRow]{head: model.Text{ZH: "其他栏目", EN: "Other cells"}, max: 28, cell: func(l model.Lang, r indicatorRow) cell {
		return textCell(view.Extra(l, r.Indicator.Extra))
	}})),
	aside(column[indicatorRow]{head: model.Text{ZH: "出处", EN: "Place"}, max: 20, cell: func(l model.Lang, r indicatorRow) cell {
		return textCell(r.Indicator.Origin.Place(l))
	}}),
}

func (r indicatorRow) base() model.Base {
	if r.Target.Base == nil {
		return model.Base{}
	}
	return *r.Target.Base
}

func (r indicatorRow) deadline() model.DeadlineDate {
	if r.Target.Deadline == nil {
		return model.DeadlineDate{}
	}
	return *r.Target.Deadline
}
