package across

import (
	"fmt"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/model"
	"jxmb/model/check"
)

// TestFactsHoldNoText: readers keep the text of a document in few large strings, of
// which names are parts, so that a part that is kept would keep all of it.
func TestFactsHoldNoText(t *testing.T) {
	const documents, text = 40, 1 << 20
	b := NewBatch(check.Config{})
	before := fixtures.Heap()
	for range documents {
		all := strings.Repeat(" 2023X 某县林业局 护路联防经费 55.00", text/40)
		part := func(from, n int) string { return all[from : from+n] }
		d := check.Sample()
		for i := range d.Projects {
			p := &d.Projects[i]
			p.Code, p.Name, p.Title = part(1, 5), part(23, 18), part(23, 18)
			p.Unit = model.Unit{Code: part(1, 4), Name: part(7, 15)}
			if p.Budget.Total != nil {
				p.Budget.Total.Text = part(42, 5)
			}
		}
		b.Add("a.docx", d)
	}
	if held := fixtures.Heap() - before; held > documents*text/4 {
		t.Errorf("facts of %d documents of %d MiB hold %d MiB", documents, text>>20, held>>20)
	}
	runtime.KeepAlive(b)
}

// TestBatchHoldsLittle: of the projects of a large season a few words each stay in
// memory, the rest lies on the disk.
func TestBatchHoldsLittle(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	const projects, room = 8000, 3 << 20
	before := fixtures.Heap()
	b := seasonOf(projects)
	defer b.Close()
	if held := fixtures.Heap() - before - room; held > projects*100 {
		t.Errorf("%d projects hold %d bytes each", projects, held/projects)
	}
	if all := b.facts.size() + b.rows.size(); all < 2*room {
		t.Errorf("%d bytes of facts show nothing", all)
	}
	runtime.KeepAlive(b)
}

// TestFindingsHoldLittle: what a season tells that was sent in many times is put into
// words as it is asked for, since words of a finding for each project would be the most
// of what a batch holds.
func TestFindingsHoldLittle(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	const files = 3000
	b := NewBatch(check.Config{})
	defer b.Close()
	for i := range files {
		b.Add(fmt.Sprintf("%05d.docx", i), check.Sample())
	}
	before := fixtures.Heap()
	found, err := b.Findings()
	if err != nil {
		t.Fatal(err)
	}
	held := fixtures.Heap() - before
	told := 0
	for f := range found.All() {
		told++
		if one := slices.Collect(found.Of(f.File)); told%1000 == 0 && (len(one) != 1 || !reflect.DeepEqual(one[0], f)) {
			t.Errorf("%s tells %v, want %v", f.File, one, f)
		}
	}
	if told != files-1 || held > 100*files || found.Err() != nil {
		t.Errorf("%d findings hold %d bytes each, %v", told, held/files, found.Err())
	}
}
