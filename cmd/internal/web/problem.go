package web

import (
	"encoding/json"
	"net/http"
	"strings"

	"jxmb/cmd/internal/fault"
	"jxmb/model"
)

// Problem is an error in words for people; see RFC 9457 and [model.Fault].
type Problem struct {
	Status int
	Kind   string
	Place  model.Text
	What   model.Text
	Hint   model.Text
	Limit  string // the limit that was exceeded; "" where it is none
}

// problemForm is the JSON form of a problem. It names no path of the server.
type problemForm struct {
	Type   string  `json:"type"`
	Title  string  `json:"title"`
	Status int     `json:"status"`
	Kind   string  `json:"kind"`
	Place  *string `json:"place"`
	What   string  `json:"what"`
	Hint   *string `json:"hint"`
	Limit  *string `json:"limit"`
}

func (p Problem) form(l model.Lang) problemForm {
	return problemForm{
		Type: "about:blank", Title: http.StatusText(p.Status), Status: p.Status, Kind: p.Kind,
		Place: orNull(p.Place.In(l)), What: p.What.In(l), Hint: orNull(p.Hint.In(l)), Limit: orNull(p.Limit),
	}
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// ofFault is the problem that a file is.
func ofFault(f *model.Fault) Problem {
	p := Problem{Status: http.StatusUnprocessableEntity, Kind: string(f.Kind), Place: f.Place, What: f.What, Hint: f.Hint, Limit: f.Limit}
	switch {
	case f.Kind == "disk_full":
		p.Status, p.Limit = http.StatusInsufficientStorage, diskLimit
	case f.Kind == "bug", fault.OfMachine(f.Kind):
		p.Status = http.StatusInternalServerError
	}
	return p
}

// refuse answers with a problem.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, status int, p Problem) {
	p.Status = status
	b, err := json.Marshal(p.form(s.lang(r)))
	if err != nil {
		panic(err) // strings and a number
	}
	h := w.Header()
	h.Del("Content-Disposition")
	h.Set("Content-Type", "application/problem+json")
	h.Set("Content-Language", string(s.lang(r)))
	w.WriteHeader(status)
	_, _ = w.Write(append(b, '\n'))
}

func (s *Server) notFound(w http.ResponseWriter, r *http.Request) {
	s.refuse(w, r, http.StatusNotFound, Problem{Kind: "missing", What: model.Say("没有这个内容", "there is no such thing")})
}

// lang is the language that a request asks for: ?lang=, the page's cookie, or
// the one of the server.
func (s *Server) lang(r *http.Request) model.Lang {
	asked := r.URL.Query().Get("lang")
	if c, err := r.Cookie("lang"); err == nil && asked == "" {
		asked = c.Value
	}
	switch {
	case asked == string(model.English), asked == string(model.Chinese):
		return model.Lang(asked)
	case strings.HasPrefix(r.Header.Get("Accept-Language"), "en"):
		return model.English
	case strings.HasPrefix(r.Header.Get("Accept-Language"), "zh"):
		return model.Chinese
	}
	return s.Lang
}
