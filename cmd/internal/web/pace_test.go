package web

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// TestPace: a body that trickles or stops is given up after a window, one that
// comes well is not, however long it takes. Its clock is its own: no machine is too busy.
func TestPace(t *testing.T) {
	const (
		window = 5 * time.Second
		pause  = 250 * time.Millisecond
		even   = 1000 / 4 // what a pause may bring at least
	)
	for name, c := range map[string]struct {
		burst, chunk, n int
		stops           bool
		want            error
		took            time.Duration
	}{
		"byte by byte":    {0, 1, 1000, false, errSlow, window + pause},
		"a little slow":   {0, even * 9 / 10, 1000, false, errSlow, window + pause},
		"just fast":       {0, even * 11 / 10, 1000, false, nil, 1000 * pause},
		"stops":           {0, even * 11 / 10, 100, true, errSlow, 99*pause + window},
		"says nothing":    {0, 0, 0, true, errSlow, window},
		"tires":           {1 << 20, 1, 1000, false, errSlow, 2 * (window + pause)},
		"ends in a while": {0, 1, 10, false, nil, 10 * pause},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				client, conn := net.Pipe()
				var sender sync.WaitGroup
				defer sender.Wait()
				defer client.Close()
				defer conn.Close()
				sender.Go(func() {
					_, _ = client.Write(make([]byte, c.burst))
					for range c.n {
						if _, err := client.Write(make([]byte, c.chunk)); err != nil {
							return
						}
						time.Sleep(pause)
					}
					if !c.stops {
						client.Close()
					}
				})
				s := &Server{Config: Config{Limits: Limits{Body: 1 << 30, Rate: 1000, RateWindow: window}}}
				began, err := time.Now(), errors.New("the body was not read")
				read := s.limitBody(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { _, err = io.Copy(io.Discard, r.Body) }))
				read.ServeHTTP(deadlines{httptest.NewRecorder(), conn}, httptest.NewRequest(http.MethodPost, "/", conn))
				if took := time.Since(began); !errors.Is(err, c.want) || took != c.took {
					t.Errorf("%v after %v, want %v after %v", err, took, c.want, c.took)
				}
			})
		})
	}
}

// deadlines sets those of a connection that is no server's.
type deadlines struct {
	http.ResponseWriter
	conn net.Conn
}

func (d deadlines) SetReadDeadline(at time.Time) error { return d.conn.SetReadDeadline(at) }

// TestSlowBody: who is given up for a slow body is told so.
func TestSlowBody(t *testing.T) {
	t.Parallel()
	r := serve(t, func(c *Config) { misbehaving(c); c.Limits.RateWindow = 200 * time.Millisecond })
	conn := r.dial()
	defer conn.Close()
	fmt.Fprintf(conn, "POST /api/v1/convert HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nx")
	if got := r.reply(conn, "POST /"); got.StatusCode != http.StatusRequestTimeout {
		t.Errorf("a body that stops: %d", got.StatusCode)
	}
}
