package web

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"path"
	"strconv"
	"strings"
	"time"

	"jxmb/cmd/internal/web/worker"
	"jxmb/model"
)

// annotated sends an uploaded file with its findings as comments.
func (s *Server) annotated(w http.ResponseWriter, r *http.Request, b *Batch, file File) {
	s.converted(w, r, b, file, annotatedName)
}

// annotatedAll sends all files of a batch with their findings as comments, one
// after the other as they are made. Those that take none are listed in a text
// beside them.
func (s *Server) annotatedAll(w http.ResponseWriter, r *http.Request, b *Batch) {
	status := b.Status()
	if !status.State.ended() || status.Counts.Done == 0 {
		s.conflict(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "application/zip")
	h.Set("Content-Disposition", disposition("annotated-"+status.Created.Local().Format("20060102-150405")+".zip"))
	a := &returning{s: s, r: r, b: b, z: zip.NewWriter(w), taken: map[string]bool{}}
	for _, file := range status.Files {
		if file.State != StateDone {
			a.refused(file, file.Error.line())
			continue
		}
		if err := a.add(file); err != nil {
			panic(http.ErrAbortHandler) // the archive is torn, and the client is to see it
		}
	}
	if err := a.close(); err != nil {
		panic(http.ErrAbortHandler)
	}
}

// returning is an archive of annotated files that is being written.
type returning struct {
	s     *Server
	r     *http.Request
	b     *Batch
	z     *zip.Writer
	taken map[string]bool
	not   strings.Builder // what is not in it, and why
}

// add annotates a file and packs it. The error is one of the server or the client.
func (a *returning) add(file File) error {
	source, err := a.b.Source(file)
	if err != nil {
		return err
	}
	defer source.Close()
	u, err := a.s.spool(source, path.Base(file.Name))
	if err != nil {
		return err
	}
	defer u.remove()
	j := a.s.commandJob(u, annotatedName, a.s.lang(a.r), a.b.reviewFlags()...)
	j.Across = a.b.across(file)
	e, err := a.s.patiently(a.r.Context(), j)
	switch {
	case err != nil:
		return err
	case e.Fault != nil:
		a.refused(file, fileError(e.Fault, j.Lang).line())
		return nil
	case e.Code > 1:
		return errors.New("the command line refused its arguments")
	}
	return a.pack(a.free(strings.TrimSuffix(file.Name, path.Ext(file.Name)), annotatedExt(file.Name)), j.Out)
}

// patiently asks as often as the queue is full: the client has its answer begun.
func (s *Server) patiently(ctx context.Context, j *worker.Job) (worker.Event, error) {
	for {
		e, err := s.ask(ctx, j)
		if !errors.Is(err, errQueue) {
			return e, err
		}
		select {
		case <-time.After(100 * time.Millisecond):
		case <-ctx.Done():
			return worker.Event{}, ctx.Err()
		}
	}
}

func (a *returning) refused(file File, why string) {
	a.not.WriteString(file.Name + ": " + why + "\r\n")
}

// free is a name that nothing in the archive has: a.doc and a.docx both become
// a.docx.
func (a *returning) free(stem, ext string) string {
	name := stem + ext
	for n := 2; a.taken[strings.ToLower(name)]; n++ {
		name = stem + "-" + strconv.Itoa(n) + ext
	}
	a.taken[strings.ToLower(name)] = true
	return name
}

func (a *returning) pack(name, from string) error {
	f, err := os.Open(from)
	if err != nil {
		return err
	}
	defer f.Close()
	w, err := a.create(name, zip.Store) // a .docx is packed already
	if err != nil {
		return err
	}
	if _, err = io.Copy(w, f); err != nil {
		return err
	}
	return a.z.Flush()
}

func (a *returning) create(name string, method uint16) (io.Writer, error) {
	return a.z.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: a.b.Status().Created.Truncate(2 * time.Second)})
}

func (a *returning) close() error {
	if a.not.Len() > 0 {
		l := a.s.lang(a.r)
		w, err := a.create(a.free(model.Say("没有批注的文件", "not annotated").In(l), ".txt"), zip.Deflate)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, "\ufeff"+a.not.String()); err != nil { // for Notepad of old
			return err
		}
	}
	return a.z.Close()
}

// line is the error in one line of text.
func (e *FileError) line() string {
	if e == nil {
		return ""
	}
	text := e.What
	if e.Place != nil {
		text = *e.Place + ": " + text
	}
	if e.Hint != nil {
		text += " (" + *e.Hint + ")"
	}
	return text
}
