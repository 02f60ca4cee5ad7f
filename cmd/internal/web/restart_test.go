package web

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gofrs/flock"

	"jxmb/fixtures"
	"jxmb/fixtures/outside"
)

// process is jxmb serve as a process of its own, which can be killed.
type process struct {
	*running
	cmd *exec.Cmd
}

// startProcess starts jxmb serve and waits until it answers.
func startProcess(t testing.TB, data string, args ...string) *process {
	t.Helper()
	return startCommand(t, data, exec.Command(program, append([]string{"serve", "--listen", "127.0.0.1:0", "--data", data}, args...)...))
}

func startCommand(t testing.TB, data string, cmd *exec.Cmd) *process {
	t.Helper()
	said := new(lockedBuffer)
	cmd.Stderr = said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	p := &process{&running{t: t, data: data, log: said}, cmd}
	until(t, "it serves", func() bool {
		_, rest, ok := strings.Cut(said.String(), "http://")
		address, _, whole := strings.Cut(rest, "/")
		p.url = "http://" + address
		return ok && whole
	})
	return p
}

func (p *process) kill() {
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait()
}

// done waits until a batch is done and gives the answer about it.
func (p *process) done(id string) string {
	text := ""
	until(p.t, "the batch is done", func() bool {
		got := p.get("/api/v1/batches/" + id)
		p.wants(got, http.StatusOK, "")
		text = string(got.body)
		return strings.Contains(text, `"state":"done","lang"`)
	})
	return text
}

// season is n files to be sent.
func seasonOf(n int) (files []upFile) {
	for i := range n {
		files = append(files, upFile{fmt.Sprintf("单位%d/%03d.docx", i%4, i), fixtures.Brief(i, 7)})
	}
	return files
}

// unpacked are the files of results.zip but the report, which holds times.
func unpacked(t *testing.T, body []byte) map[string]string {
	t.Helper()
	files := map[string]string{}
	for name, text := range members(t, body) {
		if name != "report.json" {
			files[name] = string(text)
		}
	}
	return files
}

// members are the files of an archive, in its order.
func members(t *testing.T, archive []byte) iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		z, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			text, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			if !yield(f.Name, text) {
				return
			}
		}
	}
}

