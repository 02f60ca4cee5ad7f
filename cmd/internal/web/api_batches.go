package web

import (
	"encoding/json"
	"errors"
	"net/http"
	"path"
	"slices"
	"strings"
	"time"

	"jxmb/model"
	"jxmb/render"
)

// StateUploading is a batch that still takes files and was not started.
const StateUploading State = "uploading"

// batchFormats are the formats of a batch where none are asked for. JSON is
// always among them: the page shows it.
var batchFormats = []string{"json", "xlsx", "pdf"}

// onBatch finds the batch that a path names.
func (s *Server) onBatch(do func(http.ResponseWriter, *http.Request, *Batch)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if b := s.store.Get(r.PathValue("id")); b != nil {
			do(w, r, b)
			return
		}
		s.notFound(w, r)
	}
}

// writeJSON answers with v.
func (s *Server) writeJSON(w http.ResponseWriter, status int, v any) {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // own types
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(append(text, '\n'))
}

// listBatches answers with every batch, without its files.
func (s *Server) listBatches(w http.ResponseWriter, _ *http.Request) {
	list := struct {
		Batches []Status `json:"batches"`
	}{[]Status{}}
	for _, b := range s.store.List() {
		status := b.Status()
		status.Files = []File{}
		list.Batches = append(list.Batches, status)
	}
	s.writeJSON(w, http.StatusOK, list)
}

func (s *Server) showBatch(w http.ResponseWriter, _ *http.Request, b *Batch) {
	s.writeJSON(w, http.StatusOK, b.Status())
}

// createBatch makes a batch of the files of a request. With ?start=false it
// waits for more.
func (s *Server) createBatch(w http.ResponseWriter, r *http.Request) {
	if s.batches.full() || s.store.closing.Load() {
		s.busy(w, r)
		return
	}
	in, discard, err := s.stage(r)
	defer discard()
	if err != nil {
		s.refuseUpload(w, r, err)
		return
	}
	formats, ok := wantedFormats(in.form["formats"] + r.URL.Query().Get("formats"))
	start := r.URL.Query().Get("start") != "false"
	switch {
	case !ok:
		all := strings.Join(render.Names(), ", ")
		s.refuse(w, r, http.StatusBadRequest, Problem{Kind: "format", What: model.Say("没有这种输出格式", "there is no such output format"), Hint: model.Say("可用的有 %s", "there are %s", all)})
		return
	case start && in.files == 0:
		s.refuse(w, r, http.StatusBadRequest, Problem{Kind: "empty", What: model.Say("没有收到文件", "no file was received")})
		return
	}
	b, err := s.store.add(in, record{Created: time.Now().UTC(), State: StateUploading, Lang: s.lang(r), Formats: formats, Uploads: in.files})
	if err == nil && start {
		err = s.start(b)
	}
	if err != nil {
		s.failed(w, r, err)
		return
	}
	w.Header().Set("Location", "/api/v1/batches/"+b.ID)
	s.writeJSON(w, http.StatusAccepted, b.Status())
}

// wantedFormats reads a list of formats, with JSON in any case.
func wantedFormats(list string) ([]string, bool) {
	if list == "" {
		return batchFormats, true
	}
	formats := []string{render.JSON.Name}
	for name := range strings.SplitSeq(list, ",") {
		name = strings.TrimSpace(name)
		if _, ok := render.Lookup(name); !ok {
			return nil, false
		}
		if !slices.Contains(formats, name) {
			formats = append(formats, name)
		}
	}
	return formats, true
}

// add makes a batch of what has come in.
func (st *Store) add(in *incoming, r record) (*Batch, error) {
	b := newBatch(st, newID())
	b.record = r
	text, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	err = st.writeAside(path.Join(in.dir, recordName), strings.NewReader(string(text)))
	if err == nil {
		err = st.root.Rename(in.dir, b.dir())
	}
	if err != nil {
		return nil, err
	}
	st.used.Add(st.size(b.dir()) - in.bytes)
	in.bytes = 0 // they stay
	st.mu.Lock()
	st.batches[b.ID] = b
	st.mu.Unlock()
	return b, nil
}

// start queues a batch.
func (s *Server) start(b *Batch) error {
	b.change(func() { b.record.State, b.record.Fault = StateWaiting, nil })
	b.forget()
	if err := b.save(); err != nil {
		return err
	}
	s.batches.add(b)
	return nil
}

// addFiles takes more files into a batch that was not started.
func (s *Server) addFiles(w http.ResponseWriter, r *http.Request, b *Batch) {
	in, discard, err := s.stage(r)
	defer discard()
	if err != nil {
		s.refuseUpload(w, r, err)
		return
	}
	b.adding.Lock()
	defer b.adding.Unlock()
	status := b.Status()
	switch {
	case status.State != StateUploading:
		s.conflict(w, r)
		return
	case status.Counts.Files+in.files > s.Limits.Files:
		p := tooLarge("Files", int64(s.Limits.Files))
		s.refuse(w, r, p.Status, p)
		return
	}
	if err = s.store.merge(in, b); err == nil {
		b.change(func() { b.record.Uploads += in.files })
		err = b.save()
	}
	s.accepted(w, r, b, err)
}

// startBatch ends the uploads.
func (s *Server) startBatch(w http.ResponseWriter, r *http.Request, b *Batch) {
	b.adding.Lock()
	defer b.adding.Unlock()
	status := b.Status()
	switch {
	case status.State != StateUploading || status.Counts.Files == 0:
		s.conflict(w, r)
		return
	case s.batches.full():
		s.busy(w, r)
		return
	}
	s.accepted(w, r, b, s.start(b))
}

// retryBatch reads again what failed without lying in the file.
func (s *Server) retryBatch(w http.ResponseWriter, r *http.Request, b *Batch) {
	b.adding.Lock()
	defer b.adding.Unlock()
	if !b.ended() {
		s.conflict(w, r)
		return
	}
	err := b.writeJSON(faultsName, map[string]*model.Fault{})
	if err == nil {
		err = s.start(b)
	}
	s.accepted(w, r, b, err)
}

// accepted answers a change of a batch that goes on.
func (s *Server) accepted(w http.ResponseWriter, r *http.Request, b *Batch, err error) {
	if err != nil {
		s.failed(w, r, err)
		return
	}
	s.writeJSON(w, http.StatusAccepted, b.Status())
}

// deleteBatch stops a batch and removes it.
func (s *Server) deleteBatch(w http.ResponseWriter, r *http.Request, b *Batch) {
	b.adding.Lock()
	defer b.adding.Unlock()
	s.batches.remove(b)
	if err := s.store.Delete(b); err != nil && !errors.Is(err, errGone) {
		s.failed(w, r, err)
		return
	}
	b.change(func() { b.record.State = StateDeleted })
	w.WriteHeader(http.StatusNoContent)
}

// StateDeleted is a batch that is gone; only who watches it sees it.
const StateDeleted State = "deleted"

var errGone = errors.New("gone already")

func (s *Server) conflict(w http.ResponseWriter, r *http.Request) {
	s.refuse(w, r, http.StatusConflict, Problem{
		Kind: "state", What: model.Say("批次现在的状态不允许这样做", "the batch is in no state for this"),
		Hint: model.Say("等它完成后再试", "wait until it is done"),
	})
}
