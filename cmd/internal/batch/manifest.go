package batch

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"

	"jxmb/cmd/internal/batch/folder"
	"jxmb/model"
)

const manifestName = folder.StateDir + "/manifest.ndjson"

// Entry is what the manifest keeps of one input, or, with an empty Stem, of the
// files over all inputs. Key stands for the options and the program version.
type Entry struct {
	Stem       string          `json:"stem"`
	SHA256     string          `json:"sha256"`            // of the input; of the sequence of inputs
	Version    string          `json:"version,omitempty"` // of an object, which tells that it is the same without being fetched
	Key        string          `json:"key"`
	Outputs    []folder.Output `json:"outputs"`
	Projects   int             `json:"projects"`
	Indicators int             `json:"indicators"`
	Findings   Findings        `json:"findings"`
	Fault      *model.Fault    `json:"fault,omitempty"` // set where the content cannot be read, now or later

	Old          []folder.Output   `json:"old,omitempty"`           // of earlier runs, see [OldResult]
	CrossIgnored []json.RawMessage `json:"cross_ignored,omitempty"` // findings between documents that were set aside
	Figures      *Figures          `json:"figures,omitempty"`       // of the files over all inputs

	Begun *Attempt `json:"begun,omitempty"` // a line of its own, without the rest
}

// Findings counts findings by severity.
type Findings struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Info    int `json:"info"`
}

// Count adds a finding.
func (f *Findings) Count(s model.Severity) { f.addN(s, 1) }

func (f *Findings) addN(s model.Severity, n int) {
	switch s {
	case model.Error:
		f.Error += n
	case model.Warning:
		f.Warning += n
	default:
		f.Info += n
	}
}

// Add adds what g counts.
func (f *Findings) Add(g Findings) {
	f.Error += g.Error
	f.Warning += g.Warning
	f.Info += g.Info
}

// Of is how many findings have the severity s.
func (f Findings) Of(s model.Severity) int {
	switch s {
	case model.Error:
		return f.Error
	case model.Warning:
		return f.Warning
	}
	return f.Info
}

// Total is the number of all findings.
func (f Findings) Total() int { return f.Error + f.Warning + f.Info }

// Reach tells whether a finding is as grave as s; no severity is never reached.
func (f Findings) Reach(s model.Severity) bool {
	switch s {
	case model.Error:
		return f.Error > 0
	case model.Warning:
		return f.Error+f.Warning > 0
	case model.Info:
		return f.Error+f.Warning+f.Info > 0
	}
	return false
}

// manifest remembers which results stand in the folder and what they were made
// of. During a run entries are appended as they come about, so that a killed
// run loses at most the entry being written; at its end the file is written
// anew in the order of stems, so that its bytes do not tell how the run went.
//
// An entry is never trusted for its outputs: those are compared by hash.
type manifest struct {
	folder  *folder.Folder
	mu      sync.Mutex
	entries map[string]Entry
	begun   map[string]Attempt // and not ended, by stem
	journal *os.File           // nil where no run is to be taken up
}

// openManifest reads what an earlier run left and keeps what this one, over some
// inputs, does.
func openManifest(f *folder.Folder, inputs int) (*manifest, error) {
	m, err := readManifest(f, inputs)
	if err != nil {
		return nil, err
	}
	if err := m.rewrite(); err != nil {
		return nil, err
	}
	m.journal, err = f.Root.OpenFile(manifestName, os.O_APPEND|os.O_WRONLY, 0o666)
	return m, err
}

// A manifest may hold what earlier runs over other inputs left, and more than what an
// input of this one leaves: an entry takes some hundred bytes, projects that stand in
// several files some thousand a document.
const (
	maxEntries = 100_000
	maxBytes   = 32 << 20
	entriesOf  = 16 // an input
	bytesOf    = 16 << 10
	maxOutputs = 64 // of an entry: each format gives one or two
	maxStated  = 3  // outputs of earlier runs for each of maxEntries: each is looked for
	bytesOfOne = 10 // of a line for each comma in it: lists of nothing would take much more memory than the line
)

