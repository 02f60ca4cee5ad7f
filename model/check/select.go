package check

import (
	"fmt"
	"slices"
	"strings"

	"jxmb/model"
)

// Family is a group of rules, told by the letter that their codes begin with.
type Family struct {
	Letter string
	Title  model.Text
}

// Families are the groups of findings, in the order in which rules are listed.
var Families = []Family{
	{"D", model.Text{ZH: "读取", EN: "reading the file"}},
	{"V", model.Text{ZH: "指标值", EN: "values"}},
	{"B", model.Text{ZH: "预算", EN: "budget"}},
	{"C", model.Text{ZH: "完整性", EN: "completeness"}},
	{"I", model.Text{ZH: "名称、编码、年度", EN: "identity"}},
	{"S", model.Text{ZH: "自评打分", EN: "scoring"}},
	{"M", model.Text{ZH: "监控", EN: "monitoring"}},
	{"P", model.Text{ZH: "年度之间", EN: "year against year"}},
	{"L", model.Text{ZH: "指标库", EN: "library of indicators"}},
	{"E", model.Text{ZH: "导入", EN: "import"}},
	{"R", model.Text{ZH: "审核更正", EN: "corrections by a review"}},
}

// Codes are those of all rules, then those of reading.
func Codes(reading ...string) []string {
	codes := make([]string, 0, len(Rules)+len(reading))
	for i := range Rules {
		codes = append(codes, Rules[i].Code)
	}
	return append(codes, reading...)
}

// Matching gives those of codes that a pattern names: a code ("C004"), a
// family ("C") or what begins alike ("C00*"). A pattern that names none is an
// error in the language l.
func Matching(pattern string, codes []string, l model.Lang) ([]string, error) {
	found := matching(pattern, codes)
	if len(found) > 0 {
		return found, nil
	}
	if up := strings.ToUpper(pattern); up != pattern && len(matching(up, codes)) > 0 {
		return nil, fmt.Errorf("%s", l.Say("没有规则 %s；代码用大写：%s", "no rule has the code %s; codes are upper case: %s", pattern, up))
	}
	return nil, fmt.Errorf("%s", l.Say("没有规则 %.20q", "no rule has the code %.20q", pattern))
}

func matching(pattern string, codes []string) []string {
	start, open := strings.CutSuffix(pattern, "*")
	family := len(pattern) == 1
	var found []string
	for _, code := range codes {
		alike := strings.HasPrefix(code, start) && start != ""
		if code == pattern || alike && (open || family) {
			found = append(found, code)
		}
	}
	slices.Sort(found)
	return found
}
