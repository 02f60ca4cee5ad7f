package batch

import "jxmb/model"

// ReportForm is report.json as a whole, for its schema: the report itself is
// written as the results come.
type ReportForm struct {
	Schema   string        `json:"schema"`
	Program  string        `json:"program"`
	Settings *SettingsFile `json:"settings"`
	Inputs   []reportInput `json:"inputs"`
	Totals   Totals        `json:"totals"`
	Outputs  []string      `json:"outputs"`
	Findings []FileFinding `json:"findings"`
	Ignored  []string      `json:"ignored"`
	Old      []OldResult   `json:"old_results"`
}

// FileFinding is a finding between documents, told at one of them.
type FileFinding struct {
	File    string        `json:"file"`
	Finding model.Finding `json:"finding"`
}
