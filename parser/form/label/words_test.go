package label

import (
	"testing"

	"jxmb/model"
)

// TestFieldWords holds the words to the fields that form files can name: none
// is missing, but for those of headings, which --explain never shows.
func TestFieldWords(t *testing.T) {
	for f := NoField + 1; f <= Grade; f++ {
		if s := Word(f.String(), model.Chinese); s == f.String() && f != Note {
			t.Errorf("%s has no Chinese word", f)
		}
	}
	for path, want := range map[string]string{
		"extra[12]": "其他栏目", "long_term.goals[0]": "中长期绩效目标", "budget.lines[3]": "资金明细", "项目资金": "项目资金",
	} {
		if got := Word(path, model.Chinese); got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
	if got := Words([]string{"name", "基本支出|项目支出"}, model.Chinese); got != "项目名称、基本支出或项目支出" {
		t.Error(got)
	}
}
