package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"runtime/debug"
	"slices"

	"jxmb/cmd/internal/batch/folder"
	"jxmb/cmd/internal/batch/legacy"
	"jxmb/cmd/internal/batch/source"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/parser/form"
	"jxmb/render"
)

// overviews are the files over all documents, the review across them and the
// count that all of them tell. A fault in one file never costs a document: it
// is kept and told at the end.
type overviews struct {
	files  []*overview
	season *render.Season
	cross  *Across // nil in a shard, which sees too little

	between *folder.Aside // what it finds, as it stands in the report
}

type overview struct {
	render.Summary
	file   *folder.Aside
	part   int // of [converted.parts]; -1 where it takes none
	fault  error
	closed bool
}

// overFiles are the files over all documents that the formats have, each once. A
// shard has none: a summary of some documents would look like that of all.
func (r *run) overFiles() []render.Over {
	if !r.plan.Shard.Whole() {
		return nil
	}
	var files []render.Over
	for _, f := range r.Formats {
		for _, over := range f.Over {
			if !slices.ContainsFunc(files, func(o render.Over) bool { return o.Name == over.Name }) {
				files = append(files, over)
			}
		}
	}
	return files
}

// overNames are the files that a run leaves beside those of its inputs.
func (r *run) overNames() []string {
	if !r.plan.Shard.Whole() {
		return []string{partDocuments, partIndex}
	}
	names := []string{betweenName}
	for _, f := range r.summaries {
		names = append(names, f.Name)
	}
	return names
}

// newOverviews begins the files that do not stand as they are to be.
func (r *run) newOverviews() (_ *overviews, err error) {
	o := &overviews{season: newSeason(r.plan)}
	defer func() {
		if err != nil {
			o.discard()
		}
	}()
	if r.plan.Shard.Whole() {
		o.cross = r.NewAcross()
		if o.between, err = r.folder.Create(betweenName); err != nil {
			return nil, err
		}
	}
	for i, f := range r.summaries {
		if slices.ContainsFunc(r.standing, func(out folder.Output) bool { return out.Name == f.Name }) {
			continue
		}
		file, err := r.folder.Create(f.Name)
		if err != nil {
			return nil, err
		}
		one := &overview{Summary: f.Start(file, r.Render), file: file, part: -1}
		if f.Part != nil {
			one.part = i
		}
		o.files = append(o.files, one)
	}
	return o, nil
}

func newSeason(p *source.Plan) *render.Season {
	return &render.Season{Ignored: p.Others, Titles: RuleTitles()}
}

// RuleTitles names all findings there can be, by code.
func RuleTitles() map[string]model.Text {
	titles := map[string]model.Text{legacy.Rule.Code: legacy.Rule.Title}
	for i := range check.Rules {
		titles[check.Rules[i].Code] = check.Rules[i].Title
	}
	for i := range form.Rules {
		titles[form.Rules[i].Code] = form.Rules[i].Title
	}
	return titles
}

// add takes the next document.
func (o *overviews) add(ctx context.Context, in *source.Input, c *converted) error {
	if c.shown != nil && o.cross != nil {
		o.cross.addFacts(in.Name, c.shown, c.facts)
	}
	e := o.season.Add(in.Name, c.shown, c.Fault)
	e.Whole = c.doc
	for _, f := range o.files {
		e.Part = nil
		if f.part >= 0 && c.parts != nil {
			e.Part = c.parts[f.part].Bytes()
		}
		if f.fault == nil {
			f.fault = f.guard(func() error { return f.Add(ctx, e) })
		}
		if fault.StopsAll(f.fault) {
			return f.fault
		}
	}
	return nil
}

// guard keeps a panic in one overview from costing the run.
func (f *overview) guard(do func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fault.OfPanic(v, debug.Stack())
		}
		if err != nil {
			err = folder.InOutput(f.file.Name, err)
		}
	}()
	return do()
}

// crossFindings completes the season with the findings between documents, writes
// them down as they stand in the report and gives what a review set aside of them.
func (o *overviews) crossFindings(shows func(model.Severity) bool) (ignored []json.RawMessage, err error) {
	between, err := o.cross.Findings()
	if err != nil {
		return nil, err
	}
	shown := func(yield func(string, *model.Finding) bool) {
		for file, f := range between.Left() {
			if shows(f.Severity) && !yield(file, f) {
				return
			}
		}
	}
	o.season.AddCross(shown)
	line, separator := []byte("["), ""
	for file, f := range shown {
		line = model.AppendJSON(append(line, separator...), &FileFinding{file, *f}, false)
		_, _ = o.between.Write(line) // Commit tells
		line, separator = line[:0], ","
	}
	_, _ = o.between.Write(append(line, ']'))
	for f := range between.Ignored() {
		if shows(f.Finding.Severity) {
			ignored = append(ignored, model.AppendJSON(nil, f, false))
		}
	}
	return ignored, between.Err()
}

// commit lets the files appear. The outputs are those that did, the error
// tells of those that did not.
func (o *overviews) commit(ctx context.Context) ([]folder.Output, error) {
	var outputs []folder.Output
	var faults []error
	if o.between != nil {
		out, err := o.between.Commit()
		if err != nil {
			return nil, err // what is over all documents may say what cannot be said again
		}
		outputs = append(outputs, out)
	}
	for _, f := range o.files {
		if err := f.close(ctx, o.season); f.fault == nil {
			f.fault = err
		}
		if f.fault != nil {
			faults = append(faults, f.fault)
			continue
		}
		out, err := f.file.Commit()
		if err != nil {
			faults = append(faults, err)
			continue
		}
		outputs = append(outputs, out)
	}
	return outputs, errors.Join(faults...)
}

// close ends the summary, which holds temporary files until then.
func (f *overview) close(ctx context.Context, s *render.Season) error {
	if f.closed {
		return nil
	}
	f.closed = true
	return f.guard(func() error { return f.Close(ctx, s) })
}

// discard drops what has not appeared.
func (o *overviews) discard() {
	dropped, drop := context.WithCancel(context.Background())
	drop()
	if o.cross != nil {
		o.cross.Close()
	}
	if o.between != nil {
		o.between.Discard()
	}
	for _, f := range o.files {
		_ = f.close(dropped, o.season) // lays out nothing, gives up what it holds
		f.file.Discard()
	}
}

// parts writes what the document adds to the files over all documents.
func (r *run) parts(ctx context.Context, c *converted) error {
	c.parts = make([]*bytes.Buffer, len(r.summaries))
	for i, f := range r.summaries {
		if f.Part == nil {
			continue
		}
		b, _ := r.buffers.Get().(*bytes.Buffer)
		if b == nil {
			b = new(bytes.Buffer)
		}
		b.Reset()
		c.parts[i] = b
		if err := f.Part(ctx, b, c.doc, r.Render); err != nil {
			return err
		}
	}
	return nil
}

// giveBack lets other documents use the buffers of c.
func (r *run) giveBack(c *converted) {
	for _, b := range c.parts {
		if b != nil {
			r.buffers.Put(b)
		}
	}
	c.parts = nil
}