// readManifest reads what an earlier run left. Lines that make no sense, such
// as a torn last one, are dropped: their inputs are simply done again.
func readManifest(f *folder.Folder, inputs int) (*manifest, error) {
	m := &manifest{folder: f, entries: map[string]Entry{}, begun: map[string]Attempt{}}
	b, err := folder.ReadRegular(f.Root, manifestName, maxBytes+int64(inputs)*bytesOf)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if lines, most := bytes.Count(b, []byte("\n")), maxEntries+inputs*entriesOf; lines > most {
		return nil, folder.TooLarge(model.Say("%s 有 %d 行，超过 %d 行的上限", "%s has %d lines, more than the limit of %d", manifestName, lines, most))
	}
	outputs, most := 0, maxStated*maxEntries+inputs*maxOutputs
	for line := range bytes.Lines(b) {
		e, ok := readEntry(line)
		if outputs += len(e.Outputs) + len(e.Old); outputs > most {
			return nil, folder.TooLarge(model.Say("%s 记有的结果超过 %d 个", "%s names more than %d results", manifestName, most))
		}
		switch {
		case !ok:
		case e.Begun != nil:
			m.begun[e.Begun.Stem] = *e.Begun
		default:
			m.entries[e.Stem] = e
			delete(m.begun, e.Stem)
		}
	}
	return m, nil
}

// readEntry reads a line; false where no run has written it.
func readEntry(line []byte) (e Entry, ok bool) {
	if !bytes.HasSuffix(line, []byte("\n")) || bytes.Count(line, []byte(",")) > maxOutputs+len(line)/bytesOfOne || json.Unmarshal(line, &e) != nil {
		return e, false
	}
	outputs := slices.Concat(e.Outputs, e.Old)
	return e, len(outputs) <= maxOutputs && !slices.ContainsFunc(outputs, func(o folder.Output) bool { return o.Name == "" || o.CRC32+o.SHA256 == "" })
}

// lookup gives the entry of an input whose content and options are unchanged,
// with those of its outputs that are there and intact.
func (m *manifest) lookup(stem, sha, key string) (Entry, bool) {
	return m.find(stem, key, func(e *Entry) bool { return e.SHA256 == sha })
}

// lookupVersion is lookup for an input whose version the storage tells.
func (m *manifest) lookupVersion(stem, version, key string) (Entry, bool) {
	return m.find(stem, key, func(e *Entry) bool { return version != "" && e.Version == version })
}

func (m *manifest) find(stem, key string, same func(*Entry) bool) (Entry, bool) {
	m.mu.Lock()
	e, ok := m.entries[stem]
	m.mu.Unlock()
	if !ok || e.Key != key || !same(&e) {
		return Entry{}, false
	}
	var intact []folder.Output
	for _, o := range e.Outputs {
		if m.folder.Intact(o) {
			intact = append(intact, o)
		}
	}
	e.Outputs = intact
	return e, true
}

// has tells whether the entry has an output of that name.
func (e *Entry) has(name string) bool {
	return slices.ContainsFunc(e.Outputs, func(o folder.Output) bool { return o.Name == name })
}

// put remembers e, on the disk too.
func (m *manifest) put(e Entry) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	e.outdate(m.entries[e.Stem])
	slices.SortFunc(e.Outputs, func(a, b folder.Output) int { return strings.Compare(a.Name, b.Name) })
	line, err := marshal(e)
	if err != nil {
		return err
	}
	m.entries[e.Stem] = e
	if m.journal == nil { // it is written as a whole
		return nil
	}
	_, err = m.folder.WriteFile(m.journal, append(line, '\n'))
	return err
}

// close writes the manifest in its final order.
func (m *manifest) close() error {
	return errors.Join(m.journal.Close(), m.rewrite())
}

func (m *manifest) rewrite() error {
	a, err := m.folder.Create(manifestName)
	if err != nil {
		return err
	}
	defer a.Discard()
	enc := json.NewEncoder(a)
	enc.SetEscapeHTML(false)
	for _, stem := range slices.Sorted(maps.Keys(m.entries)) {
		if err := enc.Encode(m.entries[stem]); err != nil {
			return err
		}
	}
	for _, stem := range slices.Sorted(maps.Keys(m.begun)) { // what no run has come to since
		begun := m.begun[stem]
		if err := enc.Encode(Entry{Begun: &begun}); err != nil {
			return err
		}
	}
	_, err = a.Commit()
	return err
}
