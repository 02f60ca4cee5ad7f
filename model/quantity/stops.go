package quantity

import "slices"

// SetStopsApart takes the stops at the end of t out of what is read, where anything
// stands in front of them. They stay part of what is left over.
func (t *folded) SetStopsApart() {
	for n := len(t.glyphs) - 1; n > 0 && slices.Contains(stops, t.glyphs[n].r); n-- {
		t.glyphs, t.stops = t.glyphs[:n], t.stops+1
	}
}

var stops = []rune("。;,、")

// all are the glyphs with the stops set apart.
func (t *folded) all() []glyph { return t.glyphs[:len(t.glyphs)+t.stops] }

// Left is the text behind glyph p, verbatim.
func (t *folded) Left(p int) string { return t.Source(p, len(t.all())) }
