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
	if start.operator != model.NoOperator || start.kind != aNumber || !s.movesTo(start, target) || !s.leaves(start) {
		return numbers
	}
	if comma := &s.Tokens[start.last]; comma.Kind == lex.CommaToken {
		comma.Kind = lex.MarkToken // parts no two targets
	}
	return numbers[1:]
}

// leaves reports words in front of a number that begin with or end in 由 or 从, or
// nothing at all in front of one with its unit and no comma behind.
func (s *selection) leaves(e *expression) bool {
	if e.first == 0 {
		return e.hasUnit && s.At(e.last).Kind != lex.CommaToken
	}
	return slices.ContainsFunc(s.Tokens[:e.first], func(t lex.Token) bool {
		return t.Kind == lex.TextToken && (s.In(t.From, "由从") || s.In(t.End-1, "由从"))
	})
}

// movesTo reports that nothing but words that end in 至 or 到 stands between two numbers
// of one measure, or a comma and such words: 提升至, 减少到. 达到 states a target of its own.
func (s *selection) movesTo(start, target *expression) bool {
	shortest, longest := 2, s.Size() // glyphs: 升至
	i := start.last
	if s.At(i).Kind == lex.CommaToken {
		i, longest = i+1, 5 // 逐步提升至, not 优良率提升至
	}
	words := s.WordsAt(i)
	n := words.End - words.From
	if target.first != i+1 || n < shortest || n > longest || !s.In(words.End-1, "至到") {
		return false
	}
	return !target.hasUnit || !start.hasUnit || comparable(&start.unit, &target.unit)
}
