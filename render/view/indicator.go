package view

import (
	"slices"

	"jxmb/model"
)

// IndicatorColumns are all that an indicator has, in reading order. Workbooks
// take a value apart; paper shows it as written and in its normal spelling.
var IndicatorColumns = slices.Concat(
	[]Column[*model.Indicator]{
		{Key: "level1", Head: model.Text{ZH: "一级指标", EN: "Level 1"}, Sheet: 10, Paper: 44, Optional: true,
			Cell: wordsOf(func(i *model.Indicator) string { return Level(i.Level1) })},
		{Key: "level2", Head: model.Text{ZH: "二级指标", EN: "Level 2"}, Sheet: 10, Paper: 53, Optional: true,
			Cell: wordsOf(func(i *model.Indicator) string { return Level(i.Level2) })},
		{Key: "level3", Head: model.Text{ZH: "三级指标", EN: "Level 3"}, Sheet: 14, Paper: 84, Cell: wordsOf(func(i *model.Indicator) string { return i.Level3 })},
		{Key: "description", Head: model.Text{ZH: "绩效指标描述", EN: "Description"}, Sheet: 20, Paper: 92, Optional: true,
			Cell: wordsOf(func(i *model.Indicator) string { return i.Description })},
		{Key: "region", Head: model.Text{ZH: "地区", EN: "Region"}, Sheet: 12, Paper: 44, Optional: true,
			Cell: wordsOf(func(i *model.Indicator) string { return i.Region })},
	},
	targetColumns,
	[]Column[*model.Indicator]{
		{Key: "weight", Head: model.Text{ZH: "权重/分值", EN: "Weight"}, Sheet: 24, Paper: 36, Optional: true,
			Cell: numberOf(func(i *model.Indicator) model.Decimal { return i.Weight })},
	},
	actualColumns,
	[]Column[*model.Indicator]{
		{Key: "history", Head: model.Text{ZH: "其他年度", EN: "Other years"}, Sheet: 24, Paper: 66, Optional: true,
			Cell: func(l model.Lang, i *model.Indicator) Cell { return words(History(l, i.History)) }},
	},
	[]Column[*model.Indicator]{
		{Key: "score", Head: model.Text{ZH: "得分", EN: "Score"}, Sheet: 24, Paper: 34, Optional: true,
			Cell: numberOf(func(i *model.Indicator) model.Decimal { return i.Score })},
		{Key: "grades", Head: model.Text{ZH: "分档标准", EN: "Grades"}, Sheet: 28, Paper: 80, Optional: true, Aside: true,
			Cell: func(l model.Lang, i *model.Indicator) Cell { return words(Grades(l, i.Grades)) }},
	},
	textColumns(1, len(model.TextColumns)),
	[]Column[*model.Indicator]{
		{Key: "term", Head: model.Text{ZH: "期限", EN: "Term"}, Sheet: 10, Paper: 40, Optional: true,
			Cell: func(l model.Lang, i *model.Indicator) Cell { return label(TermLabel(l, i.Term)) }},
	},
	textColumns(0, 1),
	[]Column[*model.Indicator]{
		{Key: "aspect", Head: model.Text{ZH: "指标类别", EN: "Aspect"}, Sheet: 8, Optional: true, Aside: true,
			Cell: func(_ model.Lang, i *model.Indicator) Cell { return label(string(i.Aspect)) }},
		{Key: "points", Head: model.Text{ZH: "一级指标分值", EN: "Points of level 1"}, Sheet: 24, Optional: true, Aside: true,
			Cell: numberOf(func(i *model.Indicator) model.Decimal { return i.Points })},
		{Key: "extra", Head: model.Text{ZH: "其他栏目", EN: "Other"}, Sheet: 28, Paper: 60, Optional: true, Aside: true,
			Cell: func(l model.Lang, i *model.Indicator) Cell { return words(Extra(l, i.Extra)) }},
		{Key: "origin", Head: model.Text{ZH: "出处", EN: "Place"}, Sheet: 20, Aside: true,
			Cell: func(l model.Lang, i *model.Indicator) Cell { return words(i.Origin.Place(l)) }},
	},
)

// textColumns are the columns from..to-1 of [model.TextColumns].
func textColumns(from, to int) []Column[*model.Indicator] {
	out := make([]Column[*model.Indicator], 0, to-from)
	for _, t := range model.TextColumns[from:to] {
		c := Column[*model.Indicator]{Key: t.Key, Head: t.Head, Sheet: 24, Paper: 60, Optional: true,
			Cell: wordsOf(func(i *model.Indicator) string { return *t.Of(i) })}
		if t.Key == "basis" { // most forms have it, in a word or two
			c.Sheet, c.Paper = 12, 62
		}
		out = append(out, c)
	}
	return out
}

func wordsOf(of func(*model.Indicator) string) func(model.Lang, *model.Indicator) Cell {
	return func(_ model.Lang, i *model.Indicator) Cell { return words(of(i)) }
}

func numberOf(of func(*model.Indicator) model.Decimal) func(model.Lang, *model.Indicator) Cell {
	return func(_ model.Lang, i *model.Indicator) Cell { return number(of(i)) }
}
