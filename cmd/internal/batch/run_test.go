package batch

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"jxmb/cmd/internal/batch/source"
	"jxmb/cmd/internal/fault"
	"jxmb/fixtures"
	"jxmb/fixtures/outside"
	"jxmb/model"
	"jxmb/render"
)

// silent is an observer that only counts.
type silent struct{ started, done int }

func (s *silent) Start(n int)                 { s.started = n }
func (s *silent) Done(*source.Input, Outcome) { s.done++ }

func write(t testing.TB, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

func gather(t testing.TB, out string, args ...string) *source.Plan {
	t.Helper()
	p, err := source.Gather(args, source.Sources{Out: out, Stdin: strings.NewReader("")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	return p
}

func options(out string, formats ...render.Format) Options {
	return Options{Out: out, Formats: formats, Program: "test", Fingerprint: "test", Observer: &silent{}}
}

// packed is a zip archive of the files, by name.
func packed(t testing.TB, files map[string][]byte, names ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for _, name := range names {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(files[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// mixed writes good and bad inputs of every kind.
func mixed(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	for i, d := range append(fixtures.Cases(), fixtures.Bad()...) {
		if i%6 != 0 {
			continue // a sixth keeps a hundred runs short
		}
		write(t, filepath.Join(dir, fmt.Sprintf("%d", i%5), filepath.Base(d.Path)), d.Data())
	}
	members := map[string][]byte{}
	var names []string
	for _, d := range fixtures.Cases()[:10] {
		members[d.Name+".docx"] = d.Data()
		names = append(names, d.Name+".docx")
	}
	inner := packed(t, members, names...)
	members["inner.zip"] = inner
	write(t, filepath.Join(dir, "outer.zip"), packed(t, members, append(names, "inner.zip")...))
	write(t, filepath.Join(dir, "broken.zip"), inner[:len(inner)/2])
	return dir
}

type reportFile struct {
	Inputs []struct {
		Name    string
		Outcome Status
		Outputs []string
		Note    *string
		Error   *struct{ Kind, What, Hint string }
	}
	Totals  Totals
	Outputs []string
}

func readReport(t *testing.T, out string) reportFile {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(out, "report.json"))
	if err != nil {
		t.Fatal(err)
	}
	var r reportFile
	if err := json.Unmarshal(b, &r); err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	return r
}

// noLeftovers holds that no file not yet whole is left in the output folder or
// in the folder for temporary files, and that no file is open.
func noLeftovers(t *testing.T, dirs ...string) {
	t.Helper()
	for _, dir := range dirs {
		err := filepath.WalkDir(dir, func(p string, e os.DirEntry, err error) error {
			if err == nil && !e.IsDir() && (strings.HasSuffix(p, ".part") || strings.HasPrefix(e.Name(), "jxmb-")) {
				t.Errorf("%s is left", p)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}

func openFiles(t *testing.T) int {
	t.Helper()
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Skip("no /proc/self/fd here")
	}
	return len(entries)
}

// TestCancelledAtAnyMoment runs 64 workers on good and bad input and cancels
// them at random moments: no goroutine, no temporary file and no open file is
// left, and what stands in the folder is whole. A last run completes it.
func TestCancelledAtAnyMoment(t *testing.T) {
	in, tmp := mixed(t), t.TempDir()
	t.Setenv("TMPDIR", tmp)
	formats := []render.Format{render.JSON, render.NDJSON}
	want := t.TempDir()
	began := time.Now()
	if _, err := Run(t.Context(), gather(t, want, in), options(want, formats...)); err != nil {
		t.Fatal(err)
	}
	takes := time.Since(began)
	times := 10
	if outside.Everything() {
		times = 100
	}
	files := openFiles(t)
	out := t.TempDir()
	for range times {
		if rand.IntN(4) == 0 {
			out = t.TempDir()
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(rand.Int64N(int64(takes))))
		p := gather(t, out, in)
		o := options(out, formats...)
		o.Jobs = 64
		totals, err := Run(ctx, p, o)
		cancel()
		if err != nil {
			t.Fatal(err)
		}
		if n := totals.Done + totals.Skipped + totals.Failed + totals.NotStarted; n != totals.Inputs {
			t.Fatalf("%d of %d inputs are accounted for", n, totals.Inputs)
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		noLeftovers(t, out, tmp)
	}
	if n := openFiles(t); n > files {
		t.Errorf("%d files are open, %d were before", n, files)
	}
	o := options(out, formats...)
	if _, err := Run(t.Context(), gather(t, out, in), o); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"all.ndjson", manifestName} {
		got, err1 := os.ReadFile(filepath.Join(out, name))
		wanted, err2 := os.ReadFile(filepath.Join(want, name))
		if err1 != nil || err2 != nil || !bytes.Equal(got, wanted) {
			t.Errorf("%s differs from that of an undisturbed run (%v, %v)", name, err1, err2)
		}
	}
}

// TestPanicIsOurFault holds that a panic costs one input and names its file.
func TestPanicIsOurFault(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	for _, name := range []string{"a", "b", "c"} {
		write(t, filepath.Join(in, name+".docx"), fixtures.Reference())
	}
	trap := render.Format{Name: "trap", Ext: ".trap", Write: func(ctx context.Context, w io.Writer, d *model.Document, _ render.Options) error {
		if d.Source.Name == "b.docx" {
			panic("trapped")
		}
		return render.JSON.Write(ctx, w, d, render.Options{})
	}}
	totals, err := Run(t.Context(), gather(t, out, in), options(out, trap))
	if err != nil {
		t.Fatal(err)
	}
	if totals.Done != 2 || totals.Failed != 1 {
		t.Errorf("totals %+v", totals)
	}
	b := readReport(t, out).Inputs[1]
	if b.Name != "b.docx" || b.Error == nil || b.Error.Kind != "bug" || !strings.Contains(b.Error.What, "trapped") {
		t.Errorf("report of b.docx: %+v", b)
	}
	noLeftovers(t, out)
}

// TestFullDisk lets the disk fill up in the midst of a run: what was finished
// is intact, nothing half-written stands, the error says what it was, and the
// next run goes on.
func TestFullDisk(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	for i := range 8 {
		write(t, filepath.Join(in, fmt.Sprintf("%02d.docx", i)), fixtures.Brief(i, 1))
	}
	o := options(out, render.JSON)
	o.Jobs = 1 // so that it is known which results come before
	var size atomic.Int64
	o.writeFile = func(f *os.File, p []byte) (int, error) {
		if size.Add(int64(len(p))) > 512<<10 {
			return 0, syscall.ENOSPC
		}
		return f.Write(p)
	}
	totals, err := Run(t.Context(), gather(t, out, in), o)
	if err == nil || fault.Explain(err).Kind != "disk_full" {
		t.Fatalf("error %v", err)
	}
	if totals.Done == 0 || totals.NotStarted == 0 || totals.Done+totals.Failed+totals.NotStarted != 8 {
		t.Errorf("totals %+v", totals)
	}
	noLeftovers(t, out)
	if _, err := os.Stat(filepath.Join(out, "all.ndjson")); err == nil {
		t.Error("all.ndjson of half the inputs stands in the folder")
	}
	again, err := Run(t.Context(), gather(t, out, in), options(out, render.JSON))
	if err != nil || again.Skipped < totals.Done || again.Done+again.Skipped != 8 {
		t.Errorf("next run: %+v, %v", again, err)
	}
}

func TestVanishedInput(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	write(t, filepath.Join(in, "a.docx"), fixtures.Reference())
	write(t, filepath.Join(in, "b.docx"), fixtures.Reference())
	write(t, filepath.Join(in, "z.zip"), packed(t, map[string][]byte{"c.docx": fixtures.Reference()}, "c.docx"))
	p := gather(t, out, in)
	for _, gone := range []string{"a.docx", "z.zip"} {
		if err := os.Remove(filepath.Join(in, gone)); err != nil {
			t.Fatal(err)
		}
	}
	totals, err := Run(t.Context(), p, options(out, render.JSON))
	if err != nil || totals.Done != 1 || totals.Failed != 2 {
		t.Errorf("%+v, %v", totals, err)
	}
	if e := readReport(t, out).Inputs[0].Error; e == nil || e.Kind != "missing" {
		t.Errorf("a.docx: %+v", e)
	}
}

// TestManyCopies converts so many copies of one file that all workers have many.
func TestManyCopies(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	const manyCopies = 100
	data := fixtures.Cases()[0].Data()
	for i := range manyCopies {
		write(t, filepath.Join(in, fmt.Sprintf("%04d.docx", i)), data)
	}
	totals, err := Run(t.Context(), gather(t, out, in), options(out, render.NDJSON))
	if err != nil || totals.Done != manyCopies {
		t.Errorf("%+v, %v", totals, err)
	}
}
