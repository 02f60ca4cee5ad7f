package web

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"path"

	"jxmb/cmd/internal/web/worker"
)

// normalize answers each line of the body with a line of JSON, as jxmb normalize
// does. A line of a few bytes may give a kilobyte, so that there is a bound on
// lines and bytes of its own.
func (s *Server) normalize(w http.ResponseWriter, r *http.Request) {
	u, err := s.spool(&lines{r: http.MaxBytesReader(w, r.Body, s.Limits.Values), left: s.Limits.Lines}, "lines")
	if err != nil {
		p := s.ofBody(err)
		var large *http.MaxBytesError
		switch {
		case errors.Is(err, errLines):
			p = tooLarge("Lines", int64(s.Limits.Lines))
		case errors.As(err, &large) && large.Limit == s.Limits.Values:
			p = tooLarge("Values", large.Limit)
		}
		w.Header().Set("Connection", "close")
		s.refuse(w, r, p.Status, p)
		return
	}
	defer u.remove()
	out := s.store.path(path.Join(u.dir, "out"))
	s.work(w, r, &worker.Job{
		Verb: "run", Dir: s.store.path(path.Join(u.dir, "in")), Args: []string{"normalize"}, File: u.path, Out: out, Lang: s.lang(r),
	}, "values.ndjson")
}

// errLines is a text of too many lines.
var errLines = errors.New("too many lines")

// lines is a text that may have so many more lines.
type lines struct {
	r    io.Reader
	left int
}

func (l *lines) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	if l.left -= bytes.Count(p[:n], []byte("\n")); l.left < 0 {
		return 0, errLines
	}
	return n, err
}

// schema answers with a schema, as jxmb schema prints it.
func (s *Server) schema(w http.ResponseWriter, r *http.Request) {
	text, ok := s.Schema(r.PathValue("name"))
	if !ok {
		s.notFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/schema+json")
	_, _ = w.Write(text)
}

// openAPI answers with the description of the API.
func (s *Server) openAPI(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/vnd.oai.openapi+json;version=3.1")
	_, _ = w.Write(s.described)
}
