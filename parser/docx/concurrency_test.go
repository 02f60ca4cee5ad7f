package docx

import (
	"bytes"
	"context"
	"sync"
	"testing"

	"jxmb/fixtures"
	"jxmb/parser/ooxml"
)

// TestConcurrent: many readings at once, good and bad input mixed, each give
// what a reading alone gives; memory is reused and nothing of it shows.
func TestConcurrent(tt *testing.T) {
	docs := append(fixtures.Cases(), fixtures.Bad()...)
	type result struct {
		file []byte
		want string
	}
	outcome := func(file []byte) string {
		d, err := readBytes(file, ooxml.Limits{})
		if err != nil {
			return err.Error()
		}
		return sketch(d)
	}
	var results []result
	for _, d := range docs {
		file := d.Data()
		results = append(results, result{file, outcome(file)})
	}
	var wg sync.WaitGroup
	for worker := range 6 {
		wg.Go(func() {
			for i := range results {
				r := results[(i+worker*7)%len(results)]
				if got := outcome(r.file); got != r.want {
					tt.Errorf("worker %d: a reading gave something else", worker)
					return
				}
			}
		})
	}
	wg.Wait()
}

// TestKept: a document stays as it is when its reader reads another one.
func TestKept(tt *testing.T) {
	file := fixtures.Reference()
	first, err := readBytes(file, ooxml.Limits{})
	if err != nil {
		tt.Fatal(err)
	}
	want := sketch(first)
	for i := range 4 {
		if _, err := readBytes(fixtures.Distinct(i, 7), ooxml.Limits{}); err != nil {
			tt.Fatal(err)
		}
	}
	if sketch(first) != want {
		tt.Error("the document changed under its owner")
	}
}

// TestReader: the result does not depend on how the bytes come.
func TestReader(tt *testing.T) {
	file := fixtures.Reference()
	a, err := readBytes(file, ooxml.Limits{})
	if err != nil {
		tt.Fatal(err)
	}
	b, err := Read(context.Background(), bytes.NewReader(append(bytes.Clone(file), "ignored"...)), int64(len(file)), Options{})
	if err != nil || sketch(a) != sketch(b) {
		tt.Errorf("bytes beyond size were looked at: %v", err)
	}
}
