package quantity

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// glyph is one rune of the text after folding. Folding maps rune to rune, so
// that a place in the folded text is a place in the text.
type glyph struct {
	r    rune
	at   int32 // byte offset in the text
	size uint8 // bytes in the text
	gap  bool  // blanks stood before it
}

// Runes that fold to nothing.
const (
	blank  = iota // spaces, controls, direction marks: they part what stands beside them
	unseen        // those that take no room, within a number either: ≥9\u200b0
)

// roomless are characters that take no room: soft hyphens, joiners, marks of
// direction, spaces of no width, byte order marks.
const roomless = "\u00ad\u034f\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

// folding maps every rune of the basic plane: full width to half width,
// compatibility ideographs to their plain forms, and the rows of glyphs.tsv.
type folding [1 << 16]uint16

func newFolding(glyphs [][]string) *folding {
	f := new(folding)
	for i := range f {
		f[i] = uint16(i)
	}
	f.foldBlanks()
	for c := rune(0xFF01); c <= 0xFFEE; c++ {
		if r := width.LookupRune(c).Folded(); r != 0 {
			f[c] = uint16(r)
		}
	}
	f.compose(0x2E80, 0x2FD5) // radicals
	f.compose(0xF900, 0xFAFF) // compatibility ideographs
	for _, row := range glyphs {
		from, _ := utf8.DecodeRuneInString(row[0])
		to, _ := utf8.DecodeRuneInString(row[1])
		f[from] = uint16(to)
		for c := rune(0xFF01); c <= 0xFF5E; c++ { // ［ folds through [ to (
			if f[c] == uint16(from) {
				f[c] = uint16(to)
			}
		}
	}
	return f
}

// foldBlanks makes one blank of all that is not shown, and one line break of all
// that break a line.
func (f *folding) foldBlanks() {
	for _, table := range []*unicode.RangeTable{unicode.Cc, unicode.Cf, unicode.White_Space} {
		for _, r := range table.R16 {
			for c := uint32(r.Lo); c <= uint32(r.Hi); c += uint32(r.Stride) {
				f[c] = blank
			}
		}
	}
	for _, c := range roomless {
		f[c] = unseen
	}
	for _, c := range []rune{'\n', '\v', '\u0085', '\u2028', '\u2029'} {
		f[c] = '\n'
	}
}

// compose folds a block of runes to their plain forms.
func (f *folding) compose(first, last rune) {
	for c := first; c <= last; c++ {
		if r, n := utf8.DecodeRuneInString(norm.NFKC.String(string(c))); n > 0 && r < 1<<16 {
			f[c] = uint16(r)
		}
	}
}

func (f *folding) rune(r rune) rune {
	if uint32(r) < 1<<16 {
		return rune(f[r])
	}
	return f.rare(r)
}

// rare folds a rune outside the basic plane.
func (f *folding) rare(r rune) rune {
	if unicode.Is(unicode.Cf, r) {
		return blank
	}
	return r
}

// fold puts the glyphs of text into the memory of g, and reports brackets of
// titles in it. Ideographs, the bulk of every text, are decoded here, which is
// quicker than in package utf8.
func (f *folding) fold(g []glyph, text string) (glyphs []glyph, titles bool) {
	g = room(g, text)
	count, gap := 0, false
	for i, n := 0, 0; i < len(text); i += n {
		var r rune
		switch c := text[i]; {
		case c-0xE1 < 12 && i+2 < len(text) && (text[i+1]^0x80)|(text[i+2]^0x80) < 0x40:
			r, n = rune(f[uint16(c)<<12|uint16(text[i+1]&0x3F)<<6|uint16(text[i+2]&0x3F)]), 3
		case c < utf8.RuneSelf:
			r, n = rune(f[c]), 1
		default:
			r, n = utf8.DecodeRuneInString(text[i:])
			r = f.rune(r)
		}
		if r <= unseen {
			gap = gap || r == blank
			continue
		}
		g[count] = glyph{r, int32(i), uint8(n), gap}
		count, gap = count+1, false
		titles = titles || r&^1 == '《' // or 》
	}
	return g[:count], titles
}

// room is the memory of g with a place for every rune of text.
func room(g []glyph, text string) []glyph {
	const short = 1024 // bytes: not worth counting the runes of
	n := len(text)
	if n > short {
		n = utf8.RuneCountInString(text)
	}
	if cap(g) < n {
		return make([]glyph, n)
	}
	return g[:n]
}

// AppendFolded appends the spelling in which labels, levels and names are
// compared: that of values, and without white space of any kind, line breaks
// too, so that a label whose characters stand one below the other, or that a
// converter wrote in Kangxi radicals, is the label it looks like.
func AppendFolded(b []byte, text string) []byte { return vocab().folding.appendFolded(b, text) }

func (f *folding) appendFolded(b []byte, text string) []byte {
	for i := 0; i < len(text); {
		if n := f.plainHan(text[i:]); n > 0 {
			b = append(b, text[i:i+n]...)
			i += n
			continue
		}
		if c := text[i]; c < utf8.RuneSelf && !foldsASCII(c) {
			i++
			if c > ' ' && c != 0x7F {
				b = append(b, c)
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		if r = f.rune(r); r > unseen && r != '\n' {
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// foldsASCII reports the ASCII characters that glyphs.tsv folds to others.
func foldsASCII(c byte) bool {
	switch c {
	case '[', ']', '{', '}', '\'':
		return true
	}
	return false
}

// plainHan is the bytes at the beginning of text, which is UTF-8, that are
// ideographs between U+4E00 and U+9FFF which fold to themselves: most of what
// is compared.
func (f *folding) plainHan(text string) int {
	n := 0
	for ; n+3 <= len(text) && text[n] >= 0xE4 && text[n] <= 0xE9; n += 3 {
		if r := uint16(text[n]&0xF)<<12 | uint16(text[n+1]&0x3F)<<6 | uint16(text[n+2]&0x3F); r < 0x4E00 || f[r] != r {
			break
		}
	}
	return n
}

// Folded is the spelling of text that [AppendFolded] gives; text itself where
// it is nothing but ideographs that fold to themselves.
func Folded(text string) string {
	if PlainHan(text) {
		return text
	}
	var room [256]byte // of most texts, on the stack
	return string(AppendFolded(room[:0], text))
}

// PlainHan reports a text of ideographs from U+4E00 to U+9FFF, each of which
// folds to itself. Most names and levels are such.
func PlainHan(text string) bool { return vocab().folding.plainHan(text) == len(text) }

// FoldRune is the spelling of one rune, 0 where it is white space or not
// shown.
func FoldRune(r rune) rune {
	if r = vocab().folding.rune(r); r <= unseen || r == '\n' {
		return blank
	}
	return r
}

// FirstRune is the first rune of text in folded spelling, 0 where it has none.
func FirstRune(text string) rune {
	for _, r := range text {
		if r = FoldRune(r); r != blank {
			return r
		}
	}
	return 0
}

func IsDigit(r rune) bool { return r >= '0' && r <= '9' }

func IsLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

func IsHan(r rune) bool { return r >= 0x3400 && r <= 0x9FFF || r >= 0x20000 && r <= 0x3FFFF }
