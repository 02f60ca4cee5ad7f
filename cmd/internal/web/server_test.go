package web

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"jxmb/fixtures"
	"jxmb/fixtures/outside"
	"jxmb/model"
)

// program is jxmb itself, which workers are.
var program string

func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == "worker" {
		os.Exit(misbehave())
	}
	os.Exit(testMain(m))
}

func testMain(m *testing.M) int {
	dir, err := os.MkdirTemp("", "jxmb-web-*")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	if program, err = outside.Build(dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return m.Run()
}

// printed is what the command line writes.
func printed(t *testing.T, dir string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	out, err := cmd.Output()
	if _, exited := err.(*exec.ExitError); err != nil && !exited {
		t.Fatal(err)
	}
	return out
}

var schemas = sync.OnceValue(func() map[string][]byte {
	all := map[string][]byte{}
	for _, name := range []string{"document", "project", "report", "findings", "value"} {
		all[name], _ = exec.Command(program, "schema", name).Output()
	}
	return all
})

// running is a server that answers, and how to ask it.
type running struct {
	*Server
	t    testing.TB
	url  string
	data string
	log  *lockedBuffer
	stop func() error
}

// serve starts a server on a port of its own; set changes its configuration.
func serve(t testing.TB, set func(*Config)) *running {
	t.Helper()
	log := new(lockedBuffer)
	c := Config{
		Data: t.TempDir(), Lang: model.Chinese, Version: "jxmb test", Program: program,
		Log: slog.New(slog.NewTextHandler(log, nil)),
		Schema: func(name string) ([]byte, bool) {
			text, ok := schemas()[name]
			return text, ok
		},
	}
	if set != nil {
		set(&c)
	}
	if raced {
		c.Limits.Memory = 8 << 30
	}
	s, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	served := make(chan error, 1)
	go func() { served <- s.Serve(ctx, l) }()
	r := &running{Server: s, t: t, url: "http://" + l.Addr().String(), data: c.Data, log: log}
	r.stop = sync.OnceValue(func() error {
		cancel()
		err := <-served
		if closed := s.Close(); err == nil {
			err = closed
		}
		return err
	})
	t.Cleanup(func() {
		if err := r.stop(); err != nil {
			t.Error(err)
		}
	})
	return r
}

type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

// reply is an answer, read whole.
type reply struct {
	*http.Response
	body []byte
}

// do sends a request with headers "Name: value".
func (r *running) do(method, path string, body io.Reader, headers ...string) reply {
	r.t.Helper()
	req, err := http.NewRequest(method, r.url+path, body)
	if err != nil {
		r.t.Fatal(err)
	}
	for _, h := range headers {
		name, value, _ := strings.Cut(h, ": ")
		if name == "Host" {
			req.Host = value
		} else {
			req.Header.Set(name, value)
		}
	}
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		r.t.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		r.t.Fatal(err)
	}
	return reply{resp, text}
}

func (r *running) get(path string, headers ...string) reply {
	r.t.Helper()
	return r.do("GET", path, nil, headers...)
}

func (r *running) post(path string, body []byte, headers ...string) reply {
	r.t.Helper()
	return r.do("POST", path, bytes.NewReader(body), headers...)
}

// wants checks the status of an answer and, where kind is one, the problem.
func (r *running) wants(got reply, status int, kind string) {
	r.t.Helper()
	if got.StatusCode != status || kind != "" && !bytes.Contains(got.body, []byte(`"kind":"`+kind+`"`)) {
		r.t.Errorf("%s: %d %.300s, not %d %s", got.Request.URL.Path, got.StatusCode, got.body, status, kind)
	}
	if kind != "" && got.Header.Get("Content-Type") != "application/problem+json" {
		r.t.Errorf("%s: a problem as %s", got.Request.URL.Path, got.Header.Get("Content-Type"))
	}
	if bytes.Contains(got.body, []byte(r.data)) {
		r.t.Errorf("%s: the answer names a path of the server: %.300s", got.Request.URL.Path, got.body)
	}
}

const change = changeHeader + ": 1"

// batch sends files as a form and gives the id of the batch.
func (r *running) batch(query string, files ...upFile) string {
	r.t.Helper()
	kind, body := form(files...)
	got := r.post("/api/v1/batches"+query, body, "Content-Type: "+kind, change)
	r.wants(got, http.StatusAccepted, "")
	return strings.TrimPrefix(got.Header.Get("Location"), "/api/v1/batches/")
}

// upFile is a file to be sent.
type upFile struct {
	name string
	data []byte
}

// form is a multipart body, with names as browsers send them.
func form(files ...upFile) (kind string, body []byte) {
	var b bytes.Buffer
	const boundary = "x-x-x-boundary-x-x-x"
	for _, f := range files {
		fmt.Fprintf(&b, "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n", boundary, f.name)
		b.Write(f.data)
		b.WriteString("\r\n")
	}
	fmt.Fprintf(&b, "--%s--\r\n", boundary)
	return "multipart/form-data; boundary=" + boundary, b.Bytes()
}

