package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"jxmb/cmd/internal/fault"
	"jxmb/fixtures/storage"
)

func TestMain(m *testing.M) {
	flag.Parse()
	beam.Init()
	if of := os.Getenv(victimEnv); of != "" {
		os.Exit(victim(of))
	}
	os.Exit(m.Run())
}

// optionsFor are the options of a run over the inputs into a new folder.
func optionsFor(t *testing.T, inputs ...string) Options {
	t.Helper()
	f := flags{inputs: inputs, output: filepath.Join(t.TempDir(), "out"), lang: language{"zh"}}
	o, err := f.options(nil)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// TestEqual: a thousand inputs, or fewer, give the lines, rows, findings and figures
// that one machine gives. JXMB_BEAM_DOCUMENTS sets how many.
func TestEqual(t *testing.T) {
	n := 40
	if more, err := strconv.Atoi(os.Getenv("JXMB_BEAM_DOCUMENTS")); err == nil {
		n = more
	}
	dir := corpus(t, n)
	o := optionsFor(t, dir)
	if err := execute(t.Context(), "prism", o); err != nil {
		t.Fatal(err)
	}
	want, got := one(t, dir), parted(t, o.Output)
	compare(t, got, want)
	for _, enough := range []string{`"type":"document"`, `"type":"failure"`, `"type":"finding"`, `"code":"I006"`, `"code":"B008"`, `"code":"I007"`, `"code":"C009"`} {
		if want.count(enough) == 0 {
			t.Errorf("no line has %s to compare", enough)
		}
	}
	t.Logf("%d inputs: %d lines, %d of failures, %d of findings between documents; %d project rows, %d indicators, %d findings", n, len(got.lines),
		got.count(`"type":"failure"`), got.count(`"type":"finding"`), len(got.tables["projects"]), len(got.tables["indicators"]), len(got.tables["findings"]))
}

// TestBucket: storage gives what it gives on one machine, and nothing where nothing
// is there.
func TestBucket(t *testing.T) {
	s := storage.Start(t)
	dir := corpus(t, 10)
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		s.Put("2022"+filepath.ToSlash(strings.TrimPrefix(path, dir)), data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	o := optionsFor(t, "s3://season/2022/")
	if err := execute(t.Context(), "prism", o); err != nil {
		t.Fatal(err)
	}
	compare(t, parted(t, o.Output), one(t, "s3://season/2022/"))

	o = optionsFor(t, "s3://season/2022/", "s3://season/2023/*.docx")
	if err := execute(t.Context(), "prism", o); err == nil || !strings.Contains(err.Error(), "s3://season/2023/*.docx") {
		t.Errorf("a pattern without a match: %v", err)
	}
	if _, err := readTotals(o.Output); err == nil {
		t.Error("a run that failed has results")
	}
}

// TestRefused: what would be passed over without a word is refused by name.
func TestRefused(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.docx"), nil)
	write(t, filepath.Join(dir, "full", "summary.json"), nil)
	for _, c := range []struct {
		name string
		edit func(*flags)
		want string
	}{
		{"a pattern without a match", func(f *flags) { f.inputs = append(f.inputs, filepath.Join(dir, "*.doc")) }, "*.doc"},
		{"**", func(f *flags) { f.inputs = list{filepath.Join(dir, "**", "*.docx")} }, "** is no pattern"},
		{"** in a bucket", func(f *flags) { f.inputs = list{"s3://season/**/*.docx"} }, "** is no pattern"},
		{"no input", func(f *flags) { f.inputs = nil }, "no --input"},
		{"no output", func(f *flags) { f.output = "" }, "no --output"},
		{"results of another run", func(f *flags) { f.output = filepath.Join(dir, "full") }, "--force"},
		{"no rule", func(f *flags) { f.disable = list{"X9"} }, "X9"},
		{"no severity", func(f *flags) { f.minSeverity = "bad" }, "--min-severity"},
	} {
		f := flags{inputs: list{filepath.Join(dir, "*.docx")}, output: filepath.Join(dir, "out"), lang: language{"en"}}
		if _, err := f.options(nil); err != nil {
			t.Fatal(err)
		}
		c.edit(&f)
		_, err := f.options(nil)
		if err == nil || !strings.Contains(words(err), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	empty := Options{Inputs: []string{filepath.Join(dir, "full")}, Output: filepath.Join(dir, "out")}
	if _, err := empty.plan(); err == nil {
		t.Error("a folder without submissions is taken")
	}
}

// words are all texts of the faults that were joined.
func words(err error) string {
	var all []string
	for _, e := range each(err) {
		fault := fault.Explain(e)
		all = append(all, fault.Place.EN, fault.What.EN, fault.Hint.EN, fmt.Sprint(e))
	}
	return strings.Join(all, "\n")
}

// TestForce replaces the results of an earlier run, and nothing else.
func TestForce(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"documents-00000-of-00001.ndjson", "findings-00000-of-00001.parquet", "summary.json", partsPrefix + "1/x", "notes.ndjson"} {
		write(t, filepath.Join(dir, name), nil)
	}
	f := flags{force: true}
	if err := f.prepare(dir); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 || entries[0].Name() != "notes.ndjson" {
		t.Errorf("%v %v", err, entries)
	}
}
