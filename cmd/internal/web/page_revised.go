package web

import (
	"net/http"
	"path"
	"strings"

	"jxmb/model"
)

// isWord tells whether Word keeps tracked changes in a file of that name.
func isWord(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".docx", ".docm", ".dotx", ".dotm":
		return true
	}
	return false
}

// revisedFile sends a document with what was corrected as tracked changes, as
// jxmb annotate --revise writes it.
func (s *Server) revisedFile(w http.ResponseWriter, r *http.Request, b *Batch, file File) {
	u := s.spoolSource(w, r, b, file)
	if u == nil {
		return
	}
	defer u.remove()
	if b.reviewPath() == "" {
		s.notFound(w, r)
		return
	}
	stem := strings.TrimSuffix(u.name, path.Ext(u.name))
	s.work(w, r, s.commandJob(u, annotatedName, s.pageLang(r), append(b.reviewFlags(), "--revise")...),
		stem+model.Say("-修订", "-revised").In(s.pageLang(r))+path.Ext(u.name))
}
