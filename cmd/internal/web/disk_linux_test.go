package web

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// onSmallDisk starts jxmb serve with its data on a disk of so many MiB, which nobody
// else sees. It skips where the system gives none.
func onSmallDisk(t *testing.T, mib int) *process {
	t.Helper()
	unshare, err := exec.LookPath("unshare")
	if err != nil {
		t.Skip("no unshare")
	}
	data := t.TempDir()
	mount := fmt.Sprintf("mount -t tmpfs -o size=%dm,mode=700 tmpfs %s", mib, data)
	if out, err := exec.Command(unshare, "--mount", "sh", "-c", mount).CombinedOutput(); err != nil {
		t.Skipf("no disk of its own: %s", out)
	}
	cmd := exec.Command(unshare, "--mount", "sh", "-c", mount+` && exec "$@"`, "sh", program, "serve", "--listen", "127.0.0.1:0", "--data", data)
	p := startCommand(t, data, cmd)
	p.data = filepath.Join("/proc", fmt.Sprint(cmd.Process.Pid), "root", data)
	return p
}

// TestDiskFull: on a full disk a request gets 507 and a batch ends as such, nothing
// half-written stays, and room lets both go on.
func TestDiskFull(t *testing.T) {
	t.Parallel()
	p := onSmallDisk(t, 2)
	big := bytes.Repeat([]byte("much "), 1<<20)
	full := func(what string, got reply) {
		t.Helper()
		p.wants(got, http.StatusInsufficientStorage, "disk_full")
		if !bytes.Contains(got.body, []byte(`"limit":"Disk"`)) {
			t.Errorf("%s: no limit is named: %s", what, got.body)
		}
		if left := uploads(t, p.data); len(left) > 0 {
			t.Errorf("%s left %q", what, left)
		}
	}
	kind, body := form(upFile{"a.docx", big})
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	w, err := z.Create("a.docx")
	if err == nil {
		_, err = w.Write(big)
	}
	if err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	full("convert", p.post("/api/v1/convert?name=a.docx", big))
	full("a form", p.post("/api/v1/batches", body, "Content-Type: "+kind, change))
	full("an archive", p.post("/api/v1/batches?name=a.zip", packed.Bytes(), change))
	if got := p.get("/api/v1/batches"); !bytes.Contains(got.body, []byte(`"batches":[]`)) {
		t.Errorf("a refused upload became a batch: %s", got.body)
	}
	files := seasonOf(5)
	id := p.batch("?formats=json,pdf", files...)
	state := ""
	until(t, "the batch ends", func() bool {
		state = string(p.get("/api/v1/batches/" + id).body)
		return !strings.Contains(state, `"state":"running","lang"`) && !strings.Contains(state, `"state":"waiting","lang"`)
	})
	if !strings.Contains(state, `"state":"failed","lang"`) || !strings.Contains(state, `"kind":"disk_full"`) {
		t.Errorf("the batch on a full disk ends as %.600s", state)
	}
	if found := temporary(t, filepath.Join(p.data, batchesDir)); len(found) > 0 {
		t.Errorf("the batch left %q", found)
	}
	p.wants(p.do("DELETE", "/api/v1/batches/"+id, nil, change), http.StatusNoContent, "")
	p.done(p.batch("?formats=json", files[0]))
	if _, err := os.Stat(p.data); err != nil {
		t.Fatal(err) // nothing was looked at
	}
}

// uploads are the files in the temporary folder of a data folder.
func uploads(t *testing.T, data string) (found []string) {
	t.Helper()
	err := filepath.WalkDir(filepath.Join(data, tmpDir), func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			found = append(found, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
