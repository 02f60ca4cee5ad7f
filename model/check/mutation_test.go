package check_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"jxmb/fixtures/source"
	"jxmb/fixtures/submission"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/model/library"
	"jxmb/model/profile"
)

// mutation changes one fact of the reference submission: a text of its dump,
// from which the Word file is built anew, or, for facts that its form has no
// cell for, the document as read.
type mutation struct {
	code     string
	old, new string // in the dump; after the text in "after", if any
	after    string
	document func(d *model.Document)
}

var mutations = []mutation{
	{code: "V001", old: "≥3宣传活动开展次数大于等于3次", new: "≥5宣传活动开展次数大于等于3次"},
	{code: "V002", old: "≥80治安突出问题解决率大于等于百分之八十", new: "生态效益指标80治安突出问题解决率为百分之八十"},
	{code: "V003", old: "≤9预算控制数小于等于9万元", new: "≤9"},
	{code: "V004", old: "≥50企业问题解决比率大于等于百分之五十", new: "≥150企业问题解决比率大于等于百分之一百五十"},
	{code: "V005", old: "随时打击处理各类违法活动", new: "待定"},
	{code: "V006", old: "≤60成本小于等于60万元", new: "≥60成本大于等于60万元"},
	{code: "V007", old: "≥90问题整改率大于等于百分之九十", new: "≥90"},
	{code: "V008", old: "纸张、墨粉、硒鼓等耗材使用量减少", new: "办公耗材节约情况明显改善"},
	{code: "V009", old: "随时打击处理各类违法活动", new: "宣传3次培训5场"},
	{code: "V011", old: "随时打击处理各类违法活动", new: "≥√90"},
	{code: "V010", old: "随时打击处理各类违法活动", new: "6月31日前完成整治"},
	{code: "V012", old: "随时打击处理各类违法活动", new: "6月前完成整治"},
	{code: "V013", document: func(d *model.Document) {
		in := &d.Projects[0].Indicators[0]
		in.Level3, in.Description = in.Level3+"（≤**%）", ""
	}},
	{code: "B001", after: "政法委招商资金绩效目标表", old: "资金\n\t9.00", new: "资金\n\t8.00"},
	{code: "B002", old: "\t60%\n\t90%", new: "\t60%\n\t50%"},
	{code: "B003", old: "\t90%\n\t100%", new: "\t90%\n\t95%"},
	{code: "B004", old: "此项目需资金10万元", new: "此项目需资金12万元"},
	{code: "B005", old: "资金\n\t75.00", new: "资金\n\t750000元"},
	{code: "B006", document: func(d *model.Document) {
		d.Projects[0].Budget.Executed = &model.Amount{Text: "60.00", Number: "60", Unit: "万元", Yuan: "600000"}
	}},
	{code: "B007", old: "\t404万元", new: "\t440万元"},
	{code: "C001", document: func(d *model.Document) {
		p := &d.Projects[12]
		p.Indicators = slices.DeleteFunc(p.Indicators, func(i model.Indicator) bool { return i.Level1 == "满意度指标" })
	}},
	{code: "C002", old: "\t13028122P003528100015\n", new: "\t \n"},
	{code: "C003", document: func(d *model.Document) {
		p := &d.Projects[12]
		p.Indicators = append(p.Indicators, p.Indicators[0])
	}},
	{code: "C004", old: "调查中用户反馈满意和较满意的数量占调查用户总数量的比率", new: "用户使用满意度"},
	{code: "C005", old: "1.在综治中心统一管理下，全市所有网格员利用手机APP正常开展工作。", new: "1.购置三辆巡逻摩托车并配发执法记录仪。"},
	{code: "C006", document: func(d *model.Document) { d.Projects[0].Indicators[0].Level2 = "社会效益指标" }},
	{code: "C007", document: func(d *model.Document) {
		p := &d.Projects[12]
		p.Form = "project-annual"
		p.Indicators = slices.DeleteFunc(p.Indicators, func(i model.Indicator) bool { return i.Aspect == model.Cost })
	}},
	{code: "C008", document: func(d *model.Document) {
		for k := 4; k < len(d.Projects[12].Indicators); k++ {
			d.Projects[12].Indicators[k].Term = "long" // another year's
		}
	}},
	{code: "I001", old: "]9.政法委招商资金绩效目标表", new: "]9.政法委招商经费绩效目标表"},
	{code: "I002", old: "13028122P00352610001R", new: "13028122P0035261O001"},
	{code: "I003", old: "13028122P00352610001R", new: "13028122P00352610001Q"},
	{code: "I004", old: "\t12月底前完成", new: "\t2021年12月底前完成"},
	{code: "I005", old: "13028122P00352610001R", new: "13028122P00351810001X"},
	{code: "S001", document: func(d *model.Document) { score(d, "10", "10", "") }},
	{code: "S002", document: func(d *model.Document) { score(d, "100", "101", "") }},
	{code: "S003", document: func(d *model.Document) { score(d, "100", "80", "") }},
	{code: "S004", document: func(d *model.Document) {
		score(d, "100", "100", "")
		in := &d.Projects[0].Indicators[0]
		less := in.Target
		less.Text, less.Number = "2次", "2"
		in.Actual = &less
	}},
	{code: "S005", document: func(d *model.Document) { reached(d, "2", "100", "50", "雨季停办一次") }},
	{code: "S006", document: func(d *model.Document) { evaluated(d, "98", "", "48", "96", "9.6") }},
	{code: "S007", document: func(d *model.Document) { evaluated(d, "99.6", "", "48", "98", "9.6") }},
	{code: "S008", document: func(d *model.Document) { evaluated(d, "99.6", "中", "48", "96", "9.6") }},
	{code: "S009", document: func(d *model.Document) { evaluated(d, "98", "", "40", "80", "8") }},
	{code: "S010", document: func(d *model.Document) { reached(d, "9", "", "", "") }},
	{code: "S011", document: func(d *model.Document) { reached(d, "3", "", "", "雨季停办一次") }},
	{code: "M001", document: func(d *model.Document) { monitored(d, "10") }},
	{code: "M002", document: func(d *model.Document) { monitored(d, "17") }},
	{code: "M003", document: func(d *model.Document) { monitored(d, "40") }},
	{code: "L001", old: "\t宣传、活动开展次数\n", new: "\t宣传、活动组织场次\n"},
	{code: "R001", document: func(d *model.Document) { corrected(d, model.Applied) }},
	{code: "R002", document: func(d *model.Document) { corrected(d, model.Unread) }},
	{code: "E001", old: "2020年12月底前完成", new: "≤2020年12月底"},
	{code: "E002", document: func(d *model.Document) { d.Projects[0].Indicators[0].Target.Unit = "" }},
	{code: "E003", old: "随时打击处理各类违法活动", new: "随时打击*处理各类违法活动"},
	{code: "E004", document: func(d *model.Document) { d.Projects[0].Indicators[0].Level3 = "" }},
	{code: "E005", document: func(d *model.Document) { d.Projects[0].Indicators[0].Level2 = "社会效益指标" }},
	{code: "E006", document: func(d *model.Document) {
		i := &d.Projects[0].Indicators[0]
		i.Description = strings.Repeat("占调查总数的比率", 63)
	}},
}

