package web

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// TestHalfOpen: five hundred requests that never end, some in their headers,
// some in their bodies, keep nobody out.
func TestHalfOpen(t *testing.T) {
	t.Parallel()
	r := serve(t, nil)
	var open []net.Conn
	defer func() {
		for _, c := range open {
			c.Close()
		}
	}()
	for i := range 500 {
		c := r.dial()
		open = append(open, c)
		if i%2 == 0 {
			fmt.Fprintf(c, "GET / HTTP/1.1\r\nHost: localhost\r\n")
		} else {
			fmt.Fprintf(c, "POST /api/v1/convert HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nx")
		}
	}
	fastest := time.Minute
	for range 3 { // on a machine that is busy with other tests one may wait for a core
		began := time.Now()
		r.wants(r.get("/healthz"), http.StatusOK, "")
		fastest = min(fastest, time.Since(began))
	}
	if fastest > time.Second {
		t.Errorf("answered after %v", fastest)
	}
	r.conns.mu.Lock()
	defer r.conns.mu.Unlock()
	if n := len(r.conns.open); n > r.Limits.Connections {
		t.Errorf("%d connections are open", n)
	}
}

// TestAllBusy: where all connections are being answered, more are told so, and
// one that says nothing keeps no other from being told.
func TestAllBusy(t *testing.T) {
	t.Parallel()
	r := serve(t, func(c *Config) { misbehaving(c); c.Limits.Connections = 2; c.Limits.Time = time.Minute })
	for range 2 {
		c := r.dial()
		defer c.Close()
		fmt.Fprintf(c, "POST /api/v1/convert?name=hang.docx HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\nx")
	}
	until(t, "two are working", func() bool { return len(r.gate.places) == 2 })
	for range crowdSize {
		defer r.dial().Close()
	}
	c := r.dial()
	defer c.Close()
	_ = c.SetReadDeadline(time.Now().Add(10 * time.Second))
	fmt.Fprintf(c, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
	if said, err := io.ReadAll(c); err != nil || !strings.HasPrefix(string(said), "HTTP/1.1 503 ") || !strings.Contains(string(said), "服务器忙") {
		t.Errorf("one more is told %q, %v", said, err)
	}
}

// TestSlowHeader: a header that does not come is not waited for.
func TestSlowHeader(t *testing.T) {
	t.Parallel()
	r := serve(t, func(c *Config) { c.Limits.HeaderTime = 200 * time.Millisecond })
	c := r.dial()
	defer c.Close()
	fmt.Fprintf(c, "GET / HTTP/1.1\r\nHost: localhost\r\n")
	_ = c.SetReadDeadline(time.Now().Add(10 * time.Second))
	if _, err := io.ReadAll(c); err != nil {
		t.Error(err)
	}
}
