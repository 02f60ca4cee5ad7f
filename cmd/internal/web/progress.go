package web

import (
	"context"
	"path"
	"slices"
	"sync"
	"time"

	"jxmb/cmd/internal/batch"
	"jxmb/cmd/internal/web/worker"
	"jxmb/model"
)

// progress follows a batch by the events of its worker.
type progress struct {
	b      *Batch
	limit  time.Duration // for a document
	faults map[string]*model.Fault

	taken int64                   // bytes of new results, counted against the quota
	full  context.CancelCauseFunc // ends the run: there is no room for more

	mu    sync.Mutex
	begun map[int]time.Time // documents that are being read
}

func (p *progress) job(s *Server, jobs int) *worker.Job {
	p.begun = map[int]time.Time{}
	decided := p.b.reviewPath()
	p.b.change(func() { p.b.record.State = StateRunning })
	p.b.mu.Lock()
	defer p.b.mu.Unlock()
	return &worker.Job{Verb: "batch", Lang: p.b.record.Lang, Batch: &worker.BatchJob{
		In: s.store.path(path.Join(p.b.dir(), inDir)), Out: s.store.path(path.Join(p.b.dir(), outDir)),
		Formats: p.b.record.Formats, Jobs: jobs, Program: s.Version, Faults: p.faults, Review: decided,
	}}
}

func (p *progress) told(e worker.Event) {
	p.mu.Lock()
	switch e.Kind {
	case worker.EventBegin:
		p.begun[e.File] = time.Now()
	case worker.EventEnd, worker.EventDone:
		delete(p.begun, e.File)
	}
	p.mu.Unlock()
	switch e.Kind {
	case worker.EventPlan:
		p.b.planned(e.Files)
	case worker.EventBegin:
		p.b.state(e.File, StateWaiting, StateRunning)
	case worker.EventDone:
		p.b.outcome(e.File, e.Outcome)
		p.grow(e.Outcome)
	}
}

// grow counts the results of a document while the batch runs, so that a batch that
// grows without end ends at the quota.
func (p *progress) grow(o *worker.Outcome) {
	if o == nil || o.Status != batch.StatusDone {
		return
	}
	if err := p.b.store.take(o.Bytes); err != nil {
		p.full(err)
		return
	}
	p.taken += o.Bytes
}

// over tells whether a document takes too long.
func (p *progress) over(now time.Time) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, began := range p.begun {
		if now.Sub(began) > p.limit {
			return true
		}
	}
	return false
}

// suspects are the documents that were being read when the worker died. Where
// one took too long it is the only one, and where they were read one at a time
// it is the last that was begun.
func (p *progress) suspects(jobs int) []int {
	p.mu.Lock()
	defer p.mu.Unlock()
	var all, late []int
	for i, began := range p.begun {
		all = append(all, i)
		if time.Since(began) > p.limit {
			late = append(late, i)
		}
	}
	switch {
	case len(late) == 1:
		return late
	case jobs == 1 && len(all) > 1:
		return []int{slices.MaxFunc(all, func(i, j int) int { return p.begun[i].Compare(p.begun[j]) })}
	}
	return all
}

// setAside keeps a document from being read again.
func (p *progress) setAside(i int, f *model.Fault) {
	if file, ok := p.b.file(i); ok {
		p.faults[file.Name] = f
	}
}

// faults are the documents that were set aside in earlier runs.
func (b *Batch) faults() map[string]*model.Fault {
	faults := map[string]*model.Fault{}
	_ = b.readJSON(faultsName, &faults) // none
	return faults
}

func (b *Batch) planned(names []string) {
	b.change(func() {
		files := make([]File, len(names))
		for i, name := range names {
			files[i] = File{Index: i, Name: name, State: StateWaiting, Outputs: []string{}}
		}
		if len(b.files) == len(files) && slices.EqualFunc(b.files, files, func(x, y File) bool { return x.Name == y.Name }) {
			return // taken up again
		}
		b.files = files
	})
}

func (b *Batch) state(i int, from, to State) {
	b.change(func() {
		if i >= 0 && i < len(b.files) && b.files[i].State == from {
			b.files[i].State = to
		}
	})
}

func (b *Batch) outcome(i int, o *worker.Outcome) {
	b.change(func() {
		if o == nil || i < 0 || i >= len(b.files) {
			return
		}
		f := &b.files[i]
		f.Projects, f.Indicators, f.Findings, f.Outputs = o.Projects, o.Indicators, o.Findings, o.Outputs
		f.State, f.Error = StateDone, nil
		if o.Status == batch.StatusFailed {
			f.State = StateFailed
		}
		if o.Fault != nil {
			f.Error = fileError(o.Fault, b.record.Lang)
		}
	})
}

// finish ends the batch.
func (b *Batch) finish(fault *model.Fault) {
	report, err := b.Report()
	var between batch.Findings
	if err == nil {
		between = countAcross(b.leftAcross(report))
	}
	b.change(func() {
		b.between = between
		b.record.State, b.record.Fault = StateDone, fault
		if fault != nil {
			b.record.State = StateFailed
		}
		if err == nil {
			b.outputs = report.Outputs
		}
	})
}

// remember takes the states of the files from the report of an earlier run.
func (b *Batch) remember() {
	report, err := b.Report()
	if err != nil || !b.ended() {
		if b.record.State == StateRunning {
			b.record.State = StateWaiting
		}
		return
	}
	b.outputs = report.Outputs
	for i, in := range report.Inputs {
		f := File{
			Index: i, Name: in.Name, State: StateDone, Outputs: in.Outputs,
			Projects: in.Projects, Indicators: in.Indicators, Findings: in.Findings,
		}
		if e := in.Error; e != nil {
			f.State, f.Error = StateFailed, &FileError{Kind: e.Kind, Place: e.Place, What: e.What, Hint: e.Hint}
		}
		b.files = append(b.files, f)
	}
	b.between = countAcross(b.leftAcross(report))
}
