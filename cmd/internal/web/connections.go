package web

import (
	"context"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
)

// connections keeps at most limit connections open. One more takes the place of
// the oldest that waits for its client: half-open requests never keep others
// out. Where all are being answered, the new one is turned away.
type connections struct {
	limit int
	mu    sync.Mutex
	open  []*connection // the oldest first
}

// connection is one of them.
type connection struct {
	net.Conn
	from    *connections
	working atomic.Bool // its request is being answered, and its client not waited for
	once    sync.Once
}

type connectionKey struct{}

func newConnections(limit int) *connections { return &connections{limit: limit} }

// listener is a listener whose connections are counted.
type listener struct {
	net.Listener
	conns *connections
	crowd *crowd // what finds no place; nil closes it
}

func (c *connections) listen(l net.Listener, rest *crowd) net.Listener {
	return &listener{l, c, rest}
}

// Accept takes the next connection that finds a place.
func (l *listener) Accept() (net.Conn, error) {
	for {
		c, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		conn := &connection{Conn: c, from: l.conns}
		if l.conns.enter(conn) {
			return conn, nil
		}
		if l.crowd == nil {
			_ = c.Close()
			continue
		}
		l.crowd.take(c)
	}
}

func (c *connections) enter(conn *connection) bool {
	c.mu.Lock()
	var oldest *connection
	full := len(c.open) >= c.limit
	for _, o := range c.open {
		if full && !o.working.Load() {
			oldest = o
			break
		}
	}
	if full && oldest == nil {
		c.mu.Unlock()
		return false
	}
	c.open = append(c.open, conn)
	c.mu.Unlock()
	if oldest != nil {
		_ = oldest.Close()
	}
	return true
}

// Close gives the place back.
func (c *connection) Close() error {
	c.once.Do(func() {
		c.from.mu.Lock()
		defer c.from.mu.Unlock()
		for i, o := range c.from.open {
			if o == c {
				c.from.open = append(c.from.open[:i], c.from.open[i+1:]...)
				break
			}
		}
	})
	return c.Conn.Close()
}

func (c *connections) context(ctx context.Context, conn net.Conn) context.Context {
	return context.WithValue(ctx, connectionKey{}, conn)
}

// busy marks the connection while its request is answered.
func (c *connections) busy(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if conn, ok := r.Context().Value(connectionKey{}).(*connection); ok {
			conn.working.Store(true)
			defer conn.working.Store(false)
		}
		next.ServeHTTP(w, r)
	})
}

// waiting marks the connection of r as one that waits for its client, until the
// function that is returned is called.
func waiting(r *http.Request) (done func()) {
	conn, ok := r.Context().Value(connectionKey{}).(*connection)
	if !ok {
		return func() {}
	}
	conn.working.Store(false)
	return func() { conn.working.Store(true) }
}
