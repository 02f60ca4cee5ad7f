package web

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jxmb/cmd/internal/web/worker"
	"jxmb/fixtures"
	"jxmb/model"
)

// few are limits that a test reaches with little.
func few(c *Config) {
	c.Limits = Limits{Body: 200 << 10, Files: 5, Parts: 7, Entries: 10, Unpacked: 300 << 10, Quota: 2 << 20}
}

// packed is a zip of entries whose content is n bytes of zero each.
func packed(t *testing.T, n int, names ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(make([]byte, n)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func numbered(n int, ext string) (names []string) {
	for i := range n {
		names = append(names, fmt.Sprint("f", i, ext))
	}
	return names
}

// leftovers are what requests left in the folder of temporary files.
func (r *running) leftovers() (left []string) {
	entries, err := os.ReadDir(filepath.Join(r.data, tmpDir))
	if err != nil {
		r.t.Fatal(err)
	}
	workers := map[string]bool{}
	for _, dir := range r.pool.Folders() {
		workers[filepath.Base(dir)] = true
	}
	for _, e := range entries {
		if !workers[e.Name()] {
			left = append(left, e.Name())
		}
	}
	return left
}

// TestUploadLimits: each limit is refused by its name, and leaves nothing behind.
func TestUploadLimits(t *testing.T) {
	t.Parallel()
	r := serve(t, few)
	used := r.store.used.Load()
	limit := func(got reply, name string) {
		t.Helper()
		r.wants(got, http.StatusRequestEntityTooLarge, "limit")
		if !bytes.Contains(got.body, []byte(`"limit":"`+name+`"`)) {
			t.Errorf("%s is not named: %s", name, got.body)
		}
	}
	send := func(body []byte) reply {
		return r.post("/api/v1/batches?name=a.zip", body, change)
	}
	sendForm := func(n int, more ...upFile) reply {
		for _, name := range numbered(n, ".docx") {
			more = append(more, upFile{name, []byte("x")})
		}
		kind, body := form(more...)
		return r.post("/api/v1/batches", body, "Content-Type: "+kind, change)
	}
	limit(r.post("/api/v1/convert", make([]byte, 201<<10)), "Body")
	limit(r.do("POST", "/api/v1/convert", io.LimitReader(endless{}, 10<<20)), "Body") // chunked
	limit(r.post("/api/v1/batches?name=a.docx", make([]byte, 201<<10), change), "Body")
	limit(sendForm(6), "Files")
	limit(sendForm(4, upFile{"a.zip", packed(t, 1, "b.docx", "c.docx")}), "Files")
	limit(send(packed(t, 1, numbered(11, ".txt")...)), "Entries")
	limit(send(packed(t, 100<<10, numbered(4, ".docx")...)), "Unpacked")
	inner := packed(t, 100<<10, "1.docx", "2.docx")
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"a.zip", "b.zip"} { // each within the limit
		w, _ := z.Create(name)
		_, _ = w.Write(inner)
	}
	_ = z.Close()
	limit(send(b.Bytes()), "Unpacked")
	kind, body := form(upFile{"1.zip", inner}, upFile{"2.zip", inner})
	limit(r.post("/api/v1/batches", body, "Content-Type: "+kind, change), "Unpacked")
	r.wants(r.post("/api/v1/batches?name="+strings.Repeat("a", 256)+".docx", nil, change), http.StatusBadRequest, "name")
	r.wants(r.post("/api/v1/convert?name="+strings.Repeat("a", 256)+".docx", nil), http.StatusBadRequest, "name")
	if left, n := r.leftovers(), len(r.store.List()); len(left) > 0 || n > 0 {
		t.Errorf("%q and %d batches were left behind", left, n)
	}
	if now := r.store.used.Load(); now != used {
		t.Errorf("%d bytes are counted, %d before", now, used)
	}
}

// TestParts: fields of a form count as files do.
func TestParts(t *testing.T) {
	t.Parallel()
	r := serve(t, few)
	kind, body := form(upFile{"a.docx", nil})
	field := []byte("--x-x-x-boundary-x-x-x\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\njson\r\n")
	got := r.post("/api/v1/batches", append(bytes.Repeat(field, 7), body...), "Content-Type: "+kind, change)
	r.wants(got, http.StatusRequestEntityTooLarge, "limit")
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

// TestLyingLength: a body that is longer than it says is cut there, one that is
// shorter is refused.
func TestLyingLength(t *testing.T) {
	t.Parallel()
	r := serve(t, few)
	got := r.raw("POST /api/v1/convert?name=a.docx", "Content-Length: 999999999\r\n")
	if got.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("%d", got.StatusCode)
	}
}

// TestBadArchives: archives that mean harm are refused whole.
func TestBadArchives(t *testing.T) {
	t.Parallel()
	r := serve(t, few)
	send := func(body []byte) reply { return r.post("/api/v1/batches?name=a.zip", body, change) }
	r.wants(send([]byte("Rar!\x1a\x07\x01\x00 and more")), http.StatusUnprocessableEntity, string(model.FaultForeign))
	r.wants(send([]byte("no zip")), http.StatusUnprocessableEntity, string(model.FaultCorrupt))
	r.wants(send(overlapping(t)), http.StatusUnprocessableEntity, string(model.FaultCorrupt))
	three := packed(t, 1, "a.docx")
	for range 2 {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, _ := z.Create("in.zip")
		_, _ = w.Write(three)
		_ = z.Close()
		three = b.Bytes()
	}
	r.wants(send(three), http.StatusUnprocessableEntity, string(model.FaultCorrupt))
	broken := packed(t, 1000, "a.docx")
	broken[40] ^= 0xff
	r.wants(send(broken), http.StatusUnprocessableEntity, string(model.FaultCorrupt))
}

// overlapping is a zip whose two entries share their data.
func overlapping(t *testing.T) []byte {
	t.Helper()
	data := packed(t, 50_000, "a.docx", "b.docx")
	first := bytes.Index(data, []byte("PK\x01\x02"))
	second := first + 4 + bytes.Index(data[first+4:], []byte("PK\x01\x02"))
	copy(data[second+42:second+46], []byte{0, 0, 0, 0}) // its local header is that of the first
	copy(data[second+46:second+47], "a")
	return data
}

// TestNames: what archives and forms call their files stays below the batch, and
// links are not followed.
func TestNames(t *testing.T) {
	t.Parallel()
	r := serve(t, nil)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	link := &zip.FileHeader{Name: "link.docx"}
	link.SetMode(os.ModeSymlink | 0o777)
	w, _ := z.CreateHeader(link)
	_, _ = w.Write([]byte("/etc/passwd"))
	for _, name := range []string{"../../up.docx", `..\win.docx`, "/abs.docx", "政法/a.docx", "政法/A.docx"} {
		w, _ := z.Create(name)
		_, _ = w.Write([]byte("words"))
	}
	_ = z.Close()
	id := r.batch("?lang=en",
		upFile{"all.zip", b.Bytes()}, upFile{"../../form.docx", []byte("x")}, upFile{"folder/form.docx", []byte("x")},
		upFile{"same.docx", []byte("x")}, upFile{"same.docx", []byte("x")}, upFile{"-.docx", []byte("x")}, upFile{"@a.docx", []byte("x")})
	var names []string
	for _, f := range r.ended(id).Files {
		names = append(names, f.Name)
	}
	want := []string{"-.docx", "@a.docx", "all/abs.docx", "all/up.docx", "all/win.docx", "all/政法/A.docx", "all/政法/a.docx", "folder/form.docx", "form.docx", "same-2.docx", "same.docx"}
	if got := strings.Join(names, " "); got != strings.Join(want, " ") {
		t.Errorf("%s\nnot %s", got, strings.Join(want, " "))
	}
	for _, bad := range []string{"a\x00.docx", "a\n.docx", "a\u202e.docx", "\xff.docx", "", "/", ".."} {
		if name, err := worker.UploadName(bad, 255); err == nil {
			t.Errorf("%q is taken as %q", bad, name)
		}
	}
	outside := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(outside, []byte("secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	source := filepath.Join(r.data, batchesDir, id, inDir, "form.docx")
	if err := os.Remove(source); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, source); err != nil {
		t.Skip(err) // Windows without the right to
	}
	for i, f := range want {
		if f == "form.docx" {
			r.wants(r.get(fmt.Sprintf("/api/v1/batches/%s/documents/%d/source", id, i)), http.StatusNotFound, "missing")
		}
	}
}

// TestQuota: a data folder that is full takes nothing more, and deleting makes
// room.
func TestQuota(t *testing.T) {
	t.Parallel()
	r := serve(t, func(c *Config) { c.Limits.Quota = 600 << 10 })
	big := make([]byte, 400<<10)
	id := r.batch("?start=false", upFile{"a.docx", big})
	kind, body := form(upFile{"b.docx", big})
	got := r.post("/api/v1/batches", body, "Content-Type: "+kind, change)
	r.wants(got, http.StatusInsufficientStorage, "disk_full")
	r.wants(r.post("/api/v1/convert", big), http.StatusInsufficientStorage, "disk_full")
	if len(r.leftovers()) > 0 || len(r.store.List()) != 1 {
		t.Errorf("%q and %d batches", r.leftovers(), len(r.store.List()))
	}
	r.wants(r.do("DELETE", "/api/v1/batches/"+id, nil, change), http.StatusNoContent, "")
	if used := r.store.used.Load(); used > 1000 {
		t.Errorf("%d bytes are counted in an empty folder", used)
	}
	r.batch("?start=false", upFile{"b.docx", big})
}

// TestQuotaOfResults: a batch whose results have no room ends and says so; with room
// it goes on where it was.
func TestQuotaOfResults(t *testing.T) {
	t.Parallel()
	files := seasonOf(6)
	var sent int64
	for _, f := range files {
		sent += int64(len(f.data))
	}
	r := serve(t, func(c *Config) { c.Limits.Quota = sent + 200<<10 })
	id := r.batch("?formats=json,pdf", files...)
	got := r.ended(id)
	if got.State != StateFailed || got.Error == nil || got.Error.Kind != "disk_full" || got.Counts.Done == 0 || got.Counts.Done == 6 {
		t.Fatalf("%s %v with %d done", got.State, got.Error, got.Counts.Done)
	}
	if used, size := r.store.used.Load(), r.store.size("."); max(used-size, size-used) > 1<<10 { // batch.json is written once more
		t.Errorf("%d bytes are counted, and there are %d", used, size)
	}
	r.store.limits.Quota = 1 << 30
	r.wants(r.post("/api/v1/batches/"+id+"/retry", nil, change), http.StatusAccepted, "")
	if got := r.ended(id); got.State != StateDone || got.Counts.Done != 6 {
		t.Errorf("with room: %s with %d done", got.State, got.Counts.Done)
	}
}

// TestModes: nobody else on the machine reads what was uploaded.
func TestModes(t *testing.T) {
	t.Parallel()
	r := serve(t, nil)
	r.ended(r.batch("", upFile{"政法/a.docx", fixtures.Brief(1, 1)}))
	n := 0
	err := filepath.Walk(r.data, func(path string, info os.FileInfo, err error) error {
		if err != nil {
			return err
		}
		if n++; path == r.data {
			return nil // of the test
		}
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s is %v", path, info.Mode())
		}
		return nil
	})
	if err != nil || n < 10 {
		t.Error(n, err)
	}
}
