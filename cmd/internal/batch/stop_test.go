package batch

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"jxmb/cmd/internal/batch/source"
	"jxmb/cmd/internal/fault"
	"jxmb/fixtures"
	"jxmb/model"
	"jxmb/render"
)

// TestStoppedInTheMiddle stops a run while a document is being written: its
// result does not appear, it counts as not begun, and the next run makes it.
func TestStoppedInTheMiddle(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	write(t, filepath.Join(in, "a.docx"), fixtures.Reference())
	write(t, filepath.Join(in, "b.docx"), fixtures.Brief(1, 1))
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	half := render.Format{Name: "half", Ext: ".half", Write: func(ctx context.Context, w io.Writer, d *model.Document, _ render.Options) error {
		if d.Source.Name == "b.docx" {
			_, _ = w.Write([]byte("half"))
			cancel()
		}
		return ctx.Err()
	}}
	o := options(out, half)
	o.Jobs = 1
	totals, err := Run(ctx, gather(t, out, in), o)
	if err != nil || !totals.Interrupted || totals.Done+totals.NotStarted != 2 || totals.NotStarted == 0 {
		t.Errorf("%+v, %v", totals, err)
	}
	if _, err := os.Stat(filepath.Join(out, "b.half")); err == nil {
		t.Error("b.half appeared")
	}
	noLeftovers(t, out)
	totals, err = Run(t.Context(), gather(t, out, in), o)
	if err != nil || totals.Failed != 0 || totals.Done+totals.Skipped != 2 {
		t.Errorf("%+v, %v", totals, err)
	}
}

// TestReadStopped: reading one document ends with the context too.
func TestReadStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Reader{}.Read(ctx, source.BytesInput("a.docx", fixtures.Reference()))
	if err == nil || fault.Explain(err).Kind != model.FaultKind("interrupted") {
		t.Errorf("%v", err)
	}
}

// TestBytesInput reads what stands in memory like a file of that name.
func TestBytesInput(t *testing.T) {
	d, err := Reader{}.Read(t.Context(), source.BytesInput("报送/遵化.docx", fixtures.Reference()))
	if err != nil || d.Source.Name != "遵化.docx" || len(d.Projects) != 13 {
		t.Fatalf("%v", err)
	}
	if _, err := (Reader{}).Read(t.Context(), source.BytesInput("空.docx", nil)); err == nil || fault.Explain(err).Kind != model.FaultEmpty {
		t.Errorf("%v", err)
	}
}
