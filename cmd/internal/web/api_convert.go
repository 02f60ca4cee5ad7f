package web

import (
	"errors"
	"io"
	"mime"
	"net/http"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"

	"jxmb/cmd/internal/fault"
	"jxmb/cmd/internal/web/worker"
	"jxmb/model"
	"jxmb/render"
)

// upload is a body on the disk, in a folder that the end of the request removes.
type upload struct {
	dir    string // below the data folder
	name   string // of the file in it
	path   string // where on the machine
	bytes  int64
	remove func()
}

// receive writes the document of a request to the disk: the body, or the first
// file of a form, and no archive. Nil: the request is answered.
func (s *Server) receive(w http.ResponseWriter, r *http.Request) *upload {
	body, name, err := document(r)
	if err != nil {
		s.refuse(w, r, http.StatusBadRequest, Problem{Kind: "body", What: model.Say("表单中没有文件", "the form holds no file")})
		return nil
	}
	if name == "" {
		name = "document.docx"
	}
	name, err = worker.UploadName(path.Base(strings.ReplaceAll(name, `\`, "/")), s.Limits.Name)
	if err != nil || name == "-" {
		s.refuse(w, r, http.StatusBadRequest, badName(s.Limits.Name))
		return nil
	}
	u, err := s.spool(body, name)
	switch {
	case err == nil && strings.EqualFold(path.Ext(name), ".zip"):
		u.remove()
		s.refuse(w, r, http.StatusUnsupportedMediaType, Problem{
			Kind: "archive", What: model.Say("这里只收单个文件，不收压缩包", "one document is taken here, no archive"),
			Hint: model.Say("压缩包请提交到 /api/v1/batches", "send archives to /api/v1/batches"),
		})
		return nil
	case err == nil:
		return u
	}
	if errors.Is(err, errQuota) || fault.StopsAll(err) {
		s.failed(w, r, err)
		return nil
	}
	p := s.ofBody(err)
	w.Header().Set("Connection", "close")
	s.refuse(w, r, p.Status, p)
	return nil
}

func badName(limit int) Problem {
	return Problem{
		Kind: "name", Limit: "Name", What: model.Say("文件名不能用，或超过 %d 字节", "the file name cannot be used, or is longer than %d bytes", limit),
		Hint: model.Say("用 ?name=报送.docx 给出名称", "name it with ?name=submission.docx"),
	}
}

// document is the file that a request holds, and its name.
func document(r *http.Request) (io.Reader, string, error) {
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if kind != "multipart/form-data" {
		return r.Body, nameOf(r), nil
	}
	form, err := r.MultipartReader()
	for err == nil {
		part, e := form.NextPart()
		if err = e; err == nil && part.FileName() != "" {
			name := r.URL.Query().Get("name")
			if name == "" {
				name = dispositionName(part.Header.Get("Content-Disposition"))
			}
			return part, name, nil
		}
	}
	return nil, "", err
}

// spool writes body to the disk.
func (s *Server) spool(body io.Reader, name string) (*upload, error) {
	dir, remove, err := s.store.tmp()
	if err != nil {
		return nil, err
	}
	u := &upload{dir: dir, name: name, path: s.store.path(path.Join(dir, "in", name))}
	u.remove = func() {
		s.store.give(u.bytes)
		remove()
	}
	err = s.store.root.Mkdir(path.Join(dir, "in"), 0o700)
	if err == nil {
		u.bytes, err = s.store.save(path.Join(dir, "in", name), body)
	}
	if err != nil {
		u.remove()
		return nil, err
	}
	return u, nil
}

// arg is the name of the file as an argument of the command line.
func (u *upload) arg() string {
	if strings.HasPrefix(u.name, "@") {
		return "./" + u.name
	}
	return u.name
}

// convert answers with a document in one format, as jxmb convert writes it; for
// docx as jxmb annotate does.
func (s *Server) convert(w http.ResponseWriter, r *http.Request) {
	to := r.URL.Query().Get("to")
	if to == "" {
		to = render.JSON.Name
	}
	if !isFormat(to) {
		all := strings.Join(append(render.Names(), annotatedName), ", ")
		s.refuse(w, r, http.StatusBadRequest, Problem{
			Kind: "format", What: model.Say("没有输出格式 %.40q", "there is no output format %.40q", to),
			Hint: model.Say("可用的有 %s", "there are %s", all),
		})
		return
	}
	u := s.receive(w, r)
	if u == nil {
		return
	}
	defer u.remove()
	s.work(w, r, s.commandJob(u, to, s.lang(r)), u.resultName(to))
}

// annotatedName asks for the annotated file.
const annotatedName = "docx"

// isFormat tells what a document can be had in.
func isFormat(name string) bool {
	_, ok := render.Lookup(name)
	return ok || name == annotatedName
}

// commandJob is what makes u into one format, with flags besides.
func (s *Server) commandJob(u *upload, to string, l model.Lang, flags ...string) *worker.Job {
	args := []string{"convert", "--to", to}
	if to == annotatedName {
		args = []string{"annotate"}
	}
	args = slices.Concat(args, []string{"--config", "none", "--quiet", "--out", "-"}, flags, []string{"--"})
	return s.jobOn(u, l, args)
}

// jobOn runs the command line on u.
func (s *Server) jobOn(u *upload, l model.Lang, args []string) *worker.Job {
	out := s.store.path(path.Join(u.dir, "out"))
	return &worker.Job{Verb: "run", Dir: s.store.path(path.Join(u.dir, "in")), Args: append(args, u.arg()), Out: out, Lang: l}
}

// resultName is what u is called in one format.
func (u *upload) resultName(to string) string {
	ext := annotatedExt(u.name)
	if format, ok := render.Lookup(to); ok {
		ext = format.Ext
	}
	return strings.TrimSuffix(u.name, path.Ext(u.name)) + ext
}

// annotatedExt is the extension that an annotated file has: its own, where Word
// or Excel know it.
func annotatedExt(name string) string {
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".docm", ".dotx", ".dotm", ".xlsx", ".xlsm", ".xltx", ".xltm":
		return ext
	}
	return ".docx"
}

// check answers with the findings, as jxmb check --format json writes them.
func (s *Server) check(w http.ResponseWriter, r *http.Request) {
	u := s.receive(w, r)
	if u == nil {
		return
	}
	defer u.remove()
	s.work(w, r, s.jobOn(u, s.lang(r), []string{"check", "--config", "none", "--quiet", "--format", "json", "--"}), "findings.json")
}

// sendFile sends a whole file of the machine under a name.
func (s *Server) sendFile(w http.ResponseWriter, r *http.Request, file, as string) {
	f, err := os.Open(file)
	if err != nil {
		s.failed(w, r, err)
		return
	}
	defer f.Close()
	s.send(w, r, f, as)
}

// send sends f to be saved as a name.
func (s *Server) send(w http.ResponseWriter, r *http.Request, f *os.File, as string) {
	info, err := f.Stat()
	if err != nil {
		s.failed(w, r, err)
		return
	}
	h := w.Header()
	h.Set("Content-Type", contentType(as))
	h.Set("Content-Disposition", disposition(as))
	h.Set("Content-Length", strconv.FormatInt(info.Size(), 10))
	_, _ = io.Copy(w, f) // the client sees by the length that something is missing
}

// contentType is that of the formats written here. All else is bytes to be
// saved: what people upload is never shown by a browser.
func contentType(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".json":
		return "application/json"
	case ".ndjson":
		return "application/x-ndjson"
	case ".csv":
		return "text/csv; charset=utf-8"
	case ".pdf":
		return "application/pdf"
	case ".xlsx":
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	case ".docx":
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	case ".zip":
		return "application/zip"
	case ".parquet":
		return "application/vnd.apache.parquet"
	}
	return "application/octet-stream"
}
