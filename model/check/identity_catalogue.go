package check

import "jxmb/model"

// coded gives the sample's project another code.
func coded(code string) Example {
	return Example{code, func(d *model.Document) { d.Projects[0].Code = code }}
}

// due puts a deadline into the sample's indicator of time.
func due(text, date string) Example {
	return Example{text + "（预算年度 2022）", func(d *model.Document) { d.Projects[0].Indicators[1].Target = deadline(text, date) }}
}

// joined adds a second project under a code.
func joined(code string) Example {
	return Example{"第二个项目，编码 " + code, func(d *model.Document) {
		p := sampleProject()
		p.Seq, p.Code, p.Title = 2, code, "2.护路联防经费绩效目标表"
		d.Projects = append(d.Projects, p)
	}}
}

var identityRules = []Rule{
	{
		Code: "I001", Severity: model.Warning, check: titleAndName,
		Title: model.Text{ZH: "标题与项目名称不同", EN: "Heading and project name differ"},
		Explanation: model.Text{
			ZH: "“N.……绩效目标表”标题里的名称应与表内项目名称相同。标点和括号不计，因为有的系统导出标题时会丢掉；没有序号的标题是表样名称，不比较。",
			EN: "The name in a heading “N.……绩效目标表” and the one in the table should be the same. Punctuation is ignored, since some systems drop it in headings; headings without a number name the form and are not compared.",
		},
		Source:   ours,
		Positive: Example{"标题“1.见义勇为资金绩效目标表”，项目名称“护路联防经费”", func(d *model.Document) { d.Projects[0].Title = "1.见义勇为资金绩效目标表" }},
		Negative: Example{"标题“1、护路联防（经费）绩效目标表”", func(d *model.Document) { d.Projects[0].Title = "1、护路联防（经费）绩效目标表" }},
	},
	{
		Code: "I002", Severity: model.Warning, check: malformedCode,
		Title: model.Text{ZH: "项目编码不合规则", EN: "Project code malformed"},
		Explanation: model.Text{
			ZH: "项目编码 21 位：区划 6 位、年度 2 位，其后为数字或大写字母。据河北、四川、云南公开表格归纳。",
			EN: "A project code has 21 characters: 6 digits of administrative division, 2 of year, then digits and capital letters. Derived from published tables of Hebei, Sichuan and Yunnan.",
		},
		Source:   ours,
		Positive: coded("13028122P0039991O001"),
		Negative: coded("51092324T000010263357"),
	},
	{
		Code: "I003", Severity: model.Info, check: codeCheckCharacter,
		Title: model.Text{ZH: "项目编码校验位不符（观察所得）", EN: "Code's check character (observed, not published)"},
		Explanation: model.Text{
			ZH: "河北编码（13 开头）的末位可由前 20 位算出：A[(30 − Σ v(cᵢ)·3ⁱ) mod 31]，i 从 0 起，字符集同 GB 32100-2015。该规则系从一份报送的 13 个编码观察得出，全部相符；未见公布，四川编码不符合，因此只查 13 开头的编码，只作提示。",
			EN: "The last character of Hebei codes (13…) follows from the other twenty: A[(30 − Σ v(cᵢ)·3ⁱ) mod 31], i from 0, alphabet of GB 32100-2015. Observed on the 13 codes of one submission, all of which fit; not published; Sichuan codes do not follow it. Hence for codes that begin with 13 only, and as a remark.",
		},
		Source:   ours,
		Positive: coded("13028122P003528100016"),
		Negative: coded("13028122P003528100015"),
	},
	{
		Code: "I004", Severity: model.Warning, check: deadlineYear,
		Title: model.Text{ZH: "完成时限不在预算年度内", EN: "Deadline outside the fiscal year"},
		Explanation: model.Text{
			ZH: "年度绩效目标的完成时限应在预算年度内；年度取自表头或项目编码第 7、8 位。没有写年份的时限、跨年的期间（含预算年度）和中长期指标不查。",
			EN: "A target of the year falls due within it; the year is the form's or digits 7 and 8 of the project code. Deadlines without a year, periods that include the year and long-term indicators are left out.",
		},
		Source:   auditAgent,
		Positive: due("2020年12月底前完成", "2020-12-31"),
		Negative: due("12月底前完成", "--12-31"),
	},
	{
		Code: "I005", Severity: model.Error, check: codeTwice,
		Title: model.Text{ZH: "两个项目用同一编码", EN: "The same code in two projects"},
		Explanation: model.Text{
			ZH: "同一文件里两张表的项目编码相同。",
			EN: "Two tables of one file carry the same project code.",
		},
		Source:   ours,
		Positive: joined("13028122P00399910001C"),
		Negative: joined("13028122P003528100015"),
	},
	{
		Code: "I006", Severity: model.Warning,
		Title: model.Text{ZH: "同一编码出现在两个文件", EN: "The same code in two files"},
		Explanation: model.Text{
			ZH: "一批文件里同一个项目编码报送了两次，可能混入了旧稿。只在一次处理多个文件时检查。",
			EN: "A batch holds the same project code in two files, perhaps an outdated draft. Checked only when several files are read together.",
		},
		Source: ours,
	},
	{
		Code: "I007", Severity: model.Warning,
		Title: model.Text{ZH: "同一单位编码有两个名称", EN: "One unit code with two names"},
		Explanation: model.Text{
			ZH: "一批文件里同一个单位编码对应不同的单位名称。标点不计。",
			EN: "Within a batch one unit code goes with different names. Punctuation is ignored.",
		},
		Source: ours,
	},
}
