package batch

import (
	"context"
	"sync"
)

// inOrder calls work for every input, on jobs goroutines, and take for every
// result, on this one, in the order of the inputs. At most twice as many
// inputs as jobs are between the two, so one slow document does not let the
// results of the others pile up.
//
// When ctx ends, or take fails, no further work begins; what runs is finished
// and taken. The result is the error of take. No goroutine outlives the call.
func inOrder[R any](ctx context.Context, inputs []*Input, jobs int, work func(*Input) R, take func(*Input, R) error) error {
	type job struct {
		in     *Input
		result chan R // closed without a value where the work never began
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var (
		workers sync.WaitGroup
		pending = make(chan job, 2*jobs)
		todo    = make(chan job)
	)
	for range jobs {
		workers.Go(func() {
			for j := range todo {
				j.result <- work(j.in)
			}
		})
	}
	workers.Go(func() {
		defer close(pending)
		defer close(todo)
		for _, in := range inputs {
			if ctx.Err() != nil {
				return
			}
			j := job{in, make(chan R, 1)}
			select {
			case pending <- j:
			case <-ctx.Done():
				return
			}
			select {
			case todo <- j:
			case <-ctx.Done():
				close(j.result)
				return
			}
		}
	})
	var failed error
	for j := range pending {
		r, ok := <-j.result
		if !ok || failed != nil {
			continue
		}
		if failed = take(j.in, r); failed != nil {
			cancel()
		}
	}
	workers.Wait()
	return failed
}
