package check

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"jxmb/model"
	"jxmb/model/library"
	"jxmb/model/profile"
)

func codes(fs []model.Finding) []string {
	out := []string{}
	for _, f := range fs {
		out = append(out, f.Code)
	}
	return out
}

// configOf lets the rule run: those of importers with the built-in profile, beside
// no others, which object to the same cells.
func configOf(r Rule, lang model.Lang) Config {
	c := Config{Lang: lang}
	if r.Code == "C008" { // off until it is told a number
		c.Settings = map[string]SettingValue{"C008.least": {Number: "5"}}
	}
	if r.Importer {
		c.Profile, _ = profile.Builtin(profile.Default)
		c.Disabled = map[string]bool{}
		for _, other := range Rules {
			c.Disabled[other.Code] = !other.Importer
		}
	}
	if r.Library {
		table := "三级指标\n"
		for _, i := range Sample().Projects[0].Indicators {
			table += i.Level3 + "\n"
		}
		c.Library, _ = library.Read("样例", []byte(table))
	}
	return c
}

// TestImporterIsAskedFor: its rules are silent until a profile is named.
func TestImporterIsAskedFor(t *testing.T) {
	for _, r := range importRules {
		for _, f := range Run(r.Positive.Document(), Config{}) {
			if f.Code[0] == 'E' {
				t.Errorf("%s speaks without a profile", f.Code)
			}
		}
		if c := (Config{}); !c.Off(r.Code) || configOf(r, "").Off(r.Code) {
			t.Errorf("%s: off where it is on", r.Code)
		}
	}
}

func TestSampleIsSound(t *testing.T) {
	if fs := Run(Sample(), Config{}); len(fs) != 0 {
		t.Errorf("the sample has findings: %+v", fs)
	}
}

// TestExamples runs the two examples of every rule: one edit, one finding.
func TestExamples(t *testing.T) {
	for _, r := range Rules {
		if r.check == nil {
			if r.Positive.Edit != nil || r.Negative.Edit != nil {
				t.Errorf("%s looks at several documents and cannot have examples of one", r.Code)
			}
			continue
		}
		t.Run(r.Code, func(t *testing.T) {
			if r.Positive.Edit == nil || r.Negative.Edit == nil || r.Positive.Text == "" || r.Negative.Text == "" {
				t.Fatal("an example is missing")
			}
			if got := codes(Run(r.Positive.Document(), configOf(r, model.Chinese))); !slices.Equal(got, []string{r.Code}) {
				t.Errorf("%s gives %v", r.Positive.Text, got)
			}
			if got := Run(r.Negative.Document(), configOf(r, model.Chinese)); len(got) != 0 {
				t.Errorf("%s gives %+v", r.Negative.Text, got)
			}
		})
	}
}

func TestCatalogue(t *testing.T) {
	shape := regexp.MustCompile(`^[VBCISPLMER]\d{3}$`)
	if !slices.IsSortedFunc(slices.DeleteFunc(slices.Clone(Rules), func(r Rule) bool { return r.Code[0] != 'V' }),
		func(a, b Rule) int { return strings.Compare(a.Code, b.Code) }) {
		t.Error("rules of a family are not in the order of their codes")
	}
	seen := map[string]bool{}
	for _, r := range Rules {
		if !shape.MatchString(r.Code) || seen[r.Code] {
			t.Errorf("code %q is malformed or stands twice", r.Code)
		}
		seen[r.Code] = true
		if r.Severity.Rank() == 0 {
			t.Errorf("%s has no severity", r.Code)
		}
		for what, text := range map[string]model.Text{"title": r.Title, "explanation": r.Explanation, "source": r.Source} {
			if text.ZH == "" || text.EN == "" {
				t.Errorf("%s: the %s lacks a language", r.Code, what)
			}
		}
	}
}

