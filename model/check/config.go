package check

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/model/library"
	"jxmb/model/profile"
)

// Config adjusts the rules; the zero value runs all of them as they are and
// speaks Chinese. Codes may also name reading findings (D…).
type Config struct {
	Lang     model.Lang
	Disabled map[string]bool           // codes of rules that are left out
	Severity map[string]model.Severity // codes whose severity differs
	Settings map[string]SettingValue   // settings of rules, by code and name: "B001.tolerance"
	Profile  *profile.Profile          // of the importer that rules of the E family speak for; nil leaves them out
	Library  *library.Library          // that rules of the L family look indicators up in; nil leaves them out
}

// Off tells whether the rule of a code is left out: disabled, one of an importer
// where no profile is named, or of a library where there is none.
func (c Config) Off(code string) bool {
	rule, ours := Lookup(code)
	if !ours {
		return c.Disabled[code]
	}
	return c.skips(rule)
}

func (c Config) skips(rule *Rule) bool {
	if c.Disabled[rule.Code] {
		return true
	}
	return rule.Importer && c.Profile == nil || rule.Library && c.Library == nil
}

// severity is what a finding of code has under c.
func (c Config) severity(code string, otherwise model.Severity) model.Severity {
	if s, ok := c.Severity[code]; ok {
		return s
	}
	return otherwise
}

// Validate refuses codes that no rule has and severities that do not exist.
// reading lists the codes of findings made outside this package.
func (c Config) Validate(reading ...string) error {
	known := func(code string) bool {
		_, ok := Lookup(code)
		return ok || slices.Contains(reading, code)
	}
	for _, code := range slices.Concat(slices.Sorted(maps.Keys(c.Disabled)), slices.Sorted(maps.Keys(c.Severity))) {
		if known(code) {
			continue
		}
		if up := strings.ToUpper(code); known(up) {
			return fmt.Errorf("%s", c.Lang.Say("没有规则 %s；代码用大写：%s", "no rule has the code %s; codes are upper case: %s", code, up))
		}
		return fmt.Errorf("%s", c.Lang.Say("没有规则 %.20q", "no rule has the code %.20q", code))
	}
	for _, code := range slices.Sorted(maps.Keys(c.Severity)) {
		if s := c.Severity[code]; s.Rank() == 0 {
			return fmt.Errorf("%s", c.Lang.Say("%s 的级别 %.20q 无效；可用 error、warning、info", "severity %[2]q of %[1]s is none of error, warning, info", code, string(s)))
		}
	}
	if fault := c.settingFaults(); fault != "" {
		return errors.New(fault)
	}
	return nil
}
