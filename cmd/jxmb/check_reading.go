package main

import (
	"slices"

	"jxmb/cmd/internal/batch"
	"jxmb/parser/form"
)

// readingRules are the findings that reading a file gives.
func readingRules() []ruleText {
	var all []ruleText
	for _, r := range slices.Concat(form.Rules, []form.Rule{batch.LegacyRule}) {
		all = append(all, ruleText{code: r.Code, severity: r.Severity, title: r.Title, explanation: r.Explanation})
	}
	return all
}
