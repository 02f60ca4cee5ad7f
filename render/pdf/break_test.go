package pdf

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"jxmb/fixtures/sample"
	"jxmb/model"
	"jxmb/render/view"
)

// broken sets text at 10 points in a column of so many Chinese characters.
func broken(t testing.TB, text string, characters float64) []string {
	t.Helper()
	d, err := newDoc(view.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, l := range d.lines(regular, 10, 10*characters, text) {
		lines = append(lines, l.text)
	}
	return lines
}

func TestBreaks(t *testing.T) {
	for _, test := range []struct {
		text  string
		width float64 // Chinese characters
		want  string
	}{
		{"一二三四五六", 3, "一二三|四五六"},
		{"一二三，四五", 3, "一二|三，四|五"},            // no ，at a line's start
		{"一二（三四）五", 3, "一二|（三|四）五"},          // no （ at a line's end
		{"一二三四】五", 4, "一二三|四】五"},             // no 】 at a line's start
		{"一二三四。", 4, "一二三|四。"},               // no 。 at a line's start
		{"推进“三大建设”，学习", 4, "推进“三|大建|设”，学|习"}, // quotes as brackets
		{"本年运维费27万元", 6, "本年运维费|27万元"},       // number and unit
		{"一二三四404万元整", 6.5, "一二三四|404万元整"},
		{"每人每年2400元/人·月", 5, "每人每年|2400元/人·|月"}, // wider than the column: anywhere
		{"标准为2400元/人·月。", 8, "标准为|2400元/人·月。"},
		{"小于等于两万元", 5, "小于等于|两万元"},
		{"覆盖率≥90%以上", 4.5, "覆盖率|≥90%以|上"},
		{"在2020年12月底前", 4, "在|2020年|12月底|前"},
		{"经济效益指标", 5, "经济效益|指标"}, // a word of the form
		{"don’t stop", 3.6, "don’t|stop"},
		{"一二\n三四", 9, "一二|三四"},
		{"一二\r\n三四\u2028五\n", 9, "一二|三四|五"},
		{"", 4, ""},
		{"　　缩进", 9, "　　缩进"},
		{"一二三　四", 3, "一二三|四"},
		{"稿件自采自编率（%）", 8, "稿件自采自编率|（%）"},
		{"甲\u200b乙\ufeff丙", 3, "甲乙丙"},
		{"http://www.example.org/a/very/long/path", 6, ""},
	} {
		got := broken(t, test.text, test.width)
		if test.want == "" && test.text != "" { // only that it fits
			continue
		}
		if s := strings.Join(got, "|"); s != test.want {
			t.Errorf("%q at %v: %s, want %s", test.text, test.width, s, test.want)
		}
	}
}

// TestKinsoku sets every text of the reference document in columns of many
// widths and looks at the ends of the lines.
func TestKinsoku(t *testing.T) {
	const noStart, noEnd = "，。、；：！？）】》」』”％%", "（【《「『“≥≤"
	var texts []string
	doc := sample.Reference()
	for _, p := range doc.Projects {
		texts = append(append(texts, p.Purpose), p.Goals...)
		for _, i := range p.Indicators {
			texts = append(texts, i.Level3, i.Description, i.Target.Text)
		}
	}
	for _, m := range doc.Outline.Measures {
		texts = append(texts, m.Text)
	}
	for _, text := range texts {
		for width := 8.0; width < 40; width += 5.3 {
			lines := broken(t, text, width)
			for i, line := range lines {
				first, _ := utf8.DecodeRuneInString(line)
				last, _ := utf8.DecodeLastRuneInString(line)
				if i > 0 && strings.ContainsRune(noStart, first) || i < len(lines)-1 && strings.ContainsRune(noEnd, last) {
					t.Errorf("%q at %v breaks into %q", text, width, lines)
					break
				}
			}
		}
	}
}

// FuzzLines holds that breaking loses nothing but blanks at line ends, that
// lines fit, and that all of it can be drawn.
func FuzzLines(f *testing.F) {
	f.Add("≥90稿件自采自编率大于等于百分之九十", uint8(7))
	f.Add("𬘓😀👩‍👩‍👧\x00（“一’二”）…——100元/人·月\u3000 \t\xff", uint8(1))
	f.Fuzz(func(t *testing.T, text string, width uint8) {
		d, err := newDoc(view.Options{})
		if err != nil {
			t.Fatal(err)
		}
		room := 10 + float64(width)
		lines := d.lines(regular, 10, room, text)
		var joined strings.Builder
		for _, l := range lines {
			joined.WriteString(l.text)
			if l.width > room+0.1 && uniseg.GraphemeClusterCount(strings.Trim(l.text, blanks)) > 1 {
				t.Errorf("%q is %.1f wide, the column %.1f", l.text, l.width, room)
			}
			for _, r := range l.text {
				if d.fonts.face(regular, r) == nil {
					t.Errorf("%U cannot be drawn", r)
				}
			}
		}
		want := strings.Map(dropBlanks, d.fonts.visible(regular, text))
		if got := strings.Map(dropBlanks, joined.String()); got != want {
			t.Errorf("%q became %q", want, got)
		}
	})
}

func dropBlanks(r rune) rune {
	if strings.ContainsRune(blanks+"\n", r) {
		return -1
	}
	return r
}

func TestUnitLength(t *testing.T) {
	for text, want := range map[string]string{
		"万元每人": "万元每人", "元/人·月。": "元/人·月", "个工作日内": "个工作日", "次以上": "次", "百分之": "", "天津": "天", "平方公里内": "平方公里", "月底前": "月底", "": "", "好": "",
	} {
		if got := text[:unitLength(text)]; got != want {
			t.Errorf("%q begins with unit %q, want %q", text, got, want)
		}
	}
}

func TestVisible(t *testing.T) {
	d, err := newDoc(view.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		"甲乙":         "甲乙",
		"a\tb\u00a0": "a b\u00a0",
		"\x07\xff":   "〔U+0007〕〔U+FFFD〕",
		"👨‍👩":        "〔U+1F468〕〔U+1F469〕",
		"\ue123":     "〔U+E123〕", // private use: nobody can tell what it means
		"½℃㎡":        "½℃㎡",
	} {
		if got := d.fonts.visible(regular, in); got != want {
			t.Errorf("visible(%q) = %q, want %q", in, got, want)
		}
	}
	want := []rune{0xE123, 0xFFFD, 0x1F468, 0x1F469}
	var lost []rune
	for r := range d.fonts.lost {
		lost = append(lost, r)
	}
	if slices.Sort(lost); !slices.Equal(lost, want) {
		t.Errorf("lost %U, want %U", lost, want)
	}
}

// TestBracketKept holds that a word wider than its column leaves no closing
// bracket on a line of its own.
func TestBracketKept(t *testing.T) {
	d, err := newDoc(view.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for width := 20.0; width < 50; width++ {
		lines := d.lines(bold, 9, width, "产出指标（50分）")
		if last := lines[len(lines)-1].text; last == "）" {
			t.Errorf("a column of %g leaves %q alone", width, last)
		}
	}
}

func BenchmarkLines(b *testing.B) {
	doc := sample.Reference()
	var all strings.Builder
	for _, p := range doc.Projects {
		all.WriteString(p.Purpose + "\n")
	}
	text := all.String()
	d, err := newDoc(view.Options{Lang: model.Chinese})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		clear(d.broken)
		d.lines(regular, 9, 400, text)
	}
}

// FuzzWrite prints any text in every kind of place without failing. Run it with
// -fuzzminimizetime 1x: a whole file is too slow to minimise.
func FuzzWrite(f *testing.F) {
	f.Add("≥90稿件自采自编率大于等于百分之九十", 2022)
	f.Add("𬘓😀(\\)\r\n\x00\uFFFE\U0010FFFF", -5)
	f.Fuzz(func(t *testing.T, text string, year int) {
		doc := &model.Document{
			FiscalYear: year, Unit: model.Unit{Code: text, Name: text}, Source: model.Source{Name: text},
			Projects: []model.Project{{Title: text, Name: text, Code: text, Purpose: text, Goals: []string{text, text},
				Budget: model.Budget{Lines: []model.BudgetLine{{Label: text, Column: text}, {Label: text, Column: "乙"}}}, Extra: []model.Extra{{Label: text + "/甲", Text: text}, {Label: text + "/乙", Text: text}},
				SpendingPlan: []model.PlanStep{{Text: text, Label: text}}, Indicators: []model.Indicator{{Level1: text, Target: model.Value{Text: text}}}}},
			Outline:  &model.Outline{Overall: text, Items: []model.OutlineItem{{Title: text, Goal: text}}, Measures: []model.Measure{{Title: text, Text: text}}},
			Findings: []model.Finding{{Code: text, Message: text, Hint: text, Subject: text}},
		}
		var file bytes.Buffer
		if err := Format.Write(t.Context(), &file, doc, view.Options{}); err != nil {
			t.Fatal(err)
		}
		if _, _, err := objects(file.Bytes()); err != nil {
			t.Error(err)
		}
	})
}
