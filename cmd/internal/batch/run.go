package batch

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"runtime"
	"sync"
	"time"

	"jxmb/model"
	"jxmb/render"
)

// Options of [Run].
type Options struct {
	Reader
	Out         string
	Formats     []render.Format
	Render      render.Options
	SummaryOnly bool // only the files over all documents
	Force       bool // do again what is done
	Report      string
	Settings    *SettingsFile // that the options come from, for the report; nil where none was found
	Program     string        // name and version of the program, for the report
	Fingerprint string        // stands for the version and for options that change results and that are not seen here
	Observer    Observer

	writeFile func(*os.File, []byte) (int, error) // stands in for (*os.File).Write in tests of full disks
}

// Observer is told how a run goes, on one goroutine, in the order of the plan.
type Observer interface {
	Start(inputs int)
	Done(in *Input, o Outcome)
}

// Status is what happened to an input.
type Status string

// The ways an input can end.
const (
	StatusDone    Status = "done"
	StatusSkipped Status = "skipped" // nothing changed since an earlier run
	StatusFailed  Status = "failed"
)

// Outcome is what became of an input.
type Outcome struct {
	Status Status
	Entry
	Seconds float64
}

// converted is an outcome on its way to the files over all documents.
type converted struct {
	Outcome
	doc   *model.Document // nil where it could not be read
	lines *bytes.Buffer   // its part of all.ndjson; nil where not wanted
	files []*Aside        // its results, which have still to appear
	fatal error           // an error that every further output would meet too
}

// run is one call of [Run].
type run struct {
	Options
	plan     *Plan
	folder   *Folder
	manifest *manifest
	key      string
	buffers  sync.Pool // of *bytes.Buffer, for the lines of a document

	// busy has a place for each document that is being read and rendered. One
	// that waits for the disk needs none: making a file durable takes longer
	// than making it, and no core.
	busy chan struct{}
}

// workers is how many documents are worked on at a time: jobs, or one a core,
// and never more than there are.
func workers(jobs int, p *Plan) int {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	return max(1, min(jobs, len(p.Inputs)))
}

// Run converts every input of the plan into o.Out. The error is one that stops
// the whole: a folder that cannot be written, a full disk. Failures of single
// inputs stand in the totals, and in the report, which is written in any case.
func Run(ctx context.Context, p *Plan, o Options) (totals Totals, err error) {
	folder, err := openRunFolder(o.Out, p)
	if err != nil {
		return Totals{}, err
	}
	defer folder.Close()
	if o.writeFile != nil {
		folder.write = o.writeFile
	}
	r := &run{Options: o, plan: p, folder: folder, busy: make(chan struct{}, workers(o.Jobs, p))}
	if r.key, err = r.optionsKey(); err != nil {
		return Totals{}, err
	}
	if r.manifest, err = openManifest(folder); err != nil {
		return Totals{}, err
	}
	report, err := r.newReport()
	if err != nil {
		return Totals{}, errors.Join(err, r.manifest.close())
	}
	defer report.discard()
	o.Observer.Start(len(p.Inputs))
	if entries, ok := r.unchanged(ctx); ok {
		err = r.skipAll(entries, report)
	} else {
		err = r.convertAll(ctx, report)
	}
	report.totals.Interrupted = ctx.Err() != nil
	err = errors.Join(err, r.manifest.close(), report.close())
	return report.totals, err
}

// convertAll is the run proper.
func (r *run) convertAll(ctx context.Context, report *report) error {
	over, err := r.newOverviews()
	if err != nil {
		return err
	}
	defer over.discard()
	sequence := newSequence()
	err = inOrder(ctx, r.plan.Inputs, 2*cap(r.busy), r.convert, func(in *Input, c converted) error {
		sequence.add(c.Entry)
		err := report.add(in, c.Outcome)
		r.Observer.Done(in, c.Outcome)
		if c.fatal != nil {
			return c.fatal
		}
		err = errors.Join(err, over.add(ctx, in, c.doc, c.lines))
		if c.lines != nil {
			r.buffers.Put(c.lines)
		}
		return err
	})
	if err != nil || ctx.Err() != nil {
		return err // half of the documents make no overview
	}
	e := Entry{SHA256: sequence.sum(), Key: r.key}
	e.Outputs, err = over.commit(context.WithoutCancel(ctx))
	e.Cross, e.Findings = over.crossFindings()
	report.overviews(e)
	if err != nil {
		return err // not remembered, so that the next run tries again
	}
	return r.manifest.put(e)
}

