package batch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"jxmb/cmd/internal/batch/folder"
	"jxmb/cmd/internal/batch/source"
	"jxmb/cmd/internal/bucket"
	"jxmb/cmd/internal/fault"
	"jxmb/fixtures"
	"jxmb/fixtures/storage"
	"jxmb/render"
	"jxmb/render/csv"
)

const address = bucket.Scheme + storage.Name

// storages are the storages that a test runs on, each begun by its function.
var storages = map[string]func(*testing.T) interface{ Put(string, []byte) }{
	"in memory": func(t *testing.T) interface{ Put(string, []byte) } { return storage.Start(t) },
	"versitygw": func(t *testing.T) interface{ Put(string, []byte) } { return storage.StartReal(t) },
}

// upload stores the files below dir under prefix.
func upload(t *testing.T, to interface{ Put(string, []byte) }, dir, prefix string) {
	t.Helper()
	for name, content := range tree(t, dir) {
		to.Put(prefix+name, []byte(content))
	}
}

var versionInManifest = regexp.MustCompile(`"version":"[^"]*",`)

// withoutVersions are the files of a run without the one thing by which that over
// a bucket differs from that over a folder.
func withoutVersions(files map[string]string) map[string]string {
	for name, content := range files {
		if strings.HasPrefix(name, folder.StateDir) {
			files[name] = versionInManifest.ReplaceAllString(content, "")
		}
	}
	return files
}

// TestBucketIsAFolder: the same files in a folder and in a bucket give the same
// bytes, and so do shards of the bucket, merged.
func TestBucketIsAFolder(t *testing.T) {
	for name, start := range storages {
		t.Run(name, func(t *testing.T) {
			dir := season(t)
			write(t, filepath.Join(dir, "1", "各单位.zip"), packed(t, map[string][]byte{"a/b.docx": fixtures.Brief(7, 1)}, "a/b.docx"))
			write(t, filepath.Join(dir, "1-later", "x.docx"), fixtures.Brief(8, 1)) // after "1" as a folder, before it as a key
			write(t, filepath.Join(dir, ".git", "x.docx"), nil)
			write(t, filepath.Join(dir, ".git", "y.docx"), nil)
			write(t, filepath.Join(dir, "0", "~$0.docx"), nil)
			write(t, filepath.Join(dir, "0", "报送 +50%&.docx"), fixtures.Brief(9, 1))
			upload(t, start(t), dir, "2022/")

			o := options(t.TempDir(), render.JSON, render.NDJSON, csv.Format)
			folder := shard(t, source.Shard{}, o, dir)
			want := withoutVersions(tree(t, o.Out))
			o.Out = t.TempDir()
			inBucket := shard(t, source.Shard{}, o, address+"/2022/")
			sameTree(t, withoutVersions(tree(t, o.Out)), want)
			if fmt.Sprint(folder) != fmt.Sprint(inBucket) {
				t.Errorf("totals\n%v\nwant\n%v", inBucket, folder)
			}
			out := t.TempDir()
			if _, err := Merge(t.Context(), shards(t, 3, o, address+"/2022"), mergeOptions(out)); err != nil {
				t.Fatal(err)
			}
			sameTree(t, withoutVersions(tree(t, out)), want)
		})
	}
}

