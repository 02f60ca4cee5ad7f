package web

import (
	"net"
	"net/http"
	"sync"
	"time"

	"jxmb/model"
)

// crowd has the connections that found no place, each only to be told so: one
// that is closed without a word looks like a server that is gone. It is a
// listener for a server of its own, which answers nothing else.
type crowd struct {
	net.Listener // for its address
	waiting      chan net.Conn
	closed       chan struct{}
	close        sync.Once
}

const (
	crowdSize = 64              // beyond them connections are closed
	crowdTime = 2 * time.Second // for a request of theirs
)

func newCrowd(l net.Listener) *crowd {
	return &crowd{Listener: l, waiting: make(chan net.Conn, crowdSize), closed: make(chan struct{})}
}

// take never waits.
func (c *crowd) take(conn net.Conn) {
	select {
	case c.waiting <- conn:
	default:
		_ = conn.Close()
	}
}

// Accept gives the next of them.
func (c *crowd) Accept() (net.Conn, error) {
	select {
	case conn := <-c.waiting:
		return conn, nil
	case <-c.closed:
		return nil, net.ErrClosed
	}
}

// Close leaves the listener that the others come from open.
func (c *crowd) Close() error {
	c.close.Do(func() { close(c.closed) })
	return nil
}

// turnAway answers the crowd until stop is called.
func (s *Server) turnAway(c *crowd) (stop func()) {
	h := &http.Server{
		Handler:           s.withHeaders(http.HandlerFunc(s.crowded)),
		ReadHeaderTimeout: crowdTime, WriteTimeout: crowdTime,
		MaxHeaderBytes: headerBytes,
	}
	go func() { _ = h.Serve(newConnections(crowdSize).listen(c, nil)) }()
	return func() { _ = h.Close() }
}

func (s *Server) crowded(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Connection", "close")
	w.Header().Set("Retry-After", "5")
	s.refuse(w, r, http.StatusServiceUnavailable, Problem{
		Kind: "busy", Limit: "Connections",
		What: model.Say("服务器忙，%d 个连接都在处理中", "the server is busy: all of its %d connections are being answered", s.Limits.Connections),
		Hint: model.Say("请稍后再试", "try again in a few seconds"),
	})
}