// convert does all for one input that can be done beside others.
func (r *run) convert(in *Input) (c converted) {
	began := time.Now()
	c.Stem = in.Stem
	// What has begun is finished, even while the run is being stopped.
	err := in.with(func(src *content) error { return r.convertContent(context.Background(), in, src, &c) })
	if err != nil {
		f := Explain(err)
		c.Entry = Entry{Stem: c.Stem, SHA256: c.SHA256, Key: c.Key, Fault: f}
		c.Status, c.doc = StatusFailed, nil
		if stopsAll(err) {
			c.fatal = err
		} else if c.SHA256 != "" && lasting(f) {
			c.fatal = r.manifest.put(c.Entry)
		}
	}
	c.Seconds = time.Since(began).Seconds()
	return c
}

func (r *run) convertContent(ctx context.Context, in *Input, src *content, c *converted) error {
	defer func() {
		for _, a := range c.files {
			a.Discard()
		}
	}()
	if err := r.prepare(ctx, in, src, c); err != nil || c.Status != StatusDone {
		return err
	}
	for _, a := range c.files {
		o, err := a.Commit()
		if err != nil {
			return err
		}
		c.Outputs = append(c.Outputs, o)
	}
	return r.manifest.put(c.Entry)
}

// prepare reads the document and renders it.
func (r *run) prepare(ctx context.Context, in *Input, src *content, c *converted) error {
	r.busy <- struct{}{}
	defer func() { <-r.busy }()
	sha, err := digest(io.NewSectionReader(src, 0, src.size))
	if err != nil {
		return err
	}
	c.SHA256, c.Key, c.Status = sha, r.key, StatusDone
	if e, ok := r.manifest.lookup(in.Stem, sha, r.key); ok && !r.Force {
		c.Entry, c.Status = e, StatusSkipped
		if e.Fault != nil {
			c.Status = StatusFailed
			return nil
		}
	}
	// One that is skipped is read all the same: the files over all documents
	// hold it, and reading takes less time than a copy on the disk would.
	if c.doc, err = r.read(ctx, in, src); err != nil {
		return err
	}
	if r.wantsLines() {
		c.lines, _ = r.buffers.Get().(*bytes.Buffer)
		if c.lines == nil {
			c.lines = new(bytes.Buffer)
		}
		c.lines.Reset()
		if err := render.NDJSON.Write(ctx, c.lines, c.doc, r.Render); err != nil {
			return err
		}
	}
	if c.Status == StatusSkipped {
		return nil
	}
	c.count(c.doc)
	return r.render(ctx, in, c)
}

// render begins the results of a document, one in every format.
func (r *run) render(ctx context.Context, in *Input, c *converted) error {
	if r.SummaryOnly {
		return nil
	}
	for _, f := range r.Formats {
		a, err := r.folder.Create(in.Stem + f.Ext)
		if err != nil {
			return err
		}
		c.files = append(c.files, a)
		if f.Name == render.NDJSON.Name {
			_, err = a.Write(c.lines.Bytes())
		} else {
			err = f.Write(ctx, a, c.doc, r.Render)
		}
		if err != nil {
			return inOutput(a.name, err)
		}
	}
	return nil
}

func (e *Entry) count(d *model.Document) {
	e.Projects = len(d.Projects)
	for i := range d.Projects {
		e.Indicators += len(d.Projects[i].Indicators)
	}
	for _, f := range d.Findings {
		e.Findings.Count(f.Severity)
	}
}
