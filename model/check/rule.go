package check

import (
	"slices"

	"jxmb/model"
)

// Rule is one review rule. Its code never changes its meaning.
type Rule struct {
	Code        string
	Severity    model.Severity // unless a [Config] says otherwise
	Title       model.Text
	Explanation model.Text // what is compared, when the rule keeps silent
	Source      model.Text // the regulation, the reviewers who apply it, or "our own"
	Positive    Example    // a document the rule objects to
	Negative    Example    // a similar one that it lets pass
	Settings    []Setting  // what it compares with, where a bureau may see that otherwise
	Importer    bool       // runs only where a [Config] names the profile of an importer
	Library     bool       // runs only where a [Config] has a library of indicators

	check func(*review) // nil for rules that look at several documents: see package across
}

// Example is a document that differs from [Sample] by one edit. Text shows in
// words what the edit writes.
type Example struct {
	Text string
	Edit func(*model.Document)
}

// Document is the example as a document.
func (e Example) Document() *model.Document {
	d := Sample()
	if e.Edit != nil {
		e.Edit(d)
	}
	return d
}

// Rules is the catalogue, in the order of families and codes.
var Rules = slices.Concat(valueRules, budgetRules, completenessRules, identityRules, scoringRules, resultRules, monitoringRules, yearRules, libraryRules, importRules, correctionRules)

// The sources that several rules share.
var (
	ours = model.Text{
		ZH: "本工具自定",
		EN: "our own",
	}
	centralRules = model.Text{
		ZH: "《中央部门预算绩效目标管理办法》（财预〔2015〕88号）关于绩效目标设定与审核的规定",
		EN: "Measures for performance targets of central departments (Caiyu [2015] No. 88), on setting and reviewing targets",
	}
	auditAgent = model.Text{
		ZH: "审核实践（开源项目 audit_agent 的申报表刚性校验）",
		EN: "review practice (rigid validation of declarations in the open-source audit_agent)",
	}
	evaluationRules = model.Text{
		ZH: "《项目支出绩效评价管理办法》（财预〔2020〕10号）：单位自评",
		EN: "Measures for the evaluation of project spending (Caiyu [2020] No. 10): self-evaluation",
	}
)
