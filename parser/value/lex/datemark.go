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
var dayParts = quantity.WordList("上午", "下午", "中午", "晚上", "凌晨", "当日", "当天")

// clock gives the glyph behind an hour of the day at p: 12月31日24时, 下午5点, 17:00.
func (s *calendar) clock(p int) int {
	hour, q := s.Small(s.Past(p, dayParts), 24)
	if hour == 0 {
		return p
	}
	if s.Is(q, ':') && s.Digits(q+1, 2) == q+3 {
		return q + 3
	}
	end := s.SkipRune(q+1, '整')
	if s.In(q, "时点") && (!s.Han(end) || s.mark(end) > 0) {
		return end
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
var dateMarks = quantity.WordList("底", "末", "前", "止", "内", "之前", "以前", "之内", "以内", "为止")

// mark gives the glyph behind the mark at p, 0 for none.
func (s *calendar) mark(p int) int {
	end := s.Past(p, dateMarks)
	if end == p || s.Is(p, '内') && s.Word(p) > 1 {
		return 0
	}
	return end
}
