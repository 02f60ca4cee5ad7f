package pdf

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jxmb/render/font"
	"jxmb/render/view"
)

// advance is the width of r in 1/1000 em.
func (p *fonts) advance(style style, r rune) int {
	f := p.face(style, r)
	if f == nil {
		return 0
	}
	return f.font.Advance(f.shape(r))
}

// width is the width in points of text that visible has passed.
func (p *fonts) width(style style, size float64, text string) float64 {
	n := 0
	for _, r := range text {
		n += p.advance(style, r)
	}
	return float64(n) * size / 1000
}

// visible is s as it can be printed: as Printable has it, what has no width
// gone, and a character that no font has stands as 〔U+1F600〕 and is counted.
func (p *fonts) visible(style style, s string) string {
	plain := true
	for _, r := range s {
		if r != '\n' && !p.faces[style].font.Has(r) || r > 0xFFFF || r == utf8.RuneError {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	for _, r := range view.Printable(s) {
		switch {
		case invisible(r):
		case r == '\n' || p.drawable(style, r):
			b.WriteRune(r)
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		default:
			p.lost[r]++
			fmt.Fprintf(&b, "〔%U〕", r)
		}
	}
	return b.String()
}

func (p *fonts) drawable(style style, r rune) bool {
	f := p.face(style, r)
	return f != nil && f.codeFor(r)
}

// invisible tells characters that leave no mark on paper by definition:
// format controls (joiners, soft hyphen, byte order mark) and variation
// selectors.
func invisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}

// run is a stretch of text in one font, in that font's codes.
type run struct {
	face  int
	text  string
	width float64 // points
	runes int
}

// use notes which characters the fonts must hold to draw text.
func (p *fonts) use(style style, text string) {
	for _, r := range text {
		if f := p.face(style, r); f != nil { // visible leaves no other
			code := f.code(r)
			f.used[code>>6] |= 1 << (code & 63)
		}
	}
}

// code is what stands for r in text that is drawn in the font.
func (f *face) code(r rune) rune {
	if r > 0xFFFF {
		return f.codes[r]
	}
	return r
}

// runs splits text for drawing.
func (p *fonts) runs(style style, size float64, text string) []run {
	var runs []run
	var b strings.Builder
	var current *face
	units, count := 0, 0
	flush := func() {
		if count > 0 {
			face := slices.Index(p.faces, current)
			runs = append(runs, run{face, b.String(), float64(units) * size / 1000, count})
		}
		b.Reset()
		units, count = 0, 0
	}
	for _, r := range text {
		f := p.face(style, r)
		if f == nil {
			continue // visible leaves no such character
		}
		if f != current {
			flush()
			current = f
		}
		b.WriteRune(f.code(r))
		units += f.font.Advance(f.shape(r))
		count++
	}
	flush()
	return runs
}

// subset cuts the font to the characters used; nil when there are none.
func (f *face) subset() []byte {
	runes := make(map[rune]rune, len(f.codes))
	for r, code := range f.codes {
		runes[code] = r
	}
	var coded []font.Coded
	for i, word := range f.used {
		for bit := range 64 {
			if word&(1<<bit) == 0 {
				continue
			}
			code := rune(i<<6 | bit)
			r, private := runes[code]
			if !private {
				r = f.shape(code)
			}
			coded = append(coded, font.Coded{Code: uint16(code), Rune: r})
		}
	}
	if coded == nil {
		return nil
	}
	return f.font.Subset(coded)
}
