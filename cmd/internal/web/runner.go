package web

import (
	"context"
	"errors"
	"sync"
	"time"

	"jxmb/cmd/internal/fault"
	"jxmb/cmd/internal/web/worker"
	"jxmb/model"
)

// batchRunner runs batches, one after the other.
type batchRunner struct {
	s       *Server
	ctx     context.Context
	end     context.CancelFunc
	done    sync.WaitGroup
	mu      sync.Mutex
	queue   []*Batch
	wake    chan struct{}
	current *Batch
	cancel  context.CancelFunc // of the current batch
}

func newBatchRunner(s *Server) *batchRunner {
	r := &batchRunner{s: s, wake: make(chan struct{}, 1)}
	r.ctx, r.end = context.WithCancel(context.Background())
	r.done.Go(r.loop)
	return r
}

// resume queues the batches that an earlier server did not finish, the oldest
// first.
func (r *batchRunner) resume() {
	list := r.s.store.List()
	for i := len(list) - 1; i >= 0; i-- {
		if state := list[i].Status().State; state == StateWaiting || state == StateRunning {
			r.add(list[i])
		}
	}
}

// full tells whether no more batches may wait.
func (r *batchRunner) full() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.queue) >= r.s.Limits.Batches
}

func (r *batchRunner) add(b *Batch) {
	r.mu.Lock()
	r.queue = append(r.queue, b)
	r.mu.Unlock()
	select {
	case r.wake <- struct{}{}:
	default:
	}
}

// remove takes b out of the queue, or stops it where it runs. It is not touched
// any more afterwards.
func (r *batchRunner) remove(b *Batch) {
	r.mu.Lock()
	for i, q := range r.queue {
		if q == b {
			r.queue = append(r.queue[:i], r.queue[i+1:]...)
			break
		}
	}
	running := r.current == b
	if running {
		r.cancel()
	}
	r.mu.Unlock()
	for running {
		r.mu.Lock()
		running = r.current == b
		r.mu.Unlock()
		time.Sleep(5 * time.Millisecond)
	}
}

// stop ends the current batch, to be taken up by the next server.
func (r *batchRunner) stop() {
	r.end()
	r.done.Wait()
}

func (r *batchRunner) loop() {
	for {
		b, ctx := r.next()
		switch {
		case b != nil:
			r.run(ctx, b)
			r.mu.Lock()
			r.cancel()
			r.current = nil
			r.mu.Unlock()
		case r.ctx.Err() != nil:
			return
		default:
			select {
			case <-r.wake:
			case <-r.ctx.Done():
				return
			}
		}
	}
}

func (r *batchRunner) next() (*Batch, context.Context) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.queue) == 0 || r.ctx.Err() != nil {
		return nil, nil
	}
	b := r.queue[0]
	r.queue = r.queue[1:]
	ctx, cancel := context.WithCancel(r.ctx)
	r.current, r.cancel = b, cancel
	return b, ctx
}

// run runs b to its end. A document that costs the worker its life is set
// aside, and the batch taken up again where it was.
func (r *batchRunner) run(ctx context.Context, b *Batch) {
	jobs, leave, err := r.places(ctx)
	if err != nil {
		return
	}
	defer leave()
	before := r.s.store.size(b.dir())
	room, full := context.WithCancelCause(ctx)
	defer full(nil)
	p := &progress{b: b, limit: r.s.Limits.Time, faults: b.faults(), full: full}
	fault := r.attempts(room, p, jobs)
	r.s.store.used.Add(r.s.store.size(b.dir()) - before - p.taken)
	if errors.Is(context.Cause(room), errQuota) {
		fault = noRoom()
	}
	if ctx.Err() != nil {
		b.change(func() { b.record.State = StateWaiting })
		return
	}
	if fault != nil {
		r.s.Log.Error("batch failed", "batch", b.ID, "error", fault)
		fault = ofServer(fault)
	}
	b.finish(fault)
	if err := b.save(); err != nil {
		r.s.Log.Error("batch.json cannot be written", "batch", b.ID, "error", err)
	}
}

// noRoom is the fault of a batch whose results have no room.
func noRoom() *model.Fault {
	return &model.Fault{
		Kind: "disk_full", Limit: "Quota",
		What: model.Say("服务器的存储空间已满", "the storage of the server is full"),
		Hint: model.Say("请删除不用的批次，再重试这一批", "delete batches that are not needed, then try this one again"),
	}
}

// ofServer is a fault of the data folder as it is told to those who ask: without
// the paths of the server, which stand in its log.
func ofServer(f *model.Fault) *model.Fault {
	told := *f
	told.Place, told.Err = model.Text{}, nil
	if told.Kind != "disk_full" && fault.OfMachine(told.Kind) {
		told.What = model.Say("服务器处理这一批时出错", "the server met an error with this batch")
		told.Hint = model.Say("请重试；管理员可查看服务器日志", "try again; the log of the server says more")
	}
	return &told
}

// A worker whose server was killed holds its folder until it sees that it is
// alone and has put down what it was doing.
const (
	orphanTime  = 30 * time.Second
	orphanPause = 100 * time.Millisecond
)

func isBusy(f *model.Fault) bool { return f != nil && f.Kind == "busy" }

func (r *batchRunner) attempts(ctx context.Context, p *progress, jobs int) *model.Fault {
	patience := orphanTime
	for ctx.Err() == nil {
		e, err := r.s.pool.Do(ctx, p.job(r.s, jobs), worker.Watch{Told: p.told, Over: p.over})
		var died *worker.DiedError
		switch {
		case err == nil && isBusy(e.Fault) && patience > 0:
			patience -= orphanPause
			time.Sleep(orphanPause)
			continue
		case err == nil:
			return e.Fault
		case ctx.Err() != nil:
			return nil
		case !errors.As(err, &died):
			return fault.Explain(err)
		}
		suspects := p.suspects(jobs)
		switch {
		case len(suspects) == 0:
			return died.Fault()
		case len(suspects) == 1:
			p.setAside(suspects[0], died.Fault())
			if err := p.b.writeJSON(faultsName, p.faults); err != nil {
				return fault.Explain(err)
			}
		default:
			jobs = 1 // one of them; alone they will show which
		}
	}
	return nil
}

// places takes as many places as there are but one, which is for other
// requests.
func (r *batchRunner) places(ctx context.Context) (n int, leave func(), err error) {
	select {
	case r.s.gate.places <- struct{}{}:
	case <-ctx.Done():
		return 0, nil, ctx.Err()
	}
	for n = 1; n < cap(r.s.gate.places)-1; n++ {
		select {
		case r.s.gate.places <- struct{}{}:
			continue
		default:
		}
		break
	}
	return n, func() {
		for range n {
			<-r.s.gate.places
		}
	}, nil
}
