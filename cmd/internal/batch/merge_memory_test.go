package batch

import (
	"fmt"
	"path/filepath"
	"runtime"
	"testing"

	"jxmb/cmd/internal/batch/source"
	"jxmb/fixtures"
	"jxmb/model"
	"jxmb/render"
)

// weighing looks at what is held when the last input is done.
type weighing struct {
	inputs, done int
	live         int64
}

func (w *weighing) Start(n int) { w.inputs = n }
func (w *weighing) Done(*source.Input, Outcome) {
	if w.done++; w.done == w.inputs {
		w.live = fixtures.Heap()
	}
}

// TestMergeHoldsNoDocuments: what a merge holds grows by names, hashes and what the
// rules between documents compare, a small part of a document for each, and by no more
// for the last of many than for the first.
func TestMergeHoldsNoDocuments(t *testing.T) {
	const n = 8
	dir := t.TempDir()
	for i := range 4 * n {
		write(t, filepath.Join(dir, fmt.Sprint(i/n), fmt.Sprintf("%d.docx", i)), fixtures.Brief(i, 1))
	}
	one := documentBytes(t)
	parts := []string{filepath.Join(t.TempDir(), "part"), filepath.Join(t.TempDir(), "part")}
	var held [4]int64
	for i, folders := range [][]string{{"0"}, {"0"}, {"0", "1"}, {"0", "1", "2", "3"}} { // the first merge makes what all use
		var args []string
		for _, f := range folders {
			args = append(args, filepath.Join(dir, f))
		}
		for k, part := range parts { // they go on with those of the round before
			shard(t, source.Shard{Index: k + 1, Of: len(parts)}, options(part, render.NDJSON), args...)
		}
		w := &weighing{}
		o := mergeOptions(t.TempDir())
		o.Observer = w
		before := fixtures.Heap()
		if _, err := Merge(t.Context(), parts, o); err != nil {
			t.Fatal(err)
		}
		held[i] = w.live - before
	}
	early, late := (held[2]-held[1])/n, (held[3]-held[2])/(2*n)
	t.Logf("a document takes %d bytes; of each %d are held, and %d of the last", one, early, late)
	if late > one/8 || late > 2*early {
		t.Errorf("%d bytes of a document are held, %d of the last, and it takes %d", early, late, one)
	}
}

// documentBytes is what a document takes in memory.
func documentBytes(t *testing.T) int64 {
	t.Helper()
	const some = 4
	var kept []*model.Document
	var before int64
	for i := range 1 + some { // the first makes what all use
		d, err := Reader{}.Read(t.Context(), source.BytesInput("a.docx", fixtures.Brief(i, 1)))
		if err != nil {
			t.Fatal(err)
		}
		if kept = append(kept, d); i == 0 {
			before = fixtures.Heap()
		}
	}
	taken := fixtures.Heap() - before
	runtime.KeepAlive(kept)
	return taken / some
}
