package worker

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"jxmb/model"
)

func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == "worker" {
		silent := func([]string, io.Reader, io.Writer, func(*model.Fault)) int { return 0 }
		_ = (&Process{Command: silent}).Work(os.Stdin, os.Stdout)
		return
	}
	m.Run()
}

// TestPolite: every thread of a worker stands behind the server.
func TestPolite(t *testing.T) {
	nobody := func() {}
	p := NewPool(Setup{
		Program: os.Args[0], Memory: 512 << 20, Log: slog.New(slog.DiscardHandler), Started: nobody, Died: nobody,
		Folder: func() (string, func(), error) { return t.TempDir(), nobody, nil },
	})
	defer p.Close()
	if _, err := p.Do(t.Context(), &Job{Verb: "run", Args: []string{"convert"}, Out: filepath.Join(t.TempDir(), "out")}, Watch{}); err != nil {
		t.Fatal(err)
	}
	own, threads := 0, 0
	for _, stat := range glob(t, "/proc/self/task/*/stat") {
		own = max(own, niceness(t, stat))
	}
	for k := range p.all {
		for _, stat := range glob(t, fmt.Sprintf("/proc/%d/task/*/stat", k.cmd.Process.Pid)) {
			if got := niceness(t, stat); got != min(own+politeness, leastPriority) {
				t.Errorf("%s: a nice value of %d, that of the server is %d", stat, got, own)
			}
			threads++
		}
	}
	if threads < 2 {
		t.Errorf("%d threads were seen", threads)
	}
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	found, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// niceness is field 19 of proc_pid_stat(5).
func niceness(t *testing.T, stat string) int {
	t.Helper()
	text, err := os.ReadFile(stat)
	if err != nil {
		t.Skip(err) // a thread that ended, or a system without
	}
	_, after, _ := strings.Cut(string(text), ") ")
	n, err := strconv.Atoi(strings.Fields(after)[16])
	if err != nil {
		t.Fatal(err)
	}
	return n
}
