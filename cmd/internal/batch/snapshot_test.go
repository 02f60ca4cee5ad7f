package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"jxmb/cmd/internal/batch/source"
	"jxmb/fixtures"
	"jxmb/model"
)

// TestFileBeingWritten reads a file that two versions replace by turns, in
// place and in two steps: what is read is one of them, or a fault says so.
func TestFileBeingWritten(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.docx")
	versions := [][]byte{fixtures.Reference(), fixtures.Distinct(3, 1)}
	sums := map[string]bool{}
	for _, v := range versions {
		sum := sha256.Sum256(v)
		sums[hex.EncodeToString(sum[:])] = true
	}
	write(t, path, versions[0])
	stop, stopped := make(chan struct{}), make(chan struct{})
	defer func() { close(stop); <-stopped }()
	go func() {
		defer close(stopped)
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			case <-time.After(time.Duration(i%7*(1+i/30)) * 9 * time.Millisecond): // longer and longer, for machines that read slowly
			}
			v := versions[i%2]
			if f, err := os.Create(path); err == nil {
				_, _ = f.Write(v[:len(v)/2])
				time.Sleep(time.Millisecond)
				_, _ = f.Write(v[len(v)/2:])
				_ = f.Close()
			}
		}
	}()
	read, enough := 0, time.Now().Add(2*time.Minute) // a loaded machine may stop the writer in the middle again and again
	for tries := 0; read < 10; tries++ {
		d, err := Reader{}.Read(t.Context(), gather(t, "", path).Inputs[0])
		switch {
		case err != nil && time.Now().After(enough):
			t.Fatalf("read %d times of %d: %v", read, tries, err)
		case err != nil: // changed, or half of it for longer than a tick
		case !sums[d.Source.SHA256]:
			t.Fatal("what was read is no version of the file")
		default:
			read++
		}
	}
}

// TestChangedAfterReading: what is made of the bytes after the document was
// read, as annotating does, is held against the same version.
func TestChangedAfterReading(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.docx")
	write(t, path, fixtures.Reference())
	plan := gather(t, "", path)
	work := func(*source.Input, io.ReaderAt, int64, *model.Document) (int, error) {
		write(t, path, fixtures.Distinct(3, 1))
		return 1, nil
	}
	err := EachWith(t.Context(), Reader{}, plan, work, func(_ *source.Input, _ int, fault *model.Fault) error {
		if fault == nil || fault.Kind != "changed" {
			t.Errorf("the fault is %v", fault)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
