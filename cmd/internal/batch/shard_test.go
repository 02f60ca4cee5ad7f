package batch

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"jxmb/cmd/internal/batch/folder"
	"jxmb/cmd/internal/batch/source"
	"jxmb/fixtures"
	"jxmb/fixtures/outside"
	"jxmb/model"
	"jxmb/render"
	"jxmb/render/csv"
	"jxmb/render/parquet"
)

var tookSeconds = regexp.MustCompile(`"seconds":[0-9.e-]+`)

// tree is every file below dir, its state too, without locks, marks of shards and clocks.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || e.Name() == "lock" {
			return err
		}
		b, err := os.ReadFile(p)
		name, _ := filepath.Rel(dir, p)
		files[filepath.ToSlash(name)] = tookSeconds.ReplaceAllString(string(b), `"seconds":0`)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func sameTree(t testing.TB, got, want map[string]string) {
	t.Helper()
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s differs: %d bytes, want %d", name, len(got[name]), len(want[name]))
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is too many", name)
		}
	}
}

// everyFormat is those of text where tests are to be short: how the others are
// drawn is slow under the race detector, and no other work of a batch. PDF, the
// slowest, is taken where everything is asked for.
func everyFormat() (formats []render.Format) {
	for _, name := range render.Names() {
		if f, _ := render.Lookup(name); f.Text || !testing.Short() && (name != "pdf" || outside.Everything()) {
			formats = append(formats, f)
		}
	}
	return formats
}

// season writes documents that repeat, contradict and copy each other, and one that cannot
// be read; of the many layouts three, where not everything is asked for.
func season(t testing.TB) string {
	dir := t.TempDir()
	for i := range 4 {
		write(t, filepath.Join(dir, fmt.Sprint(i%2), fmt.Sprintf("%d.docx", i)), fixtures.Brief(i, 1))
	}
	cases := fixtures.Cases()
	step := 15
	if !outside.Everything() {
		step = (len(cases) + 2) / 3
	}
	for i, d := range cases {
		if i%step == 0 {
			write(t, filepath.Join(dir, "cases", d.Name+".docx"), d.Data())
		}
	}
	write(t, filepath.Join(dir, "again", "1.docx"), fixtures.Brief(1, 1))
	write(t, filepath.Join(dir, "again", "bad.docx"), []byte("PK\x03\x04 cut"))
	write(t, filepath.Join(dir, "again", "scan.pdf"), []byte("%PDF"))
	return dir
}

// shards runs every part of n and gives the folders.
func shards(t testing.TB, n int, o Options, args ...string) (dirs []string) {
	t.Helper()
	for i := range n {
		o.Out = filepath.Join(t.TempDir(), "part")
		dirs = append(dirs, o.Out)
		shard(t, source.Shard{Index: i + 1, Of: n}, o, args...)
	}
	return dirs
}

func shard(t testing.TB, s source.Shard, o Options, args ...string) Totals {
	t.Helper()
	p, err := source.Gather(args, source.Sources{Out: o.Out, Shard: s})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	totals, err := Run(t.Context(), p, o)
	if err != nil {
		t.Fatal(err)
	}
	return totals
}

func mergeOptions(out string) MergeOptions {
	return MergeOptions{Out: out, Program: "test", Observer: &silent{}}
}

// zipped is an archive of all files below dir.
func zipped(t testing.TB, dir string) string {
	members := map[string][]byte{}
	for name, content := range tree(t, dir) {
		members[name] = []byte(content)
	}
	var names []string
	for name := range members {
		names = append(names, name)
	}
	slices.Sort(names)
	archive := filepath.Join(t.TempDir(), "season.zip")
	write(t, archive, packed(t, members, names...))
	return archive
}

// TestMergedShardsAreOneRun holds the two together byte for byte, in every format, for
// folders and archives, with findings between documents.
func TestMergedShardsAreOneRun(t *testing.T) {
	t.Parallel()
	dir, named := season(t), season(t)
	if os.WriteFile(filepath.Join(named, "\xb1\xa8\xcb\xcd.docx"), fixtures.Brief(2, 1), 0o666) != nil {
		t.Log("the file system takes UTF-8 names alone")
	}
	for name, c := range map[string]struct {
		input string
		n     int
		set   func(*Options)
	}{
		"folder":          {named, 3, func(*Options) {}},
		"archive":         {zipped(t, dir), 3, func(o *Options) { o.Formats = []render.Format{render.NDJSON, csv.Format, parquet.Format} }},
		"more than files": {dir, 16, func(o *Options) { o.Formats = everyFormat()[:1] }},
		"settings": {dir, 2, func(o *Options) {
			o.MinSeverity, o.Render = model.Warning, render.Options{Lang: model.English, NoOrigin: true, Compact: true}
			o.Check.Disabled = map[string]bool{"I006": true}
			o.Formats = []render.Format{render.JSON, render.NDJSON, csv.Format} // the folder is written in all
		}},
		"summary only": {dir, 2, func(o *Options) { o.SummaryOnly = true }},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := options(t.TempDir(), everyFormat()...)
			c.set(&o)
			one := shard(t, source.Shard{}, o, c.input)
			out := filepath.Join(t.TempDir(), "out")
			merged, err := Merge(t.Context(), shards(t, c.n, o, c.input), mergeOptions(out))
			if err != nil {
				t.Fatal(err)
			}
			want := tree(t, o.Out)
			if !strings.Contains(want["report.json"], `"code":"B008"`) && !strings.Contains(want["report.json"], `"code":"I007"`) {
				t.Error("the documents have no findings between them")
			}
			sameTree(t, tree(t, out), want)
			if fmt.Sprint(merged) != fmt.Sprint(one) {
				t.Errorf("totals\n%v\nwant\n%v", merged, one)
			}
		})
	}
}

