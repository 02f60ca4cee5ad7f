package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"jxmb/cmd/internal/batch"
	"jxmb/cmd/internal/batch/folder"
	"jxmb/cmd/internal/batch/source"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
	"jxmb/render/word"
)

// annotateFlags are the flags of annotate as they stand on the command line.
type annotateFlags struct {
	out     string
	force   bool
	jobs    int
	quiet   bool
	revise  bool
	across  string
	review  reviewFlags
	reading readingFlags
}

// annotateHelp tells what stands in the result.
func (a *app) annotateHelp() string {
	return a.say(`每个错误和警告在其单元格处加一条 Word 批注（作者 jxmb：代码、级别、说明、建议），相关
文字错误标红、警告标黄；第一段的小结写明数目和怎么改，提示在小结里按规则计数（要逐条批注
用 --min-severity info）。一个文件最多批注一万处，先严重的，其余计入小结。文件其余内容逐字节
不变，原有批注和标色保留，重复运行只更新 jxmb 自己的批注和标色。带数字签名的文件默认拒绝，
因为任何改动都会使签名失效。

Excel 工作簿的批注写在单元格上，最多一千格（错误、警告的单元格标红、标黄）。.doc、.wps 等写
不进批注的文件得到一份 .docx，逐条列出问题和位置。

几个文件之间的问题（同一项目报了两次、预算数不同）也批注在文件里。

加 --revise 不写批注，而把 --review 审核记录里的更正写成修订（修订者、时间照记录），供单位在 Word
里接受或拒绝；没有更正的文件不写。

路径同 convert：文件、文件夹、.zip、"@名单.txt"。多个文件时 -o 是文件夹，结果按原结构写入。`,
		`Each error and warning becomes a Word comment at its cell (author jxmb: code, severity,
message, hint), and the text concerned is highlighted, red for errors and yellow for warnings.
A summary at the first paragraph counts them and says what to do; those of severity info are
counted there by rule (--min-severity info gives each a comment), as are all but the gravest ten
thousand of a file. All else in the file stays byte for byte, comments and highlights of people
are kept, and a second run replaces those of the first. A digitally signed document is refused,
since any change breaks the signature.

In an Excel workbook the comments stand at cells, a thousand at most, which are coloured the same.
For .doc, .wps and other files that take no comments the result is a .docx that lists findings and
places.

What several files together show, such as a project that was sent twice, is told in them too.

With --revise the result holds no comments but the corrections of the --review as tracked changes,
by their authors and dates, for the unit to accept or reject in Word; a file without any is left out.

PATH is as for convert: files, folders, .zip archives, "@list.txt". With many files -o is a
folder, and the results follow the folders of the inputs.`)
}

