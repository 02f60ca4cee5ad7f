package batch

import (
	"bytes"
	"path/filepath"
	"testing"

	"jxmb/cmd/internal/batch/source"
	"jxmb/fixtures"
)

// TestAcross holds that a plan is whole again after it was read: archives in
// archives are open once more, and standard input is kept.
func TestAcross(t *testing.T) {
	in := t.TempDir()
	twice := fixtures.Brief(1, 1)
	inner := packed(t, map[string][]byte{"b.docx": twice}, "b.docx")
	write(t, filepath.Join(in, "z.zip"), packed(t, map[string][]byte{"a.docx": twice, "i.zip": inner}, "a.docx", "i.zip"))
	p, err := source.Gather([]string{filepath.Join(in, "z.zip"), "-"}, source.Sources{Stdin: bytes.NewReader(twice)})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	for range 2 {
		found, err := Reader{}.Across(t.Context(), p)
		if err != nil || len(found["z.zip!/i.zip!/b.docx"]) != 2 || len(found["z.zip!/a.docx"]) != 2 || len(found["-"]) != 0 {
			t.Fatalf("%d %d %d findings, %v", len(found["-"]), len(found["z.zip!/a.docx"]), len(found["z.zip!/i.zip!/b.docx"]), err)
		}
	}
}
