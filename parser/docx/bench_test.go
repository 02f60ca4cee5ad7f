package docx

import (
	"bytes"
	"context"
	"jxmb/parser/ooxml"
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
	c, err := ooxml.Open(bytes.NewReader(file), int64(len(file)), ooxml.Limits{}.WithDefaults())
	if err != nil {
		tb.Fatal(err)
	}
	src, err := c.Read(ooxml.UsualMain)
	if err != nil || src == nil {
		tb.Fatal(err)
	}
	return src
}
