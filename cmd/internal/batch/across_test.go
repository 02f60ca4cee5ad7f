package batch

import (
	"bytes"
	"path/filepath"
	"testing"

	"jxmb/fixtures"
)

// TestAcross holds that a plan is whole again after it was read: archives in
// archives are closed and open once more, what they unpacked is charged once, and
// standard input is kept.
func TestAcross(t *testing.T) {
	in := t.TempDir()
	twice := fixtures.Distinct(1, 1)
	inner := packed(t, map[string][]byte{"b.docx": twice}, "b.docx")
	write(t, filepath.Join(in, "z.zip"), packed(t, map[string][]byte{"a.docx": twice, "i.zip": inner}, "a.docx", "i.zip"))
	p, err := Gather([]string{filepath.Join(in, "z.zip"), "-"}, Sources{Stdin: bytes.NewReader(twice)})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	spent := int64(0)
	for range 2 {
		found, err := Reader{}.Across(t.Context(), p)
		if err != nil || len(found["z.zip!/i.zip!/b.docx"]) != 13 || len(found["z.zip!/a.docx"]) != 13 || len(found["-"]) != 0 {
			t.Fatalf("%d %d %d findings, %v", len(found["-"]), len(found["z.zip!/a.docx"]), len(found["z.zip!/i.zip!/b.docx"]), err)
		}
		for _, a := range p.archives {
			if a.content != nil || a.pending != a.members {
				t.Errorf("an archive is open: %t, %d of %d members to come", a.content != nil, a.pending, a.members)
			}
		}
		if now := p.archives[0].budget.spent; spent == 0 {
			spent = now
		} else if now != spent || spent < 2*int64(len(twice)) {
			t.Errorf("%d bytes are charged, %d at first; the documents have %d each", now, spent, len(twice))
		}
	}
}
