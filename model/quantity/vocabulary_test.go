package quantity

import (
	"strings"
	"testing"

	"jxmb/model"
	"jxmb/model/tsv"
)

// TestWords finds for every plain word the token that it guards against: a
// word without one would be a dead row.
func TestWords(t *testing.T) {
	v := vocab()
	text, _ := tables.ReadFile("vocab/words.tsv")
	err := tsv.Each("words.tsv", string(text), 2, func(row []string) error {
		word := row[0]
		s := Read(word)
		guards := v.negations.before(&s.folded, s.Size()) > 0
		for p := range s.glyphs {
			r := s.Rune(p)
			guards = guards || s.Surface(p, RoleUnit) > 0 || s.Surface(p, RolePrefix) > 0 || s.Surface(p, RoleSuffix) > 0 ||
				s.Surface(p, RoleDate) > 0 || v.numeralAt(r).Kind != NoNumeral || IsDigit(r) || r == '成'
		}
		if !guards {
			t.Errorf("dead row: nothing would misread %q", word)
		}
		if len(s.glyphs) < 2 {
			t.Errorf("%q is one rune: it would hide the token altogether", word)
		}
		s.Release()
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// wholeNumeral reads a text that is one numeral and nothing else, with its
// scale and its percentage multiplied out.
func wholeNumeral(text string) (model.Decimal, bool) {
	t := Read(text)
	defer t.Release()
	n := t.Numeral(0, BehindOperator)
	if !n.Ok || n.About || n.End != t.Size() {
		return "", false
	}
	n = t.scaled(n)
	return n.Number.Shift(map[Ratio]int{Percent: -2, Permille: -3, Permyriad: -4}[n.Ratio]), true
}

func TestNumerals(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"0", "0"}, {"007", "7"}, {"1,234,567.50", "1234567.5"}, {".5", "0.5"}, {"１２．５", "12.5"},
		{"十", "10"}, {"二十一", "21"}, {"廿二", "22"}, {"两千零五", "2005"}, {"一百二", "120"}, {"三万五", "35000"},
		{"三万五千", "35000"}, {"3万5千", "35000"}, {"1亿2000万", "120000000"}, {"壹拾贰万叁仟", "123000"},
		{"二〇二二", "2022"}, {"一百二十点五", "120.5"}, {"一点五万", "15000"}, {"负三", "-3"}, {"-2.5", "-2.5"},
		{"百分之九十五点五", "0.955"}, {"千分之2.4", "0.0024"}, {"百分之百", "1"}, {"百分百", "1"}, {"三成", "0.3"},
		{"九成五", "0.95"}, {"三成半", "0.35"}, {"五分之三", "0.6"}, {"三又二分之一", "3.5"}, {"四万万", "400000000"},
		{"10⁰", "1"}, {"10⁴", "10000"}, {"10⁸", "100000000"}, {"2×10³", "2000"}, {"2.5*10⁶", "2500000"}, {"1.5x10⁵", "150000"}, {"10⁷", "10000000"}, {"10⁹", "1000000000"},
		{"10²", "100"}, {"10¹²", "1000000000000"}, {"10¹³", ""}, {"3⁴", ""}, {"2×3", ""},
		{"三兆二千亿", "3200000000000"}, {"一兆零五", "1000000000005"}, {"三兆二百", "3000000000200"}, {"一亿零三万", "100030000"}, {"一亿零三百", "100000300"}, {"三万零五十", "30050"},
		{"一亿九千九百九十九万兆五", ""}, {"九十万兆零五", ""}, {"九万兆零五", "90000000000000005"}, {"90000000000万5千", "900000000005000"}, {"90000000001万5千", ""},
		{"三亿亿", "30000000000000000"}, {"零亿", ""}, {"百一", "110"}, {"百", ""}, {"一亿三千万", "130000000"}, {"三千万亿", "3000000000000000"}, {"三万零五百万", ""},
		{"十二", "12"}, {"九十九", "99"}, {"一百一十", "110"}, {"二十万零五百", "200500"}, {"五十亿", "5000000000"}, {"点", ""}, {"负百分之三", "-0.03"}, {"+5", "5"},
		{"二〇", "20"}, {"零三十", ""}, {"二零二二点五", "2022.5"}, {"一点两", ""}, {"12点5", ""}, {"十点五", "10.5"}, {"一点五亿", "150000000"}, {"三又三分之一", ""}, {"两又五分之二", "2.4"},
		{"廿5", "25"}, {"一二三四五", "12345"}, {"一兆一万亿三万", "2000000030000"}, {"一兆二千", "1000000002000"}, {"一万又二分之一", "10000.5"}, {"三百二十又二分之一", "320.5"},
		{"1,234.5,678", ""}, {"1.234,567", ""}, {"1,234567", ""}, {"12,345,678", "12345678"}, {"123,456", "123456"}, {".5.5", ""}, {"1 234", ""}, {"1, 234", ""},
		{"百分之一", "0.01"}, {"一百万分之三", "0.000003"}, {"十分之一", "0.1"}, {"二分之一", "0.5"}, {"八分之一", "0.125"}, {"九分之一", ""},
		{"一百千", ""}, {"十百", ""}, {"二十百", ""}, {"一万亿", "1000000000000"}, {"两亿三", "230000000"}, {"一千二", "1200"}, {"一千零二", "1002"}, {"百三", "130"}, {"一万二千三百四十五", "12345"},
		{"卅五", "35"}, {"卌", "40"}, {"二十廿", ""}, {"1亿2000", "100002000"}, {"3千5百", "3500"}, {"3千5百20", "3520"}, {"3千5百200", ""}, {"1万600", "10600"}, {"1万12345", ""},
		{strings.Repeat("1", 60), strings.Repeat("1", 60)}, {strings.Repeat("1", 61), ""}, {"1,234", "1234"}, {"12,34", ""}, {"1234,567", ""}, {"1,234,56", ""},
		{"一半", "0.5"}, {"十分之三", "0.3"}, {"万分之五", "0.0005"}, {"百万分之三", "0.000003"}, {"百分之一百二", "1.2"}, {"十一成", ""}, {"十成", "1"}, {"一百分之二", "0.02"},
		{"", ""}, {"三分之一", ""}, {"十一十二", ""}, {"三五", "35"}, {"1.2.3", ""}, {"10.1万零100", ""}, {"3万5", ""},
		{"十余", ""}, {"元", ""}, {"点五", ""}, {"零点", ""}, {"一万亿亿亿亿", ""},
	} {
		got, ok := wholeNumeral(c.text)
		if string(got) != c.want || ok != (c.want != "") {
			t.Errorf("the numeral %q = %q, %v; want %q", c.text, got, ok, c.want)
		}
	}
}

// TestTitles: brackets of titles that have no partner are signs.
func TestTitles(t *testing.T) {
	for text, want := range map[string]string{
		"《甲》": "《甲》", "》100": ">100", "《100": "<100", "《甲《乙": "<甲《乙", "《甲》乙》": "《甲》乙>", "甲《乙》丙": "甲《乙》丙", "《甲》《乙": "《甲》<乙", "《甲《乙》": "《甲《乙》",
	} {
		s := Read(text)
		if got := s.Folded(0, s.Size()); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
		s.Release()
	}
}

// TestPlaces: offsets and sources of folded runes, whatever bytes they come from.
func TestPlaces(t *testing.T) {
	text := "≥ ９0\u200b%\xff人\n𠮷"
	s := Read(text)
	defer s.Release()
	if got, want := s.Folded(0, s.Size()), "≥90%\ufffd人\n𠮷"; got != want {
		t.Errorf("folded %q, want %q", got, want)
	}
	joined := ""
	for p := range s.Size() {
		joined += s.Source(p, p+1)
		if s.End(p+1)-s.Offset(p) != len(s.Source(p, p+1)) {
			t.Errorf("glyph %d: %d to %d", p, s.Offset(p), s.End(p+1))
		}
	}
	if want := "≥９0%\xff人\n𠮷"; joined != want {
		t.Errorf("sources %q, want %q", joined, want)
	}
	if !s.Gap(1) || s.Gap(2) || s.Gap(3) || s.Source(2, 4) != "0\u200b%" || s.Folded(2, 4) != "0%" {
		t.Errorf("gaps %v %v %v, %q, %q", s.Gap(1), s.Gap(2), s.Gap(3), s.Source(2, 4), s.Folded(2, 4))
	}
}

// TestPrivateUse: characters of a font's own show nothing that can be told.
func TestPrivateUse(t *testing.T) {
	for text, want := range map[string]bool{
		"\ue000": true, "\uf8ff": true, "\U000f0000": true, "\U0010ffff": true, "\ufffd": true, "中": false, "\uf900": false, "\U000e0100": false, "\U00020000": false, "": false,
	} {
		s := Read(text)
		if got := s.PrivateUse(s.Size()); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
		s.Release()
	}
}

// TestBytes: what is no UTF-8 is one replacement for each byte, wherever it
// stands, as the language reads it.
func TestBytes(t *testing.T) {
	for _, text := range []string{"中", "中\xe4", "中\xe4\xb8", "\xe4@@", "\xe4\xb8@", "\xe4@\xad", "\xe0\x80\x80", "\xed\xa0\x80", "\xef\xbf\xbd", "က\xe1\x80", "퀀\xec", "\xe1\x80\x80\xff", "é", "𠮷\xf0\x9f"} {
		s := Read(text)
		if got, want := s.Folded(0, s.Size()), string([]rune(text)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
		s.Release()
	}
}

// TestBrokenTables shows that loading refuses what would silently misread.
func TestBrokenTables(t *testing.T) {
	for _, c := range []struct{ table, row, want string }{
		{"units.tsv", "次\t次\tcount\t1\tagain", "duplicate surface"},
		{"units.tsv", "％\t%\tratio\t1\twide, folds away", "dead row"},
		{"units.tsv", "斛\t斛\tvolume\tten\tno number", "decimal"},
		{"units.tsv", "斛\t石\tvolume\t1\tno such surface", "canonical spelling"},
		{"units.tsv", "斛\t斛", "want 5 columns"},
		{"units.tsv", "斛\t斛\tvolume\t1\t", "the last filled"},
		{"operators.tsv", "≥\t>=\tprefix\tsign\tagain", "duplicate surface"},
		{"operators.tsv", "勿逾\t<=\tprefix\tloud\tunknown strength", "unknown strength"},
		{"operators.tsv", "勿逾\t<=\tprefix\tloud\tnames its surface", `"勿逾"`},
		{"words.tsv", "人均\tagain", "duplicate surface"},
		{"numerals.tsv", "一\tdigit\t1\tagain", "duplicate surface"},
		{"numerals.tsv", "卌\tdigit\t256\tmore than a byte holds", "malformed row"},
		{"numerals.tsv", "萬\tbig\t4\tfolds to 万", "dead row"},
		{"glyphs.tsv", "≧\t≥\tagain", "duplicate surface"},
		{"glyphs.tsv", "≥\t≥\tto itself", "one rune to another"},
		{"glyphs.tsv", ">>\t≫\ttwo runes", "one rune to another"},
		{"glyphs.tsv", "≫\t>>\tto two runes", "one rune to another"},
		{"names.tsv", "率\t%\tagain", "duplicate surface"},
		{"grades.tsv", "优良\tagain", "duplicate surface"},
		{"aspects.tsv", "Ａ类产出\t产出\tfolds to A", "Ａ类产出"},
		{"currencies.tsv", "马克\t马克\tno such unit", "none of units.tsv"},
		{"currencies.tsv", "欧元\t欧元\tagain", "duplicate surface"},
		{"dates.tsv", "年尾\t1月\t12月\tno dates", "年尾"},
	} {
		_, err := load(func(name string) (string, error) {
			b, err := tables.ReadFile("vocab/" + name)
			text := string(b)
			if name == c.table {
				text += c.row + "\n"
			}
			return text, err
		})
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), c.table) {
			t.Errorf("%s with row %q: error %v, want one about %q", c.table, c.row, err, c.want)
		}
	}
}

// BenchmarkLoad is what the first value of a process pays.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for range b.N {
		if _, err := load(func(name string) (string, error) {
			t, err := tables.ReadFile("vocab/" + name)
			return string(t), err
		}); err != nil {
			b.Fatal(err)
		}
	}
}
