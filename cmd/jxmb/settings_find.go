package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"jxmb/model"
)

// find gives the path of the settings file, "" where there is none: the one
// that --config names, or the nearest jxmb.toml from the working folder up, to
// the root of a repository or the home folder at most. One that another user
// put there is not obeyed: it could silence the review of whoever works below.
func (f *reviewFlags) find(a *app) (string, error) {
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
		case err == nil && info.Mode().IsRegular() && ours(path):
			return path, nil
		case err == nil && info.Mode().IsRegular():
			a.note(a.say("没有采用 %s：它属于别的用户；要用它请写 --config %[1]s", "%s is not obeyed, since it belongs to another user; --config %[1]s obeys it"), near(path))
			return "", nil
		case err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission):
			return "", err
		}
		up := filepath.Dir(dir)
		if up == dir || isTop(dir) {
			return "", nil
		}
		dir = up
	}
}

// isTop tells the folders above which nobody keeps settings of the work at hand.
func isTop(dir string) bool {
	if home, err := os.UserHomeDir(); err == nil && filepath.Clean(home) == dir {
		return true
	}
	_, err := os.Lstat(filepath.Join(dir, ".git"))
	return err == nil
}

// near is path from the working folder, where that is known.
func near(path string) string {
	wd, err := os.Getwd()
	if err != nil || !filepath.IsAbs(path) {
		return path
	}
	if rel, err := filepath.Rel(wd, path); err == nil {
		return rel
	}
	return path
}

// tellSettings names the settings file and what it silences. With quiet that
// alone is told which the user may not know of: a file that was found, and
// leaves rules out.
func (a *app) tellSettings(s *settingsFile, found, quiet bool, disabled []string) {
	silences := found && len(disabled) > 0
	if quiet && !silences {
		return
	}
	what := model.Text{}
	const few = 12
	shown := strings.Join(disabled[:min(len(disabled), few)], " ")
	switch {
	case len(disabled) > few:
		what = model.Say("，停用 %[2]d 条规则：%[1]s …", ", which leaves out %[2]d rules: %[1]s …", shown, len(disabled))
	case len(disabled) > 0:
		what = model.Say("，停用规则 %s", ", which leaves out the rules %s", shown)
	}
	a.note(a.say("设置：%s%s", "settings: %s%s"), s.shown, what.In(a.lang))
}
