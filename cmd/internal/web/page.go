package web

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"sync"
	"time"

	"jxmb/model"
	"jxmb/render/view"
)

//go:embed static
var assets embed.FS

//go:embed templates
var templateFiles embed.FS

// pages adds the routes of the page.
func (s *Server) pages(mux *http.ServeMux) {
	mux.HandleFunc("GET /static/{name}", s.asset)
	mux.HandleFunc("GET /{$}", s.homePage)
	mux.HandleFunc("GET /batches/{id}", s.onBatch(s.batchPage))
	mux.HandleFunc("GET /batches/{id}/documents/{index}", s.onFile(s.documentPage))
	mux.HandleFunc("GET /batches/{id}/documents/{index}/result", s.onFile(s.reviewedResult))
	mux.HandleFunc("GET /batches/{id}/documents/{index}/revised", s.onFile(s.revisedFile))
	mux.HandleFunc("GET /batches/{id}/review", s.onBatch(s.showReview))
	mux.HandleFunc("POST /batches/{id}/review", s.changes(s.onBatch(s.changeReview)))
}

// asset is a file of the page.
func (s *Server) asset(w http.ResponseWriter, r *http.Request) {
	http.ServeFileFS(w, r, assets, "static/"+r.PathValue("name"))
}

// templates are the pages, in each language, parsed when the first is shown.
var templates = sync.OnceValue(func() map[model.Lang]*template.Template {
	return map[model.Lang]*template.Template{
		model.Chinese: parseTemplates(model.Chinese),
		model.English: parseTemplates(model.English),
	}
})

func parseTemplates(l model.Lang) *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{
		"t":          func(zh, en string) string { return l.Say(zh, en) },
		"lang":       func() model.Lang { return l },
		"severity":   func(s model.Severity) string { return view.SeverityLabel(l, s) },
		"kind":       func(k model.Kind) string { return view.KindLabel(l, k) },
		"agreement":  func(a model.Agreement) string { return view.AgreementLabel(l, a) },
		"sign":       view.OperatorSign,
		"state":      func(s State) string { return stateLabels[s].In(l) },
		"moment":     func(at time.Time) string { return at.Local().Format("2006-01-02 15:04") },
		"outputName": func(name string) string { return outputName(l, name) },
		"place":      func(o model.Origin) string { return o.Place(l) },
		"arg":        func(values ...any) []any { return values },
	}).ParseFS(templateFiles, "templates/*.html"))
}

// outputNames are what the files over all documents are called on the page.
var outputNames = map[string]model.Text{
	"all.ndjson":   {ZH: "全部数据 NDJSON", EN: "All data, NDJSON"},
	"summary.xlsx": {ZH: "汇总 Excel", EN: "Summary, Excel"},
	"summary.pdf":  {ZH: "汇总 PDF", EN: "Summary, PDF"},
}

func outputName(l model.Lang, name string) string {
	if label, ok := outputNames[name]; ok {
		return label.In(l)
	}
	return name
}

var stateLabels = map[State]model.Text{
	StateUploading: {ZH: "正在上传", EN: "uploading"},
	StateWaiting:   {ZH: "等待", EN: "waiting"},
	StateRunning:   {ZH: "正在读取", EN: "reading"},
	StateDone:      {ZH: "完成", EN: "done"},
	StateFailed:    {ZH: "失败", EN: "failed"},
}

// pageLang is the language of a page: Chinese unless the reader switched, whatever
// the browser was installed in.
func (s *Server) pageLang(r *http.Request) model.Lang {
	asked := r.URL.Query().Get("lang")
	if c, err := r.Cookie("lang"); err == nil && asked == "" {
		asked = c.Value
	}
	if asked == string(model.English) {
		return model.English
	}
	return model.Chinese
}

// show answers with a page. It is whole before the first byte is sent.
func (s *Server) show(w http.ResponseWriter, r *http.Request, status int, name string, data any) {
	var page bytes.Buffer
	if err := templates()[s.pageLang(r)].ExecuteTemplate(&page, name, data); err != nil {
		panic(err) // own templates
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Language", string(s.pageLang(r)))
	w.WriteHeader(status)
	_, _ = w.Write(page.Bytes())
}

// homePage takes files and lists the batches.
func (s *Server) homePage(w http.ResponseWriter, r *http.Request) {
	var list []Status
	for _, b := range s.store.List() {
		status := b.Status()
		if status.State != StateUploading {
			list = append(list, status)
		}
	}
	s.show(w, r, http.StatusOK, "home.html", list)
}
