package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// interruptible is a context that the first SIGINT or SIGTERM ends, so that
// what is being written can be finished. The second ends the program.
func interruptible() (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// inputStream is standard input until ctx ends: waiting for a pipe that sends
// nothing must not outlast an interrupt.
type inputStream struct {
	ctx context.Context
	r   io.Reader
}

func (s *inputStream) Read(p []byte) (int, error) {
	type result struct {
		n   int
		err error
	}
	done := make(chan result, 1)
	buf := make([]byte, len(p)) // p is the caller's again once ctx has ended
	go func() {
		n, err := s.r.Read(buf)
		done <- result{n, err}
	}()
	select {
	case got := <-done:
		return copy(p, buf[:got.n]), got.err
	case <-s.ctx.Done():
		return 0, s.ctx.Err()
	}
}