// TestShardsDealOutNames: each input is in one shard, and in the same one whatever holds it
// and whatever else there is.
func TestShardsDealOutNames(t *testing.T) {
	t.Parallel()
	dir := season(t)
	fewer := t.TempDir()
	write(t, filepath.Join(fewer, "1", "3.docx"), fixtures.Brief(3, 1))
	where := map[string]int{}
	total := 0
	for i := range 3 {
		for _, input := range []string{dir, zipped(t, dir), fewer} {
			p, err := source.Gather([]string{input}, source.Sources{Shard: source.Shard{Index: i + 1, Of: 3}})
			if err != nil {
				t.Fatal(err)
			}
			for _, in := range p.Inputs {
				total++
				if before, met := where[in.Stem]; met && before != i {
					t.Errorf("%s is in shards %d and %d", in.Stem, before+1, i+1)
				}
				where[in.Stem] = i
			}
			if err := p.Close(); err != nil {
				t.Error(err)
			}
		}
	}
	if total != 2*len(where)+1 {
		t.Errorf("%d inputs of %d names", total, len(where))
	}
}

// TestShardAfterWhole: a shard in the folder of a whole run tells of the results that are
// not its own, and not of what that run kept for itself.
func TestShardAfterWhole(t *testing.T) {
	t.Parallel()
	dir := season(t)
	o := options(t.TempDir(), render.JSON)
	shard(t, source.Shard{}, o, dir)
	shard(t, source.Shard{Index: 1, Of: 2}, o, dir)
	var report struct {
		Old []OldResult `json:"old_results"`
	}
	if err := json.Unmarshal([]byte(tree(t, o.Out)["report.json"]), &report); err != nil {
		t.Fatal(err)
	}
	state := func(r OldResult) bool { return strings.HasPrefix(r.Name, folder.StateDir) }
	if len(report.Old) == 0 || slices.ContainsFunc(report.Old, state) {
		t.Errorf("%+v", report.Old)
	}
}

// TestMergeRefuses every set of parts that is not one batch, and writes nothing then.
func TestMergeRefuses(t *testing.T) {
	t.Parallel()
	dir, one := season(t), render.JSON
	o := options("", one)
	parts := shards(t, 3, o, dir)
	other := func(n int, change func(*Options), args ...string) string {
		o := options(filepath.Join(t.TempDir(), "part"), one)
		change(&o)
		shard(t, source.Shard{Index: n, Of: n}, o, args...)
		return o.Out
	}
	smaller := t.TempDir()
	write(t, filepath.Join(smaller, "a.docx"), fixtures.Brief(0, 1))
	same := func(*Options) {}
	damaged := func(name string, change func([]byte) []byte) string {
		part := t.TempDir()
		for n, content := range tree(t, parts[2]) {
			if n == name {
				content = string(change([]byte(content)))
			}
			write(t, filepath.Join(part, n), []byte(content))
		}
		return part
	}
	var result string
	for name := range tree(t, parts[2]) {
		if strings.Contains(name, "/") && strings.HasSuffix(name, ".json") {
			result = name
		}
	}
	flip := func(b []byte) []byte { b[len(b)/2] ^= 1; return b }
	cut := func(b []byte) []byte { return b[:len(b)*2/3] }
	for name, c := range map[string]struct {
		last string
		says string
	}{
		"missing":          {"", "1 parts are missing: 3/3"},
		"double":           {parts[0], "are the same part: --shard 1/3"},
		"other number":     {other(4, same, dir), "different numbers of parts"},
		"other settings":   {other(3, func(o *Options) { o.Check.Disabled = map[string]bool{"B001": true} }, dir), "different settings"},
		"other formats":    {other(3, func(o *Options) { o.Formats = []render.Format{render.NDJSON} }, dir), "different formats: -t json and -t ndjson"},
		"other program":    {other(3, func(o *Options) { o.Program = "later" }, dir), "different programs"},
		"other inputs":     {other(3, same, smaller), "different inputs"},
		"no part":          {smaller, "holds no complete part"},
		"index cut":        {damaged(partIndex, cut), "cut short or damaged"},
		"document damaged": {damaged(partDocuments, flip), "cut short or damaged"},
		"documents cut":    {damaged(partDocuments, cut), "cut short or damaged"},
		"result changed":   {damaged(result, flip), "was changed after it was written"},
		"result longer":    {damaged(result, func(b []byte) []byte { return append(b, '\n') }), "was changed after it was written"},
	} {
		t.Run(name, func(t *testing.T) {
			out := t.TempDir()
			dirs := slices.Clone(parts[:2])
			if c.last != "" {
				dirs = append(dirs, c.last)
			}
			_, err := Merge(t.Context(), dirs, mergeOptions(out))
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("error %v, want %q", err, c.says)
			}
			if files := tree(t, out); len(files) > 0 {
				t.Errorf("%d files appeared", len(files))
			}
		})
	}
	if _, err := Merge(t.Context(), parts, MergeOptions{Out: t.TempDir(), Program: "later", Observer: &silent{}}); err == nil || !strings.Contains(err.Error(), "were written by test") {
		t.Errorf("merged by another program: %v", err)
	}
	if _, err := Merge(t.Context(), parts, mergeOptions(filepath.Join(parts[0], "out"))); err == nil || !strings.Contains(err.Error(), "overlap") {
		t.Errorf("merged into a part: %v", err)
	}
}

