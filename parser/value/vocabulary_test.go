package value

import (
	"strings"
	"testing"

	"jxmb/model"
)

// TestUnits reaches every row of units.tsv through the parser.
func TestUnits(t *testing.T) {
	for _, row := range vocab().units {
		v := Parse("≥17"+row.surface, Hint{})
		if v.Kind != model.Quantity || v.Unit != row.canonical || v.Number != "17" {
			t.Errorf("unit %q reads %s %s %q, want 17 %q", row.surface, v.Kind, v.Number, v.Unit, row.canonical)
		}
	}
	if n := len(vocab().units); n < 200 {
		t.Errorf("%d units, want 200 and more", n)
	}
}

// TestOperators reaches every row of operators.tsv.
func TestOperators(t *testing.T) {
	for _, row := range vocab().operators {
		if row.operator == "between" {
			if v := Parse("10和20"+row.surface, Hint{}); v.Kind != model.Range {
				t.Errorf("10和20%s is %s, want a range", row.surface, v.Kind)
			}
			continue
		}
		if row.strength == than {
			if v := Parse("比3天"+row.surface, Hint{}); v.Operator != row.operator {
				t.Errorf("比3天%s has operator %q, want %q", row.surface, v.Operator, row.operator)
			}
			continue
		}
		before, behind := Parse(row.surface+"3天", Hint{}), Parse("3天"+row.surface, Hint{})
		if before.Operator != row.operator && behind.Operator != row.operator {
			t.Errorf("operator %q reads %q before and %q behind a number, want %q", row.surface, before.Operator, behind.Operator, row.operator)
		}
	}
}

// TestWords finds for every plain word the token that it guards against: a
// word without one would be a dead row.
func TestWords(t *testing.T) {
	v := vocab()
	for _, row := range rows(t, "vocab/words.tsv") {
		word := row["surface"]
		s := newScan(word)
		guards := false
		for p := range s.glyphs {
			m := s.matchAt(p)
			r := s.rune(p)
			guards = guards || m.len[roleUnit] > 0 || m.len[rolePrefix] > 0 || m.len[roleSuffix] > 0 ||
				m.len[roleDate] > 0 || v.numeralAt(r).kind != noNumeral || isDigit(r) || r == '成'
		}
		if !guards {
			t.Errorf("dead row: nothing would misread %q", word)
		}
		if len(s.glyphs) < 2 {
			t.Errorf("%q is one rune: it would hide the token altogether", word)
		}
		s.release()
	}
}

// TestDates and fillers reach their rows.
func TestDates(t *testing.T) {
	for _, row := range rows(t, "vocab/dates.tsv") {
		v := Parse("2022年"+strings.TrimPrefix(row["surface"], "年")+"完成", Hint{})
		w := Parse(row["surface"], Hint{})
		if w.Kind != model.Deadline || w.Deadline.Date != "--"+row["to"] {
			t.Errorf("%q: %s %+v, want --%s", row["surface"], w.Kind, w.Deadline, row["to"])
		}
		if strings.HasPrefix(row["surface"], "年") && (v.Deadline == nil || v.Deadline.Date != "2022-"+row["to"]) {
			t.Errorf("2022%s: %+v, want 2022-%s", row["surface"], v.Deadline, row["to"])
		}
	}
	for _, row := range rows(t, "vocab/fillers.tsv") {
		if v := Parse(row["surface"], Hint{}); v.Kind != model.Empty {
			t.Errorf("filler %q is %s, want empty", row["surface"], v.Kind)
		}
	}
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
		got, ok := ParseNumeral(c.text)
		if string(got) != c.want || ok != (c.want != "") {
			t.Errorf("ParseNumeral(%q) = %q, %v; want %q", c.text, got, ok, c.want)
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
