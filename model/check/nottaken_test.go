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
	for text, want := range map[string]bool{"≥½小时": true, "≥𝟗𝟓%": true, "≥2021年水平": false, "≥上年": false, "½小时": false, "≥9\ufffd次": true} {
		if got := signLeads(&model.Value{Text: text}); got != want {
			t.Errorf("sign leads %q: %v", text, got)
		}
	}
	one := &model.Reading{Text: "≥1/2"}
	if !signLeads(&model.Value{Text: " ≥1/2", Readings: model.Readings{Figure: one}}) || signLeads(&model.Value{Text: "≥1/2", Readings: model.Readings{Figure: one, Statement: one}}) {
		t.Error("one number is this rule's, two are another's")
	}
	for text, want := range map[string]bool{"？95%": true, "?95%": true, "□95%": true, "\ufffd95%": true, "95%": false} {
		if got := signLeads(&model.Value{Text: text, Readings: model.Readings{Figure: one}}); got != want {
			t.Errorf("what is left of a sign leads %q: %v", text, got)
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

// TestBracketed: a number in brackets that was not taken is told, one that was read
// with others is not this rule's.
func TestBracketed(t *testing.T) {
	one := &model.Reading{Text: "5"}
	for _, c := range []struct {
		text     string
		readings model.Readings
		want     bool
	}{
		{"(5)%", model.Readings{Figure: one}, true}, {" （5）万元", model.Readings{Figure: one}, true},
		{"5%", model.Readings{Figure: one}, false}, {"(5)%(6)%", model.Readings{Figure: one, Statement: one}, false}, {"(一)完成", model.Readings{Figure: one}, false}, {"(5)%", model.Readings{}, false},
	} {
		if got := bracketed(&model.Value{Text: c.text, Readings: c.readings}); got != c.want {
			t.Errorf("%q: %v", c.text, got)
		}
	}
}

// TestNumberAlone: a number that is all of a target and was not taken is told.
func TestNumberAlone(t *testing.T) {
	one := &model.Reading{Text: "12"}
	for _, c := range []struct {
		text     string
		readings model.Readings
		want     bool
	}{
		{" 12", model.Readings{Figure: one}, true}, {"12处", model.Readings{Figure: one}, false},
		{"12", model.Readings{Figure: one, Statement: one}, false}, {"", model.Readings{}, false},
	} {
		if got := numberAlone(&model.Value{Text: c.text, Readings: c.readings}); got != c.want {
			t.Errorf("%q: %v", c.text, got)
		}
	}
}
