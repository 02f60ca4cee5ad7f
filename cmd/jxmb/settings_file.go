package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"github.com/spf13/cobra"

	"jxmb/cmd/internal/batch"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
	"jxmb/model/check"
)

// settingsName is the file that is looked for.
const settingsName = "jxmb.toml"

// settingsFile is a jxmb.toml that has been read.
type settingsFile struct {
	app    *app
	shown  string // its path for people: from the working folder, where that is shorter
	dir    string // what its relative paths start from
	sha256 string
	meta   toml.MetaData

	flags    []flagSetting // in the order of the file
	config   check.Config
	selected []string
	set      []string // flags that took their value from the file
}

// flagSetting is the value of a key that stands for a flag.
type flagSetting struct{ flag, value string }

// readSettings reads the file at path. What is wrong in it is a usage error
// that names the line.
func (a *app) readSettings(path string) (*settingsFile, error) {
	s := &settingsFile{app: a, shown: near(path), dir: filepath.Dir(path)}
	text, err := readSmall(path)
	if err != nil {
		f := *fault.Explain(err)
		f.Place = model.Text{ZH: s.shown, EN: s.shown}
		return nil, &f
	}
	sum := sha256.Sum256(text)
	s.sha256 = hex.EncodeToString(sum[:])
	if !utf8.Valid(text) {
		return nil, s.notUTF8(text)
	}
	s.config = check.Config{
		Lang: a.lang, Disabled: map[string]bool{}, Severity: map[string]model.Severity{}, Settings: map[string]check.SettingValue{},
	}
	if line := tooDeep(text); line > 0 {
		return nil, s.fault(line, model.Say("表或列表套了 %d 层以上", "tables or lists are nested more than %d deep", maxNesting), settingsHint)
	}
	var tree map[string]toml.Primitive
	if s.meta, err = toml.Decode(string(text), &tree); err != nil {
		return nil, s.badSyntax(text, err)
	}
	if err := s.table(nil, tree); err != nil {
		return nil, s.badSetting(err)
	}
	return s, nil
}

// told is what the report tells of the file: never a path of this machine.
func (s *settingsFile) told(disabled map[string]bool) *batch.SettingsFile {
	name := s.shown
	if filepath.IsAbs(name) {
		name = filepath.Base(name)
	}
	return &batch.SettingsFile{
		Name: filepath.ToSlash(name), SHA256: s.sha256,
		Disabled: append([]string{}, slices.Sorted(maps.Keys(disabled))...), Sets: append([]string{}, s.set...),
	}
}

// fillFlags sets the flags of cmd that the command line leaves open.
func (s *settingsFile) fillFlags(a *app, cmd *cobra.Command) error {
	for _, v := range s.flags {
		f := cmd.Flags().Lookup(v.flag)
		if f == nil || f.Changed {
			continue
		}
		if err := f.Value.Set(v.value); err != nil {
			return err
		}
		s.set = append(s.set, v.flag)
		if v.flag == "lang" {
			a.lang = model.Lang(v.value)
		}
	}
	return nil
}

// fillConfig puts the settings of rules into c; its select counts where no
// flag selects.
func (s *settingsFile) fillConfig(c *check.Config, selects bool) {
	if selects {
		_ = selectRules(c, s.selected) // its patterns have been tried
	}
	for code := range s.config.Disabled {
		c.Disabled[code] = true
	}
	for code, level := range s.config.Severity {
		c.Severity[code] = level
	}
	for key, v := range s.config.Settings {
		c.Settings[key] = v
	}
}

func (s *settingsFile) fault(line int, what model.Text, hint model.Text) error {
	at := model.Say("%s：第 %d 行：", "%s: line %d: ", s.shown, line)
	return &usageError{what: model.Text{ZH: at.ZH + what.ZH, EN: at.EN + what.EN}, hint: hint}
}

var settingsHint = model.Say("设置的写法见 jxmb check --help", "jxmb check --help shows how to write settings")

func (s *settingsFile) notUTF8(text []byte) error {
	good := 0
	for good < len(text) {
		r, size := utf8.DecodeRune(text[good:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		good += size
	}
	return s.fault(1+bytes.Count(text[:good], []byte("\n")),
		model.Say("不是 UTF-8 文字，多半是 GBK", "is not UTF-8, but GBK most likely"),
		model.Say("用记事本“另存为”，编码选 UTF-8", "save it as UTF-8"))
}

// badSyntax shows the line: what the TOML reader says of it is English.
func (s *settingsFile) badSyntax(text []byte, err error) error {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		return s.fault(1, model.Say("%v", "%v", err), settingsHint)
	}
	line := ""
	if lines := strings.Split(string(text), "\n"); parse.Position.Line >= 1 && parse.Position.Line <= len(lines) {
		line = fmt.Sprintf("%.80s", strings.TrimSpace(lines[parse.Position.Line-1]))
	}
	what := model.Text{ZH: "写法有误：" + line, EN: parse.Message + ": " + line}
	return s.fault(parse.Position.Line, what, model.Say("文字加英文引号，列表写成 [\"C004\", \"V008\"]，用英文逗号", "quote text, write lists as [\"C004\", \"V008\"]"))
}

func (s *settingsFile) badSetting(err error) error {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		return s.fault(1, model.Say("%v", "%v", err), settingsHint)
	}
	return s.fault(parse.Position.Line, model.Text{ZH: parse.Message, EN: parse.Message}, settingsHint)
}
