package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"jxmb/cmd/internal/batch"
	"jxmb/model"
	"jxmb/render/word"
)

// annotateFlags are the flags of annotate as they stand on the command line.
type annotateFlags struct {
	out     string
	force   bool
	quiet   bool
	review  reviewFlags
	reading readingFlags
}

func newAnnotateCommand(a *app) *cobra.Command {
	var f annotateFlags
	cmd := &cobra.Command{
		Use:   a.say("annotate [选项] 报送.docx -o 批注.docx", "annotate [flags] IN.docx -o OUT.docx"),
		Short: a.say("把审核发现的问题作为批注写进 Word 文件", "write the findings of the review into the Word file as comments"),
		Long: a.say(`每个问题在其单元格处加一条 Word 批注（作者 jxmb：代码、级别、说明、建议），相关文字
标黄；涉及整份文件的问题批注在第一段。文件其余内容逐字节不变，原有批注保留，重复运行
只更新 jxmb 自己的批注。带数字签名的文件默认拒绝，因为任何改动都会使签名失效。`,
			`Each finding becomes a Word comment at its cell (author jxmb: code, severity, message, hint)
and the text concerned is highlighted; findings on the whole document go to the first
paragraph. All else in the file stays byte for byte, comments of people are kept, and a
second run replaces the comments of the first. A digitally signed document is refused, since
any change breaks the signature.`),
		Example: a.examples(
			model.Say("jxmb annotate 报送.docx -o 报送-批注.docx", "jxmb annotate submission.docx -o submission-annotated.docx"),
			model.Say("jxmb annotate 报送.docx -o 批注.docx --disable C004,V008   # 不要这两类提示", "jxmb annotate in.docx -o out.docx --disable C004,V008   # leave these remarks out"),
		),
		Args: a.args(1, 1, model.Say("缺少要批注的文件", "no file to annotate")),
		RunE: func(cmd *cobra.Command, args []string) error { return a.annotate(cmd, args[0], &f) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVarP(&f.out, "out", "o", "", a.say("结果写入 `文件`；- 表示标准输出", "write the result to `FILE`; - for standard output"))
	flags.BoolVar(&f.force, "force", false, a.say("带数字签名的文件也批注（签名随之失效）", "annotate a signed document too, which breaks its signature"))
	flags.BoolVarP(&f.quiet, "quiet", "q", false, a.say("不显示小结", "show no summary"))
	f.review.add(a, flags)
	f.reading.add(a, flags)
	for _, name := range []string{"legacy", "ext", "max-archive-entries", "max-member-bytes", "max-archive-ratio"} {
		flags.Lookup(name).Hidden = true // of inputs that are no .docx
	}
	return cmd
}

func (a *app) annotate(cmd *cobra.Command, in string, f *annotateFlags) error {
	if f.out == "" {
		return a.wrongUsage(cmd, model.Say("缺少 -o", "-o is missing"),
			model.Say("用 -o 指定结果文件；输入文件不会被改动", "name the result with -o; the input is never changed"))
	}
	if in == "-" {
		return a.wrongUsage(cmd, model.Say("annotate 不从标准输入读", "annotate does not read standard input"),
			model.Say("给出 .docx 文件的路径", "give the path of a .docx file"))
	}
	settings, err := a.settings(cmd, &f.review, &f.quiet)
	if err != nil {
		return err
	}
	f.reading.legacy = false
	reader, err := a.reader(cmd, &f.reading)
	if err != nil {
		return err
	}
	reader.Check = settings.config
	plan, err := batch.Gather([]string{in}, f.reading.sources(a.stdin, ""))
	if err != nil {
		return err
	}
	defer plan.Close()
	if plan.Many || len(plan.Inputs) != 1 {
		return a.wrongUsage(cmd, model.Say("%s 不是一个文件", "%s is not one file", in),
			model.Say("annotate 一次批注一个 .docx 文件", "annotate takes one .docx file at a time"))
	}
	ctx := context.Background()
	d, err := reader.Read(ctx, plan.Inputs[0])
	if err == nil {
		err = a.writeAnnotated(ctx, in, plan, d, f)
	}
	if err != nil {
		a.tell(in, err)
		return errFailed
	}
	if !f.quiet && f.out != "-" {
		n := findings(d)
		a.note(a.say("已写入 %s：%d 条批注（错误 %d、警告 %d、提示 %d）", "wrote %s: comments %d (errors %d, warnings %d, notes %d)"),
			f.out, len(d.Findings), n.Error, n.Warning, n.Info)
	}
	return nil
}

// writeAnnotated opens in a second time, for its bytes. That it still is the
// file that was read is checked by its hash.
func (a *app) writeAnnotated(ctx context.Context, in string, plan *batch.Plan, d *model.Document, f *annotateFlags) error {
	original, err := os.Open(in)
	if err != nil {
		return err
	}
	defer original.Close()
	info, err := original.Stat()
	if err != nil {
		return err
	}
	var annotated bytes.Buffer // whole before anything is written
	err = word.Annotate(ctx, &annotated, original, info.Size(), d, word.Options{Lang: a.lang, Force: f.force})
	if err != nil {
		return annotateFault(err)
	}
	if f.out == "-" {
		_, err = annotated.WriteTo(a.stdout)
		return err
	}
	folder, err := batch.OpenFolder(filepath.Dir(f.out), plan)
	if err != nil {
		return err
	}
	defer folder.Close()
	_, err = folder.Write(filepath.Base(f.out), func(w io.Writer) error {
		_, err := annotated.WriteTo(w)
		return err
	})
	return err
}

// annotateFault gives an error of the renderer the form of all others.
func annotateFault(err error) error {
	var e *word.Error
	if !errors.As(err, &e) {
		return err
	}
	return &batch.Fault{Kind: model.FaultKind(e.Kind), Place: model.Text{ZH: e.Part, EN: e.Part}, What: e.What, Hint: e.Hint, Err: e}
}
