package value

import "jxmb/parser/value/lex"

// dropExamples removes the expressions of examples: in a bracket that begins
// with 如, and behind 例如 up to the end of the sentence or the bracket.
func (s *selection) dropExamples() {
	if !s.Some(0, s.Size(), ofExample) {
		return
	}
	next, inside := 0, false
	s.keep(func(e *expression) bool {
		for ; next < e.first; next++ {
			inside = s.exemplifies(next, inside)
		}
		return !inside && !s.isExample(e)
	})
}

// ofExample reports a rune that every word for an example has.
func ofExample(r rune) bool { return r == '如' || r == '例' }

// exemplifies reports whether what follows token i is an example, where before
// says that of token i.
func (s *selection) exemplifies(i int, before bool) bool {
	switch t := s.Tokens[i]; t.Kind {
	case lex.SplitToken, lex.CloseToken:
		return false
	case lex.CommaToken:
		return before && !s.Is(t.From, '。')
	case lex.TextToken:
		return before || s.introduces(t, s.At(i+1).Kind == lex.ColonToken)
	}
	return before
}

// introduces reports words that an example follows: 例如, and 例 or 示例 in front
// of a colon, which 比例 is not.
func (s *selection) introduces(t lex.Token, colon bool) bool {
	words := s.Folded(t.From, t.End)
	return words == "如" || lex.Mentions(words, exampleWords) || colon && exampleHeads[words]
}

// exampleWords introduce an example, and exampleHeads do with a colon.
var (
	exampleWords = []string{"例如", "比如", "譬如", "诸如"}
	exampleHeads = map[string]bool{"例": true, "示例": true, "举例": true}
)

// isExample reports a number in a bracket that begins with 如.
func (s *selection) isExample(e *expression) bool {
	for i := e.first - 1; s.At(i).Depth > 0 && i >= e.first-3; i-- {
		if s.example(s.Tokens[i]) {
			return true
		}
	}
	return false
}

// example reports a bracket that begins with 如: what stands in it is no target.
func (s *selection) example(t lex.Token) bool {
	p := t.End
	p = s.SkipRune(s.SkipRune(p, '例'), '比')
	return t.Kind == lex.OpenToken && s.Is(p, '如')
}
