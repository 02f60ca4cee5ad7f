package main

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"jxmb/cmd/internal/batch"
	"jxmb/cmd/internal/batch/source"
	"jxmb/model"
	"jxmb/parser/ooxml"
	"jxmb/render/word"
	"jxmb/render/workbook"
)

// annotatable are the extensions of files that comments are written into.
var (
	annotatable    = append(wordExtensions, bookExtensions...)
	wordExtensions = []string{".docx", ".docm", ".dotx", ".dotm"}
	bookExtensions = []string{".xlsx", ".xlsm", ".xltx", ".xltm"}
)

// annotatedExt is the extension of an annotated file: that of the input, since
// Word and Excel refuse documents with macros under .docx and .xlsx. What takes no
// comments is answered by a .docx.
func annotatedExt(name string) string {
	if ext := extension(name); slices.Contains(annotatable, ext) {
		return ext
	}
	return ".docx"
}

func extension(name string) string { return strings.ToLower(path.Ext(name)) }

// submission is the bytes of one.
type submission struct {
	io.ReaderAt
	size int64
}

// into writes the findings of d into the file that it was read from or, where
// that takes no comments, into a document of their own.
func (r *annotating) into(ctx context.Context, w *annotated, name string, src submission, d *model.Document) (err error) {
	if r.revise {
		return r.revised(ctx, w, src, d)
	}
	asBook := slices.Contains(bookExtensions, extension(name))
	file, unopened := ooxml.Open(src, src.size, ooxml.Limits{})
	switch {
	case unopened == nil && file.IsWorkbook() && asBook:
		w.told, err = workbook.Annotate(ctx, w, src, src.size, d, workbook.Options{Lang: r.options.Lang, Least: r.options.Least, Titles: r.options.Titles})
	case unopened == nil && !file.IsWorkbook() && !asBook:
		w.told, err = word.Annotate(ctx, w, src, src.size, d, r.options)
	case asBook:
		return &model.Fault{
			Kind: "foreign",
			What: model.Say("扩展名是 %s，内容却不是 Excel 工作簿，不能批注", "the name ends in %s, and it is no Excel workbook, which cannot be annotated", extension(name)),
			Hint: model.Say("改正文件的扩展名", "correct the extension of the file"),
		}
	default:
		w.told, err = word.Return(ctx, w, d, r.options)
	}
	return err
}

// write lets the annotated file appear.
func (r *annotating) write(in *source.Input, w *annotated) error {
	if r.folder == nil {
		_, err := w.WriteTo(r.stdout)
		return err
	}
	name := r.to.file
	if name == "" {
		name = in.Stem + annotatedExt(in.Name)
	}
	_, err := r.folder.Write(name, func(out io.Writer) error {
		_, err := w.WriteTo(out)
		return err
	})
	if err != nil {
		return err
	}
	r.done++
	r.found.Add(w.found)
	if r.quiet {
		return nil
	}
	if r.revise {
		r.note(r.say("已写入 %s", "wrote %s"), filepath.Join(r.to.folder, filepath.FromSlash(name)))
		return nil
	}
	marked := batch.Findings{Error: w.told[model.Error], Warning: w.told[model.Warning], Info: w.told[model.Info]}
	r.note(r.say("已写入 %s：批注 %d 条（%s），另有 %d 条记入小结", "wrote %s: comments %d (%s), %d more in the summary"),
		filepath.Join(r.to.folder, filepath.FromSlash(name)), marked.Total(), r.counted(marked), w.found.Total()-marked.Total())
	return nil
}

// summary tells what became of many files.
func (r *annotating) summary() {
	if r.revise {
		r.note(r.say("修订 %d 个文件，失败 %d，没有更正 %d", "%d files revised, %d failed, %d without corrections"), r.done, r.failed, r.unrevised)
		return
	}
	r.note(r.say("批注 %d 个文件，失败 %d：%s", "%d files annotated, %d failed: %s"), r.done, r.failed, r.counted(r.found))
}

// findAcross finds what the files show together, or takes it from whoever read
// them all before.
func (r *annotating) findAcross(ctx context.Context, reader batch.Reader, plan *source.Plan) (of func(file string) []model.Finding, done func(), err error) {
	if r.revise {
		return func(string) []model.Finding { return nil }, func() {}, nil // no finding is told
	}
	if r.across == "" {
		between, err := reader.Across(ctx, plan)
		return between.Of, between.Close, err
	}
	text, err := os.ReadFile(r.across)
	if err != nil {
		return nil, nil, err
	}
	var found []model.Finding
	err = json.Unmarshal(text, &found)
	return func(string) []model.Finding { return found }, func() {}, err
}
