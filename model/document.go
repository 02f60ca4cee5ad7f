package model

// Schema names the version of the JSON form of [Document].
const Schema = "jxmb/1"

// Document is one submission: the narrative part and every project in it.
type Document struct {
	Schema     string    `json:"schema" jsonschema:"title=格式版本"`
	Source     Source    `json:"source" jsonschema:"title=来源文件"`
	Unit       Unit      `json:"unit" jsonschema:"title=单位"`
	FiscalYear int       `json:"fiscal_year" jsonschema:"title=预算年度,nullable"` // 0 = absent
	Outline    *Outline  `json:"outline" jsonschema:"title=部门整体绩效目标,nullable"`
	Projects   []Project `json:"projects" jsonschema:"title=项目"`
	Findings   []Finding `json:"findings" jsonschema:"title=问题"`

	// With a review alone.
	Ignored []Ignored `json:"ignored,omitempty" jsonschema:"title=已忽略的问题"`
}

// Source identifies the file a document was read from. Path is where it stands
// below what was asked for, with slashes, the folders of a batch and the
// archives among them: "政法/a.zip/b.docx"; never a path of the machine. SHA256 is lower-case
// hexadecimal over the whole file; Application is what docProps/app.xml names
// as the producer (ISO/IEC 29500-1 §22.2.2.1).
type Source struct {
	Name        string `json:"name" jsonschema:"title=文件名,nullable"`
	Path        string `json:"path" jsonschema:"title=相对路径,nullable"`
	SHA256      string `json:"sha256" jsonschema:"title=SHA-256 校验值,nullable"`
	Bytes       int64  `json:"bytes" jsonschema:"title=字节数"`
	Application string `json:"application" jsonschema:"title=生成软件,nullable"`
}

// Unit is a 预算单位: "216001" 中共遵化市委政法委本级.
type Unit struct {
	Code string `json:"code" jsonschema:"title=单位编码,nullable"`
	Name string `json:"name" jsonschema:"title=单位名称,nullable"`
}

// Outline is the narrative part of a submission, 部门整体绩效目标.
type Outline struct {
	Overall  string        `json:"overall" jsonschema:"title=总体绩效目标,nullable"`
	Items    []OutlineItem `json:"items" jsonschema:"title=分项绩效目标"`
	Measures []Measure     `json:"measures" jsonschema:"title=工作保障措施"`
}

// OutlineItem is one 分项绩效目标: a title with its 绩效目标：/绩效指标： pair.
type OutlineItem struct {
	Title      string `json:"title" jsonschema:"title=分项名称,nullable"`
	Goal       string `json:"goal" jsonschema:"title=绩效目标,nullable"`
	Indicators string `json:"indicators" jsonschema:"title=绩效指标,nullable"`
}

// Measure is one 工作保障措施: its heading sentence and the text after it.
type Measure struct {
	Title string `json:"title" jsonschema:"title=措施,nullable"`
	Text  string `json:"text" jsonschema:"title=内容,nullable"`
}

// Project is one 项目绩效目标表: its basic information and its indicators.
type Project struct {
	ID           string      `json:"id" jsonschema:"title=项目标识,nullable"`          // see [Identify]
	Seq          int         `json:"seq" jsonschema:"title=序号"`                    // 1-based, document order
	Title        string      `json:"title" jsonschema:"title=标题,nullable"`         // the heading, verbatim
	Bookmark     string      `json:"bookmark" jsonschema:"title=书签,nullable"`      // name of the bookmark at the heading
	Form         string      `json:"form" jsonschema:"title=表样"`                   // identifier of the form that matched
	Unit         Unit        `json:"unit" jsonschema:"title=单位"`                   //
	Code         string      `json:"code" jsonschema:"title=项目编码,nullable"`        //
	Name         string      `json:"name" jsonschema:"title=项目名称,nullable"`        //
	FiscalYear   int         `json:"fiscal_year" jsonschema:"title=预算年度,nullable"` // 0 = absent
	Budget       Budget      `json:"budget" jsonschema:"title=预算规模"`               //
	Purpose      string      `json:"purpose" jsonschema:"title=资金用途,nullable"`     //
	SpendingPlan []PlanStep  `json:"spending_plan" jsonschema:"title=资金支出计划"`      //
	Goals        []string    `json:"goals" jsonschema:"title=绩效目标"`                // without their numbers
	Indicators   []Indicator `json:"indicators" jsonschema:"title=绩效指标"`           //
	LongTerm     *LongTerm   `json:"long_term" jsonschema:"title=中长期目标,nullable"`  // forms with two sides only
	Evaluation   *Evaluation `json:"evaluation" jsonschema:"title=自评,nullable"`    // self-evaluations and monitoring forms only
	Extra        []Extra     `json:"extra" jsonschema:"title=其他栏目"`                // labelled cells the form does not name
	Origin       Origin      `json:"origin" jsonschema:"title=出处"`                 // the basic-information table, or the heading
	Cells        []CellRef   `json:"cells" jsonschema:"title=单元格出处"`               // where each field above stands

	// With a review alone.
	Corrections []Correction `json:"corrections,omitempty" jsonschema:"title=更正"`
}

// Budget is 预算规模: the year's amounts of a project. Total, Fiscal and Other
// are the headline figures; Lines keeps every amount cell of forms that break
// the money down further (自评表: 年初预算数, 全年执行数, …).
type Budget struct {
	Total    *Amount      `json:"total" jsonschema:"title=预算数,nullable"`
	Fiscal   *Amount      `json:"fiscal" jsonschema:"title=财政资金,nullable"`
	Other    *Amount      `json:"other" jsonschema:"title=其他资金,nullable"`
	Executed *Amount      `json:"executed" jsonschema:"title=执行数,nullable"`
	Lines    []BudgetLine `json:"lines" jsonschema:"title=资金明细"`
}

