package check

import "jxmb/model"

// targeted is an example that puts a target into the sample's count indicator.
func targeted(v model.Value) Example {
	return Example{v.Text, func(d *model.Document) { first(d).Target = v }}
}

// costing is an example that puts a target into the sample's cost indicator.
func costing(v model.Value) Example {
	return Example{v.Text, func(d *model.Document) { cost(d).Target = v }}
}

// fused is a target with both readings, compared as the parser does.
func fused(text string, v model.Value, figure, statement model.Reading, a model.Agreement) model.Value {
	v.Text, v.Agreement = text, a
	v.Readings = model.Readings{Figure: &figure, Statement: &statement}
	v.UnitSource = model.UnitFromStatement
	return v
}

// doubtful is a target of which no number was taken.
func doubtful(text string, first, last model.Reading) model.Value {
	v := words(text)
	v.Readings = model.Readings{Figure: &first, Statement: &last}
	return v
}

// inFormula is a target of whose number only a part was read.
func inFormula(text string, part model.Reading) model.Value {
	v := words(text)
	v.Readings = model.Readings{Statement: &part}
	return v
}

// labelled is v with stray words before its figure.
func labelled(v model.Value, words string) model.Value {
	v.Label = words
	return v
}

// named puts a rate under a name that may or may not carry its unit.
func named(name string, v model.Value, source model.UnitSource) Example {
	v.UnitSource = source
	return Example{name + "：" + v.Text, func(d *model.Document) {
		rate(d).Level3 = name
		rate(d).Description = "安全隐患整改的情况"
		rate(d).Target = v
	}}
}