func newAnnotateCommand(a *app) *cobra.Command {
	var f annotateFlags
	cmd := &cobra.Command{
		Use:   a.say("annotate [选项] 路径... -o 结果", "annotate [flags] PATH... -o OUT"),
		Short: a.say("把审核发现的问题作为批注写进报送的文件", "write the findings of the review into the submitted files as comments"),
		Long:  a.annotateHelp(),
		Example: a.examples(
			model.Say("jxmb annotate 报送.docx -o 退回.docx", "jxmb annotate submission.docx -o returned.docx"),
			model.Say("jxmb annotate 2022年报送/ -o 退回/               # 整个文件夹", "jxmb annotate season/ -o returned/             # a whole folder"),
			model.Say("jxmb annotate 报送.docx -o 退回.docx --disable I  # 不要名称、编码一类", "jxmb annotate in.docx -o out.docx --disable I  # leave out a family of rules"),
		),
		Args: a.args(1, -1, model.Say("缺少要批注的文件", "no file to annotate")),
		RunE: func(cmd *cobra.Command, args []string) error { return a.annotate(cmd, args, &f) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVarP(&f.out, "out", "o", "", a.say("结果写入的`文件或文件夹`；- 表示标准输出", "write the result to `FILE or DIR`; - for standard output"))
	flags.BoolVar(&f.force, "force", false, a.say("带数字签名的文件也批注（签名随之失效）", "annotate a signed document too, which breaks its signature"))
	flags.BoolVar(&f.revise, "revise", false, a.say("把 --review 中的更正写成修订，不写批注", "write the corrections of --review as tracked changes, and no comments"))
	flags.IntVarP(&f.jobs, "jobs", "j", runtime.GOMAXPROCS(0), a.say("同时处理 `N` 个文件", "annotate `N` files at a time"))
	flags.BoolVarP(&f.quiet, "quiet", "q", false, a.say("不显示小结", "show no summary"))
	f.review.add(a, flags)
	f.review.addMinSeverity(a, flags, a.say("逐条批注此级别以上的问题（默认 warning）", "comments for findings as grave as this (default warning)"))
	f.reading.add(a, flags)
	flags.StringVar(&f.across, "across", "", "FILE of findings between the file and others, for jxmb serve")
	_ = flags.MarkHidden("across") // it is there
	return cmd
}

func (a *app) annotate(cmd *cobra.Command, args []string, f *annotateFlags) error {
	if f.out == "" {
		return a.wrongUsage(cmd, model.Say("缺少 -o", "-o is missing"),
			model.Say("用 -o 指定结果文件或文件夹；输入文件不会被改动", "name the result with -o; the input is never changed"))
	}
	if err := a.revisable(cmd, f); err != nil {
		return err
	}
	settings, err := a.settings(cmd, &f.review, &f.quiet)
	if err != nil {
		return err
	}
	reader, err := a.reviewer(cmd, &f.reading, &f.review, settings, f.jobs)
	if err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	plan, err := source.Gather(args, f.reading.sources(ctx, a.stdin, f.out))
	switch {
	case ctx.Err() != nil:
		return errInterrupted
	case err != nil:
		return err
	}
	defer plan.Close()
	to, err := a.annotateTarget(cmd, plan, f.out)
	if err != nil {
		return err
	}
	options := word.Options{Lang: a.lang, Force: f.force, Least: model.Warning, Summary: true, Titles: batch.RuleTitles()}
	if settings.minSeverity != "" {
		options.Least = settings.minSeverity
	}
	r := &annotating{app: a, annotateFlags: f, options: options, to: to}
	return r.all(ctx, reader, plan)
}

// annotateTarget reads -o: "-", a file beside nothing but one input, or a
// folder.
func (a *app) annotateTarget(cmd *cobra.Command, plan *source.Plan, out string) (to output, err error) {
	if len(plan.Inputs) == 0 {
		return to, a.wrongUsage(cmd, model.Say("没有找到可批注的文件", "found no file to annotate"), model.Text{})
	}
	info, err := os.Stat(out)
	isFolder := err == nil && info.IsDir()
	name := filepath.Base(out)
	ext := strings.ToLower(filepath.Ext(name))
	switch {
	case isFolder, out != "-" && ext == "", strings.HasSuffix(out, "/"):
		return output{folder: out}, nil
	case plan.Many && (out == "-" || slices.Contains(annotatable, ext)):
		return to, a.wrongUsage(cmd,
			model.Say("多个文件的批注不能写进 %s", "the annotations of many files do not fit into %s", out),
			model.Say("-o 给出文件夹", "name a folder with -o"))
	case plan.Many:
		return output{folder: out}, nil
	case out == "-" && isTerminal(a.stdout):
		return to, a.binary(cmd, model.Say("批注后的文件", "an annotated file"))
	case out == "-":
		return to, nil
	}
	if want := annotatedExt(plan.Inputs[0].Name); ext != want {
		kind := model.Say("Word 文件", "Word file")
		if slices.Contains(bookExtensions, want) {
			kind = model.Say("Excel 工作簿", "workbook")
		}
		return to, a.wrongUsage(cmd,
			model.Text{
				ZH: model.Chinese.Say("-o %s 的扩展名应是 %s：批注写在 %s里", "", out, want, kind.ZH),
				EN: model.English.Say("", "-o %s ought to end in %s: the result is a %s", out, want, kind.EN),
			},
			model.Say("例如 -o %s", "such as -o %s", strings.TrimSuffix(name, filepath.Ext(name))+want))
	}
	return output{folder: filepath.Dir(out), file: name}, nil
}

// annotating is one run of annotate.
type annotating struct {
	*app
	*annotateFlags
	options   word.Options
	to        output
	folder    *folder.Folder
	done      int
	failed    int
	unrevised int // files of many that are not corrected
	found     batch.Findings
}

// annotated is a document with its comments, whole before anything is written.
type annotated struct {
	bytes.Buffer
	found batch.Findings
	told  map[model.Severity]int // of those, by a comment each
}

func (r *annotating) all(ctx context.Context, reader batch.Reader, plan *source.Plan) (err error) {
	if r.to.folder != "" {
		if r.folder, err = folder.Open(r.to.folder, plan.Files); err != nil {
			return err
		}
		defer r.folder.Close()
	}
	across, done, err := r.findAcross(ctx, reader, plan)
	if err != nil {
		return err
	}
	defer done()
	work := func(in *source.Input, src io.ReaderAt, size int64, d *model.Document) (*annotated, error) {
		if found := across(in.Name); len(found) > 0 {
			d.Findings = append(d.Findings, found...)
			if reader.Review != nil {
				reader.Review.Filter(d)
			}
		}
		w := &annotated{found: findings(d)}
		return w, r.into(ctx, w, in.Name, submission{src, size}, d)
	}
	err = batch.EachWith(ctx, reader, plan, work, func(in *source.Input, w *annotated, met *model.Fault) error {
		if met == nil {
			err := r.write(in, w)
			if err == nil || fault.StopsAll(err) {
				return err
			}
			met = fault.Explain(err)
		}
		if met == errUnrevised && plan.Many {
			r.unrevised++
			return nil
		}
		r.failed++
		r.tell(in.Path, met)
		return nil
	})
	if err == nil && ctx.Err() != nil {
		err = errInterrupted
	}
	if plan.Many && !r.quiet {
		r.summary()
		r.ignored(plan)
	}
	if err == nil && r.failed > 0 {
		err = errFailed
	}
	return err
}
