package worker

import (
	"context"

	"jxmb/cmd/internal/batch"
	"jxmb/cmd/internal/batch/source"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/parser"
	"jxmb/render"
)

// batch runs a batch and tells how it goes, so that the server knows which
// documents were being read if this process dies of them.
func (w *Process) batch(ctx context.Context, j *Job) Event {
	plan, err := source.Gather([]string{j.Batch.In}, source.Sources{Out: j.Batch.Out})
	if err != nil {
		return Event{Code: 1, Fault: fault.Explain(err)}
	}
	defer plan.Close()
	t := &teller{w: w, index: map[*source.Input]int{}, faults: j.Batch.Faults}
	names := make([]string, 0, len(plan.Inputs))
	for i, in := range plan.Inputs {
		t.index[in] = i
		names = append(names, in.Name)
	}
	if err := w.tell(Event{Kind: EventPlan, Files: names}); err != nil {
		return Event{Code: 1, Fault: fault.Explain(err)}
	}
	options := batchOptions(j, t)
	if j.Batch.Review != "" {
		if options.Review, err = readReview(j.Batch.Review); err != nil {
			return Event{Code: 1, Fault: fault.Explain(err)}
		}
	}
	if _, err := batch.Run(ctx, plan, options); err != nil {
		return Event{Code: 1, Fault: fault.Explain(err)}
	}
	return Event{}
}

func batchOptions(j *Job, t *teller) batch.Options {
	o := batch.Options{
		Reader: batch.Reader{
			Parse: parser.Options{Lang: j.Lang},
			Check: check.Config{Lang: j.Lang, Disabled: map[string]bool{}, Severity: map[string]model.Severity{}, Settings: map[string]check.SettingValue{}},
			Jobs:  j.Batch.Jobs,
		},
		Out:         j.Batch.Out,
		Render:      render.Options{Lang: j.Lang, Pages: 2000},
		Prune:       true,
		Program:     j.Batch.Program,
		Fingerprint: j.Batch.Program,
		Observer:    t,
		Around:      t.around,
	}
	for _, name := range j.Batch.Formats {
		if f, ok := render.Lookup(name); ok {
			o.Formats = append(o.Formats, f)
		}
	}
	return o
}

// teller tells the server how a batch goes.
type teller struct {
	w      *Process
	index  map[*source.Input]int
	faults map[string]*model.Fault
}

// around stands around the reading of a document.
func (t *teller) around(in *source.Input) (end func(), err error) {
	if f := t.faults[in.Name]; f != nil {
		return nil, f
	}
	i := t.index[in]
	err = t.w.tell(Event{Kind: EventBegin, File: i})
	if t.w.Reading != nil {
		t.w.Reading(in.Name)
	}
	return func() { _ = t.w.tell(Event{Kind: EventEnd, File: i}) }, err // an error: the server is gone
}

// Start is part of [batch.Observer].
func (t *teller) Start(int) {}

// Done is part of [batch.Observer].
func (t *teller) Done(in *source.Input, o batch.Outcome) {
	d := &Outcome{Status: o.Status, Projects: o.Projects, Indicators: o.Indicators, Findings: o.Findings, Fault: o.Fault, Outputs: []string{}}
	for _, out := range o.Outputs {
		d.Outputs = append(d.Outputs, out.Name)
		d.Bytes += out.Bytes
	}
	_ = t.w.tell(Event{Kind: EventDone, File: t.index[in], Outcome: d}) // an error: the server is gone
}
