package worker

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"
)

// Setup is what workers are started with.
type Setup struct {
	Program       string                                        // path of this program
	Memory        int64                                         // that one may hold, bytes
	Folder        func() (dir string, remove func(), err error) // of its own, where on the machine
	Log           *slog.Logger
	Started, Died func() // counted
}

// Pool keeps workers that wait for the next job: starting one takes longer than
// reading a document.
type Pool struct {
	setup  Setup
	mu     sync.Mutex
	idle   []*worker
	all    map[*worker]bool
	closed bool
}

// worker is a process that reads documents.
type worker struct {
	cmd    *exec.Cmd
	in     io.WriteCloser
	out    *json.Decoder
	said   tail // on standard error
	remove func()
	jobs   int
}

// maxJobs is after how many jobs a worker is replaced, so that nothing that one
// may leak adds up.
const maxJobs = 2000

// NewPool is a pool without workers.
func NewPool(s Setup) *Pool { return &Pool{setup: s, all: map[*worker]bool{}} }

// ErrClosed is that of a job for a pool that was closed.
var ErrClosed = errors.New("the server is closing")

// Do hands a job to a worker and each event but the answer to told. A worker
// that dies is the error [DiedError]; the end of ctx kills it.
func (p *Pool) Do(ctx context.Context, j *Job, w Watch) (Event, error) {
	k, err := p.take()
	if err != nil {
		return Event{}, err
	}
	answer, err := k.do(ctx, j, w)
	if err != nil {
		p.drop(k)
		var died *DiedError
		if errors.As(err, &died) {
			p.setup.Died()
			p.setup.Log.Warn("worker died", "verb", j.Verb, "how", died.how, "said", k.said.String())
		}
		return answer, err
	}
	p.put(k)
	return answer, nil
}

// Watch says how long a job may take and what is to be done with its events.
type Watch struct {
	Time time.Duration            // that the job may take; 0 for no limit
	Told func(Event)              // may be nil
	Over func(now time.Time) bool // whether part of it takes too long; nil to look at time alone
}

// take gives a worker that waits, or a new one.
func (p *Pool) take() (*worker, error) {
	k, err := p.waiting()
	if k != nil || err != nil {
		return k, err
	}
	if k, err = p.start(); err != nil { // which takes its time, and holds up nobody
		return nil, err
	}
	p.mu.Lock()
	closed := p.closed
	p.all[k] = true
	p.mu.Unlock()
	if closed {
		p.drop(k)
		return nil, ErrClosed
	}
	return k, nil
}

// waiting is a worker that waits, nil where there is none.
func (p *Pool) waiting() (*worker, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return nil, ErrClosed
	}
	n := len(p.idle)
	if n == 0 {
		return nil, nil
	}
	k := p.idle[n-1]
	p.idle = p.idle[:n-1]
	return k, nil
}

func (p *Pool) put(k *worker) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if k.jobs++; k.jobs >= maxJobs || p.closed {
		go k.end()
		delete(p.all, k)
		return
	}
	p.idle = append(p.idle, k)
}

func (p *Pool) drop(k *worker) {
	p.mu.Lock()
	delete(p.all, k)
	p.mu.Unlock()
	k.end()
}

// Folders are those of the workers that there are.
func (p *Pool) Folders() (dirs []string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for k := range p.all {
		dirs = append(dirs, k.cmd.Dir)
	}
	return dirs
}

// Close ends all workers.
func (p *Pool) Close() {
	p.mu.Lock()
	p.closed = true
	all := p.all
	p.all, p.idle = map[*worker]bool{}, nil
	p.mu.Unlock()
	for k := range all {
		k.end()
	}
}

// start begins a worker in a folder of its own. Of the environment it gets
// nothing but what it needs.
func (p *Pool) start() (*worker, error) {
	dir, remove, err := p.setup.Folder()
	if err != nil {
		return nil, err
	}
	k := &worker{cmd: exec.Command(p.setup.Program, "worker"), remove: remove}
	k.cmd.Dir = dir
	k.cmd.Env = []string{
		"TMPDIR=" + dir, "TMP=" + dir, "TEMP=" + dir, "HOME=" + dir,
		"SystemRoot=" + os.Getenv("SystemRoot"), // programs do not start without on Windows
		fmt.Sprintf("%s=%d", memoryVariable, p.setup.Memory),
	}
	k.cmd.Stderr = &k.said
	ownGroup(k.cmd)
	if k.in, err = k.cmd.StdinPipe(); err != nil {
		remove()
		return nil, err
	}
	out, err := k.cmd.StdoutPipe()
	if err == nil {
		err = k.cmd.Start()
	}
	if err != nil {
		remove()
		return nil, err
	}
	k.out = json.NewDecoder(bufio.NewReader(out))
	p.setup.Started()
	return k, nil
}

// end kills the worker and removes its folder.
func (k *worker) end() {
	killGroup(k.cmd)
	_ = k.in.Close()
	_ = k.cmd.Wait() // that it was killed is known
	k.remove()
}

// do sends j and waits for the answer.
func (k *worker) do(ctx context.Context, j *Job, w Watch) (Event, error) {
	if err := json.NewEncoder(k.in).Encode(j); err != nil {
		return Event{}, k.died(ctx, false)
	}
	events := make(chan Event)
	go func() {
		defer close(events)
		for {
			var e Event
			if k.out.Decode(&e) != nil {
				return
			}
			events <- e
			if e.Kind == eventAnswer {
				return
			}
		}
	}()
	began := time.Now()
	late := time.NewTicker(min(max(w.Time/8, 10*time.Millisecond), time.Second))
	defer late.Stop()
	timeout, gone := false, ctx.Done()
	for {
		select {
		case e, ok := <-events:
			switch {
			case !ok:
				return Event{}, k.died(ctx, timeout)
			case e.Kind == eventAnswer:
				return e, nil
			case w.Told != nil:
				w.Told(e)
			}
		case now := <-late.C:
			if w.late(began, now) {
				timeout = true
				killGroup(k.cmd)
			}
		case <-gone:
			killGroup(k.cmd)
			gone = nil
		}
	}
}

// late tells whether the job has taken too long.
func (w Watch) late(began, now time.Time) bool {
	if w.Over != nil && w.Over(now) {
		return true
	}
	return w.Time > 0 && now.Sub(began) > w.Time
}

// died says what the worker died of.
func (k *worker) died(ctx context.Context, timeout bool) error {
	killGroup(k.cmd)
	_ = k.cmd.Wait()
	said := k.said.String()
	switch {
	case ctx.Err() != nil:
		return errors.Join(ctx.Err(), &DiedError{deathUnwanted})
	case timeout:
		return &DiedError{deathTime}
	case k.cmd.ProcessState.ExitCode() == exitMemory, wantedMemory(said):
		return &DiedError{deathMemory}
	}
	return &DiedError{deathCrash}
}

// wantedMemory recognises the last words of a Go program that the system gave no
// more memory. The collector at times does not look what it got and faults
// itself; a fault of the program's own code begins with "panic:" instead.
func wantedMemory(said string) bool {
	for _, words := range []string{
		"out of memory", "cannot allocate memory",
		"unexpected signal during runtime execution", "failed to create new OS thread", "pthread_create failed",
	} {
		if strings.Contains(said, words) {
			return true
		}
	}
	return strings.HasPrefix(said, "SIGSEGV: segmentation violation")
}
