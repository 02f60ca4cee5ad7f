package main

import (
	"context"

	"jxmb/cmd/internal/batch"
	"jxmb/model"
	"jxmb/model/review"
)

// loadReview reads --review; nil where it is not given.
func (a *app) loadReview(f *reviewFlags) (*review.File, error) {
	if f.review == "" {
		return nil, nil
	}
	file, err := batch.Open(context.Background(), f.review)
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

func atReview(name string, err error) error {
	f := *batch.Explain(err)
	f.Place = model.Say("--review %s", "--review %s", name)
	return &f
}
