package batch

import (
	"context"
	"io"
	"slices"

	"jxmb/cmd/internal/batch/content"
	"jxmb/cmd/internal/batch/source"
	"jxmb/model"
)

// A document can end the process that reads it: one that takes more memory than
// the machine has does, without a word. So that it does not end every later run
// too, the manifest notes what is begun; what was begun and never ended is
// suspected of having ended the run. Most of it is innocent: others were being
// read at the same time, or somebody ended the run. So a suspect is tried in a
// process of its own first, and is left out only where that process is ended
// too, or never comes to its end.

// Attempt is a document that was begun.
type Attempt struct {
	Stem   string `json:"stem"`
	SHA256 string `json:"sha256"`
	Key    string `json:"key"`
	Trials int    `json:"trials,omitempty"` // begun on it, none of which has ended
}

// maxTrials is how many trials of a document may vanish together with the run.
// One or two do where runs are ended by people; where a system ends trial and
// run alike, the next run leaves the document out.
const maxTrials = 3

// Died is the outcome of a [Options.Trial] whose process did not live to its
// end.
type Died struct{ Err error }

func (d *Died) Error() string { return d.Err.Error() }

// begin notes that a document is begun.
func (m *manifest) begin(a Attempt) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	line, err := marshal(Entry{Begun: &a})
	if err != nil {
		return err
	}
	m.begun[a.Stem] = a
	_, err = m.folder.WriteFile(m.journal, append(line, '\n'))
	return err
}

// end forgets that a document was begun: whatever became of it, the process
// lives.
func (m *manifest) end(stem string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.begun, stem)
}

// trySuspects tries what an earlier run has begun and never ended, and makes
// what cannot be read with impunity a failure of its own.
func (r *run) trySuspects(ctx context.Context) error {
	if r.Trial == nil {
		return nil
	}
	for _, in := range r.plan.Inputs {
		a, ok := r.manifest.begun[in.Stem]
		if !ok || r.Force || a.Key != r.key {
			continue
		}
		deadly := a.Trials >= maxTrials
		if !deadly {
			a.Trials++
			if err := r.manifest.begin(a); err != nil {
				return err
			}
			deadly = died(r.Trial(ctx, in.Stem))
		}
		if err := ctx.Err(); err != nil {
			return nil // given up: still to be tried
		}
		r.manifest.end(in.Stem)
		if deadly {
			if err := r.manifest.put(Entry{Stem: a.Stem, SHA256: a.SHA256, Key: a.Key, Fault: deadlyFault()}); err != nil {
				return err
			}
		}
	}
	return nil
}

func died(err error) bool {
	_, is := err.(*Died)
	return is
}

func deadlyFault() *model.Fault {
	return &model.Fault{
		Kind: "killed",
		What: model.Say("上次运行处理这个文件时进程被终止，单独试读仍被终止（多半是内存不足），这次跳过",
			"the last run was killed while it worked on this file, and so was a trial of it alone (out of memory most likely); it is left out"),
		Hint: model.Say("请核对文件内容；要再试，腾出内存后加 --force", "check what the file holds; to try it again free some memory and add --force"),
	}
}

// Try reads and renders the input with a stem as [Run] would, and writes
// nothing. What the outcome is does not matter: the caller wants to know whether
// the process lives to it.
func Try(ctx context.Context, p *source.Plan, o Options, stem string) {
	i := slices.IndexFunc(p.Inputs, func(in *source.Input) bool { return in.Stem == stem })
	if i < 0 {
		return
	}
	r := &run{Options: o, plan: p}
	r.summaries = r.overFiles()
	in := p.Inputs[i]
	_ = in.With(func(src *content.Content) (err error) {
		var c converted
		if c.doc, err = r.read(ctx, in, src); err != nil {
			return err
		}
		c.shown = ForPeople(c.doc, r.MinSeverity)
		if err := r.parts(ctx, &c); err != nil {
			return err
		}
		for _, f := range r.missing(in, &Entry{}) {
			if err := r.write(ctx, io.Discard, f, &c); err != nil {
				return err
			}
		}
		return nil
	})
}
