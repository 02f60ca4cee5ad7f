package lex

import "jxmb/model/quantity"

// marks reads 底, 末, 前, 内 and their like behind a date, and 及以前.
func (s *calendar) marks(d Span) Span {
	if d.Kind == OneDay {
		d.End = s.clock(d.End)
	}
	for range 3 {
		end := s.mark(s.skipAnd(d.End))
		if end == 0 {
			break
		}
		d.End, d.Marked = end, true
	}
	return d
}

// dayParts may stand between a day and an hour of it.
var dayParts = quantity.WordList(Listed("part of the day")...)

// clock gives the glyph behind a time of the day at p: 12月31日24时, 下午5点半,
// 8时30分, 17:00.
func (s *calendar) clock(p int) int {
	hour, q := s.Small(s.Past(p, dayParts), 24)
	if hour == 0 {
		return p
	}
	if s.Is(q, ':') {
		return s.colons(p, q)
	}
	if !s.In(q, "时点") {
		return p
	}
	if end := s.minutes(q + 1); !s.Han(end) || s.mark(end) > 0 {
		return end
	}
	return p
}

// colons gives the glyph behind the minutes and seconds at q, p where there are none.
func (s *calendar) colons(p, q int) int {
	for s.Is(q, ':') && s.Digits(q+1, 2) == q+3 {
		p, q = q+3, q+3
	}
	return p
}

// minutes gives the glyph behind what follows the 时 or 点 of a time: 30分, 半, 整.
func (s *calendar) minutes(p int) int {
	if s.In(p, "整半") {
		return p + 1
	}
	if n, end := s.Small(p, 59); n > 0 && s.Is(end, '分') {
		return end + 1
	}
	return p
}

// ands may stand between a date and the 以前 that it includes itself in.
var ands = quantity.WordList("(含)", "或者", "及", "或", "含")

// befores begin 以前, 之前 and 前.
var befores = []rune("以之前")

// skipAnd skips what may stand between a date and 以前: 及, 或, （含）.
func (s *calendar) skipAnd(p int) int {
	if q := s.Past(p, ands); s.Among(q, befores) {
		return q
	}
	return p
}

// dateMarks make the last day of a date the one that counts.
var dateMarks = quantity.WordList(Listed("date mark")...)

// mark gives the glyph behind the mark at p, 0 for none.
func (s *calendar) mark(p int) int {
	end := s.Past(p, dateMarks)
	if end == p || s.Word(p) > end-p || s.Is(end, '后') { // 12月内部, 5月前期, 12月5日前后
		return 0
	}
	return end
}