var valueRules = []Rule{
	{
		Code: "V001", Severity: model.Error, check: twoReadings,
		Title: model.Text{ZH: "指标值的数字与文字不一致", EN: "Figure and statement disagree"},
		Explanation: model.Text{
			ZH: "财政系统导出时把符号、数字、说明文字连在一起打印，同一个指标值因此写了两遍。本规则按单位折算（万、百分之、每人）后比较两遍；不一致时两种读法都保留，主字段取带单位的文字。",
			EN: "The finance system prints sign, figure and wording without a gap, so a target stands there twice. The rule compares the two after scale and unit (万, 百分之, 每人). On conflict both are kept, and the main fields take the wording, which carries the unit.",
		},
		Source:   ours,
		Positive: targeted(fused("≥100次数大于等于1万次", aTarget("", ">=", "1", "万次"), model.Reading{Text: "≥100", Operator: ">=", Number: "100"}, model.Reading{Text: "大于等于1万次", Operator: ">=", Number: "1", Unit: "万次"}, model.Conflict)),
		Negative: targeted(fused("≥4次数大于等于四次", aTarget("", ">=", "4", "次"), model.Reading{Text: "≥4", Operator: ">=", Number: "4"}, model.Reading{Text: "大于等于四次", Operator: ">=", Number: "4", Unit: "次"}, model.Agree)),
	},
	{
		Code: "V002", Severity: model.Warning, check: strayWords,
		Title: model.Text{ZH: "数字前后有多余文字", EN: "Stray words beside the figure"},
		Explanation: model.Text{
			ZH: "符号一栏误填了文字（如“社会效益指标100”），系统导出后连在数字前面。应填符号；此处按“=”读取。数字后另有单位（95%元）或另一个目标（100%，无安全事故）的，只取数字和紧跟的单位，其余列在 rest。",
			EN: `Words were typed into the sign's field ("社会效益指标100") and print before the figure. A sign belongs there; the value is read with "=". Behind the figure stands a second unit (95%元) or another target (100%，无安全事故): number and first unit are taken, the others are in rest.`,
		},
		Source:   ours,
		Positive: targeted(labelled(aTarget("数量指标4次", "=", "4", "次"), "数量指标")),
		Negative: targeted(aTarget("=4次", "=", "4", "次")),
	},
	{
		Code: "V003", Severity: model.Warning, check: missingUnit,
		Title: model.Text{ZH: "数值没有单位", EN: "Quantity without a unit"},
		Explanation: model.Text{
			ZH: "指标值、说明文字、指标名称和度量单位栏都没有单位，无法判断数值的含义。比率与满意度由 V007 检查。",
			EN: "Neither the target, its wording, the indicator's name nor a unit column gives a unit, so the number means nothing definite. Rates and satisfaction are V007's.",
		},
		Source:   centralRules,
		Positive: targeted(aTarget("≥4", ">=", "4", "")),
		Negative: targeted(aTarget("≥4场", ">=", "4", "场")),
	},
	{
		Code: "V004", Severity: model.Warning, check: overHundred,
		Title: model.Text{ZH: "百分比超过 100%", EN: "Percentage over 100"},
		Explanation: model.Text{
			ZH: "占比、完成率、满意度不会超过 100%。名称或描述含增长、提高、超额等字样的不查。",
			EN: "Shares, completion and satisfaction do not exceed 100%. Indicators of growth or of over-fulfilment are left out.",
		},
		Source:   auditAgent,
		Positive: Example{"安全隐患整改率 ≥900%", func(d *model.Document) { rate(d).Target = aTarget("≥900%", ">=", "900", "%") }},
		Negative: Example{"护路宣传增长率 ≥120%", func(d *model.Document) {
			rate(d).Level3, rate(d).Target = "护路宣传增长率", aTarget("≥120%", ">=", "120", "%")
		}},
	},
	{
		Code: "V005", Severity: model.Error, check: unfilledTarget,
		Title: model.Text{ZH: "指标值为空或是占位符", EN: "Target empty or a placeholder"},
		Explanation: model.Text{
			ZH: "空白、“**”、“≥ %”、“XX”、“待定”等没有填写的模板内容。中长期与年度并列的表，中长期一侧可以空着。",
			EN: "Blank cells and template text left unfilled (**, ≥ %, XX, 待定). The long-term side of a double-wide form may stay empty.",
		},
		Source:   auditAgent,
		Positive: targeted(model.Value{Text: "≥**次", Kind: model.Empty, UnitSource: model.UnitFromNone, Agreement: model.NoAgreement}),
		Negative: Example{"（中长期一侧空着）", func(d *model.Document) {
			first(d).Term, first(d).Target = "long", model.Value{Kind: model.Empty, UnitSource: model.UnitFromNone}
		}},
	},
	{
		Code: "V006", Severity: model.Warning, check: costAtLeast,
		Title: model.Text{ZH: "成本指标用了 ≥", EN: "Cost indicator with ≥"},
		Explanation: model.Text{
			ZH: "成本指标是支出的上限或标准，一般用 ≤ 或 =；用 ≥ 意味着花得越多越好。",
			EN: "A cost is a ceiling or a standard and takes ≤ or =; with ≥ the target would be to spend more.",
		},
		Source:   auditAgent,
		Positive: costing(aTarget("≥12万元", ">=", "12", "万元")),
		Negative: costing(aTarget("=12万元", "=", "12", "万元")),
	},
	{
		Code: "V007", Severity: model.Warning, check: rateWithoutPercent,
		Title: model.Text{ZH: "比率或满意度没有百分号", EN: "Rate or satisfaction without %"},
		Explanation: model.Text{
			ZH: "名称是“…率”“…比例”“…满意度”，指标值只有数字，名称、描述和单位栏也没有百分号。由“率”字推定的单位不算写明。",
			EN: "The name is a rate, share or satisfaction, the target a bare number, and neither name, description nor unit column has a percent sign. A unit inferred from the word 率 does not count as given.",
		},
		Source:   ours,
		Positive: named("安全隐患整改率", aTarget("≥95", ">=", "95", "%"), model.UnitFromName),
		Negative: named("安全隐患整改率（%）", aTarget("≥95", ">=", "95", "%"), model.UnitFromName),
	},
	{
		Code: "V008", Severity: model.Info, check: vagueTarget,
		Title: model.Text{ZH: "定性指标值含糊", EN: "Vague qualitative target"},
		Explanation: model.Text{
			ZH: "“有效提升”“一定程度上”“相对提高”等说法没有可核查的标准。能量化的应当量化。also 可加入本地常见的说法。",
			EN: "Wordings such as 有效提升, 一定程度, 相对提高 give nothing to verify. What can be quantified should be. also takes further wordings.",
		},
		Settings: []Setting{
			{Name: "also", Title: model.Text{ZH: "也算含糊的说法", EN: "further wordings that count as vague"}, Words: []string{}},
		},
		Source: model.Text{
			ZH: "《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：绩效目标应当细化量化；不能以量化形式表述的，可采用定性表述，但应具有可衡量性",
			EN: "Measures for performance targets of central departments (Caiyu [2015] No. 88): targets are to be quantified; qualitative ones must still be measurable",
		},
		Positive: targeted(words("护路意识有效提升")),
		Negative: targeted(words("全部线路完成巡查")),
	},
	{
		Code: "V009", Severity: model.Info, check: numbersInDoubt,
		Title: model.Text{ZH: "指标值不止一个数，没有取数", EN: "Several numbers, none taken"},
		Explanation: model.Text{
			ZH: "指标值里有几个数，写法看不出哪个是目标，工具不作取舍：原文按定性保留，两个数列在读法里。",
			EN: "The target holds several numbers and its wording does not tell which is meant. None is chosen: the text is kept as a qualitative one, with two of the numbers among its readings.",
		},
		Source:   ours,
		Positive: targeted(doubtful("宣传3次培训5场", model.Reading{Text: "3次", Number: "3", Unit: "次"}, model.Reading{Text: "5场", Number: "5", Unit: "场"})),
		Negative: targeted(aTarget("宣传和培训8次", "=", "8", "次")),
	},
	{
		Code: "V010", Severity: model.Error, check: impossibleDay,
		Title: model.Text{ZH: "日期不存在", EN: "A day that does not exist"},
		Explanation: model.Text{
			ZH: "指标值写的日期日历上没有：6月31日、2023年13月、没有闰年的2月29日。这样的值不取数，原文按定性保留。",
			EN: "The target names a day that the calendar does not have: 31 June, a 13th month, 29 February of a common year. Nothing is taken from it; the text is kept as a qualitative one.",
		},
		Source:   ours,
		Positive: targeted(words("6月31日前完成")),
		Negative: targeted(words("6月30日前完成")),
	},
	{
		Code: "V011", Severity: model.Warning, check: numberNotTaken,
		Title: model.Text{ZH: "指标值写了数，没有取到", EN: "A number that was not taken"},
		Explanation: model.Text{
			ZH: "数字紧挨着根号、求和号、上标、分数等符号（√2、5²、2½），单独取出来就是另一个数；三角号（▲3%）和括号（(3)%）在账表里表示负数；以 ≥、≤ 等符号开头的值里，数的写法认不出来或与指标对不上（≥½小时，次数≥1/2）；只有一个数，而它可能是日期（完成月份、单位“月”旁的 12，20231231）。这样的值不取数，原文按定性保留。",
			EN: "A sign of mathematics stands right beside the number (√2, 5², 2½), which by itself would be another one; a triangle (▲3%) and brackets ((3)%) mark what is negative in accounts. Or a target begins with a sign, and its number is written in a way that is not known or does not fit the indicator (≥½小时, ≥1/2 under a count). Or it is a number alone that may be a day (12 beside 月 under 完成月份, 20231231). None is taken; the text is kept as a qualitative one.",
		},
		Source:   ours,
		Positive: targeted(inFormula("√2", model.Reading{Text: "2", Number: "2"})),
		Negative: targeted(aTarget("≥2次", ">=", "2", "次")),
	},
	{
		Code: "V012", Severity: model.Info, check: openMonth,
		Title: model.Text{ZH: "“某月前”“≤某月”两可", EN: "A month or year that may mean two things"},
		Explanation: model.Text{
			ZH: "“6月前”“2025年前”有的指当月（当年）最后一天，有的指之前。按最后一天取数，并提示核对；“6月底前”“6月1日前”没有歧义。“≤6月”按 6 个月取数，也可能指 6 月底前。",
			EN: "6月前 or 2025年前 may mean by the end of the month or year, or before it begins. The last day is taken, and the finding asks to make sure; 6月底前 and 6月1日前 leave nothing open. ≤6月 is taken as 6 months; it may mean by the end of June.",
		},
		Source:   ours,
		Positive: targeted(deadline("6月前", "--06-30")),
		Negative: targeted(deadline("6月底前", "--06-30")),
	},
	{
		Code: "V013", Severity: model.Info, check: signInName,
		Title: model.Text{ZH: "名称里的符号与指标值不同", EN: "The name prints another sign than the target"},
		Explanation: model.Text{
			ZH: "模板在名称后印有“（≥**%）”“（不超过）”，指标值只填了数，或写了别的符号。按指标值所写读取，是不是名称里的意思由人核对。",
			EN: "The template prints (≥**%) or (不超过) behind the name, and the target is a bare number or has another sign. It is read as it stands; a person decides whether the sign of the name was meant.",
		},
		Source:   ours,
		Positive: named("安全隐患整改率（≥**%）", aTarget("95", "=", "95", "%"), model.UnitFromName),
		Negative: named("安全隐患整改率（≥**%）", aTarget("≥95%", ">=", "95", "%"), model.UnitFromValue),
	},
}
