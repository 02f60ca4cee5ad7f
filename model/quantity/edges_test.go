package quantity

import (
	"testing"
	"time"

	"jxmb/model"
)

// TestDays: a day exists in a month that the year has, and 29 February where the
// year is not named.
func TestDays(t *testing.T) {
	for _, c := range []struct {
		year, month, day int
		want             bool
	}{
		{2023, 1, 31, true}, {2023, 1, 32, false}, {2023, 1, 0, false}, {2023, 0, 1, false}, {2023, 13, 1, false}, {2023, 12, 31, true}, {2023, 4, 31, false},
		{2023, 2, 29, false}, {2024, 2, 29, true}, {0, 2, 29, true}, {0, 2, 30, false}, {0, 0, 0, false}, {0, 6, 30, true}, {0, 6, 31, false},
	} {
		if got := DayExists(c.year, c.month, c.day); got != c.want {
			t.Errorf("%04d-%02d-%02d exists: %v", c.year, c.month, c.day, got)
		}
	}
	for _, year := range []int{1900, 2000, 2023, 2024, 2099} {
		for month := range 12 {
			if got, want := LastDay(year, month+1), time.Date(year, time.Month(month+2), 0, 0, 0, 0, 0, time.UTC).Day(); got != want {
				t.Errorf("%d-%02d ends with day %d, want %d", year, month+1, got, want)
			}
		}
	}
	for text, want := range map[string]string{"规格3-2-30": "", "31日报告,6月5日前": "", "次年6月31日前": "6月31日", "6月31日-5次": "6月31日", "2023年2月30日": "2023年2月30日"} {
		if got := ImpossibleDay(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestYears: years are those of two centuries, in four digits of either script.
func TestYears(t *testing.T) {
	for text, want := range map[string]int{"1899年": 0, "1900年": 1900, "2022": 2022, "二〇二二年": 2022, "2099年": 2099, "2100年": 0, "20222": 0, "202": 0, "20 22": 0} {
		s := Read(text)
		if got, _ := s.Year(0); got != want {
			t.Errorf("%s: the year %d, want %d", text, got, want)
		}
		s.Release()
	}
}

// TestEstimates: 余, 多 and 几 make an estimate of the number in front of them, once,
// and none where they begin a word.
func TestEstimates(t *testing.T) {
	for _, c := range []struct {
		text  string
		about bool
		end   int
	}{
		{"十余人", true, 2}, {"三十多次", true, 3}, {"十几人", true, 2}, {"十余余", true, 2}, {"100余人", true, 4}, {"100多元", true, 4}, {"100多功能", false, 3}, {"5万多元", true, 3}, {"5万多功能", false, 2}, {"十人", false, 1},
	} {
		s := Read(c.text)
		if n := s.Numeral(0, BehindWords); !n.Ok || n.About != c.about || n.End != c.end {
			t.Errorf("%s: about %v up to %d (read %v), want %v up to %d", c.text, n.About, n.End, n.Ok, c.about, c.end)
		}
		s.Release()
	}
	for _, text := range []string{"余十人", "多三次"} {
		s := Read(text)
		if n := s.Numeral(0, BehindWords); n.Ok {
			t.Errorf("%s is %s", text, n.Number)
		}
		s.Release()
	}
}

// TestRefusedNumerals: what is no numeral ends where the next token may begin.
func TestRefusedNumerals(t *testing.T) {
	for text, end := range map[string]int{"百3次": 1, "余": 1, "十十": 1, "3万5次": 3, "一千百人": 2} {
		s := Read(text)
		if n := s.Positional(0, BehindWords); n.Ok || n.End != end {
			t.Errorf("%s: ends at %d (read %v), want %d", text, n.End, n.Ok, end)
		}
		s.Release()
	}
}

// TestPlaceNumerals: zeros and places that need or forbid each other.
func TestPlaceNumerals(t *testing.T) {
	for text, want := range map[string]model.Decimal{
		"零兆五": "", "百零": "", "百一": "110", "1万零50": "", "1万零5": "10005", "1万零500": "", "百分之百分之三": "", "百分之百": "1", "百分之百分": "", "3/5": "0.6",
		"一半": "0.5", "一半天": "", "亿亿分之一": "0.0000000000000001", "亿亿万分之一": "", "百万分之三": "0.000003", "三成半": "0.35", "10成": "1", "11成": "", "2万成": "", "十成": "1", "十成半": "1.05", "一百成": "", "九成九": "0.99", "九成一": "0.91", "九成零": "", "一百廿五": "125", "三十廿": "", "廿十": "", "廿五": "25", "三十两": "", "三千两百": "3200", "1.5 6": "", "1 5.6": "", "3亿亿": "30000000000000000", "3亿亿万": "", "1,234": "1234", "12,345,678": "12345678", "1,23": "", "1,2345": "", "1234,567": "",
	} {
		if got, ok := wholeNumeral(text); got != want || ok != (want != "") {
			t.Errorf("%s = %q, want %q", text, got, want)
		}
	}
}

// TestWithinText: numerals read the same behind other text.
func TestWithinText(t *testing.T) {
	for _, c := range []struct {
		text string
		want model.Decimal
	}{
		{"计二〇〇次", "200"}, {"计三五次", ""}, {"共两三个", ""}, {"计二〇二二年", "2022"}, {"计零点五", "0.5"}, {"计一万二", "12000"},
	} {
		s := Read(c.text)
		if n := s.Positional(1, BehindWords); n.Number != c.want || n.Ok != (c.want != "") {
			t.Errorf("%s: %q, want %q", c.text, n.Number, c.want)
		}
		s.Release()
	}
	for text, want := range map[string]bool{"近百人": true, "近百余人": true, "近百好": false, "近百": false, "超千次": true, "好百人": false} {
		s := Read(text)
		if got := s.Colloquial(1); got != want {
			t.Errorf("%s stands for a hundred: %v", text, got)
		}
		s.Release()
	}
}

// TestSymbols: a symbol of the table where a longer one goes on into letters, and
// letters that no table knows.
func TestSymbols(t *testing.T) {
	for text, want := range map[string]string{"mg/Lab": "毫克", "mg/L": "毫克/升", "km": "公里", "kVar": "kVar", "M": "M", "OO": "", "mg5": "", "abcdefg": ""} {
		s := Read(text)
		u, ok := s.Latin(0)
		if ok != (want != "") || ok && u.Name != want {
			t.Errorf("%s: %q %v, want %q", text, u.Name, ok, want)
		}
		s.Release()
	}
}

// TestSpelledUnits: the unit that a name spells out, and letters in brackets that are
// none.
func TestSpelledUnits(t *testing.T) {
	for name, want := range map[string]string{
		"满意度（≥**%）": "%", "满意度≥**%": "%", "培训人数（*万人）": "万人", "培训人数（万人）": "万人", "建设模式（PPP）": "", "方案（A）": "", "面积（亩": "", "受益人数*人": "人", "培训人数（XX人）": "人", "培训人数（≥XX人）": "人", "合格率%": "%", "": "",
		"日均客运量/万人次": "万人次", "日处理量/吨/日": "吨/日", "培训会/场": "场", "新建/改建": "", "培训人/次": "", "检查次数/年": "", "/万人次": "", "运营/条线路": "", "金额（元）和人数（人）": "",
	} {
		u, found, _ := SpelledUnit(name)
		if u.Name != want || found != (want != "") {
			t.Errorf("%s: %q %v, want %q", name, u.Name, found, want)
		}
	}
	if _, _, clash := SpelledUnit("金额（元）和人数（人）"); !clash {
		t.Error("two units do not clash")
	}
}

// TestUnitTable: every unit of the table measures what its row says, alone and in
// front of what is no part of it.
func TestUnitTable(t *testing.T) {
	for _, row := range vocab().units {
		for _, behind := range []string{"", "·", "；"} {
			s := Read(row.surface + behind)
			if got := s.Dimension(0); got != row.Dimension {
				t.Errorf("%s%s measures %q, want %q", row.surface, behind, got, row.Dimension)
			}
			s.Release()
		}
	}
	for text, want := range map[string]string{"人·好": "人", "人·天": "人·天", "人·": "人"} {
		s := Read(text)
		if u, _ := s.BareUnit(0, 0); u.Name != want {
			t.Errorf("%s: the unit %s, want %s", text, u.Name, want)
		}
		s.Release()
	}
}

// TestNumeralAt: a numeral is read where it begins, and not in its middle.
func TestNumeralAt(t *testing.T) {
	for text, want := range map[string]model.Decimal{".5人": "0.5", "5.人": "5", ".人": "", "三十": "30", "人": "", "一般": ""} {
		s := Read(text)
		if n := s.NumeralAt(0); n.Number != want || n.Ok != (want != "") {
			t.Errorf("%s: %q, want %q", text, n.Number, want)
		}
		s.Release()
	}
	for _, text := range []string{"a5", "三十", "15"} {
		s := Read(text)
		if n := s.NumeralAt(1); n.Ok && text != "15" {
			t.Errorf("%s has %s behind its first sign", text, n.Number)
		}
		s.Release()
	}
}

// TestUnitsBeforeScales: what a unit is called with the scale in front of it, what
// it measures, and what a denominator is called.
func TestUnitsBeforeScales(t *testing.T) {
	for text, want := range map[string]string{"十人": "十人", "百人": "百人", "万元": "万元", "人": "人", "十万元/人": "十万元/人", "万": "万"} {
		s := Read(text)
		if u, ok := s.BareUnit(0, 0); !ok || u.Name != want || u.End != s.Size() {
			t.Errorf("the unit %s is %q up to %d", text, u.Name, u.End)
		}
		s.Release()
	}
	for text, want := range map[string]string{"元": "money", "%": "ratio", "分钟": "time:分钟", "公里": "length", "": "", "好": ""} {
		s := Read(text)
		if got := s.Dimension(0); got != want {
			t.Errorf("%q measures %q, want %q", text, got, want)
		}
		s.Release()
	}
	for text, want := range map[string]string{"人": "人", "万人": "万人", "千": "千", "10万": "10万", "1万人": "万人", "两年": "2年", "十人": "十人", "百": "", "%": "", "千好": ""} {
		s := Read(text)
		if got, _ := s.Denominator(0); got != want {
			t.Errorf("counted against %s: %q, want %q", text, got, want)
		}
		s.Release()
	}
}

// TestPlaceholders: a row that nobody named, crosses, and what only looks like them.
func TestPlaceholders(t *testing.T) {
	for text, want := range map[string]int{
		"指标1": 3, "指标99": 4, "指标100": 0, "指标1:": 3, "指标1项": 0, "指标": 0, "XX": 2, "X": 0, "X个": 1, "aX个": 0, "xx项": 2, "XXX": 3, "Xa": 0, "××": 2, "×": 0, "**": 2, "*": 1, "__": 2, "_": 0, "○": 1, "□": 1, "项": 0,
		"«次数»": 4, "«次数": 0, "{{次数}}": 6, "{次数}": 0, "((次数))": 0, "${a}次": 4, "$!{a}": 5, "#{次数}项": 5, "@{a}": 4, "$5": 0, "<%=a%>": 6, "<#if a>": 6, "<5>": 0,
		"单击此处输入文字。": 8, "选择一项。": 5, "选择一项工作": 0, "错误!未找到引用源。": 9, "undefined": 9, "undefineda": 0,
	} {
		s := Read(text)
		if got := s.Filler(0); got != want {
			t.Errorf("%s: %d glyphs of a placeholder, want %d", text, got, want)
		}
		s.Release()
	}
}

// TestPlainHan stands at both ends of the ideographs that fold to themselves.
func TestPlainHan(t *testing.T) {
	for text, want := range map[string]bool{"": true, "一": true, "指标": true, "\u4dff": false, "\u4e00\u9fff": true, "\u9fff": true, "\ua000": false, "指标a": false, "指标\u3000": false, "é": false} {
		if got := PlainHan(text); got != want {
			t.Errorf("%q is plain: %v", text, got)
		}
	}
	for text, want := range map[string]string{"a\x7fb": "ab", "a\x1fb": "ab", "a~b": "a~b", "ａ１": "a1", "5\U000e0020%": "5%", "\uffee": "○", "⿕": "龠", "⼀": "一", "豈": "豈", "\ufad9": "龎"} {
		if got := Folded(text); got != want {
			t.Errorf("%q folds to %q, want %q", text, got, want)
		}
	}
}

// TestAspectEnds: the word that ends last says what an indicator looks at, the longer
// of two that end there.
func TestAspectEnds(t *testing.T) {
	for level, want := range map[string]model.Aspect{
		"成本效益指标": model.Benefit, "效益与成本指标": model.Cost, "服务对象满意度与成本": model.Cost, "成本控制的满意度": model.Satisfaction, "项目完成指标的效益": model.Benefit, "数量": model.Output, "履职效能": "",
	} {
		if got := AspectOf(level, ""); got != want {
			t.Errorf("%s: %q, want %q", level, got, want)
		}
	}
}

// TestDecoding: the glyphs of a text are its runes, also of a text that is no UTF-8 or
// ends within a rune.
func TestDecoding(t *testing.T) {
	for _, text := range []string{
		"\u0fff", "\u1000", "\ucfff", "\ud7ff", "\ue000", "\uffff", "é", "a\xe4", "\x80", "\xe4\xb8", "\xe4\xb8a", "\xe4a\xb8", "\xed\xa0\x80", "\xe0\x80\x80", "\xe4\xc0\x80", "\xe4\x80\xc0", "一\U00020000二",
	} {
		var want, got []rune
		for _, r := range text {
			want = append(want, FoldRune(r))
		}
		s := Read(text)
		for p := range s.Size() {
			got = append(got, s.Rune(p))
		}
		s.Release()
		if string(got) != string(want) {
			t.Errorf("%q: the glyphs %q, want %q", text, string(got), string(want))
		}
	}
}

// TestHanEnds stands at both ends of the ideographs, those of the later planes too.
func TestHanEnds(t *testing.T) {
	for r, want := range map[rune]bool{
		0x33FF: false, 0x3400: true, 0x9FFF: true, 0xA000: false, 0x1FFFF: false, 0x20000: true, 0x3FFFF: true, 0x40000: false,
	} {
		if IsHan(r) != want {
			t.Errorf("%U is an ideograph: %v", r, !want)
		}
	}
}

// TestProducts: a unit times another is one unit, in front of a denominator as well;
// a share is multiplied by nothing.
func TestProducts(t *testing.T) {
	for text, want := range map[string]string{
		"人·天/月": "人·天/月", "%·天": "%", "元/人·天": "元/人·天", "人·人次": "人·人次", "(人·天)": "人·天", "人·km": "人·公里", "（人": "", "“人”": "人", "（人）": "人",
	} {
		s := Read(text)
		if u, ok := s.Unit(0, 0); ok != (want != "") || ok && u.Name != want {
			t.Errorf("%s: the unit %q (read %v), want %q", text, u.Name, ok, want)
		}
		s.Release()
	}
}
