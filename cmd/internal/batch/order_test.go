package batch

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"jxmb/cmd/internal/batch/source"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func numbered(n int) []*source.Input {
	inputs := make([]*source.Input, n)
	for i := range inputs {
		inputs[i] = &source.Input{Stem: fmt.Sprint(i)}
	}
	return inputs
}

// TestInOrder holds that results come in the order of the inputs however long
// each takes, all of them, and that few are held at a time.
func TestInOrder(t *testing.T) {
	for _, jobs := range []int{1, 2, 7, 64} {
		var running, held, most atomic.Int64
		next := 0
		err := inOrder(t.Context(), numbered(500), jobs, func(in *source.Input) string {
			if running.Add(1) > int64(jobs) {
				t.Errorf("%d of %d workers", running.Load(), jobs)
			}
			most.Store(max(most.Load(), held.Add(1)))
			time.Sleep(time.Duration(rand.IntN(200)) * time.Microsecond)
			running.Add(-1)
			return in.Stem
		}, func(in *source.Input, r string) error {
			held.Add(-1)
			if r != in.Stem || r != fmt.Sprint(next) {
				t.Fatalf("got %s as result %d", r, next)
			}
			next++
			return nil
		})
		if err != nil || next != 500 {
			t.Errorf("%d jobs: %d results, %v", jobs, next, err)
		}
		if limit := int64(2*jobs + 2); most.Load() > limit {
			t.Errorf("%d jobs: %d results were held, more than %d", jobs, most.Load(), limit)
		}
	}
}

func TestInOrderStops(t *testing.T) {
	stop := errors.New("stop")
	var begun atomic.Int64
	taken := 0
	err := inOrder(t.Context(), numbered(10_000), 4, func(*source.Input) int { begun.Add(1); return 0 }, func(*source.Input, int) error {
		if taken++; taken == 10 {
			return stop
		}
		return nil
	})
	if !errors.Is(err, stop) || taken != 10 {
		t.Errorf("error %v after %d results", err, taken)
	}
	if begun.Load() > 100 {
		t.Errorf("%d inputs were begun after the end", begun.Load())
	}
}

// TestInOrderFinishesWhatRuns holds that everything begun before the context
// ended is taken, and nothing begins after it.
func TestInOrderFinishesWhatRuns(t *testing.T) {
	for range 50 {
		ctx, cancel := context.WithCancel(t.Context())
		var begun atomic.Int64
		taken := int64(0)
		go func() {
			time.Sleep(time.Duration(rand.IntN(3000)) * time.Microsecond)
			cancel()
		}()
		err := inOrder(ctx, numbered(5000), 8, func(*source.Input) int {
			begun.Add(1)
			time.Sleep(50 * time.Microsecond)
			return 0
		}, func(*source.Input, int) error { taken++; return nil })
		cancel()
		if err != nil || begun.Load() != taken {
			t.Fatalf("%d begun, %d taken, %v", begun.Load(), taken, err)
		}
	}
}
