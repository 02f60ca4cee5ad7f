package web

import (
	"net/http"
	"strings"
)

// routes is every route.
func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", s.health)
	mux.HandleFunc("GET /readyz", s.ready)
	mux.Handle("GET /metrics", s.metrics.handler())
	mux.HandleFunc("GET /openapi.json", s.openAPI)
	mux.HandleFunc("POST /api/v1/convert", s.convert)
	mux.HandleFunc("POST /api/v1/check", s.check)
	mux.HandleFunc("POST /api/v1/normalize", s.normalize)
	mux.HandleFunc("GET /api/v1/schema/{name}", s.schema)
	mux.HandleFunc("GET /api/v1/batches", s.listBatches)
	mux.HandleFunc("POST /api/v1/batches", s.changes(s.createBatch))
	mux.HandleFunc("GET /api/v1/batches/{id}", s.onBatch(s.showBatch))
	mux.HandleFunc("DELETE /api/v1/batches/{id}", s.changes(s.onBatch(s.deleteBatch)))
	mux.HandleFunc("POST /api/v1/batches/{id}/files", s.changes(s.onBatch(s.addFiles)))
	mux.HandleFunc("POST /api/v1/batches/{id}/start", s.changes(s.onBatch(s.startBatch)))
	mux.HandleFunc("POST /api/v1/batches/{id}/retry", s.changes(s.onBatch(s.retryBatch)))
	mux.HandleFunc("GET /api/v1/batches/{id}/events", s.onBatch(s.events))
	mux.HandleFunc("GET /api/v1/batches/{id}/files", s.notFound) // or the multiplexer leads to files/
	mux.HandleFunc("GET /api/v1/batches/{id}/files/{name...}", s.onBatch(s.result))
	mux.HandleFunc("GET /api/v1/batches/{id}/documents/{index}/source", s.onFile(s.source))
	mux.HandleFunc("GET /api/v1/batches/{id}/documents/{index}/annotated", s.onFile(s.annotated))
	mux.HandleFunc("GET /api/v1/batches/{id}/results.zip", s.onBatch(s.results))
	mux.HandleFunc("GET /api/v1/batches/{id}/annotated.zip", s.onBatch(s.annotatedAll))
	s.pages(mux)
	return s.routed(mux)
}

// routed answers what no route is for, and paths that are not plain, before the
// multiplexer would lead them elsewhere.
func (s *Server) routed(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !plainPath(r.URL.Path) {
			s.notFound(w, r)
			return
		}
		handler, pattern := mux.Handler(r)
		if pattern != "" {
			s.metrics.count(pattern, func(w http.ResponseWriter) { mux.ServeHTTP(w, r) }, w)
			return
		}
		probe := &statusWriter{header: http.Header{}}
		handler.ServeHTTP(probe, r)
		if allow := probe.header.Get("Allow"); allow != "" {
			w.Header().Set("Allow", allow)
			s.refuse(w, r, http.StatusMethodNotAllowed, Problem{Kind: "method", What: notThisWay})
			return
		}
		s.notFound(w, r)
	})
}

// maxSegments is more than any route has.
const maxSegments = 64

// plainPath tells whether a path, decoded, names one thing and nothing above it.
func plainPath(p string) bool {
	if strings.ContainsAny(p, "\\\x00") || strings.Count(p, "/") > maxSegments {
		return false
	}
	for part := range strings.SplitSeq(strings.TrimPrefix(p, "/"), "/") {
		if part == "." || part == ".." || part == "" && p != "/" {
			return false
		}
	}
	return true
}

// statusWriter takes an answer that nobody is sent.
type statusWriter struct{ header http.Header }

func (w *statusWriter) Header() http.Header         { return w.header }
func (w *statusWriter) Write(p []byte) (int, error) { return len(p), nil }
func (w *statusWriter) WriteHeader(int)             {}

// healthy is the answer of a server that runs.
const healthy = "jxmb: ok\n"

func (s *Server) health(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte(healthy))
}

// ready tells whether new work would be taken.
func (s *Server) ready(w http.ResponseWriter, r *http.Request) {
	if s.store.closing.Load() || s.gate.full() {
		s.busy(w, r)
		return
	}
	s.health(w, r)
}
