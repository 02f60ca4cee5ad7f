package label

import (
	_ "embed" // goals.tsv
	"strings"
	"sync"
)

//go:embed goals.tsv
var goalTable string

// goalWords are the words of goals.tsv.
var goalWords = sync.OnceValue(func() map[string]role { return mustWords("goals.tsv", goalTable) })

// goalOf is the entry of a label that ends in 目标 behind words that say no more than
// whose goals they are and of which time: 项目全生命周期目标 is 长期目标. Nil for any
// other text.
//
// What was reached of such goals is an extra, as 目标完成情况 is.
func (ls Set) goalOf(s string) *Entry {
	if goals, found := strings.CutSuffix(s, "完成情况"); found {
		if ls.goalOf(strings.TrimSuffix(goals, "实际")) == nil {
			return nil
		}
		return ls.entries["目标完成情况"]
	}
	words, found := strings.CutSuffix(s, "目标")
	if !found {
		return nil
	}
	if goals := strings.TrimPrefix(WithoutYear(s), "度"); goals == "绩效目标" { // 2025年绩效目标, not 2025年目标 over targets
		words = "年度绩效"
	}
	said, _, whole := roles(goalWords(), words)
	switch {
	case !whole:
		return nil
	case said&roleLong != 0:
		return ls.entries["长期目标"]
	case said&roleAnnual != 0:
		return ls.entries["年度目标"]
	}
	return ls.entries["绩效目标"]
}
