package xlsx

import (
	"strings"
	"testing"

	"jxmb/model"
)

func TestSignificantDigits(t *testing.T) {
	for d, want := range map[model.Decimal]int{
		"0": 0, "1000000000000000": 1, "999999999999999": 15, "1234567890123456": 16,
		"-0.000001": 1, "100.5": 4, "123456789012.3456": 16,
	} {
		if got := significantDigits(d); got != want {
			t.Errorf("%s: %d, want %d", d, got, want)
		}
	}
}

func TestDateCell(t *testing.T) {
	for date, want := range map[string]cell{
		"2020-12-31": {form: formDate, day: 44196},
		"1900-03-01": {form: formDate, day: 61},
		"1900-02-28": {form: formLabel, text: "1900年2月28日"},
		"--12-31":    {form: formLabel, text: "12月31日"},
		"2020-02-30": {form: formLabel, text: "2020年2月30日"},
		"":           {},
	} {
		if got := dateCell(model.Chinese, date); got != want {
			t.Errorf("%s: %+v, want %+v", date, got, want)
		}
	}
}

func TestCutText(t *testing.T) {
	for _, c := range []struct {
		text       string
		units      int
		head, tail string
	}{
		{"abc", 3, "abc", ""},
		{"abcd", 3, "abc", "d"},
		{"长长长", 2, "长长", "长"},
		{"a𬘓b", 2, "a", "𬘓b"},
		{"a𬘓b", 3, "a𬘓", "b"},
	} {
		if head, tail := cutText(c.text, c.units); head != c.head || tail != c.tail {
			t.Errorf("%q at %d: %q %q", c.text, c.units, head, tail)
		}
	}
}

func TestWidths(t *testing.T) {
	for text, want := range map[string]int{"abc": 3, "e\u0301te": 3, "👩\u200d👩\u200d👧": 2, "绩效": 4, "≥90%": 5, "（%）": 5, "a\n绩效": 4, strings.Repeat("长", 500): 60} {
		if got := widest(text, 60); got != want {
			t.Errorf("%.20q: %d, want %d", text, got, want)
		}
	}
}
