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
