package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"jxmb/cmd/internal/batch/content"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/model/profile"
)

// fillProfile adds the profile that is named or implied.
func (f *reviewFlags) fillProfile(a *app, cmd *cobra.Command, c *check.Config) (err error) {
	name := f.profile
	if name == "" && f.implied != nil {
		name = f.implied()
	}
	c.Profile, err = a.profile(cmd, name)
	return err
}

// profile finds the profile that --profile names: a built-in one, or a file. It is
// nil where none is asked for.
func (a *app) profile(cmd *cobra.Command, name string) (*profile.Profile, error) {
	if name == "" {
		return nil, nil
	}
	if p, ok := profile.Builtin(name); ok {
		return p, nil
	}
	if !strings.ContainsAny(name, `./\`) { // no path
		what := model.Say("没有导入模板 %q", "there is no profile %q", name)
		return nil, a.wrongUsage(cmd, what, model.Say("内置的有 %s；自己的写文件路径，如 ./本地.tsv",
			"built in are %s; one of your own is given by its path, such as ./own.tsv", strings.Join(profile.Names(), ", ")))
	}
	data, err := content.ReadUpTo(name, profile.MaxBytes)
	var p *profile.Profile
	if err == nil {
		p, err = profile.Read(name, data)
	}
	if err != nil {
		f := *fault.Explain(err)
		f.Place = model.Text{ZH: strings.TrimSpace("--profile " + name + " " + f.Place.ZH), EN: strings.TrimSpace("--profile " + name + " " + f.Place.EN)}
		return nil, &f
	}
	return p, nil
}

// idleSelection refuses a --select that names rules of importers or of a library
// alone where nothing lets them run: it would find nothing and say so of everything.
func (f *reviewFlags) idleSelection(a *app, cmd *cobra.Command, c check.Config) error {
	runs := func(r check.Rule) bool { return !c.Off(r.Code) }
	idle := func(r check.Rule) bool { return (r.Importer || r.Library) && !c.Disabled[r.Code] }
	i := slices.IndexFunc(check.Rules, idle)
	if len(f.selected) == 0 || i < 0 || slices.ContainsFunc(check.Rules, runs) {
		return nil
	}
	if check.Rules[i].Library {
		return a.wrongUsage(cmd, model.Say("L 类规则要有指标库", "rules of the L family need a library"),
			model.Say("加上 --library 指标库.tsv", "add --library FILE.tsv"))
	}
	return a.wrongUsage(cmd, model.Say("E 类规则要知道导入模板", "rules of the E family need a profile"),
		model.Say("加上 --profile，内置的有 %s", "add --profile; built in are %s", strings.Join(profile.Names(), ", ")))
}
