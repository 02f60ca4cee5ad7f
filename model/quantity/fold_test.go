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

// TestRoomless: characters that take no room part no number, blanks do.
func TestRoomless(t *testing.T) {
	t.Parallel()
	for text, gap := range map[string]bool{"9\u200b0": false, "9\u00ad0": false, "9\u200e0": false, "9\ufeff0": false, "9\u034f0": false, "9 0": true, "9\u200b 0": true, "9 \u200b0": true, "9\u202e0": true} {
		s := Read(text)
		if s.Size() != 2 || s.Gap(1) != gap {
			t.Errorf("%q: %d glyphs, gap %v", text, s.Size(), s.Gap(1))
		}
		s.Release()
		if got := Folded(text); got != "90" {
			t.Errorf("%q folds to %q", text, got)
		}
	}
}
