package main

import (
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"jxmb/cmd/internal/batch/source"
	"jxmb/model"
	"jxmb/render"
)

// compareFlags are the flags of compare as they stand on the command line.
type compareFlags struct {
	format  string
	out     string
	years   bool
	failOn  string
	jobs    int
	quiet   bool
	review  reviewFlags
	reading readingFlags
}

func newCompareCommand(a *app) *cobra.Command {
	var f compareFlags
	cmd := &cobra.Command{
		Use:   a.say("compare [选项] 旧 新", "compare [flags] OLD NEW"),
		Short: a.say("对比两次报送或两个年度，列出改动", "tell what changed between two submissions or seasons"),
		Long: a.say(`旧、新各是一个文件、文件夹、.zip，或 convert 以前写出的 .json、.ndjson。
项目按编码对应，没有相同编码的按单位和名称，再按名称和指标的相似程度。

列出新增、取消和有改动的项目；改动的项目逐处列出：预算数、资金用途、支出计划、绩效目标，
新增、取消、改名的指标，指标值要求提高还是降低（按符号、数值和单位判断）。两边都按当前的
规则审核，列出已解决、仍在和新出现的问题。空格、换行和全半角的差别不算改动。

--years 把两边当作两个年度：不比编码，文字里的年份不算改动，并用 P 类规则检查指标值低于
上年、指标减少、文字照抄上年、指标值低于上年实际完成值。

退出码：--fail-on 看新的一边现有的问题（仍在的和新出现的）。`,
			`OLD and NEW are each a file, a folder, a .zip archive, or a .json or .ndjson that convert
wrote earlier. Projects are told by their codes, else by unit and name, else by the likeness of
name and indicators.

Added, dropped and changed projects are listed, the changed ones field by field: budget,
purpose, spending plan, goals, indicators that were added, dropped or renamed, and whether a
target asks for more or for less, by its sign, number and unit. Both sides are reviewed by the
present rules, and findings are settled, remaining or new. Blanks, line breaks and the width of
characters do not count.

--years takes the sides for two years: codes and the years in texts do not count, and the rules
of the P family look for targets below last year's, indicators dropped, texts taken over and
targets below what last year reached.

Exit code: --fail-on looks at the findings of NEW, those that remain and those that are new.`),
		Example: a.examples(
			model.Say("jxmb compare 初稿.docx 修改稿.docx", "jxmb compare first.docx second.docx"),
			model.Say("jxmb compare 第一次报送/ 第二次报送/ -o 对比.xlsx   # 一张 Excel 对比表", "jxmb compare round1/ round2/ -o changes.xlsx        # a workbook"),
			model.Say("jxmb compare out/all.ndjson 新报送/ --format json    # 与以前的结果比", "jxmb compare out/all.ndjson round2/ --format json   # with an earlier run"),
			model.Say("jxmb compare 2022年/ 2023年/ --years                # 两个年度", "jxmb compare 2022/ 2023/ --years                    # two years"),
		),
		Args: a.args(2, 2, model.Say("缺少要对比的旧、新两个路径", "compare takes two paths, OLD and NEW")),
		RunE: func(cmd *cobra.Command, args []string) error { return a.compare(cmd, args, &f) },
	}
	f.add(a, cmd.Flags())
	return cmd
}

func (f *compareFlags) add(a *app, flags *pflag.FlagSet) {
	flags.SortFlags = false
	flags.StringVar(&f.format, "format", "text", a.say("输出格式：`text|json|xlsx`（写入文件时按扩展名）", "output format: `text|json|xlsx` (of a file, by its extension)"))
	flags.StringVarP(&f.out, "out", "o", "", a.say("结果写入的`文件`；没有时打印", "write the result to `FILE` instead of printing it"))
	flags.BoolVar(&f.years, "years", false, a.say("两边是两个年度", "the sides are two years"))
	flags.StringVar(&f.failOn, "fail-on", "never", a.say("新的一边有问题达到此级别时退出码为 1：`error|warning|info|never`", "exit with 1 when a finding of NEW is this grave: `error|warning|info|never`"))
	flags.IntVarP(&f.jobs, "jobs", "j", runtime.GOMAXPROCS(0), a.say("同时处理 `N` 个文件", "read `N` files at a time"))
	flags.BoolVarP(&f.quiet, "quiet", "q", false, a.say("不显示小结", "show no summary"))
	f.review.add(a, flags)
	f.review.addMinSeverity(a, flags, a.say("只要此级别以上的问题", "only findings as grave as this"))
	f.reading.add(a, flags)
}

// compare reads both sides and writes what differs.
func (a *app) compare(cmd *cobra.Command, args []string, f *compareFlags) error {
	settings, err := a.settings(cmd, &f.review, &f.quiet)
	if err != nil {
		return err
	}
	failOn, err := a.failOn(cmd, f.failOn)
	if err != nil {
		return err
	}
	format, err := a.comparisonFormat(cmd, f)
	if err != nil {
		return err
	}
	reader, err := a.reader(cmd, &f.reading)
	if err != nil {
		return err
	}
	reader.Check, reader.Jobs = settings.config, f.jobs
	ctx, stop := interruptible()
	defer stop()
	c := &comparing{app: a, compareFlags: f, settings: settings, reader: reader, sides: new(source.Plan)}
	old, err := c.side(ctx, args[0])
	if err != nil {
		return err
	}
	recent, err := c.side(ctx, args[1])
	if err != nil {
		return err
	}
	told := c.between(old, recent)
	if err := c.write(ctx, told, format); err != nil {
		return err
	}
	return c.verdict(told, failOn)
}

// comparisonFormat is the format that is asked for, by the extension of -o where
// --format is silent.
func (a *app) comparisonFormat(cmd *cobra.Command, f *compareFlags) (render.ComparisonFormat, error) {
	formats := render.ComparisonFormats()
	ext := strings.ToLower(filepath.Ext(f.out))
	for _, format := range formats {
		if cmd.Flags().Changed("format") && f.format == format.Name || !cmd.Flags().Changed("format") && ext == format.Ext {
			if !format.Text && f.out == "" {
				break
			}
			if !format.Text && f.out == "-" && isTerminal(a.stdout) {
				return format, a.binary(cmd, model.Text{ZH: format.Name + " ", EN: format.Name})
			}
			return format, nil
		}
	}
	switch {
	case f.out == "" && f.format == "xlsx":
		return formats[0], a.wrongUsage(cmd, model.Say("--format xlsx 要用 -o 指定文件", "--format xlsx needs a file"),
			model.Say("例如 -o 对比.xlsx；打印到标准输出用 -o -", "such as -o changes.xlsx; - for standard output"))
	case cmd.Flags().Changed("format"):
		return formats[0], a.wrongUsage(cmd, model.Say("--format 不能取 %q", "--format cannot be %q", f.format), model.Say("可取 text、json、xlsx", "it takes text, json or xlsx"))
	case f.out == "" || f.out == "-":
		return formats[0], nil
	}
	return formats[0], a.wrongUsage(cmd, model.Say("-o %s 的扩展名不是 .txt、.json、.xlsx", "-o %s ends in none of .txt, .json, .xlsx", f.out),
		model.Say("用 --format 指定格式", "name the format with --format"))
}
