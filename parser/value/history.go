package value

import (
	"slices"

	"jxmb/model"
	"jxmb/parser/value/lex"
)

// dropStart removes the number that a target moves away from: 由80%提升至95%,
// 30天压缩至15天以内. It is history and stays in the text.
func (s *selection) dropStart(numbers []int) []int {
	if len(numbers) != 2 {
		return numbers
	}
	start, target := &s.expressions[numbers[0]], &s.expressions[numbers[1]]
	if start.operator != model.NoOperator || target.first != start.last+1 || start.kind != aNumber {
		return numbers
	}
	if s.movesTo(start, target) && s.leaves(start) {
		return numbers[1:]
	}
	return numbers
}

// leaves reports words in front of a number that begin with or end in 由 or 从, or
// nothing at all in front of one with its unit.
func (s *selection) leaves(e *expression) bool {
	if e.first == 0 {
		return e.hasUnit
	}
	return slices.ContainsFunc(s.Tokens[:e.first], func(t lex.Token) bool {
		return t.Kind == lex.TextToken && (s.In(t.From, "由从") || s.In(t.End-1, "由从"))
	})
}

// movesTo reports that nothing but words that end in 至 or 到 stands between two numbers
// of one measure: 提升至, 减少到. 达到 states a target of its own.
func (s *selection) movesTo(start, target *expression) bool {
	const shortest = 2 // glyphs: 升至
	words := s.WordsAt(start.last)
	if words.End-words.From < shortest || !s.In(words.End-1, "至到") {
		return false
	}
	return !target.hasUnit || !start.hasUnit || comparable(&start.unit, &target.unit)
}
