package main

import (
	"bufio"
	"context"
	"errors"
	"iter"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"jxmb/cmd/internal/batch"
	"jxmb/cmd/internal/batch/source"
	"jxmb/model"
)

// checkFlags are the flags of check as they stand on the command line.
type checkFlags struct {
	format  string
	rules   bool
	explain string
	failOn  string
	jobs    int
	quiet   bool
	review  reviewFlags
	reading readingFlags
}

// checkHelp tells what a line is, and how to write settings.
func (a *app) checkHelp() string {
	return a.say(`每行：文件: 项目/指标 (位置): 级别 代码: 说明 (建议)，按在文件中的位置排列。
一次给出多个文件时还检查它们之间的矛盾：编码重复、单位名称不一、预算数不同。

规则可用 --select、--disable、--severity 调整，或写进 jxmb.toml（从当前文件夹起逐级向上
查找，convert、check、annotate 都读；--rules 列出调整后的规则）：

  lang = "zh"              # 还有 to、jobs、ext、forms、font、profile、library、fail-on、min-severity，即同名选项
  [check]
  disable = ["C004", "V*"] # 或 select = […]；C* 是一类
  [check.severity]
  B002 = "error"
  [check.B001]             # 规则自己的设置，--explain B001 列出
  tolerance = 0.05`,
		`A line is: file: project/indicator (place): severity code: message (hint), in the order of
places. With several files, contradictions between them are found as well: a code in two
files, a unit with two names, a project with two budgets.

--select, --disable and --severity adjust the rules, or jxmb.toml does, which convert, check
and annotate look for in the working folder and upwards; --rules lists the rules so adjusted:

  lang = "en"              # and to, jobs, ext, forms, font, profile, library, fail-on, min-severity: the flags of those names
  [check]
  disable = ["C004", "V*"] # or select = […]; C* is a family
  [check.severity]
  B002 = "error"
  [check.B001]             # what a rule compares with; --explain B001 lists it
  tolerance = 0.05`)
}

func newCheckCommand(a *app) *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   a.say("check [选项] 路径...", "check [flags] PATH..."),
		Short: a.say("审核报送文件，每行打印一个问题", "review submissions and print one finding a line"),
		Long:  a.checkHelp(),
		Example: a.examples(
			model.Say("jxmb check 报送.docx                      # 一个文件", "jxmb check submission.docx             # one file"),
			model.Say("jxmb check 2022年报送/ --format json      # 整个文件夹，供程序读取", "jxmb check season/ --format json       # a folder, for programs"),
			model.Say("jxmb check 报送.docx --disable C004 --severity B002=error", "jxmb check submission.docx --disable C004 --severity B002=error"),
			model.Say("jxmb check --rules                        # 列出全部规则", "jxmb check --rules                     # list all rules"),
			model.Say("jxmb check --explain V001                 # 说明一条规则", "jxmb check --explain V001              # explain a rule"),
		),
		Args: func(cmd *cobra.Command, args []string) error {
			if f.rules || f.explain != "" {
				return a.args(0, 0, model.Text{})(cmd, args)
			}
			return a.args(1, -1, model.Say("缺少要审核的文件或文件夹", "no file or folder to check"))(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case f.rules:
				return a.printRules(cmd, &f)
			case f.explain != "":
				return a.explainRule(cmd, f.explain)
			}
			return a.check(cmd, args, &f)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.format, "format", "text", a.say("输出格式：`text|json|sarif`", "output format: `text|json|sarif`"))
	flags.BoolVar(&f.rules, "rules", false, a.say("列出全部规则", "list all rules"))
	flags.StringVar(&f.explain, "explain", "", a.say("说明`代码`所指的规则", "explain the rule of `CODE`"))
	f.review.add(a, flags)
	f.review.addMinSeverity(a, flags, a.say("只要此级别以上的问题", "only findings as grave as this"))
	flags.StringVar(&f.failOn, "fail-on", "error", a.say("问题达到此级别时退出码为 1：`error|warning|info|never`", "exit with 1 when a finding is this grave: `error|warning|info|never`"))
	flags.IntVarP(&f.jobs, "jobs", "j", runtime.GOMAXPROCS(0), a.say("同时处理 `N` 个文件", "read `N` files at a time"))
	flags.BoolVarP(&f.quiet, "quiet", "q", false, a.say("不显示小结", "show no summary"))
	f.reading.add(a, flags)
	return cmd
}

