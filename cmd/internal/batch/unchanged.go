package batch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
)

// sequence stands for the contents of all inputs in their order, on which the
// files over all documents depend.
type sequence struct{ hash.Hash }

func newSequence() sequence { return sequence{sha256.New()} }

func (s sequence) add(e Entry) { fmt.Fprintf(s, "%q %s %t\n", e.Stem, e.SHA256, e.Fault != nil) }

func (s sequence) sum() string { return hex.EncodeToString(s.Sum(nil)) }

var errChanged = errors.New("an input changed")

// unchanged tells whether an earlier run did all that this one would do, and
// gives the entries of all inputs. Then no document needs to be read.
func (r *run) unchanged(ctx context.Context) ([]Entry, bool) {
	if r.Force {
		return nil, false
	}
	var entries []Entry
	sequence := newSequence()
	probe := func(in *Input) *Entry {
		c, err := in.open()
		if err != nil {
			return &Entry{Stem: in.Stem, Fault: Explain(err)} // nothing to read, now as then
		}
		defer c.close()
		sha, err := digest(io.NewSectionReader(c, 0, c.size))
		if err != nil {
			return nil
		}
		e, ok := r.manifest.lookup(in.Stem, sha, r.key)
		if !ok {
			return nil
		}
		return &e
	}
	err := inOrder(ctx, r.plan.Inputs, workers(r.Jobs, r.plan), probe, func(_ *Input, e *Entry) error {
		if e == nil {
			return errChanged
		}
		sequence.add(*e)
		entries = append(entries, *e)
		return nil
	})
	if err != nil || ctx.Err() != nil {
		return nil, false
	}
	_, ok := r.manifest.lookup("", sequence.sum(), r.key)
	return entries, ok
}

// skipAll reports entries of an earlier run.
func (r *run) skipAll(entries []Entry, report *report) error {
	for i, e := range entries {
		o := Outcome{Entry: e, Status: StatusSkipped}
		if e.Fault != nil {
			o.Status = StatusFailed
		}
		if err := report.add(r.plan.Inputs[i], o); err != nil {
			return err
		}
		r.Observer.Done(r.plan.Inputs[i], o)
		r.plan.Inputs[i].done()
	}
	report.overviews(r.manifest.entries[""])
	return nil
}
