// Package source finds what there is to read: in folders, archives, lists, buckets
// and streams. It gives a plan, in which each input has a name and a place for its
// results that no other has.
package source

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"hash"
	"io"
	"maps"
	"path"
	"runtime/debug"
	"strings"

	"jxmb/cmd/internal/batch/content"
	"jxmb/cmd/internal/bucket"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
	"jxmb/render/view"
)

// Input is one thing to read, or one that turned out unreadable while looking
// for it.
type Input struct {
	Path string     // where the user finds it: "/data/2022.zip!/政法/a.docx"
	Name string     // the same below the argument that led to it, with slashes: never a machine's path; unique in the plan
	Stem string     // where results go below the output folder, with slashes, without extension; unique in the plan
	Note model.Text // why Stem is not the plain one; empty mostly

	At      int            // in the plan, counted over all shards
	Version string         // of its content, where a storage tells it without being read; else ""
	object  *bucket.Object // that it is; nil on disks and in archives
	archive string         // the file that holds it as a member, or as one of a member; "" for one that is a file itself
	fault   error          // known while looking for it
	stream  bool           // which this process alone can read

	Open func() (*content.Content, error)
	Done func() // gives back what open needs; once a reading of the plan, whether opened or not
}

// BytesInput is an input that stands in memory, as a server receives it. Name
// is what its sender calls it, with an extension; nothing is opened by it.
func BytesInput(name string, data []byte) *Input {
	return &Input{
		Path: name, Name: name, Stem: shorten(strings.TrimSuffix(name, path.Ext(name))),
		Open: func() (*content.Content, error) {
			return &content.Content{ReaderAt: bytes.NewReader(data), Size: int64(len(data)), Close: func() error { return nil }}, nil
		},
		Done: func() {},
	}
}

// With opens the input for f, closes it and gives back what it stood on.
func (in *Input) With(f func(*content.Content) error) (err error) {
	defer in.Done()
	defer func() {
		if v := recover(); v != nil {
			err = fault.OfPanic(v, debug.Stack())
		} else if err != nil {
			err = fault.Explain(err)
		}
	}()
	c, err := in.Open()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	return f(c)
}

// Plan is what the arguments of a run amount to, in a stable order: arguments
// as given, folders by the byte order of names, archives by their directory.
type Plan struct {
	Inputs  []*Input
	Ignored Ignored
	Others  []view.Ignored // the files that Ignored.Other counts
	Many    bool           // folders, archives, lists or several arguments: a batch, even if it holds one document
	Shard   Shard          // that Inputs are dealt out to
	Found   int            // inputs of all shards

	listed   hash.Hash       // names and stems of the inputs of all shards
	Files    map[string]bool // real paths of the files above, which no result may overwrite
	archives []*archive
	streams  []func() error // close what was kept of them
	store    *bucket.Store  // of inputs in buckets; nil where there are none
}

// Ignored counts what was met and not taken as input.
type Ignored struct {
	Lock     int `json:"lock"`     // ~$ files that Word leaves beside an open document
	Hidden   int `json:"hidden"`   // names with a leading dot, and __MACOSX
	Other    int `json:"other"`    // other kinds of files
	Repeated int `json:"repeated"` // named twice, or reached again by a symbolic link
}

// Limits bound what archives and streams may take; a zero field means its
// default. Limits on a document itself are those of package docx.
type Limits struct {
	ArchiveEntries int   // entries of an archive
	MemberBytes    int64 // unpacked bytes of one member, or bytes of standard input
	ArchiveRatio   int64 // unpacked ÷ packed bytes of a whole archive beyond 16 MiB
}

// DefaultLimits let a province's season through.
var DefaultLimits = Limits{
	ArchiveEntries: 100_000,   // one entry takes half a kilobyte while the archive is open
	MemberBytes:    256 << 20, // half of what Word allows a file: one without an end is given up in a second
	ArchiveRatio:   100,       // documents are packed already: an honest archive has a ratio near 1
}

func (l Limits) withDefaults() Limits {
	return Limits{
		ArchiveEntries: cmp.Or(l.ArchiveEntries, DefaultLimits.ArchiveEntries),
		MemberBytes:    cmp.Or(l.MemberBytes, DefaultLimits.MemberBytes),
		ArchiveRatio:   cmp.Or(l.ArchiveRatio, DefaultLimits.ArchiveRatio),
	}
}

// Sources says how to look for inputs.
type Sources struct {
	Context    context.Context // its end ends waiting for pipes; nil for never
	Stdin      io.Reader
	Out        string   // output folder; results in it are not taken as input
	Extensions []string // taken in folders and archives besides those of Word, with the dot
	Limits     Limits
	Shard      Shard // whose inputs the plan is to hold; all of them count and are named
}

// Streams tells whether inputs come through pipes, which can be read only once.
func (p *Plan) Streams() bool { return len(p.streams) > 0 }

// Close gives back the archives that are still open, what was kept of streams,
// and connections.
func (p *Plan) Close() error {
	var faults []error
	for _, a := range p.archives {
		faults = append(faults, a.shut())
	}
	for _, closeStream := range p.streams {
		faults = append(faults, closeStream())
	}
	if p.store != nil {
		p.store.Close()
	}
	return errors.Join(faults...)
}

// Protect keeps results from overwriting the inputs of another plan too.
func (p *Plan) Protect(other *Plan) {
	if p.Files == nil {
		p.Files = map[string]bool{}
	}
	maps.Copy(p.Files, other.Files)
}

// fail adds an input whose fault is known already, so that it is told in its
// place and counted.
func (g *gatherer) fail(path, name string, err error) {
	g.add(&Input{Path: path, Name: name, fault: err, Open: func() (*content.Content, error) { return nil, err }}, name)
}

// add gives in its stem and puts it into the plan.
func (g *gatherer) add(in *Input, rel string) {
	in.Stem, in.Note = g.stems.claim(rel)
	if g.names[in.Name] { // of another argument: named as its results are
		in.Name = in.Stem + path.Ext(in.Name)
	}
	g.names[in.Name] = true
	if in.Done == nil {
		in.Done = func() {}
	}
	fmt.Fprintf(g.plan.listed, "%q %q\n", in.Name, in.Stem) // a hash takes everything
	in.At = g.plan.Found
	g.plan.Found++
	if !g.Shard.Holds(rel) {
		in.Done() // nobody will read it
		return
	}
	g.plan.Inputs = append(g.plan.Inputs, in)
}
