package value

import (
	"sync"
	"unicode/utf8"

	"jxmb/model"
)

// scan is a text on its way through the parser: its glyphs, then its tokens,
// then the expressions they form.
type scan struct {
	v           *vocabulary
	text        string
	glyphs      []glyph
	tokens      []token
	quantities  []quantity
	spans       []span
	expressions []expression
	indices     []int
	hint        Hint
	fractions   bool // 3/5 is a fraction here
	whole       bool // a part of a composite, not to be split again
	crowded     bool // more tokens than a cell has
	memo        match
	memoAt      int
}

var scans = sync.Pool{New: func() any { return new(scan) }}

// newScan folds text. Release gives the memory back.
func newScan(text string) *scan {
	s := scans.Get().(*scan)
	s.v, s.text, s.hint, s.fractions, s.whole, s.crowded, s.memoAt = vocab(), text, Hint{}, false, false, false, -1
	s.glyphs = s.v.folding.fold(s.glyphs[:0], text)
	s.tokens, s.quantities, s.spans, s.expressions = s.tokens[:0], s.quantities[:0], s.spans[:0], s.expressions[:0]
	return s
}

// maxPooled bounds the glyphs that a pooled scan may keep.
const maxPooled = 4096

func (s *scan) release() {
	if cap(s.glyphs) <= maxPooled {
		scans.Put(s)
	}
}

// rune is the folded rune at p, 0 past the end.
func (s *scan) rune(p int) rune {
	if uint(p) < uint(len(s.glyphs)) {
		return s.glyphs[p].r
	}
	return 0
}

func (s *scan) is(p int, r rune) bool { return s.rune(p) == r }

func (s *scan) skipRune(p int, r rune) int {
	if s.is(p, r) {
		return p + 1
	}
	return p
}

// matchAt looks the vocabulary up at p. The result holds until the next call.
func (s *scan) matchAt(p int) *match {
	if s.memoAt != p {
		s.memoAt = p
		s.v.trie.at(s.glyphs, p, &s.memo)
	}
	return &s.memo
}

// word is the length of the plain word at p that only looks like a token.
func (s *scan) word(p int) int { return int(s.matchAt(p).len[roleWord]) }

// offset is the byte offset of glyph p in the text.
func (s *scan) offset(p int) int {
	if p < len(s.glyphs) {
		return int(s.glyphs[p].at)
	}
	return len(s.text)
}

// end is the byte offset behind glyph p-1.
func (s *scan) end(p int) int {
	if p == 0 {
		return 0
	}
	at := int(s.glyphs[p-1].at)
	_, n := utf8.DecodeRuneInString(s.text[at:])
	return at + n
}

// source is the text of glyphs [from,to), verbatim.
func (s *scan) source(from, to int) string {
	if from >= to {
		return ""
	}
	return s.text[s.offset(from):s.end(to)]
}

// folded is the folded spelling of glyphs [from,to); a slice of the text
// where folding changed nothing.
func (s *scan) folded(from, to int) string {
	src, same := s.source(from, to), true
	n := 0
	for i := from; i < to && same; i++ {
		same = int(s.glyphs[i].at) == s.offset(from)+n
		n += utf8.RuneLen(s.glyphs[i].r)
	}
	if same && n == len(src) {
		i := from
		for _, r := range src {
			if same = same && r == s.glyphs[i].r; !same {
				break
			}
			i++
		}
		if same {
			return src
		}
	}
	runes := make([]rune, 0, to-from)
	for _, g := range s.glyphs[from:to] {
		runes = append(runes, g.r)
	}
	return string(runes)
}

// small reads a number from 1 to most in one or two Arabic digits or in
// Chinese; 0 where there is none.
func (s *scan) small(p, most int) (n, end int) {
	end = p
	for isDigit(s.rune(end)) && end-p < 3 && (end == p || !s.glyphs[end].gap) {
		n = n*10 + int(s.rune(end)-'0')
		end++
	}
	if end == p {
		n, end = s.smallHan(p)
	}
	if end == p || end-p > 3 || n < 1 || n > most {
		return 0, p
	}
	return n, end
}

// smallHan reads 一 to 九十九.
func (s *scan) smallHan(p int) (n, end int) {
	if c := s.class(p); c.kind == digit {
		n, p = int(c.value), p+1
	}
	if c := s.class(p); c.kind == tens && c.value == 1 {
		n, p = max(n, 1)*10, p+1
		if c = s.class(p); c.kind == digit {
			n, p = n+int(c.value), p+1
		}
	}
	return n, p
}

// year reads 1900 to 2099 in four digits.
func (s *scan) year(p int) (year, end int) {
	for end = p; end < p+4; end++ {
		c := s.class(end)
		switch r := s.rune(end); {
		case isDigit(r) && (end == p || !s.glyphs[end].gap):
			year = year*10 + int(r-'0')
		case c.kind == digit:
			year = year*10 + int(c.value)
		default:
			return 0, p
		}
	}
	if year < 1900 || year > 2099 || isDigit(s.rune(end)) || s.class(end).kind == digit {
		return 0, p
	}
	return year, end
}

func (s *scan) yearAt(p int) bool {
	year, end := s.year(p)
	return year > 0 && s.is(end, '年')
}

// quantity is a number with its unit.
type quantity struct {
	number  model.Decimal
	unit    unit
	hasUnit bool
	han     bool // in Chinese numerals
	about   bool // 余, 多
	from    int
	plain   int // glyph behind the bare number
	end     int
	suffix  int16 // row of the operator behind it, 0 = none
}
