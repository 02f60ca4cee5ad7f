package value

import "jxmb/model/quantity"

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
func (s *lexer) quotedName(p int) int {
	if end := s.quotedTitle(p); end > 0 {
		return end
	}
	digits, zero, han := 0, true, true
	end := p + 1
	for ; !s.Is(end, '"'); end++ {
		r, c := s.Rune(end), s.Class(end)
		switch {
		case quantity.IsDigit(r), c.Kind == quantity.Digit, c.Kind == quantity.Tens && c.Value == 1:
			digits++
			zero = zero && (r == '0' || r == '零')
			han = han && !quantity.IsDigit(r)
		case r != '·' && r != '.' && r != '-' && r != '+':
			return 0
		}
	}
	follows := quantity.IsHan(s.Rune(end+1)) || han && end+1 < s.Size()
	if digits == 0 || zero || !follows || s.Surface(end+1, quantity.RoleUnit) > 0 && s.Surface(end+1, quantity.RoleWord) <= s.Surface(end+1, quantity.RoleUnit) || s.Surface(end+1, quantity.RoleSuffix) > 0 {
		return 0
	}
	return end + 1
}

// quotedTitle gives the glyph behind a name in quotation marks that begins with
// digits and goes on in words: “2131工程”. “90%以上” is a number, “3场” too.
func (s *lexer) quotedTitle(p int) int {
	const longest = 12
	q := p + 1
	for quantity.IsDigit(s.Rune(q)) {
		q++
	}
	if q == p+1 || s.Surface(q, quantity.RoleUnit) > 0 && s.Word(q) < 2 {
		return 0
	}
	for end := q; end < p+longest; end++ {
		switch {
		case s.Is(end, '"') && end > q+1:
			return end + 1
		case !quantity.IsHan(s.Rune(end)) || s.Followed(end):
			return 0
		}
	}
	return 0
}

// listMark reads the number of a list item at p: "1、", "2.", "(3)", "(四)",
// ①. Items begin where a text or a part of it begins; later ones split it.
func (s *lexer) listMark(p int) (token, bool) {
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
func (s *lexer) listNumber(p int) int {
	if r := s.Rune(p); r >= '①' && r <= '⑳' {
		return p + 1
	}
	if !s.itemBegins(p) {
		return 0
	}
	if s.Is(p, '(') {
		if n, end := s.Small(p+1, 20); n > 0 && s.Is(end, ')') && quantity.IsHan(s.Rune(end+1)) {
			return end + 1
		}
		return 0
	}
	n, end := s.Small(p, 20)
	if n == 0 {
		return 0
	}
	r, next := s.Rune(end), s.Rune(end+1)
	switch {
	case r != '、' && r != '.' && r != ')' || next == 0 || quantity.IsDigit(next):
		return 0
	case !quantity.IsDigit(s.Rune(p)) && (r != '、' || !quantity.IsHan(next) || s.Class(end+1).Kind != quantity.NoNumeral):
		return 0 // 一、二级 lists two levels
	}
	return end + 1
}

// itemBegins reports a place where a list item may begin: at the start of the
// text or of a part of it, and, where a word follows the number, behind a comma,
// a quantity, or a blank.
func (s *lexer) itemBegins(p int) bool {
	n := len(s.tokens)
	if n == 0 || s.tokens[n-1].kind == splitToken {
		return true
	}
	last, gap := s.tokens[n-1], s.Gap(p)
	if s.Is(p, '(') {
		return gap
	}
	if !gap && last.kind != commaToken && (last.kind != quantityToken || !s.quantities[last.row].hasUnit) {
		return false
	}
	_, end := s.Small(p, 20)
	return last.end == p && quantity.IsDigit(s.Rune(p)) && quantity.IsHan(s.Rune(end+1))
}

// sign reads ±, the joint of two quantities, and 每 before a unit.
func (s *lexer) sign(p int) (token, bool) {
	switch r := s.Rune(p); r {
	case '±':
		return token{kind: plusMinus, from: p, end: p + 1}, true
	case '+':
		if s.Rune(p+1) == '-' || s.Rune(p+1) == '/' && s.Rune(p+2) == '-' {
			return token{kind: plusMinus, from: p, end: p + 2 + int(s.Rune(p+1)-'-')/2}, true
		}
	case '-', '~', '至', '到':
		n := len(s.tokens)
		if n == 0 || s.tokens[n-1].kind != quantityToken || s.tokens[n-1].end != p {
			return token{}, false
		}
		if q := s.Joint(p); q > 0 && s.startsNumber(q) {
			return token{kind: jointToken, from: p, end: q}, true
		}
	case '和', '与':
		if n := len(s.tokens); n > 0 && s.tokens[n-1].kind == quantityToken && s.tokens[n-1].end == p && s.startsNumber(p+1) {
			return token{kind: jointToken, from: p, end: p + 1}, true
		}
	case '每':
		p0 := p
		for s.Is(p, '每') {
			known := s.Surface(p+1, quantity.RoleUnit) > 0 || quantity.IsDigit(s.Rune(p+1)) || s.Class(p+1).Kind != quantity.NoNumeral
			if name, end := s.Denominator(p + 1); name != "" && known {
				p = end
				continue
			}
			break
		}
		return token{kind: perToken, from: p0, end: p}, p > p0
	}
	return token{}, false
}
