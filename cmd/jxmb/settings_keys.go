package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"jxmb/model"
	"jxmb/model/check"
	"jxmb/model/profile"
	"jxmb/render"
)

// settingKey is a key of jxmb.toml. take makes of its value, as TOML gives it,
// what the flag of that name takes, or says why it cannot.
type settingKey struct {
	name    string
	inCheck bool // may also stand in the table [check]
	take    func(s *settingsFile, v any) (string, error)
}

// settingKeys are the keys that stand for flags. Every command obeys those
// whose flags it has.
var settingKeys = []settingKey{
	{name: "lang", take: oneOf("zh", "en")},
	{name: "to", take: listOfText},
	{name: "jobs", take: count},
	{name: "ext", take: listOfText},
	{name: "forms", take: pathOf},
	{name: "font", take: fontOf},
	{name: "profile", take: profileOf},
	{name: "library", take: pathOf},
	{name: "sign", take: yesOrNo},
	{name: "fail-on", inCheck: true, take: oneOf("error", "warning", "info", "never")},
	{name: "min-severity", inCheck: true, take: oneOf("error", "warning", "info")},
}

// The keys of [check] that name rules.
var ruleKeys = []string{"disable", "select", "severity"}

// table takes the keys of a table, at path, in the order of the file.
func (s *settingsFile) table(path []string, of map[string]toml.Primitive) error {
	for _, key := range s.below(path) {
		value := of[key[len(path)]]
		if !s.isTable(key) {
			if err := s.meta.PrimitiveDecode(value, &setting{s, key}); err != nil {
				return err
			}
			continue
		}
		var below map[string]toml.Primitive
		if err := s.meta.PrimitiveDecode(value, &below); err != nil {
			return err
		}
		if err := s.table(key, below); err != nil {
			return err
		}
	}
	return nil
}

// below lists the keys of the table at path, once each; [check.severity] alone
// makes check one too.
func (s *settingsFile) below(path []string) [][]string {
	var keys [][]string
	for _, key := range s.meta.Keys() {
		if len(key) <= len(path) || !slices.Equal(key[:len(path)], path) {
			continue
		}
		next := key[:len(path)+1]
		if !slices.ContainsFunc(keys, func(k []string) bool { return slices.Equal(k, next) }) {
			keys = append(keys, next)
		}
	}
	return keys
}

// isTable tells the tables: [check], [check.severity] and those of rules.
func (s *settingsFile) isTable(key []string) bool {
	if key[0] != "check" || !slices.Contains([]string{"Hash", ""}, s.meta.Type(key...)) { // "": made by a table below it
		return false
	}
	if len(key) != 2 {
		return len(key) == 1
	}
	_, rule := check.Lookup(key[1])
	return rule || key[1] == "severity"
}

// setting is a key whose value is being read. Errors of UnmarshalTOML get the
// line of the key.
type setting struct {
	*settingsFile
	key []string
}

// UnmarshalTOML is of [toml.Unmarshaler].
func (s *setting) UnmarshalTOML(v any) error {
	last := s.key[len(s.key)-1]
	switch {
	case len(s.key) == 1:
		return s.flag(v, func(k settingKey) bool { return k.name == last })
	case len(s.key) == 2 && slices.Contains(ruleKeys, last):
		return s.rules(last, v)
	case len(s.key) == 2:
		return s.flag(v, func(k settingKey) bool { return k.name == last && k.inCheck })
	case s.key[1] == "severity":
		level, ok := v.(string)
		if !ok {
			return s.wrongType(`"error"`)
		}
		return setSeverity(&s.config, last, level)
	}
	return s.ofRule(s.key[1], last, v)
}

func (s *setting) flag(v any, is func(settingKey) bool) error {
	i := slices.IndexFunc(settingKeys, is)
	if i < 0 {
		return s.unknown()
	}
	value, err := settingKeys[i].take(s.settingsFile, v)
	if err != nil {
		return usageText(s.name() + " " + err.Error())
	}
	s.flags = append(s.flags, flagSetting{settingKeys[i].name, value})
	return nil
}

// rules takes disable and select.
func (s *setting) rules(key string, v any) error {
	patterns, ok := texts(v)
	switch {
	case !ok:
		return s.wrongType(`["C004", "V*"]`)
	case key == "disable":
		return disableRules(&s.config, patterns)
	case key == "select":
		s.selected = patterns
		return selectRules(&check.Config{Lang: s.app.lang, Disabled: map[string]bool{}}, patterns)
	}
	return s.wrongType(`[check.severity]`)
}

