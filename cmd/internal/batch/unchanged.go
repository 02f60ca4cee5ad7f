package batch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"slices"

	"jxmb/cmd/internal/batch/source"
	"jxmb/cmd/internal/fault"
	"jxmb/render"
)

// sequence stands for the contents of all inputs in their order, on which the
// files over all documents depend.
type sequence struct{ hash.Hash }

// newSequence begins with what a part of a batch depends on beside its inputs.
func (r *run) newSequence() (sequence, error) {
	s := sequence{sha256.New()}
	if r.plan.Shard.Whole() {
		return s, nil
	}
	header, err := r.partHeader()
	if err != nil {
		return s, err
	}
	return s, json.NewEncoder(s).Encode(header)
}

func (s sequence) add(e Entry) { fmt.Fprintf(s, "%q %s %t\n", e.Stem, e.SHA256, e.Fault != nil) }

func (s sequence) sum() string { return hex.EncodeToString(s.Sum(nil)) }

var errChanged = errors.New("an input changed")

// survey is what an earlier run left: the entries of all inputs, where none has
// changed, and whether every file that is wanted stands.
type survey struct {
	entries []Entry
	whole   bool
	over    Entry // of the files over all inputs, if entries are what it was made of
}

// survey looks whether anything changed. Where nothing did no document needs to
// be read, and where only a format is new the other files stand.
func (r *run) survey(ctx context.Context) (s survey, ok bool) {
	if r.Force {
		return s, false
	}
	s.whole = true
	sequence, err := r.newSequence()
	if err != nil {
		return s, false
	}
	err = inOrder(ctx, r.plan.Inputs, workers(r.Jobs, r.plan), r.probe, func(in *source.Input, e *Entry) error {
		if e == nil {
			return errChanged
		}
		sequence.add(*e)
		s.entries = append(s.entries, *e)
		s.whole = s.whole && len(r.missing(in, e)) == 0
		return nil
	})
	if err != nil || ctx.Err() != nil {
		return survey{}, false
	}
	s.over, ok = r.manifest.lookup("", sequence.sum(), r.key)
	for _, name := range r.overNames() {
		s.whole = s.whole && s.over.has(name)
	}
	return s, ok && s.over.Figures != nil
}

// probe is what the manifest says of an input, nil where it changed.
func (r *run) probe(in *source.Input) *Entry {
	if e, ok := r.manifest.lookupVersion(in.Stem, in.Version, r.key); ok {
		return &e
	}
	c, err := in.Open()
	if err != nil {
		return &Entry{Stem: in.Stem, Fault: fault.Explain(err)} // nothing to read, now as then
	}
	defer c.Close()
	sha, err := c.Digest()
	if err != nil {
		return nil
	}
	e, ok := r.manifest.lookup(in.Stem, sha, r.key)
	if !ok {
		return nil
	}
	return &e
}

// missing are the formats whose results of an input do not stand.
func (r *run) missing(in *source.Input, e *Entry) []render.Format {
	if r.SummaryOnly || e.Fault != nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(r.Formats), func(f render.Format) bool { return e.has(in.Stem + f.Ext) })
}

// skipAll reports entries of an earlier run.
func (r *run) skipAll(s survey, report *report) error {
	for i, e := range s.entries {
		o := Outcome{Entry: e, Status: StatusSkipped}
		if e.Fault != nil {
			o.Status = StatusFailed
		}
		if err := report.add(r.plan.Inputs[i], o); err != nil {
			return err
		}
		r.Observer.Done(r.plan.Inputs[i], o)
		r.plan.Inputs[i].Done()
	}
	over := r.keepWanted(s.over)
	report.overviews(r.folder, over)
	return r.manifest.put(over)
}

// keepWanted makes old results of the files over all inputs that this run does
// not want.
func (r *run) keepWanted(e Entry) Entry {
	wanted := Entry{Stem: e.Stem, SHA256: e.SHA256, Key: e.Key, CrossIgnored: e.CrossIgnored, Figures: e.Figures}
	for _, name := range r.overNames() {
		for _, o := range e.Outputs {
			if o.Name == name {
				wanted.Outputs = append(wanted.Outputs, o)
			}
		}
	}
	wanted.outdate(e)
	return wanted
}