// configOf is what a code runs under: the rules of importers alone with a
// profile, that of a library with one that holds the reference's indicators.
func configOf(code string) check.Config {
	c := check.Config{}
	if code == "C008" { // off until it is told a number
		c.Settings = map[string]check.SettingValue{"C008.least": {Number: "5"}}
	}
	switch code[0] {
	case 'L':
		c.Library = referenceLibrary()
		return c
	case 'E':
	default:
		return c
	}
	c.Profile, _ = profile.Builtin(profile.Default)
	c.Disabled = map[string]bool{}
	for _, r := range check.Rules {
		c.Disabled[r.Code] = !r.Importer
	}
	return c
}

// referenceLibrary holds the names of the reference's indicators, each once.
func referenceLibrary() *library.Library {
	names := []string{"三级指标"}
	data, err := zunhua()
	if err != nil {
		panic(err)
	}
	d, err := submission.Parse(data)
	if err != nil {
		panic(err)
	}
	for _, p := range d.Projects {
		for _, i := range p.Indicators {
			if name := strings.Join(strings.Fields(i.Level3), ""); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	l, err := library.Read("reference", []byte(strings.Join(names, "\n")))
	if err != nil {
		panic(err)
	}
	return l
}

// corrected puts the first project's purpose right.
func corrected(d *model.Document, status model.CorrectionStatus) {
	d.Projects[0].Corrections = []model.Correction{{Field: "purpose", Before: d.Projects[0].Purpose, After: "购置", Status: status}}
}

// score weighs and scores the first indicator, as a self-evaluation does.
func score(d *model.Document, weight, score model.Decimal, deviation string) {
	in := &d.Projects[0].Indicators[0]
	in.Weight, in.Score, in.Deviation = weight, score, deviation
}

// reached gives the first indicator, ≥3次, an actual value.
func reached(d *model.Document, n, weight, points model.Decimal, deviation string) {
	score(d, weight, points, deviation)
	in := &d.Projects[0].Indicators[0]
	actual := in.Target
	actual.Text, actual.Number, actual.Operator, actual.Base = string(n)+"次", n, model.Equal, nil
	in.Actual = &actual
}

// evaluated makes the first project, of 50万元, a self-evaluation whose one scored
// indicator has all its 90 points.
func evaluated(d *model.Document, total model.Decimal, grade string, executed, rate, points model.Decimal) {
	p := &d.Projects[0]
	for k := range p.Indicators {
		p.Indicators[k].Weight, p.Indicators[k].Score = "0", "0"
	}
	score(d, "90", "90", "")
	p.Budget.Total = &model.Amount{Text: "50", Number: "50", Unit: "万元", Yuan: "500000"}
	p.Budget.Fiscal, p.Budget.Other = p.Budget.Total, nil
	p.Budget.Executed = &model.Amount{Text: string(executed), Number: executed, Unit: "万元", Yuan: executed.Shift(4)}
	p.Evaluation = &model.Evaluation{Total: total, Grade: grade, Execution: &model.Execution{
		Budget: p.Budget.Total, Executed: p.Budget.Executed, Rate: rate, Weight: "10", Score: points,
	}}
}

// monitored makes the first project a monitoring form of June.
func monitored(d *model.Document, executed model.Decimal) {
	evaluated(d, "", "", executed, "", "")
	p := &d.Projects[0]
	p.Evaluation.Month, p.Evaluation.Execution.Weight = 6, ""
	for k := range p.Indicators {
		p.Indicators[k].Weight, p.Indicators[k].Score = "", ""
	}
}

// TestMutations: one changed fact gives the finding of its rule and no other
// that was not there before.
func TestMutations(t *testing.T) {
	for _, m := range mutations {
		t.Run(m.code, func(t *testing.T) {
			dump := source.Zunhua
			if m.old != "" {
				at := strings.Index(dump, m.after) + len(m.after)
				if !strings.Contains(dump[at:], m.old) {
					t.Fatalf("the dump has no %q after %q", m.old, m.after)
				}
				dump = dump[:at] + strings.Replace(dump[at:], m.old, m.new, 1)
			}
			before := unchanged(t, m.code)
			added := minus(found(t, configOf(m.code), dump, m.document), before)
			if len(added) != 1 || !strings.HasPrefix(added[0], m.code+" ") {
				t.Errorf("new findings: %s", strings.Join(added, "\n"))
			}
		})
	}
}

// unchanged are the findings of the reference itself under the configuration of a
// code; most codes have the same.
func unchanged(t *testing.T, code string) []string {
	t.Helper()
	if code[0] == 'E' || code[0] == 'L' || code == "C008" {
		return found(t, configOf(code), source.Zunhua, nil)
	}
	if usual == nil {
		usual = found(t, configOf(code), source.Zunhua, nil)
	}
	return usual
}

var usual []string

// zunhua is the Word file of the reference.
var zunhua = sync.OnceValues(func() ([]byte, error) {
	word, err := source.Document(source.Zunhua, 1)
	return word.Bytes(), err
})

// TestMutationsAreWhole: every rule that looks at one document has a mutation.
func TestMutationsAreWhole(t *testing.T) {
	several := []string{"B008", "C009", "I006", "I007", "P001", "P002", "P003", "P004"} // documents
	for _, r := range check.Rules {
		has := slices.ContainsFunc(mutations, func(m mutation) bool { return m.code == r.Code })
		if has == slices.Contains(several, r.Code) {
			t.Errorf("%s: has a mutation: %v", r.Code, has)
		}
	}
}

// found builds the Word file of a dump, reads it and gives its findings as
// lines without places, which a changed fact may shift.
func found(t *testing.T, c check.Config, dump string, edit func(*model.Document)) []string {
	t.Helper()
	data, err := zunhua()
	if dump != source.Zunhua {
		word, failed := source.Document(dump, 1)
		data, err = word.Bytes(), failed
	}
	if err != nil {
		t.Fatal(err)
	}
	d := parse(t, data)
	if edit != nil {
		edit(d)
	}
	var lines []string
	for _, f := range check.Run(d, c) {
		lines = append(lines, fmt.Sprintf("%s %s: %s", f.Code, f.Subject, f.Message))
	}
	return lines
}