// ended waits for a batch to end.
func (r *running) ended(id string) Status {
	r.t.Helper()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		b := r.store.Get(id)
		if b == nil {
			r.t.Fatalf("no batch %q", id)
		}
		if s := b.Status(); s.State == StateDone || s.State == StateFailed {
			return s
		}
	}
	r.t.Fatalf("batch %s does not end: %s", id, r.log)
	return Status{}
}

// write puts a file into a folder of its own and gives the folder.
func write(t *testing.T, name string, data []byte) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestSameBytes: answers are what the command line writes.
func TestSameBytes(t *testing.T) {
	t.Parallel()
	r := serve(t, nil)
	const name = "遵化 报送.docx"
	data := fixtures.Brief(0, 1)
	dir := write(t, name, data)
	query := "?name=" + "%E9%81%B5%E5%8C%96%20%E6%8A%A5%E9%80%81.docx"
	for _, c := range []struct {
		path string
		args []string
	}{
		{"/api/v1/convert" + query, []string{"convert", "--", name}},
		{"/api/v1/convert" + query + "&to=xlsx", []string{"convert", "-t", "xlsx", "-o", "-", name}},
		{"/api/v1/convert" + query + "&to=pdf&lang=en", []string{"convert", "-t", "pdf", "-o", "-", name, "--lang", "en"}},
		{"/api/v1/convert" + query + "&to=csv", []string{"convert", "-t", "csv", name}},
		{"/api/v1/convert" + query + "&to=docx", []string{"annotate", "-q", "-o", "-", name}},
		{"/api/v1/check" + query + "&lang=en", []string{"check", "-q", "--format", "json", "--lang", "en", name}},
	} {
		want := printed(t, dir, c.args...)
		got := r.post(c.path, data)
		r.wants(got, http.StatusOK, "")
		if !bytes.Equal(got.body, want) {
			t.Errorf("%s: %d bytes, the command line writes %d", c.path, len(got.body), len(want))
		}
		kind, body := form(upFile{name, data})
		if got := r.post(strings.Replace(c.path, query, "?x=1", 1), body, "Content-Type: "+kind); !bytes.Equal(got.body, want) {
			t.Errorf("%s: a form is answered otherwise: %.200s", c.path, got.body)
		}
	}
	if got := r.get("/api/v1/schema/value"); !bytes.Equal(got.body, schemas()["value"]) || len(got.body) == 0 {
		t.Errorf("schema: %.200s", got.body)
	}
	r.wants(r.get("/api/v1/schema/nothing"), http.StatusNotFound, "missing")
}

// TestNormalize: a line of the body, a line of the answer, as the command line
// gives it.
func TestNormalize(t *testing.T) {
	t.Parallel()
	r := serve(t, nil)
	lines := "群众满意度（%）\t≥90\n≤2制作成本小于等于两万元\n\xff\n"
	cmd := exec.Command(program, "normalize")
	cmd.Stdin = strings.NewReader(lines)
	want, _ := cmd.Output() // the third line is refused
	got := r.post("/api/v1/normalize", []byte(lines))
	r.wants(got, http.StatusOK, "")
	if !bytes.Equal(got.body, want) || bytes.Count(got.body, []byte("\n")) != 3 {
		t.Errorf("%s\nnot\n%s", got.body, want)
	}
	few := serve(t, func(c *Config) { c.Limits.Lines, c.Limits.Values = 3, 100 })
	few.wants(few.post("/api/v1/normalize", []byte("1\n2\n3\n")), http.StatusOK, "")
	for limit, body := range map[string]string{`"Lines"`: "1\n2\n3\n4\n", `"Values"`: strings.Repeat("9", 101)} {
		got := few.post("/api/v1/normalize", []byte(body))
		few.wants(got, http.StatusRequestEntityTooLarge, "limit")
		if !bytes.Contains(got.body, []byte(limit)) {
			t.Errorf("%s is not named: %s", limit, got.body)
		}
	}
}

// TestFaults: what cannot be read is a problem that says why and what to do.
func TestFaults(t *testing.T) {
	t.Parallel()
	r := serve(t, nil)
	r.wants(r.post("/api/v1/convert?name=a.docx", nil), http.StatusUnprocessableEntity, "empty")
	r.wants(r.post("/api/v1/convert?name=a.docx", []byte("words")), http.StatusUnprocessableEntity, "foreign")
	r.wants(r.post("/api/v1/convert?name=a.docx&to=docx", []byte("words")), http.StatusUnprocessableEntity, "foreign")
	r.wants(r.post("/api/v1/check?name=a.docx", []byte("words")), http.StatusUnprocessableEntity, "foreign")
	r.wants(r.post("/api/v1/convert?name=a.zip", []byte("words")), http.StatusUnsupportedMediaType, "archive")
	r.wants(r.post("/api/v1/convert?to=png", nil), http.StatusBadRequest, "format")
	if got := r.post("/api/v1/convert?lang=en", []byte("words")); !bytes.Contains(got.body, []byte("plain text")) {
		t.Errorf("%s", got.body)
	}
	if entries, err := os.ReadDir(filepath.Join(r.data, tmpDir)); err != nil || len(entries) > len(r.pool.Folders()) {
		t.Errorf("%d entries were left in the folder of temporary files, for %d workers; %v", len(entries), len(r.pool.Folders()), err)
	}
}
