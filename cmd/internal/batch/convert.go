package batch

import (
	"context"
	"io"
	"path"
	"slices"
	"time"

	"jxmb/cmd/internal/batch/content"
	"jxmb/cmd/internal/batch/folder"
	"jxmb/cmd/internal/batch/source"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
	"jxmb/model/check/across"
	"jxmb/render"
)

// convert does all for one input that can be done beside others.
func (r *run) convert(ctx context.Context, in *source.Input) (c converted) {
	began := time.Now()
	c.Stem = in.Stem
	defer r.manifest.end(in.Stem)
	err := in.With(func(src *content.Content) error { return r.convertContent(ctx, in, src, &c) })
	if err != nil && ctx.Err() != nil {
		return converted{given: true} // whatever the error says: the next run does it again
	}
	if err != nil {
		f := fault.Explain(err)
		c.Entry = Entry{Stem: c.Stem, SHA256: c.SHA256, Version: in.Version, Key: c.Key, Fault: f}
		c.Status, c.doc = StatusFailed, nil
		if fault.StopsAll(err) {
			c.fatal = err
		} else if c.SHA256 != "" && fault.Lasting(f) {
			c.fatal = r.manifest.put(c.Entry)
		}
	}
	c.Seconds = time.Since(began).Seconds()
	return c
}

func (r *run) convertContent(ctx context.Context, in *source.Input, src *content.Content, c *converted) error {
	defer func() {
		for _, a := range c.files {
			a.Discard()
		}
	}()
	if err := r.prepare(ctx, in, src, c); err != nil || c.Status != StatusDone {
		return err
	}
	for _, a := range c.files {
		if err := ctx.Err(); err != nil {
			return err
		}
		o, err := a.Commit()
		if err != nil {
			return err
		}
		c.Outputs = append(c.Outputs, o)
	}
	return r.manifest.put(c.Entry)
}

// prepare reads the document and renders it.
func (r *run) prepare(ctx context.Context, in *source.Input, src *content.Content, c *converted) error {
	r.busy <- struct{}{}
	defer func() { <-r.busy }()
	if r.Around != nil {
		end, err := r.Around(in)
		if err != nil {
			return err
		}
		defer end()
	}
	sha, err := src.Digest()
	if err != nil {
		return err
	}
	c.SHA256, c.Key, c.Status = sha, r.key, StatusDone
	known := r.recall(in, c)
	again := known && c.Version != in.Version // the same content was stored once more
	c.Version = in.Version
	missing := r.missing(in, &c.Entry)
	switch {
	case c.Fault != nil:
		c.Status = StatusFailed
		return nil
	case known && len(missing) == 0:
		c.Status = StatusSkipped
	}
	if err := r.manifest.begin(Attempt{Stem: in.Stem, SHA256: sha, Key: r.key}); err != nil {
		return err
	}
	// One that is skipped is read all the same: the files over all documents
	// hold it, and reading takes less time than a copy on the disk would.
	if c.doc, err = r.read(ctx, in, src); err != nil {
		return err
	}
	r.show(in, c)
	if err := r.parts(ctx, c); err != nil {
		return err
	}
	if !r.plan.Shard.Whole() {
		c.packed = packDocument(c.doc)
	}
	switch {
	case c.Status == StatusSkipped && again:
		return r.manifest.put(c.Entry)
	case c.Status == StatusSkipped:
		return nil
	}
	c.count(c.shown)
	return r.render(ctx, in, c, missing)
}

// recall takes what an earlier run remembers of the input, if that holds still.
// With Force it takes the results alone that are not to be made again.
func (r *run) recall(in *source.Input, c *converted) (known bool) {
	e, ok := r.manifest.lookup(in.Stem, c.SHA256, r.key)
	switch {
	case !ok:
	case !r.Force:
		c.Entry = e
		return true
	default:
		again := r.missing(in, &Entry{})
		c.Outputs = slices.DeleteFunc(e.Outputs, func(o folder.Output) bool {
			return slices.ContainsFunc(again, func(f render.Format) bool { return o.Name == in.Stem+f.Ext })
		})
	}
	return false
}

// shows tells whether findings of a severity are shown to people.
func (r *run) shows(s model.Severity) bool { return s.Rank() >= r.MinSeverity.Rank() }

// show gathers what people are shown of the document, and what its meeting with
// others needs of that.
func (r *run) show(in *source.Input, c *converted) {
	c.shown = ForPeople(c.doc, r.MinSeverity)
	if r.plan.Shard.Whole() {
		c.facts = across.FactsOf(in.Name, c.shown, r.Check)
	}
}

// ForPeople is d with those of its findings that are at least as grave as
// least, all where that is "".
func ForPeople(d *model.Document, least model.Severity) *model.Document {
	if least == "" {
		return d
	}
	shown := *d
	shown.Findings = slices.DeleteFunc(slices.Clone(d.Findings), func(f model.Finding) bool { return f.Severity.Rank() < least.Rank() })
	return &shown
}

// render begins the results of a document in the formats that are missing.
func (r *run) render(ctx context.Context, in *source.Input, c *converted, missing []render.Format) error {
	for _, f := range missing {
		a, err := r.folder.Create(in.Stem + f.Ext)
		if err != nil {
			return err
		}
		c.files = append(c.files, a)
		if err := r.write(ctx, a, f, c); err != nil {
			return folder.InOutput(a.Name, err)
		}
	}
	return nil
}

// write writes the document in one format. What it adds to a file over all
// documents of the same extension has been written already.
func (r *run) write(ctx context.Context, w io.Writer, f render.Format, c *converted) error {
	for i, s := range r.summaries {
		if s.Same && path.Ext(s.Name) == f.Ext {
			_, err := w.Write(c.parts[i].Bytes())
			return err
		}
	}
	if f.People {
		return f.Write(ctx, w, c.shown, r.Render)
	}
	return f.Write(ctx, w, c.doc, r.Render)
}

func (e *Entry) count(d *model.Document) {
	e.Projects, e.Indicators, e.Findings = len(d.Projects), 0, Findings{}
	for i := range d.Projects {
		e.Indicators += len(d.Projects[i].Indicators)
	}
	for _, f := range d.Findings {
		e.Findings.Count(f.Severity)
	}
}
