package value

import (
	"strings"
	"unicode"

	"jxmb/model"
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

// lex cuts the glyphs into tokens. Every glyph lands in exactly one.
func (s *scan) lex() {
	depth := 0
	for p := 0; p < len(s.glyphs); {
		if len(s.tokens) == maxTokens {
			s.tokens, s.crowded = s.tokens[:0], true
			return
		}
		t := token{kind: textToken, from: p, end: s.idle(p)}
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

// idle gives the end of the runes from p on that begin no token.
func (s *scan) idle(p int) int {
	for p < len(s.glyphs) && s.glyphs[p].r < 1<<16 && s.v.idle[s.glyphs[p].r] {
		p++
	}
	return p
}

// next reads the token at p. The order is that of specificity: marks, list
// numbers, plain words, operators, dates, quantities, fillers, text.
func (s *scan) next(p int) token {
	r := s.rune(p)
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
	if n := s.filler(p); n > 0 {
		return token{kind: fillerToken, from: p, end: p + n}
	}
	m := s.matchAt(p)
	prefix, words := int(m.len[rolePrefix]), int(m.len[roleWord])
	row := int(m.row[rolePrefix])
	if words > 0 && words >= prefix && words >= int(m.len[roleDate]) {
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
	if t, ok := s.sign(p); ok {
		return t
	}
	if s.startsNumber(p) {
		return s.quantityAt(p)
	}
	return s.words(p)
}

// behindNumber reports that a tilde stands between two numbers, where it
// joins them instead of meaning "about".
func (s *scan) behindNumber(p int, r rune) bool {
	n := len(s.tokens)
	return r == '~' && n > 0 && s.tokens[n-1].kind == quantityToken && s.tokens[n-1].end == p
}

// operates reports whether an operator that ends at p has something to work
// on. Signs always do; a Han operator needs a number, a date, or another
// operator behind it, since 为, 超 and 近 are parts of many words.
func (s *scan) operates(p, row int) bool {
	if s.v.operators[row-1].strength == sign {
		return true
	}
	if s.bindsAfar(row) && s.numberAfter(p) {
		return true
	}
	for range 2 {
		for r := s.rune(p); r == '(' || r == '"' || r == ':'; r = s.rune(p) {
			p++
		}
		if s.startsNumber(p) || s.rune(p) == '±' || s.filler(p) > 0 || s.is(p, '每') {
			return true
		}
		m := s.matchAt(p)
		if m.len[roleDate] > 0 {
			return true
		}
		n := int(m.len[rolePrefix])
		if n == 0 || n <= int(m.len[roleWord]) {
			return false
		}
		if s.v.operators[m.row[rolePrefix]-1].strength == sign {
			return true
		}
		p += n
	}
	return false
}

// bindsAfar reports operators that bind a number behind other words as well:
// 不超过预算数的3%, ≤预算35万元. 高于, 超过 and their like do not: 高于全省平均5个百分点
// states no bound.
func (s *scan) bindsAfar(row int) bool {
	op := s.v.operators[row-1]
	bound := op.strength == sign && op.operator != model.Equal && op.operator != model.About
	return bound || strings.HasPrefix(op.surface, "不") || op.surface == "控制在" || op.surface == "至少" || op.surface == "最多"
}

// distance bounds the words between such an operator and its number.
const distance = 10

// numberAfter reports a number behind at most distance Han glyphs.
func (s *scan) numberAfter(p int) bool {
	for q := p; q < p+distance && isHan(s.rune(q)); q++ {
		if s.startsNumber(q) || isDigit(s.rune(q+1)) {
			return true
		}
	}
	return false
}

// startsNumber reports that a numeral may begin at p.
func (s *scan) startsNumber(p int) bool {
	r := s.rune(p)
	switch {
	case isDigit(r):
		return true
	case r == '.' || r == '-' || r == '+':
		return isDigit(s.rune(p+1)) || r != '.' && s.is(p+1, '.') && isDigit(s.rune(p+2))
	case r == '¥' || r == '$':
		return isDigit(s.rune(p + 1))
	}
	switch c := s.class(p); c.kind {
	case digit, ligature:
		return s.word(p) < 2
	case tens, big:
		return s.word(p) < 2 && (c.value == 1 && c.kind == tens || s.overPower(p) || s.is(p+1, '分') && s.is(p+2, '百') || s.colloquial(p))
	case minus:
		next := s.class(p + 1).kind
		return isDigit(s.rune(p+1)) || next == digit || next == tens
	case halfNumeral:
		return s.isTime(p+1) && s.word(p) < 2
	}
	return false
}

// overPower reports 百分之, 百万分之 and their like at p.
func (s *scan) overPower(p int) bool {
	power, _ := s.powerOver(p)
	return power > 0
}

// dateAt reads a date. Behind a sign a bare month is a number of months.
func (s *scan) dateAt(p int) (token, bool) {
	r := s.rune(p)
	if !isDigit(r) && r != '-' && r != '第' && s.class(p).kind == noNumeral && s.matchAt(p).len[roleDate] == 0 {
		return token{}, false
	}
	d, ok := s.period(p)
	if ok && s.timesEach(d) {
		return token{}, false
	}
	if !ok || d.end > d.from && s.matchAt(d.end).len[roleSuffix] > 0 && !d.marked && d.kind == oneMonth {
		return token{}, false
	}
	if n := len(s.tokens); n > 0 && (d.kind == oneMonth || d.kind == longer && s.is(d.end-1, '度')) && !d.marked && d.year == 0 {
		before := s.tokens[n-1]
		if before.kind == operatorToken && before.end == p && s.v.operators[before.row-1].strength != plain {
			return token{}, false
		}
	}
	d.from = p
	s.spans = append(s.spans, d)
	return token{kind: dateToken, from: p, end: d.end, row: len(s.spans) - 1}, true
}

// timesEach reports 一季度一次 and 一月一次: times in a month, no month.
func (s *scan) timesEach(d span) bool {
	if d.marked || d.year != 0 || !s.is(d.from+1, '季') && !s.is(d.from+1, '月') || !s.startsNumber(d.end) {
		return false
	}
	n := s.positional(d.end)
	row := s.matchAt(n.end).row[roleUnit]
	return n.ok && row > 0 && s.v.units[row-1].dimension == "count"
}

// words takes one rune of text, or a whole Latin name with its digits: PM2.5.
func (s *scan) words(p int) token {
	end, r := p+1, s.rune(p)
	if r < 0x3000 && !unicode.IsLetter(r) && !unicode.IsNumber(r) {
		return token{kind: markToken, from: p, end: end}
	}
	if isLatin(r) || r >= 'Α' && r <= 'ω' || r == 'Ø' { // Φ300
		for r := s.rune(end); isLatin(r) || isDigit(r) || (r == '.' || r == '-' || r == '+') && isDigit(s.rune(end+1)); r = s.rune(end) {
			end++
		}
	} else if kind := s.class(end).kind; (r == '数' || r == '几' || r == '上') && (kind == tens || kind == big) {
		for s.class(end).kind != noNumeral { // 数十, 几百: no number
			end++
		}
	} else if (r == '第' || r == '前') && (isDigit(s.rune(end)) || s.class(end).kind == digit || s.class(end).kind == tens) {
		for isDigit(s.rune(end)) || s.class(end).kind != noNumeral {
			end++ // a rank: 第3, 前十
		}
		if s.is(end, '名') || s.is(end, '位') {
			end++
		}
	}
	return token{kind: textToken, from: p, end: end}
}

// nameHas reports whether the name of the indicator contains the source of
// glyphs [from,to).
func (s *scan) nameHas(from, to int) bool {
	return to <= len(s.glyphs) && strings.Contains(s.hint.Name, s.source(from, to))
}
