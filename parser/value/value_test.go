package value

import (
	"runtime"
	"strings"
	"testing"
	"unicode"

	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/value/lex"
)

// flat spells the fields of a value that a row of cases names.
func flat(v model.Value) map[string]string {
	row := map[string]string{
		"kind": string(v.Kind), "operator": string(v.Operator), "number": string(v.Number), "upper": string(v.Upper),
		"unit": v.Unit, "unit_source": string(v.UnitSource), "agreement": string(v.Agreement), "label": v.Label,
		"rest": strings.Join(v.Rest, "|"), "base": "", "date": "",
	}
	if v.Base != nil {
		row["base"] = string(v.Base.Number) + " " + v.Base.Unit
		if v.Base.Upper != "" {
			row["base"] = string(v.Base.Number) + "~" + string(v.Base.Upper) + " " + v.Base.Unit
		}
	}
	if v.Deadline != nil {
		row["date"] = v.Deadline.Date
		if v.Deadline.From != "" {
			row["date"] = v.Deadline.From + "/" + v.Deadline.Date
		}
	}
	var parts []string
	for _, p := range v.Parts {
		parts = append(parts, p.Label+"="+p.String())
	}
	row["parts"] = strings.Join(parts, "|")
	return row
}

// TestCases holds the rows of both tables against the parser, and each text
// against what every reading must keep.
func TestCases(t *testing.T) {
	for _, table := range []string{"testdata/reference.tsv", "testdata/cases.tsv"} {
		for _, want := range rows(t, table) {
			text := want["text"]
			v := Parse(text, Hint{Name: want["name"]})
			got := flat(v)
			for column, cell := range want {
				if column != "text" && column != "name" && got[column] != cell {
					t.Errorf("%s: Parse(%q, name %q): %s is %q, want %q", table, text, want["name"], column, got[column], cell)
				}
			}
			keeps(t, v)
		}
	}
}

// keeps checks what holds for every value: the text is verbatim, readings lie
// where they say, and every visible rune is claimed or left over by name.
func keeps(t testing.TB, v model.Value) {
	t.Helper()
	claimed := make([]bool, len(v.Text))
	claim := func(from, end int) {
		for i := from; i < end; i++ {
			claimed[i] = true
		}
	}
	for _, r := range []*model.Reading{v.Readings.Figure, v.Readings.Statement} {
		if r == nil {
			continue
		}
		if r.Start < 0 || r.End > len(v.Text) || r.Start > r.End || v.Text[r.Start:r.End] != r.Text {
			t.Fatalf("%q: reading %q is not at [%d,%d)", v.Text, r.Text, r.Start, r.End)
		}
		claim(r.Start, r.End)
	}
	at := 0
	for _, part := range v.Parts {
		i := strings.Index(v.Text[at:], part.Text)
		if i < 0 {
			t.Fatalf("%q: part %q is not in it, or out of order", v.Text, part.Text)
		}
		claim(at+i, at+i+len(part.Text))
		at += i + len(part.Text)
		keeps(t, part)
	}
	if v.Kind != model.Quantity && v.Kind != model.Range && v.Kind != model.Deadline {
		return // the text itself is the value, or its parts and the marks between are
	}
	for _, s := range append([]string{v.Label}, v.Rest...) {
		i := strings.LastIndex(v.Text, s)
		if i < 0 {
			t.Fatalf("%q: left over %q is not in it", v.Text, s)
		}
		for i := 0; i+len(s) <= len(v.Text); i++ {
			if v.Text[i:i+len(s)] == s {
				claim(i, i+len(s))
			}
		}
	}
	if v.Deadline != nil {
		return // its verb is claimed without a reading
	}
	for i, r := range v.Text {
		if !claimed[i] && visible(r) && !isVerb(v.Text[i:]) && !inVerb(v.Text, i) {
			t.Fatalf("%q: %q at byte %d is neither claimed nor left over", v.Text, r, i)
		}
	}
}

// visible reports runes that folding keeps.
func visible(r rune) bool {
	if unicode.IsSpace(r) {
		return false // between texts and behind them it is no text
	}
	c := quantity.Read(string(r))
	defer c.Release()
	return c.Size() > 0
}

// isVerb and inVerb excuse what is done to a quantity, which is claimed
// without being part of a reading: 100%达标.
func isVerb(s string) bool {
	c := quantity.Read(s)
	defer c.Release()
	return c.Surface(0, quantity.RoleVerb) > 0
}

func inVerb(text string, at int) bool {
	for i := range text[:at] {
		c := quantity.Read(text[i:])
		n := c.Surface(0, quantity.RoleVerb)
		inside := n > 0 && i+len(c.Source(0, n)) > at
		c.Release()
		if inside {
			return true
		}
	}
	return false
}

// TestReference counts what the reference document is known to hold.
func TestReference(t *testing.T) {
	all := rows(t, "testdata/reference.tsv")
	var conflicts, labels []string
	for _, row := range all {
		v := Parse(row["text"], Hint{Name: row["name"]})
		if v.Agreement == model.Conflict {
			conflicts = append(conflicts, row["name"])
		}
		if v.Label != "" {
			labels = append(labels, row["name"])
		}
	}
	if len(all) != 118 {
		t.Errorf("%d cells, want 118", len(all))
	}
	if len(conflicts) != 1 || conflicts[0] != "人均补助标准" {
		t.Errorf("conflicts %q, want 人均补助标准 alone", conflicts)
	}
	if len(labels) != 1 || labels[0] != "突发事件处置率（%)" {
		t.Errorf("stray labels %q, want 突发事件处置率（%%) alone", labels)
	}
}

