package batch

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jxmb/cmd/internal/batch/folder"
	"jxmb/cmd/internal/fault"
	"jxmb/fixtures"
	"jxmb/model"
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

// TestManifestBounded: what no run over so few inputs leaves is refused by name,
// before it is read.
func TestManifestBounded(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	write(t, filepath.Join(in, "a.docx"), fixtures.Brief(0, 1))
	name := filepath.Join(out, manifestName)
	write(t, name, bytes.Repeat([]byte("{}\n"), maxEntries))
	if _, err := Run(t.Context(), gather(t, out, in), options(out, render.JSON)); err != nil {
		t.Errorf("at the limit: %v", err)
	}
	write(t, name, bytes.Repeat([]byte("{}\n"), maxEntries+entriesOf+1))
	_, lines := Run(t.Context(), gather(t, out, in), options(out, render.JSON))
	write(t, name, bytes.Repeat([]byte(`{"stem":"b","outputs":[`+strings.Repeat(`{"name":"b","crc32":"0"},`, maxOutputs-1)+`{"name":"c","crc32":"0"}]}`+"\n"), maxStated*maxEntries/maxOutputs+2))
	_, outputs := Run(t.Context(), gather(t, out, in), options(out, render.JSON))
	if err := os.Truncate(name, maxBytes+bytesOf+1); err != nil {
		t.Fatal(err)
	}
	_, size := Run(t.Context(), gather(t, out, in), options(out, render.JSON))
	for _, err := range []error{lines, outputs, size} {
		if f := fault.Explain(err); err == nil || f.Kind != model.FaultLimit {
			t.Errorf("%v", err)
		}
	}
}

// TestNoEntries: lines that no run writes are dropped, above all lists that would
// take more memory than the manifest.
func TestNoEntries(t *testing.T) {
	const output = `{"name":"a.json","crc32":"00000000","bytes":1},`
	for line, want := range map[string]bool{
		`{"stem":"a","outputs":[` + strings.Repeat(output, maxOutputs-1) + output[:len(output)-1] + "]}\n": true,
		`{"stem":"a","outputs":[` + strings.Repeat(output, maxOutputs) + output[:len(output)-1] + "]}\n":   false,
		`{"stem":"a","outputs":[{"name":"a.json","bytes":1}]}` + "\n":                                      false,
		`{"stem":"a","old":[{"crc32":"00000000","bytes":1}]}` + "\n":                                       false,
		`{"stem":"","cross_ignored":[` + strings.Repeat("1,", 1000) + "1]}\n":                              false,
		`{"stem":"","cross_ignored":[` + strings.Repeat(`{"file":"a.docx"},`, 1000) + "1]}\n":              true,
	} {
		if _, ok := readEntry([]byte(line)); ok != want {
			t.Errorf("%.60s… is an entry: %v", line, ok)
		}
	}
}
