package web

import (
	"errors"
	"io"
	"io/fs"
	"mime"
	"mime/multipart"
	"net/http"
	"path"
	"strconv"
	"strings"

	"jxmb/cmd/internal/fault"
	"jxmb/cmd/internal/web/worker"
	"jxmb/model"
)

// incoming is a request's files on their way into a batch: written aside, and
// moved there when all have come.
type incoming struct {
	s     *Server
	r     *http.Request
	dir   string // below the data folder, with the files in dir/in
	bytes int64  // counted against the quota
	files int

	unpacked int64             // by archives, also those that failed
	form     map[string]string // other fields of the form
}

// problemError is a problem on its way up.
type problemError struct{ Problem }

func (e *problemError) Error() string { return e.What.EN }

// stage writes the files of a request aside. discard is to be called in any
// case; what was moved away by then stays.
func (s *Server) stage(r *http.Request) (in *incoming, discard func(), err error) {
	dir, remove, err := s.store.tmp()
	if err != nil {
		return nil, func() {}, err
	}
	in = &incoming{s: s, r: r, dir: dir, form: map[string]string{}}
	discard = func() {
		s.store.give(in.bytes)
		remove()
	}
	if err := s.store.root.Mkdir(path.Join(dir, inDir), 0o700); err != nil {
		return in, discard, err
	}
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if kind == "multipart/form-data" {
		return in, discard, in.parts()
	}
	name := nameOf(r)
	if name == "" && kind == "application/zip" {
		name = "upload.zip"
	}
	if name == "" {
		return in, discard, nil // a batch whose files come later
	}
	return in, discard, in.file(name, r.Body)
}

// parts takes the parts of a form.
func (in *incoming) parts() error {
	form, err := in.r.MultipartReader()
	if err != nil {
		return &problemError{Problem{Status: http.StatusBadRequest, Kind: "body", What: model.Say("表单格式不对", "the form is malformed")}}
	}
	for n := 0; ; n++ {
		part, err := form.NextPart()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if n >= in.s.Limits.Parts {
			return &problemError{tooLarge("Parts", int64(in.s.Limits.Parts))}
		}
		if err := in.part(part); err != nil {
			return err
		}
	}
}

// maxField bounds a field of the form that is no file.
const maxField = 4 << 10

func (in *incoming) part(part *multipart.Part) error {
	defer part.Close()
	if name := dispositionName(part.Header.Get("Content-Disposition")); name != "" {
		return in.file(name, part)
	}
	text, err := io.ReadAll(io.LimitReader(part, maxField))
	in.form[part.FormName()] = string(text)
	return err
}

// file takes one file, an archive as what it holds.
func (in *incoming) file(name string, content io.Reader) error {
	name, err := worker.UploadName(name, in.s.Limits.Name)
	if err != nil {
		return &problemError{badName(in.s.Limits.Name).with(http.StatusBadRequest)}
	}
	if strings.EqualFold(path.Ext(name), ".zip") {
		return in.archive(name, content)
	}
	if in.files++; in.files > in.s.Limits.Files {
		return &problemError{tooLarge("Files", int64(in.s.Limits.Files))}
	}
	name, err = in.free(name)
	if err != nil {
		return err
	}
	n, err := in.s.store.save(name, content)
	in.bytes += n
	return err
}

func (p Problem) with(status int) Problem {
	p.Status = status
	return p
}

// free makes the folders of a file and gives it a name that is not taken.
func (in *incoming) free(name string) (string, error) {
	at := path.Join(in.dir, inDir, name)
	if err := in.s.store.root.MkdirAll(path.Dir(at), 0o700); err != nil {
		return "", err
	}
	return in.s.store.freeName(at)
}

// freeName is name, numbered where something stands there.
func (st *Store) freeName(name string) (string, error) {
	stem, ext := strings.TrimSuffix(name, path.Ext(name)), path.Ext(name)
	for n := 2; ; n++ {
		_, err := st.root.Lstat(name)
		if errors.Is(err, fs.ErrNotExist) {
			return name, nil
		}
		if err != nil {
			return "", err
		}
		name = stem + "-" + strconv.Itoa(n) + ext
	}
}

// archive unpacks a zip in a worker, into a folder of its name.
func (in *incoming) archive(name string, content io.Reader) error {
	st := in.s.store
	packed := path.Join(in.dir, "packed.zip")
	n, err := st.save(packed, content)
	in.bytes += n
	if err != nil {
		return err
	}
	if err := st.take(in.s.Limits.Unpacked); err != nil { // until it is known how much it is
		return err
	}
	defer st.give(in.s.Limits.Unpacked)
	at, err := in.free(strings.TrimSuffix(name, path.Ext(name)))
	if err != nil {
		return err
	}
	if err := st.root.Mkdir(at, 0o700); err != nil {
		return err
	}
	e, err := in.s.ask(in.r.Context(), &worker.Job{Verb: "unzip", File: st.path(packed), Out: st.path(at), Unzip: &worker.UnzipJob{
		Name: name, Entries: in.s.Limits.Entries, Bytes: in.s.Limits.Unpacked - in.unpacked, Files: in.s.Limits.Files - in.files, Component: in.s.Limits.Name,
	}})
	if err != nil {
		return err
	}
	in.unpacked += e.Bytes
	in.files += len(e.Files)
	in.bytes += e.Bytes
	st.used.Add(e.Bytes)
	if e.Fault != nil {
		p := ofFault(e.Fault)
		if e.Fault.Limit != "" {
			p.Status = http.StatusRequestEntityTooLarge
		}
		return &problemError{p}
	}
	return st.root.Remove(packed)
}

// refuseUpload answers an error of [Server.stage].
func (s *Server) refuseUpload(w http.ResponseWriter, r *http.Request, err error) {
	w.Header().Set("Connection", "close")
	var known *problemError
	switch {
	case errors.As(err, &known):
		s.refuse(w, r, known.Status, known.Problem)
	case errors.Is(err, errQuota), errors.Is(err, errQueue), fault.StopsAll(err):
		s.failed(w, r, err)
	default:
		p := s.ofBody(err)
		s.refuse(w, r, p.Status, p)
	}
}
