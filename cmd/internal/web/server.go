package web

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"runtime"
	"sync/atomic"
	"time"

	"jxmb/cmd/internal/web/worker"
	"jxmb/model"
)

// Config is how a server is set up.
type Config struct {
	Data    string        // folder of the batches, made where it is missing
	Token   string        // every request must bring it; "" for none
	Keep    time.Duration // batches older than this are deleted; 0 keeps them
	Lang    model.Lang    // of answers to requests that ask for no language
	Version string        // name and version of the program
	Program string        // path of this program, for workers
	Hosts   []string      // names, besides those of the address, by which it may be called
	Log     *slog.Logger
	Schema  func(name string) ([]byte, bool) // what jxmb schema prints
	Limits  Limits                           // zero fields mean [DefaultLimits]
}

// Server answers requests. It is made by [New] and ended by [Server.Close].
type Server struct {
	Config
	store   *Store
	pool    *worker.Pool
	gate    *gate
	metrics *metrics
	conns   *connections
	handler http.Handler
	batches *batchRunner

	described []byte       // openapi.json
	watchers  atomic.Int64 // event streams
}

// setup starts workers in folders of the store.
func (s *Server) setup() worker.Setup {
	return worker.Setup{
		Program: s.Program, Memory: s.Limits.Memory, Log: s.Log,
		Folder: func() (string, func(), error) {
			name, remove, err := s.store.tmp()
			return s.store.path(name), remove, err
		},
		Started: s.metrics.workers.Inc, Died: s.metrics.deaths.Inc,
	}
}

// New opens the data folder, takes up the batches that an earlier server left
// unfinished, and is ready to serve.
func New(c Config) (*Server, error) {
	c.Limits = c.Limits.withDefaults()
	store, err := openStore(c)
	if err != nil {
		return nil, err
	}
	s := &Server{Config: c, store: store, conns: newConnections(c.Limits.Connections)}
	s.gate = newGate(max(2, runtime.GOMAXPROCS(0)), c.Limits.Queue)
	s.metrics = newMetrics(s)
	s.pool = worker.NewPool(s.setup())
	s.batches = newBatchRunner(s)
	if s.described, err = s.describe(); err != nil {
		return nil, errors.Join(err, store.close())
	}
	s.handler = s.guarded(s.routes())
	s.batches.resume()
	return s, nil
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

const headerBytes = 32 << 10

// Serve answers on l until ctx ends, then lets requests that run finish for at
// most the time of [Limits.Drain]. Batches that run are stopped, and taken up by
// the next server.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	h := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: s.Limits.HeaderTime,
		IdleTimeout:       s.Limits.IdleTime,
		MaxHeaderBytes:    headerBytes,
		ErrorLog:          slog.NewLogLogger(s.Log.Handler(), slog.LevelDebug),
		ConnContext:       s.conns.context,
		BaseContext:       func(net.Listener) context.Context { return context.WithoutCancel(ctx) },
	}
	ended := make(chan error, 1)
	rest := newCrowd(l)
	defer s.turnAway(rest)()
	go func() { ended <- h.Serve(s.conns.listen(l, rest)) }()
	sweep := time.NewTicker(time.Hour)
	defer sweep.Stop()
	for {
		select {
		case err := <-ended:
			return err
		case <-sweep.C:
			s.store.expire(time.Now())
		case <-ctx.Done():
			return s.drain(h, ended)
		}
	}
}

func (s *Server) drain(h *http.Server, ended <-chan error) error {
	s.store.closing.Store(true)
	s.batches.stop()
	ctx, cancel := context.WithTimeout(context.Background(), s.Limits.Drain)
	defer cancel()
	err := h.Shutdown(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		err = h.Close()
	}
	if served := <-ended; !errors.Is(served, http.ErrServerClosed) {
		err = errors.Join(err, served)
	}
	return err
}

// Close stops batches and workers and gives the data folder back.
func (s *Server) Close() error {
	s.batches.stop()
	s.pool.Close()
	return s.store.close()
}
