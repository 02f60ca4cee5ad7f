package web

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path"

	"jxmb/cmd/internal/fault"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/model/review"
	"jxmb/parser"
	"jxmb/render/grid"
)

// viewForm is what a worker tells of a document for its page: the file as it is,
// and what was read of it, with the name of each finding for a review.
type viewForm struct {
	Page     *grid.Page      `json:"page"`
	Document *model.Document `json:"document"`
	Keys     []review.Key    `json:"keys"`
	Ignored  []review.Key    `json:"ignored"`
}

// view reads the file that a job names, under the review that its first argument
// names, and writes a [viewForm].
func (w *workerProcess) view(ctx context.Context, j *job) event {
	form, err := readView(ctx, j)
	if err != nil {
		return event{Code: 1, Fault: fault.Explain(err)}
	}
	text, err := json.Marshal(form)
	if err == nil {
		err = os.WriteFile(j.Out, text, 0o600)
	}
	if err != nil {
		return event{Code: 1, Fault: fault.Explain(err)}
	}
	return event{}
}

func readView(ctx context.Context, j *job) (*viewForm, error) {
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
	form := &viewForm{Page: page, Document: d, Keys: review.Keys(d)}
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

// reviewName is the state of the review of a batch, in its folder.
const reviewName = "review.json"

// Review is what was decided about the documents of the batch.
func (b *Batch) Review() (*review.File, error) {
	f, err := b.open(reviewName)
	if err != nil {
		return &review.File{Schema: review.Schema}, nil // nothing yet
	}
	defer f.Close()
	return review.Read(f)
}

// reviewed tells whether anything was decided.
func (b *Batch) reviewed() bool {
	f, err := b.Review()
	return err == nil && len(f.Ignored)+len(f.Corrected) > 0
}

// reviewFlags are the flags of the command line by which it holds.
func (b *Batch) reviewFlags() []string {
	if name := b.reviewPath(); name != "" {
		return []string{"--review", name}
	}
	return nil
}

// reviewPath is where the review stands on the machine, "" where there is none.
func (b *Batch) reviewPath() string {
	if !b.reviewed() {
		return ""
	}
	return b.store.path(path.Join(b.dir(), reviewName))
}

// decide changes the review.
func (b *Batch) decide(change func(*review.File)) error {
	b.adding.Lock()
	defer b.adding.Unlock()
	f, err := b.Review()
	if err != nil {
		return err
	}
	change(f)
	var text bytes.Buffer
	if err := f.Write(&text); err != nil {
		return err
	}
	return b.store.writeAside(path.Join(b.dir(), reviewName), io.Reader(&text))
}
