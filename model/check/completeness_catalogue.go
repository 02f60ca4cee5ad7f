package check

import (
	"slices"

	"jxmb/model"
)

var completenessRules = []Rule{
	{
		Code: "C001", Severity: model.Error, check: requiredIndicators,
		Title: model.Text{ZH: "缺产出、效益或满意度指标", EN: "No output, benefit or satisfaction indicator"},
		Explanation: model.Text{
			ZH: "三类一级指标各至少一个，同义的名称（项目完成指标、预期产出指标、效果指标等）都认。用其他一级指标的表样不查。",
			EN: "At least one indicator of each of the three kinds; synonyms of other provinces count. Forms with other first levels are left out.",
		},
		Source: centralRules,
		Positive: Example{"没有满意度指标", func(d *model.Document) {
			p := &d.Projects[0]
			p.Indicators = p.Indicators[:4]
		}},
		Negative: Example{"满意度指标列在效果指标之下", func(d *model.Document) { d.Projects[0].Indicators[4].Level1 = "效果指标" }},
	},
	{
		Code: "C002", Severity: model.Error, check: requiredCells,
		Title: model.Text{ZH: "必填栏为空", EN: "Required cell empty"},
		Explanation: model.Text{
			ZH: "表里有这一栏而没有填：项目名称、项目编码、预算数、资金用途、绩效目标、三级指标名称。表样没有的栏不查；指标值由 V005 检查。",
			EN: "The form has the cell and nothing is in it: name, code, total budget, purpose, goals, an indicator's name. Cells the form lacks are not asked for; targets are V005's.",
		},
		Source:   auditAgent,
		Positive: Example{"绩效目标一栏空着", func(d *model.Document) { d.Projects[0].Goals = nil }},
		Negative: Example{"表样没有项目编码一栏", func(d *model.Document) {
			d.Projects[0].Code, d.Projects[0].Cells[0].Field = "", "other"
		}},
	},
	{
		Code: "C003", Severity: model.Warning, check: sameIndicator,
		Title: model.Text{ZH: "指标重复", EN: "The same indicator twice"},
		Explanation: model.Text{
			ZH: "同一项目里二级指标、三级指标和描述都相同的两行。",
			EN: "Two rows of one project with the same second level, name and description.",
		},
		Source: ours,
		Positive: Example{"护路宣传活动次数列了两行", func(d *model.Document) {
			p := &d.Projects[0]
			again := p.Indicators[0]
			place(&again, 7)
			p.Indicators = append(p.Indicators, again)
		}},
		Negative: Example{"同名而描述不同", func(d *model.Document) {
			p := &d.Projects[0]
			again := p.Indicators[0]
			place(&again, 7)
			again.Description = "每季度入村开展的宣传活动"
			p.Indicators = append(p.Indicators, again)
		}},
	},
	{
		Code: "C004", Severity: model.Info, check: descriptionRepeats,
		Title: model.Text{ZH: "描述只是重复名称", EN: "Description merely repeats the name"},
		Explanation: model.Text{
			ZH: "绩效指标描述应写明口径或计算方法。去掉空格、标点和括号内容后与三级指标名称相同的，等于没有写。",
			EN: "The description should tell what is counted or how. One that equals the name, brackets, spaces and punctuation aside, tells nothing.",
		},
		Source:   ours,
		Positive: Example{"名称“护路宣传活动次数（次）”，描述“护路宣传活动次数”", func(d *model.Document) { first(d).Description = "护路宣传活动次数" }},
		Negative: Example{"描述“全年护路宣传活动次数”", func(d *model.Document) { first(d).Description = "全年护路宣传活动次数" }},
	},
	{
		Code: "C005", Severity: model.Info, check: goalWithoutIndicator,
		Title: model.Text{ZH: "目标没有对应的指标", EN: "A goal without any indicator"},
		Explanation: model.Text{
			ZH: "一条绩效目标的用词（常用套话除外）没有出现在任何指标的名称、描述或指标值里。按相邻两字比对，只作提示。",
			EN: "None of a goal's words, stock phrases aside, occurs in the name, description or target of an indicator. Pairs of neighbouring characters are compared; a remark only.",
		},
		Source: model.Text{
			ZH: "审核实践（开源项目 audit_agent：目标文字没有对应指标的列为问题）",
			EN: "review practice (the open-source audit_agent: goal text without a matching indicator is a finding)",
		},
		Positive: Example{"目标“购置三辆巡逻摩托车并配发执法记录仪。”", func(d *model.Document) {
			d.Projects[0].Goals = []string{"购置三辆巡逻摩托车并配发执法记录仪。"}
		}},
		Negative: Example{"目标“沿线群众普遍支持。”", func(d *model.Document) { d.Projects[0].Goals = []string{"沿线群众普遍支持。"} }},
	},
	{
		Code: "C006", Severity: model.Warning, check: levelUnderOther,
		Title: model.Text{ZH: "二级指标不属于所列一级指标", EN: "Second level under another first level"},
		Explanation: model.Text{
			ZH: "按标准的一级、二级指标对应关系检查；一级、二级指标用其他名称的不查。成本指标列在产出指标下（财预〔2021〕101号以前的表样）、满意度列在效益指标下也算对。",
			EN: "Compares with the standard pairs of levels; other names are left out. Costs under output, as in forms before Caiyu [2021] No. 101, and satisfaction under benefit are right too.",
		},
		Source:   pairsOfLevels,
		Positive: Example{"产出指标下列“社会效益指标”", func(d *model.Document) { first(d).Level2 = "社会效益指标" }},
		Negative: Example{"产出指标下列“质量指标”", func(d *model.Document) { first(d).Level2 = "质量指标" }},
	},
	{
		Code: "C007", Severity: model.Info, check: withoutCost,
		Title: model.Text{ZH: "没有成本指标", EN: "No cost indicator"},
		Explanation: model.Text{
			ZH: "财预〔2021〕101号的表样（文件里有以成本指标为一级指标的，或 forms 所列表样且年度不早于 from）没有成本指标。只作提示：不是所有项目都必须设。",
			EN: "A form of the kind of Caiyu [2021] No. 101 (the document has costs as a first level, or the form is one of forms and the year not before from) has no cost indicator. A remark: not every project must have one.",
		},
		Settings: []Setting{
			{Name: "from", Title: model.Text{ZH: "自哪一年度起", EN: "first fiscal year"}, Number: "2022", Least: "2000", Most: "2100"},
			{Name: "forms", Title: model.Text{ZH: "按 101 号文件设置指标的表样", EN: "forms with the indicators of No. 101"}, Words: []string{
				"project-annual", "project-weighted", "project-two-terms", "project-split-target", "project-self-evaluation"}},
		},
		Source:   pairsOfLevels,
		Positive: Example{"2022 年度的年度表样，没有成本指标", func(d *model.Document) { withForm(d, 2022) }},
		Negative: Example{"2021 年度的年度表样，没有成本指标", func(d *model.Document) { withForm(d, 2021) }},
	},
	{
		Code: "C008", Severity: model.Info, check: fewIndicators,
		Title: model.Text{ZH: "三级指标太少", EN: "Too few indicators"},
		Explanation: model.Text{
			ZH: "一个项目的三级指标少于 least 个。没有设置 least 时不查。",
			EN: "A project has fewer third-level indicators than least. Off until least is set.",
		},
		Settings: []Setting{
			{Name: "least", Title: model.Text{ZH: "三级指标至少多少个，0 为不查", EN: "least number of indicators, 0 for none"}, Number: "0", Least: "0", Most: "1000"},
		},
		Source: ours,
		Positive: Example{"删去一个指标，剩 4 个（least 为 5）", func(d *model.Document) {
			p := &d.Projects[0]
			p.Indicators = slices.Delete(p.Indicators, 1, 2)
		}},
		Negative: Example{"多列一个指标，共 6 个（least 为 5）", func(d *model.Document) {
			p := &d.Projects[0]
			more := indicator("产出指标", "数量指标", "护路员人数", "全年在岗的护路员", aTarget("≥40人", ">=", "40", "人"))
			place(&more, 7)
			p.Indicators = append(p.Indicators, more)
		}},
	},
	{
		Code: "C009", Severity: model.Warning,
		Title: model.Text{ZH: "指标照搬其他项目", EN: "Indicators copied from another project"},
		Explanation: model.Text{
			ZH: "一批文件里，两个单位的两个项目（名称不同）的指标名称和指标值几乎相同，按相邻三字比对。名称相同的项目多为各单位实施的同一专项，不查。在文件顺序靠后的一个项目上指出。设置 share：相同到百分之几才算；indicators：至少几个指标才比。只在一次处理多个文件时检查。",
			EN: "Two projects of two units, with different names, have nearly the same indicators and targets, compared by three neighbouring characters. Projects of one name are mostly one programme that several units carry out, and are left out. Told at the one that comes later. Settings: share, how many percent are the same; indicators, how many there are at least. Checked only when several files are read together.",
		},
		Source: ours,
		Settings: []Setting{
			{Name: "share", Title: model.Text{ZH: "相同到百分之几", EN: "percent that are the same"}, Number: "90", Least: "70", Most: "100"},
			{Name: "indicators", Title: model.Text{ZH: "至少几个指标", EN: "least number of indicators"}, Number: "4", Least: "1", Most: "1000"},
		},
	},
}

// withForm makes the sample a form of the finance ministry without its costs.
func withForm(d *model.Document, year int) {
	p := &d.Projects[0]
	p.Form, p.FiscalYear, p.Code = "project-annual", year, ""
	p.Cells = slices.DeleteFunc(p.Cells, func(c model.CellRef) bool { return c.Field == "code" })
	p.Indicators[1].Target = words("按时")
	p.Indicators = slices.Delete(p.Indicators, 2, 3)
}

var pairsOfLevels = model.Text{
	ZH: "《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）；财预〔2015〕88号",
	EN: "Guide to core targets and indicators of project spending (Caiyu [2021] No. 101); Caiyu [2015] No. 88",
}
