package web

import (
	"context"
	"fmt"
	"io"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"jxmb/cmd/internal/web/worker"
	"jxmb/fixtures"
	"jxmb/model"
)

// misbehave is a worker in which documents do what their names say.
func misbehave() int {
	worker.KeepPrivate()
	w := &worker.Process{Reading: act, Command: func(args []string, _ io.Reader, stdout io.Writer, _ func(*model.Fault)) int {
		name := args[len(args)-1]
		act(name)
		fmt.Fprintf(stdout, "%s as process %d\n", name, os.Getpid())
		return 0
	}}
	if err := w.Work(os.Stdin, os.Stdout); err != nil {
		return 1
	}
	return 0
}

// acts are what documents do on one system alone.
var acts = map[string]func(){}

// act does what a name says.
func act(name string) {
	name = filepath.Base(name)
	for prefix, do := range acts {
		if strings.HasPrefix(name, prefix) {
			do()
		}
	}
	switch {
	case strings.HasPrefix(name, "hang"):
		for {
			time.Sleep(time.Hour)
		}
	case strings.HasPrefix(name, "eat"):
		var eaten [][]byte
		for {
			eaten = append(eaten, slices.Repeat([]byte{1}, 1<<20))
			runtime.KeepAlive(eaten)
		}
	case strings.HasPrefix(name, "gulp"):
		fmt.Fprintln(io.Discard, len(slices.Repeat([]byte{1}, 256<<20)))
	case strings.HasPrefix(name, "crash"):
		panic("crashed")
	case strings.HasPrefix(name, "spawn"):
		cmd := exec.Command("/bin/sleep", "1000")
		if err := cmd.Start(); err != nil {
			panic(err)
		}
		_ = os.WriteFile(filepath.Join(os.TempDir(), "child"), fmt.Append(nil, cmd.Process.Pid), 0o600)
		time.Sleep(time.Hour)
	case strings.HasPrefix(name, "litter"):
		_ = os.WriteFile(filepath.Join(os.TempDir(), "litter"), nil, 0o600)
	}
}

// misbehaving has workers whose documents misbehave, with little memory.
func misbehaving(c *Config) {
	c.Program = os.Args[0]
	c.Limits.Memory, c.Limits.Time = 96<<20, 2*time.Minute // a busy machine takes its time to eat
}

// briefly is misbehaving with little time, for documents that wait for its end.
func briefly(c *Config) {
	misbehaving(c)
	c.Limits.Time = time.Second
}

// TestWorkerDeath: a document that needs too much or breaks the program is a
// fault of its own; the next finds a new worker.
func TestWorkerDeath(t *testing.T) {
	if raced {
		t.Skip("limits of memory beside the race detector")
	}
	t.Parallel()
	r, brief := serve(t, misbehaving), serve(t, briefly)
	for _, c := range []struct {
		r      *running
		name   string
		status int
		kind   string
	}{
		{r, "eat.docx", http.StatusUnprocessableEntity, "memory"},
		{r, "gulp.docx", http.StatusUnprocessableEntity, "memory"},
		{brief, "hang.docx", http.StatusUnprocessableEntity, "timeout"},
		{r, "crash.docx", http.StatusInternalServerError, "bug"},
	} {
		c.r.wants(c.r.post("/api/v1/convert?name="+c.name, []byte("x")), c.status, c.kind)
		r.wants(r.post("/api/v1/convert?name=good.docx", []byte("x")), http.StatusOK, "")
	}
	if left := append(r.leftovers(), brief.leftovers()...); len(left) > 0 {
		t.Errorf("%q were left behind", left)
	}
}

// TestWorkersAreReused: a worker that did its work takes the next document, in
// a folder of its own.
func TestWorkersAreReused(t *testing.T) {
	if raced {
		t.Skip("limits of memory beside the race detector")
	}
	t.Parallel()
	r := serve(t, misbehaving)
	first := r.post("/api/v1/convert?name=good.docx", []byte("x"))
	for range 3 {
		if again := r.post("/api/v1/convert?name=good.docx", []byte("x")); string(again.body) != string(first.body) {
			t.Errorf("%s, then %s", first.body, again.body)
		}
	}
	r.post("/api/v1/convert?name=litter.docx", []byte("x"))
	if found, _ := filepath.Glob(filepath.Join(r.data, tmpDir, "*", "litter")); len(found) != 1 {
		t.Errorf("temporary files of a worker are in %q", found)
	}
	if err := r.stop(); err != nil {
		t.Error(err)
	}
	if entries, err := os.ReadDir(filepath.Join(r.data, tmpDir)); err != nil || len(entries) > 0 {
		t.Errorf("%q were left behind, %v", entries, err)
	}
}

