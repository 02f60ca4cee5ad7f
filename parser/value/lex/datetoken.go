package lex

import "jxmb/model/quantity"

// dateAt reads a date. Behind a sign a bare month is a number of months.
func (s *Lexer) dateAt(p int) (Token, bool) {
	if !s.mayBeDate(p) {
		return Token{}, false
	}
	if s.NoSuchDay(p) > 0 {
		s.Impossible = true
		return Token{}, false
	}
	d, ok := s.period(p)
	if !ok || s.timesEach(d) || s.countsMonths(p, d) {
		return Token{}, false
	}
	d.From = p
	s.Spans = append(s.Spans, d)
	return Token{Kind: DateToken, From: p, End: d.End, Row: len(s.Spans) - 1}, true
}

// mayBeDate reports what a date can begin with: a word for a part of the year,
// or digits with what parts or joins dates behind them. It spares most numbers
// the closer look.
func (s *calendar) mayBeDate(p int) bool {
	return s.Among(p, dateLeads) || s.leadsDate(p) || s.Surface(p, quantity.RoleDate) > 0
}

// dateLeads begin a date without a number: --12-31, 第三季度.
var dateLeads = []rune("-第")

// dateMarkers part the numbers of a date, or join two dates.
var dateMarkers = []rune("年月季./-~至到、")

// leadsDate reports digits at p with what parts or joins dates behind them.
func (s *calendar) leadsDate(p int) bool {
	const longest = 8 // digits: 20231231
	end := p
	for end < p+longest && s.dateDigit(end) {
		end++
	}
	return end == s.Size() || s.Among(end, dateMarkers)
}

// dateDigit reports a digit, or 十, at p.
func (s *calendar) dateDigit(p int) bool {
	c := s.Class(p)
	return c.Kind == quantity.Digit || c == quantity.Ten || s.Digit(p) || s.Is(p, '○')
}

// countsMonths reports a bare month or quarter without a year that an operator
// in front or behind makes a number of months, unless the name asks for a day.
func (s *calendar) countsMonths(p int, d Span) bool {
	if d.Marked {
		return false
	}
	if s.AsksForDay() {
		return false
	}
	if n := s.Surface(d.End, quantity.RoleSuffix); d.Kind == OneMonth && n > 0 && s.Word(d.End) <= n {
		return !s.Is(d.End, '起') // 6月起 has no end
	}
	bare := d.year == 0 && (d.Kind == OneMonth || d.Kind == longer && s.Is(d.End-1, '度'))
	return bare && s.follows(justOperator, p) && s.strength(s.last()) != quantity.Plain
}

// timesEach reports 一季度一次 and 一月一次: times in a month, no month. 6月31次 are
// those of June.
func (s *Lexer) timesEach(d Span) bool {
	if s.Digit(d.From) && !s.Is(d.From, '1') {
		return false
	}
	if d.Marked || d.year != 0 || !s.In(d.From+1, "季月") || !s.startsNumber(d.End) {
		return false
	}
	n := s.Positional(d.End, quantity.BehindWords)
	return n.Ok && s.Dimension(n.End) == "count"
}
