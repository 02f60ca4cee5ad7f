// Package lex cuts a target cell into tokens: operators, numbers with their
// units, dates and periods, marks, words. It works on the text as package
// quantity folds it; every glyph lands in exactly one token. What the tokens
// amount to is told by package value.
package lex

import (
	"math/bits"

	"jxmb/model/quantity"
)

// TokenKind is what a run of glyphs does in a cell.
type TokenKind uint8

const (
	NoToken       TokenKind = iota // past either end
	TextToken                      // words
	OperatorToken                  // ≥, 大于等于
	QuantityToken                  // 90%, 两万元
	DateToken                      // 2020年12月底前
	PerToken                       // 每人每年, before a quantity
	JointToken                     // - ~ 至 between two quantities
	PlusMinus                      // ±
	FillerToken                    // **, XX, 待定
	OpenToken                      // ( and opening or closing quotation marks
	CloseToken                     // )
	QuoteToken                     // "
	SplitToken                     // ; and line breaks
	CommaToken                     // , 、 。
	ColonToken                     // :
	MarkToken                      // every other mark; list numbers
)

// Kinds is a set of token kinds.
type Kinds uint16

// KindsOf is the set of these kinds.
func KindsOf(list ...TokenKind) (set Kinds) {
	for _, kind := range list {
		set |= 1 << kind
	}
	return set
}

// Has reports whether the kind is in the set.
func (k Kinds) Has(kind TokenKind) bool { return k>>kind&1 != 0 }

// justNumber and justOperator are sets of one kind.
const (
	justNumber   Kinds = 1 << QuantityToken
	justOperator Kinds = 1 << OperatorToken
)

// Token is a run of glyphs. Row is the operator's row, or the index of the
// quantity or span.
type Token struct {
	Kind      TokenKind
	From, End int
	Row       int
	Depth     int // open brackets around it
}

// MaxTokens bounds the tokens of one cell. Real ones have some dozens; a text
// with more is no target, and not worth the memory.
const MaxTokens = 1 << 13

// last is the token before the one that is being read.
func (s *Sentence) last() Token { return s.At(len(s.Tokens) - 1) }

// At is token i, one of no kind past either end.
func (s *Sentence) At(i int) Token {
	if uint(i) < uint(len(s.Tokens)) {
		return s.Tokens[i]
	}
	return Token{}
}

// Reads reports tokens of these kinds from token i on.
func (s *Sentence) Reads(i int, list ...TokenKind) bool {
	for k, kind := range list {
		if s.At(i+k).Kind != kind {
			return false
		}
	}
	return true
}

// WordsAt is token i where that is words, else an empty run behind the text.
func (s *Sentence) WordsAt(i int) Token {
	if t := s.At(i); t.Kind == TextToken {
		return t
	}
	return Token{From: s.Size(), End: s.Size()}
}

// follows reports a token of one of the kinds that ends in front of p, the last there
// is.
func (s *Sentence) follows(set Kinds, p int) bool {
	t := s.last()
	return set.Has(t.Kind) && t.End == p
}

// strength is how much the operator of token t insists, [quantity.Plain] for
// every other token.
func (s *Sentence) strength(t Token) quantity.Strength {
	if t.Kind == OperatorToken {
		return s.Operator(t.Row).Strength
	}
	return quantity.Plain
}

// Lexer cuts a text into tokens. What it is made of reads at a glyph, each with
// the help of the one below: measures, figures, calendar.
type Lexer struct {
	measures
	item   int             // number of the last list item
	begins *[1 << 16]uint8 // by rune, a bit for each of readers that a token with it may be of
}

// Cut cuts a folded text into tokens.
func (s *Lexer) Cut(text *Sentence, hint Hint) {
	s.Sentence, s.bound, s.begins = text, 0, beginnings()
	s.item = 0
	s.nameLead, s.asked = quantity.FirstRune(hint.Name), -1
	s.Hint, s.Crowded, s.Impossible = hint, false, false
	s.Tokens, s.Quantities, s.Spans = s.Tokens[:0], s.Quantities[:0], s.Spans[:0]
	s.run()
}

