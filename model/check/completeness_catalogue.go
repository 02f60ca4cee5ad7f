package check

import "jxmb/model"

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
