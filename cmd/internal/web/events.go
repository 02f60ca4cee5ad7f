package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"
	"time"
)

// progressForm is the data of an event "status".
type progressForm struct {
	State   State      `json:"state"`
	Counts  Counts     `json:"counts"`
	Error   *FileError `json:"error"`
	Outputs []string   `json:"outputs"`
}

// The rhythm of event streams: changes are gathered for a moment, and a comment
// now and then shows that the stream lives.
const (
	eventPause = 100 * time.Millisecond
	eventAlive = 15 * time.Second
)

// events streams how a batch goes: "files" has the files that changed, all of
// them at first, "status" the state and the counts; "end" is the last.
func (s *Server) events(w http.ResponseWriter, r *http.Request, b *Batch) {
	if s.watchers.Add(1) > int64(s.Limits.Watchers) {
		s.watchers.Add(-1)
		s.busy(w, r)
		return
	}
	defer s.watchers.Add(-1)
	w.Header().Set("Content-Type", "text/event-stream")
	stream := &eventStream{w: w, control: http.NewResponseController(w)}
	for {
		seen := b.Watch()
		ended, err := stream.send(b.Status())
		if ended || err != nil {
			return
		}
		select {
		case <-seen:
		case <-time.After(eventAlive):
			stream.comment()
		case <-r.Context().Done():
			return
		case <-s.batches.ctx.Done():
			return
		}
		time.Sleep(eventPause)
	}
}

// eventStream remembers what was sent.
type eventStream struct {
	w       http.ResponseWriter
	control *http.ResponseController
	files   []File
}

func (e *eventStream) comment() { _, _ = fmt.Fprint(e.w, ":\n\n") }

func (e *eventStream) send(s Status) (ended bool, err error) {
	changed := []File{}
	for i, f := range s.Files {
		if i >= len(e.files) || !reflect.DeepEqual(f, e.files[i]) {
			changed = append(changed, f)
		}
	}
	e.files = s.Files
	if len(changed) > 0 {
		err = e.event("files", changed)
	}
	if err == nil {
		err = e.event("status", progressForm{s.State, s.Counts, s.Error, s.Outputs})
	}
	ended = s.State.ended() || s.State == StateDeleted
	if ended && err == nil {
		err = e.event("end", struct{}{})
	}
	if err == nil {
		err = e.control.Flush()
	}
	return ended, err
}

func (e *eventStream) event(name string, v any) error {
	text, err := json.Marshal(v)
	if err == nil {
		_, err = fmt.Fprintf(e.w, "event: %s\ndata: %s\n\n", name, text)
	}
	return err
}
