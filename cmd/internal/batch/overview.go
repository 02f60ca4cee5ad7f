package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"runtime/debug"
	"slices"

	"jxmb/model"
	"jxmb/model/check"
	"jxmb/render"
)

// overviews are the files over all documents and the review across them. A
// fault in one of them never costs a document: it is kept and told at the end.
type overviews struct {
	lines     *Aside // all.ndjson; nil where not wanted
	summaries []*overview
	cross     *check.Batch
}

type overview struct {
	render.Summary
	file   *Aside
	fault  error
	closed bool
}

// wantsLines tells whether all.ndjson is to be written: for both JSON formats,
// since it is how many documents are passed on as JSON.
func (r *run) wantsLines() bool {
	return slices.ContainsFunc(r.Formats, func(f render.Format) bool {
		return f.Name == render.JSON.Name || f.Name == render.NDJSON.Name
	})
}

func (r *run) newOverviews() (_ *overviews, err error) {
	o := &overviews{cross: check.NewBatch(r.Check)}
	defer func() {
		if err != nil {
			o.discard()
		}
	}()
	if r.wantsLines() {
		if o.lines, err = r.folder.Create(allStem + render.NDJSON.Ext); err != nil {
			return nil, err
		}
	}
	for _, f := range r.Formats {
		if f.Summary == nil {
			continue
		}
		file, err := r.folder.Create(summaryStem + f.Ext)
		if err != nil {
			return nil, err
		}
		o.summaries = append(o.summaries, &overview{Summary: f.Summary(file, r.Render), file: file})
	}
	return o, nil
}

// add takes the next document, nil for one that could not be read; lines is its
// part of all.ndjson.
func (o *overviews) add(ctx context.Context, in *Input, d *model.Document, lines *bytes.Buffer) error {
	if d != nil {
		o.cross.Add(in.Name, d)
	}
	if d != nil && o.lines != nil {
		if _, err := o.lines.Write(lines.Bytes()); err != nil {
			return inOutput(o.lines.name, err)
		}
	}
	for _, s := range o.summaries {
		if s.fault == nil {
			s.fault = s.guard(func() error { return s.Add(ctx, render.Entry{File: in.Name, Document: d}) })
		}
		if stopsAll(s.fault) {
			return s.fault
		}
	}
	return nil
}

// guard keeps a panic in one overview from costing the run.
func (s *overview) guard(f func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = ofPanic(v, debug.Stack())
		}
		if err != nil {
			err = inOutput(s.file.name, err)
		}
	}()
	return f()
}

// commit lets the files appear. The outputs are those that did, the error
// tells of those that did not.
func (o *overviews) commit(ctx context.Context) ([]Output, error) {
	var outputs []Output
	var faults []error
	appear := func(a *Aside) {
		out, err := a.Commit()
		if err != nil {
			faults = append(faults, err)
			return
		}
		outputs = append(outputs, out)
	}
	if o.lines != nil {
		appear(o.lines)
	}
	for _, s := range o.summaries {
		if err := s.close(ctx); s.fault == nil {
			s.fault = err
		}
		if s.fault != nil {
			faults = append(faults, s.fault)
			continue
		}
		appear(s.file)
	}
	return outputs, errors.Join(faults...)
}

// close ends the summary, which holds temporary files until then.
func (s *overview) close(ctx context.Context) error {
	if s.closed {
		return nil
	}
	s.closed = true
	return s.guard(func() error { return s.Close(ctx) })
}

// discard drops what has not appeared.
func (o *overviews) discard() {
	if o.lines != nil {
		o.lines.Discard()
	}
	dropped, drop := context.WithCancel(context.Background())
	drop()
	for _, s := range o.summaries {
		_ = s.close(dropped) // lays out nothing, gives up what it holds
		s.file.Discard()
	}
}

// crossFindings are the findings between documents as they stand in the report,
// one JSON object each, and their number.
func (o *overviews) crossFindings() ([]json.RawMessage, Findings) {
	type line struct {
		File    string         `json:"file"`
		Finding *model.Finding `json:"finding"`
	}
	out, n := []json.RawMessage{}, Findings{}
	for _, f := range o.cross.Findings() {
		out = append(out, model.AppendJSON(nil, &line{f.File, &f.Finding}, false))
		n.Count(f.Severity)
	}
	return out, n
}
