package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"jxmb/cmd/internal/batch"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/parser/form"
)

// ruleText is what --rules and --explain tell of a rule, be it one of the
// review or of reading.
type ruleText struct {
	code                       string
	severity                   model.Severity
	title, explanation, source model.Text
	positive, negative         string // examples, "" where there are none
}

// readingRules are the findings that reading a file gives.
func readingRules() []ruleText {
	var all []ruleText
	for _, r := range slices.Concat(form.Rules, []form.Rule{batch.LegacyRule}) {
		all = append(all, ruleText{code: r.Code, severity: r.Severity, title: r.Title, explanation: r.Explanation})
	}
	return all
}

// allRules are the reading findings, then the rules of the review.
func allRules() []ruleText {
	all := readingRules()
	for _, r := range check.Rules {
		all = append(all, ruleText{r.Code, r.Severity, r.Title, r.Explanation, r.Source, r.Positive.Text, r.Negative.Text})
	}
	return all
}

// readingCodes are the codes of findings that come from reading a file.
func readingCodes() []string {
	var codes []string
	for _, r := range readingRules() {
		codes = append(codes, r.code)
	}
	return codes
}

func (a *app) printRules() error {
	var b bytes.Buffer
	for _, r := range allRules() {
		fmt.Fprintf(&b, "%s  %-7s  %s\n", r.code, r.severity, r.title.In(a.lang))
	}
	_, err := a.stdout.Write(b.Bytes())
	return err
}

func (a *app) explainRule(cmd *cobra.Command, code string) error {
	rules := allRules()
	i := slices.IndexFunc(rules, func(r ruleText) bool { return strings.EqualFold(r.code, code) })
	if i < 0 {
		return a.wrongUsage(cmd, model.Say("没有规则 %q", "there is no rule %q", code),
			model.Say("jxmb check --rules 列出全部规则", "jxmb check --rules lists all rules"))
	}
	r := rules[i]
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s  %s  (%s)\n\n%s\n", r.code, r.title.In(a.lang), r.severity, r.explanation.In(a.lang))
	if r.source.ZH != "" {
		fmt.Fprintf(&b, "\n%s%s\n", a.say("依据：", "Source: "), r.source.In(a.lang))
	}
	if r.positive != "" {
		fmt.Fprintf(&b, "\n%s%s\n%s%s\n", a.say("报告：", "Reported: "), r.positive, a.say("不报告：", "Not reported: "), r.negative)
	}
	_, err := a.stdout.Write(b.Bytes())
	return err
}
