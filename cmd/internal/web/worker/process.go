package worker

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	runtimemetrics "runtime/metrics"
	"slices"
	"strconv"
	"sync"
	"time"

	"jxmb/cmd/internal/fault"
	"jxmb/model"
)

// Command is the command line: it runs args, writes the result to stdout, tells
// of faults, and gives the exit code.
type Command func(args []string, stdin io.Reader, stdout io.Writer, fault func(*model.Fault)) int

// Process is the process that reads documents, seen from inside.
type Process struct {
	Command Command
	Reading func(name string) // told of each document of a batch; nil but in tests of what documents may do

	memory int64 // that it may hold; 0 for no limit
	mu     sync.Mutex
	out    *json.Encoder
}

// verb does a job and gives the answer.
type verb func(*Process, context.Context, *Job) Event

// verbs are the jobs that a worker knows.
var verbs = map[string]verb{
	"run":   (*Process).run,
	"batch": (*Process).batch,
	"unzip": (*Process).unzip,
	"view":  (*Process).view,
}

// memoryVariable hands the limit of its memory to a worker, in bytes.
const memoryVariable = "JXMB_WORKER_MEMORY"

// exitMemory is the exit code of a worker that needed more memory than it may.
const exitMemory = 77

// politeness is how far workers stand behind the server when both want a core.
const politeness = 5

// Work is the life of a worker: jobs come on stdin, events go to stdout. It ends
// with its input, so that no worker outlives the server.
func (w *Process) Work(stdin io.Reader, stdout io.Writer) error {
	behave()
	if limit, err := strconv.ParseInt(os.Getenv(memoryVariable), 10, 64); err == nil {
		limitMemory(limit)
		w.memory = limit
	}
	w.out = json.NewEncoder(stdout)
	jobs := make(chan *Job)
	failed := make(chan error, 1)
	go func() {
		defer close(jobs)
		in := json.NewDecoder(bufio.NewReader(stdin))
		for {
			j := new(Job)
			if err := in.Decode(j); err != nil {
				if err != io.EOF {
					failed <- err
				}
				// The server is gone, and with it who wants the result.
				os.Exit(0)
			}
			jobs <- j
		}
	}()
	for j := range jobs {
		do, ok := verbs[j.Verb]
		if !ok {
			return fmt.Errorf("no verb %q", j.Verb)
		}
		e := w.inFolder(j, do)
		if w.memory > 0 && Peak(os.Getpid()) > w.memory+slack {
			os.Exit(exitMemory) // what one large block took was given back before the watch looked
		}
		e.Kind = eventAnswer
		if e.Fault != nil {
			e.Limit = e.Fault.Limit
		}
		if err := w.tell(e); err != nil {
			return err
		}
	}
	return <-failed
}

// inFolder does a job in its folder.
func (w *Process) inFolder(j *Job, do verb) Event {
	if j.Dir != "" {
		if err := os.Chdir(j.Dir); err != nil {
			return Event{Code: 1, Fault: fault.Explain(err)}
		}
		defer os.Chdir(os.TempDir()) // its own; it may fail as little as the first time
	}
	return do(w, context.Background(), j)
}

// tell sends an event.
func (w *Process) tell(e Event) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.out.Encode(e)
}

// limitMemory ends this process before it holds more than limit bytes: the
// collector works harder towards the limit, the system refuses more where it
// can, and a watch ends what came by all the same.
func limitMemory(limit int64) {
	debug.SetMemoryLimit(limit / 4 * 3)
	limitData(uint64(limit))
	go func() {
		sample := []runtimemetrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
		for range time.Tick(20 * time.Millisecond) {
			runtimemetrics.Read(sample)
			held := sample[0].Value.Uint64() - sample[1].Value.Uint64()
			if held > uint64(limit) || Peak(os.Getpid()) > limit+slack { // what the runtime does not count too
				os.Exit(exitMemory)
			}
		}
	}()
}

// run gives what the command line writes.
func (w *Process) run(_ context.Context, j *Job) (e Event) {
	out, err := os.OpenFile(j.Out, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return Event{Code: 1, Fault: fault.Explain(err)}
	}
	var stdin io.Reader = emptyInput{}
	if j.File != "" {
		f, err := os.Open(j.File)
		if err != nil {
			return Event{Code: 1, Fault: fault.Explain(err)}
		}
		defer f.Close()
		stdin = f
	}
	buffered := bufio.NewWriterSize(out, 64<<10)
	args := slices.Insert(slices.Clone(j.Args), 1, "--lang", string(j.Lang)) // before what are no flags
	if len(j.Across) > 0 {
		name, err := keepAcross(j.Across)
		if err != nil {
			return Event{Code: 1, Fault: fault.Explain(err)}
		}
		defer os.Remove(name)
		args = slices.Insert(args, 1, "--across", name)
	}
	e.Code = w.Command(args, stdin, buffered, func(f *model.Fault) {
		if e.Fault == nil {
			e.Fault = f
		}
	})
	err = buffered.Flush()
	if closed := out.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return Event{Code: 1, Fault: fault.Explain(err)}
	}
	return e
}

// keepAcross writes findings for the command line to read.
func keepAcross(list []model.Finding) (name string, err error) {
	text, err := json.Marshal(list)
	if err != nil {
		return "", err
	}
	name = filepath.Join(os.TempDir(), "across.json") // the worker's own folder, and one job at a time
	return name, os.WriteFile(name, text, 0o600)
}

type emptyInput struct{}

func (emptyInput) Read([]byte) (int, error) { return 0, io.EOF }
