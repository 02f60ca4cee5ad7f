package value

import "strings"

// markKind sorts marks that are a token by themselves.
func markKind(r rune) (tokenKind, bool) {
	switch r {
	case '(', '《':
		return openToken, true
	case ')', '》':
		return closeToken, true
	case '"':
		return quoteToken, true
	case ';', '\n':
		return splitToken, true
	case ',', '、', '。':
		return commaToken, true
	case ':':
		return colonToken, true
	case '…', '!', '?', '|', '\\', '·', '/':
		return markToken, true
	}
	return textToken, false
}

// quotedName gives the glyph behind a name of digits in quotation marks at p
// that words follow (“五一”期间, “12·4”宣传), 0 for none. “0” is a number.
func (s *scan) quotedName(p int) int {
	digits, zero, han := 0, true, true
	end := p + 1
	for ; !s.is(end, '"'); end++ {
		r, c := s.rune(end), s.class(end)
		switch {
		case isDigit(r), c.kind == digit, c.kind == tens && c.value == 1:
			digits++
			zero = zero && (r == '0' || r == '零')
			han = han && !isDigit(r)
		case r != '·' && r != '.' && r != '-' && r != '+':
			return 0
		}
	}
	follows := isHan(s.rune(end+1)) || han && end+1 < len(s.glyphs)
	if m := s.matchAt(end + 1); digits == 0 || zero || !follows || m.len[roleUnit] > 0 && m.len[roleWord] <= m.len[roleUnit] || m.len[roleSuffix] > 0 {
		return 0
	}
	return end + 1
}

// listMark reads the number of a list item at p: "1、", "2.", "(3)", "(四)",
// ①. Items begin where a text or a part of it begins; later ones split it.
func (s *scan) listMark(p int) (token, bool) {
	t := token{kind: markToken, from: p, end: s.listNumber(p)}
	if t.end == 0 {
		return t, false
	}
	if n := len(s.tokens); n > 0 && s.tokens[n-1].kind != splitToken {
		t.kind = splitToken
	}
	return t, true
}

// listNumber gives the glyph behind a list number with its mark, 0 for none.
func (s *scan) listNumber(p int) int {
	if r := s.rune(p); r >= '①' && r <= '⑳' {
		return p + 1
	}
	if !s.itemBegins(p) {
		return 0
	}
	if s.is(p, '(') {
		if n, end := s.small(p+1, 20); n > 0 && s.is(end, ')') && isHan(s.rune(end+1)) {
			return end + 1
		}
		return 0
	}
	n, end := s.small(p, 20)
	if n == 0 {
		return 0
	}
	r, next := s.rune(end), s.rune(end+1)
	switch {
	case r != '、' && r != '.' && r != ')' || next == 0 || isDigit(next):
		return 0
	case !isDigit(s.rune(p)) && (r != '、' || !isHan(next) || s.class(end+1).kind != noNumeral):
		return 0 // 一、二级 lists two levels
	}
	return end + 1
}

// itemBegins reports a place where a list item may begin: at the start of the
// text or of a part of it, and, where a word follows the number, behind a comma,
// a quantity, or a blank.
func (s *scan) itemBegins(p int) bool {
	n := len(s.tokens)
	if n == 0 || s.tokens[n-1].kind == splitToken {
		return true
	}
	last, gap := s.tokens[n-1], s.glyphs[p].gap
	if s.is(p, '(') {
		return gap
	}
	if !gap && last.kind != commaToken && (last.kind != quantityToken || !s.quantities[last.row].hasUnit) {
		return false
	}
	_, end := s.small(p, 20)
	return last.end == p && isDigit(s.rune(p)) && isHan(s.rune(end+1))
}

// filler gives the length of a placeholder at p: **, ××, XX, ○○, __, 待定.
func (s *scan) filler(p int) int {
	if n := int(s.matchAt(p).len[roleFiller]); n > 0 {
		whole := p == 0 && n == len(s.glyphs)
		if whole || isHan(s.rune(p)) && s.rune(p) != '指' && s.rune(p) != '目' {
			return n
		}
	}
	r, end := s.rune(p), p
	if (r == '□' || r == '■') && s.ticked() {
		return 0
	}
	switch r {
	case '*', '×', '○', '□', '■', '▲', '△', '_', 'X', 'x':
		for s.rune(end) == r {
			end++
		}
	case '指': // 指标1, a row of the form that nobody filled
		if n, after := s.small(p+2, 99); p == 0 && s.is(p+1, '标') && n > 0 && (after == len(s.glyphs) || s.is(after, ':') || s.is(after, '…') || s.is(after, '.')) {
			return after - p
		}
		return 0
	default:
		return 0
	}
	n := end - p
	switch r {
	case 'X', 'x':
		edge := isLatin(s.rune(end)) || isDigit(s.rune(end)) || p > 0 && (isLatin(s.rune(p-1)) || isDigit(s.rune(p-1)))
		if edge || n == 1 && s.matchAt(end).len[roleUnit] == 0 {
			return 0
		}
	case '×', '_':
		if n == 1 {
			return 0
		}
	}
	return n
}

// ticked reports boxes of which one is chosen: ☑是□否.
func (s *scan) ticked() bool {
	return strings.ContainsAny(s.text, "☑☒√✓✔") || strings.Contains(s.text, "■") && strings.Contains(s.text, "□")
}

// sign reads ±, the joint of two quantities, and 每 before a unit.
func (s *scan) sign(p int) (token, bool) {
	switch r := s.rune(p); r {
	case '±':
		return token{kind: plusMinus, from: p, end: p + 1}, true
	case '+':
		if s.rune(p+1) == '-' || s.rune(p+1) == '/' && s.rune(p+2) == '-' {
			return token{kind: plusMinus, from: p, end: p + 2 + int(s.rune(p+1)-'-')/2}, true
		}
	case '-', '~', '至', '到':
		n := len(s.tokens)
		if n == 0 || s.tokens[n-1].kind != quantityToken || s.tokens[n-1].end != p {
			return token{}, false
		}
		if q := s.joint(p); q > 0 && s.startsNumber(q) {
			return token{kind: jointToken, from: p, end: q}, true
		}
	case '和', '与':
		if n := len(s.tokens); n > 0 && s.tokens[n-1].kind == quantityToken && s.tokens[n-1].end == p && s.startsNumber(p+1) {
			return token{kind: jointToken, from: p, end: p + 1}, true
		}
	case '每':
		p0 := p
		for s.is(p, '每') {
			known := s.matchAt(p + 1).len[roleUnit] > 0 || isDigit(s.rune(p+1)) || s.class(p+1).kind != noNumeral
			if name, end := s.denominator(p + 1); name != "" && known {
				p = end
				continue
			}
			break
		}
		return token{kind: perToken, from: p0, end: p}, p > p0
	}
	return token{}, false
}
