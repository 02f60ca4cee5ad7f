package batch

import (
	"context"
	"errors"
	"slices"

	"jxmb/cmd/internal/batch/source"
)

// collection is what comes together of the documents of a run, one after the
// other: its report, the files over all documents or, of a shard, its part.
type collection struct {
	*run
	report   *report
	over     *overviews
	part     *partWriter // nil where the run is no shard
	sequence sequence
}

func (r *run) collect(report *report) (*collection, error) {
	over, err := r.newOverviews()
	if err != nil {
		return nil, err
	}
	part, err := r.newPart()
	if err != nil {
		over.discard()
		return nil, err
	}
	sequence, err := r.newSequence()
	return &collection{run: r, report: report, over: over, part: part, sequence: sequence}, err
}

// all collects what work gives for the inputs of the plan.
func (c *collection) all(ctx context.Context, work func(*source.Input) converted) error {
	err := inOrder(ctx, c.plan.Inputs, 2*cap(c.busy), work, func(in *source.Input, done converted) error {
		return c.add(ctx, in, &done)
	})
	c.report.totals.Figures = FiguresOf(c.over.season)
	if err != nil || ctx.Err() != nil {
		return err // half of the documents make no overview
	}
	return c.finish(ctx)
}

// add takes the next input.
func (c *collection) add(ctx context.Context, in *source.Input, done *converted) error {
	if done.given || done.lost != nil {
		return done.lost
	}
	c.sequence.add(done.Entry)
	err := c.report.add(in, done.Outcome)
	c.Observer.Done(in, done.Outcome)
	if done.fatal != nil {
		return done.fatal
	}
	if c.part != nil {
		err = errors.Join(err, c.part.add(in, done))
	}
	err = errors.Join(err, c.over.add(ctx, in, done))
	c.giveBack(done)
	return err
}

// finish ends it after the last input. An error is not remembered, so that the next
// run tries again.
func (c *collection) finish(ctx context.Context) error {
	e := Entry{SHA256: c.sequence.sum(), Key: c.key}
	if c.part == nil {
		var err error
		if e.CrossIgnored, err = c.over.crossFindings(c.shows); err != nil {
			return err
		}
	}
	figures := FiguresOf(c.over.season)
	e.Figures = &figures
	made, err := c.over.commit(context.WithoutCancel(ctx))
	if c.part != nil && err == nil {
		made, err = c.part.commit()
	}
	e.Outputs = slices.Concat(made, c.standing)
	e = c.keepWanted(e)
	c.report.overviews(c.folder, e)
	if err != nil {
		return err
	}
	return c.manifest.put(e)
}

// discard drops what has not appeared.
func (c *collection) discard() {
	c.over.discard()
	if c.part != nil {
		c.part.discard()
	}
}