// check reviews what args name and writes the report.
func (a *app) check(cmd *cobra.Command, args []string, f *checkFlags) error {
	settings, err := a.settings(cmd, &f.review, &f.quiet)
	if err != nil {
		return err
	}
	failOn, err := a.failOn(cmd, f.failOn)
	if err != nil {
		return err
	}
	reader, err := a.reviewer(cmd, &f.reading, &f.review, settings, f.jobs)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(a.stdout, 64<<10)
	report, ok := a.newFindingsReport(f.format, out, settings)
	if !ok {
		return a.wrongUsage(cmd, model.Say("--format 不能取 %q", "--format cannot be %q", f.format),
			model.Say("可取 text、json、sarif", "it takes text, json or sarif"))
	}
	ctx, stop := interruptible()
	defer stop()
	plan, err := source.Gather(args, f.reading.sources(ctx, a.stdin, ""))
	switch {
	case ctx.Err() != nil:
		return errInterrupted
	case err != nil:
		return err
	}
	defer plan.Close()
	r := &reviewing{app: a, report: report, across: reader.NewAcross(), settings: settings}
	defer r.across.Close()
	err = errors.Join(r.all(ctx, reader, plan), out.Flush())
	switch {
	case err != nil:
		return err
	case ctx.Err() != nil:
		return errInterrupted
	}
	if !f.quiet {
		r.summary(len(plan.Inputs))
		a.ignored(plan)
	}
	if r.failed > 0 || len(plan.Inputs) == 0 || r.found.Reach(failOn) {
		return errFailed
	}
	return nil
}

// findingsReport writes findings in one format. The calls come in the order of
// the plan; finish comes last.
type findingsReport interface {
	file(path string, d *model.Document) error
	fault(path string, f *model.Fault) error
	finish(across iter.Seq2[string, *model.Finding]) error
}

func (a *app) newFindingsReport(format string, out *bufio.Writer, s settings) (findingsReport, bool) {
	switch format {
	case "text":
		return &textFindings{app: a, out: out}, true
	case "json":
		return &jsonFindings{app: a, out: out, settings: s.file}, true
	case "sarif":
		return newSarif(a, out, s.file), true
	}
	return nil, false
}

// reviewing is one run of check.
type reviewing struct {
	*app
	settings
	report findingsReport
	across *batch.Across
	found  batch.Findings
	failed int
}

func (r *reviewing) all(ctx context.Context, reader batch.Reader, plan *source.Plan) error {
	err := reader.Each(ctx, plan, func(res batch.Result) error {
		if res.Fault != nil {
			r.failed++
			r.tell(res.Input.Path, res.Fault)
			return r.report.fault(res.Input.Path, res.Fault)
		}
		res.Doc.Findings = slices.DeleteFunc(res.Doc.Findings, func(f model.Finding) bool { return !r.shows(f.Severity) })
		for _, f := range res.Doc.Findings {
			r.found.Count(f.Severity)
		}
		r.across.Add(res.Input.Path, res.Doc)
		return r.report.file(res.Input.Path, res.Doc)
	})
	if err != nil || ctx.Err() != nil {
		return err
	}
	between, err := r.across.Findings()
	if err != nil {
		return err
	}
	err = r.report.finish(func(yield func(string, *model.Finding) bool) {
		for file, f := range between.Left() {
			if !r.shows(f.Severity) {
				continue
			}
			r.found.Count(f.Severity)
			if !yield(file, f) {
				return
			}
		}
	})
	return errors.Join(err, between.Err())
}

func (r *reviewing) summary(inputs int) {
	if inputs == 0 {
		r.note(r.say("没有找到可审核的文件", "found no file to check"))
		return
	}
	r.note(r.say("%d 个文件，%d 个失败：%s", "files %d, failed %d: %s"), inputs, r.failed, r.counted(r.found))
}
