package model

// Kind says what sort of target a [Value] is.
type Kind string

// The kinds of a target.
const (
	Quantity    Kind = "quantity"    // one number: ≥90%, 404万元
	Range       Kind = "range"       // two numbers: 80%-90%, ±3%
	Deadline    Kind = "deadline"    // a date to be met: 2020年12月底前完成
	Composite   Kind = "composite"   // several labelled values: 以奖代补：2400元每人；责任险：…
	Qualitative Kind = "qualitative" // words: 持平或有所增长
	Empty       Kind = "empty"       // nothing, or a placeholder left unfilled
)

// Operator relates the indicator to its number.
type Operator string

// The operators of a target. A deadline is always [LessEqual]; qualitative,
// composite and empty values have none.
const (
	NoOperator   Operator = ""
	GreaterEqual Operator = ">="
	Greater      Operator = ">"
	LessEqual    Operator = "<="
	Less         Operator = "<"
	Equal        Operator = "="
	About        Operator = "~"
)

// UnitSource says where the unit of a [Value] was found.
type UnitSource string

// The sources of a unit, the nearest first.
const (
	UnitFromValue     UnitSource = "value"     // beside the figure: ≥90%
	UnitFromStatement UnitSource = "statement" // in the wording: ≥3…大于等于3次
	UnitFromName      UnitSource = "name"      // the indicator's name: …率（%）
	UnitFromColumn    UnitSource = "column"    // a 度量单位 column
	UnitFromNone      UnitSource = "none"
)

// Agreement compares the two readings of a fused cell.
type Agreement string

// The ways two readings relate, after scale and unit.
const (
	Agree         Agreement = "agree"
	Conflict      Agreement = "conflict"
	FigureOnly    Agreement = "figure_only"
	StatementOnly Agreement = "statement_only"
	NoAgreement   Agreement = "none"
)

// Value is a target cell split into operator, number and unit.
//
// A range has Number (lower) and Upper. Unit is canonical: "%", "次", "元/人",
// "万条", with 每 and / both written "/". Rest names, in order, the runs of
// Text that no part of the reading claims. Label is the label of a part of a
// composite, or the stray words found before the figure.
type Value struct {
	Text       string        `json:"text" jsonschema:"title=原文"`
	Kind       Kind          `json:"kind" jsonschema:"title=类型,enum=quantity,enum=range,enum=deadline,enum=composite,enum=qualitative,enum=empty"`
	Operator   Operator      `json:"operator" jsonschema:"title=符号,enum=>=,enum=>,enum=<=,enum=<,enum==,enum=~,nullable"`
	Number     Decimal       `json:"number" jsonschema:"title=数值,nullable"`
	Upper      Decimal       `json:"upper" jsonschema:"title=上限,nullable"`
	Unit       string        `json:"unit" jsonschema:"title=单位,nullable"`
	UnitSource UnitSource    `json:"unit_source" jsonschema:"title=单位来源,enum=value,enum=statement,enum=name,enum=column,enum=none"`
	Base       *Base         `json:"base" jsonschema:"title=基本单位换算,nullable"`
	Deadline   *DeadlineDate `json:"deadline" jsonschema:"title=时限,nullable"`
	Parts      []Value       `json:"parts" jsonschema:"title=组成"`
	Readings   Readings      `json:"readings" jsonschema:"title=两种读法"`
	Agreement  Agreement     `json:"agreement" jsonschema:"title=一致性,enum=agree,enum=conflict,enum=figure_only,enum=statement_only,enum=none"`
	Label      string        `json:"label" jsonschema:"title=标签,nullable"`
	Rest       []string      `json:"rest" jsonschema:"title=未解释文字"`
}

// Base is a value with the scales 百/千/万/亿 and 角/分 of its unit multiplied
// out: 2 万元 is 20000 元. Upper is set for a range.
type Base struct {
	Number Decimal `json:"number" jsonschema:"title=数值,nullable"`
	Upper  Decimal `json:"upper" jsonschema:"title=上限,nullable"`
	Unit   string  `json:"unit" jsonschema:"title=单位,nullable"`
}

// DeadlineDate is a date or period named in a target. Date is the last day,
// "2020-12-31", or "--12-31" where the text names no year (RFC 6350 §4.3.1);
// From is the first day of a period such as 2023.07-2024.01. Resolved is Date in
// the fiscal year, where the text names no year and the form does: "2020-12-31".
type DeadlineDate struct {
	Text string `json:"text" jsonschema:"title=原文"`
	From string `json:"from" jsonschema:"title=起始日期,nullable"`
	Date string `json:"date" jsonschema:"title=截止日期,nullable"`

	Resolved string `json:"resolved" jsonschema:"title=按预算年度推定的截止日期,nullable"`
}

// Readings are the two ways in which a fused cell tells its target.
type Readings struct {
	Figure    *Reading `json:"figure" jsonschema:"title=数字读法,nullable"`
	Statement *Reading `json:"statement" jsonschema:"title=文字读法,nullable"`
}

// Reading is one of the two readings of a cell. When the value was read from a
// document, Start and End are the byte range of the runs that hold Text, in the
// part named by the indicator's origin; otherwise that of Text in the value's
// own text.
type Reading struct {
	Text     string   `json:"text" jsonschema:"title=原文"`
	Operator Operator `json:"operator" jsonschema:"title=符号,enum=>=,enum=>,enum=<=,enum=<,enum==,enum=~,nullable"`
	Number   Decimal  `json:"number" jsonschema:"title=数值,nullable"`
	Upper    Decimal  `json:"upper" jsonschema:"title=上限,nullable"`
	Unit     string   `json:"unit" jsonschema:"title=单位,nullable"`
	Start    int      `json:"start" jsonschema:"title=起始字节"`
	End      int      `json:"end" jsonschema:"title=结束字节"`
}
