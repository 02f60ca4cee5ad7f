package web

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"jxmb/cmd/internal/web/worker"
	"jxmb/fixtures/hostile"
)

// TestHostile: every hostile file is answered, by a result or a fault that is
// no fault of the program; meanwhile the server stays small and answers at once.
func TestHostile(t *testing.T) {
	t.Parallel()
	p, idle := startProcess(t, t.TempDir()), startProcess(t, t.TempDir())
	inputs := hostile.Sample(append(hostile.All(), hostile.Workbooks()...))
	files := make([][]byte, len(inputs)) // made before: that too takes time
	for i, in := range inputs {
		files[i] = in.Bytes()
	}
	stop := make(chan struct{})
	times, rest := p.health(stop), idle.health(stop)
	next := make(chan int)
	var sending sync.WaitGroup
	for range 4 {
		sending.Go(func() {
			for i := range next {
				p.hostile(inputs[i], files[i])
			}
		})
	}
	for i := range inputs {
		next <- i
	}
	close(next)
	sending.Wait()
	close(stop)
	met, noise := <-times, <-rest
	t.Logf("/healthz %s; of a server at rest beside it %s", distribution(met), distribution(noise))
	// What the machine does besides hits both alike, but not at the same moments.
	if late, alike := slow(met), slow(noise); late > 2*alike+1+len(met)/100 {
		t.Errorf("/healthz took more than 100 ms %d times, and %d times at rest", late, alike)
	}
	if raced {
		return
	}
	switch took := worker.Peak(p.cmd.Process.Pid) >> 20; {
	case took == 0:
		t.Log("memory of the server is not told")
	case took >= 300:
		t.Errorf("the server took %d MiB", took)
	default:
		t.Logf("the server took %d MiB", took)
	}
}

// hostile sends one file.
func (p *process) hostile(in hostile.Input, file []byte) {
	got := p.post("/api/v1/convert?name="+in.Name+".docx", file)
	if got.StatusCode != http.StatusOK && got.StatusCode != http.StatusUnprocessableEntity {
		p.t.Errorf("%s: %d %.200s", in.Name, got.StatusCode, got.body)
	}
	if strings.HasPrefix(in.Want, "refused") && got.StatusCode == http.StatusOK {
		p.t.Errorf("%s: %s, but it was read", in.Name, in.Want)
	}
}

// health asks for /healthz again and again until stop, and gives how long each
// answer took.
func (p *process) health(stop <-chan struct{}) <-chan []time.Duration {
	ended := make(chan []time.Duration, 1)
	go func() {
		var took []time.Duration
		for {
			began := time.Now()
			p.wants(p.get("/healthz"), http.StatusOK, "")
			took = append(took, time.Since(began))
			select {
			case <-stop:
				ended <- took
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	return ended
}

// slow counts the times that are too long for a server that is well.
func slow(times []time.Duration) (n int) {
	for _, t := range times {
		if t > 100*time.Millisecond {
			n++
		}
	}
	return n
}

// distribution says how times are spread.
func distribution(times []time.Duration) string {
	times = slices.Sorted(slices.Values(times))
	at := func(share float64) time.Duration {
		return times[int(share*float64(len(times)-1))].Round(10 * time.Microsecond)
	}
	return fmt.Sprintf("%d times: median %v, 99%% %v, 99.9%% %v, worst %v", len(times), at(0.5), at(0.99), at(0.999), at(1))
}
