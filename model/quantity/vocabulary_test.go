package quantity

import (
	"strings"
	"testing"

	"jxmb/model"
)

// TestWords finds for every plain word the token that it guards against: a
// word without one would be a dead row.
func TestWords(t *testing.T) {
	v := vocab()
	text, _ := tables.ReadFile("vocab/words.tsv")
	words, err := cells(string(text), 2)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range words {
		word := row[0]
		s := Read(word)
		guards := false
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
		{"", ""}, {"三分之一", ""}, {"十一十二", ""}, {"三五", "35"}, {"1.2.3", ""}, {"10.1万零100", ""}, {"3万5", ""},
		{"十余", ""}, {"元", ""}, {"点五", ""}, {"零点", ""}, {"一万亿亿亿亿", ""},
	} {
		got, ok := wholeNumeral(c.text)
		if string(got) != c.want || ok != (c.want != "") {
			t.Errorf("the numeral %q = %q, %v; want %q", c.text, got, ok, c.want)
		}
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
		{"units.tsv", "斛\t斛\tvolume\t1\t", "source"},
		{"operators.tsv", "≥\t>=\tprefix\tsign\tagain", "duplicate surface"},
		{"operators.tsv", "勿逾\t<=\tprefix\tloud\tunknown strength", "unknown strength"},
		{"words.tsv", "人均\tagain", "duplicate surface"},
		{"numerals.tsv", "一\tdigit\t1\tagain", "duplicate surface"},
		{"numerals.tsv", "萬\tbig\t4\tfolds to 万", "dead row"},
		{"glyphs.tsv", "≧\t≥\tagain", "doubled"},
		{"names.tsv", "率\t%\tagain", "duplicate surface"},
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
