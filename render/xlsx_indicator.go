package render

import (
	"strings"

	"jxmb/model"
)

// xlsxIndicator is a row of the sheet 指标.
type xlsxIndicator struct {
	xlsxProject
	*model.Indicator
}

// indicatorColumns are those of the sheet 指标: tidy, every fact in a column
// of its own.
func indicatorColumns(batch bool) []xlsxColumn[xlsxIndicator] {
	var c []xlsxColumn[xlsxIndicator]
	if batch {
		c = append(c, sourceColumns(func(r xlsxIndicator) (string, *model.Document) { return r.file, r.document })...)
	}
	c = append(c, indicatorNameColumns...)
	c = append(c, targetColumns...)
	return append(c, indicatorRestColumns...)
}

func indicatorText(zh, en string, widest int, of func(xlsxIndicator) string) xlsxColumn[xlsxIndicator] {
	return xlsxColumn[xlsxIndicator]{
		head: model.Text{ZH: zh, EN: en}, max: widest,
		cell: func(_ model.Lang, r xlsxIndicator) xlsxCell { return textCell(of(r)) },
	}
}

func indicatorLabel(zh, en string, widest int, of func(model.Lang, xlsxIndicator) string) xlsxColumn[xlsxIndicator] {
	return xlsxColumn[xlsxIndicator]{
		head: model.Text{ZH: zh, EN: en}, max: widest,
		cell: func(l model.Lang, r xlsxIndicator) xlsxCell { return labelCell(of(l, r)) },
	}
}

func indicatorNumber(zh, en string, of func(xlsxIndicator) model.Decimal) xlsxColumn[xlsxIndicator] {
	return xlsxColumn[xlsxIndicator]{
		head: model.Text{ZH: zh, EN: en}, max: 24,
		cell: func(_ model.Lang, r xlsxIndicator) xlsxCell { return numberCell(of(r)) },
	}
}

var indicatorNameColumns = []xlsxColumn[xlsxIndicator]{
	indicatorLabel("项目编码", "Project code", 24, func(_ model.Lang, r xlsxIndicator) string { return r.project.Code }),
	indicatorText("项目名称", "Project", 14, func(r xlsxIndicator) string { return r.project.Name }),
	indicatorText("一级指标", "Level 1", 10, func(r xlsxIndicator) string { return r.Level1 }),
	indicatorText("二级指标", "Level 2", 10, func(r xlsxIndicator) string { return r.Level2 }),
	indicatorText("三级指标", "Level 3", 14, func(r xlsxIndicator) string { return r.Level3 }),
	optional(indicatorText("指标描述", "Description", 20, func(r xlsxIndicator) string { return r.Description })),
}

var agreementHead = model.Text{ZH: "一致性", EN: "Agreement"}

// targetColumns take the target cell apart.
var targetColumns = []xlsxColumn[xlsxIndicator]{
	indicatorText("指标值原文", "Target as written", 20, func(r xlsxIndicator) string { return r.Target.Text }),
	indicatorLabel("类型", "Kind", 12, func(l model.Lang, r xlsxIndicator) string { return kindLabel(l, r.Target.Kind) }),
	indicatorLabel("符号", "Operator", 8, func(_ model.Lang, r xlsxIndicator) string { return operatorSign(r.Target.Operator) }),
	indicatorNumber("数值", "Number", func(r xlsxIndicator) model.Decimal { return r.Target.Number }),
	optional(indicatorNumber("上限", "Upper", func(r xlsxIndicator) model.Decimal { return r.Target.Upper })),
	indicatorLabel("单位", "Unit", 12, func(_ model.Lang, r xlsxIndicator) string { return r.Target.Unit }),
	aside(indicatorNumber("基本数值", "Base number", func(r xlsxIndicator) model.Decimal { return r.base().Number })),
	aside(optional(indicatorNumber("基本上限", "Base upper", func(r xlsxIndicator) model.Decimal { return r.base().Upper }))),
	aside(indicatorLabel("基本单位", "Base unit", 12, func(_ model.Lang, r xlsxIndicator) string { return r.base().Unit })),
	optional(xlsxColumn[xlsxIndicator]{head: model.Text{ZH: "起始日期", EN: "From"}, max: 12, cell: func(l model.Lang, r xlsxIndicator) xlsxCell {
		return dateCell(l, r.deadline().From)
	}}),
	optional(xlsxColumn[xlsxIndicator]{head: model.Text{ZH: "时限", EN: "Deadline"}, max: 12, cell: func(l model.Lang, r xlsxIndicator) xlsxCell {
		if d := r.deadline(); d.Date == "" {
			return labelCell(d.Text)
		}
		return dateCell(l, r.deadline().Date)
	}}),
	aside(optional(xlsxColumn[xlsxIndicator]{head: model.Text{ZH: "组成", EN: "Parts"}, max: 36, cell: func(l model.Lang, r xlsxIndicator) xlsxCell {
		if len(r.Target.Parts) == 0 {
			return xlsxCell{}
		}
		return textCell(showParts(l, &r.Target))
	}})),
	indicatorLabel(agreementHead.ZH, agreementHead.EN, 12, func(l model.Lang, r xlsxIndicator) string { return agreementLabel(l, r.Target.Agreement) }),
	aside(optional(indicatorText("标签", "Label", 16, func(r xlsxIndicator) string { return r.Target.Label }))),
	aside(optional(indicatorText("未解释文字", "Not understood", 20, func(r xlsxIndicator) string { return strings.Join(r.Target.Rest, "\n") }))),
}

var indicatorRestColumns = []xlsxColumn[xlsxIndicator]{
	optional(indicatorText("确定依据", "Basis", 12, func(r xlsxIndicator) string { return r.Basis })),
	optional(indicatorNumber("权重", "Weight", func(r xlsxIndicator) model.Decimal { return r.Weight })),
	optional(indicatorText("实际完成值", "Actual", 20, func(r xlsxIndicator) string {
		if r.Actual == nil {
			return ""
		}
		return r.Actual.Text
	})),
	optional(indicatorNumber("得分", "Score", func(r xlsxIndicator) model.Decimal { return r.Score })),
	optional(indicatorText("偏差原因", "Deviation", 24, func(r xlsxIndicator) string { return r.Deviation })),
	optional(indicatorLabel("期限", "Term", 10, func(l model.Lang, r xlsxIndicator) string { return termLabel(l, r.Term) })),
	aside(optional(xlsxColumn[xlsxIndicator]{head: model.Text{ZH: "分档标准", EN: "Grades"}, max: 28, cell: func(l model.Lang, r xlsxIndicator) xlsxCell {
		return textCell(showGrades(l, r.Grades))
	}})),
	aside(optional(xlsxColumn[xlsxIndicator]{head: model.Text{ZH: "其他栏目", EN: "Other cells"}, max: 28, cell: func(l model.Lang, r xlsxIndicator) xlsxCell {
		return textCell(showExtra(l, r.Indicator.Extra))
	}})),
	aside(xlsxColumn[xlsxIndicator]{head: model.Text{ZH: "出处", EN: "Place"}, max: 20, cell: func(l model.Lang, r xlsxIndicator) xlsxCell {
		return textCell(r.Indicator.Origin.Place(l))
	}}),
}

func (r xlsxIndicator) base() model.Base {
	if r.Target.Base == nil {
		return model.Base{}
	}
	return *r.Target.Base
}

func (r xlsxIndicator) deadline() model.DeadlineDate {
	if r.Target.Deadline == nil {
		return model.DeadlineDate{}
	}
	return *r.Target.Deadline
}
