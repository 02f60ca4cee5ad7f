package batch

import (
	"jxmb/cmd/internal/batch/source"
	"jxmb/model"
)

// ReportForm is report.json as a whole, for its schema: the report itself is
// written as the results come.
type ReportForm struct {
	Schema   string        `json:"schema"`
	Program  string        `json:"program"`
	Settings *SettingsFile `json:"settings"`
	Shard    *ReportShard  `json:"shard,omitempty"` // of a part of a batch alone
	Inputs   []reportInput `json:"inputs"`
	Totals   Totals        `json:"totals"`
	Outputs  []string      `json:"outputs"`
	Findings []FileFinding `json:"findings"`
	Aside    []FileIgnored `json:"ignored_findings"`
	Ignored  []string      `json:"ignored"`
	Old      []OldResult   `json:"old_results"`
}

// ReportShard says that a report is of a part of a batch, which has so many inputs
// in all. What only all of them show, findings between documents and files over
// them, is in none of the parts.
type ReportShard struct {
	source.Shard
	Inputs int `json:"inputs"`
}

// FileFinding is a finding between documents, told at one of them.
type FileFinding struct {
	File    string        `json:"file"`
	Finding model.Finding `json:"finding"`
}

// FileIgnored is a finding between documents that a review set aside.
type FileIgnored struct {
	File    string        `json:"file"`
	Finding model.Finding `json:"finding"`
	Who     string        `json:"who" jsonschema:"nullable"`
	When    string        `json:"when" jsonschema:"nullable"`
	Why     string        `json:"why" jsonschema:"nullable"`
}