// ofRule takes a setting of a rule.
func (s *setting) ofRule(code, name string, v any) error {
	var value check.SettingValue
	rule, _ := check.Lookup(code)
	declared, known := rule.Setting(name)
	if words, ok := texts(v); known && declared.IsWords() {
		if !ok {
			return s.wrongType(`["…", "…"]`)
		}
		value.Words = words
	} else if value.Number, ok = number(v); known && !ok {
		return s.wrongType(string(declared.Number))
	}
	s.config.Settings[code+"."+name] = value
	one := check.Config{Lang: s.app.lang, Settings: map[string]check.SettingValue{code + "." + name: value}}
	return one.Validate()
}

func (s *setting) name() string { return strings.Join(s.key, ".") }

func (s *setting) wrongType(example string) error {
	return usageText(s.app.say("%s 的写法是 %s", "%s is written %s", s.name(), s.key[len(s.key)-1]+" = "+example))
}

// unknown refuses a key: a misspelt one would do nothing without anyone
// noticing.
func (s *setting) unknown() error {
	names := append([]string{"check"}, ruleKeys...)
	for _, k := range settingKeys {
		names = append(names, k.name)
	}
	if near, ok := nearest(s.key[len(s.key)-1], names); ok {
		return usageText(s.app.say("没有设置项 %s；是不是 %s？", "there is no setting %s; did you mean %s?", s.name(), near))
	}
	return usageText(s.app.say("没有设置项 %s", "there is no setting %s", s.name()))
}

func oneOf(values ...string) func(*settingsFile, any) (string, error) {
	return func(s *settingsFile, v any) (string, error) {
		if text, ok := v.(string); ok && slices.Contains(values, text) {
			return text, nil
		}
		return "", usageText(s.app.say("不能取 %v；可取 %s", "cannot be %v; it takes %s", shownValue(v), `"`+strings.Join(values, `" "`)+`"`))
	}
}

func count(s *settingsFile, v any) (string, error) {
	if n, ok := v.(int64); ok && n >= 1 {
		return strconv.FormatInt(n, 10), nil
	}
	return "", usageText(s.app.say("不能取 %v；可取 1、2、3 等整数", "cannot be %v; it takes a whole number from 1", shownValue(v)))
}

func listOfText(s *settingsFile, v any) (string, error) {
	list, ok := texts(v)
	if !ok {
		return "", usageText(s.app.say("不能取 %v；写成 [\"…\", \"…\"]", "cannot be %v; write [\"…\", \"…\"]", shownValue(v)))
	}
	return strings.Join(list, ","), nil
}

// fontOf is a path, or the word for the fonts of the machine.
func fontOf(s *settingsFile, v any) (string, error) {
	if v == render.InstalledFonts {
		return render.InstalledFonts, nil
	}
	return pathOf(s, v)
}

// profileOf is the name of a built-in profile, or a path.
func profileOf(s *settingsFile, v any) (string, error) {
	if name, ok := v.(string); ok && slices.Contains(profile.Names(), name) {
		return name, nil
	}
	return pathOf(s, v)
}

// pathOf is a path, relative ones from the folder of the settings file.
func pathOf(s *settingsFile, v any) (string, error) {
	path, ok := v.(string)
	if !ok {
		return "", usageText(s.app.say("不能取 %v；写成 \"路径\"", "cannot be %v; write \"PATH\"", shownValue(v)))
	}
	if path == "" || filepath.IsAbs(path) {
		return path, nil
	}
	return filepath.Join(s.dir, filepath.FromSlash(path)), nil
}

func yesOrNo(s *settingsFile, v any) (string, error) {
	if yes, ok := v.(bool); ok {
		return strconv.FormatBool(yes), nil
	}
	return "", usageText(s.app.say("不能取 %v；可取 true、false", "cannot be %v; it takes true or false", shownValue(v)))
}

// texts is a list of text, or one text alone.
func texts(v any) ([]string, bool) {
	list := []string{}
	switch v := v.(type) {
	case string:
		return append(list, v), true
	case []any:
		for _, item := range v {
			text, ok := item.(string)
			if !ok {
				return nil, false
			}
			list = append(list, text)
		}
		return list, true
	}
	return nil, false
}

// number is a TOML number, or text that holds one, as an exact decimal.
func number(v any) (model.Decimal, bool) {
	text := ""
	switch v := v.(type) {
	case int64:
		text = strconv.FormatInt(v, 10)
	case float64:
		text = strconv.FormatFloat(v, 'f', -1, 64) // the shortest that reads back, which is what was written
	case string:
		text = v
	}
	n, err := model.ParseDecimal(text)
	return n, err == nil
}

func shownValue(v any) string {
	if text, ok := v.(string); ok {
		return strconv.Quote(text)
	}
	return strings.TrimSpace(strings.ReplaceAll(fmt.Sprint(v), "\n", " "))
}
