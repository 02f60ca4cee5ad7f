package web

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"
)

// dial opens a connection to the server.
func (r *running) dial() net.Conn {
	r.t.Helper()
	c, err := net.Dial("tcp", strings.TrimPrefix(r.url, "http://"))
	if err != nil {
		r.t.Fatal(err)
	}
	return c
}

// raw sends a request as it is written: no client cleans its path.
func (r *running) raw(line string, more ...string) reply {
	r.t.Helper()
	c := r.dial()
	defer c.Close()
	fmt.Fprintf(c, "%s HTTP/1.1\r\nHost: %s\r\n%s\r\n", line, strings.TrimPrefix(r.url, "http://"), strings.Join(more, ""))
	return r.reply(c, line)
}

// reply reads an answer from c.
func (r *running) reply(c net.Conn, line string) reply {
	r.t.Helper()
	_ = c.SetReadDeadline(time.Now().Add(20 * time.Second))
	method, path, _ := strings.Cut(line, " ")
	req, err := http.NewRequest(method, r.url+"/", nil)
	if err != nil {
		r.t.Fatal(err)
	}
	req.URL.Path = path
	resp, err := http.ReadResponse(bufio.NewReader(c), req)
	if err != nil {
		r.t.Fatalf("%.100s: %v", line, err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		r.t.Fatal(err)
	}
	return reply{resp, body}
}
