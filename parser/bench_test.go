package parser_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"testing"

	"github.com/klauspost/compress/flate"

	"jxmb/fixtures"
	"jxmb/model"
	"jxmb/parser"
)

// mainPart gives the deflated bytes and the inflated size of word/document.xml.
func mainPart(b *testing.B, docx []byte) ([]byte, int) {
	b.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range z.File {
		if f.Name == "word/document.xml" {
			r, err := f.OpenRaw()
			if err != nil {
				b.Fatal(err)
			}
			data, err := io.ReadAll(r)
			if err != nil {
				b.Fatal(err)
			}
			return data, int(f.UncompressedSize64)
		}
	}
	b.Fatal("no main part")
	return nil, 0
}

// BenchmarkFloor is the least that any reader must do: inflate the main part
// and find every "<" in it. The other figures are quoted as ratios to it.
func BenchmarkFloor(b *testing.B) {
	deflated, size := mainPart(b, fixtures.Reference())
	b.SetBytes(int64(size))
	b.ReportAllocs()
	r := flate.NewReader(nil)
	buf := make([]byte, size)
	tags := 0
	for b.Loop() {
		if err := r.(flate.Resetter).Reset(bytes.NewReader(deflated), nil); err != nil {
			b.Fatal(err)
		}
		if _, err := io.ReadFull(r, buf); err != nil {
			b.Fatal(err)
		}
		tags = 0
		for rest := buf; ; tags++ {
			i := bytes.IndexByte(rest, '<')
			if i < 0 {
				break
			}
			rest = rest[i+1:]
		}
	}
	b.ReportMetric(float64(tags), "tags")
}

func BenchmarkParse(b *testing.B) {
	docx := fixtures.Reference()
	_, size := mainPart(b, docx)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parser.Parse(context.Background(), bytes.NewReader(docx), int64(len(docx)), parser.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDocxToJSON is the whole path of convert: container to JSON text.
func BenchmarkDocxToJSON(b *testing.B) {
	docx := fixtures.Reference()
	_, size := mainPart(b, docx)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	var buf []byte
	for b.Loop() {
		d, err := parser.Parse(context.Background(), bytes.NewReader(docx), int64(len(docx)), parser.Options{})
		if err != nil {
			b.Fatal(err)
		}
		buf = model.AppendJSON(buf[:0], d, false)
	}
	b.ReportMetric(float64(len(buf)), "json-bytes")
}

func BenchmarkAppendJSON(b *testing.B) {
	d := parse(b, "reference", fixtures.Reference())
	var buf []byte
	b.ReportAllocs()
	for b.Loop() {
		buf = model.AppendJSON(buf[:0], d, false)
	}
	b.SetBytes(int64(len(buf)))
}
