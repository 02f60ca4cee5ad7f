package main

import (
	"context"
	"os"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"jxmb/cmd/internal/batch"
	"jxmb/cmd/internal/batch/source"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
	"jxmb/model/profile"
	"jxmb/render"
)

// convertFlags are the flags of convert as they stand on the command line.
type convertFlags struct {
	out         string
	to          []string
	jobs        int
	report      string
	force       bool
	prune       bool
	failOn      string
	quiet       bool
	summaryOnly bool
	shard       string
	explain     bool
	beside      bool
	font        string
	sign        bool
	compact     bool
	noOrigin    bool
	pages       int
	review      reviewFlags
	reading     readingFlags
}

func newConvertCommand(a *app) *cobra.Command {
	var f convertFlags
	cmd := &cobra.Command{
		Use:   a.say("convert [选项] 路径...", "convert [flags] PATH..."),
		Short: a.say("把报送文件转换成 %[1]s", "convert submissions to %[2]s", strings.Join(render.Names(), "、"), strings.Join(render.Names(), ", ")),
		Long: a.say(`路径可以是 .docx 文件、文件夹（含下级）、装有它们的 .zip、"-"（标准输入）、
"@名单.txt"（每行一个路径），或对象存储中的 s3://存储桶/前缀/（地址和密钥取自环境变量
AWS_ENDPOINT_URL、AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY）。没有 -o 时把一个文件的结果打印到标准输出。

多个文件时，结果按原文件夹结构写入 -o，另有各格式的汇总 %[1]s
和 report.json（每个文件的结果）。重复报送的项目只计一次。再次运行会跳过没有变化的文件，
所以可以随时中断；输入已不在的旧结果由 --prune 删去。`,
			`PATH is a .docx file, a folder (searched recursively), a .zip archive of them, "-" for
standard input, "@list.txt" with one path a line, or s3://BUCKET/PREFIX/ in object storage
(AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY say where and with which keys).
Without -o, the result of one file is printed to standard output.

With many files the results follow the folders of the inputs below -o, together with the
summaries of the formats, %[2]s, and report.json (what became of each
file). A project that was sent twice counts once. A second run skips what has not changed, so
a run may be stopped at any time; --prune removes results of inputs that are gone.`, summaryFiles("、"), summaryFiles(", ")),
		Example: a.examples(
			model.Say("jxmb convert 报送.docx                            # 打印 JSON", "jxmb convert submission.docx                   # print JSON"),
			model.Say("jxmb convert 报送.docx -o 报送.xlsx               # 一个 Excel 文件", "jxmb convert submission.docx -o table.xlsx     # one Excel file"),
			model.Say("jxmb convert 报送.docx -o out -t json,xlsx,pdf    # out/ 中三个文件", "jxmb convert submission.docx -o out -t json,xlsx,pdf"),
			model.Say("jxmb convert 2022年报送/ -o out -t json,xlsx,pdf  # 整个文件夹", "jxmb convert season/ -o out -t json,xlsx,pdf   # a whole folder"),
			model.Say("jxmb convert 各单位.zip -o out --summary-only -t ndjson,xlsx  # 只要汇总表", "jxmb convert all.zip -o out --summary-only -t ndjson,xlsx  # only the summary"),
			model.Say("cat 报送.docx | jxmb convert -                    # 从标准输入读", "cat submission.docx | jxmb convert -           # from standard input"),
		),
		Args: a.args(1, -1, model.Say("缺少要转换的文件或文件夹", "no file or folder to convert")),
		RunE: func(cmd *cobra.Command, args []string) error { return a.convert(cmd, args, &f) },
	}
	f.add(a, cmd.Flags())
	return cmd
}

