package web

import (
	"context"
	"net/http"
	"os"
	"path"
	"strings"

	"jxmb/cmd/internal/batch"
	"jxmb/model"
	"jxmb/render/word"
)

// revise writes the file that a job names again, with the corrections of the
// review as tracked changes.
func (w *workerProcess) revise(ctx context.Context, j *job) event {
	err := revised(ctx, j)
	if err != nil {
		return event{Code: 1, Fault: batch.Explain(err)}
	}
	return event{}
}

func revised(ctx context.Context, j *job) error {
	read, err := readReviewed(ctx, j)
	if err != nil {
		return err
	}
	source, err := os.Open(j.File)
	if err != nil {
		return err
	}
	defer source.Close()
	info, err := source.Stat()
	if err != nil {
		return err
	}
	out, err := os.OpenFile(j.Out, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	err = word.Revise(ctx, out, source, info.Size(), read.doc, word.Options{Lang: j.Lang})
	if closed := out.Close(); err == nil {
		err = closed
	}
	return err
}

// isWord tells whether Word keeps tracked changes in a file of that name.
func isWord(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".docx", ".docm", ".dotx", ".dotm":
		return true
	}
	return false
}

// revisedFile sends a document with what was corrected as tracked changes.
func (s *Server) revisedFile(w http.ResponseWriter, r *http.Request, b *Batch, file File) {
	name := b.reviewPath()
	switch {
	case name == "":
		s.notFound(w, r)
		return
	case !isWord(file.Name):
		s.refuse(w, r, http.StatusUnprocessableEntity, Problem{
			Kind: "format", What: model.Say("只有 Word（.docx）文件能写成修订稿", "only Word files (.docx) keep tracked changes"),
			Hint: model.Say("请下载带批注的文件，更正写在批注里", "download the annotated file, whose comments name the corrections"),
		})
		return
	}
	dir, remove, err := s.store.tmp()
	if err != nil {
		s.failed(w, r, err)
		return
	}
	defer remove()
	ext := path.Ext(file.Name)
	s.work(w, r, &job{
		Verb: "revise", File: s.store.path(path.Join(b.dir(), inDir, file.Name)), Args: []string{name},
		Out: s.store.path(path.Join(dir, "out")), Lang: s.pageLang(r),
	}, strings.TrimSuffix(path.Base(file.Name), ext)+model.Say("-修订", "-revised").In(s.pageLang(r))+ext)
}
