package check

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"jxmb/model"
)

// Setting is what a rule compares with and a bureau may see otherwise. It is
// declared once, with its rule; the settings file, its checks, the list of
// rules and the memory of a batch take it from there. In the file it stands
// under its name in the table of the rule:
//
//	[check.B001]
//	tolerance = 0.05
type Setting struct {
	Name  string
	Title model.Text // what it is, with its unit

	Number      model.Decimal // of a number: its default, and the bounds of others
	Least, Most model.Decimal
	Words       []string // of a list of words, never nil: its default
}

// SettingValue is a number or a list of words, as the setting is.
type SettingValue struct {
	Number model.Decimal `json:"number,omitempty"`
	Words  []string      `json:"words,omitempty"`
}

// IsWords tells a list of words from a number.
func (s *Setting) IsWords() bool { return s.Words != nil }

// Setting finds a setting of the rule.
func (r *Rule) Setting(name string) (*Setting, bool) {
	i := slices.IndexFunc(r.Settings, func(s Setting) bool { return s.Name == name })
	if i < 0 {
		return nil, false
	}
	return &r.Settings[i], true
}

// settingKey names a setting in a [Config].
func settingKey(code, name string) string { return code + "." + name }

// Value is what the setting of a rule has under c.
func (c Config) Value(r *Rule, s *Setting) SettingValue {
	if v, ok := c.Settings[settingKey(r.Code, s.Name)]; ok {
		return v
	}
	return SettingValue{Number: s.Number, Words: s.Words}
}

// number is a number that the running rule declares. A name that it does not
// is a fault of the rule, which its examples bring to light.
func (r *review) number(name string) model.Decimal { return r.setting(name).Number }

// words is a list of words that the running rule declares.
func (r *review) words(name string) []string { return r.setting(name).Words }

func (r *review) setting(name string) SettingValue { return r.cfg.SettingOf(r.rule, name) }

func (c Config) SettingOf(rule *Rule, name string) SettingValue {
	s, ok := rule.Setting(name)
	if !ok {
		panic("check: internal error: " + rule.Code + " declares no setting " + name)
	}
	return c.Value(rule, s)
}

// settingFault says what is wrong with a setting, "" where all is well.
func (c Config) settingFault(key string) string {
	code, name, _ := strings.Cut(key, ".")
	rule, ok := Lookup(code)
	if !ok {
		return c.Lang.Say("没有规则 %.20q", "no rule has the code %.20q", code)
	}
	s, ok := rule.Setting(name)
	switch {
	case !ok && len(rule.Settings) == 0:
		return c.Lang.Say("规则 %s 没有设置项", "the rule %s has no settings", code)
	case !ok:
		var names []string
		for _, s := range rule.Settings {
			names = append(names, s.Name)
		}
		return c.Lang.Say("规则 %s 没有设置项 %.20q；可用 %s", "the rule %s has no setting %.20q; there are %s", code, name, strings.Join(names, ", "))
	}
	v := c.Settings[key].Number
	if s.IsWords() || v.Cmp(s.Least) >= 0 && v.Cmp(s.Most) <= 0 {
		return ""
	}
	return c.Lang.Say("%s 不能取 %s，应在 %s 到 %s 之间", "%s cannot be %s; it lies between %s and %s", key, cmp.Or(string(v), `""`), s.Least, s.Most)
}

// settingFaults is the first fault of the settings.
func (c Config) settingFaults() string {
	for _, key := range slices.Sorted(maps.Keys(c.Settings)) {
		if fault := c.settingFault(key); fault != "" {
			return fault
		}
	}
	return ""
}
