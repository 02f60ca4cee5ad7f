package web

import (
	"archive/zip"
	"io"
	"net/http"
	"os"
	"path"
	"strconv"
	"time"
)

// result sends a result by its name.
func (s *Server) result(w http.ResponseWriter, r *http.Request, b *Batch) {
	name := r.PathValue("name")
	f, err := b.Result(name)
	if err != nil {
		s.notFound(w, r)
		return
	}
	defer f.Close()
	s.send(w, r, f, path.Base(name))
}

// onFile finds the file of a batch that a path names by its index.
func (s *Server) onFile(do func(http.ResponseWriter, *http.Request, *Batch, File)) http.HandlerFunc {
	return s.onBatch(func(w http.ResponseWriter, r *http.Request, b *Batch) {
		i, err := strconv.Atoi(r.PathValue("index"))
		if file, ok := b.file(i); ok && err == nil {
			do(w, r, b, file)
			return
		}
		s.notFound(w, r)
	})
}

// source sends an uploaded file as it came.
func (s *Server) source(w http.ResponseWriter, r *http.Request, b *Batch, file File) {
	f, err := b.Source(file)
	if err != nil {
		s.notFound(w, r)
		return
	}
	defer f.Close()
	s.send(w, r, f, path.Base(file.Name))
}

// converted sends an uploaded file in one format, under the review of the batch and
// with what was found between it and other files.
func (s *Server) converted(w http.ResponseWriter, r *http.Request, b *Batch, file File, to string) {
	u := s.spoolSource(w, r, b, file)
	if u == nil {
		return
	}
	defer u.remove()
	j := s.commandJob(u, to, s.lang(r), b.reviewFlags()...)
	if to == annotatedName {
		j.Across = b.across(file)
	}
	s.work(w, r, j, u.resultName(to))
}

// spoolSource copies an uploaded file, for a worker. Nil: the request is answered.
func (s *Server) spoolSource(w http.ResponseWriter, r *http.Request, b *Batch, file File) *upload {
	f, err := b.Source(file)
	if err != nil {
		s.notFound(w, r)
		return nil
	}
	defer f.Close()
	u, err := s.spool(f, path.Base(file.Name))
	if err != nil {
		s.failed(w, r, err)
		return nil
	}
	return u
}

// results sends all results as they are packed.
func (s *Server) results(w http.ResponseWriter, r *http.Request, b *Batch) {
	names := b.results()
	if len(names) == 0 {
		s.conflict(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "application/zip")
	h.Set("Content-Disposition", disposition("results-"+b.Status().Created.Local().Format("20060102-150405")+".zip"))
	z := zip.NewWriter(w)
	for _, name := range names {
		if r.Context().Err() != nil {
			return
		}
		if err := b.pack(z, name); err != nil {
			panic(http.ErrAbortHandler) // the archive is torn, and the client is to see it
		}
	}
	_ = z.Close() // an error: the client is gone
}

// results are the names of all results, the report too.
func (b *Batch) results() []string {
	status := b.Status()
	if !status.State.ended() {
		return nil
	}
	names := append([]string{"report.json"}, status.Outputs...)
	for _, f := range status.Files {
		names = append(names, f.Outputs...)
	}
	return names
}

// pack adds a result to an archive. What is packed already is not again.
func (b *Batch) pack(z *zip.Writer, name string) error {
	f, err := b.open(path.Join(outDir, name))
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	head := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: b.Status().Created.Truncate(2 * time.Second)}
	switch path.Ext(name) {
	case ".xlsx", ".pdf", ".parquet":
		head.Method = zip.Store
	}
	w, err := z.CreateHeader(head)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, f)
	return err
}
