package check

import (
	"testing"

	"jxmb/model"
)

// TestPrintedSign reads bounds out of the bracket behind a name, and no other words.
func TestPrintedSign(t *testing.T) {
	for name, want := range map[string]model.Operator{
		"成活率（≥**%）":       model.GreaterEqual,
		"成活率(>=)":         model.GreaterEqual,
		"到位率（>90%）":       model.Greater,
		"投诉率（%，≤）":        model.LessEqual,
		"成本（万元）（＜9）":      model.Less,
		"成本（不超过）":         model.LessEqual,
		"巡河次数（不少于十次）":     model.GreaterEqual,
		"成活率≥":            model.NoOperator, // read with the target
		"人数（最低生活保障）":      model.NoOperator,
		"人数（年收入不低于3000元）": model.NoOperator, // who they are
		"人数（3~5岁）":        model.NoOperator,
		"人数（约）":           model.NoOperator,
		"成本（万元）":          model.NoOperator,
	} {
		if got := printedSign(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
