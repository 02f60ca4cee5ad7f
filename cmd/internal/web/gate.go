package web

import (
	"context"
	"errors"
	"sync/atomic"
)

// gate lets as many through at a time as there are places, and keeps a queue
// before it that is bounded.
type gate struct {
	places  chan struct{}
	limit   int64
	waiting atomic.Int64
}

// errQueue is a queue that is full.
var errQueue = errors.New("the queue is full")

func newGate(places, queue int) *gate {
	return &gate{places: make(chan struct{}, places), limit: int64(queue)}
}

// enter waits for a place. leave gives it back.
func (g *gate) enter(ctx context.Context) (leave func(), err error) {
	leave = func() { <-g.places }
	select {
	case g.places <- struct{}{}:
		return leave, nil
	default:
	}
	if g.waiting.Add(1) > g.limit {
		g.waiting.Add(-1)
		return nil, errQueue
	}
	defer g.waiting.Add(-1)
	select {
	case g.places <- struct{}{}:
		return leave, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// full tells whether one more would be refused.
func (g *gate) full() bool { return len(g.places) == cap(g.places) && g.waiting.Load() >= g.limit }
