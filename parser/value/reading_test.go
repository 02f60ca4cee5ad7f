package value

import (
	"testing"

	"jxmb/model"
)

// TestReadings: what a reading says is its own number and unit, and its text is that
// part of the cell, whatever the main fields take from the other.
func TestReadings(t *testing.T) {
	for _, c := range []struct {
		text              string
		figure, statement model.Reading
	}{
		{"≥3活动次数大于等于3次", model.Reading{Text: "≥3", Number: "3"}, model.Reading{Text: "活动次数大于等于3次", Number: "3", Unit: "次"}},
		{"≥30000覆盖人数大于等于3万人", model.Reading{Text: "≥30000", Number: "30000"}, model.Reading{Text: "覆盖人数大于等于3万人", Number: "3", Unit: "万人"}},
		{"一年两次", model.Reading{Text: "一年两次", Number: "2", Unit: "次/年"}, model.Reading{}},
		{"每月不少于2次", model.Reading{Text: "每月不少于2次", Number: "2", Unit: "次/月"}, model.Reading{}},
		{"3次（5次）", model.Reading{Text: "3次", Number: "3", Unit: "次"}, model.Reading{Text: "5次", Number: "5", Unit: "次"}},
	} {
		v := Parse(c.text, Hint{})
		says(t, c.text, v.Readings.Figure, c.figure)
		says(t, c.text, v.Readings.Statement, c.statement)
	}
}

// says compares text, number and unit of a reading, none with an empty one.
func says(t *testing.T, text string, got *model.Reading, want model.Reading) {
	if got == nil {
		got = &model.Reading{}
	}
	if got.Text != want.Text || got.Number != want.Number || got.Unit != want.Unit {
		t.Errorf("%s: %q %s %s, want %q %s %s", text, got.Text, got.Number, got.Unit, want.Text, want.Number, want.Unit)
	}
	if got.Text != "" && text[got.Start:got.End] != got.Text {
		t.Errorf("%s: %q is at %d to %d", text, got.Text, got.Start, got.End)
	}
}
