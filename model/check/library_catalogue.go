package check

import "jxmb/model"

// called gives the sample's first indicator another name.
func called(name string) Example {
	return Example{name, func(d *model.Document) { first(d).Level3 = name }}
}

var libraryRules = []Rule{
	{
		Code: "L001", Severity: model.Info, check: outsideLibrary, Library: true,
		Title: model.Text{ZH: "指标不在指标库里", EN: "Indicator not in the library"},
		Explanation: model.Text{
			ZH: "三级指标的名称不在 --library 给出的共性指标库里；标点、空格和末尾括号里的内容不计。指出库里最接近的指标。没有给出指标库时不查。",
			EN: "The name of an indicator is not in the library that --library names; punctuation, blanks and what stands in brackets at its end do not count. The nearest of the library is named. Silent without a library.",
		},
		Source: model.Text{
			ZH: "财政部门编制共性绩效指标库、要求优先选用的做法（《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》，财预〔2021〕101号）",
			EN: "the practice of bureaus that keep a library and ask for its indicators first (guidelines on core targets and indicators, Caiyu [2021] No. 101)",
		},
		Positive: called("护路宣传进校园场次"),
		Negative: called("护路宣传活动次数（次）"),
	},
}
