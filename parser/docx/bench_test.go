package docx

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"
)

const fixtureDir = "../../fixtures"

// reference is the reference document's bytes.
func reference(tb testing.TB) []byte {
	tb.Helper()
	b, err := os.ReadFile(filepath.Join(fixtureDir, "reference", "遵化市委政法委.docx"))
	if err != nil {
		tb.Skip("reference document not built: run make golden")
	}
	return b
}

func BenchmarkRead(b *testing.B) {
	file := reference(b)
	b.SetBytes(int64(mainSize(b, file)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(context.Background(), bytes.NewReader(file), int64(len(file)), Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func mainSize(tb testing.TB, file []byte) int {
	return len(mainPart(tb, file))
}

func mainPart(tb testing.TB, file []byte) []byte {
	tb.Helper()
	c, err := open(bytes.NewReader(file), int64(len(file)), Limits{}.withDefaults())
	if err != nil {
		tb.Fatal(err)
	}
	f, err := c.member(usualMain)
	if err != nil || f == nil {
		tb.Fatal(err)
	}
	src, err := c.inflate(f, nil, 1<<30, limitPart)
	if err != nil {
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
	c, err := open(bytes.NewReader(file), int64(len(file)), Limits{}.withDefaults())
	if err != nil {
		b.Fatal(err)
	}
	f, err := c.member(usualMain)
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
	src := mainPart(b, reference(b))
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	var s scanner
	for b.Loop() {
		s.reset(usualMain, src, DefaultLimits.Depth)
		for s.next() != tokenEOF {
		}
		if s.err != nil {
			b.Fatal(s.err)
		}
	}
}
