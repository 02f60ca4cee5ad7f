package web

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jxmb/fixtures"
)

// TestNotOverHTTP: requests reach no option of the command line, no list, no
// other file and no settings of a folder.
func TestNotOverHTTP(t *testing.T) {
	t.Parallel()
	r := serve(t, nil)
	data := fixtures.Reference()
	secret := write(t, "list.txt", []byte("/etc/passwd\n"))
	if err := os.WriteFile(filepath.Join(r.data, "jxmb.toml"), []byte("lang = \"en\"\n[check]\ndisable = [\"*\"]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	plain := r.post("/api/v1/check?name=a.docx", data)
	for _, query := range []string{
		"&legacy=true", "&forms=/tmp", "&config=" + secret, "&font=/etc/passwd", "&path=/etc/passwd", "&disable=V001", "&out=/tmp/x", "&to=json",
	} {
		if got := r.post("/api/v1/check?name=a.docx"+query, data); string(got.body) != string(plain.body) {
			t.Errorf("%s changes the answer: %.200s", query, got.body)
		}
	}
	for _, name := range []string{"@list.docx", "--legacy", "-", "--out=x", "*.docx", "a.docx;b", "$(x).docx", "[a].docx"} {
		got := r.post("/api/v1/convert?name="+strings.NewReplacer("$", "%24", ";", "%3B").Replace(name), data)
		switch {
		case name == "-":
			r.wants(got, http.StatusBadRequest, "name")
		case got.StatusCode != http.StatusOK || !strings.Contains(string(got.body), `"name": "`+name+`"`):
			t.Errorf("%s: %d %.300s", name, got.StatusCode, got.body)
		}
	}
	old := []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 1000))
	r.wants(r.post("/api/v1/convert?name=a.doc", old), http.StatusUnprocessableEntity, "legacy")
}

// TestPanic: a fault of the program is told by an id that the log explains in
// one line.
func TestPanic(t *testing.T) {
	t.Parallel()
	r := serve(t, nil)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /panic", func(http.ResponseWriter, *http.Request) { panic("a\nb") })
	r.handler = r.guarded(mux)
	got := r.get("/panic")
	r.wants(got, http.StatusInternalServerError, "bug")
	_, id, _ := strings.Cut(string(got.body), "编号 ")
	id, _, _ = strings.Cut(id, `"`)
	lines := strings.Split(strings.TrimSpace(r.log.String()), "\n")
	if len(lines) != 1 || id == "" || !strings.Contains(lines[0], id) || !strings.Contains(lines[0], "safe_test.go") {
		t.Errorf("id %q, log %q", id, lines)
	}
	if strings.Contains(string(got.body), ".go") {
		t.Errorf("the answer tells the stack: %s", got.body)
	}
}

// TestLog: a line is a line, and holds no text of documents.
func TestLog(t *testing.T) {
	t.Parallel()
	r := serve(t, misbehaving)
	r.post("/api/v1/convert?name=crash%E6%9C%BA%E5%AF%86.docx", []byte("机密"))
	r.post("/api/v1/convert?name=a%0ab.docx", []byte("机密"))
	for line := range strings.Lines(r.log.String()) {
		if !strings.HasPrefix(line, "time=") || strings.Contains(line, "机密") {
			t.Errorf("%q", line)
		}
	}
	if r.log.String() == "" {
		t.Error("nothing was logged of the worker's death")
	}
}

// TestDownloads: names in Chinese arrive, what would break the header does not,
// and nothing that was uploaded is shown by a browser.
func TestDownloads(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"遵化 a.json":       `attachment; filename="__ a.json"; filename*=UTF-8''%E9%81%B5%E5%8C%96%20a.json`,
		"a\r\nX: y\"\\/b": `attachment; filename="a__X: y___b"; filename*=UTF-8''a__X%3A%20y___b`,
		"\xff%41\u202e":   `attachment; filename="__41_"; filename*=UTF-8''_%2541_`,
	} {
		if got := disposition(name); got != want {
			t.Errorf("%q: %s, not %s", name, got, want)
		}
	}
	r := serve(t, nil)
	page := []byte("<html><script>alert(1)</script>")
	id := r.batch("", upFile{"a.docx", page}, upFile{"b.docx", []byte("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")})
	r.ended(id)
	for _, index := range []string{"0", "1"} {
		got := r.get("/api/v1/batches/" + id + "/documents/" + index + "/source")
		r.wants(got, http.StatusOK, "")
		if !strings.HasPrefix(got.Header.Get("Content-Disposition"), "attachment") || strings.Contains(got.Header.Get("Content-Type"), "html") {
			t.Errorf("%v", got.Header)
		}
	}
	for _, name := range []string{"a.html", "a.svg", "a.htm", "a.xhtml", "a.js", "a"} {
		if got := contentType(name); got != "application/octet-stream" {
			t.Errorf("%s: %s", name, got)
		}
	}
}
