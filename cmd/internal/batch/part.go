package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"

	"jxmb/cmd/internal/batch/folder"
	"jxmb/cmd/internal/batch/source"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/model/review"
	"jxmb/render"
	"jxmb/render/view"
)

// What a shard leaves for [Merge] beside its results. The documents are JSON, a
// line each and compressed each for itself, so that any of them can be read
// alone; the index says where each is and what became of each input. The index
// appears last: a part that has one is complete.
const (
	partIndex     = folder.StateDir + "/part.ndjson"
	partDocuments = folder.StateDir + "/part.zst"
	partSchema    = "jxmb-part/1"
)

// partHeader is the first line of an index: all that the parts of a batch have
// in common, but for the shard.
type partHeader struct {
	Schema      string         `json:"schema"`
	Shard       source.Shard   `json:"shard"`
	Inputs      int            `json:"inputs"` // of all shards
	Listing     string         `json:"listing"`
	Ignored     source.Ignored `json:"ignored"`
	Others      []partIgnored  `json:"others"`
	Program     string         `json:"program"`
	Build       string         `json:"build"`
	Key         string         `json:"key"`
	Formats     []string       `json:"formats"`
	SummaryOnly bool           `json:"summary_only"`
	MinSeverity model.Severity `json:"min_severity"`
	Render      render.Options `json:"render"` // without what stands in files
	Font        string         `json:"font"`   // as --font was given, without folders
	Fonts       string         `json:"fonts"`
	Check       check.Config   `json:"check"` // without what stands in files
	Settings    *SettingsFile  `json:"settings"`
	Review      *review.File   `json:"review,omitempty"`
}

// partIgnored is a [view.Ignored].
type partIgnored struct {
	File exact      `json:"file"`
	Why  model.Text `json:"why"`
}

// partRecord is the line of an input. The names of outputs are there without the
// stem that all of them begin with.
type partRecord struct {
	At         int           `json:"at"` // in the plan of all shards
	Name       exact         `json:"name"`
	Stem       exact         `json:"stem"`
	Note       model.Text    `json:"note"`
	Entry      Entry         `json:"entry"`
	Remembered bool          `json:"remembered"` // by the manifest
	Seconds    float64       `json:"seconds"`
	Document   *partDocument `json:"document"` // nil where the input could not be read
}

// partDocument is where a document stands in the file of the documents.
type partDocument struct {
	Offset int64  `json:"offset"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"` // of these bytes
	Name   exact  `json:"name"`   // of its source
}

// partEnd is the last line.
type partEnd struct {
	End     bool `json:"end"`
	Records int  `json:"records"`
}

// exact is text that JSON can't always spell: names of files need not be UTF-8.
type exact string

func (e exact) MarshalJSON() ([]byte, error) {
	if utf8.ValidString(string(e)) {
		return marshal(string(e))
	}
	return json.Marshal([][]byte{[]byte(e)}) // base64
}

func (e *exact) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, (*string)(e))
	}
	var raw [][]byte
	if err := json.Unmarshal(b, &raw); err != nil || len(raw) != 1 {
		return errors.Join(err, errors.New("no name"))
	}
	*e = exact(raw[0])
	return nil
}

// partWriter writes what a shard leaves.
type partWriter struct {
	index, documents *folder.Aside
	records          int
	offset           int64
}

// documentEncoder compresses documents, many at a time.
var documentEncoder = sync.OnceValue(func() *zstd.Encoder {
	e, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithWindowSize(1<<20))
	if err != nil {
		panic(err) // the options are constant
	}
	return e
})

// packDocument is d as the part holds it.
func packDocument(d *model.Document) []byte {
	return documentEncoder().EncodeAll(append(model.AppendJSON(nil, d, false), '\n'), nil)
}

