package batch

import (
	"archive/zip"
	"bytes"
	"fmt"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"jxmb/cmd/internal/batch/content"
	"jxmb/cmd/internal/batch/source"
	"jxmb/fixtures"
	"jxmb/render"
)

// seasonSize is how many distinct copies of the reference document the
// benchmarks read.
const seasonSize = 200

// submissions builds them once for all benchmarks; mainPart is the size of
// their main parts together, which all figures in MB/s refer to.
var submissions = sync.OnceValues(func() (docs [][]byte, mainPart int64) {
	for i := range seasonSize {
		data := fixtures.Distinct(i, 1)
		docs = append(docs, data)
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			panic(err)
		}
		for _, f := range z.File {
			if f.Name == "word/document.xml" {
				mainPart += int64(f.UncompressedSize64)
			}
		}
	}
	return docs, mainPart
})

func perDocument(b *testing.B) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/seasonSize/1e6, "ms/doc")
}

// BenchmarkFloor is the least that reading a docx can cost: inflate the main
// part and find every "<".
func BenchmarkFloor(b *testing.B) {
	docs, size := submissions()
	b.SetBytes(size)
	b.ReportAllocs()
	var buf bytes.Buffer
	for b.Loop() {
		for _, data := range docs {
			z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
			if err != nil {
				b.Fatal(err)
			}
			f, err := z.Open("word/document.xml")
			if err != nil {
				b.Fatal(err)
			}
			buf.Reset()
			if _, err := buf.ReadFrom(f); err != nil {
				b.Fatal(err)
			}
			tags := 0
			for rest := buf.Bytes(); ; tags++ {
				i := bytes.IndexByte(rest, '<')
				if i < 0 {
					break
				}
				rest = rest[i+1:]
			}
			if tags == 0 {
				b.Fatal("no markup")
			}
		}
	}
	perDocument(b)
}

// BenchmarkDocuments is docx → model.Document → ndjson on one core, without
// the disk.
func BenchmarkDocuments(b *testing.B) {
	docs, size := submissions()
	b.SetBytes(size)
	b.ReportAllocs()
	var out bytes.Buffer
	for b.Loop() {
		for _, data := range docs {
			in := &source.Input{Name: "a.docx", Done: func() {}, Open: func() (*content.Content, error) {
				return &content.Content{ReaderAt: bytes.NewReader(data), Size: int64(len(data)), Close: func() error { return nil }}, nil
			}}
			d, err := Reader{}.Read(b.Context(), in)
			if err != nil {
				b.Fatal(err)
			}
			out.Reset()
			if err := render.NDJSON.Write(b.Context(), &out, d, render.Options{}); err != nil {
				b.Fatal(err)
			}
			if out.Len() == 0 {
				b.Fatal("no project")
			}
		}
	}
	perDocument(b)
}

// BenchmarkRun is a whole batch, from a folder to all.ndjson, by workers.
func BenchmarkRun(b *testing.B) {
	docs, size := submissions()
	in := b.TempDir()
	for i, data := range docs {
		write(b, filepath.Join(in, fmt.Sprintf("%03d.docx", i)), data)
	}
	for jobs := 1; jobs <= runtime.GOMAXPROCS(0); jobs *= 2 {
		b.Run(fmt.Sprintf("jobs=%d", jobs), func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			out := b.TempDir()
			for b.Loop() {
				o := options(out, render.NDJSON)
				o.Jobs, o.Force, o.SummaryOnly = jobs, true, true
				totals, err := Run(b.Context(), gather(b, out, in), o)
				if err != nil || totals.Done != seasonSize {
					b.Fatalf("%+v, %v", totals, err)
				}
			}
			perDocument(b)
		})
	}
}

// BenchmarkSkip is a second run in which nothing has changed.
func BenchmarkSkip(b *testing.B) {
	docs, _ := submissions()
	in, out := b.TempDir(), b.TempDir()
	for i, data := range docs {
		write(b, filepath.Join(in, fmt.Sprintf("%03d.docx", i)), data)
	}
	b.ReportAllocs()
	if _, err := Run(b.Context(), gather(b, out, in), options(out, render.JSON)); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		totals, err := Run(b.Context(), gather(b, out, in), options(out, render.JSON))
		if err != nil || totals.Skipped != seasonSize {
			b.Fatalf("%+v, %v", totals, err)
		}
	}
	perDocument(b)
}
