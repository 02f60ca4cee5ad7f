package profile

import (
	"strings"

	"jxmb/model"
)

// Qualitative is the sign of values that are words.
const Qualitative = "定性"

// signs are those that importers know. "约" has none.
var signs = map[model.Operator]string{
	model.GreaterEqual: "≥", model.Greater: "＞", model.Equal: "＝", model.Less: "＜", model.LessEqual: "≤",
}

// written are the signs as people begin a value with them, longer ones first.
var written = []struct{ text, sign string }{
	{"≥", "≥"}, {">=", "≥"}, {"＞＝", "≥"}, {"≧", "≥"},
	{"≤", "≤"}, {"<=", "≤"}, {"＜＝", "≤"}, {"≦", "≤"},
	{">", "＞"}, {"＞", "＞"}, {"<", "＜"}, {"＜", "＜"}, {"=", "＝"}, {"＝", "＝"},
}

// SignOf is the sign of a value as an importer knows it: that of a number, else
// the one that the text begins with, else [Qualitative]; "" for a blank value. A
// placeholder such as "-" is words to an importer.
func SignOf(v *model.Value) string {
	if strings.TrimSpace(v.Text) == "" {
		return ""
	}
	if IsNumber(v) {
		return signs[v.Operator]
	}
	sign, _ := cutSign(v.Text)
	return sign
}

// IsNumber tells a value that is one number with a sign that importers know.
func IsNumber(v *model.Value) bool {
	return v.Kind == model.Quantity && v.Number != "" && signs[v.Operator] != ""
}

// cutSign takes the sign off a text.
func cutSign(text string) (sign, rest string) {
	text = strings.TrimSpace(text)
	for _, w := range written {
		if rest, ok := strings.CutPrefix(text, w.text); ok {
			return w.sign, strings.TrimSpace(rest)
		}
	}
	return Qualitative, text
}

// Figure is a value without sign and unit: the number, exact, or the words.
func Figure(v *model.Value) string {
	if IsNumber(v) {
		return string(v.Number)
	}
	_, rest := cutSign(v.Text)
	return rest
}

// unit is that of a number; words have none of their own.
func unit(v *model.Value) string {
	if IsNumber(v) {
		return v.Unit
	}
	return ""
}

// whole is a value in one cell: "≥95%", or the words as printed.
func whole(v *model.Value) string {
	if IsNumber(v) {
		return signs[v.Operator] + string(v.Number) + v.Unit
	}
	return strings.TrimSpace(v.Text)
}
