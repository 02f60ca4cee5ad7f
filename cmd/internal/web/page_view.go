package web

import (
	"bytes"
	"io"
	"path"

	"jxmb/model/review"
)

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
	if err := b.store.writeAside(path.Join(b.dir(), reviewName), io.Reader(&text)); err != nil {
		return err
	}
	between := countAcross(b.acrossRows())
	b.change(func() { b.between = between })
	return nil
}
