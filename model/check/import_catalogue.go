package check

import (
	"strings"

	"jxmb/model"
)

var importers = model.Text{
	ZH: "预算管理一体化系统绩效指标导入模板的填写要求；所查的列和长度见 --profile 所指的文件",
	EN: "what import templates of budget-management systems ask for; columns and lengths as the file of --profile has them",
}

// aimed gives the first indicator a target.
func aimed(v model.Value) func(*model.Document) {
	return func(d *model.Document) { first(d).Target = v }
}

// signed is a deadline that begins with a sign.
func signed(text, date string) model.Value {
	v := deadline(text, date)
	v.Deadline.Text = strings.TrimPrefix(text, "≤")
	return v
}

var importRules = []Rule{
	{
		Code: "E001", Severity: model.Error, check: signWithoutNumber, Importer: true,
		Title:       model.Text{ZH: "导入：有符号的指标值不是数", EN: "Import: a sign without a number"},
		Explanation: model.Text{ZH: "计算符号为 ≥ ＞ ＝ ＜ ≤（代码 1 至 5）的指标值只能是一个数。没有符号的文字按定性（6）导入。", EN: "With the signs ≥ ＞ ＝ ＜ ≤ (codes 1 to 5) a target is one number. Words without a sign are imported as 定性 (6)."},
		Source:      importers,
		Positive:    Example{"≤2022年12月底", aimed(signed("≤2022年12月底", "2022-12-31"))},
		Negative:    Example{"2022年12月底前", aimed(deadline("2022年12月底前", "2022-12-31"))},
	},
	{
		Code: "E002", Severity: model.Error, check: numberWithoutUnit, Importer: true,
		Title:       model.Text{ZH: "导入：有符号的指标值没有计量单位", EN: "Import: a number without a unit"},
		Explanation: model.Text{ZH: "计算符号为 ≥ ＞ ＝ ＜ ≤（代码 1 至 5）的指标值要有计量单位。", EN: "With the signs ≥ ＞ ＝ ＜ ≤ (codes 1 to 5) a target has a unit."},
		Source:      importers,
		Positive:    Example{"≥4", aimed(aTarget("≥4", ">=", "4", ""))},
		Negative:    Example{"≥4次", aimed(aTarget("≥4次", ">=", "4", "次"))},
	},
	{
		Code: "E003", Severity: model.Error, check: refusedCharacters, Importer: true,
		Title:       model.Text{ZH: "导入：定性指标值含有 * _ -", EN: "Import: * _ - in words"},
		Explanation: model.Text{ZH: "定性（6）的指标值不能含有半角的 *、_、-。区间、时限等不是一个数的值也按定性导入。", EN: "A target in words (6) cannot hold *, _ or -. Ranges, deadlines and other values that are not one number are imported as words."},
		Source:      importers,
		Positive:    Example{"宣传-培训", aimed(words("宣传-培训"))},
		Negative:    Example{"宣传、培训", aimed(words("宣传、培训"))},
	},
	{
		Code: "E004", Severity: model.Error, check: blankCells, Importer: true,
		Title:       model.Text{ZH: "导入：必填栏为空", EN: "Import: a blank cell"},
		Explanation: model.Text{ZH: "各级指标名称和标题带 * 的列不能为空；有代码表的列，内容要在表中。指标代码由系统指定，不在此列。", EN: "Names of levels and indicators, and columns whose heading has a *, cannot be blank; in columns with codes the text must have one. Codes of indicators are assigned by the system and are not asked for."},
		Source:      importers,
		Positive:    Example{"三级指标名称空白", func(d *model.Document) { first(d).Level3 = " " }},
		Negative:    Example{"绩效指标说明空白", func(d *model.Document) { first(d).Description = "" }},
	},
	{
		Code: "E005", Severity: model.Error, check: foreignLevel, Importer: true,
		Title: model.Text{ZH: "导入：二级指标不属于一级指标", EN: "Import: a second level under another first level"},
		Explanation: model.Text{
			ZH: "数量、质量、时效属于产出，经济、社会、生态效益和可持续影响属于效益，服务对象满意度属于满意度；成本自成一级，也可在产出之下。表样自己的一级指标不查。",
			EN: "数量, 质量 and 时效 belong to 产出; 经济, 社会 and 生态效益 and 可持续影响 to 效益; 服务对象满意度 to 满意度; costs to 成本 or 产出. First levels of a form's own are passed over.",
		},
		Source:   importers,
		Positive: Example{"产出指标下的社会效益指标", func(d *model.Document) { first(d).Level2 = "社会效益指标" }},
		Negative: Example{"产出指标下的成本指标", func(d *model.Document) { first(d).Level2 = "成本指标" }},
	},
	{
		Code: "E006", Severity: model.Error, check: longCells, Importer: true,
		Title:       model.Text{ZH: "导入：文字超过长度", EN: "Import: text over its length"},
		Explanation: model.Text{ZH: "每列的文字不超过导入模板规定的长度，一个汉字计 2。", EN: "The text of a column is no longer than its profile says; a Chinese character counts 2."},
		Source:      importers,
		Positive:    Example{"三级指标名称 101 个汉字", func(d *model.Document) { first(d).Level3 = strings.Repeat("次", 101) }},
		Negative:    Example{"三级指标名称 100 个汉字", func(d *model.Document) { first(d).Level3 = strings.Repeat("次", 100) }},
	},
}
