package value

import (
	"strconv"

	"jxmb/model"
)

// positional reads the body of a numeral: Arabic digits, Chinese digits by
// place (三万五千), digit strings (二〇二二), and mixtures of both (3万5千).
func (s *scan) positional(p int) numeral {
	if r := s.rune(p); isDigit(r) || r == '.' && isDigit(s.rune(p+1)) {
		n := s.arabic(p)
		if !n.ok {
			return n
		}
		return s.arabicScale(n)
	}
	if run := s.digitRun(p); run > 1 {
		return s.digitString(p, run)
	}
	c := chain{s: s, p: p, last: 9, start: p}
	return c.read()
}

// arabicScale reads what stands behind Arabic digits: a scale (万, 百万),
// which is left to the unit, or the rest of a mixed numeral (3万5千).
func (s *scan) arabicScale(n numeral) numeral {
	p, scale := n.end, 0
	if s.class(p).kind == aboutNumeral && s.multiplier(p+1) {
		n.about, p = true, p+1
	}
	for s.multiplier(p) {
		scale += int(s.class(p).value)
		p++
	}
	if scale == 0 {
		if s.class(n.end).kind == aboutNumeral && s.word(n.end) < 2 {
			n.about = true
			n.end++
		}
		return n
	}
	if next := s.class(p); !n.about && (next.kind == digit || next.kind == tens || next.kind == point || isDigit(s.rune(p))) && !s.yearAt(p) && s.word(p) < 2 {
		return s.mixed(n)
	}
	if s.class(p).kind == aboutNumeral && s.word(p) < 2 {
		n.about = true
		for p++; s.multiplier(p); p++ {
			scale += int(s.class(p).value)
		}
	}
	if scale > maxScale {
		return numeral{end: p}
	}
	n.scale, n.end = scale, p
	return n
}

// mixed reads on from Arabic digits with multipliers on both sides. A decimal
// fraction cannot be continued: 10.1万零100 is refused.
func (s *scan) mixed(n numeral) numeral {
	head, err := strconv.ParseUint(string(n.number), 10, 40)
	c := chain{s: s, p: n.end, last: 9, cur: head, has: true, arabic: true, start: n.end}
	m := c.read()
	if err != nil {
		m.ok = false
	}
	m.han = false
	return m
}

// multiplier reports whether the glyph at p multiplies what stands before it.
// It does not where it begins a longer word or unit: 千克, 百分之, 万家.
func (s *scan) multiplier(p int) bool {
	c := s.class(p)
	if c.kind != tens && c.kind != big || s.is(p+1, '分') && (s.is(p+2, '之') || s.is(p+2, '百')) {
		return false
	}
	m := s.matchAt(p)
	return m.len[roleWord] < 2 && m.len[roleUnit] < 2
}

// digitRun counts Chinese digits in a row.
func (s *scan) digitRun(p int) int {
	n := 0
	for s.class(p+n).kind == digit && !s.is(p+n, '两') {
		n++
	}
	return n
}

// digitString reads digits that name no places, as in 二〇二二. Two or more
// digits before a measure word (三五次) are an estimate, not a number.
func (s *scan) digitString(p, run int) numeral {
	next := s.rune(p + run)
	c := s.class(p + run)
	if run == 2 && s.class(p).value == 0 && (c.kind == tens || c.kind == big) || run > maxDigits {
		return numeral{end: p + run}
	}
	if isHan(next) && c.kind != point && !(run > 2 && s.matchAt(p + run).len[roleUnit] > 0) {
		return numeral{end: p + run}
	}
	buf := make([]byte, 0, run+8)
	buf = s.appendDigits(buf, p, p+run)
	p += run
	if end := s.decimals(p, false); end > 0 {
		buf = append(buf, '.')
		buf = s.appendDigits(buf, p+1, end)
		p = end
	}
	number, err := model.ParseDecimal(string(buf))
	return numeral{number: number, han: true, end: p, ok: err == nil}
}

func (s *scan) appendDigits(buf []byte, from, to int) []byte {
	for ; from < to; from++ {
		if r := s.rune(from); isDigit(r) {
			buf = append(buf, byte(r))
		} else {
			buf = append(buf, '0'+s.class(from).value)
		}
	}
	return buf
}

// decimals gives the end of the digits behind a 点 at p, 0 where there are
// none. 两 counts and stands in no fraction.
func (s *scan) decimals(p int, arabicBefore bool) int {
	if s.class(p).kind != point {
		return 0
	}
	end := p + 1
	if isDigit(s.rune(end)) && !arabicBefore {
		for isDigit(s.rune(end)) {
			end++
		}
	} else {
		for s.class(end).kind == digit && !s.is(end, '两') {
			end++
		}
	}
	if end == p+1 || end-p > maxDigits {
		return 0
	}
	return end
}
