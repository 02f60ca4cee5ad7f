package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"jxmb/model"
)

// usageError is a command line that cannot be obeyed; exit code 2.
type usageError struct {
	what, hint model.Text
}

func (e *usageError) Error() string { return e.what.EN }

// wrongUsage is a usage error of cmd. Without a hint it names the help page.
func (a *app) wrongUsage(cmd *cobra.Command, what, hint model.Text) error {
	if hint == (model.Text{}) {
		hint = model.Say("用法见 %s --help", "see %s --help", cmd.CommandPath())
	}
	return &usageError{what: what, hint: hint}
}

// checkLine refuses what no command takes.
func (a *app) checkLine(cmd *cobra.Command, args []string) error {
	if err := a.checkLang(cmd); err != nil {
		return err
	}
	return a.checkAddresses(cmd, args)
}

// args makes a check of positional arguments that says what is missing.
func (a *app) args(least, most int, missing model.Text) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return a.wrongUsage(cmd, missing, model.Text{})
		case most >= 0 && len(args) > most:
			return a.wrongUsage(cmd, model.Say("多余的参数 %q", "unexpected argument %q", args[most]), model.Text{})
		}
		return nil
	}
}

func (a *app) knownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	what := model.Say("没有命令 %q", "there is no command %q", args[0])
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return a.wrongUsage(cmd, what, model.Say("是不是 jxmb %s？", "did you mean jxmb %s?", near[0]))
	}
	if slices.ContainsFunc(args, func(arg string) bool { return strings.ContainsAny(arg, "./\\") }) {
		return a.wrongUsage(cmd, model.Say("没有文件 %q，也没有这个命令", "there is no file %q, nor such a command", args[0]),
			model.Say("请检查路径；名称含空格时请加引号", "check the path; quote names that hold spaces"))
	}
	return a.wrongUsage(cmd, what, model.Text{})
}

// flagError words the errors of package pflag for people.
func (a *app) flagError(cmd *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
	)
	switch {
	case errors.Is(err, pflag.ErrHelp):
		return err
	case errors.As(err, &unknown):
		return a.unknownFlag(cmd, unknown)
	case errors.As(err, &missing):
		return a.wrongUsage(cmd, model.Say("选项 --%s 缺少取值", "flag --%s needs a value", missing.GetFlag().Name), model.Text{})
	case errors.As(err, &invalid):
		return a.wrongUsage(cmd, model.Say("选项 --%s 不能取 %q", "flag --%s cannot be %q",
			invalid.GetFlag().Name, invalid.GetValue()), model.Text{})
	}
	return a.wrongUsage(cmd, model.Say("选项有误：%v", "bad flag: %v", err), model.Text{})
}

func (a *app) unknownFlag(cmd *cobra.Command, e *pflag.NotExistError) error {
	if short := e.GetSpecifiedShortnames(); short != "" {
		hint := model.Text{}
		if short[0] < 'A' { // no letter, so hardly meant as a flag
			hint = model.Say("“-”开头的值写在 -- 之后：%s -- -%s", "what begins with - stands after --: %s -- -%s", cmd.CommandPath(), short)
		}
		return a.wrongUsage(cmd, model.Say("没有选项 -%s", "there is no flag -%s", e.GetSpecifiedName()), hint)
	}
	name := e.GetSpecifiedName()
	what := model.Say("没有选项 --%s", "there is no flag --%s", name)
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, f.Name)
		}
	})
	if near, ok := nearest(name, names); ok {
		return a.wrongUsage(cmd, what, model.Say("是不是 --%s？", "did you mean --%s?", near))
	}
	return a.wrongUsage(cmd, what, model.Text{})
}

// nearest is the candidate that a typing error most likely meant: the one
// that word begins or that lies within two edits, one in a short word.
func nearest(word string, candidates []string) (string, bool) {
	best, least := "", min(3, 1+max(1, len(word)/3))
	for _, c := range candidates {
		d := edits(word, c)
		if len(word) > 1 && strings.HasPrefix(c, word) {
			d = min(d, 1)
		}
		if d < least {
			best, least = c, d
		}
	}
	return best, best != ""
}

// edits is the Levenshtein distance in bytes.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}
