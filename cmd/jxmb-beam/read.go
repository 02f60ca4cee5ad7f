package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"

	"jxmb/cmd/internal/batch"
	"jxmb/cmd/internal/batch/source"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/model/check/across"
	"jxmb/parser"
	"jxmb/render"
	"jxmb/render/flat"
	"jxmb/render/view"
)

// readFn reads, checks and writes documents. One that cannot be read is a line of
// failures; a panic in one is a failure too, as in the command line.
type readFn struct {
	Options Options

	reader batch.Reader
	opener source.Opener
	bundle *bundle
	sums   Sums
}

// reading is what becomes of a document, whole before anything of it is written.
type reading struct {
	lines    []byte
	rows     map[*flat.Table][][]string
	facts    []across.Fact
	projects []keyed
	sums     Sums
}

func (o *Options) config() check.Config {
	cfg := check.Config{Lang: model.Lang(o.Lang), Disabled: map[string]bool{}}
	for _, code := range o.Disabled {
		cfg.Disabled[code] = true
	}
	return cfg
}

func (o *Options) render() render.Options { return render.Options{Lang: model.Lang(o.Lang)} }

// shows tells whether findings of a severity are counted and looked at across
// documents; lines and rows hold all of a document.
func (o *Options) shows(s model.Severity) bool {
	return s.Rank() >= model.Severity(o.MinSeverity).Rank()
}

// StartBundle begins the parts of a bundle.
func (f *readFn) StartBundle(ctx context.Context, _ func(Part), _ func(string, across.Fact), _ func(string, Project), _ func(Sums)) {
	cfg := f.Options.config()
	f.reader = batch.Reader{Parse: parser.Options{Lang: cfg.Lang}, Check: cfg, Jobs: 1}
	f.opener = source.Opener{Sources: source.Sources{Context: ctx, Extensions: f.Options.Extensions}}
	f.bundle, f.sums = f.Options.newBundle(), Sums{}
}

// ProcessElement reads the documents of inputs.
func (f *readFn) ProcessElement(ctx context.Context, inputs Inputs, _ func(Part), facts func(string, across.Fact), projects func(string, Project), _ func(Sums)) error {
	for i, a := range inputs.at {
		if err := f.one(ctx, inputs.first+i, a, facts, projects); err != nil {
			return err
		}
	}
	return nil
}

// one reads the input at a, which has a place in the order of all.
func (f *readFn) one(ctx context.Context, order int, a source.Address, facts func(string, across.Fact), projects func(string, Project)) error {
	plan := &source.Plan{Inputs: []*source.Input{f.opener.Input(a)}}
	work := func(in *source.Input, _ io.ReaderAt, _ int64, d *model.Document) (*reading, error) {
		return f.work(ctx, order, in.Name, d)
	}
	err := batch.EachWith(ctx, f.reader, plan, work, func(in *source.Input, r *reading, fault *model.Fault) error {
		if fault != nil {
			return f.fail(ctx, in.Name, fault)
		}
		for i := range r.facts {
			facts(r.facts[i].ID(), r.facts[i])
		}
		for _, p := range r.projects {
			projects(p.key, p.Project)
		}
		return f.write(r)
	})
	if err == nil {
		err = ctx.Err() // what was given up is no failure of the document
	}
	return err
}

// work is all that may fail, or panic, at a document.
func (f *readFn) work(ctx context.Context, order int, name string, d *model.Document) (*reading, error) {
	shown := batch.ForPeople(d, model.Severity(f.Options.MinSeverity))
	r := &reading{
		facts: across.FactsOf(name, shown, f.reader.Check),
		rows:  map[*flat.Table][][]string{},
	}
	var lines bytes.Buffer
	if err := render.NDJSON.Write(ctx, &lines, d, f.Options.render()); err != nil {
		return nil, err
	}
	r.lines = lines.Bytes()
	for _, t := range flat.Tables {
		for row := range t.Of(d, nil) {
			r.rows[t] = append(r.rows[t], slices.Clone(t.Cells(nil, row)))
		}
	}
	for i := range d.Projects {
		p := newProject(order, i, name, &d.Projects[i], r.rows[&flat.Projects][i])
		key := view.ProjectKey(d, &d.Projects[i])
		if key == "" { // like no other
			key = "\x00" + strconv.Itoa(order) + "\x00" + strconv.Itoa(i)
		}
		r.projects = append(r.projects, keyed{key, p})
	}
	r.sums.addDocument(shown)
	return r, nil
}

func (f *readFn) write(r *reading) error {
	f.sums = mergeSums(f.sums, r.sums)
	w, err := f.bundle.lines("documents")
	if err != nil {
		return err
	}
	if _, err := w.Write(r.lines); err != nil {
		return err
	}
	for _, t := range []*flat.Table{&flat.Indicators, &flat.Findings} { // projects are written when they have met others
		if err := f.bundle.rows(t, r.rows[t]); err != nil {
			return err
		}
	}
	return nil
}

// fail writes the line of an input that could not be read.
func (f *readFn) fail(ctx context.Context, name string, fault *model.Fault) error {
	f.sums = mergeSums(f.sums, Sums{Failed: 1})
	w, err := f.bundle.lines("failures")
	if err != nil {
		return err
	}
	return allLines(w, f.Options.render()).Add(ctx, render.Entry{File: name, Fault: fault})
}

// FinishBundle lets the parts be known. What a bundle wrote that is never finished
// stays unknown, and is removed at the end.
func (f *readFn) FinishBundle(_ context.Context, parts func(Part), _ func(string, across.Fact), _ func(string, Project), counted func(Sums)) error {
	if err := f.opener.Close(); err != nil {
		return fmt.Errorf("closing an archive: %w", err)
	}
	counted(f.sums)
	return f.bundle.finish(parts)
}

// allLines writes such lines of all.ndjson as are not of documents.
func allLines(w io.Writer, o render.Options) render.Summary { return render.NDJSON.Over[0].Start(w, o) }
