package check

import (
	"reflect"
	"strings"
	"testing"

	"jxmb/model"
)

// TestSettings moves each setting to its bounds, a list of words to the words
// of the documents: a setting that no finding depends on is read by nobody.
func TestSettings(t *testing.T) {
	met := 0
	for i := range Rules {
		r := &Rules[i]
		seen := map[string]bool{}
		for k := range r.Settings {
			s := &r.Settings[k]
			met++
			if s.Name == "" || seen[s.Name] || strings.ContainsAny(s.Name, ". \"") || s.Title.ZH == "" || s.Title.EN == "" {
				t.Errorf("%s: setting %q stands twice, is misnamed or lacks a title", r.Code, s.Name)
			}
			seen[s.Name] = true
			if !strings.Contains(r.Explanation.ZH, s.Name) {
				t.Errorf("%s: the explanation does not name its setting %s", r.Code, s.Name)
			}
			if r.check != nil && !moves(r, s) { // those of rules that look at several documents are moved there
				t.Errorf("%s: no value of %s changes a finding on the examples", r.Code, s.Name)
			}
		}
	}
	if met < 5 {
		t.Errorf("met %d settings", met)
	}
}

// moves tells whether another value of s changes what r finds on its examples.
func moves(r *Rule, s *Setting) bool {
	for _, e := range []Example{r.Positive, r.Negative} {
		d := e.Document()
		values := []SettingValue{{Number: s.Least}, {Number: s.Most}}
		if s.IsWords() {
			values = []SettingValue{{Words: []string{first(d).Target.Text}}}
		}
		for _, v := range values {
			cfg := Config{Settings: map[string]SettingValue{settingKey(r.Code, s.Name): v}}
			if err := cfg.Validate(); err != nil {
				return false
			}
			if !reflect.DeepEqual(codes(Run(d, cfg)), codes(Run(d, Config{}))) {
				return true
			}
		}
	}
	return false
}

func TestSettingFaults(t *testing.T) {
	for _, c := range []struct {
		key   string
		value SettingValue
		want  string // part of the fault; "" for none
	}{
		{"B001.tolerance", SettingValue{Number: "0"}, ""},
		{"B001.tolerance", SettingValue{Number: "-1"}, "应在 0 到 10000 之间"},
		{"B001.tolerance", SettingValue{Number: "10001"}, "B001.tolerance 不能取 10001"},
		{"B001.tolerence", SettingValue{Number: "1"}, "可用 tolerance"},
		{"B002.tolerance", SettingValue{Number: "1"}, "B002 没有设置项"},
		{"X001.tolerance", SettingValue{Number: "1"}, "没有规则"},
		{"V008.also", SettingValue{Words: []string{"妥善"}}, ""},
	} {
		err := Config{Settings: map[string]SettingValue{c.key: c.value}}.Validate()
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.key, err)
		}
	}
}

// TestToleranceOfNothing: with a tolerance of 0 the same figure twice is still
// no difference.
func TestToleranceOfNothing(t *testing.T) {
	cfg := Config{Settings: map[string]SettingValue{"B001.tolerance": {Number: "0"}}}
	for budget, want := range map[model.Decimal]int{"12": 0, "12.001": 1} {
		d := Sample()
		d.Projects[0].Budget.Total = yuan10k(string(budget))
		if got := Run(d, cfg); len(got) != want || want == 1 && got[0].Code != "B001" {
			t.Errorf("%s: %v", budget, codes(got))
		}
	}
}
