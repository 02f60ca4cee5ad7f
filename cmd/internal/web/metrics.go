package web

import (
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// metrics are counts for whoever watches the server. Labels are routes and
// codes, never names or ids.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	workers  prometheus.Counter
	deaths   prometheus.Counter
}

func newMetrics(s *Server) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "jxmb_requests_total", Help: "Requests by route and status."}, []string{"route", "code"}),
		seconds:  prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "jxmb_request_seconds", Help: "Time to answer by route.", Buckets: prometheus.ExponentialBuckets(0.001, 4, 8)}, []string{"route"}),
		workers:  prometheus.NewCounter(prometheus.CounterOpts{Name: "jxmb_workers_started_total", Help: "Worker processes started."}),
		deaths:   prometheus.NewCounter(prometheus.CounterOpts{Name: "jxmb_workers_died_total", Help: "Worker processes that ended in the middle of a document."}),
	}
	m.registry.MustRegister(m.requests, m.seconds, m.workers, m.deaths,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "jxmb_queue", Help: "Requests that wait for a worker."}, func() float64 { return float64(s.gate.waiting.Load()) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "jxmb_batches", Help: "Batches in the data folder."}, func() float64 { return float64(len(s.store.List())) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "jxmb_data_bytes", Help: "Size of the data folder."}, func() float64 { return float64(s.store.used.Load()) }))
	return m
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{DisableCompression: true})
}

// count counts an answer of the route that pattern names.
func (m *metrics) count(pattern string, answer func(http.ResponseWriter), w http.ResponseWriter) {
	began := time.Now()
	c := &counted{ResponseWriter: w, code: http.StatusOK}
	defer func() {
		m.requests.WithLabelValues(pattern, strconv.Itoa(c.code)).Inc()
		m.seconds.WithLabelValues(pattern).Observe(time.Since(began).Seconds())
	}()
	answer(c)
}

// counted remembers the status of an answer.
type counted struct {
	http.ResponseWriter
	code int
}

// WriteHeader is part of [http.ResponseWriter].
func (c *counted) WriteHeader(code int) {
	c.code = code
	c.ResponseWriter.WriteHeader(code)
}

// Unwrap lets [http.ResponseController] reach the writer within.
func (c *counted) Unwrap() http.ResponseWriter { return c.ResponseWriter }
