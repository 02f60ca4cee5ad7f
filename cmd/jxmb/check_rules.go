package main

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/rivo/uniseg"
	"github.com/spf13/cobra"

	"jxmb/cmd/internal/batch/legacy"
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
	for _, r := range slices.Concat(form.Rules, []form.Rule{legacy.Rule}) {
		all = append(all, ruleText{code: r.Code, severity: r.Severity, title: r.Title, explanation: r.Explanation})
	}
	slices.SortFunc(all, func(a, b ruleText) int { return strings.Compare(a.code, b.code) })
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

// printRules lists the rules by family as flags and settings file leave them:
// what is left out, what has another severity, what a rule compares with.
func (a *app) printRules(cmd *cobra.Command, f *checkFlags) error {
	s, err := a.settings(cmd, &f.review, &f.quiet)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	rules := allRules()
	for _, family := range check.Families {
		head := fmt.Sprintf("%s  %s\n", family.Letter, family.Title.In(a.lang))
		for _, r := range rules {
			if strings.HasPrefix(r.code, family.Letter) {
				b.WriteString(head + a.ruleLines(r, s.config))
				head = ""
			}
		}
	}
	_, err = a.stdout.Write(b.Bytes())
	return err
}

// ruleLines is "V001  错误  title" and a line for each setting.
func (a *app) ruleLines(r ruleText, c check.Config) string {
	state, was := a.severity(r.severity), ""
	if changed, ok := c.Severity[r.code]; ok && changed != r.severity {
		state, was = a.severity(changed), a.say("（原为%s）", " (was %s)", a.severity(r.severity))
	}
	if c.Off(r.code) {
		state = a.say("停用", "off")
	}
	width := 4 // of 错误
	if a.lang == model.English {
		width = len("warning")
	}
	lines := fmt.Sprintf("%s  %s%s  %s%s\n", r.code, state, strings.Repeat(" ", max(0, width-uniseg.StringWidth(state))), r.title.In(a.lang), was)
	rule, ok := check.Lookup(r.code)
	if !ok {
		return lines
	}
	for i := range rule.Settings {
		lines += "      " + a.settingLine(rule, &rule.Settings[i], c) + "\n"
	}
	return lines
}

// settingLine is "tolerance = 0.01  what it is", as it stands in jxmb.toml.
func (a *app) settingLine(rule *check.Rule, s *check.Setting, c check.Config) string {
	v := c.Value(rule, s)
	shown := string(v.Number)
	if s.IsWords() {
		quoted := make([]string, len(v.Words))
		for i, w := range v.Words {
			quoted[i] = strconv.Quote(w)
		}
		shown = "[" + strings.Join(quoted, ", ") + "]"
	}
	line := s.Name + " = " + shown + "  " + s.Title.In(a.lang)
	if !s.IsWords() && v.Number != s.Number {
		line += a.say("（默认 %s）", " (default %s)", s.Number)
	}
	return line
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
	fmt.Fprintf(&b, "%s  %s  (%s)\n\n%s\n", r.code, r.title.In(a.lang), a.severity(r.severity), r.explanation.In(a.lang))
	if r.source.ZH != "" {
		fmt.Fprintf(&b, "\n%s%s\n", a.say("依据：", "Source: "), r.source.In(a.lang))
	}
	if rule, ok := check.Lookup(r.code); ok && len(rule.Settings) > 0 {
		fmt.Fprintf(&b, "\n%s\n", a.say("可在 jxmb.toml 的 [check.%s] 中设置：", "Settings, in jxmb.toml below [check.%s]:", r.code))
		for i := range rule.Settings {
			fmt.Fprintf(&b, "  %s\n", a.settingLine(rule, &rule.Settings[i], check.Config{}))
		}
	}
	if r.positive != "" {
		fmt.Fprintf(&b, "\n%s%s\n%s%s\n", a.say("报告：", "Reported: "), r.positive, a.say("不报告：", "Not reported: "), r.negative)
	}
	_, err := a.stdout.Write(b.Bytes())
	return err
}