// TestShardGoesOn: a second run skips, keeps the part, and writes it anew where anything
// that all parts have to have in common is different.
func TestShardGoesOn(t *testing.T) {
	t.Parallel()
	dir := season(t)
	o := options(filepath.Join(t.TempDir(), "part"), render.JSON)
	first := shard(t, source.Shard{Index: 1, Of: 2}, o, dir)
	before := tree(t, o.Out)
	again := shard(t, source.Shard{Index: 1, Of: 2}, o, dir)
	if first.Done == 0 || again.Done != 0 || again.Skipped != first.Done {
		t.Errorf("%d done, then %d done and %d skipped", first.Done, again.Done, again.Skipped)
	}
	after := tree(t, o.Out)
	for _, name := range []string{partIndex, partDocuments} {
		if before[name] != after[name] {
			t.Errorf("%s was written anew", name)
		}
	}
	var elsewhere string // in the other shard, so that only the listing differs
	for i := 0; elsewhere == ""; i++ {
		if name := fmt.Sprintf("new%d.docx", i); (source.Shard{Index: 2, Of: 2}).Holds(name) {
			elsewhere = name
		}
	}
	write(t, filepath.Join(dir, elsewhere), fixtures.Brief(9, 1))
	shard(t, source.Shard{Index: 1, Of: 2}, o, dir)
	second := o
	second.Out = filepath.Join(t.TempDir(), "part")
	shard(t, source.Shard{Index: 2, Of: 2}, second, dir)
	if _, err := Merge(t.Context(), []string{o.Out, second.Out}, mergeOptions(filepath.Join(t.TempDir(), "out"))); err != nil {
		t.Error(err)
	}
	p, err := source.Gather([]string{dir}, source.Sources{Out: o.Out, Shard: source.Shard{Index: 2, Of: 2}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Run(t.Context(), p, o); err == nil || !strings.Contains(err.Error(), "--shard 1/2") {
		t.Errorf("two shards in a folder: %v", err)
	}
}

// TestStoppedMergeLeavesNothing, and a run of it over what there was gives all.
func TestStoppedMergeLeavesNothing(t *testing.T) {
	t.Parallel()
	dir := season(t)
	parts := shards(t, 2, options("", render.JSON), dir)
	out := t.TempDir()
	ctx, stop := context.WithCancel(t.Context())
	o := mergeOptions(out)
	o.Observer = stopper{stop}
	totals, err := Merge(ctx, parts, o)
	if err != nil || !totals.Interrupted {
		t.Errorf("%v, %v", totals.Interrupted, err)
	}
	if files := tree(t, out); len(files) > 0 {
		t.Errorf("%d files appeared", len(files))
	}
	for range 2 { // into an empty folder, and over what stands there
		if _, err := Merge(t.Context(), parts, mergeOptions(out)); err != nil {
			t.Fatal(err)
		}
	}
	p := gather(t, out, dir)
	one := options(out, render.JSON)
	totals, err = Run(t.Context(), p, one)
	if err != nil || totals.Done != 0 || totals.Skipped == 0 {
		t.Errorf("one run over what was merged: %d done, %d skipped, %v", totals.Done, totals.Skipped, err)
	}
}

// stopper stops after the first input.
type stopper struct{ stop func() }

func (stopper) Start(int)                     {}
func (s stopper) Done(*source.Input, Outcome) { s.stop() }
