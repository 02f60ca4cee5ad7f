package docx

import (
	"strconv"

	"jxmb/parser/ooxml"
)

// colour is an ST_HexColor (§22.9.2.5), of text or of what is behind it.
type colour int32

const (
	unsaid    colour = iota // nothing is said of it: what is around shows
	bare                    // none
	automatic               // black or white, as can be read
	untold                  // cannot be told: a pattern, the fill of a shape, a style of tables
	rgb       colour = 1 << 24
	white            = rgb | 0xffffff
)

func hexColour(value []byte) colour {
	if string(value) == "auto" {
		return automatic
	}
	n, err := strconv.ParseUint(string(value), 16, 24)
	if err != nil || len(value) != 6 {
		return untold
	}
	return rgb | colour(n)
}

// like tells colours that the eye does not tell apart.
func (c colour) like(other colour) bool {
	if c < rgb || other < rgb {
		return false
	}
	const near = 8 // of 255
	for shift := 0; shift < 24; shift += 8 {
		if d := c>>shift&0xff - other>>shift&0xff; d < -near || d > near {
			return false
		}
	}
	return true
}

// readShading is what a w:shd (ISO/IEC 29500-1 §17.3.5) lays behind text.
func readShading(s *ooxml.Scanner) colour {
	fill, _ := s.Attribute("fill")
	switch string(s.Val()) {
	case "clear":
		if c := hexColour(fill); c != automatic {
			return c
		}
		return unsaid
	case "nil":
		return unsaid
	case "solid":
		ink, _ := s.Attribute("color")
		if c := hexColour(ink); c != automatic {
			return c
		}
		return rgb // black
	}
	return untold
}

// readHighlight is the colour of a w:highlight; only those that text may vanish
// in are told apart.
func readHighlight(s *ooxml.Scanner) colour {
	switch string(s.Val()) {
	case "none":
		return unsaid
	case "white":
		return white
	case "black":
		return rgb
	}
	return untold
}

// hexBits are the bits of a number in hexadecimal, 0 where it is none.
func hexBits(value []byte) int {
	n, _ := strconv.ParseUint(string(value), 16, 16)
	return int(n)
}
