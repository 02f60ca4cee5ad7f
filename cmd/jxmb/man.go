package main

import (
	"os"
	"regexp"
	"runtime/debug"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
	"github.com/spf13/pflag"

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
			root.DisableAutoGenTag = true
			pageTexts(root)
			if folder == "" {
				return doc.GenMan(target, manHeader(), a.stdout)
			}
			if err := os.MkdirAll(folder, 0o755); err != nil {
				return err
			}
			return doc.GenManTree(root, manHeader(), folder)
		},
	}
	cmd.Flags().StringVarP(&folder, "out", "o", "", a.say("把全部手册页写进文件夹 `DIR`", "write all pages into folder `DIR`"))
	return cmd
}

// pageTexts makes the texts of the help those of a page, which is written as
// Markdown: signs that would be marks there are escaped, indented lines become
// blocks, and the marks of what a flag takes go.
func pageTexts(cmd *cobra.Command) {
	cmd.Long = pageText(cmd.Long)
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		f.Usage = variable.ReplaceAllString(literal.Replace(f.Usage), "$1")
		if f.Name == "jobs" {
			f.DefValue = "N" // the cores of the machine that writes the page are no default elsewhere
		}
	})
	for _, sub := range cmd.Commands() {
		pageTexts(sub)
	}
}

var (
	literal  = strings.NewReplacer("*", `\*`, "_", `\_`, "<", `\<`)
	variable = regexp.MustCompile("`([^`]+)`")
)

func pageText(help string) string {
	var page strings.Builder
	block := false
	for line := range strings.Lines(help + "\n") {
		if in := strings.HasPrefix(line, "  "); in != block {
			block = in
			page.WriteString("\n```\n")
		}
		if block {
			page.WriteString(line)
		} else {
			page.WriteString(literal.Replace(line))
		}
	}
	if block {
		page.WriteString("```\n")
	}
	return page.String()
}

// manHeader dates the pages by the sources they describe: the same sources, the
// same bytes.
func manHeader() *doc.GenManHeader {
	var made time.Time
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.time" {
				made, _ = time.Parse(time.RFC3339, s.Value) // left at zero where it is no time
			}
		}
	}
	return &doc.GenManHeader{Section: "1", Date: &made, Source: "jxmb", Manual: "jxmb"}
}
