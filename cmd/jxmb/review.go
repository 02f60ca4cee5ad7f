package main

import (
	"context"

	"github.com/spf13/cobra"

	"jxmb/cmd/internal/batch"
	"jxmb/cmd/internal/batch/content"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
	"jxmb/model/review"
)

// loadReview reads --review; nil where it is not given.
func (a *app) loadReview(f *reviewFlags) (*review.File, error) {
	if f.review == "" {
		return nil, nil
	}
	file, err := content.Open(context.Background(), f.review)
	if err != nil {
		return nil, atReview(f.review, err)
	}
	defer file.Close()
	r, err := review.Read(file)
	if err != nil {
		return nil, atReview(f.review, err)
	}
	return r, nil
}

// reviewer is a reader whose documents are checked as the settings say, less what
// the review sets aside.
func (a *app) reviewer(cmd *cobra.Command, reading *readingFlags, f *reviewFlags, s settings, jobs int) (batch.Reader, error) {
	r, err := a.reader(cmd, reading)
	if err != nil {
		return r, err
	}
	r.Check, r.Jobs = s.config, jobs
	r.Review, err = a.loadReview(f)
	return r, err
}

func atReview(name string, err error) error {
	f := *fault.Explain(err)
	f.Place = model.Say("--review %s", "--review %s", name)
	return &f
}