// TestWidth reads every case again in full-width spelling.
func TestWidth(t *testing.T) {
	widen := func(r rune) rune {
		if r > ' ' && r <= '~' && r != '"' && r != '\'' {
			return r + 0xFEE0
		}
		return r
	}
	for _, row := range rows(t, "testdata/cases.tsv") {
		if strings.ContainsAny(row["text"], ",，") {
			continue // a wide comma among narrow digits separates numbers
		}
		narrow := Parse(row["text"], Hint{Name: row["name"]})
		wide := Parse(strings.Map(widen, row["text"]), Hint{Name: row["name"]})
		a, b := flat(narrow), flat(wide)
		for _, column := range []string{"kind", "operator", "number", "upper", "unit", "unit_source", "base", "date", "agreement"} {
			if a[column] != b[column] {
				t.Errorf("%q: %s is %q, in full width %q", row["text"], column, a[column], b[column])
			}
		}
	}
}

// TestNoise puts blanks and direction marks between all runes that no number
// holds together.
func TestNoise(t *testing.T) {
	for _, row := range rows(t, "testdata/reference.tsv") {
		var noisy strings.Builder
		for _, r := range row["text"] {
			noisy.WriteRune(r)
			if !unicode.IsDigit(r) {
				noisy.WriteString("\u200f \t")
			}
		}
		a, b := flat(Parse(row["text"], Hint{})), flat(Parse(noisy.String(), Hint{}))
		for _, column := range []string{"kind", "operator", "number", "unit", "date", "agreement"} {
			if a[column] != b[column] {
				t.Errorf("%q: %s is %q, with noise %q", row["text"], column, a[column], b[column])
			}
		}
	}
}

// TestHostile gives what is no value; none may become a number.
func TestHostile(t *testing.T) {
	for _, c := range []struct {
		name, text string
		kind       model.Kind
	}{
		{"nothing", "", model.Empty},
		{"blanks", " \t\u00a0\u3000\ufeff", model.Empty},
		{"controls", "\x00\x01\x7f", model.Empty},
		{"direction marks", "\u202e\u200f", model.Empty},
		{"sign", "≥", model.Empty},
		{"sign and unit", "≥ %", model.Empty},
		{"two signs", "≥≤", model.Empty},
		{"two signs and a number", "≥≤90", model.Qualitative},
		{"stars", "**", model.Empty},
		{"crosses", "XX%", model.Empty},
		{"not UTF-8", "\xff\xfe", model.Qualitative},
		{"surrogate halves", "\xed\xa0\x80", model.Qualitative},
		{"a million digits", strings.Repeat("9", 1_000_000), model.Qualitative},
		{"a million Chinese digits", strings.Repeat("九", 1_000_000), model.Qualitative},
		{"a million 万", "一" + strings.Repeat("万", 1_000_000), model.Qualitative},
		{"a million 百分之", strings.Repeat("百分之", 1_000_000), model.Qualitative},
		{"a long fraction", "一分之" + strings.Repeat("9", 100_000), model.Qualitative},
		{"mixed scripts", "٣٤ нет γ 🎯", model.Qualitative},
		{"endless decimal", "三分之一", model.Qualitative},
		{"quotation mark and garbage", "≥\"\xb4x0", model.Qualitative},
		{"version", "1.2.3", model.Qualitative},
	} {
		if v := Parse(c.text, Hint{Name: "完成率（%）"}); v.Kind != c.kind || v.Number != "" || v.Text != c.text {
			t.Errorf("%s: kind %s number %.20q, want %s and no number", c.name, v.Kind, v.Number, c.kind)
		}
	}
}

// TestHints covers the columns around a value.
func TestHints(t *testing.T) {
	for _, c := range []struct {
		text string
		hint Hint
		want string
		from model.UnitSource
	}{
		{"90", Hint{Unit: "%", Operator: "≥"}, "≥90%", model.UnitFromColumn},
		{"90", Hint{Unit: "百分比", Operator: "大于等于"}, "≥90%", model.UnitFromColumn},
		{"3", Hint{Unit: "元/人", Operator: "≦"}, "≤3元/人", model.UnitFromColumn},
		{"90%", Hint{Unit: "次"}, "90%", model.UnitFromValue},
		{"≤90", Hint{Unit: "次", Operator: "≥"}, "≤90次", model.UnitFromColumn},
		{"3", Hint{Unit: "无"}, "3", model.UnitFromNone},
		{"3", Hint{Name: "培训场次（场）", Unit: "次"}, "3场", model.UnitFromName},
		{"5", Hint{Name: "合格情况", Description: "合格率（%）"}, "5%", model.UnitFromName},
		{"250万", Hint{Unit: "元"}, "250万元", model.UnitFromColumn},
		{"1", Hint{Name: "完成率", Unit: "%"}, "1%", model.UnitFromColumn},
		{"1", Hint{Name: "完成率"}, "1", model.UnitFromNone},
	} {
		if v := Parse(c.text, c.hint); v.String() != c.want || v.UnitSource != c.from {
			t.Errorf("Parse(%q, %+v) = %s from %s, want %s from %s", c.text, c.hint, v, v.UnitSource, c.want, c.from)
		}
	}
}

// TestCrowded reads a text with more tokens than any cell has: words, and no
// more memory than a multiple of the text.
func TestCrowded(t *testing.T) {
	text := strings.Repeat("1 ", lex.MaxTokens*20)
	if v := Parse(text, Hint{}); v.Kind != model.Qualitative || v.Text != text {
		t.Errorf("kind %s", v.Kind)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	Parse(text, Hint{})
	runtime.ReadMemStats(&after)
	if per := (after.TotalAlloc - before.TotalAlloc) / uint64(len(text)); per > 200 {
		t.Errorf("%d bytes for each byte of text", per)
	}
}
