package main

import (
	"strconv"
	"strings"

	"jxmb/cmd/internal/batch"
	"jxmb/model"
	"jxmb/render/view"
)

// severity is the word for s in the language of messages.
func (a *app) severity(s model.Severity) string { return view.SeverityLabel(a.lang, s) }

// counted names how many findings there are of each severity, in its words:
// 错误 1、警告 3、提示 55.
func (a *app) counted(n batch.Findings) string {
	var parts []string
	for _, s := range view.Severities {
		parts = append(parts, a.severity(s)+" "+strconv.Itoa(n.Of(s)))
	}
	return strings.Join(parts, a.say("、", ", "))
}
