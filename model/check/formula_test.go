package check

import (
	"testing"

	"jxmb/model"
)

// TestFormulaTold: numbers that are a part of something are told from those with
// a note mark, a unit or words beside them.
func TestFormulaTold(t *testing.T) {
	for text, want := range map[string]bool{"≥⁹⁵%": true, "⁹⁵": true, "m²": false, "≥5²": false, "完成任务。¹": false, "": false} {
		if got := raisedAlone(text); got != want {
			t.Errorf("raised alone %q: %v", text, got)
		}
	}
	for _, c := range []struct {
		text, reading, unit string
		want                bool
	}{
		{"√2", "2", "", true}, {"√（2）", "2", "", true}, {"5²", "5", "", true}, {"≥90%²", "≥90%", "%", false}, {"三个提升", "三个", "个", false},
		{"\u202e59%", "59%", "%", true}, {"核查3次", "4次", "次", false}, {"2½年", "2", "", true},
	} {
		if got := calculated(c.text, &model.Reading{Text: c.reading, Unit: c.unit}); got != c.want {
			t.Errorf("%q in %q: %v", c.reading, c.text, got)
		}
	}
}
