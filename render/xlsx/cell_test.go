package xlsx

import (
	"math"
	"slices"
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

// TestLinesOfFittedColumn: a text that a column was made as wide as takes one line of
// it; a longer one is wrapped, where a little is lost at the end of each line.
func TestLinesOfFittedColumn(t *testing.T) {
	b := &book{lang: model.Chinese}
	for n := 1; n < 60; n++ {
		width := math.Round(10*float64(n+1)/b.density())/10 + widthOver
		if got := linesIn(strings.Repeat("字", n/2)+strings.Repeat("a", n%2), b.whole(width), b.room(width)); got != 1 {
			t.Errorf("%d digits take %d lines of a column of their width", n, got)
		}
		if got := linesIn(strings.Repeat("a", 3*n), b.whole(width), b.room(width)); got < 3 {
			t.Errorf("%d digits take %d lines of a column for %d", 3*n, got, n)
		}
	}
}

func TestOtherPlacesOnce(t *testing.T) {
	own, other := model.Origin{Table: 2, Row: 5, Column: 5, Start: 1}, model.Origin{Table: 1, Row: 3, Column: 3}
	second := own
	second.Start = 9 // the wording beside the figure
	f := &model.Finding{Origin: own, Also: []model.Origin{second, other, other}}
	if got, want := otherPlaces(model.Chinese, f), []string{other.Place(model.Chinese)}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
