package batch

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"slices"

	"jxmb/cmd/internal/batch/content"
	"jxmb/cmd/internal/batch/folder"
	"jxmb/cmd/internal/batch/source"
	"jxmb/model"
	"jxmb/render"
)

// MergeOptions of [Merge].
type MergeOptions struct {
	Out      string
	Jobs     int    // documents at a time; 0 means one a core
	Font     string // as the parts had it, where they had one
	Program  string // name and version of the program; parts of another are refused
	Made     Made
	Observer Observer
}

// merge is one call of [Merge].
type merge struct {
	MergeOptions
	parts  []*shardPart
	places []partPlace // of the inputs
	inputs []*source.Input
	found  int // records of all parts
}

// Merge writes into o.Out what one run over the inputs of all parts would have
// written there. Parts that are missing, double or of different batches are
// refused; nothing appears before all of it is written. It holds the parts'
// documents one after the other.
func Merge(ctx context.Context, dirs []string, o MergeOptions) (Totals, error) {
	m := &merge{MergeOptions: o}
	if err := m.open(dirs); err != nil {
		return Totals{}, err
	}
	if err := m.allowed(); err != nil {
		return Totals{}, err
	}
	r, err := m.run()
	if err != nil {
		return Totals{}, err
	}
	if r.folder, err = folder.OpenRun(o.Out, r.plan.Files); err != nil {
		return Totals{}, err
	}
	defer r.folder.Close()
	r.folder.Hold()
	defer r.folder.Drop()
	totals, err := m.write(ctx, r)
	if err != nil || totals.Interrupted {
		return totals, err
	}
	return totals, r.folder.Release()
}

// open reads the indexes of the parts and checks that they are one batch.
func (m *merge) open(dirs []string) error {
	have := map[int]bool{}
	for _, dir := range dirs {
		p, err := readPart(dir, m.take)
		if err != nil {
			return err
		}
		for _, q := range m.parts {
			if err := q.fits(p); err != nil {
				return err
			}
		}
		m.parts = append(m.parts, p)
		have[p.header.Shard.Index] = true
	}
	if of := m.parts[0].header.Shard.Of; len(have) < of {
		return missingParts(have, of)
	}
	if m.found != len(m.inputs) || slices.Contains(m.inputs, nil) {
		return brokenPart(m.parts[0].dir, errors.New("an input is in no part, or in two"))
	}
	return nil
}

// take keeps where the record of an input is, and its names.
func (m *merge) take(h *partHeader, rec *partRecord, at partPlace) error {
	if m.inputs == nil {
		m.inputs, m.places = make([]*source.Input, h.Inputs), make([]partPlace, h.Inputs)
	}
	m.found++
	if rec.At >= len(m.inputs) || m.inputs[rec.At] != nil {
		return nil // of another batch, which is told once all is known of it
	}
	at.part = int32(len(m.parts))
	m.places[rec.At] = at
	m.inputs[rec.At] = &source.Input{Path: string(rec.Name), Name: string(rec.Name), Stem: string(rec.Stem), Note: rec.Note, At: rec.At, Done: func() {}}
	return nil
}

// allowed refuses what would not give the bytes of one run.
func (m *merge) allowed() error {
	h := &m.parts[0].header
	switch {
	case h.Program != m.Program || h.Build != m.Made.Build:
		return &model.Fault{
			Kind: "part",
			What: model.Say("各份由 %s 写出，这是 %s", "the parts were written by %s, and this is %s", h.Program, m.Program),
			Hint: model.Say("用写出它们的同一个程序合并", "merge with the very program that wrote them"),
		}
	case h.Fonts != m.Made.Fonts:
		return &model.Fault{
			Kind: "part",
			What: model.Say("各份用的是 --font %s", "the parts have --font %s", cmp.Or(h.Font, `""`)),
			Hint: model.Say("合并时给出同一个 --font", "name the same --font"),
		}
	}
	out := content.RealPath(m.Out)
	for _, p := range m.parts {
		if dir := content.RealPath(p.dir); within(out, dir) || within(dir, out) {
			return &model.Fault{
				Kind: "overwrite", Place: model.Say("%s", "%s", p.dir),
				What: model.Say("-o %s 和这一份的文件夹重叠", "-o %s and the folder of this part overlap", m.Out),
				Hint: model.Say("用 -o 给出另外的文件夹", "name a folder beside the parts with -o"),
			}
		}
	}
	return nil
}

// within tells whether p is dir or below it.
func within(p, dir string) bool {
	rel, err := filepath.Rel(dir, p)
	return err == nil && filepath.IsLocal(rel)
}

// run is the run over all inputs that the parts were made by.
func (m *merge) run() (*run, error) {
	h := &m.parts[0].header
	plan := &source.Plan{Inputs: m.inputs, Found: len(m.inputs), Many: true, Ignored: h.Ignored, Others: h.others()}
	r := &run{plan: plan, key: h.Key, busy: make(chan struct{}, workers(m.Jobs, plan))}
	r.Options = Options{
		Out: m.Out, Render: h.Render, SummaryOnly: h.SummaryOnly, MinSeverity: h.MinSeverity,
		Settings: h.Settings, Program: h.Program, Observer: m.Observer,
	}
	r.Check, r.Review, r.Render.Font = h.Check, h.Review, m.Font
	for _, name := range h.Formats {
		f, ok := render.Lookup(name)
		if !ok {
			return nil, brokenPart(m.parts[0].dir, errors.New("no format "+name))
		}
		r.Formats = append(r.Formats, f)
	}
	r.summaries = r.overFiles()
	return r, nil
}

// write writes everything out of sight.
func (m *merge) write(ctx context.Context, r *run) (_ Totals, err error) {
	if r.manifest, err = readManifest(r.folder, len(m.inputs)); err != nil {
		return Totals{}, err
	}
	report, err := r.newReport()
	if err != nil {
		return Totals{}, err
	}
	defer report.discard()
	c, err := r.collect(report)
	if err != nil {
		return Totals{}, err
	}
	defer c.discard()
	m.Observer.Start(len(m.inputs))
	err = c.all(ctx, func(in *source.Input) converted { return m.convert(ctx, r, in) })
	if report.totals.Interrupted = ctx.Err() != nil; report.totals.Interrupted {
		return report.totals, nil // whatever the error says
	}
	if err != nil {
		return report.totals, err
	}
	if report.totals.Old, err = r.oldResults(); err != nil {
		return report.totals, err
	}
	err = errors.Join(r.manifest.rewrite(), report.close())
	return report.totals, err
}

// convert takes over what a shard made of an input.
func (m *merge) convert(ctx context.Context, r *run, in *source.Input) (c converted) {
	r.busy <- struct{}{}
	defer func() { <-r.busy }()
	if ctx.Err() != nil {
		return converted{given: true}
	}
	part := m.parts[m.places[in.At].part]
	rec, err := part.recordAt(m.places[in.At])
	if err != nil {
		return converted{lost: err}
	}
	c.Entry, c.Seconds, c.Status = rec.Entry, rec.Seconds, StatusDone
	if c.Fault != nil {
		c.Status = StatusFailed
	}
	if rec.Document != nil {
		if c.doc, err = part.document(rec); err == nil {
			r.show(in, &c)
			err = r.parts(ctx, &c)
		}
	}
	for _, o := range c.Outputs {
		if err == nil {
			err = part.copyInto(r.folder, o)
		}
	}
	if err == nil && rec.Remembered {
		err = r.manifest.put(c.Entry)
	}
	c.lost = err
	return c
}
