package value

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

// listNumber gives the glyph of the mark behind a list number ("1、", "2."),
// 0 where p starts none. Lists begin where a text or a part of it begins.
func (s *scan) listNumber(p int) int {
	if n := len(s.tokens); n > 0 && s.tokens[n-1].kind != splitToken || s.rune(p) < '1' || !isDigit(s.rune(p)) {
		return 0
	}
	q := p + 1
	if isDigit(s.rune(q)) {
		q++
	}
	switch s.rune(q) {
	case '、', '.', ')':
		if r := s.rune(q + 1); r != 0 && !isDigit(r) {
			return q
		}
	}
	return 0
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
			if name, end := s.denominator(p + 1); name != "" && s.matchAt(p + 1).len[roleUnit] > 0 {
				p = end
				continue
			}
			break
		}
		return token{kind: perToken, from: p0, end: p}, p > p0
	}
	return token{}, false
}
