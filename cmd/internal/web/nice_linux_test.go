package web

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jxmb/fixtures"
)

// TestPolite: every thread of a worker stands five behind the server, as far as there
// are places.
func TestPolite(t *testing.T) {
	t.Parallel()
	r := serve(t, nil)
	r.post("/api/v1/convert?name=a.docx", fixtures.Reference())
	own, threads := 0, 0
	for _, stat := range glob(t, "/proc/self/task/*/stat") {
		own = max(own, niceness(t, stat))
	}
	folders := r.pool.Folders()
	for _, cwd := range glob(t, "/proc/[0-9]*/cwd") {
		if dir, err := os.Readlink(cwd); err != nil || !slices.Contains(folders, dir) {
			continue
		}
		for _, stat := range glob(t, filepath.Join(filepath.Dir(cwd), "task/*/stat")) {
			if got := niceness(t, stat); got != min(own+5, 19) {
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