func (f *convertFlags) add(a *app, flags *pflag.FlagSet) {
	formats := strings.Join(render.Names(), ",")
	flags.SortFlags = false
	flags.StringVarP(&f.out, "out", "o", "", a.say("结果写入的`文件夹`（只有一个输入时也可以是 名称.xlsx 等文件）", "write results into `DIR` (for one input also a file such as name.xlsx)"))
	flags.StringSliceVarP(&f.to, "to", "t", nil, a.say("输出`格式`，逗号分隔："+formats+"（默认 json）", "output `FORMATS`, comma-separated: "+formats+" (default json)"))
	f.addJobs(a, flags)
	flags.StringVar(&f.report, "report", "", a.say("写入运行报告的`文件`（默认为结果文件夹中的 report.json）", "write the report to `FILE` (default DIR/report.json)"))
	flags.BoolVar(&f.force, "force", false, a.say("没有变化的文件也重做", "do unchanged files again"))
	flags.BoolVar(&f.prune, "prune", false, a.say("删去旧结果：输入已不在或已改变，或这次不要的汇总格式", "remove old results: of inputs that are gone or changed, and summaries in formats not asked for"))
	flags.BoolVar(&f.summaryOnly, "summary-only", false, a.say("只写汇总文件，不写每个文件的结果", "write only the files over all inputs"))
	flags.StringVar(&f.shard, "shard", "", a.say("分成 N 份，只做第 i 份：`i/N`；各份用自己的 -o，再用 jxmb merge 合并", "do part i of N, `i/N`; each part has an -o of its own, and jxmb merge joins them"))
	f.addVerdict(a, flags)
	flags.BoolVar(&f.explain, "explain", false, a.say("不转换，只说明每张表匹配了哪种表样、靠哪些标签、剩下什么", "convert nothing; tell for each table which form matched, by which labels, and what was left over"))
	flags.StringVar(&f.font, "font", "", a.say("PDF 中内置字体缺字时用的 TrueType `字体文件`；system 表示本机字体", "TrueType `FILE` for characters that the built-in fonts of the PDF lack; \"system\" for those of this machine"))
	flags.BoolVar(&f.sign, "sign", false, a.say("PDF 末尾留签字栏：填报人、审核人、单位负责人、日期", "leave room for signatures in the PDF"))
	flags.IntVar(&f.pages, "max-pages", 2000, a.say("上限：一份 PDF 的`页`数，文字按每页 1500 字计，超过 100 万字按 500 字计", "limit: `PAGES` of a PDF, with 1,500 characters of text for each, beyond a million 500"))
	flags.BoolVar(&f.compact, "compact", false, a.say("JSON 写成一行", "write JSON on one line"))
	flags.BoolVar(&f.noOrigin, "no-origin", false, a.say("JSON 中不写位置（origin、cells、also、起止字节）", "leave places out of JSON (origin, cells, also, byte ranges)"))
	flags.BoolVar(&f.beside, "beside", false, "")
	flags.Lookup("beside").Hidden = true // what paths without a command mean
	f.review.add(a, flags)
	f.review.addMinSeverity(a, flags, a.say("PDF、xlsx、汇总和计数中只要此级别以上的问题", "only findings as grave as this in PDF, xlsx, summaries and counts"))
	f.reading.add(a, flags)
}

func (f *convertFlags) addJobs(a *app, flags *pflag.FlagSet) {
	flags.IntVarP(&f.jobs, "jobs", "j", runtime.GOMAXPROCS(0), a.say("同时处理的文件数 `N`", "convert `N` files at a time"))
}

func (f *convertFlags) addVerdict(a *app, flags *pflag.FlagSet) {
	flags.StringVar(&f.failOn, "fail-on", "never", a.say("问题达到此级别时退出码为 1：`error|warning|info|never`", "exit with 1 when a finding is this grave: `error|warning|info|never`"))
	flags.BoolVarP(&f.quiet, "quiet", "q", false, a.say("不显示进度和小结", "show no progress and no summary"))
}

func (a *app) convert(cmd *cobra.Command, args []string, f *convertFlags) error {
	c := &conversion{app: a, cmd: cmd, convertFlags: f}
	if err := c.prepare(); err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	if f.beside && f.out == "" {
		return c.allBeside(ctx, args)
	}
	return c.run(ctx, args)
}

// conversion is one run of convert.
type conversion struct {
	*app
	*convertFlags
	cmd    *cobra.Command
	plan   *source.Plan
	reader batch.Reader
	failOn model.Severity
	tried  string // the stem of the one input that this process is to try, see [conversion.trial]
	settings
}

