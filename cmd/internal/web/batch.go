package web

import (
	"bytes"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"jxmb/cmd/internal/batch"
	"jxmb/model"
)

// State is where a batch or a file of it stands.
type State string

// The states of batches and files. A batch ends as done, also where files of it
// failed, or as failed, where it could not be run.
const (
	StateWaiting State = "waiting"
	StateRunning State = "running"
	StateDone    State = "done"
	StateFailed  State = "failed"
)

// record is batch.json.
type record struct {
	Created time.Time    `json:"created"`
	State   State        `json:"state"`
	Lang    model.Lang   `json:"lang"`
	Formats []string     `json:"formats"`
	Uploads int          `json:"uploads"`
	Fault   *model.Fault `json:"fault,omitempty"`
}

const (
	recordName = "batch.json"
	inDir      = "in"
	outDir     = "out"
	faultsName = "faults.json"
)

// File is one document of a batch. Index counts from 0 in the order of names,
// and is what addresses name.
type File struct {
	Index      int            `json:"index"`
	Name       string         `json:"name"`
	State      State          `json:"state"`
	Projects   int            `json:"projects"`
	Indicators int            `json:"indicators"`
	Findings   batch.Findings `json:"findings"`
	Outputs    []string       `json:"outputs"`
	Error      *FileError     `json:"error"`
}

// ended tells whether nothing more becomes of it by itself.
func (s State) ended() bool { return s == StateDone || s == StateFailed }

// Counts are how many files stand where.
type Counts struct {
	Files      int            `json:"files"`
	Waiting    int            `json:"waiting"`
	Running    int            `json:"running"`
	Done       int            `json:"done"`
	Failed     int            `json:"failed"`
	Projects   int            `json:"projects"`
	Indicators int            `json:"indicators"`
	Findings   batch.Findings `json:"findings"`
}

// Status is a batch as it stands.
type Status struct {
	ID      string     `json:"id"`
	Created time.Time  `json:"created"`
	State   State      `json:"state"`
	Lang    model.Lang `json:"lang"`
	Formats []string   `json:"formats"`
	Counts  Counts     `json:"counts"`
	Error   *FileError `json:"error"`   // why it could not be run
	Outputs []string   `json:"outputs"` // files over all documents
	Files   []File     `json:"files"`
}

// Batch is a folder of uploads and what becomes of them.
type Batch struct {
	ID    string
	store *Store

	adding sync.Mutex // held by requests that change what the batch is

	mu      sync.Mutex
	record  record
	files   []File
	outputs []string
	between batch.Findings // between files, less those that are set aside by now
	changed chan struct{}  // closed at the next change

	factsLock sync.Mutex
	known     map[int]facts // of documents that are done
}

func newBatch(st *Store, id string) *Batch {
	return &Batch{ID: id, store: st, changed: make(chan struct{})}
}

func (b *Batch) dir() string { return path.Join(batchesDir, b.ID) }

// Status is how the batch stands at this moment.
func (b *Batch) Status() Status {
	b.mu.Lock()
	defer b.mu.Unlock()
	s := Status{
		ID: b.ID, Created: b.record.Created, State: b.record.State, Lang: b.record.Lang, Formats: b.record.Formats,
		Files: slices.Clone(b.files), Outputs: append([]string{}, b.outputs...),
	}
	if b.record.Fault != nil {
		s.Error = fileError(b.record.Fault, b.record.Lang)
	}
	if s.Files == nil {
		s.Files = []File{}
	}
	s.Counts = count(b.files)
	if b.record.State.ended() {
		s.Counts.Findings.Add(b.between)
	}
	if len(b.files) == 0 && !b.record.State.ended() {
		s.Counts.Files, s.Counts.Waiting = b.record.Uploads, b.record.Uploads
	}
	return s
}

// First is the name of the first file, by which people know a batch.
func (s Status) First() string {
	if len(s.Files) == 0 {
		return ""
	}
	return s.Files[0].Name
}

func count(files []File) Counts {
	c := Counts{Files: len(files)}
	for i := range files {
		f := &files[i]
		switch f.State {
		case StateWaiting:
			c.Waiting++
		case StateRunning:
			c.Running++
		case StateDone:
			c.Done++
		case StateFailed:
			c.Failed++
		}
		c.Projects += f.Projects
		c.Indicators += f.Indicators
		c.Findings.Add(f.Findings)
	}
	return c
}

// ended tells whether nothing more becomes of the batch by itself.
func (b *Batch) ended() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.record.State.ended()
}

// change lets do alter the batch and tells those who watch.
func (b *Batch) change(do func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	do()
	close(b.changed)
	b.changed = make(chan struct{})
}

// Watch is a channel that is closed at the next change of the batch.
func (b *Batch) Watch() <-chan struct{} {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.changed
}

// Folder is the folder of the batch, for what is kept beside it. It is to be
// closed.
func (b *Batch) Folder() (*os.Root, error) { return b.store.root.OpenRoot(b.dir()) }

// file is file i, if there is one.
func (b *Batch) file(i int) (File, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if i < 0 || i >= len(b.files) {
		return File{}, false
	}
	return b.files[i], true
}

// Source opens an uploaded file.
func (b *Batch) Source(f File) (*os.File, error) { return b.open(path.Join(inDir, f.Name)) }

// Result opens a result by its name, such as "政法/a.json" or "summary.xlsx".
func (b *Batch) Result(name string) (*os.File, error) {
	b.mu.Lock()
	known := slices.Contains(b.outputs, name)
	for i := range b.files {
		known = known || slices.Contains(b.files[i].Outputs, name)
	}
	b.mu.Unlock()
	if !known {
		return nil, fs.ErrNotExist
	}
	return b.open(path.Join(outDir, name))
}

// open opens a regular file of the batch, never by a link.
func (b *Batch) open(name string) (*os.File, error) {
	root, err := b.Folder()
	if err != nil {
		return nil, err
	}
	defer root.Close()
	if info, err := root.Lstat(name); err != nil || !info.Mode().IsRegular() {
		return nil, fs.ErrNotExist
	}
	return root.Open(name)
}

// JSON is what was read of file i, as the command line writes it.
func (b *Batch) JSON(i int) ([]byte, error) {
	f, ok := b.file(i)
	at := slices.IndexFunc(f.Outputs, func(name string) bool { return strings.HasSuffix(name, ".json") })
	if !ok || at < 0 {
		return nil, fs.ErrNotExist
	}
	file, err := b.open(path.Join(outDir, f.Outputs[at]))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}

// Document is the same as a document.
func (b *Batch) Document(i int) (*model.Document, error) {
	text, err := b.JSON(i)
	if err != nil {
		return nil, err
	}
	var d model.Document
	err = json.Unmarshal(text, &d)
	return &d, err
}

// Report is the report of the last run.
func (b *Batch) Report() (*batch.ReportForm, error) {
	var r batch.ReportForm
	err := b.readJSON(path.Join(outDir, "report.json"), &r)
	return &r, err
}

func (b *Batch) readJSON(name string, v any) error {
	f, err := b.open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return json.NewDecoder(f).Decode(v)
}

// writeJSON lets a file of the batch appear, whole or not at all.
func (b *Batch) writeJSON(name string, v any) error {
	text, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return b.store.writeAside(path.Join(b.dir(), name), bytes.NewReader(text))
}

// save writes batch.json.
func (b *Batch) save() error {
	b.mu.Lock()
	r := b.record
	b.mu.Unlock()
	return b.writeJSON(recordName, r)
}
