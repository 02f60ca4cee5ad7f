package check

import "jxmb/model"

// corrected is an example whose first target a review put right.
func corrected(status model.CorrectionStatus) Example {
	return Example{"更正“≥3次”为“≥4次”", func(d *model.Document) {
		first(d).Corrections = []model.Correction{{Field: "target", Before: "≥3次", After: "≥4次", Who: "审核人", Why: "与附件一致", Status: status}}
	}}
}

var correctionRules = []Rule{
	{
		Code: "R001", Severity: model.Info, check: applied,
		Title: model.Text{ZH: "审核更正的内容", EN: "Corrected by a review"},
		Explanation: model.Text{
			ZH: "用 --review 给出的审核记录改了这一格：各种结果都按更正后的内容读取，本条写明原来是什么、谁改的、为什么。",
			EN: "The review given with --review changed the cell. Every result reads what it says now; this says what it was, who changed it and why.",
		},
		Source:   ours,
		Positive: corrected(model.Applied),
		Negative: Example{"没有更正", func(*model.Document) {}},
	},
	{
		Code: "R002", Severity: model.Warning, check: notApplied,
		Title: model.Text{ZH: "更正没有采用", EN: "Correction not taken"},
		Explanation: model.Text{
			ZH: "审核记录里的更正只对当时看到的内容有效：文件中的内容变了，或更正的内容读不成这一栏的值，就不采用，保留文件中的内容。",
			EN: "A correction holds for what its author saw. Where the file says something else by now, or the field cannot hold the new text, the file is followed.",
		},
		Source:   ours,
		Positive: corrected(model.Stale),
		Negative: Example{"没有更正", func(*model.Document) {}},
	},
}