// TestBatchOutlivesWorkers: documents that cost a worker its life are set aside,
// the others converted, and a retry reads them once more.
func TestBatchOutlivesWorkers(t *testing.T) {
	if raced {
		t.Skip("limits of memory beside the race detector")
	}
	t.Parallel()
	outlives(t, serve(t, misbehaving), map[string]string{"a.docx": "", "crash.docx": "bug", "gulp.docx": "memory", "z.docx": ""})
	outlives(t, serve(t, briefly), map[string]string{"hang1.docx": "timeout", "hang2.docx": "timeout"})
}

// outlives gives a server a batch and retries it, and wants these kinds of faults.
func outlives(t *testing.T, r *running, want map[string]string) {
	t.Helper()
	var files []upFile
	for _, name := range slices.Sorted(maps.Keys(want)) {
		files = append(files, upFile{name, fixtures.Brief(1, 1)})
	}
	id := r.batch("?formats=json", files...)
	kinds := func(s Status) map[string]string {
		got := map[string]string{}
		for _, f := range s.Files {
			got[f.Name] = ""
			if f.Error != nil {
				got[f.Name] = f.Error.Kind
			}
			if (f.State == StateDone) != (f.Error == nil && len(f.Outputs) == 1) {
				t.Errorf("%+v", f)
			}
		}
		return got
	}
	s := r.ended(id)
	if got := kinds(s); fmt.Sprint(got) != fmt.Sprint(want) || s.State != StateDone {
		t.Errorf("%s: %v, not %v", s.State, got, want)
	}
	deaths := r.post("/api/v1/batches/"+id+"/retry", nil, change)
	r.wants(deaths, http.StatusAccepted, "")
	if got := kinds(r.ended(id)); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("again: %v, not %v", got, want)
	}
}

// TestCancel: a client that goes away ends its job, with all that it started.
func TestCancel(t *testing.T) {
	if raced {
		t.Skip("limits of memory beside the race detector")
	}
	t.Parallel()
	r := serve(t, func(c *Config) { misbehaving(c); c.Limits.Time = time.Minute })
	ctx, cancel := context.WithCancel(t.Context())
	req, err := http.NewRequestWithContext(ctx, "POST", r.url+"/api/v1/convert?name=spawn.docx", strings.NewReader("x"))
	if err != nil {
		t.Fatal(err)
	}
	go func() {
		if resp, err := http.DefaultTransport.RoundTrip(req); err == nil {
			resp.Body.Close()
		}
	}()
	child := ""
	until(t, "the job begins", func() bool {
		found, _ := filepath.Glob(filepath.Join(r.data, tmpDir, "*", "child"))
		if len(found) == 1 {
			text, _ := os.ReadFile(found[0])
			child = string(text)
		}
		return child != ""
	})
	cancel()
	until(t, "the job ends", func() bool { return len(r.gate.places) == 0 && len(r.leftovers()) == 0 })
	if _, err := os.Stat("/proc/self"); err != nil {
		t.Skip("no /proc")
	}
	until(t, "what it started ends", func() bool {
		state, err := os.ReadFile("/proc/" + child + "/stat")
		return err != nil || strings.Contains(string(state), ") Z ")
	})
}

// until waits for something to become true.
func until(t testing.TB, what string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); !is(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("not true: %s", what)
		}
	}
}

// TestQueue: as many jobs as there are places, a queue, and then the word to
// come again.
func TestQueue(t *testing.T) {
	if raced {
		t.Skip("limits of memory beside the race detector")
	}
	t.Parallel()
	r := serve(t, func(c *Config) { misbehaving(c); c.Limits.Queue = 3 })
	for range cap(r.gate.places) {
		r.gate.places <- struct{}{}
	}
	answers := make(chan int)
	for range 3 {
		go func() { answers <- r.post("/api/v1/convert?name=good.docx", []byte("x")).StatusCode }()
	}
	until(t, "three wait", func() bool { return r.gate.waiting.Load() == 3 })
	got := r.post("/api/v1/convert?name=good.docx", []byte("x"))
	r.wants(got, http.StatusServiceUnavailable, "busy")
	if got.Header.Get("Retry-After") == "" {
		t.Error("no Retry-After")
	}
	r.wants(r.get("/readyz"), http.StatusServiceUnavailable, "busy")
	for range cap(r.gate.places) {
		<-r.gate.places
	}
	for range 3 {
		if code := <-answers; code != http.StatusOK {
			t.Errorf("one that waited got %d", code)
		}
	}
	r.wants(r.get("/readyz"), http.StatusOK, "")
}
