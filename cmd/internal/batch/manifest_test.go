package batch

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"jxmb/cmd/internal/batch/folder"
	"jxmb/cmd/internal/fault"
	"jxmb/fixtures"
	"jxmb/render"
)

// TestTornManifest holds that whatever a killed run left in the manifest costs
// at most doing an input again.
func TestTornManifest(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	write(t, filepath.Join(in, "a.docx"), fixtures.Brief(0, 1))
	write(t, filepath.Join(in, "b.docx"), fixtures.Brief(1, 1))
	run := func() Totals {
		totals, err := Run(t.Context(), gather(t, out, in), options(out, render.JSON))
		if err != nil {
			t.Fatal(err)
		}
		return totals
	}
	run()
	name := filepath.Join(out, manifestName)
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for cut := range whole {
		if cut%97 != 0 && cut != len(whole)-1 {
			continue
		}
		write(t, name, whole[:cut])
		if got := run(); got.Failed != 0 || got.Done+got.Skipped != 2 {
			t.Fatalf("cut at %d: %+v", cut, got)
		}
		if got, err := os.ReadFile(name); err != nil || !bytes.Equal(got, whole) {
			t.Fatalf("cut at %d: the manifest did not become what it was", cut)
		}
	}
	write(t, name, []byte("null\n{\"stem\":\"a\"}\n[1]\n\x00\xff\n"))
	if got := run(); got.Done != 2 {
		t.Errorf("garbage: %+v", got)
	}
}

func TestTwoRunsAtOnce(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	write(t, filepath.Join(in, "a.docx"), fixtures.Reference())
	p := gather(t, out, in)
	first, err := folder.OpenRun(out, p.Files)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Run(t.Context(), p, options(out, render.JSON)); err == nil || fault.Explain(err).Kind != "busy" {
		t.Errorf("second run: %v", err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Run(t.Context(), p, options(out, render.JSON)); err != nil {
		t.Errorf("after the first: %v", err)
	}
}
