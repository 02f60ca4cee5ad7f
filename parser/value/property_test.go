package value

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"jxmb/model"
	"jxmb/model/quantity"

	"pgregory.net/rapid"
)

// sameMeaning compares what the canonical spelling must carry.
func sameMeaning(t interface{ Fatalf(string, ...any) }, v, w model.Value) {
	if v.Kind != w.Kind || v.Operator != w.Operator || v.Number != w.Number || v.Upper != w.Upper || v.Unit != w.Unit {
		t.Fatalf("%q reads %s %s %s..%s %q; its spelling %q reads %s %s %s..%s %q",
			v.Text, v.Kind, v.Operator, v.Number, v.Upper, v.Unit, v.String(), w.Kind, w.Operator, w.Number, w.Upper, w.Unit)
	}
	if (v.Deadline == nil) != (w.Deadline == nil) || v.Deadline != nil && (v.Deadline.From != w.Deadline.From || v.Deadline.Date != w.Deadline.Date) {
		t.Fatalf("%q: deadline %+v, its spelling %q gives %+v", v.Text, v.Deadline, v.String(), w.Deadline)
	}
}

// unitRows are the rows of units.tsv, read once.
var unitRows = sync.OnceValue(func() []map[string]string { return rows(new(testing.T), vocabDir+"units.tsv") })

// canonicalUnits are the units of the table with scales and denominators.
func canonicalUnits() []string {
	var units []string
	for _, row := range unitRows() {
		units = append(units, row["canonical"])
	}
	return append(units, "", "万元", "亿元", "万人次", "元/人", "万元/公里", "元/人·月", "千元", "百万元", "万", "万/月", "次/半年", "个/50万元")
}

