package value

import (
	"strings"

	"jxmb/parser/value/lex"
)

// rises and falls are the words by which a name or a target says which way a number
// goes.
var (
	rises = lex.Listed("rise")
	falls = lex.Listed("fall")
)

// contrary reports words in front of a number that go the other way than the name
// of the indicator: 下降5% under 增长率 is a growth of -5%, or a slip.
func (s *doubts) contrary(e *expression) bool {
	t := s.At(e.first - 1)
	if t.Kind != lex.TextToken {
		return false
	}
	name, words := course(s.Hint.Name), course(s.Source(0, t.End))
	return name*words < 0
}

// course is 1 for words that only rise, -1 for those that only fall, else 0.
func course(text string) int {
	text = strings.ReplaceAll(text, "负增长", "下降")
	way := 0
	if lex.Mentions(text, rises) {
		way++
	}
	if lex.Mentions(text, falls) {
		way--
	}
	return way
}
