package view_test

import (
	"testing"

	"jxmb/render/view"
)

func TestLevel(t *testing.T) {
	for text, want := range map[string]string{
		"产出指标":         "产出指标",
		"产\n出\n指\n标":   "产出指标",
		"成 本 指 标":      "成本指标",
		"⽣态效益":         "生态效益",
		"产出指标（50分）":    "产出指标（50分）",
		"产出\n指标（50 分）": "产出指标(50分)",
		"一、按照上级要求\n二、按期完成全部任务": "一、按照上级要求\n二、按期完成全部任务",
	} {
		if got := view.Level(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
