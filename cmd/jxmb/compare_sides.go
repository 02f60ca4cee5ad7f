package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"path/filepath"
	"slices"

	"jxmb/cmd/internal/batch"
	"jxmb/cmd/internal/batch/folder"
	"jxmb/cmd/internal/batch/source"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/model/check/across"
	"jxmb/model/compare"
	"jxmb/render"
)

// comparing is one run of compare.
type comparing struct {
	*app
	*compareFlags
	settings
	reader batch.Reader
	sides  *source.Plan // whose files the result must not overwrite
	inputs int
	failed int
}

// read is what one document adds to its side.
type read struct {
	source     model.Source
	submission compare.Submission
	facts      []across.Fact
}

// side reads what a path names.
func (c *comparing) side(ctx context.Context, path string) ([]compare.Submission, error) {
	sources := c.reading.sources(ctx, c.stdin, "")
	sources.Extensions = append(sources.Extensions, batch.ResultExtensions...)
	plan, err := source.Gather([]string{path}, sources)
	switch {
	case ctx.Err() != nil:
		return nil, errInterrupted
	case err != nil:
		return nil, err
	}
	defer plan.Close()
	c.sides.Protect(plan)
	s := &side{comparing: c, across: across.NewBatch(c.config), met: map[model.Source]bool{}}
	defer s.across.Close()
	work := func(in *source.Input, d *model.Document) read {
		file := in.Name
		if result := d.Source.Path; result != "" {
			file = result // of an earlier run: as it was called there
		}
		d.Findings = slices.DeleteFunc(d.Findings, func(f model.Finding) bool { return !c.shows(f.Severity) })
		return read{d.Source, compare.Keep(file, d), across.FactsOf(file, d, c.config)}
	}
	err = batch.EachDocument(ctx, c.reader, plan, work, func(in *source.Input, list []read, fault *model.Fault) error {
		s.add(in, list, fault, plan.Many)
		return nil
	})
	switch {
	case ctx.Err() != nil:
		return nil, errInterrupted
	case err != nil:
		return nil, err
	}
	if err := s.finish(); err != nil {
		return nil, err
	}
	if s.read == 0 {
		c.failed++
		c.note(c.say("没有找到可对比的文件：%s", "found no file to compare: %s", path))
	} else if !c.quiet {
		c.ignored(plan)
	}
	return s.submissions, nil
}

// side is one side as far as it has been read.
type side struct {
	*comparing
	submissions []compare.Submission
	across      *across.Batch
	met         map[model.Source]bool // contents of submissions, and documents of earlier runs
	read        int
}

// add takes what an input gave. A file of JSON among others that holds no documents,
// such as the report of a run, is passed over.
func (s *side) add(in *source.Input, list []read, fault *model.Fault, many bool) {
	if fault != nil {
		if many && batch.IsNoResult(fault) {
			return
		}
		s.inputs, s.failed, s.read = s.inputs+1, s.failed+1, s.read+1
		s.tell(in.Path, fault)
		return
	}
	s.inputs, s.read = s.inputs+1, s.read+1
	result := batch.IsResults(in.Name)
	for _, r := range list {
		if s.again(r.source, result) {
			continue
		}
		s.submissions = append(s.submissions, r.submission)
		s.across.AddFacts(r.facts)
	}
}

// again tells documents that stand twice because an earlier run left its results in
// several formats, or beside the submissions.
func (s *side) again(d model.Source, result bool) bool {
	if d.SHA256 == "" {
		return false
	}
	content := func(name string) model.Source { return model.Source{SHA256: d.SHA256, Name: name} }
	if !result {
		s.met[content("submission")] = true
		return s.met[content("result")]
	}
	own := model.Source{SHA256: d.SHA256, Path: d.Path}
	if s.met[own] || s.met[content("submission")] {
		return true
	}
	s.met[own], s.met[content("result")] = true, true
	return false
}

// finish adds what only the documents of the side together show.
func (s *side) finish() error {
	across, err := s.across.Findings()
	if err != nil {
		return err
	}
	at := map[string]int{}
	for i := range s.submissions {
		at[s.submissions[i].File] = i
	}
	for f := range across.All() {
		if s.shows(f.Severity) {
			to := &s.submissions[at[f.File]]
			to.Findings = append(to.Findings, f.Finding)
		}
	}
	return across.Err()
}

// between compares the sides.
func (c *comparing) between(old, recent []compare.Submission) *compare.Comparison {
	matched := compare.Match(old, recent, c.years)
	found := map[string][]model.Finding{}
	if c.years {
		for _, f := range check.Years(matched, c.config) {
			if c.shows(f.Severity) {
				found[f.File] = append(found[f.File], f.Finding)
			}
		}
	}
	return compare.Tell(matched, found)
}

// write prints the comparison, or lets the file appear.
func (c *comparing) write(ctx context.Context, told *compare.Comparison, format render.ComparisonFormat) error {
	var b bytes.Buffer
	if err := format.Write(ctx, &b, told, render.Options{Lang: c.lang}); err != nil {
		return err
	}
	if c.out == "" || c.out == "-" {
		_, err := b.WriteTo(c.stdout)
		return err
	}
	into, err := folder.Open(filepath.Dir(c.out), c.sides.Files)
	if err != nil {
		return err
	}
	_, err = into.Write(filepath.Base(c.out), func(w io.Writer) error {
		_, err := b.WriteTo(w)
		return err
	})
	return errors.Join(err, into.Close())
}

// verdict tells the figures and gives the exit code.
func (c *comparing) verdict(told *compare.Comparison, failOn model.Severity) error {
	var found batch.Findings
	count := func(list []compare.FindingChange) {
		for i := range list {
			if list[i].Fate != compare.Settled {
				found.Count(list[i].Finding.Severity)
			}
		}
	}
	count(told.Findings)
	for i := range told.Projects {
		count(told.Projects[i].Findings)
	}
	if n := told.Counts; !c.quiet {
		c.note(c.say("%d 个输入，%d 个失败；项目新增 %d、取消 %d、改动 %d、未改 %d；新的一边：%s", "inputs %d, failed %d; projects %d added, %d dropped, %d changed, %d the same; NEW has: %s",
			c.inputs, c.failed, n.Added, n.Dropped, n.Changed, n.Same, c.counted(found)))
	}
	if c.failed > 0 || found.Reach(failOn) {
		return errFailed
	}
	return nil
}
