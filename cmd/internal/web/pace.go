package web

import (
	"errors"
	"io"
	"net/http"
	"os"
	"time"

	"jxmb/model"
)

// limitBody bounds what a body may hold, whatever it says of itself, and how
// long it may take.
func (s *Server) limitBody(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ContentLength > s.Limits.Body {
			w.Header().Set("Connection", "close")
			s.refuse(w, r, http.StatusRequestEntityTooLarge, tooLarge("Body", s.Limits.Body))
			return
		}
		control := http.NewResponseController(w)
		if r.Body != nil && r.Body != http.NoBody {
			body := http.MaxBytesReader(w, r.Body, s.Limits.Body)
			r.Body = &pacedBody{ReadCloser: body, r: r, control: control, rate: s.Limits.Rate, window: s.Limits.RateWindow}
		}
		next.ServeHTTP(&pacedWriter{ResponseWriter: w, control: control, s: s}, r)
	})
}

// tooLarge names a limit that a request exceeds.
func tooLarge(limit string, n int64) Problem {
	return Problem{
		Status: http.StatusRequestEntityTooLarge, Kind: "limit", Limit: limit,
		What: model.Say("超过上限 %s：%d", "more than the limit %s: %d", limit, n),
		Hint: model.Say("请分几次上传", "send it in several requests"),
	}
}

// errSlow is a body that comes too slowly.
var errSlow = errors.New("the body comes too slowly")

// pacedBody gives up a body that brings less than rate over a window.
type pacedBody struct {
	io.ReadCloser
	r       *http.Request
	control *http.ResponseController
	rate    int64
	window  time.Duration
	ends    time.Time
	got     int64 // in this window
}

func (b *pacedBody) Read(p []byte) (int, error) {
	now := time.Now()
	if b.ends.IsZero() || now.After(b.ends) {
		if !b.ends.IsZero() && b.got < int64(b.window.Seconds()*float64(b.rate)) {
			return 0, errSlow
		}
		b.ends, b.got = now.Add(b.window), 0
	}
	_ = b.control.SetReadDeadline(now.Add(b.window))
	done := waiting(b.r)
	n, err := b.ReadCloser.Read(p)
	done()
	b.got += int64(n)
	if errors.Is(err, os.ErrDeadlineExceeded) {
		err = errSlow
	}
	if err != nil {
		_ = b.control.SetReadDeadline(time.Time{})
	}
	return n, err
}

// pacedWriter gives up a client that does not take its answer.
type pacedWriter struct {
	http.ResponseWriter
	control *http.ResponseController
	s       *Server
}

// writeChunk is what a client must take within twice the time that the lowest
// rate allows.
const writeChunk = 64 << 10

func (w *pacedWriter) Write(p []byte) (n int, err error) {
	for len(p) > 0 {
		part := p[:min(len(p), writeChunk)]
		_ = w.control.SetWriteDeadline(time.Now().Add(2 * writeChunk / time.Duration(w.s.Limits.Rate) * time.Second))
		m, err := w.ResponseWriter.Write(part)
		n += m
		if err != nil {
			return n, err
		}
		p = p[m:]
	}
	return n, nil
}

// Unwrap lets [http.ResponseController] reach the writer within.
func (w *pacedWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// ofBody is the problem that reading a body met.
func (s *Server) ofBody(err error) Problem {
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return tooLarge("Body", large.Limit)
	case errors.Is(err, errSlow):
		return Problem{
			Status: http.StatusRequestTimeout, Kind: "slow", Limit: "Rate",
			What: model.Say("上传太慢，低于每秒 %d 字节", "the body comes at less than %d bytes a second", s.Limits.Rate),
		}
	}
	return Problem{Status: http.StatusBadRequest, Kind: "body", What: model.Say("请求体读不完整", "the body cannot be read to its end")}
}
