package value

import (
	"math/bits"

	"jxmb/model/quantity"
)

// tokenKind is what a run of glyphs does in a cell.
type tokenKind uint8

const (
	noToken       tokenKind = iota // past either end
	textToken                      // words
	operatorToken                  // ≥, 大于等于
	quantityToken                  // 90%, 两万元
	dateToken                      // 2020年12月底前
	perToken                       // 每人每年, before a quantity
	jointToken                     // - ~ 至 between two quantities
	plusMinus                      // ±
	fillerToken                    // **, XX, 待定
	openToken                      // ( and opening or closing quotation marks
	closeToken                     // )
	quoteToken                     // "
	splitToken                     // ; and line breaks
	commaToken                     // , 、 。
	colonToken                     // :
	markToken                      // every other mark; list numbers
)

// kinds is a set of token kinds.
type kinds uint16

func kindsOf(list ...tokenKind) (set kinds) {
	for _, kind := range list {
		set |= 1 << kind
	}
	return set
}

func (k kinds) has(kind tokenKind) bool { return k>>kind&1 != 0 }

// justNumber and justOperator are sets of one kind.
const (
	justNumber   kinds = 1 << quantityToken
	justOperator kinds = 1 << operatorToken
)

// token is a run of glyphs. Row is the operator's row, or the index of the
// quantity or span.
type token struct {
	kind      tokenKind
	from, end int
	row       int
	depth     int // open brackets around it
}

// maxTokens bounds the tokens of one cell. Real ones have some dozens; a text
// with more is no target, and not worth the memory.
const maxTokens = 1 << 13

// last is the token before the one that is being read.
func (s *sentence) last() token { return s.at(len(s.tokens) - 1) }

// at is token i, one of no kind past either end.
func (s *sentence) at(i int) token {
	if uint(i) < uint(len(s.tokens)) {
		return s.tokens[i]
	}
	return token{}
}

// reads reports tokens of these kinds from token i on.
func (s *sentence) reads(i int, list ...tokenKind) bool {
	for k, kind := range list {
		if s.at(i+k).kind != kind {
			return false
		}
	}
	return true
}

// wordsAt is token i where that is words, else an empty run behind the text.
func (s *sentence) wordsAt(i int) token {
	if t := s.at(i); t.kind == textToken {
		return t
	}
	return token{from: s.Size(), end: s.Size()}
}

// follows reports a token of one of the kinds that ends in front of p, the last there
// is.
func (s *sentence) follows(set kinds, p int) bool {
	t := s.last()
	return set.has(t.kind) && t.end == p
}

// strength is how much the operator of token t insists, [quantity.Plain] for
// every other token.
func (s *sentence) strength(t token) quantity.Strength {
	if t.kind == operatorToken {
		return s.Operator(t.row).Strength
	}
	return quantity.Plain
}

// lexer cuts a text into tokens. What it is made of reads at a glyph, each with
// the help of the one below: measures, figures, calendar.
type lexer struct {
	measures
	begins *[1 << 16]uint8 // by rune, a bit for each of readers that a token with it may be of
}

// cut cuts a folded text into tokens.
func (s *lexer) cut(text *sentence, hint Hint) {
	s.sentence, s.bound, s.begins = text, 0, beginnings()
	s.nameLead, s.asked = quantity.FirstRune(hint.Name), -1
	s.hint, s.crowded, s.impossible = hint, false, false
	s.tokens, s.quantities, s.spans = s.tokens[:0], s.quantities[:0], s.spans[:0]
	s.run()
}

// run cuts the glyphs into tokens. Every glyph lands in exactly one.
func (s *lexer) run() {
	depth := 0
	for p := 0; p < s.Size(); {
		if len(s.tokens) == maxTokens {
			s.tokens, s.crowded = s.tokens[:0], true
			return
		}
		t, named := s.nameToken(p)
		if !named {
			t = s.next(p)
		}
		switch t.kind {
		case closeToken:
			depth = max(depth-1, 0)
		case openToken:
			depth++
		}
		t.depth = depth
		s.append(t)
		p = t.end
	}
}

// append adds a token; words go on where words end.
func (s *lexer) append(t token) {
	if t.kind == textToken && s.last().kind == textToken {
		s.tokens[len(s.tokens)-1].end = t.end
		return
	}
	s.tokens = append(s.tokens, t)
}

// readers try what a token may be, the most specific first. What none takes is
// words. [beginnings] says which of them a rune is worth asking for.
var readers = [...]func(*lexer, int) (token, bool){
	byMark:     (*lexer).markToken,
	byFiller:   (*lexer).fillerToken,
	byWord:     (*lexer).wordToken,
	byOperator: (*lexer).operatorToken,
	byItem:     (*lexer).listMark,
	byDate:     (*lexer).dateAt,
	bySign:     (*lexer).sign,
	byQuantity: (*lexer).quantityToken,
}

const (
	byMark = iota
	byFiller
	byWord
	byOperator
	byItem
	byDate
	bySign
	byQuantity
)

// next reads the token at p.
func (s *lexer) next(p int) token {
	if end := s.Idle(p); end > p {
		return token{kind: textToken, from: p, end: end}
	}
	if r := s.Rune(p); r < 1<<16 {
		for may := s.begins[r]; may != 0; may &= may - 1 {
			if t, ok := readers[bits.TrailingZeros8(may)](s, p); ok {
				return t
			}
		}
	}
	return s.words(p)
}

// nameToken takes the name of the indicator behind a figure.
func (s *lexer) nameToken(p int) (token, bool) {
	end := s.namePart(p)
	return token{kind: textToken, from: p, end: end}, end > p
}

// markToken takes a mark, a list number in brackets, or a name in quotation
// marks.
func (s *lexer) markToken(p int) (token, bool) {
	kind, ok := marks[s.Rune(p)]
	switch kind {
	case openToken:
		if t, ok := s.listMark(p); ok {
			return t, true
		}
	case quoteToken:
		if end := s.quotedName(p); end > 0 {
			return token{kind: textToken, from: p, end: end}, true
		}
	}
	return token{kind: kind, from: p, end: p + 1}, ok
}

func (s *lexer) fillerToken(p int) (token, bool) {
	n := s.Filler(p)
	return token{kind: fillerToken, from: p, end: p + n}, n > 0
}

// wordToken takes a plain word that only looks like an operator, a date or a
// numeral.
func (s *lexer) wordToken(p int) (token, bool) {
	n := s.Word(p)
	if n == 0 || n < max(s.Surface(p, quantity.RolePrefix), s.Surface(p, quantity.RoleDate)) {
		return token{}, false
	}
	numeral := s.Class(p).Kind != quantity.NoNumeral
	return token{kind: textToken, from: p, end: p + n}, !numeral || s.Hides(p, s.behindBound(p))
}

// operatorToken takes an operator in front of something that it works on. A
// tilde between two numbers joins them instead of meaning "about".
func (s *lexer) operatorToken(p int) (token, bool) {
	n := s.Surface(p, quantity.RolePrefix)
	if n == 0 || s.Is(p, '~') && s.follows(justNumber, p) {
		return token{}, false
	}
	row := s.Row(p, quantity.RolePrefix)
	if p > 0 && s.Operator(row).Negated && s.Word(p-1) > 1 { // 种类|别大于
		return token{}, false
	}
	return token{kind: operatorToken, from: p, end: p + n, row: row}, s.operates(p+n, row)
}

func (s *lexer) quantityToken(p int) (token, bool) {
	if !s.startsNumber(p) {
		return token{}, false
	}
	return s.quantityAt(p), true
}
