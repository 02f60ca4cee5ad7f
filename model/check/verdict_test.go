package check

import "testing"

// TestGradeIn: a grade stands alone, or beside the one box that is ticked, which may
// stand before its words or behind them.
func TestGradeIn(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"优": "优", " 良 ": "良", "": "", "合适": "", "☑优 □良 □中 □差": "优", "□优 ☑良 □中": "良", "□优 ■良": "良", "（√）优（ ）良": "优", "( )优 (√)良": "良",
		"优☑ 良□ 中□ 差□": "优", "优□良☑中□差□": "良", "优（ ）良（√）": "良", "评价等级：优□ 良√": "良", "优√": "优",
		"评价等级：☑良": "良", "优 ☑良 中 差": "良", "☑优 ☑良": "", "优☑ 良☑": "", "□优 □良": "", "√其他": "", "☑优（90分以上）": "优",
	} {
		if got := gradeIn(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