// BudgetLine is one amount cell named by its row and column labels.
type BudgetLine struct {
	Label  string `json:"label" jsonschema:"title=行标签"`
	Column string `json:"column" jsonschema:"title=列标签,nullable"`
	Amount Amount `json:"amount" jsonschema:"title=金额"`
}

// Amount is a sum of money as a form prints it. Number is in Unit ("万元",
// "元" or "" where neither table, caption nor label declares one); Yuan is the
// same sum in 元 and absent while the unit is unknown.
type Amount struct {
	Text   string  `json:"text" jsonschema:"title=原文"`
	Number Decimal `json:"number" jsonschema:"title=数值,nullable"`
	Unit   string  `json:"unit" jsonschema:"title=单位,nullable"`
	Yuan   Decimal `json:"yuan" jsonschema:"title=折合元,nullable"`
}

// PlanStep is one step of 资金支出计划（%）: the cumulative share of the budget
// that is to be spent by the end of Month (1 to 12; 0 = absent). Text is the
// value cell, Label the heading it stands under ("3月底").
type PlanStep struct {
	Text    string  `json:"text" jsonschema:"title=原文"`
	Label   string  `json:"label" jsonschema:"title=时点,nullable"`
	Month   int     `json:"month" jsonschema:"title=月份,nullable"`
	Percent Decimal `json:"percent" jsonschema:"title=累计支出比例（%）,nullable"`
}

// Indicator is one row of the indicator table, its merged 一级指标 carried down.
type Indicator struct {
	ID          string    `json:"id" jsonschema:"title=指标标识,nullable"` // within the project, see [Identify]
	Level1      string    `json:"level1" jsonschema:"title=一级指标,nullable"`
	Level2      string    `json:"level2" jsonschema:"title=二级指标,nullable"`
	Level3      string    `json:"level3" jsonschema:"title=三级指标,nullable"`
	Aspect      Aspect    `json:"aspect" jsonschema:"title=指标类别,enum=产出,enum=效益,enum=满意度,enum=成本,nullable"` // told by the levels, however they are printed
	Points      Decimal   `json:"points" jsonschema:"title=一级指标分值,nullable"`                                // 50 where 一级指标 is 产出指标（50分）: of all its indicators together
	Description string    `json:"description" jsonschema:"title=绩效指标描述,nullable"`
	Target      Value     `json:"target" jsonschema:"title=指标值"`
	Basis       string    `json:"basis" jsonschema:"title=指标值确定依据,nullable"`
	Weight      Decimal   `json:"weight" jsonschema:"title=权重（分值）,nullable"`
	Actual      *Value    `json:"actual" jsonschema:"title=实际完成值,nullable"`
	Score       Decimal   `json:"score" jsonschema:"title=得分,nullable"`
	Deviation   string    `json:"deviation" jsonschema:"title=偏差原因,nullable"`
	Term        string    `json:"term" jsonschema:"title=期限（annual 年度，long 中长期，half_year 半年，quarter_1 至 quarter_4 季度）,enum=annual,enum=long,enum=half_year,enum=quarter_1,enum=quarter_2,enum=quarter_3,enum=quarter_4,nullable"`
	Region      string    `json:"region" jsonschema:"title=地区（一地一列的表）,nullable"` // the column's head, where a form has a column of targets for each place
	History     []History `json:"history" jsonschema:"title=其他年度的值"`             // beside the target, in the order of the columns
	Grades      []Grade   `json:"grades" jsonschema:"title=分档标准"`                // 优/良/中/差 forms only
	Extra       []Extra   `json:"extra" jsonschema:"title=其他栏目"`
	Origin      Origin    `json:"origin" jsonschema:"title=出处"` // the 指标值 cell
	Cells       []CellRef `json:"cells" jsonschema:"title=单元格出处"`

	// With a review alone.
	Corrections []Correction `json:"corrections,omitempty" jsonschema:"title=更正"`
}

// History is a value of another year that stands beside the target: what was
// reached the year before, or what is planned for a later one. Label is the
// head of its column, Year the year that the head names (0 = absent).
type History struct {
	Label string `json:"label" jsonschema:"title=列标题"`
	Year  int    `json:"year" jsonschema:"title=年度,nullable"`
	Value Value  `json:"value" jsonschema:"title=值"`
}

// Aspect is what an indicator looks at: one of the four kinds of 财预〔2021〕101号.
type Aspect string

// The aspects; "" where the levels name none.
const (
	Output       Aspect = "产出"
	Benefit      Aspect = "效益"
	Satisfaction Aspect = "满意度"
	Cost         Aspect = "成本"
)

// Grade is one threshold of a form that rates an indicator 优, 良, 中 or 差.
type Grade struct {
	Label string `json:"label" jsonschema:"title=等次"`
	Value Value  `json:"value" jsonschema:"title=标准"`
}

// LongTerm is the 中期/长期/实施期 side of a double-wide form.
type LongTerm struct {
	Budget Budget   `json:"budget" jsonschema:"title=中长期资金"`
	Goals  []string `json:"goals" jsonschema:"title=中长期目标"`
}

// Extra is a labelled cell that the form does not name, kept verbatim.
type Extra struct {
	Label string `json:"label" jsonschema:"title=标签"`
	Text  string `json:"text" jsonschema:"title=内容"`
}
