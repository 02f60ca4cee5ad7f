package quantity

import (
	"slices"
	"testing"
)

// TestSigns: names are told by their letters and digits, whatever pictures and
// marks stand between them.
func TestSigns(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"河道😀整治（一期）": "河道整治一期", "Ａ区，２标": "A区2标", "——": "", "龥鿿": "龥鿿"} {
		if got := Signs(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestPairs: each pair of neighbours is there once, in order, and none of a text's
// end and the next one's beginning.
func TestPairs(t *testing.T) {
	t.Parallel()
	want := []Pair{PairOf('库', '水'), PairOf('水', '库'), PairOf('渠', '水')}
	slices.Sort(want)
	if got := Pairs("渠水库水库", "水"); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestAppendFolded: what is no UTF-8 is a character of its own, and no bytes of it
// get into a label.
func TestAppendFolded(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"\x80指标": "�指标", "指\t标\n名 称\x7f": "指标名称", "⼀级": "一级"} {
		if got := string(AppendFolded(nil, text)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestNumeralEdges: scales in and behind a numeral, and digits in a row that are a
// year, a number, or an estimate that is none.
func TestNumeralEdges(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text, number string // all told, "" for none
		from         int
		about        bool
	}{
		{text: "一百二十兆三千亿元", number: "120300000000000"}, {text: "二十兆三千", number: "20000000003000"}, {text: "一亿二千万", number: "120000000"},
		{text: "100多万元", number: "1000000", about: true}, {text: "100多个", number: "100", about: true}, {text: "10几亿元", number: "1000000000", about: true},
		{text: "二〇二二年", number: "2022"}, {text: "三五次"}, {text: "检查三五次", from: 2}, {text: "九八七六万"}, {text: "二〇〇万元", number: "2000000"}, {text: "〇〇万元"}, {text: "一二三点四五", number: "123.45"},
	} {
		s := Read(c.text)
		n, got := s.Numeral(c.from, BehindWords), ""
		if n.Ok {
			got = string(n.Number.Shift(n.Scale))
		}
		if got != c.number || n.About != c.about {
			t.Errorf("%s: %q, about %v, want %q, %v", c.text, got, n.About, c.number, c.about)
		}
		s.Release()
	}
}

// TestHides: a plain word is none of the numerals that it begins with, unless the
// text goes on as a fraction or a unit.
func TestHides(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]bool{
		"一般水平": {true, true}, "三公经费": {true, true}, "十分满意": {true, false}, "十分之三": {}, "十分钟": {}, "三公里": {}, "三个": {}, "": {},
	} {
		s := Read(text)
		if got := [2]bool{s.Hides(0, false), s.Hides(0, true)}; got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
		s.Release()
	}
}
