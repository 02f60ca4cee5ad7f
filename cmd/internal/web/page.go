package web

import (
	"embed"
	"net/http"
)

//go:embed static
var assets embed.FS

// pages adds the routes of the page.
func (s *Server) pages(mux *http.ServeMux) {
	mux.HandleFunc("GET /static/{name}", s.asset)
}

// asset is a file of the page.
func (s *Server) asset(w http.ResponseWriter, r *http.Request) {
	http.ServeFileFS(w, r, assets, "static/"+r.PathValue("name"))
}
