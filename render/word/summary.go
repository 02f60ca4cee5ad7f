package word

import (
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/render/view"
)

// summary writes the comment at the top: how many findings there are, how they
// are marked, what to do, and those that have no comment of their own by rule.
func (c *comments) summary(d *model.Document, o Options) string {
	l := o.Lang
	more := []string{view.WhatToDo(l, d.Findings, l.Say("错误标红，必须改正；警告标黄，请核对后改正或说明。改完在批注上回复或删去批注，再报送。",
		"Errors are red and have to be corrected; warnings are yellow: check them, then correct or explain. Reply to a comment or delete it when done, and send the file again."))}
	if rest := unmarked(d, o); rest != "" {
		more = append(more, l.Say("以下问题没有逐条批注：", "Without a comment of their own: ")+rest)
	}
	return c.say(false, l.Say("审核小结　", "Summary of the review "), view.FindingCounts(l, d.Findings)+l.Say("。", "."), more...)
}

// unmarked counts by rule the findings that get no comment, most first.
func unmarked(d *model.Document, o Options) string {
	var s view.Season
	rest, told := *d, toldOf(d.Findings, o.Least).oneByOne()
	rest.Findings = slices.DeleteFunc(slices.Clone(d.Findings), func(f model.Finding) bool { return told(f.Severity) })
	s.Add("", &rest, nil)
	var rules []string
	for _, r := range s.WorstRules() {
		title := o.Titles[r.Code].In(o.Lang)
		rules = append(rules, o.Lang.Say("%s %d 处", "%s: %d", strings.TrimSpace(r.Code+" "+title), r.Findings))
	}
	if slices.ContainsFunc(rest.Findings, func(f model.Finding) bool { return f.Severity.Rank() >= o.Least.Rank() }) {
		rules = append(rules, o.Lang.Say("逐条最多 %d 条，全部由 jxmb check 列出", "one by one at most %d; jxmb check lists all", MaxFindings))
	}
	return strings.Join(rules, o.Lang.Say("；", "; "))
}
