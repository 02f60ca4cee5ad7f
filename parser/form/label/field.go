// Package label knows what the labels of 绩效目标表 mean: the table of labels
// (labels.tsv) with the fields they name, and the form that labels are compared
// in.
package label

import "jxmb/model"

// Field is what a label names: a field of the model, a block of the table, or
// a column.
type Field uint8

// The fields that labels.tsv and a form's own labels may name. The comment
// gives the scopes they occur in.
const (
	NoField Field = iota

	// project: the value stands to the right of the label or below it.
	Code
	Name
	Unit        // 预算单位
	Department  // 主管部门: the unit where no 预算单位 is named
	Implementer // 实施单位: the unit where neither is named
	UnitCode
	MoneyUnit // 金额单位
	Year
	Purpose
	Extra      // a label known to belong to the form and kept as extra
	TotalScore // 自评总分
	ScoreGrade // 自评等级
	Conclusion // 评价结论

	// project: the label opens a block, the rows it spans.
	Money        // 项目资金, 资金情况
	MoneyPurpose // 预算规模及资金用途
	Plan         // 资金支出计划
	Goals
	Indicators // 绩效指标 beside the indicator table
	List       // a table of its own inside the form: header row, then rows
	Section    // a caption of several rows that says nothing: 项目基本情况
	Sum        // 总分, 合计: the sum row under the indicators

	// money: rows of the money block.
	Total
	Fiscal
	FiscalPart // a kind of fiscal money; the fiscal figure where it is the only one
	Other
	OtherPart
	Line // an amount without a headline field

	// moneycolumn: columns of the money block.
	Initial    // 年初预算数
	Budget     // 全年预算数, 调整后预算数
	Executed   // 全年执行数
	Amount     // 金额
	Rate       // 执行率
	RatePoints // 分值 of the rate
	RateScore  // 得分 of the rate
	Note       // 原因: kept as extra

	// column: columns of the indicator table.
	Level1
	Level2
	Level3
	Indicator // names the indicator, or describes it where a 三级指标 column names it
	Description
	Target
	Operator
	Measure // 度量单位
	Weight
	Actual
	Score
	FirstText                          // the columns of model.TextColumns, in their order
	Grades    Field = iota + moreTexts // heads the grade columns
	Grade                              // 优, 良, 中, 差
	History                            // 上年实际值, 2025年预期值 beside the target: a value of another year
	Group                              // heads other columns and names no field: 年度指标
	Remark                             // kept as extra of the indicator

	// outline: headings and labels of the narrative part.
	Overall
	Items
	Measures
	ItemGoal
	ItemIndicators

	// title: how the title of a form ends.
	Title

	NumFields
)

// moreTexts are the columns of words behind the first.
const moreTexts = Field(len(model.TextColumns)) - 1

// IsText says whether the field is one of the columns of words.
func (f Field) IsText() bool { return f.Between(FirstText, FirstText+moreTexts) }

// Aside says whether the label stands in the rows around the indicators and has
// a value that bears on no other field: one kept as extra, or of the evaluation.
func (f Field) Aside() bool { return f.Between(Extra, Conclusion) }

// OfExecution says whether a column of the money block tells how much of the
// budget was spent, or what that scores.
func (f Field) OfExecution() bool { return f.Between(Rate, RateScore) }

// NamesUnit says whether the label names whose project it is.
func (f Field) NamesUnit() bool { return f.Between(Unit, Implementer) }

// IsLevel says whether the field is one of the three levels of indicators.
func (f Field) IsLevel() bool { return f.Between(Level1, Level3) }

// IsName says whether the field is a level or the name of the indicator.
func (f Field) IsName() bool { return f.Between(Level1, Indicator) }

// Between says whether the field is one of first..last, in their order above.
func (f Field) Between(first, last Field) bool { return first <= f && f <= last }

// Fields is a set of fields.
type Fields [NumFields]bool

// These is the set of the fields given.
func These(fields ...Field) *Fields {
	set := new(Fields)
	for _, f := range fields {
		set[f] = true
	}
	return set
}

// Has says whether the field is in the set.
func (s *Fields) Has(f Field) bool { return s[f] }

// fieldNames are the spellings in data files and in traces.
var fieldNames = withTexts([NumFields]string{
	Code: "code", Name: "name", Unit: "unit", Department: "department",
	Implementer: "implementer", UnitCode: "unit_code", MoneyUnit: "money_unit",
	Year: "year", Purpose: "purpose", Extra: "extra",
	TotalScore: "total_score", ScoreGrade: "score_grade", Conclusion: "conclusion",
	Money: "money", MoneyPurpose: "money_purpose", Plan: "plan", Goals: "goals",
	Indicators: "indicators", List: "list", Section: "section", Sum: "sum",
	Total: "total", Fiscal: "fiscal", FiscalPart: "fiscal_part", Other: "other",
	OtherPart: "other_part", Line: "line",
	Initial: "initial", Budget: "budget", Executed: "executed", Amount: "amount",
	Rate: "rate", RatePoints: "rate_points", RateScore: "rate_score",
	Note:   "note",
	Level1: "level1", Level2: "level2", Level3: "level3", Indicator: "indicator",
	Description: "description", Target: "target", Operator: "operator",
	Measure: "measure", Weight: "weight", Actual: "actual",
	Score: "score", Grades: "grades", Grade: "grade",
	History: "history", Group: "group", Remark: "remark",
	Overall: "overall", Items: "items", Measures: "measures",
	ItemGoal: "item_goal", ItemIndicators: "item_indicators",
	Title: "title",
})

func withTexts(names [NumFields]string) [NumFields]string {
	for i := range model.TextColumns {
		names[int(FirstText)+i] = model.TextColumns[i].Key
	}
	return names
}

func (f Field) String() string { return fieldNames[f] }

// Scope is where a label has its meaning: 预算数 heads a money row in one form
// and a column in another.
type Scope uint8

const (
	InProject Scope = iota
	InMoney
	InMoneyColumn
	InColumn
	InLevel
	InOutline
	InTitle
	numScopes
)

var scopeNames = [numScopes]string{"project", "money", "moneycolumn", "column", "level", "outline", "title"}

func (s Scope) String() string { return scopeNames[s] }

// scopeFields are the first and last field of each scope.
var scopeFields = [numScopes][2]Field{
	InProject:     {Code, Sum},
	InMoney:       {Total, Line},
	InMoneyColumn: {Initial, Note},
	InColumn:      {Level1, Remark},
	InLevel:       {Level1, Level2},
	InOutline:     {Overall, ItemIndicators},
	InTitle:       {Title, Title},
}

// parseScope and parseField read the spellings of data files.
func parseScope(name string) (Scope, bool) {
	for s, n := range scopeNames {
		if n == name {
			return Scope(s), true
		}
	}
	return 0, false
}

func parseField(s Scope, name string) (Field, bool) {
	for f := scopeFields[s][0]; f <= scopeFields[s][1]; f++ {
		if fieldNames[f] == name {
			return f, true
		}
	}
	return NoField, false
}

// Named is the field that a form file names.
func Named(name string) (Field, bool) {
	for f := NoField + 1; f < NumFields; f++ {
		if fieldNames[f] == name {
			return f, true
		}
	}
	return NoField, false
}

// The terms of targets, as [model.Indicator.Term] spells them; the first two
// are the sides of a double-wide form.
const (
	TermAnnual = "annual"
	TermLong   = "long"

	TermHalfYear = "half_year"
	TermQuarter1 = "quarter_1"
	TermQuarter2 = "quarter_2"
	TermQuarter3 = "quarter_3"
	TermQuarter4 = "quarter_4"
)
