package check_test

import (
	"testing"

	"jxmb/fixtures"
	"jxmb/model/check"
)

// BenchmarkCheck is the review of the reference document, which convert and
// check do after reading it.
func BenchmarkCheck(b *testing.B) {
	docx := fixtures.Reference()
	d := parse(b, docx)
	b.SetBytes(int64(len(docx)))
	b.ReportAllocs()
	for b.Loop() {
		check.Run(d, check.Config{})
	}
}
