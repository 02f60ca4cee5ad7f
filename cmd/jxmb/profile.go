package main

import (
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"jxmb/cmd/internal/batch"
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
	if c.Profile, err = a.profile(cmd, name); err != nil {
		return err
	}
	return f.idleSelection(a, cmd, *c)
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
	data, err := readProfile(name)
	var p *profile.Profile
	if err == nil {
		p, err = profile.Read(name, data)
	}
	if err != nil {
		f := *batch.Explain(err)
		f.Place = model.Text{ZH: strings.TrimSpace("--profile " + name + " " + f.Place.ZH), EN: strings.TrimSpace("--profile " + name + " " + f.Place.EN)}
		return nil, &f
	}
	return p, nil
}

// readProfile reads one byte more than a profile may have, so that a longer file
// is told from a whole one.
func readProfile(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, profile.MaxBytes+1))
}

// idleSelection refuses a --select that names rules of importers alone where no
// profile lets them run: it would find nothing and say so of everything.
func (f *reviewFlags) idleSelection(a *app, cmd *cobra.Command, c check.Config) error {
	runs := func(r check.Rule) bool { return !c.Off(r.Code) }
	asked := func(r check.Rule) bool { return r.Importer && !c.Disabled[r.Code] }
	if len(f.selected) == 0 || !slices.ContainsFunc(check.Rules, asked) || slices.ContainsFunc(check.Rules, runs) {
		return nil
	}
	return a.wrongUsage(cmd, model.Say("E 类规则要知道导入模板", "rules of the E family need a profile"),
		model.Say("加上 --profile，内置的有 %s", "add --profile; built in are %s", strings.Join(profile.Names(), ", ")))
}
