package ooxml

import (
	"bytes"
	"testing"
)

// TestLargePart: a part beyond the size named is packed less tightly, at a fraction
// of the price, and is the same part.
func TestLargePart(t *testing.T) {
	packed := func(size int) int {
		text := make([]byte, size)
		for i := range 100_000 {
			text[i] = "0123456789abcdef"[i*i/7%13+i/1000%3]
		}
		var file bytes.Buffer
		if err := WriteNew(&file, []Change{{Part: "a.xml", Text: [][]byte{text[:1000], text[1000:]}}}); err != nil {
			t.Fatal(err)
		}
		p, err := Open(bytes.NewReader(file.Bytes()), int64(file.Len()), Limits{Ratio: 1e9})
		if err != nil {
			t.Fatal(err)
		}
		if got, err := p.Read("a.xml"); err != nil || !bytes.Equal(got, text) {
			t.Errorf("%d bytes came back as %d (%v)", size, len(got), err)
		}
		return file.Len()
	}
	if tight, loose := packed(large), packed(large+1); loose < tight+tight/10 {
		t.Errorf("%d bytes at the limit, %d beyond", tight, loose)
	}
}
