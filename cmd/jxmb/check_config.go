package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"jxmb/cmd/internal/batch"
	"jxmb/model"
	"jxmb/model/check"
)

// reviewFlags adjust the rules of the review.
type reviewFlags struct {
	disable  []string
	severity []string
	config   string
}

func (f *reviewFlags) add(a *app, flags *pflag.FlagSet) {
	flags.StringSliceVar(&f.disable, "disable", nil, a.say("不用这些`规则`，逗号分隔，如 C004,V008", "leave out these `RULES`, comma-separated, such as C004,V008"))
	flags.StringSliceVar(&f.severity, "severity", nil, a.say("改变规则的级别，如 `B002=error`", "change the severity of rules, such as `B002=error`"))
	flags.StringVar(&f.config, "config", "", a.say("读取这个设置`文件`，而不查找 jxmb.toml；none 表示不用", "read this settings `FILE` instead of looking for jxmb.toml; none for no file"))
}

// settings are what flags and settings file together ask for.
type settings struct {
	config check.Config
	failOn string // of the settings file, "" where it says nothing
}

// settingsName is the file that is looked for.
const settingsName = "jxmb.toml"

// settingsFile is the form of jxmb.toml. Other keys are refused, since a
// misspelt one would do nothing without anyone noticing.
type settingsFile struct {
	Check struct {
		Disable  []string          `toml:"disable"`
		Severity map[string]string `toml:"severity"`
		FailOn   string            `toml:"fail-on"`
	} `toml:"check"`
}

// reviewSettings reads the settings file, then the flags, which win.
func (a *app) reviewSettings(cmd *cobra.Command, f *reviewFlags) (settings, error) {
	s := settings{config: check.Config{Lang: a.lang, Disabled: map[string]bool{}, Severity: map[string]model.Severity{}}}
	path, err := f.find()
	if err == nil && path != "" {
		err = s.load(a, path)
	}
	if err != nil {
		return s, err
	}
	for _, code := range f.disable {
		s.config.Disabled[strings.TrimSpace(code)] = true
	}
	for _, change := range f.severity {
		code, level, ok := strings.Cut(change, "=")
		if !ok {
			return s, a.wrongUsage(cmd, model.Say("--severity %q 缺少等号", "--severity %q has no equals sign", change),
				model.Say("写成 代码=级别，如 B002=error", "write CODE=SEVERITY, such as B002=error"))
		}
		s.config.Severity[strings.TrimSpace(code)] = model.Severity(strings.TrimSpace(level))
	}
	if err := s.config.Validate(readingCodes()...); err != nil {
		return s, a.wrongUsage(cmd, model.Text{ZH: err.Error(), EN: err.Error()},
			model.Say("jxmb check --rules 列出全部规则", "jxmb check --rules lists all rules"))
	}
	return s, nil
}

// find gives the path of the settings file, "" where there is none: the one
// that --config names, or the nearest jxmb.toml from the working folder up.
func (f *reviewFlags) find() (string, error) {
	switch f.config {
	case "none":
		return "", nil
	case "":
	default:
		return f.config, nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		path := filepath.Join(dir, settingsName)
		info, err := os.Stat(path)
		switch {
		case err == nil && info.Mode().IsRegular():
			return path, nil
		case err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission):
			return "", err
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", nil
		}
		dir = up
	}
}

func (s *settings) load(a *app, path string) error {
	var file settingsFile
	meta, err := toml.DecodeFile(path, &file)
	if err != nil {
		return settingsFault(path, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return settingsFault(path, fmt.Errorf("%s", a.say("没有设置项 %s", "there is no setting %s", unknown[0])))
	}
	for _, code := range file.Check.Disable {
		s.config.Disabled[code] = true
	}
	for code, level := range file.Check.Severity {
		s.config.Severity[code] = model.Severity(level)
	}
	s.failOn = file.Check.FailOn
	if err := s.config.Validate(readingCodes()...); err != nil {
		return settingsFault(path, err)
	}
	switch s.failOn {
	case "", "never", string(model.Error), string(model.Warning), string(model.Info):
		return nil
	}
	return settingsFault(path, fmt.Errorf("%s", a.say("fail-on 不能取 %q", "fail-on cannot be %q", s.failOn)))
}

// settingsFault places what is wrong with a settings file: a usage error, but
// for files that cannot be read.
func settingsFault(path string, err error) error {
	var parse toml.ParseError
	var system *fs.PathError
	what := model.Say("%v", "%v", err)
	switch {
	case errors.As(err, &parse):
		what = model.Say("第 %d 行：%s", "line %d: %s", parse.Position.Line, parse.Message)
	case errors.As(err, &system):
		f := *batch.Explain(err)
		f.Place = model.Text{ZH: path, EN: path}
		return &f
	}
	return &usageError{
		what: model.Text{ZH: path + "：" + what.ZH, EN: path + ": " + what.EN},
		hint: model.Say("设置的写法见 jxmb check --help", "jxmb check --help shows how to write settings"),
	}
}
