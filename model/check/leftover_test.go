package check

import (
	"testing"

	"jxmb/model"
)

// TestLeftBehind tells words behind a number that may make another target of it from
// those that only explain it.
func TestLeftBehind(t *testing.T) {
	for _, c := range []struct {
		text, rest string
		told       bool
	}{
		{"95%元", "元", true},
		{"500元元/人", "元/人", true},
		{"100%，无安全事故", "，无安全事故", true},
		{"100%；无安全事故", "；无安全事故", true},
		{"60万元，其中材料费20万元", "，其中材料费20万元", false},
		{"100%，", "，", false},
		{"3套系统", "系统", false},
		{"5个（项）", "（项）", false},
		{"每年5个", "每年", false},
		{"95%±", "±", true},
		{"95%？", "？", true},
		{"100%（5次）", "（5次）", true},
		{"62%（2022年61%）", "（2022年61%）", false},
		{"12场（每场2小时）", "（每场2小时）", false},
		{"100%（暂定）", "（暂定）", true},
		{"100%除外", "除外", true},
	} {
		v := model.Value{Text: c.text, Kind: model.Quantity, Rest: []string{c.rest}}
		if got := leftBehind(&v) != ""; got != c.told {
			t.Errorf("leftBehind(%q, rest %q) = %v, want %v", c.text, c.rest, got, c.told)
		}
	}
}