// newPart begins the part, or gives nil where the batch is not dealt out. What an
// earlier run left is no part any more.
func (r *run) newPart() (_ *partWriter, err error) {
	if err := r.folder.Root.Remove(partIndex); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if r.plan.Shard.Whole() {
		return nil, nil
	}
	header, err := r.partHeader()
	if err != nil {
		return nil, err
	}
	w := &partWriter{}
	if w.index, err = r.folder.Create(partIndex); err != nil {
		return nil, err
	}
	if w.documents, err = r.folder.Create(partDocuments); err != nil {
		w.discard()
		return nil, err
	}
	if err := w.line(header); err != nil {
		w.discard()
		return nil, err
	}
	return w, nil
}

func (r *run) partHeader() (partHeader, error) {
	listing, err := r.plan.Listing()
	h := partHeader{
		Schema: partSchema, Shard: r.plan.Shard, Inputs: r.plan.Found, Listing: listing,
		Ignored: r.plan.Ignored, Others: []partIgnored{},
		Program: r.Program, Build: r.Made.Build, Key: r.key,
		SummaryOnly: r.SummaryOnly, MinSeverity: r.MinSeverity,
		Render: r.Render, Fonts: r.Made.Fonts, Check: r.Check, Settings: r.Settings, Review: r.Review,
	}
	for _, o := range r.plan.Others {
		h.Others = append(h.Others, partIgnored{exact(o.File), o.Why})
	}
	for _, f := range r.Formats {
		h.Formats = append(h.Formats, f.Name)
	}
	if r.Render.Font != "" {
		h.Font = filepath.Base(r.Render.Font)
	}
	h.Render.Font, h.Render.Profile = "", nil // single documents have been written with them
	h.Check.Profile, h.Check.Library = nil, nil
	return h, err
}

// plan of the header: what all shards found and did not take.
func (h *partHeader) others() []view.Ignored {
	var others []view.Ignored
	for _, o := range h.Others {
		others = append(others, view.Ignored{File: string(o.File), Why: o.Why})
	}
	return others
}

// add takes the next input and what became of it.
func (w *partWriter) add(in *source.Input, c *converted) error {
	rec := partRecord{
		At: in.At, Name: exact(in.Name), Stem: exact(in.Stem), Note: in.Note, Entry: c.Entry, Seconds: c.Seconds,
		Remembered: c.Fault == nil || c.SHA256 != "" && fault.Lasting(c.Fault),
	}
	rec.Entry.Stem, rec.Entry.Old, rec.Entry.Outputs = "", nil, nil
	for _, o := range c.Outputs {
		o.Name = strings.TrimPrefix(o.Name, in.Stem)
		rec.Entry.Outputs = append(rec.Entry.Outputs, o)
	}
	if c.doc != nil {
		sum := sha256.Sum256(c.packed)
		rec.Document = &partDocument{Offset: w.offset, Bytes: int64(len(c.packed)), SHA256: hex.EncodeToString(sum[:]), Name: exact(c.doc.Source.Name)}
		if _, err := w.documents.Write(c.packed); err != nil {
			return folder.InOutput(partDocuments, err)
		}
		w.offset += int64(len(c.packed))
	}
	w.records++
	return w.line(rec)
}

func (w *partWriter) line(v any) error {
	b, err := marshal(v)
	if err == nil {
		_, err = w.index.Write(append(b, '\n'))
	}
	if err != nil {
		return folder.InOutput(partIndex, err)
	}
	return nil
}

// commit lets the part appear, the index last.
func (w *partWriter) commit() ([]folder.Output, error) {
	if err := w.line(partEnd{true, w.records}); err != nil {
		return nil, err
	}
	documents, err := w.documents.Commit()
	if err != nil {
		return nil, err
	}
	index, err := w.index.Commit()
	return []folder.Output{documents, index}, err
}

func (w *partWriter) discard() {
	if w.index != nil {
		w.index.Discard()
	}
	if w.documents != nil {
		w.documents.Discard()
	}
}

// isOfState tells files that later runs need from results.
func isOfState(name string) bool { return path.Dir(name) == folder.StateDir }
