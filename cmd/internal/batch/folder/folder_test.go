package folder

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestIntact: a result is what was written until a byte of it changes, also by the
// sum that manifests of earlier versions have of it.
func TestIntact(t *testing.T) {
	dir := t.TempDir()
	f, err := Open(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	text := strings.Repeat("绩效", 40<<10) // more than a buffer
	out, err := f.Write("a.json", func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	earlier := Output{Name: out.Name, Bytes: out.Bytes, SHA256: "02357a371a574ad2ae6ecf7d54cac7130415057f03c230087a0f2a5a77da0666"}
	if out.CRC32 != "96a5ee6f" || !f.Intact(out) || !f.Intact(earlier) {
		t.Errorf("%+v is not what was written", out)
	}
	for name, content := range map[string]string{
		"a byte": "X" + text[1:],
		"longer": text + "X",
	} {
		if err := os.WriteFile(filepath.Join(dir, out.Name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		if f.Intact(out) || f.Intact(earlier) {
			t.Errorf("%s changed, and it counts as what was written", name)
		}
	}
}

// TestAhead: a long file is whole though parts of it were made durable while others
// were written, and what the disk refused meanwhile is not forgotten.
func TestAhead(t *testing.T) {
	f, err := Open(t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	piece := []byte(strings.Repeat("x", 1<<20))
	out, err := f.Write("all.ndjson", func(w io.Writer) error {
		for range 3 * stretch / len(piece) {
			if _, err := w.Write(piece); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil || out.Bytes != 3*stretch || !f.Intact(out) {
		t.Errorf("%+v, %v", out, err)
	}
	failing, err := os.Create(filepath.Join(t.TempDir(), "a"))
	if err != nil {
		t.Fatal(err)
	}
	_ = failing.Close()
	var a ahead
	a.goOn(failing, stretch-1)
	if err := a.wait(); err != nil {
		t.Errorf("too little was made durable: %v", err)
	}
	a.goOn(failing, stretch)
	first := a.wait()
	a.goOn(failing, 2*stretch)
	if err := a.wait(); first == nil || err != first {
		t.Errorf("%v, then %v", first, err)
	}
}
