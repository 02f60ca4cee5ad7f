package value

import (
	"strings"
	"unicode"

	"jxmb/model"
	"jxmb/model/quantity"
)

// tokenKind is what a run of glyphs does in a cell.
type tokenKind uint8

const (
	textToken     tokenKind = iota // words
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

// lexer cuts a text into tokens.
type lexer struct {
	*sentence
	bound int // glyph behind the comparing operator that is being looked at
}

// run cuts the glyphs into tokens. Every glyph lands in exactly one.
func (s *lexer) run() {
	depth := 0
	for p := 0; p < s.Size(); {
		if len(s.tokens) == maxTokens {
			s.tokens, s.crowded = s.tokens[:0], true
			return
		}
		t := token{kind: textToken, from: p, end: s.Idle(p)}
		if t.end == p {
			t = s.next(p)
		}
		switch t.kind {
		case closeToken:
			depth = max(depth-1, 0)
		case openToken:
			depth++
		}
		t.depth = depth
		if n := len(s.tokens); t.kind == textToken && n > 0 && s.tokens[n-1].kind == textToken {
			s.tokens[n-1].end = t.end
		} else {
			s.tokens = append(s.tokens, t)
		}
		p = t.end
	}
}

// next reads the token at p. The order is that of specificity: marks, list
// numbers, plain words, operators, dates, quantities, fillers, text.
func (s *lexer) next(p int) token {
	if end := s.namePart(p); end > 0 {
		return token{kind: textToken, from: p, end: end}
	}
	r := s.Rune(p)
	if kind, ok := markKind(r); ok {
		if r == '(' {
			if t, ok := s.listMark(p); ok {
				return t
			}
		}
		if r == '"' && s.quotedName(p) > 0 {
			return token{kind: textToken, from: p, end: s.quotedName(p)}
		}
		return token{kind: kind, from: p, end: p + 1}
	}
	if n := s.Filler(p); n > 0 {
		return token{kind: fillerToken, from: p, end: p + n}
	}
	prefix, words := s.Surface(p, quantity.RolePrefix), s.Surface(p, quantity.RoleWord)
	row := s.Row(p, quantity.RolePrefix)
	if words > 0 && words >= prefix && words >= s.Surface(p, quantity.RoleDate) && (s.Class(p).Kind == quantity.NoNumeral || s.Hides(p, s.behindBound(p))) {
		return token{kind: textToken, from: p, end: p + words}
	}
	if prefix > 0 && !s.behindNumber(p, r) && s.operates(p+prefix, row) {
		return token{kind: operatorToken, from: p, end: p + prefix, row: row}
	}
	if t, ok := s.listMark(p); ok {
		return t
	}
	if t, ok := s.dateAt(p); ok {
		return t
	}
	if t, ok := s.Sign(p); ok {
		return t
	}
	if s.startsNumber(p) {
		return s.quantityAt(p)
	}
	return s.words(p)
}

// behindNumber reports that a tilde stands between two numbers, where it
// joins them instead of meaning "about".
func (s *lexer) behindNumber(p int, r rune) bool {
	n := len(s.tokens)
	return r == '~' && n > 0 && s.tokens[n-1].kind == quantityToken && s.tokens[n-1].end == p
}

// operates reports whether an operator that ends at p has something to work
// on. Signs always do; a Han operator needs a number, a date, or another
// operator behind it, since 为, 超 and 近 are parts of many words.
func (s *lexer) operates(p, row int) bool {
	s.bound = 0
	if s.Operator(row).Strength >= quantity.Word {
		s.bound = p
	}
	if s.Operator(row).Strength == quantity.Sign {
		return true
	}
	if s.bindsAfar(row) && s.numberAfter(p) {
		return true
	}
	for range 2 {
		for r := s.Rune(p); r == '(' || r == '"' || r == ':'; r = s.Rune(p) {
			p++
		}
		if s.startsNumber(p) || s.Rune(p) == '±' || s.Filler(p) > 0 || s.Is(p, '每') {
			return true
		}
		if s.Surface(p, quantity.RoleDate) > 0 {
			return true
		}
		n := s.Surface(p, quantity.RolePrefix)
		if n == 0 || n <= s.Surface(p, quantity.RoleWord) {
			return false
		}
		if s.Operator(s.Row(p, quantity.RolePrefix)).Strength == quantity.Sign {
			return true
		}
		p += n
	}
	return false
}

// bindsAfar reports operators that bind a number behind other words as well:
// 不超过预算数的3%, ≤预算35万元. 高于, 超过 and their like do not: 高于全省平均5个百分点
// states no bound.
func (s *sentence) bindsAfar(row int) bool {
	op := s.Operator(row)
	bound := op.Strength == quantity.Sign && op.Operator != model.Equal && op.Operator != model.About
	return bound || op.Negated || op.Surface == "控制在" || op.Surface == "至少" || op.Surface == "最多"
}

// distance bounds the words between such an operator and its number.
const distance = 10

// numberAfter reports a number behind at most distance Han glyphs.
func (s *lexer) numberAfter(p int) bool {
	for q := p; q < p+distance && quantity.IsHan(s.Rune(q)); q++ {
		if s.startsNumber(q) || quantity.IsDigit(s.Rune(q+1)) {
			return true
		}
	}
	return false
}

// startsNumber reports that a numeral may begin at p.
func (s *lexer) startsNumber(p int) bool {
	r := s.Rune(p)
	switch {
	case quantity.IsDigit(r):
		return true
	case r == '.' || r == '-' || r == '+':
		return quantity.IsDigit(s.Rune(p+1)) || r != '.' && s.Is(p+1, '.') && quantity.IsDigit(s.Rune(p+2))
	}
	if _, end := s.Currency(p); end > p {
		return quantity.IsDigit(s.Rune(end)) || s.Class(end).Kind == quantity.Digit
	}
	switch c := s.Class(p); c.Kind {
	case quantity.Digit, quantity.Ligature:
		return !s.Hides(p, s.behindBound(p))
	case quantity.Tens, quantity.Big:
		return !s.Hides(p, s.behindBound(p)) && (c.Value == 1 && c.Kind == quantity.Tens || s.overPower(p) || s.Is(p+1, '分') && s.Is(p+2, '百') || s.Colloquial(p))
	case quantity.Minus:
		next := s.Class(p + 1).Kind
		return quantity.IsDigit(s.Rune(p+1)) || next == quantity.Digit || next == quantity.Tens
	case quantity.Half:
		return s.IsTime(p+1) && s.Word(p) < 2
	}
	return false
}

// behindBound reports an operator that compares in front of p: the token
// before, or, while that is still looked ahead from, the one that ends there.
func (s *lexer) behindBound(p int) bool {
	if s.bound == p && p > 0 {
		return true
	}
	n := len(s.tokens)
	return n > 0 && s.tokens[n-1].kind == operatorToken && s.tokens[n-1].end == p && s.Operator(s.tokens[n-1].row).Strength >= quantity.Word
}

// overPower reports 百分之, 百万分之 and their like at p.
func (s *lexer) overPower(p int) bool {
	power, _ := s.PowerOver(p)
	return power > 0
}

// dateAt reads a date. Behind a sign a bare month is a number of months.
func (s *lexer) dateAt(p int) (token, bool) {
	r := s.Rune(p)
	if !quantity.IsDigit(r) && r != '-' && r != '第' && s.Class(p).Kind == quantity.NoNumeral && s.Surface(p, quantity.RoleDate) == 0 {
		return token{}, false
	}
	d, ok := s.period(p)
	if ok && s.timesEach(d) {
		return token{}, false
	}
	if !ok || d.end > d.from && s.Surface(d.end, quantity.RoleSuffix) > 0 && !d.marked && d.kind == oneMonth {
		return token{}, false
	}
	if n := len(s.tokens); n > 0 && (d.kind == oneMonth || d.kind == longer && s.Is(d.end-1, '度')) && !d.marked && d.year == 0 {
		before := s.tokens[n-1]
		if before.kind == operatorToken && before.end == p && s.Operator(before.row).Strength != quantity.Plain {
			return token{}, false
		}
	}
	d.from = p
	s.spans = append(s.spans, d)
	return token{kind: dateToken, from: p, end: d.end, row: len(s.spans) - 1}, true
}

// timesEach reports 一季度一次 and 一月一次: times in a month, no month.
func (s *lexer) timesEach(d span) bool {
	if d.marked || d.year != 0 || !s.Is(d.from+1, '季') && !s.Is(d.from+1, '月') || !s.startsNumber(d.end) {
		return false
	}
	n := s.Positional(d.end, quantity.BehindWords)
	row := s.Row(n.End, quantity.RoleUnit)
	return n.Ok && row > 0 && s.UnitRow(row).Dimension == "count"
}

// words takes one rune of text, or a whole Latin name with its digits: PM2.5.
func (s *lexer) words(p int) token {
	end, r := p+1, s.Rune(p)
	if r < 0x3000 && !unicode.IsLetter(r) && !unicode.IsNumber(r) {
		return token{kind: markToken, from: p, end: end}
	}
	if quantity.IsLatin(r) || r >= 'Α' && r <= 'ω' || r == 'Ø' { // Φ300
		for r := s.Rune(end); quantity.IsLatin(r) || quantity.IsDigit(r) || (r == '.' || r == '-' || r == '+') && quantity.IsDigit(s.Rune(end+1)); r = s.Rune(end) {
			end++
		}
	} else if kind := s.Class(end).Kind; (r == '数' || r == '几' || r == '上') && (kind == quantity.Tens || kind == quantity.Big) {
		for s.Class(end).Kind != quantity.NoNumeral { // 数十, 几百: no number
			end++
		}
	} else if (r == '第' || r == '前') && (quantity.IsDigit(s.Rune(end)) || s.Class(end).Kind == quantity.Digit || s.Class(end).Kind == quantity.Tens) {
		for quantity.IsDigit(s.Rune(end)) || s.Class(end).Kind != quantity.NoNumeral {
			end++ // a rank: 第3, 前十
		}
		if s.Is(end, '名') || s.Is(end, '位') {
			end++
		}
	}
	return token{kind: textToken, from: p, end: end}
}

// nameHas reports whether the name of the indicator contains the source of
// glyphs [from,to).
func (s *sentence) nameHas(from, to int) bool {
	return to <= s.Size() && strings.Contains(s.hint.Name, s.Source(from, to))
}
