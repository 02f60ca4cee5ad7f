package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"jxmb/fixtures"
	"jxmb/fixtures/outside"
)

// season writes a folder with n documents, each tenth of them bad.
func season(t *testing.T, n int, document func(n int, seed int64) []byte) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		sub := filepath.Join(dir, fmt.Sprintf("单位%d", i%4))
		data := document(i, 7)
		if i%10 == 9 {
			data = data[:len(data)/2]
		}
		if err := os.MkdirAll(sub, 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(sub, fmt.Sprintf("%03d.docx", i)), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// jxmb is the program itself, as its own process.
func jxmb(args ...string) *exec.Cmd { return exec.Command("jxmb", args...) }

// tree is every file below dir but the report, which holds times.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, p)
		if err != nil || rel == "report.json" {
			return err
		}
		b, err := os.ReadFile(p)
		files[rel] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func sameTree(t *testing.T, got, want map[string]string) {
	t.Helper()
	for name, b := range want {
		if g, ok := got[name]; !ok {
			t.Errorf("%s is missing", name)
		} else if g != b {
			t.Errorf("%s differs from that of an undisturbed run", name)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s was left behind", name)
		}
	}
}

// wholeOrAbsent holds that what a killed run shows is already final.
func wholeOrAbsent(t *testing.T, got, want map[string]string) {
	t.Helper()
	for name, b := range got {
		if strings.HasPrefix(name, ".jxmb") {
			continue
		}
		if b != want[name] {
			t.Errorf("after a kill %s is not whole", name)
		}
	}
}

// TestKilledAtAnyMoment kills a batch with SIGKILL at random moments, several
// times over, and holds that the run that is left alone ends with the files of
// an undisturbed one.
func TestKilledAtAnyMoment(t *testing.T) {
	in, undisturbed := season(t, 12, fixtures.Brief), t.TempDir()
	args := func(out string) []string { return []string{"convert", in, "-o", out, "-t", "json,ndjson,xlsx", "-q"} }
	began := time.Now()
	if err := jxmb(args(undisturbed)...).Run(); exitCodeOf(err) != exitFailed {
		t.Fatalf("undisturbed run: %v", err)
	}
	takes := time.Since(began)
	want := tree(t, undisturbed)

	rounds := 1
	if outside.Everything() {
		rounds = 4
	}
	for round := range rounds {
		t.Run(fmt.Sprint(round), func(t *testing.T) {
			t.Parallel() // most of it waits for the disk
			out := t.TempDir()
			for range 3 {
				cmd := jxmb(args(out)...)
				if err := cmd.Start(); err != nil {
					t.Fatal(err)
				}
				time.Sleep(time.Duration(rand.Int64N(int64(takes))))
				_ = cmd.Process.Kill()
				_ = cmd.Wait()
				wholeOrAbsent(t, tree(t, out), want)
			}
			if err := jxmb(args(out)...).Run(); exitCodeOf(err) != exitFailed {
				t.Fatalf("last run: %v", err)
			}
			sameTree(t, tree(t, out), want)
		})
	}
}

// TestInterrupted sends SIGINT after the first result: what runs is finished,
// the report says what was not begun, the exit code is 130, and the next run
// goes on from there.
func TestInterrupted(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no SIGINT for other processes on Windows")
	}
	in, out, undisturbed := season(t, 12, fixtures.Distinct), t.TempDir(), t.TempDir()
	args := func(out string) []string { return []string{"convert", in, "-o", out, "-j", "2"} }
	cmd := jxmb(args(out)...)
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	first := make([]byte, 1)
	if _, err := stderr.Read(first); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	if _, err := said.ReadFrom(stderr); err != nil {
		t.Fatal(err)
	}
	if code := exitCodeOf(cmd.Wait()); code != exitInterrupted {
		t.Fatalf("exit code %d, want %d\n%s", code, exitInterrupted, said.String())
	}
	if !strings.Contains(said.String(), "已中断：还有") {
		t.Errorf("the summary does not tell of the interruption:\n%s", said.String())
	}
	report, err := os.ReadFile(filepath.Join(out, "report.json"))
	if err != nil || !bytes.Contains(report, []byte(`"interrupted":true`)) {
		t.Errorf("report: %v\n%.300s", err, report)
	}
	for _, dir := range []string{out, undisturbed} {
		if err := jxmb(args(dir)...).Run(); exitCodeOf(err) != exitFailed {
			t.Fatalf("run after it: %v", err)
		}
	}
	sameTree(t, tree(t, out), tree(t, undisturbed))
}

func exitCodeOf(err error) int {
	if err == nil {
		return exitDone
	}
	if exit, ok := err.(*exec.ExitError); ok {
		return exit.ExitCode()
	}
	return -1
}
