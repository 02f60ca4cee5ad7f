package web

import (
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

func init() {
	acts["between"] = func() { hold(314<<20, time.Second) }
	acts["garbage"] = garbage
	acts["private"] = func() { mapped(256<<20, syscall.MAP_PRIVATE) }
	acts["shared"] = func() { mapped(256<<20, syscall.MAP_SHARED) }
	acts["family"] = func() { family(); time.Sleep(time.Hour) }
	acts["orphans"] = func() { family(); panic("crashed") }
}

// hold takes memory for a while.
func hold(bytes int, while time.Duration) {
	held := slices.Repeat([]byte{1}, bytes)
	time.Sleep(while)
	runtime.KeepAlive(held)
}

// garbage makes several times the limit of garbage beside much that it keeps.
func garbage() {
	kept := slices.Repeat([]byte{1}, 30<<20) // a busy machine collects late
	for range 400 {
		fmt.Fprint(os.Stderr, string(slices.Repeat([]byte{' '}, 1<<20)[:1]))
	}
	runtime.KeepAlive(kept)
}

// mapped takes memory that the runtime knows nothing of.
func mapped(bytes, how int) {
	m, err := syscall.Mmap(-1, 0, bytes, syscall.PROT_READ|syscall.PROT_WRITE, how|syscall.MAP_ANON)
	if err != nil {
		panic(err)
	}
	for i := 0; i < len(m); i += os.Getpagesize() {
		m[i] = 1
	}
	time.Sleep(time.Minute)
}

// family starts a process that starts one.
func family() {
	cmd := exec.Command("/bin/sh", "-c", "sleep 1000 & echo $! > child; wait")
	cmd.Dir = os.TempDir()
	if err := cmd.Start(); err != nil {
		panic(err)
	}
	for text := []byte(nil); len(text) == 0; time.Sleep(time.Millisecond) {
		text, _ = os.ReadFile(filepath.Join(cmd.Dir, "child"))
	}
	fmt.Fprintf(os.Stderr, "grandchild %s", must(os.ReadFile(filepath.Join(cmd.Dir, "child"))))
}

func must(text []byte, err error) string {
	if err != nil {
		panic(err)
	}
	return string(text)
}

// TestMemory: memory counts however it is taken, and garbage does not.
func TestMemory(t *testing.T) {
	if raced {
		t.Skip("limits of memory beside the race detector")
	}
	t.Parallel()
	r := serve(t, misbehaving)
	defer func() {
		if t.Failed() {
			t.Log(r.log) // the last words of the workers
		}
	}()
	// More than the limit, and with the arenas of 64 MiB that the runtime takes not so much
	// that the system refuses it (mostly): the watch ends it.
	wide := serve(t, func(c *Config) { misbehaving(c); c.Limits.Memory = 320 << 20 })
	wide.wants(wide.post("/api/v1/convert?name=between.docx", []byte("x")), http.StatusUnprocessableEntity, "memory")
	for _, name := range []string{"private", "shared"} {
		r.wants(r.post("/api/v1/convert?name="+name+".docx", []byte("x")), http.StatusUnprocessableEntity, "memory")
	}
	r.wants(r.post("/api/v1/convert?name=garbage.docx", []byte("x")), http.StatusOK, "")
}

// TestFamily: whatever a document started ends with it, also what that started.
func TestFamily(t *testing.T) {
	t.Parallel()
	r := serve(t, misbehaving)
	got := r.post("/api/v1/convert?name=orphans.docx", []byte("x"))
	r.wants(got, got.StatusCode, "bug")
	said := r.log.String() + timedOut(t)
	pids := grandchildren(said)
	if len(pids) != 2 {
		t.Fatalf("%d grandchildren were started: %s", len(pids), said)
	}
	for _, pid := range pids {
		until(t, "the grandchild ends", func() bool {
			state, err := os.ReadFile("/proc/" + pid + "/stat")
			return err != nil || strings.Contains(string(state), ") Z ")
		})
	}
}

// timedOut is the log of a server on which a family ran out of time, enough of it
// to have begun: on a busy machine more than at first.
func timedOut(t *testing.T) string {
	t.Helper()
	for limit := time.Second; ; limit *= 4 {
		r := serve(t, func(c *Config) { misbehaving(c); c.Limits.Time = limit })
		got := r.post("/api/v1/convert?name=family.docx", []byte("x"))
		r.wants(got, got.StatusCode, "timeout")
		if said := r.log.String(); len(grandchildren(said)) > 0 || limit > time.Minute {
			return said
		}
	}
}

// grandchildren are the processes that dead workers told of, by the log.
func grandchildren(log string) (pids []string) {
	for _, part := range strings.Split(log, "grandchild ")[1:] {
		pid := strings.FieldsFunc(part, func(r rune) bool { return r < '0' || r > '9' })
		pids = append(pids, pid[0])
	}
	return pids
}