// TestMessagesAreWhole: both languages use their arguments, and every finding
// says what to do and where.
func TestMessagesAreWhole(t *testing.T) {
	for _, r := range Rules {
		for _, lang := range []model.Lang{model.Chinese, model.English} {
			for _, f := range Run(r.Positive.Document(), configOf(r, lang)) {
				if strings.Contains(f.Message+f.Hint, "%!") || strings.Contains(f.Message+f.Hint, "%%") || f.Message == "" || f.Hint == "" || f.Subject == "" {
					t.Errorf("%s %s: %+v", r.Code, lang, f)
				}
				if f.Origin.Part == "" || f.Origin.Table == 0 {
					t.Errorf("%s: no place: %+v", r.Code, f.Origin)
				}
			}
		}
	}
}

func TestRunKeepsReadingFindings(t *testing.T) {
	d := Sample()
	d.Findings = []model.Finding{
		{Code: "D004", Severity: model.Info, Message: "tracked", Origin: model.Origin{Start: 5}},
		{Code: "V001", Severity: model.Error, Message: "of an earlier run"},
	}
	got := Run(d, Config{})
	if !slices.Equal(codes(got), []string{"D004"}) {
		t.Fatalf("got %v: reading findings stay, findings of rules are made anew", codes(got))
	}
	cfg := Config{Disabled: map[string]bool{"D004": true}}
	if got := Run(d, cfg); len(got) != 0 {
		t.Errorf("disabled: %v", got)
	}
	cfg = Config{Severity: map[string]model.Severity{"D004": model.Error}}
	if got := Run(d, cfg); got[0].Severity != model.Error {
		t.Errorf("severity stays %s", got[0].Severity)
	}
	if d.Findings[0].Severity != model.Info {
		t.Error("Run changed the document")
	}
}

func TestConfigDisablesAndRelevels(t *testing.T) {
	r, _ := Lookup("B002")
	d := r.Positive.Document()
	if got := Run(d, Config{Disabled: map[string]bool{"B002": true}}); len(got) != 0 {
		t.Errorf("disabled rule still speaks: %v", got)
	}
	got := Run(d, Config{Severity: map[string]model.Severity{"B002": model.Error}})
	if len(got) != 1 || got[0].Severity != model.Error {
		t.Errorf("got %+v", got)
	}
}

func TestConfigValidate(t *testing.T) {
	for _, c := range []struct {
		cfg  Config
		want string // part of the error; "" for none
	}{
		{Config{}, ""},
		{Config{Disabled: map[string]bool{"V003": true, "D001": true}}, ""},
		{Config{Disabled: map[string]bool{"V999": true}}, "V999"},
		{Config{Disabled: map[string]bool{"v003": true}}, "V003"},
		{Config{Severity: map[string]model.Severity{"V003": "fatal"}}, "fatal"},
		{Config{Severity: map[string]model.Severity{"X001": "error"}}, "X001"},
		{Config{Lang: model.English, Severity: map[string]model.Severity{"V003": "fatal"}}, "none of error"},
	} {
		err := c.cfg.Validate("D001")
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v", c.cfg, err)
		}
	}
}

func BenchmarkRun(b *testing.B) {
	d := Sample()
	for range 12 {
		d.Projects = append(d.Projects, sampleProject())
	}
	b.ReportAllocs()
	for b.Loop() {
		Run(d, Config{Disabled: map[string]bool{"I005": true}})
	}
}

// TestLongCellOnce: a cell that is too long for several columns is told once, by the
// narrowest of them.
func TestLongCellOnce(t *testing.T) {
	const file = "heading\tfield\twidth\tcodes\n宽\tlevel3\t8\t-\n窄\tlevel3\t4\t-\n说明\tdescription\t4\t-\n更宽\tlevel3\t9\t-\n"
	p, err := profile.Read("own", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	d := &model.Document{Projects: []model.Project{{Indicators: []model.Indicator{{Level3: "巡河检查次数", Description: "全年巡河"}}}}}
	var got []string
	for _, f := range Run(d, Config{Profile: p}) {
		if f.Code == "E006" {
			got = append(got, f.Message)
		}
	}
	if want := "窄长 12，超过 4（汉字计 2），不能导入|说明长 8，超过 4（汉字计 2），不能导入"; strings.Join(got, "|") != want {
		t.Errorf("%q", got)
	}
}
