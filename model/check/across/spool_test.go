package across

import (
	"bytes"
	"io"
	"path/filepath"
	"reflect"
	"testing"

	"jxmb/model/check"
)

// TestSpool: what was appended is read again at any place, across the end of what
// lies on the disk too, and with no disk to be had.
func TestSpool(t *testing.T) {
	for _, disk := range []bool{true, false} {
		t.Setenv("TMPDIR", t.TempDir())
		if !disk {
			t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "none"))
		}
		var s spool
		defer s.close()
		var all []byte
		piece := make([]byte, 99991)
		for n := range 3 * spoolMemory / len(piece) {
			for i := range piece {
				piece[i] = byte(i*7 + n)
			}
			if at := s.append(piece); at != int64(len(all)) {
				t.Fatalf("piece %d is at %d, want %d", n, at, len(all))
			}
			all = append(all, piece...)
		}
		if (s.spilled > 0) != disk || disk && len(s.recent) > spoolMemory+len(piece) {
			t.Errorf("disk %v: %d bytes lie there, %d in memory", disk, s.spilled, len(s.recent))
		}
		for _, at := range []int64{0, s.spilled - 5, s.spilled, s.size() - 10} {
			got := make([]byte, 10)
			if n, err := s.ReadAt(got, max(at, 0)); n != 10 || err != nil || !bytes.Equal(got, all[max(at, 0):][:10]) {
				t.Errorf("disk %v: %d bytes at %d: %x, %v", disk, n, at, got, err)
			}
		}
		if n, err := s.ReadAt(make([]byte, 10), s.size()-3); n != 3 || err != io.EOF {
			t.Errorf("at the end: %d bytes, %v", n, err)
		}
	}
}

// TestBatchOnDisk: a batch that is larger than its memory tells what one tells that
// has no disk, and one whose file was lost tells of that.
func TestBatchOnDisk(t *testing.T) {
	docs := season(700)
	added := func(disk string) *Batch {
		t.Setenv("TMPDIR", disk)
		b := NewBatch(check.Config{})
		for file, d := range docs {
			b.Add(file, d)
		}
		return b
	}
	onDisk := added(t.TempDir())
	defer onDisk.Close()
	inMemory := added(filepath.Join(t.TempDir(), "none"))
	if onDisk.facts.spilled == 0 || inMemory.facts.spilled > 0 {
		t.Fatalf("%d and %d bytes on the disk", onDisk.facts.spilled, inMemory.facts.spilled)
	}
	want := told(t, inMemory)
	if len(want) == 0 || !reflect.DeepEqual(told(t, onDisk), want) {
		t.Error("what lies on the disk tells something else")
	}
	if err := onDisk.facts.file.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := onDisk.Findings(); err == nil {
		t.Error("facts that cannot be read are passed over")
	}
}

// TestTorn: a fact that was cut off is refused, wherever the cut is.
func TestTorn(t *testing.T) {
	t.Parallel()
	whole := FactsOf("a.docx", check.Sample(), check.Config{})[0].append(nil)
	var f Fact
	for n := range whole {
		if f.UnmarshalBinary(whole[:n]) == nil {
			t.Errorf("%d of %d bytes are taken for a fact", n, len(whole))
		}
	}
	if err := f.UnmarshalBinary(append(whole, 0)); err == nil {
		t.Error("a byte too many is taken for a fact")
	}
}
