package form_test

import (
	"context"
	"testing"

	"jxmb/fixtures"
	"jxmb/parser/form"
)

// BenchmarkRead reads the reference submission's blocks, value parsing
// included; bytes are those of the main part.
func BenchmarkRead(b *testing.B) {
	data := fixtures.Reference()
	blocks := blocksOf(b, data)
	last := blocks.Blocks[len(blocks.Blocks)-1]
	if last.Table != nil {
		b.SetBytes(int64(last.Table.End))
	} else {
		b.SetBytes(int64(last.Paragraph.End))
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := form.Read(context.Background(), blocks, form.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