// prepare makes of flags and settings file what a run needs.
func (c *conversion) prepare() (err error) {
	c.review.implied = c.impliedProfile
	if c.settings, err = c.app.settings(c.cmd, &c.review, &c.quiet); err != nil {
		return err
	}
	if c.failOn, err = c.app.failOn(c.cmd, c.convertFlags.failOn); err != nil {
		return err
	}
	if c.reader, err = c.app.reader(c.cmd, &c.reading); err != nil {
		return err
	}
	if c.reader.Review, err = c.app.loadReview(&c.review); err != nil {
		return err
	}
	if err := c.fontFile(); err != nil {
		return err
	}
	c.reader.Check, c.reader.Jobs = c.config, c.jobs
	return nil
}

// fontFile refuses a font that is no file, as it is read more than once, or that
// may not be read.
func (c *conversion) fontFile() error {
	if c.font == "" || c.font == render.InstalledFonts {
		return nil
	}
	info, err := os.Stat(c.font)
	if err == nil && !info.Mode().IsRegular() {
		err = &model.Fault{Kind: "device", What: model.Say("不是普通文件", "is no regular file"), Hint: model.Say("请核对路径", "check the path")}
	}
	if err == nil {
		err = readable(c.font)
	}
	if err != nil {
		f := *fault.Explain(err)
		f.Place = model.Say("--font %s", "--font %s", c.font)
		return &f
	}
	return nil
}

func readable(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	return file.Close()
}

// run converts what args name.
func (c *conversion) run(ctx context.Context, args []string) (err error) {
	if _, err = c.formats(render.JSON.Name); err != nil {
		return err
	}
	sources := c.reading.sources(ctx, c.stdin, c.out)
	if sources.Shard, err = c.sharded(args); err != nil {
		return err
	}
	c.plan, err = source.Gather(args, sources)
	if ctx.Err() != nil {
		return errInterrupted
	}
	if err != nil {
		return err
	}
	defer c.plan.Close()
	c.tried = os.Getenv(trialVariable)
	switch {
	case c.tried != "" && !c.plan.Many: // another path of the same command line
		return nil
	case c.explain && len(c.plan.Inputs) > 0:
		return c.explainAll(ctx)
	case c.plan.Many:
		return c.many(ctx)
	case c.shard != "":
		return c.notOne()
	}
	return c.one(ctx)
}

func (c *conversion) renderOptions() render.Options {
	return render.Options{
		Lang: c.lang, Font: c.font, Sign: c.sign, Pages: c.pages,
		Compact: c.compact, NoOrigin: c.noOrigin, Profile: c.config.Profile,
	}
}

// impliedProfile is the profile that -t profile means alone.
func (c *conversion) impliedProfile() string {
	if slices.ContainsFunc(c.to, func(name string) bool { return formatName(name) == "profile" }) {
		return profile.Default
	}
	return ""
}

// formatName is the name of a format as people write it in --to.
func formatName(written string) string {
	return strings.ToLower(strings.TrimPrefix(strings.TrimSpace(written), "."))
}

// formats looks up --to; otherwise is what it means when it is not given.
func (c *conversion) formats(otherwise string) ([]render.Format, error) {
	names := c.to
	switch {
	case len(names) > 0:
	case c.beside:
		names = besideFormats
	default:
		names = []string{otherwise}
	}
	var formats []render.Format
	for _, name := range names {
		name = formatName(name)
		format, ok := render.Lookup(name)
		if !ok {
			what := model.Say("没有输出格式 %q", "there is no output format %q", name)
			if near, ok := nearest(name, render.Names()); ok {
				return nil, c.wrongUsage(c.cmd, what, model.Say("是不是 %s？", "did you mean %s?", near))
			}
			all := strings.Join(render.Names(), ", ")
			return nil, c.wrongUsage(c.cmd, what, model.Say("可用的有 %s", "there are %s", all))
		}
		if !slices.ContainsFunc(formats, func(f render.Format) bool { return f.Name == name }) {
			formats = append(formats, format)
		}
	}
	return formats, nil
}

func (a *app) failOn(cmd *cobra.Command, value string) (model.Severity, error) {
	switch s := model.Severity(value); s {
	case "never":
		return "", nil
	case model.Error, model.Warning, model.Info:
		return s, nil
	}
	return "", a.wrongUsage(cmd,
		model.Say("--fail-on 不能取 %q", "--fail-on cannot be %q", value),
		model.Say("可取 error、warning、info、never", "it takes error, warning, info or never"))
}
