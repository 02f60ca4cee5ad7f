package value

import (
	"slices"

	"jxmb/model/quantity"
	"jxmb/parser/value/lex"
)

// thereafter reports words that go on behind a 后: 核查3次后整改.
func (s *doubts) thereafter(e *expression) bool {
	words := s.At(e.last)
	for p := words.From; p < words.End; p++ {
		if s.Is(p, '后') && s.Word(p) < 2 {
			return true
		}
	}
	return false
}

// opens reports a bare number in front of words that are not the name: 110接警.
func (s *doubts) opens(e *expression) bool {
	return e.number != "0" && !s.NameAt(e.end)
}

// conditions make a condition of the number in front of them, and consequences are
// what follows from it.
var (
	conditions   = quantity.WordList(lex.Listed("condition")...)
	consequences = quantity.WordList(lex.Listed("consequence")...)
)

// conditional reports that the number is the condition of something: 超5%的不予报销.
func (s *doubts) conditional(e *expression) bool {
	then := s.Past(e.end, conditions)
	return then > e.end && s.Past(then, consequences) > then
}

// margin reports an operator in the words in front of a number that has none of
// its own: the number is what something else is passed by, 高于全省平均5个百分点,
// and the bound is not in the cell.
func (s *doubts) margin(e *expression) bool {
	t := s.WordsAt(e.first - 1)
	if e.strength >= quantity.Word {
		return false
	}
	for p := t.From; p < t.End; p++ {
		op := s.passes(p)
		if op != "" && (p == t.From || op != "超") { // B超
			return true
		}
	}
	return false
}

// passes is the operator at p that takes a number to pass something by, "" for
// none.
func (s *doubts) passes(p int) string {
	row := s.Row(p, quantity.RolePrefix)
	if row == 0 || s.Word(p) >= s.Surface(p, quantity.RolePrefix) || !slices.Contains(margins, s.Operator(row).Surface) {
		return ""
	}
	return s.Operator(row).Surface
}

// margins are the operators that take a number to pass something by.
var margins = lex.Listed("margin")

// months reports a bare number that a column counts in months where the name asks
// for a day: 12 may be December.
func (s *doubts) months(e *expression) bool {
	return s.AsksForDay() && (s.Hint.Unit == "月" || s.Hint.Unit == "月份")
}

// dayInDigits reports a number that may be a day: 20231231.
func (s *doubts) dayInDigits(e *expression) bool {
	return s.compactDay(e.from, e.end) && !s.counted()
}

// dayOfYear reports a number with a point behind its year: 2022年6.1.
func (s *doubts) dayOfYear(e *expression) bool {
	return s.Is(e.from-1, '年') && s.Some(e.from, e.end, isPoint)
}

// dayOrMonth reports a number with a point that may be a date: 2023.12, and 11.5 where
// the name asks for a day.
func (s *doubts) dayOrMonth(e *expression) bool {
	if !s.Is(e.plain-3, '.') && !s.Is(e.plain-2, '.') {
		return false
	}
	if year, end := s.Year(e.from); year > 0 && s.Is(end, '.') {
		month, _ := s.Small(s.SkipRune(end+1, '0'), 12)
		return month > 0 && !s.counted()
	}
	return s.AsksForCompletion()
}

// counted reports that the cells around say what a bare number counts.
func (s *doubts) counted() bool {
	_, _, counted := s.surrounding()
	return counted || s.aboutMoney()
}

func isPoint(r rune) bool { return r == '.' }

// telephoned reports the digits of a telephone: 13800000000.
func (s *doubts) telephoned(e *expression) bool {
	const digits = 11
	return s.Digits(e.from, digits+1) == e.from+digits && e.end == e.from+digits && s.Is(e.from, '1') && s.Hint.Unit == ""
}

// daysAlone reports two numbers without a unit under a name that asks for a day:
// 12-31 may be one.
func (s *doubts) daysAlone(e *expression) bool {
	return e.kind == aRange && !e.hasUnit && s.AsksForCompletion()
}