// run cuts the glyphs into tokens. Every glyph lands in exactly one.
func (s *Lexer) run() {
	depth := 0
	for p := s.leadingTime(); p < s.Size(); {
		if len(s.Tokens) == MaxTokens {
			s.Tokens, s.Crowded = s.Tokens[:0], true
			return
		}
		t, named := s.nameToken(p)
		if !named {
			t = s.next(p)
		}
		switch t.Kind {
		case CloseToken:
			depth = max(depth-1, 0)
		case OpenToken:
			depth++
		}
		t.Depth = depth
		s.append(t)
		p = t.End
	}
}

// append adds a token; words go on where words end.
func (s *Lexer) append(t Token) {
	if t.Kind == TextToken && s.last().Kind == TextToken {
		s.Tokens[len(s.Tokens)-1].End = t.End
		return
	}
	s.Tokens = append(s.Tokens, t)
}

// readers try what a token may be, the most specific first. What none takes is
// words. [beginnings] says which of them a rune is worth asking for.
var readers = [...]func(*Lexer, int) (Token, bool){
	byMark:     (*Lexer).markToken,
	byFiller:   (*Lexer).fillerToken,
	byWord:     (*Lexer).wordToken,
	byOperator: (*Lexer).operatorToken,
	byItem:     (*Lexer).listMark,
	byDate:     (*Lexer).dateAt,
	bySign:     (*Lexer).sign,
	byQuantity: (*Lexer).quantityToken,
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
func (s *Lexer) next(p int) Token {
	if end := s.Idle(p); end > p {
		return Token{Kind: TextToken, From: p, End: end}
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
func (s *Lexer) nameToken(p int) (Token, bool) {
	end := s.namePart(p)
	return Token{Kind: TextToken, From: p, End: end}, end > p
}

// markToken takes a mark, a list number in brackets, or a name in quotation
// marks.
func (s *Lexer) markToken(p int) (Token, bool) {
	kind, ok := marks[s.Rune(p)]
	switch kind {
	case OpenToken:
		if t, ok := s.listMark(p); ok {
			return t, true
		}
		if t, ok := s.fillerToken(p); ok {
			return t, true
		}
	case QuoteToken:
		if end := s.quotedName(p); end > 0 {
			return Token{Kind: TextToken, From: p, End: end}, true
		}
	}
	return Token{Kind: kind, From: p, End: p + 1}, ok
}

func (s *Lexer) fillerToken(p int) (Token, bool) {
	n := s.Filler(p)
	return Token{Kind: FillerToken, From: p, End: p + n}, n > 0
}

// wordToken takes a plain word that only looks like an operator, a date or a
// numeral.
func (s *Lexer) wordToken(p int) (Token, bool) {
	n := s.Word(p)
	if n == 0 || n < max(s.Surface(p, quantity.RolePrefix), s.Surface(p, quantity.RoleDate)) {
		return Token{}, false
	}
	numeral := s.Class(p).Kind != quantity.NoNumeral
	return Token{Kind: TextToken, From: p, End: p + n}, !numeral || s.Hides(p, s.behindBound(p))
}

// operatorToken takes an operator in front of something that it works on. A
// tilde between two numbers joins them instead of meaning "about".
func (s *Lexer) operatorToken(p int) (Token, bool) {
	n := s.Surface(p, quantity.RolePrefix)
	if n == 0 || s.Is(p, '~') && (s.follows(justNumber, p) || s.Digit(p-1)) { // pH 6.5~8.5
		return Token{}, false
	}
	row := s.Row(p, quantity.RolePrefix)
	if p > 0 && s.Operator(row).Negated && s.Word(p-1) > 1 { // 种类|别大于
		return Token{}, false
	}
	return Token{Kind: OperatorToken, From: p, End: p + n, Row: row}, s.operates(p+n, row)
}

func (s *Lexer) quantityToken(p int) (Token, bool) {
	if !s.startsNumber(p) {
		return Token{}, false
	}
	return s.quantityAt(p), true
}