// TestUnchangedBucketIsListedAlone: a second run fetches nothing but archives, whose
// members it has to know, and one after a change does what changed.
func TestUnchangedBucketIsListedAlone(t *testing.T) {
	s := storage.Start(t)
	for i := range 5 {
		s.Put(fmt.Sprintf("%d.docx", i), fixtures.Brief(i, 1))
	}
	s.Put("bad.docx", []byte("PK\x03\x04 cut"))
	s.Put("zip.zip", packed(t, map[string][]byte{"a.docx": fixtures.Brief(7, 1)}, "a.docx"))
	o := options(t.TempDir(), render.JSON)
	first := shard(t, source.Shard{}, o, address)
	before := len(s.Asked())
	second := shard(t, source.Shard{}, o, address)
	var fetched []string
	for _, a := range s.Asked()[before:] {
		if a != "GET " {
			fetched = append(fetched, a)
		}
	}
	if first.Done != 6 || second.Skipped != 6 || second.Failed != 1 || fmt.Sprint(fetched) != "[GET zip.zip]" {
		t.Errorf("%d done; then %d skipped, %d failed, %v fetched", first.Done, second.Skipped, second.Failed, fetched)
	}
	s.Put("3.docx", fixtures.Brief(30, 1))
	if third := shard(t, source.Shard{}, o, address); third.Done != 1 || third.Skipped != 5 {
		t.Errorf("after a change %d done, %d skipped", third.Done, third.Skipped)
	}
}

// TestBucketNames: whatever a key is called, its results stand below the output
// folder, each under a name of its own.
func TestBucketNames(t *testing.T) {
	s := storage.Start(t)
	keys := []string{
		"../../etc/a.docx", "/abs.docx", "a//b.docx", "a/b.docx", "A/B.docx", `win\dows.docx`, "C:/drive.docx", "line\nbreak\x01.docx",
		"./dot.docx", "x/../dot.docx", "folder.docx/", "folder.docx/in.docx", strings.Repeat("长", 200) + ".docx", "a b+c%2F.docx", "<&>.docx",
	}
	for i, key := range keys {
		data := fixtures.Brief(i, 1)
		if strings.HasSuffix(key, "/") {
			data = nil // as programs mark an empty folder
		}
		s.Put(key, data)
	}
	out := filepath.Join(t.TempDir(), "deep", "out")
	p, err := source.Gather([]string{address}, source.Sources{Out: out})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	stems := map[string]string{}
	for _, in := range p.Inputs {
		if other, met := stems[strings.ToLower(in.Stem)]; met {
			t.Errorf("%q and %q have the stem %s", other, in.Path, in.Stem)
		}
		stems[strings.ToLower(in.Stem)] = in.Path
		if !filepath.IsLocal(in.Stem) || strings.ContainsAny(in.Stem, "\\\n\x01:<>") {
			t.Errorf("%q has the stem %q", in.Path, in.Stem)
		}
	}
	totals, err := Run(t.Context(), p, options(out, render.JSON))
	if err != nil || totals.Done != len(keys)-1 || totals.Failed != 0 {
		t.Errorf("%d done of %d, %d failed, %v", totals.Done, len(keys)-1, totals.Failed, err)
	}
	if entries, err := os.ReadDir(filepath.Dir(out)); err != nil || len(entries) != 1 {
		t.Errorf("results stand beside the output folder: %v, %v", entries, err)
	}
}

