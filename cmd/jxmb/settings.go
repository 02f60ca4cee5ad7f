package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"jxmb/cmd/internal/batch"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/model/profile"
)

// reviewFlags adjust the rules of the review.
type reviewFlags struct {
	disable     []string
	selected    []string
	severity    []string
	minSeverity string
	config      string
	profile     string
	library     string
	review      string
	implied     func() string // the profile where none is named; nil for none
}

func (f *reviewFlags) add(a *app, flags *pflag.FlagSet) {
	flags.StringSliceVar(&f.disable, "disable", nil, a.say("不用这些`规则`，逗号分隔：代码、C*、一类的字母，如 C004,V", "leave out these `RULES`, comma-separated: codes, C*, the letter of a family, such as C004,V"))
	flags.StringSliceVar(&f.selected, "select", nil, a.say("只用这些`规则`，写法同上", "use only these `RULES`, written likewise"))
	flags.StringSliceVar(&f.severity, "severity", nil, a.say("改变规则的级别，如 `B002=error`", "change the severity of rules, such as `B002=error`"))
	flags.StringVar(&f.profile, "profile", "", a.say("导入`模板`：内置的 "+builtinProfiles+"，或自己的 .tsv 文件；按它写 -t profile 并启用 E 类规则", "`PROFILE` of an importer: "+builtinProfiles+", or a .tsv file of your own; -t profile follows it, and the rules of the E family run"))
	flags.StringVar(&f.library, "library", "", a.say("共性指标库`文件`（.tsv，第一行列名含 三级指标）；启用 L 类规则", "library of indicators, a .tsv `FILE` whose first row names a column 三级指标; the rules of the L family run"))
	flags.StringVar(&f.review, "review", "", a.say("审核记录`文件`：忽略的问题不再列出，更正的内容按更正后读取（格式见 jxmb schema review）", "the `FILE` of a review: findings that it ignores are left out, values that it corrects read as corrected (see jxmb schema review)"))
	flags.StringVar(&f.config, "config", "", a.say("读取这个设置`文件`，而不查找 jxmb.toml；none 表示不用", "read this settings `FILE` instead of looking for jxmb.toml; none for no file"))
}

// builtinProfiles lists the profiles that need no file.
var builtinProfiles = strings.Join(profile.Names(), ", ")

// addMinSeverity is for the commands that show findings to people.
func (f *reviewFlags) addMinSeverity(a *app, flags *pflag.FlagSet, usage string) {
	flags.StringVar(&f.minSeverity, "min-severity", "", usage+a.say("：`error|warning|info`", ": `error|warning|info`"))
}

// settings are what flags and settings file together ask for.
type settings struct {
	config      check.Config
	minSeverity model.Severity // findings below it are not shown; "" shows what the command shows
	file        *batch.SettingsFile
}

// shows tells whether findings of a severity are to be shown.
func (s settings) shows(severity model.Severity) bool {
	return severity.Rank() >= s.minSeverity.Rank()
}

// settings reads the settings file and lets it speak where no flag of cmd
// does, so that every command obeys the same keys. It is to be called before
// the flags are used.
func (a *app) settings(cmd *cobra.Command, f *reviewFlags, quiet *bool) (settings, error) {
	s := settings{config: check.Config{
		Disabled: map[string]bool{}, Severity: map[string]model.Severity{}, Settings: map[string]check.SettingValue{},
	}}
	path, err := f.find(a)
	if err != nil {
		return s, err
	}
	if path != "" {
		file, err := a.readSettings(path)
		if err != nil {
			return s, err
		}
		if err := file.fillFlags(a, cmd); err != nil {
			return s, err
		}
		file.fillConfig(&s.config, len(f.selected) == 0)
		s.file = file.told(s.config.Disabled)
		a.tellSettings(file, f.config == "", quiet != nil && *quiet, s.file.Disabled)
	}
	s.config.Lang = a.lang
	if err := f.fillConfig(a, &s.config); err != nil {
		return s, a.wrongUsage(cmd, model.Text{ZH: err.Error(), EN: err.Error()},
			model.Say("jxmb check --rules 列出全部规则", "jxmb check --rules lists all rules"))
	}
	if err := f.fillProfile(a, cmd, &s.config); err != nil {
		return s, err
	}
	if s.config.Library, err = a.library(f.library); err != nil {
		return s, err
	}
	if err := f.idleSelection(a, cmd, s.config); err != nil {
		return s, err
	}
	s.minSeverity = model.Severity(f.minSeverity)
	if f.minSeverity != "" && s.minSeverity.Rank() == 0 {
		return s, a.wrongUsage(cmd,
			model.Say("--min-severity 不能取 %q", "--min-severity cannot be %q", f.minSeverity),
			model.Say("可取 error、warning、info", "it takes error, warning or info"))
	}
	return s, nil
}

// fillConfig adds what the flags say, which win over a settings file.
func (f *reviewFlags) fillConfig(a *app, c *check.Config) error {
	if err := selectRules(c, f.selected); err != nil {
		return err
	}
	if err := disableRules(c, f.disable); err != nil {
		return err
	}
	for _, change := range f.severity {
		pattern, level, ok := strings.Cut(change, "=")
		if !ok {
			return usageText(a.say("--severity %q 缺少等号；写成 代码=级别，如 B002=error", "--severity %q has no equals sign; write CODE=SEVERITY, such as B002=error", change))
		}
		if err := setSeverity(c, strings.TrimSpace(pattern), strings.TrimSpace(level)); err != nil {
			return err
		}
	}
	return c.Validate(readingCodes()...)
}

// usageText is an error in the language of the user.
type usageText string

func (e usageText) Error() string { return string(e) }

func allCodes() []string { return check.Codes(readingCodes()...) }

func disableRules(c *check.Config, patterns []string) error {
	for _, p := range patterns {
		codes, err := check.Matching(strings.TrimSpace(p), allCodes(), c.Lang)
		if err != nil {
			return err
		}
		for _, code := range codes {
			c.Disabled[code] = true
		}
	}
	return nil
}

// selectRules disables all rules but those that patterns name; no pattern
// selects all.
func selectRules(c *check.Config, patterns []string) error {
	if len(patterns) == 0 {
		return nil
	}
	var wanted []string
	for _, p := range patterns {
		codes, err := check.Matching(strings.TrimSpace(p), allCodes(), c.Lang)
		if err != nil {
			return err
		}
		wanted = append(wanted, codes...)
	}
	for _, code := range allCodes() {
		if !slices.Contains(wanted, code) {
			c.Disabled[code] = true
		}
	}
	return nil
}

func setSeverity(c *check.Config, pattern, level string) error {
	codes, err := check.Matching(pattern, allCodes(), c.Lang)
	if err != nil {
		return err
	}
	if model.Severity(level).Rank() == 0 {
		return usageText(c.Lang.Say("%s 的级别 %.20q 无效；可用 error、warning、info", "severity %[2]q of %[1]s is none of error, warning, info", pattern, level))
	}
	for _, code := range codes {
		c.Severity[code] = model.Severity(level)
	}
	return nil
}
