package view

import (
	"strings"

	"jxmb/model"
)

// TargetShown is the key of the column with a target in its normal spelling.
const TargetShown = "target.shown"

// AgreementHead heads the column that says whether the two readings of a
// target agree.
var AgreementHead = model.Text{ZH: "一致性", EN: "Agreement"}

// TargetHead heads the target as written.
var TargetHead = model.Text{ZH: "指标值原文", EN: "Target as written"}

// targetColumns are the target as written, in its normal spelling, and taken
// apart.
var targetColumns = func() []Column[*model.Indicator] {
	of := func(i *model.Indicator) *model.Value { return &i.Target }
	c := []Column[*model.Indicator]{
		{Key: "target.text", Head: TargetHead, Sheet: 20, Paper: 104,
			Cell: wordsOf(func(i *model.Indicator) string { return i.Target.Text })},
		{Key: TargetShown, Head: model.Text{ZH: "规范值", EN: "Normalised"}, Paper: 71,
			Cell: func(l model.Lang, i *model.Indicator) Cell { return words(Value(l, &i.Target)) }},
	}
	c = append(c, parts("target", model.Text{}, of)...)
	return append(c,
		Column[*model.Indicator]{Key: "target.parts", Head: model.Text{ZH: "组成", EN: "Parts"}, Sheet: 36, Optional: true, Aside: true,
			Cell: func(l model.Lang, i *model.Indicator) Cell { return words(Parts(l, &i.Target)) }},
		Column[*model.Indicator]{Key: "target.agreement", Head: AgreementHead, Sheet: 12,
			Cell: func(l model.Lang, i *model.Indicator) Cell { return label(AgreementLabel(l, i.Target.Agreement)) }},
		Column[*model.Indicator]{Key: "target.label", Head: model.Text{ZH: "标签", EN: "Label"}, Sheet: 16, Optional: true, Aside: true,
			Cell: wordsOf(func(i *model.Indicator) string { return i.Target.Label })},
		Column[*model.Indicator]{Key: "target.rest", Head: model.Text{ZH: "未解释文字", EN: "Not understood"}, Sheet: 20, Optional: true, Aside: true,
			Cell: wordsOf(func(i *model.Indicator) string { return strings.Join(i.Target.Rest, "\n") })},
	)
}()

// actualColumns are what was reached, as written and taken apart; those to read
// are its number and unit, since kind and sign are the target's.
var actualColumns = func() []Column[*model.Indicator] {
	c := []Column[*model.Indicator]{
		{Key: "actual.text", Head: model.Text{ZH: "实际完成值", EN: "Actual"}, Sheet: 20, Paper: 60, Optional: true,
			Cell: wordsOf(func(i *model.Indicator) string {
				if i.Actual == nil {
					return ""
				}
				return i.Actual.Text
			})},
	}
	for _, p := range parts("actual", model.Text{ZH: "实际", EN: "Actual "}, func(i *model.Indicator) *model.Value { return i.Actual }) {
		p.Optional, p.Aside = true, p.Key != "actual.number" && p.Key != "actual.unit"
		c = append(c, p)
	}
	return c
}()

// parts take a value apart, which may be absent; the headings begin with head.
func parts(key string, head model.Text, of func(*model.Indicator) *model.Value) []Column[*model.Indicator] {
	part := func(name, zh, en string, widest int, cell func(model.Lang, *model.Value) Cell) Column[*model.Indicator] {
		return Column[*model.Indicator]{
			Key: key + "." + name, Head: model.Text{ZH: head.ZH + zh, EN: head.EN + en}, Sheet: widest,
			Cell: func(l model.Lang, i *model.Indicator) Cell {
				if v := of(i); v != nil {
					return cell(l, v)
				}
				return Cell{}
			},
		}
	}
	const digits = 24
	c := []Column[*model.Indicator]{
		part("kind", "类型", "Kind", 12, func(l model.Lang, v *model.Value) Cell { return label(KindLabel(l, v.Kind)) }),
		part("operator", "符号", "Operator", 8, func(_ model.Lang, v *model.Value) Cell { return label(OperatorSign(v.Operator)) }),
		part("number", "数值", "Number", digits, func(_ model.Lang, v *model.Value) Cell { return measured(v.Number, v.Unit) }),
		part("upper", "上限", "Upper", digits, func(_ model.Lang, v *model.Value) Cell { return measured(v.Upper, v.Unit) }),
		part("unit", "单位", "Unit", 12, func(_ model.Lang, v *model.Value) Cell { return label(v.Unit) }),
		part("base.number", "基本数值", "Base number", digits, func(_ model.Lang, v *model.Value) Cell { return number(Base(v).Number) }),
		part("base.upper", "基本上限", "Base upper", digits, func(_ model.Lang, v *model.Value) Cell { return number(Base(v).Upper) }),
		part("base.unit", "基本单位", "Base unit", 12, func(_ model.Lang, v *model.Value) Cell { return label(Base(v).Unit) }),
		part("deadline.from", "起始日期", "From", 12, func(_ model.Lang, v *model.Value) Cell { return day(Due(v).From) }),
		part("deadline.date", "时限", "Deadline", 12, func(_ model.Lang, v *model.Value) Cell {
			if d := Due(v); d.Date == "" {
				return label(d.Text)
			}
			return day(Due(v).Date)
		}),
	}
	for i := range c {
		switch name := strings.TrimPrefix(c[i].Key, key+"."); name {
		case "base.number", "base.unit":
			c[i].Aside = true
		case "base.upper":
			c[i].Aside, c[i].Optional = true, true
		case "upper", "deadline.from", "deadline.date":
			c[i].Optional = true
		}
	}
	return c
}

// Base is the value in base units, all absent where it has none.
func Base(v *model.Value) model.Base {
	if v.Base == nil {
		return model.Base{}
	}
	return *v.Base
}

// Due is the date of the value, all absent where it has none.
func Due(v *model.Value) model.DeadlineDate {
	if v.Deadline == nil {
		return model.DeadlineDate{}
	}
	return *v.Deadline
}