// TestAddresses: what an address leads to, as a path of the disk would.
func TestAddresses(t *testing.T) {
	s := storage.Start(t)
	for _, key := range []string{"2022/a.docx", "2022/b.docx", "2022/old/c.docx", "2022/报送[1].docx", "2022-later/d.docx", "2023/e.docx", "2023/f.pdf", "g.docx"} {
		s.Put(key, nil)
	}
	for args, want := range map[string]string{
		"/2022":                "a.docx b.docx old/c.docx 报送[1].docx",
		"/2022/":               "a.docx b.docx old/c.docx 报送[1].docx",
		"/2022/b.docx":         "b.docx",
		"/2022/报送[1].docx":     "报送[1].docx",
		"/2022/*.docx":         "a.docx b.docx 报送[1].docx",
		"/2022/[ab].docx":      "a.docx b.docx",
		"/202?":                "2022/a.docx 2022/b.docx 2022/old/c.docx 2022/报送[1].docx 2023/e.docx",
		"/202*/?.docx":         "a.docx b.docx d.docx e.docx",
		"/202*/old":            "c.docx",
		"/2022/*/":             "c.docx",
		"/2022/old /2023":      "old/c.docx 2023/e.docx",
		"/2022/old /2022/*":    "old/c.docx a.docx b.docx 报送[1].docx",
		"/g.docx /g.docx":      "g.docx",
		"/2022/old /2022/old/": "old/c.docx",
	} {
		var paths []string
		for a := range strings.FieldsSeq(args) {
			paths = append(paths, address+a)
		}
		p, err := source.Gather(paths, source.Sources{})
		if err != nil {
			t.Errorf("%s: %v", args, err)
			continue
		}
		var names []string
		for _, in := range p.Inputs {
			names = append(names, in.Name)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%s: %s, want %s", args, got, want)
		}
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	}
	for _, nothing := range []string{"/2024", "/2024/", "/2022/*.pdf", "/2022/a.docx/", "/a.docx", "/[", "/2022/a.doc"} {
		_, err := source.Gather([]string{address + nothing}, source.Sources{})
		if fault := fault.Explain(err); fault == nil || fault.Kind != "missing" || fault.Place.EN != address+nothing || fault.Hint.ZH == "" {
			t.Errorf("%s: %v", nothing, err)
		}
		p, err := source.Gather([]string{address + nothing, address + "/g.docx"}, source.Sources{}) // one of two: fails in its place
		if err != nil || len(p.Inputs) != 2 || p.Inputs[0].Path != address+nothing {
			t.Errorf("%s beside another: %v", nothing, err)
		}
	}
}

// TestObjectsFailAlone: what befalls one object is told of it, and the others are
// read.
func TestObjectsFailAlone(t *testing.T) {
	s := storage.Start(t)
	for _, key := range []string{"a.docx", "changed.docx", "denied.docx", "gone.docx", "good.docx", "large.docx"} {
		s.Put(key, fixtures.Brief(1, 1))
	}
	size := int64(len(fixtures.Brief(1, 1)))
	s.Put("large.docx", make([]byte, size+1))
	p, err := source.Gather([]string{address}, source.Sources{Limits: source.Limits{MemberBytes: size}})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	s.Put("changed.docx", fixtures.Brief(2, 1))
	s.Instead = func(w http.ResponseWriter, r *http.Request) bool {
		switch {
		case strings.HasSuffix(r.URL.Path, "denied.docx"):
			storage.Refuse(w, http.StatusForbidden, "AccessDenied")
		case strings.HasSuffix(r.URL.Path, "gone.docx"):
			storage.Refuse(w, http.StatusNotFound, "NoSuchKey")
		default:
			return false
		}
		return true
	}
	kinds := map[string]string{}
	err = Reader{}.Each(t.Context(), p, func(r Result) error {
		kinds[r.Input.Name] = "read"
		if r.Fault != nil {
			kinds[r.Input.Name] = string(r.Fault.Kind)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want := "map[a.docx:read changed.docx:changed denied.docx:permission gone.docx:missing good.docx:read large.docx:limit]"
	if got := fmt.Sprint(kinds); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if slices.Contains(s.Asked(), "GET large.docx") {
		t.Error("an object that is too large was fetched")
	}
}

// TestStoppedDownload: the end of a run ends what is being fetched.
func TestStoppedDownload(t *testing.T) {
	s := storage.Start(t)
	s.Put("a.docx", fixtures.Brief(1, 1))
	ctx, stop := context.WithCancel(t.Context())
	p, err := source.Gather([]string{address + "/a.docx"}, source.Sources{Context: ctx})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	s.Instead = func(w http.ResponseWriter, r *http.Request) bool {
		storage.Head(w, fixtures.Brief(1, 1))
		_, _ = w.Write([]byte("PK"))
		w.(http.Flusher).Flush()
		stop()
		_, _ = io.Copy(io.Discard, r.Body)
		<-r.Context().Done() // the connection
		return true
	}
	if _, err := p.Inputs[0].Open(); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
