package batch

import (
	"context"
	"sync"

	"jxmb/cmd/internal/batch/source"
)

// inOrder calls work for every input, jobs at a time, and take for every
// result, on this goroutine, in the order of the inputs. At most twice as many
// inputs as jobs are between the two, so one slow document does not let the
// results of the others pile up.
//
// When ctx ends, or take fails, no further work begins; what runs is finished
// and, unless take failed, taken. The result is the error of take. No goroutine
// outlives the call.
func inOrder[R any](ctx context.Context, inputs []*source.Input, jobs int, work func(*source.Input) R, take func(*source.Input, R) error) error {
	type job struct {
		in     *source.Input
		result chan R
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var (
		running sync.WaitGroup
		places  = make(chan struct{}, jobs)
		pending = make(chan job, 2*jobs)
	)
	running.Go(func() {
		defer close(pending)
		for _, in := range inputs {
			places <- struct{}{}
			if ctx.Err() != nil {
				return
			}
			j := job{in, make(chan R, 1)}
			pending <- j
			running.Go(func() {
				j.result <- work(in)
				<-places
			})
		}
	})
	var failed error
	for j := range pending {
		r := <-j.result
		if failed != nil {
			continue
		}
		if failed = take(j.in, r); failed != nil {
			cancel()
		}
	}
	running.Wait()
	return failed
}
