package main

import (
	"fmt"
	"strings"

	"github.com/rivo/uniseg"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"jxmb/model"
)

func newHelpCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   a.say("help [命令]", "help [COMMAND]"),
		Short: a.say("显示某个命令的帮助", "show the help of a command"),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, sub := range cmd.Root().Commands() {
				if len(args) == 0 && sub.IsAvailableCommand() {
					names = append(names, sub.Name())
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			target, rest, err := cmd.Root().Find(args)
			if err != nil || len(args) > 0 && !target.HasParent() {
				return a.knownCommand(cmd.Root(), args)
			}
			if len(rest) > 0 {
				return a.wrongUsage(cmd, model.Say("多余的参数 %q", "unexpected argument %q", rest[0]), model.Text{})
			}
			a.printHelp(target)
			return nil
		},
	}
}

// printHelp writes the help page of cmd. It stands in for cobra's template,
// whose headings are English only.
func (a *app) printHelp(cmd *cobra.Command) {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", cmd.Short)
	if cmd.Long != "" {
		fmt.Fprintf(&b, "\n%s\n", cmd.Long)
	}
	fmt.Fprintf(&b, "\n%s\n  %s\n", a.say("用法：", "Usage:"), a.usageLine(cmd))
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n%s\n", a.say("命令：", "Commands:"))
		var rows [][2]string
		for _, sub := range cmd.Commands() {
			if sub.IsAvailableCommand() || sub.Name() == "help" {
				rows = append(rows, [2]string{sub.Name(), sub.Short})
			}
		}
		writeRows(&b, rows)
	}
	if cmd.Example != "" {
		fmt.Fprintf(&b, "\n%s\n%s\n", a.say("示例：", "Examples:"), cmd.Example)
	}
	global := cmd.Root().PersistentFlags()
	if rows := a.flagRows(cmd.Flags(), func(f *pflag.Flag) bool { return global.Lookup(f.Name) == nil }); len(rows) > 0 {
		fmt.Fprintf(&b, "\n%s\n", a.say("选项：", "Flags:"))
		writeRows(&b, rows)
	}
	fmt.Fprintf(&b, "\n%s\n", a.say("通用选项：", "Global flags:"))
	writeRows(&b, a.flagRows(global, func(*pflag.Flag) bool { return true }))
	if !cmd.HasParent() {
		fmt.Fprintf(&b, "\n%s\n", a.say(
			"退出码：0 完成；1 完成，但有文件失败或有问题达到 --fail-on；2 用法有误；130 被中断。",
			"Exit codes: 0 done; 1 done, and an input failed or a finding reached --fail-on; 2 wrong usage; 130 interrupted."))
	}
	fmt.Fprint(a.stdout, b.String())
}

func (a *app) usageLine(cmd *cobra.Command) string {
	if cmd.HasAvailableSubCommands() {
		return cmd.CommandPath() + a.say(" 命令 [选项]", " COMMAND [flags]")
	}
	return strings.TrimSuffix(cmd.CommandPath(), cmd.Name()) + cmd.Use
}

// flagRows are the flags in the order they were defined or, where the set
// sorts, by name. A zero default is not shown.
func (a *app) flagRows(flags *pflag.FlagSet, wanted func(*pflag.Flag) bool) [][2]string {
	var rows [][2]string
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || !wanted(f) {
			return
		}
		variable, usage := pflag.UnquoteUsage(f)
		left := "    --" + f.Name
		if f.Shorthand != "" {
			left = "-" + f.Shorthand + ", --" + f.Name
		}
		if variable != "" {
			left += " " + variable
		}
		switch f.DefValue {
		case "", "0", "false", "[]":
		default:
			usage += a.say("（默认 %s）", " (default %s)", f.DefValue)
		}
		rows = append(rows, [2]string{left, usage})
	})
	return rows
}

func writeRows(b *strings.Builder, rows [][2]string) {
	widest := 0
	for _, r := range rows {
		widest = max(widest, uniseg.StringWidth(r[0]))
	}
	for _, r := range rows {
		fmt.Fprintf(b, "  %s%s  %s\n", r[0], strings.Repeat(" ", widest-uniseg.StringWidth(r[0])), r[1])
	}
}

// examples joins one "command # remark" a line under the language of a.
func (a *app) examples(lines ...model.Text) string {
	var out []string
	for _, l := range lines {
		out = append(out, "  "+l.In(a.lang))
	}
	return strings.Join(out, "\n")
}
