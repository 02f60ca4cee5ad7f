package web

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

// unread is a body that fails the test when it is read.
type unread struct{ t *testing.T }

func (u unread) Read([]byte) (int, error) {
	u.t.Error("the body was read")
	return 0, io.EOF
}

// asked is a request that never went over a wire.
func (r *running) asked(method, target string, body io.Reader, headers ...string) *recorded {
	req, err := http.NewRequest(method, target, body)
	if err != nil {
		r.t.Fatal(err)
	}
	for _, h := range headers {
		name, value, _ := strings.Cut(h, ": ")
		req.Header.Set(name, value)
	}
	w := &recorded{header: http.Header{}}
	r.ServeHTTP(w, req)
	return w
}

// recorded is an answer that nobody is sent.
type recorded struct {
	header http.Header
	code   int
}

func (w *recorded) Header() http.Header         { return w.header }
func (w *recorded) Write(p []byte) (int, error) { return len(p), nil }
func (w *recorded) WriteHeader(code int)        { w.code = code }

// TestHost: a name that is not the server's is refused before its body is read.
func TestHost(t *testing.T) {
	t.Parallel()
	r := serve(t, func(c *Config) { c.Hosts = []string{"bureau"} })
	for _, host := range []string{"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "10.0.0.9", ""} {
		if got := r.asked("POST", "http://"+host+"/api/v1/convert", unread{t}); got.code != http.StatusMisdirectedRequest {
			t.Errorf("%q: %d", host, got.code)
		}
	}
	for _, host := range []string{"localhost:8421", "127.0.0.1", "[::1]:80", "bureau:1", "LOCALHOST"} {
		r.wants(r.get("/healthz", "Host: "+host), http.StatusOK, "")
	}
	r.wants(r.get("/healthz", "Host: evil.example"), http.StatusMisdirectedRequest, "host")
}

// TestOrigin: pages of other origins get nothing, and nobody is told that they
// might.
func TestOrigin(t *testing.T) {
	t.Parallel()
	r := serve(t, nil)
	for _, header := range []string{
		"Origin: https://evil.example", "Origin: null", "Origin: http://localhost:1", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site",
	} {
		for _, path := range []string{"/api/v1/convert", "/api/v1/batches"} {
			got := r.asked("POST", r.url+path, unread{t}, header, change)
			if got.code != http.StatusForbidden {
				t.Errorf("POST %s %s: %d", path, header, got.code)
			}
		}
		for _, path := range []string{"/api/v1/batches", "/metrics", "/openapi.json", "/healthz"} {
			got := r.get(path, header)
			r.wants(got, http.StatusForbidden, "origin")
		}
	}
	r.wants(r.get("/healthz", "Origin: "+r.url, "Sec-Fetch-Site: same-origin"), http.StatusOK, "")
	for _, method := range []string{"OPTIONS", "GET", "POST"} {
		for name := range r.do(method, "/api/v1/batches", nil, "Access-Control-Request-Method: POST").Header {
			if strings.HasPrefix(name, "Access-Control-") {
				t.Errorf("%s: %s", method, name)
			}
		}
	}
}

// TestChanges: what changes something wants a header of its own, and GET changes
// nothing.
func TestChanges(t *testing.T) {
	t.Parallel()
	r := serve(t, nil)
	id := r.batch("?start=false", upFile{"a.docx", []byte("x")})
	at := "/api/v1/batches/" + id
	for _, c := range [][2]string{{"POST", "/api/v1/batches"}, {"POST", at + "/files"}, {"POST", at + "/start"}, {"POST", at + "/retry"}, {"DELETE", at}} {
		r.wants(r.do(c[0], c[1], nil), http.StatusForbidden, "header")
	}
	for _, path := range []string{at + "/files", at + "/start", at + "/retry"} {
		if got := r.get(path, change); got.StatusCode < 400 {
			t.Errorf("GET %s: %d", path, got.StatusCode)
		}
	}
	if s := r.store.Get(id).Status(); s.State != StateUploading || s.Counts.Files != 1 {
		t.Errorf("%+v", s)
	}
}

// TestToken: with a token no route answers without it.
func TestToken(t *testing.T) {
	t.Parallel()
	const token = "0123456789abcdefghijklmnop"
	r := serve(t, func(c *Config) { c.Token = token })
	paths := []string{"/", "/healthz", "/readyz", "/metrics", "/openapi.json", "/static/page.css", "/api/v1/batches", "/api/v1/schema/value", "/nothing"}
	for _, path := range paths {
		for _, header := range []string{"X: y", "Authorization: Bearer " + token + "x", "Authorization: Bearer ", "Authorization: Basic eDp5"} {
			r.wants(r.get(path, header), http.StatusUnauthorized, "token")
		}
	}
	if got := r.asked("POST", r.url+"/api/v1/convert", unread{t}); got.code != http.StatusUnauthorized {
		t.Errorf("%d", got.code)
	}
	r.wants(r.get("/healthz", "Authorization: Bearer "+token), http.StatusOK, "")
	req, _ := http.NewRequest("GET", r.url+"/healthz", nil)
	req.SetBasicAuth("anyone", token)
	r.wants(r.get("/healthz", "Authorization: "+req.Header.Get("Authorization")), http.StatusOK, "")
	if strings.Contains(r.log.String(), token) {
		t.Error("the log tells the token")
	}
}

// TestHeaders: every answer says what a browser may do with it.
func TestHeaders(t *testing.T) {
	t.Parallel()
	r := serve(t, nil)
	for _, got := range []reply{r.get("/healthz"), r.get("/nothing"), r.get("/static/page.css"), r.post("/api/v1/convert", nil), r.get("/healthz", "Host: x.example")} {
		for name, want := range map[string]string{
			"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
			"X-Content-Type-Options":  "nosniff",
			"Cache-Control":           "no-store",
		} {
			if got.Header.Get(name) != want {
				t.Errorf("%s: %s: %q", got.Request.URL.Path, name, got.Header.Get(name))
			}
		}
	}
}

// TestPaths: what does not name one thing plainly names nothing.
func TestPaths(t *testing.T) {
	t.Parallel()
	r := serve(t, nil)
	id := r.batch("", upFile{"a.docx", []byte("words")})
	r.ended(id)
	at := "/api/v1/batches/" + id + "/files/"
	for _, path := range []string{
		at + "../batch.json", at + "%2e%2e/batch.json", at + "%2e%2e%2fbatch.json", at + "..%5cbatch.json", at + "a.json%00", at + "%5c", at + "out/../../batch.json",
		at + strings.Repeat("a/", 5000), at + "report.json/", "//healthz", "/./healthz", at, "/api/v1/batches/../../etc/passwd", "/static/%2e%2e/routes.go", "/static/..%2froutes.go",
		"/api/v1/batches/" + strings.Repeat("0", 32), "/api/v1/batches/x", "/api/v1/batches/" + id + "/documents/1/source", "/api/v1/batches/" + id + "/documents/-1/source",
		at + "batch.json", at + ".jxmb/manifest.ndjson", at + "C:%5cwindows", at + "%2fetc%2fpasswd",
	} {
		r.wants(r.raw("GET "+path), http.StatusNotFound, "missing")
	}
}

// TestNoRoute: other methods are refused as such.
func TestNoRoute(t *testing.T) {
	t.Parallel()
	r := serve(t, nil)
	got := r.get("/api/v1/convert")
	r.wants(got, http.StatusMethodNotAllowed, "method")
	if got.Header.Get("Allow") != "POST" {
		t.Errorf("Allow: %q", got.Header.Get("Allow"))
	}
}
