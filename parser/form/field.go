package form

// field is what a label names: a field of the model, a block of the table, or
// a column.
type field uint8

// The fields that labels.tsv and a form's own labels may name. The comment
// gives the scopes they occur in.
const (
	noField field = iota

	// project: the value stands to the right of the label or below it.
	fieldCode
	fieldName
	fieldUnit        // 预算单位
	fieldDepartment  // 主管部门: the unit where no 预算单位 is named
	fieldImplementer // 实施单位: the unit where neither is named
	fieldUnitCode
	fieldMoneyUnit // 金额单位
	fieldYear
	fieldPurpose
	fieldExtra // a label known to belong to the form and kept as extra

	// project: the label opens a block, the rows it spans.
	fieldMoney        // 项目资金, 资金情况
	fieldMoneyPurpose // 预算规模及资金用途
	fieldPlan         // 资金支出计划
	fieldGoals
	fieldIndicators // 绩效指标 beside the indicator table
	fieldList       // a table of its own inside the form: header row, then rows
	fieldSection    // a caption of several rows that says nothing: 项目基本情况
	fieldSum        // 总分, 合计: the sum row under the indicators

	// money: rows of the money block.
	fieldTotal
	fieldFiscal
	fieldFiscalPart // a kind of fiscal money; the fiscal figure where it is the only one
	fieldOther
	fieldOtherPart
	fieldLine // an amount without a headline field

	// moneycolumn: columns of the money block.
	fieldInitial  // 年初预算数
	fieldBudget   // 全年预算数, 调整后预算数
	fieldExecuted // 全年执行数
	fieldAmount   // 金额
	fieldNote     // 执行率, 分值, 得分, 原因: kept as extra

	// column: columns of the indicator table.
	fieldLevel1
	fieldLevel2
	fieldLevel3
	fieldIndicator // names the indicator, or describes it where a 三级指标 column names it
	fieldDescription
	fieldTarget
	fieldOperator
	fieldMeasure // 度量单位
	fieldBasis
	fieldWeight
	fieldActual
	fieldScore
	fieldDeviation
	fieldGrades // heads the grade columns
	fieldGrade  // 优, 良, 中, 差
	fieldGroup  // heads other columns and names no field: 年度指标
	fieldRemark // kept as extra of the indicator

	// outline: headings and labels of the narrative part.
	fieldOverall
	fieldItems
	fieldMeasures
	fieldItemGoal
	fieldItemIndicators

	// title: how the title of a form ends.
	fieldTitle

	numFields
)

// fieldNames are the spellings in data files and in traces.
var fieldNames = [numFields]string{
	fieldCode: "code", fieldName: "name", fieldUnit: "unit", fieldDepartment: "department",
	fieldImplementer: "implementer", fieldUnitCode: "unit_code", fieldMoneyUnit: "money_unit",
	fieldYear: "year", fieldPurpose: "purpose", fieldExtra: "extra",
	fieldMoney: "money", fieldMoneyPurpose: "money_purpose", fieldPlan: "plan", fieldGoals: "goals",
	fieldIndicators: "indicators", fieldList: "list", fieldSection: "section", fieldSum: "sum",
	fieldTotal: "total", fieldFiscal: "fiscal", fieldFiscalPart: "fiscal_part", fieldOther: "other",
	fieldOtherPart: "other_part", fieldLine: "line",
	fieldInitial: "initial", fieldBudget: "budget", fieldExecuted: "executed", fieldAmount: "amount",
	fieldNote:   "note",
	fieldLevel1: "level1", fieldLevel2: "level2", fieldLevel3: "level3", fieldIndicator: "indicator",
	fieldDescription: "description", fieldTarget: "target", fieldOperator: "operator",
	fieldMeasure: "measure", fieldBasis: "basis", fieldWeight: "weight", fieldActual: "actual",
	fieldScore: "score", fieldDeviation: "deviation", fieldGrades: "grades", fieldGrade: "grade",
	fieldGroup: "group", fieldRemark: "remark",
	fieldOverall: "overall", fieldItems: "items", fieldMeasures: "measures",
	fieldItemGoal: "item_goal", fieldItemIndicators: "item_indicators",
	fieldTitle: "title",
}

func (f field) String() string { return fieldNames[f] }

// scope is where a label has its meaning: 预算数 heads a money row in one form
// and a column in another.
type scope uint8

const (
	inProject scope = iota
	inMoney
	inMoneyColumn
	inColumn
	inLevel
	inOutline
	inTitle
	numScopes
)

var scopeNames = [numScopes]string{"project", "money", "moneycolumn", "column", "level", "outline", "title"}

func (s scope) String() string { return scopeNames[s] }

// scopeFields are the first and last field of each scope.
var scopeFields = [numScopes][2]field{
	inProject:     {fieldCode, fieldSum},
	inMoney:       {fieldTotal, fieldLine},
	inMoneyColumn: {fieldInitial, fieldNote},
	inColumn:      {fieldLevel1, fieldRemark},
	inLevel:       {fieldLevel1, fieldLevel2},
	inOutline:     {fieldOverall, fieldItemIndicators},
	inTitle:       {fieldTitle, fieldTitle},
}

// parseScope and parseField read the spellings of data files.
func parseScope(name string) (scope, bool) {
	for s, n := range scopeNames {
		if n == name {
			return scope(s), true
		}
	}
	return 0, false
}

func parseField(s scope, name string) (field, bool) {
	for f := scopeFields[s][0]; f <= scopeFields[s][1]; f++ {
		if fieldNames[f] == name {
			return f, true
		}
	}
	return noField, false
}

// The two sides of a double-wide form, as [model.Indicator.Term] spells them.
const (
	termAnnual = "annual"
	termLong   = "long"
)
