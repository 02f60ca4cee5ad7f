package view

import (
	"strings"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/model/quantity"
)

// The labels that readers see for the codes of the model, shared by the
// formats meant for people.

var kindLabels = map[model.Kind]model.Text{
	model.Quantity:    {ZH: "定量", EN: "quantity"},
	model.Range:       {ZH: "区间", EN: "range"},
	model.Deadline:    {ZH: "时限", EN: "deadline"},
	model.Composite:   {ZH: "组合", EN: "composite"},
	model.Qualitative: {ZH: "定性", EN: "qualitative"},
	model.Empty:       {ZH: "未填", EN: "empty"},
}

// Kinds is the order in which kinds are listed and drawn.
var Kinds = [...]model.Kind{
	model.Quantity, model.Range, model.Deadline, model.Composite, model.Qualitative, model.Empty,
}

var severityLabels = map[model.Severity]model.Text{
	model.Error:   {ZH: "错误", EN: "error"},
	model.Warning: {ZH: "警告", EN: "warning"},
	model.Info:    {ZH: "提示", EN: "info"},
}

// Severities lists the severities, gravest first.
var Severities = [...]model.Severity{model.Error, model.Warning, model.Info}

// agreementLabels has no entry for "none": there is nothing to compare.
var agreementLabels = map[model.Agreement]model.Text{
	model.Agree:         {ZH: "一致", EN: "agree"},
	model.Conflict:      {ZH: "不一致", EN: "conflict"},
	model.FigureOnly:    {ZH: "仅数字", EN: "figure only"},
	model.StatementOnly: {ZH: "仅文字", EN: "wording only"},
}

var termLabels = map[string]model.Text{
	"annual": {ZH: "年度", EN: "annual"},
	"long":   {ZH: "中长期", EN: "long-term"},

	"half_year": {ZH: "半年", EN: "half-year"},
	"quarter_1": {ZH: "第一季度", EN: "first quarter"},
	"quarter_2": {ZH: "第二季度", EN: "second quarter"},
	"quarter_3": {ZH: "第三季度", EN: "third quarter"},
	"quarter_4": {ZH: "第四季度", EN: "fourth quarter"},
}

// operatorSigns are the signs as official forms print them, full width.
var operatorSigns = map[model.Operator]string{
	model.GreaterEqual: "≥",
	model.Greater:      "＞",
	model.LessEqual:    "≤",
	model.Less:         "＜",
	model.Equal:        "＝",
	model.About:        "≈",
}

// KindLabel is "定量" or "quantity".
func KindLabel(l model.Lang, k model.Kind) string { return kindLabels[k].In(l) }

// SeverityLabel is "错误" or "error".
func SeverityLabel(l model.Lang, s model.Severity) string { return severityLabels[s].In(l) }

// AgreementLabel is "一致" or "agree", nothing where there is nothing to
// compare.
func AgreementLabel(l model.Lang, a model.Agreement) string { return agreementLabels[a].In(l) }

// OperatorSign is "≥", nothing without an operator.
func OperatorSign(o model.Operator) string { return operatorSigns[o] }

// TermLabel is the label of a known term and the term itself otherwise.
func TermLabel(l model.Lang, term string) string {
	if t, ok := termLabels[term]; ok {
		return t.In(l)
	}
	return term
}

// Level is a level as one reads it: on one line where its characters stand one
// below the other or apart, in plain characters where a converter left
// compatibility ones. Longer text is shown as it is.
func Level(text string) string {
	if plain := !strings.ContainsFunc(text, func(r rune) bool { return quantity.FoldRune(r) != r }); plain {
		return text
	}
	folded := quantity.Folded(text)
	if n := utf8.RuneCountInString(folded); n > 16 || n == utf8.RuneCountInString(text) && !compatible(text) {
		return text
	}
	return folded
}

// compatible says whether a text holds ideographs that only stand for others.
func compatible(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return quantity.IsHan(quantity.FoldRune(r)) && quantity.FoldRune(r) != r }) >= 0
}
