package batch

import (
	"bytes"
	"path/filepath"
	"slices"
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
		if err != nil {
			t.Fatal(err)
		}
		defer found.Close()
		var told []int
		for _, name := range []string{"-", "z.zip!/a.docx", "z.zip!/i.zip!/b.docx", "other"} {
			told = append(told, len(found.Of(name)))
		}
		if !slices.Equal(told, []int{0, 2, 2, 0}) || found.Err() != nil {
			t.Fatalf("%d findings, %v", told, found.Err())
		}
	}
}
