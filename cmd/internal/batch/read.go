package batch

import (
	"context"
	"io"
	"path"
	"path/filepath"

	"jxmb/cmd/internal/batch/content"
	"jxmb/cmd/internal/batch/legacy"
	"jxmb/cmd/internal/batch/source"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/model/review"
	"jxmb/parser"
)

// Reader turns an input into a reviewed document.
type Reader struct {
	Parse  parser.Options // Name is set for each input
	Check  check.Config
	Legacy *legacy.Converter // nil: files of old formats are refused
	Review *review.File      // what people decided before; nil for nothing
	Jobs   int               // documents read at a time; 0 means one a core
}

// Read opens in, parses it and adds the findings of the review. Its error, if
// any, is a [*model.Fault]; a panic on the way is one of kind "bug".
func (r Reader) Read(ctx context.Context, in *source.Input) (d *model.Document, err error) {
	err = in.With(func(c *content.Content) error {
		d, err = r.read(ctx, in, c)
		return err
	})
	return d, err
}

func (r Reader) read(ctx context.Context, in *source.Input, c *content.Content) (*model.Document, error) {
	opts := r.Parse
	opts.Name, opts.SHA256 = "", c.Sum
	if in.Path != "-" {
		opts.Name = path.Base(filepath.ToSlash(in.Path))
	}
	d, err := parser.Parse(ctx, c, c.Size, opts)
	if err != nil && r.Legacy != nil && legacy.IsLegacy(err, c) {
		d, err = r.Legacy.Parse(ctx, c, opts, err)
	}
	if changed := c.Unchanged(); changed != nil {
		return nil, changed // whatever else the mixture looked like
	}
	if err != nil {
		return nil, err
	}
	if in.Path != "-" {
		d.Source.Path = in.Name
	}
	if r.Review != nil {
		r.Review.Apply(d, parser.Reread)
	}
	d.Findings = check.Run(d, r.Check)
	if r.Review != nil {
		r.Review.Filter(d)
	}
	return d, nil
}

// Result is what became of one input: Doc, or the fault that stood in the way.
type Result struct {
	Input *source.Input
	Doc   *model.Document
	Fault *model.Fault
}

// Each reads every input of the plan and gives the results to take in the order
// of the plan, on the calling goroutine. It stops early when ctx ends, which
// gives up what is being read, or when take fails, and returns the error of
// take.
func (r Reader) Each(ctx context.Context, p *source.Plan, take func(Result) error) error {
	keep := func(_ *source.Input, _ io.ReaderAt, _ int64, d *model.Document) (*model.Document, error) {
		return d, nil
	}
	return EachWith(ctx, r, p, keep, func(in *source.Input, d *model.Document, fault *model.Fault) error {
		return take(Result{Input: in, Doc: d, Fault: fault})
	})
}

// EachWith is [Reader.Each] with work on each document, and on the bytes that
// it was read from, beside that on others.
func EachWith[R any](ctx context.Context, r Reader, p *source.Plan,
	work func(in *source.Input, src io.ReaderAt, size int64, d *model.Document) (R, error),
	take func(in *source.Input, result R, fault *model.Fault) error) error {
	type done struct {
		result R
		fault  *model.Fault
	}
	one := func(in *source.Input) (w done) {
		err := in.With(func(c *content.Content) error {
			d, err := r.read(ctx, in, c)
			if err == nil {
				w.result, err = work(in, c, c.Size, d)
			}
			if changed := c.Unchanged(); changed != nil {
				return changed
			}
			return err
		})
		if err != nil {
			return done{fault: fault.Explain(err)}
		}
		return w
	}
	return inOrder(ctx, p.Inputs, workers(r.Jobs, p), one, func(in *source.Input, w done) error {
		if w.fault != nil && ctx.Err() != nil {
			return nil // given up
		}
		return take(in, w.result, w.fault)
	})
}
