package quantity

import "testing"

// TestBrokenBytes: bytes that only begin like an ideograph are no white space.
func TestBrokenBytes(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"\xe2\x00\x80", "\xe2\x80\x00", "\xe2\x80", "\xe4\xb8A"} {
		s := Read(text)
		if s.Size() == 0 || s.Rune(0) != '\uFFFD' {
			t.Errorf("%q: %d glyphs", text, s.Size())
		}
		s.Release()
	}
}