// TestKilled: a server that is killed in the middle of a batch, again and again,
// loses nothing of it: its results are those of the command line.
func TestKilled(t *testing.T) {
	t.Parallel()
	n, kills := 20, 4
	if outside.Everything() {
		n, kills = 60, 8
	}
	data, files := t.TempDir(), seasonOf(n)
	p := startProcess(t, data)
	id := p.batch("?formats=json", files...)
	for range kills {
		time.Sleep(time.Duration(20+rand.IntN(80)) * time.Millisecond)
		p.kill()
		p = startProcess(t, data)
	}
	p.done(id)
	got := unpacked(t, p.get("/api/v1/batches/"+id+"/results.zip").body)
	in, out := t.TempDir(), t.TempDir()
	for _, f := range files {
		at := filepath.Join(in, f.name)
		if err := os.MkdirAll(filepath.Dir(at), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, f.data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	printed(t, ".", "convert", "-q", "-o", out, in)
	for name, text := range got {
		want, err := os.ReadFile(filepath.Join(out, name))
		if err != nil || string(want) != text {
			t.Errorf("%s is not what the command line writes, %v", name, err)
		}
	}
	if len(got) != n+1 { // all.ndjson
		t.Errorf("%d results of %d files", len(got), n)
	}
}

// TestKilledAtRandom: whenever a server is killed, what was temporary is gone after
// the next start, of requests and of batches. JXMB_KILLS is how often.
func TestKilledAtRandom(t *testing.T) {
	t.Parallel()
	kills := 4
	if outside.Everything() {
		kills = 12
	}
	if n, err := strconv.Atoi(os.Getenv("JXMB_KILLS")); err == nil {
		kills = n
	}
	data, files := t.TempDir(), seasonOf(8)
	p := startProcess(t, data)
	id, left := "", 0
	for range kills {
		if id == "" || strings.Contains(string(p.get("/api/v1/batches/"+id).body), `"state":"done","lang"`) {
			id = p.batch("?formats=json,pdf", files...)
		}
		go func(url string) {
			for range 3 {
				resp, err := http.Post(url+"/api/v1/convert?to=pdf&name=a.docx", "", bytes.NewReader(fixtures.Reference()))
				if err != nil {
					return
				}
				resp.Body.Close()
			}
		}(p.url)
		time.Sleep(time.Duration(rand.IntN(400)) * time.Millisecond)
		p.kill()
		p = startProcess(t, data)
		if found := temporary(t, filepath.Join(data, tmpDir)); len(found) > 0 {
			left++
			t.Errorf("%q were left behind", found)
		}
	}
	for _, b := range p.ids() {
		p.done(b)
	}
	if found := temporary(t, filepath.Join(data, batchesDir)); len(found) > 0 {
		t.Errorf("%q were left behind by batches", found)
	}
	t.Logf("%d kills, %d with something left after the next start", kills, left)
}

// ids are the batches of a server.
func (p *process) ids() (ids []string) {
	for _, part := range strings.Split(string(p.get("/api/v1/batches").body), `"id":"`)[1:] {
		ids = append(ids, part[:32])
	}
	return ids
}

// temporary are the files below a folder that are no batch's own.
func temporary(t *testing.T, dir string) (found []string) {
	t.Helper()
	own := regexp.MustCompile(`^[0-9a-f]{32}(/(batch\.json|faults\.json|in/.*\.docx|out/(.*\.(json|pdf|ndjson|xlsx)|\.jxmb/(manifest\.ndjson|lock))))?$`)
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(dir, name)
		if err == nil && !e.IsDir() && !own.MatchString(filepath.ToSlash(rel)) {
			found = append(found, rel)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestTerminated: on SIGTERM a server ends what it answers and goes, within ten
// seconds, and leaves no temporary file; the next goes on with its batches.
func TestTerminated(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	p := startProcess(t, data)
	id := p.batch("?formats=json", seasonOf(20)...)
	answer := make(chan int, 1)
	go func() {
		defer close(answer) // also where there is none
		answer <- p.post("/api/v1/convert?name=a.docx&to=pdf", fixtures.Reference()).StatusCode
	}()
	time.Sleep(20 * time.Millisecond)
	began := time.Now()
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Skip(err) // Windows
	}
	if err := p.cmd.Wait(); err != nil {
		t.Errorf("%v: %s", err, p.log)
	}
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("ended after %v", took)
	}
	if code := <-answer; code != http.StatusOK {
		t.Errorf("what it was answering got %d", code)
	}
	if left, err := os.ReadDir(filepath.Join(data, tmpDir)); err != nil || len(left) > 0 {
		t.Errorf("%v were left behind, %v", left, err)
	}
	next := startProcess(t, data)
	next.done(id)
}

// TestSwept: what a killed server left in its folder of temporary files is gone
// after the next start, and unfinished uploads with it.
func TestSwept(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	p := startProcess(t, data)
	p.post("/api/v1/convert?name=a.docx", fixtures.Brief(1, 1)) // a worker, with a folder of its own
	c := p.dial()
	defer c.Close()
	fmt.Fprintf(c, "POST /api/v1/batches?name=a.docx HTTP/1.1\r\nHost: localhost\r\n%s\r\nContent-Length: 1000\r\n\r\nx", change)
	until(t, "the upload begins", func() bool {
		found, _ := filepath.Glob(filepath.Join(data, tmpDir, "*", inDir, "a.docx"))
		return len(found) == 1
	})
	p.kill()
	next := startProcess(t, data)
	if left, err := os.ReadDir(filepath.Join(data, tmpDir)); err != nil || len(left) > 0 {
		t.Errorf("%v were left behind, %v", left, err)
	}
	if got := next.get("/api/v1/batches"); !bytes.Contains(got.body, []byte(`"batches":[]`)) {
		t.Errorf("%s", got.body)
	}
}

// TestWorkersEndWithTheServer: a server that is killed takes its workers along.
func TestWorkersEndWithTheServer(t *testing.T) {
	t.Parallel()
	p := startProcess(t, t.TempDir())
	p.post("/api/v1/convert?name=a.docx", fixtures.Brief(1, 1))
	workers, err := exec.Command("pgrep", "-P", fmt.Sprint(p.cmd.Process.Pid)).Output()
	if err != nil {
		t.Skip("no pgrep")
	}
	p.kill()
	until(t, "they end", func() bool {
		return exec.Command("kill", append([]string{"-0"}, strings.Fields(string(workers))...)...).Run() != nil
	})
}

// TestFolderStillHeld: the worker of a server that was killed may hold the
// folder of a batch for a moment; the batch waits for it.
func TestFolderStillHeld(t *testing.T) {
	t.Parallel()
	r := serve(t, nil)
	id := r.batch("?formats=json&start=false", seasonOf(1)...)
	state := filepath.Join(r.data, "batches", id, "out", ".jxmb")
	if err := os.MkdirAll(state, 0o700); err != nil {
		t.Fatal(err)
	}
	held := flock.New(filepath.Join(state, "lock"))
	if err := held.Lock(); err != nil {
		t.Fatal(err)
	}
	r.wants(r.post("/api/v1/batches/"+id+"/start", nil, change), http.StatusAccepted, "")
	time.Sleep(2 * orphanPause)
	if err := held.Unlock(); err != nil {
		t.Fatal(err)
	}
	if got := r.ended(id); got.State != StateDone {
		t.Errorf("the batch ended as %s: %v", got.State, got.Error)
	}
}

// TestFaultOfServer: a batch whose folder cannot be written says so, and no
// path of the server.
func TestFaultOfServer(t *testing.T) {
	t.Parallel()
	r := serve(t, nil)
	id := r.batch("?formats=json&start=false", seasonOf(1)...)
	out := filepath.Join(r.data, "batches", id, "out")
	if err := os.MkdirAll(out, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(out, ".jxmb"), []byte("no folder"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.wants(r.post("/api/v1/batches/"+id+"/start", nil, change), http.StatusAccepted, "")
	got := r.ended(id)
	text := string(r.get("/api/v1/batches/" + id).body)
	if got.State != StateFailed || strings.Contains(text, r.data) || strings.Contains(text, "/out") {
		t.Errorf("the batch ended as %s and is told as\n%s", got.State, text)
	}
	if !strings.Contains(r.log.String(), "batch failed") {
		t.Error("the log says nothing")
	}
}

// TestOneServer: a second server does not take the same folder.
func TestOneServer(t *testing.T) {
	t.Parallel()
	r := serve(t, nil)
	if _, err := New(r.Config); err == nil {
		t.Error("a second server opened the folder")
	}
}

// TestKeep: batches go when their time is over, those that are running stay.
func TestKeep(t *testing.T) {
	t.Parallel()
	r := serve(t, func(c *Config) { c.Keep = time.Hour })
	id := r.batch("", upFile{"a.docx", []byte("words")})
	r.ended(id)
	r.store.expire(time.Now().Add(59 * time.Minute))
	if r.store.Get(id) == nil {
		t.Fatal("went too early")
	}
	b := r.store.Get(id)
	b.change(func() { b.record.State = StateRunning })
	r.store.expire(time.Now().Add(61 * time.Minute))
	if r.store.Get(id) == nil {
		t.Fatal("went while it was running")
	}
	b.change(func() { b.record.State = StateDone })
	r.store.expire(time.Now().Add(61 * time.Minute))
	if _, err := os.Stat(filepath.Join(r.data, batchesDir, id)); r.store.Get(id) != nil || err == nil {
		t.Error("is still there")
	}
}
