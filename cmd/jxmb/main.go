// Command jxmb turns Word submissions that hold 绩效目标表 into structured
// data. One file a command; this one only wires them.
package main

import (
	"bufio"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/inconshreveable/mousetrap"
	"github.com/spf13/cobra"

	"jxmb/cmd/internal/batch/source"
	_ "jxmb/cmd/internal/garbage"
	"jxmb/model"
)

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(softLimit())
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// softLimit is the memory from which on the collector works before the heap has
// doubled: most of what one document out of the ordinary takes is garbage by
// then. Nothing fails at it, the usual documents of all cores fit below, and one of a
// thousand projects takes less than 200 MiB.
func softLimit() int64 { return int64(144+8*runtime.GOMAXPROCS(0)) << 20 }

// run is the whole program: its result is the exit code (see [exitCode]).
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return start(args, stdin, stdout, stderr, mousetrap.StartedByExplorer())
}

// start is run, told whether a double click or files dropped on the program
// began it: its window then closes with it, so it waits to be read.
func start(args []string, stdin io.Reader, stdout, stderr io.Writer, byExplorer bool) int {
	cobra.MousetrapHelpText = "" // an English page that is no help here
	if isTerminal(stdout) {
		stdout = &screen{w: stdout}
	}
	a := &app{line: args, stdin: stdin, stdout: stdout, stderr: stderr, lang: wantedLang(args)}
	root := newRoot(a)
	if len(args) > 0 && strings.HasPrefix(args[0], cobra.ShellCompRequestCmd) {
		completeFlags(root)
	}
	root.SetArgs(meant(root, args, byExplorer))
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	code := a.exitCode(root.Execute())
	if byExplorer && (len(args) > 0 || code != exitDone) {
		a.note(a.say("按回车键关闭", "press Enter to close"))
		_, _ = bufio.NewReader(stdin).ReadString('\n')
	}
	return code
}

// meant is what args stand for: paths are converted, and a double click on the
// program alone opens its page.
func meant(root *cobra.Command, args []string, byExplorer bool) []string {
	switch {
	case byExplorer && len(args) == 0:
		return []string{"serve", "--open"}
	case len(args) > 0 && !hasCommand(root, args[0]) && source.IsPath(args[0]):
		return append([]string{"convert", "--beside"}, args...)
	}
	return args
}

func hasCommand(root *cobra.Command, name string) bool {
	return slices.ContainsFunc(root.Commands(), func(c *cobra.Command) bool { return c.Name() == name })
}

// app is what every command needs of its surroundings.
type app struct {
	line           []string // what stands on the command line
	stdin          io.Reader
	stdout, stderr io.Writer
	lang           model.Lang
	fault          func(*model.Fault) // takes what [app.tell] would print; nil to print it
}

// say picks the wording for the language of this run.
func (a *app) say(zh, en string, args ...any) string { return a.lang.Say(zh, en, args...) }

func newRoot(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:   "jxmb",
		Short: a.say("把 Word 报送的绩效目标表变成结构化数据", "Turn Word submissions of 绩效目标表 into structured data"),
		Example: a.say(`  jxmb convert 报送.docx                            # 结果以 JSON 打印
  jxmb convert 2022年报送/ -o out -t json,xlsx,pdf  # 整个文件夹，可随时中断、再运行续做
  jxmb 报送.docx                                    # JSON、xlsx、PDF 写在文件旁边
  jxmb check 报送.docx                              # 只看审核发现的问题
  jxmb normalize '≥90满意度大于等于百分之九十'      # 拆分一个指标值`,
			`  jxmb convert submission.docx                   # print the result as JSON
  jxmb convert season/ -o out -t json,xlsx,pdf   # a whole folder; stop and restart at any time
  jxmb submission.docx                           # JSON, xlsx and PDF beside the file
  jxmb check submission.docx                     # only the findings of the review
  jxmb normalize '≥90满意度大于等于百分之九十'   # split one target value`),
		Args: a.knownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if asked, _ := cmd.Flags().GetBool("version"); asked {
				return a.printVersion()
			}
			return cmd.Help()
		},
		SilenceErrors:              true,
		SilenceUsage:               true,
		SuggestionsMinimumDistance: 2,
		CompletionOptions:          cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	root.PersistentFlags().String("lang", string(model.Chinese), a.say("消息的语言，`zh|en` 之一", "language of messages, `zh|en`"))
	root.PersistentFlags().BoolP("help", "h", false, a.say("显示帮助", "show help"))
	root.Flags().Bool("version", false, a.say("显示版本", "show the version"))
	root.PersistentPreRunE = a.checkLine
	root.SetFlagErrorFunc(a.flagError)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { a.printHelp(cmd) })
	root.SetHelpCommand(newHelpCommand(a))
	root.AddCommand(
		newConvertCommand(a),
		newMergeCommand(a),
		newCheckCommand(a),
		newAnnotateCommand(a),
		newCompareCommand(a),
		newNormalizeCommand(a),
		newFormsCommand(a),
		newSchemaCommand(a),
		newServeCommand(a),
		newWorkerCommand(a),
		newVersionCommand(a),
		newCompletionCommand(a),
		newManCommand(a),
	)
	return root
}