func number(t *rapid.T, label string) model.Decimal {
	s := rapid.StringMatching(`-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?`).Draw(t, label)
	d, err := model.ParseDecimal(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// mayBeThousands tells numbers that end as some write thousands: 1.234.
func mayBeThousands(d model.Decimal) bool {
	_, fraction, _ := strings.Cut(string(d), ".")
	return len(fraction) == 3
}

// looksOtherwise are numbers that alone may be a month or a telephone: 2047.6, 13800000000.
var looksOtherwise = regexp.MustCompile(`^((19|20)[0-9]{2}\.(0?[1-9]|1[0-2])|1[0-9]{10})$`)

// leftToAPerson tells what is a number and so spelled that it may as well be something else.
func leftToAPerson(v *model.Value) bool {
	if mayBeThousands(v.Number) || mayBeThousands(v.Upper) {
		return true
	}
	return v.Unit == "" && (looksOtherwise.MatchString(string(v.Number)) || looksOtherwise.MatchString(string(v.Upper)))
}

// TestCanonical generates values and reads their canonical spelling back.
func TestCanonical(t *testing.T) { rapid.Check(t, canonical(canonicalUnits())) }

// FuzzCanonical is TestCanonical with the fuzzer choosing.
func FuzzCanonical(f *testing.F) { f.Fuzz(rapid.MakeFuzz(canonical(canonicalUnits()))) }

// canonical draws a value, spells it and reads it.
func canonical(units []string) func(*rapid.T) {
	return func(t *rapid.T) {
		v := model.Value{Kind: model.Quantity, Number: number(t, "number"), Unit: rapid.SampledFrom(units).Draw(t, "unit")}
		switch rapid.IntRange(0, 3).Draw(t, "kind") {
		case 0:
			v.Kind, v.Upper = model.Range, v.Number.Add(number(t, "width").Mul("1"))
			if v.Upper.Cmp(v.Number) < 0 {
				v.Number, v.Upper = v.Upper, v.Number
			}
		case 1:
			year := rapid.IntRange(1900, 2099).Draw(t, "year") * rapid.IntRange(0, 1).Draw(t, "named")
			month := rapid.IntRange(1, 12).Draw(t, "month")
			day := rapid.IntRange(1, quantity.LastDay(year, month)).Draw(t, "day")
			v = model.Value{Kind: model.Deadline, Operator: model.LessEqual, Deadline: &model.DeadlineDate{Date: isoDate(year, month, day)}}
			if rapid.Bool().Draw(t, "period") {
				v.Deadline.From = isoDate(year, 1, 1)
			}
		default:
			v.Operator = rapid.SampledFrom([]model.Operator{
				model.GreaterEqual, model.Greater, model.LessEqual, model.Less, model.Equal, model.About,
			}).Draw(t, "operator")
		}
		if leftToAPerson(&v) {
			t.Skip("what is so written is left to a person")
		}
		w := Parse(v.String(), Hint{})
		sameMeaning(t, v, w)
		keepsRapid(t, w)
	}
}

func keepsRapid(t *rapid.T, v model.Value) {
	for _, r := range []*model.Reading{v.Readings.Figure, v.Readings.Statement} {
		if r != nil && v.Text[r.Start:r.End] != r.Text {
			t.Fatalf("%q: reading %q is not at [%d,%d)", v.Text, r.Text, r.Start, r.End)
		}
	}
}

// TestFused generates fused cells: both readings must be found and compared.
func TestFused(t *testing.T) {
	operators := map[string]string{"≥": "大于等于", "≤": "小于等于", ">": "大于", "<": "小于"}
	rapid.Check(t, func(t *rapid.T) {
		sign := rapid.SampledFrom([]string{"≥", "≤", ">", "<"}).Draw(t, "sign")
		words := rapid.SampledFrom([]string{"稿件自采自编率", "宣传、活动开展次数", "系统故障率", "成本", "人均补助", ""}).Draw(t, "words")
		figure := rapid.IntRange(0, 9999).Draw(t, "figure")
		stated := figure + rapid.IntRange(0, 1).Draw(t, "slip")
		text := sign + decimal(figure) + words + operators[sign] + decimal(stated) + "次"
		v := Parse(text, Hint{})
		want := model.Agree
		if figure != stated {
			want = model.Conflict
		}
		if v.Agreement != want || string(v.Number) != decimal(stated) || v.Unit != "次" || string(v.Readings.Figure.Number) != decimal(figure) {
			t.Fatalf("%q: %s %s %q, want %s", text, v.Agreement, v.Number, v.Unit, want)
		}
	})
}

func decimal(n int) string { return string(model.Decimal("0").Add(model.Decimal(itoa(n)))) }

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

// TestCanonicalCells spells what the cells of the tables say and reads it back.
func TestCanonicalCells(t *testing.T) {
	for _, table := range []string{"testdata/reference.tsv", "testdata/cases.tsv"} {
		for _, row := range rows(t, table) {
			// What a cell calls its unit need not be one elsewhere: 1±1A is 0 to 2
			// of some A, and 2A a grade.
			if v := Parse(row["text"], Hint{}); known(v.Unit) {
				sameMeaning(t, v, Parse(v.String(), Hint{}))
			}
		}
	}
}

// FuzzParse reads arbitrary text: it is kept, every reading stands where it
// says, and nothing panics.
func FuzzParse(f *testing.F) {
	for _, table := range []string{"testdata/reference.tsv", "testdata/cases.tsv"} {
		for _, row := range rows(f, table) {
			f.Add(row["text"], row["name"])
		}
	}
	f.Fuzz(func(t *testing.T, text, name string) {
		v := Parse(text, Hint{Name: name})
		if v.Text != text {
			t.Fatalf("text %q became %q", text, v.Text)
		}
		keeps(t, v)
	})
}

// known reports units whose parts are rows of the vocabulary, bare or behind a
// scale or a number.
func known(unit string) bool {
	for part := range strings.FieldsFuncSeq(unit, func(r rune) bool { return r == '/' || r == '·' }) {
		atom := strings.TrimLeft(part, "0123456789十百千万亿")
		if atom != "" && !slices.Contains(canonicalUnits(), atom) {
			return false
		}
	}
	return true
}

// TestDev reads the cells of other provinces in $JXMB_VALUES. A blank unit
// there means that the cell names none; ours then comes from the name.
func TestDev(t *testing.T) {
	path := os.Getenv("JXMB_VALUES")
	if path == "" {
		t.Skip("JXMB_VALUES is not set")
	}
	for _, row := range rows(t, path) {
		v := Parse(row["value"], Hint{Name: row["name"]})
		number := string(v.Number)
		if v.Kind == model.Range {
			number += ".." + string(v.Upper)
		}
		operator := string(v.Operator)
		if v.Kind == model.Deadline {
			operator = ""
		}
		unit := v.Unit
		if v.UnitSource == model.UnitFromName {
			unit = ""
		}
		if string(v.Kind) != row["kind"] || operator != row["operator"] || number != row["number"] || unit != row["unit"] {
			t.Errorf("%s %q: %s %s %s %q, want %s %s %s %q", row["name"], row["value"], v.Kind, operator, number, unit, row["kind"], row["operator"], row["number"], row["unit"])
		}
		if strings.Contains(row["value"], v.Text) && v.Text != row["value"] {
			t.Errorf("%q: text is %q", row["value"], v.Text)
		}
	}
}

// isoDate spells a day as ISO 8601 does, and RFC 6350 (4.3.1) one without a year.
func isoDate(year, month, day int) string {
	if year == 0 {
		return fmt.Sprintf("--%02d-%02d", month, day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}
