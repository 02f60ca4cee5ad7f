package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jxmb/fixtures"
	"jxmb/model/check/across"
	"jxmb/render/flat"
)

// victimEnv makes the test program a run of the options that it holds as JSON.
const victimEnv = "JXMB_BEAM_VICTIM"

func victim(of string) int {
	var o Options
	err := json.Unmarshal([]byte(of), &o)
	if err == nil {
		err = execute(context.Background(), "prism", o)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return exitFailed
	}
	return exitDone
}

// TestKilled kills the process of runner and worker while documents are being
// written. Prism gives a job up with its first failed bundle, so that nothing is to
// be taken for a result then; and the run done again gives what one machine does.
func TestKilled(t *testing.T) {
	dir := corpus(t, 40)
	o := optionsFor(t, dir)
	text, err := json.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), victimEnv+"="+string(text))
	var told bytes.Buffer
	cmd.Stderr = &told
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = cmd.Process.Kill() }()
	if !begun(filepath.Join(o.partsDir(), "documents-*.ndjson"), time.Minute) {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		t.Fatalf("no document was written within a minute: %.2000s", told.String())
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err == nil {
		t.Fatal("the run ended before it was killed")
	}
	if there := glob(t, o.Output, "[^.]*"); len(there) > 0 {
		t.Fatalf("results of a run that was killed: %v", there)
	}
	f := flags{inputs: o.Inputs, output: o.Output, lang: language{"zh"}}
	again, err := f.options(nil) // without --force: nothing was there
	if err == nil {
		err = execute(t.Context(), "prism", again)
	}
	if err != nil {
		t.Fatal(err)
	}
	compare(t, parted(t, again.Output), one(t, dir))
}

// TestFails: a bundle that cannot write is told, and ends the run.
func TestFails(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "in", "a.docx"), fixtures.Distinct(0, 1))
	o := optionsFor(t, filepath.Join(dir, "in"))
	o.Output = filepath.Join(dir, "file")
	write(t, o.Output, nil)
	if err := execute(t.Context(), "prism", o); err == nil || !strings.Contains(err.Error(), "file") {
		t.Errorf("%v", err)
	}
}

// begun waits for a file that is not empty.
func begun(pattern string, most time.Duration) bool {
	for deadline := time.Now().Add(most); time.Now().Before(deadline); time.Sleep(2 * time.Millisecond) {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			if info, err := os.Stat(file); err == nil && info.Size() > 0 {
				return true
			}
		}
	}
	return false
}

// attempt is a bundle of readFn over the inputs of o, finished or not, and the
// parts that it told of.
func attempt(t *testing.T, o Options, finish bool) (parts []Part, sums Sums) {
	t.Helper()
	plan, err := o.plan()
	if err != nil {
		t.Fatal(err)
	}
	defer plan.Close()
	emit := func(p Part) { parts = append(parts, p) }
	facts, projects := func(string, across.Fact) {}, func(string, Project) {}
	count := func(s Sums) { sums = mergeSums(sums, s) }
	f := &readFn{Options: o}
	f.StartBundle(t.Context(), emit, facts, projects, count)
	for _, in := range together(plan.Addresses()) {
		if err := f.ProcessElement(t.Context(), in, emit, facts, projects, count); err != nil {
			t.Fatal(err)
		}
	}
	if finish {
		if err := f.FinishBundle(t.Context(), emit, facts, projects, count); err != nil {
			t.Fatal(err)
		}
	}
	return parts, sums
}

// TestRetriedBundle: of a bundle that died and was done again the results hold the
// documents once, also where the last step itself is done again.
func TestRetriedBundle(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.docx"), fixtures.Distinct(0, 1))
	write(t, filepath.Join(dir, "b.docx"), fixtures.Distinct(1, 1))
	o := optionsFor(t, dir)
	attempt(t, o, false) // died before its end
	attempt(t, o, true)  // finished, and its answer was lost
	parts, sums := attempt(t, o, true)
	for range 2 {
		rest := parts
		next := func(p *Part) bool {
			if len(rest) == 0 {
				return false
			}
			*p, rest = rest[0], rest[1:]
			return true
		}
		if err := (&finishFn{o}).ProcessElement(0, next, sums); err != nil {
			t.Fatal(err)
		}
	}
	got := parted(t, o.Output)
	if n := got.count(`"type":"document"`); n != 2 || len(got.lines) != 2*14 {
		t.Errorf("%d documents in %d lines", n, len(got.lines))
	}
}

// TestPanic: a panic in a document is a record, as in the command line.
func TestPanic(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.docx"), fixtures.Distinct(0, 1))
	o := optionsFor(t, dir)
	tables := flat.Tables
	flat.Tables = append(tables[:len(tables):len(tables)], nil) // no table at all: nobody can write its cells
	defer func() { flat.Tables = tables }()
	parts, sums := attempt(t, o, true)
	if len(parts) != 1 || parts[0].Kind != "failures" || sums.Failed != 1 {
		t.Fatalf("%v %+v", parts, sums)
	}
	b, err := os.ReadFile(filepath.Join(o.partsDir(), parts[0].File))
	if err != nil || !strings.Contains(string(b), `"kind":"bug"`) {
		t.Errorf("%v %.300s", err, b)
	}
}
