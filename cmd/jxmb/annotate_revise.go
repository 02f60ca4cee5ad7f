package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"jxmb/model"
	"jxmb/parser/ooxml"
	"jxmb/render/word"
)

// revisable refuses --revise without the corrections that it writes.
func (a *app) revisable(cmd *cobra.Command, f *annotateFlags) error {
	if !f.revise || f.review.review != "" {
		return nil
	}
	return a.wrongUsage(cmd, model.Say("--revise 需要 --review", "--revise needs --review"),
		model.Say("更正写在审核记录里，用 --review 给出", "the corrections stand in a review: name it with --review"))
}

// errUnrevised is a file that the review corrects nothing in.
var errUnrevised = &model.Fault{
	Kind: "unrevised",
	What: model.Say("审核记录没有更正这个文件中的内容", "the review corrects nothing in this file"),
	Hint: model.Say("要批注就去掉 --revise", "leave out --revise to annotate it"),
}

// revised writes the corrections of d into the file that it was read from, as
// tracked changes.
func (r *annotating) revised(ctx context.Context, w io.Writer, src submission, d *model.Document) error {
	if !d.Corrected() {
		return errUnrevised
	}
	file, err := ooxml.Open(src, src.size, ooxml.Limits{})
	if err != nil || file.IsWorkbook() {
		return &model.Fault{
			Kind: "format",
			What: model.Say("只有 Word（.docx）文件能写成修订稿", "only Word files (.docx) keep tracked changes"),
			Hint: model.Say("请用批注后的文件，更正写在批注里", "take the annotated file, whose comments name the corrections"),
		}
	}
	return word.Revise(ctx, w, src, src.size, d, r.options)
}
