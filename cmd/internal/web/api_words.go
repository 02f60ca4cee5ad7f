package web

import (
	"net/http"
	"path"

	"jxmb/cmd/internal/web/worker"
)

// normalize answers each line of the body with a line of JSON, as jxmb normalize
// does.
func (s *Server) normalize(w http.ResponseWriter, r *http.Request) {
	u, err := s.spool(r.Body, "lines")
	if err != nil {
		p := s.ofBody(err)
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
