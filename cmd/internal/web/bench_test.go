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

	"jxmb/fixtures"
)

// BenchmarkSeason compares 8 clients that have documents converted with the
// command line that converts a folder of them: an operation is a document. Run
// with -benchtime 2000x for the figures that count.
func BenchmarkSeason(b *testing.B) {
	const kinds = 50
	var docs [kinds][]byte
	for i := range docs {
		docs[i] = fixtures.Distinct(i, 3)
	}
	b.Run("clients=8", func(b *testing.B) {
		r := serve(b, nil)
		var wait sync.WaitGroup
		next := make(chan int)
		for range 8 {
			wait.Go(func() {
				for i := range next {
					resp, err := http.Post(fmt.Sprintf("%s/api/v1/convert?name=%d.docx", r.url, i), "", bytes.NewReader(docs[i%kinds]))
					if err != nil {
						b.Error(err)
						continue
					}
					_, err = io.Copy(io.Discard, resp.Body)
					if resp.StatusCode != http.StatusOK || err != nil {
						b.Error(resp.Status, err)
					}
					resp.Body.Close()
				}
			})
		}
		for i := range b.N {
			next <- i
		}
		close(next)
		wait.Wait()
	})
	b.Run("convert", func(b *testing.B) {
		in, out := b.TempDir(), b.TempDir()
		for i := range b.N {
			if err := os.WriteFile(filepath.Join(in, strconv.Itoa(i)+".docx"), docs[i%kinds], 0o600); err != nil {
				b.Fatal(err)
			}
		}
		b.ResetTimer()
		cmd := exec.Command(program, "convert", "-q", "-j", strconv.Itoa(runtime.GOMAXPROCS(0)), "-o", out, in)
		if text, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, text)
		}
	})
}
