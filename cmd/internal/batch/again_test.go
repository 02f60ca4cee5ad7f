package batch

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"jxmb/cmd/internal/batch/source"
	"jxmb/fixtures"
	"jxmb/model"
	"jxmb/render"
	"jxmb/render/xlsx"
)

// TestStandardInputBesideFiles holds that looking whether anything changed
// does not use up a stream, in a first run and in a second.
func TestStandardInputBesideFiles(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	write(t, filepath.Join(in, "a.docx"), fixtures.Reference())
	for _, want := range []Totals{{Done: 2}, {Skipped: 2}} {
		p, err := source.Gather([]string{"-", in}, source.Sources{Out: out, Stdin: strings.NewReader(string(fixtures.Brief(1, 1)))})
		if err != nil {
			t.Fatal(err)
		}
		got, err := Run(t.Context(), p, options(out, render.JSON))
		if err != nil || got.Done != want.Done || got.Skipped != want.Skipped {
			t.Errorf("%+v, %v, not %+v\n%+v", got, err, want, readReport(t, out).Inputs[0].Error)
		}
	}
}

// TestNothingChangedWithFailures holds that inputs that fail now as then do not
// make a second run write anything but its report.
func TestNothingChangedWithFailures(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	write(t, filepath.Join(in, "a.docx"), fixtures.Reference())
	write(t, filepath.Join(in, "b.docx"), []byte("no document"))
	write(t, filepath.Join(in, "c.zip"), []byte("no archive"))
	run := func(want Totals) os.FileInfo {
		t.Helper()
		got, err := Run(t.Context(), gather(t, out, in), options(out, render.JSON))
		if err != nil || got.Done != want.Done || got.Skipped != want.Skipped || got.Failed != want.Failed {
			t.Fatalf("%+v, %v, not %+v", got, err, want)
		}
		info, err := os.Stat(filepath.Join(out, "all.ndjson"))
		if err != nil {
			t.Fatal(err)
		}
		return info
	}
	first := run(Totals{Done: 1, Failed: 2})
	if !os.SameFile(first, run(Totals{Skipped: 1, Failed: 2})) {
		t.Error("all.ndjson was written again")
	}
	if e := readReport(t, out).Inputs[2].Error; e == nil || e.Kind != "corrupt" {
		t.Errorf("c.zip: %+v", e)
	}
	write(t, filepath.Join(in, "b.docx"), fixtures.Brief(1, 1))
	if os.SameFile(first, run(Totals{Done: 1, Skipped: 1, Failed: 1})) {
		t.Error("all.ndjson lacks the file that was mended")
	}
}

// TestSummaryListsFailures holds that a file that could not be read stands in
// the summary all the same.
func TestSummaryListsFailures(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	write(t, filepath.Join(in, "good.docx"), fixtures.Reference())
	write(t, filepath.Join(in, "bad.docx"), []byte("no document"))
	o := options(out, xlsx.Format)
	o.SummaryOnly = true
	if _, err := Run(t.Context(), gather(t, out, in), o); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenFile(filepath.Join(out, "summary.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows("文件")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"good.docx", "bad.docx"} {
		if !slices.ContainsFunc(rows, func(row []string) bool { return slices.Contains(row, name) }) {
			t.Errorf("%s is not listed: %q", name, rows)
		}
	}
}

// TestJobs holds that no more documents than jobs are rendered at a time,
// though more may wait for the disk.
func TestJobs(t *testing.T) {
	in := t.TempDir()
	for i := range 12 {
		write(t, filepath.Join(in, string(rune('a'+i))+".docx"), fixtures.Reference())
	}
	for jobs := 1; jobs <= 3; jobs++ {
		var rendering atomic.Int64
		slow := render.Format{Name: "slow", Ext: ".slow", Write: func(context.Context, io.Writer, *model.Document, render.Options) error {
			if n := rendering.Add(1); n > int64(jobs) {
				t.Errorf("%d documents at a time, not %d", n, jobs)
			}
			time.Sleep(3 * time.Millisecond)
			rendering.Add(-1)
			return nil
		}}
		out := t.TempDir()
		o := options(out, slow)
		o.Jobs = jobs
		if totals, err := Run(t.Context(), gather(t, out, in), o); err != nil || totals.Done != 12 {
			t.Errorf("%+v, %v", totals, err)
		}
	}
}

// TestFindingsBetweenStayKnown: a run that changes nothing tells what the one before
// found between documents, and where that was lost or changed it is found again.
func TestFindingsBetweenStayKnown(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	write(t, filepath.Join(in, "a.docx"), fixtures.Brief(1, 1))
	write(t, filepath.Join(in, "b.docx"), fixtures.Brief(1, 1))
	findings := func() string {
		if _, err := Run(t.Context(), gather(t, out, in), options(out, render.JSON)); err != nil {
			t.Fatal(err)
		}
		var report struct{ Findings json.RawMessage }
		b, err := os.ReadFile(filepath.Join(out, "report.json"))
		if err == nil {
			err = json.Unmarshal(b, &report)
		}
		if err != nil {
			t.Fatal(err)
		}
		return string(report.Findings)
	}
	want := findings()
	if !strings.Contains(want, `"code":"I006"`) {
		t.Fatalf("findings %s", want)
	}
	name := filepath.Join(out, betweenName)
	for what, spoil := range map[string]func(){
		"nothing": func() {},
		"lost":    func() { _ = os.Remove(name) },
		"changed": func() { write(t, name, []byte("[]")) },
	} {
		if spoil(); findings() != want {
			t.Errorf("%s: the report has other findings", what)
		}
	}
}
