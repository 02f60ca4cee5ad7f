package main

import (
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"

	"jxmb/model"
)

func newManCommand(a *app) *cobra.Command {
	var folder string
	cmd := &cobra.Command{
		Use:   a.say("man [命令]", "man [COMMAND]"),
		Short: a.say("输出手册页", "print a manual page"),
		Example: a.examples(
			model.Say("jxmb man convert | man -l -      # 阅读 convert 的手册页", "jxmb man convert | man -l -      # read the page of convert"),
			model.Say("jxmb man -o share/man/zh_CN/man1 # 写出全部手册页", "jxmb man -o share/man/man1       # write all pages"),
		),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			target, rest, err := root.Find(args)
			if err != nil || len(args) > 0 && target == root {
				return a.knownCommand(root, args)
			}
			if len(rest) > 0 || folder != "" && len(args) > 0 {
				return a.wrongUsage(cmd, model.Say("多余的参数 %q", "unexpected argument %q", args[len(args)-1]), model.Text{})
			}
			if folder == "" {
				_, err := io.WriteString(a.stdout, manualPage(target))
				return err
			}
			return writeManual(root, folder)
		},
	}
	cmd.Flags().StringVarP(&folder, "out", "o", "", a.say("把全部手册页写进文件夹 `DIR`", "write all pages into folder `DIR`"))
	return cmd
}

// writeManual writes the pages of cmd and of all below it into folder.
func writeManual(cmd *cobra.Command, folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, sub := range append(described(cmd), cmd) {
		if err := os.WriteFile(filepath.Join(folder, pageName(sub)+".1"), []byte(manualPage(sub)), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// described are the commands below cmd that have pages.
func described(cmd *cobra.Command) (below []*cobra.Command) {
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			below = append(below, sub)
		}
	}
	return below
}

// manualDate dates the pages by the sources they describe: the same sources, the
// same bytes.
func manualDate() time.Time {
	var made time.Time
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.time" {
				made, _ = time.Parse(time.RFC3339, s.Value) // left at zero where it is no time
			}
		}
	}
	return made
}
