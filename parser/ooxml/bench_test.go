package ooxml

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// reference is the reference document's bytes.
func reference(tb testing.TB) []byte {
	tb.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "fixtures", "reference", "遵化市委政法委.docx"))
	if err != nil {
		tb.Skip("reference document not built: run make golden")
	}
	return b
}

func mainPart(tb testing.TB) []byte {
	tb.Helper()
	file := reference(tb)
	c, err := Open(bytes.NewReader(file), int64(len(file)), Limits{})
	if err != nil {
		tb.Fatal(err)
	}
	src, err := c.Read(UsualMain)
	if err != nil || src == nil {
		tb.Fatal(err)
	}
	return src
}

// BenchmarkInflate is the first half of the floor.
func BenchmarkInflate(b *testing.B) { benchmarkFloor(b, false) }

// BenchmarkFloor is the floor: inflate the main part and find every "<".
func BenchmarkFloor(b *testing.B) { benchmarkFloor(b, true) }

func benchmarkFloor(b *testing.B, scan bool) {
	file := reference(b)
	c, err := Open(bytes.NewReader(file), int64(len(file)), Limits{}.WithDefaults())
	if err != nil {
		b.Fatal(err)
	}
	f, err := c.Member(UsualMain)
	if err != nil || f == nil {
		b.Fatal(err)
	}
	buf := make([]byte, f.UncompressedSize64)
	b.SetBytes(int64(len(buf)))
	b.ReportAllocs()
	tags := 0
	for b.Loop() {
		from, err := f.DataOffset()
		if err != nil {
			b.Fatal(err)
		}
		if err := unpackInto(buf, io.NewSectionReader(c.r, from, int64(f.CompressedSize64)), int64(f.CompressedSize64)); err != nil {
			b.Fatal(err)
		}
		if !scan {
			continue
		}
		for rest := buf; ; tags++ {
			i := bytes.IndexByte(rest, '<')
			if i < 0 {
				break
			}
			rest = rest[i+1:]
		}
	}
}

// BenchmarkScan reads the tags alone, without building anything.
func BenchmarkScan(b *testing.B) {
	src := mainPart(b)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	var s Scanner
	for b.Loop() {
		s.Reset(UsualMain, src, DefaultLimits.Depth)
		for s.Next() != EOF {
		}
		if s.Err != nil {
			b.Fatal(s.Err)
		}
	}
}
