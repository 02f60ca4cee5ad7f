package web

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"testing"
	"time"

	"jxmb/cmd/internal/web/worker"
	"jxmb/fixtures"
)

// season is documents that clients and the command line convert alike.
type season struct {
	b    *testing.B
	docs [50][]byte
}

func newSeason(b *testing.B) *season {
	s := &season{b: b}
	for i := range s.docs {
		s.docs[i] = fixtures.Distinct(i, 3)
	}
	return s
}

// overHTTP has n documents converted by 8 clients at a time.
func (s *season) overHTTP(url string, n int) {
	var wait sync.WaitGroup
	next := make(chan int)
	for range 8 {
		wait.Go(func() {
			for i := range next {
				resp, err := http.Post(fmt.Sprintf("%s/api/v1/convert?name=%d.docx", url, i), "", bytes.NewReader(s.docs[i%len(s.docs)]))
				if err != nil {
					s.b.Error(err)
					continue
				}
				_, err = io.Copy(io.Discard, resp.Body)
				if resp.StatusCode != http.StatusOK || err != nil {
					s.b.Error(resp.Status, err)
				}
				resp.Body.Close()
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wait.Wait()
}

// folder is n of the documents.
func (s *season) folder(n int) string {
	in := s.b.TempDir()
	for i := range n {
		if err := os.WriteFile(filepath.Join(in, strconv.Itoa(i)+".docx"), s.docs[i%len(s.docs)], 0o600); err != nil {
			s.b.Fatal(err)
		}
	}
	return in
}

// convert converts a folder with as many jobs as there are cores.
func (s *season) convert(in string) {
	cmd := exec.Command(program, "convert", "-q", "-j", strconv.Itoa(runtime.GOMAXPROCS(0)), "-o", s.b.TempDir(), in)
	if text, err := cmd.CombinedOutput(); err != nil {
		s.b.Fatalf("%v\n%s", err, text)
	}
}

// BenchmarkSeason compares 8 clients that have documents converted with the command
// line that converts a folder of them: an operation is a document by both. They take
// turns, so that whatever else the machine does meets both alike. The figures are the
// throughput of the server as a share of that of the command line, and the most memory
// that the server held. Run with -benchtime 2000x for the figures that count.
func BenchmarkSeason(b *testing.B) {
	s := newSeason(b)
	p := startProcess(b, b.TempDir())
	const turn = 250
	s.overHTTP(p.url, 2*runtime.GOMAXPROCS(0)) // which starts the workers, as they are in a server that runs
	var served, converted time.Duration
	b.ResetTimer()
	for left := b.N; left > 0; left -= turn {
		n := min(left, turn)
		b.StopTimer()
		in := s.folder(n)
		b.StartTimer()
		began := time.Now()
		s.overHTTP(p.url, n)
		served += time.Since(began)
		began = time.Now()
		s.convert(in)
		converted += time.Since(began)
	}
	b.ReportMetric(100*converted.Seconds()/served.Seconds(), "%throughput")
	b.ReportMetric(float64(b.N)/served.Seconds(), "served/s")
	b.ReportMetric(float64(b.N)/converted.Seconds(), "converted/s")
	b.ReportMetric(float64(worker.Peak(p.cmd.Process.Pid)>>20), "server-MiB")
}
