package worker

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path"

	"jxmb/cmd/internal/fault"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/model/review"
	"jxmb/parser"
	"jxmb/render/grid"
)

// View is what a worker tells of a document for its page: the file as it is,
// and what was read of it, with the name of each finding for a review.
type View struct {
	Page     *grid.Page      `json:"page"`
	Document *model.Document `json:"document"`
	Keys     []review.Key    `json:"keys"`
	Ignored  []review.Key    `json:"ignored"`
}

// view reads the file that a job names, under the review that its first argument
// names, and writes a [View].
func (w *Process) view(ctx context.Context, j *Job) Event {
	form, err := readView(ctx, j)
	if err != nil {
		return Event{Code: 1, Fault: fault.Explain(err)}
	}
	text, err := json.Marshal(form)
	if err == nil {
		err = os.WriteFile(j.Out, text, 0o600)
	}
	if err != nil {
		return Event{Code: 1, Fault: fault.Explain(err)}
	}
	return Event{}
}

func readView(ctx context.Context, j *Job) (*View, error) {
	data, err := os.ReadFile(j.File)
	if err != nil {
		return nil, err
	}
	decided := &review.File{}
	if len(j.Args) > 0 {
		if decided, err = readReview(j.Args[0]); err != nil {
			return nil, err
		}
	}
	opts := parser.Options{Name: path.Base(j.File), Lang: j.Lang}
	src, size := bytes.NewReader(data), int64(len(data))
	blocks, err := parser.Blocks(ctx, src, size, opts)
	if err != nil {
		return nil, err
	}
	page, err := grid.Of(ctx, blocks)
	if err != nil {
		return nil, err
	}
	d, err := parser.Recognise(ctx, blocks, src, size, opts)
	if err != nil {
		return nil, err
	}
	decided.Apply(d, parser.Reread)
	d.Findings = append(check.Run(d, check.Config{Lang: j.Lang}), j.Across...)
	before := *d
	decided.Filter(d)
	form := &View{Page: page, Document: d, Keys: review.Keys(d)}
	before.Findings = nil
	for _, i := range d.Ignored {
		before.Findings = append(before.Findings, i.Finding)
	}
	form.Ignored = review.Keys(&before)
	return form, nil
}

func readReview(name string) (*review.File, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return review.Read(f)
}
