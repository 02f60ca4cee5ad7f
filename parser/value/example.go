package value

import "strings"

// dropExamples removes the expressions of examples: in a bracket that begins
// with 如, and behind 例如 up to the end of the sentence or the bracket.
func (s *selection) dropExamples() {
	if text := s.String(); !strings.Contains(text, "如") && !strings.Contains(text, "例") {
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

// exemplifies reports whether what follows token i is an example, where before
// says that of token i.
func (s *selection) exemplifies(i int, before bool) bool {
	switch t := s.tokens[i]; t.kind {
	case splitToken, closeToken:
		return false
	case commaToken:
		return before && !s.Is(t.from, '。')
	case textToken:
		return before || s.introduces(t, s.at(i+1).kind == colonToken)
	}
	return before
}

// introduces reports words that an example follows: 例如, and 例 or 示例 in front
// of a colon, which 比例 is not.
func (s *selection) introduces(t token, colon bool) bool {
	words := s.Folded(t.from, t.end)
	return words == "如" || names(words, exampleWords) || colon && exampleHeads[words]
}

// exampleWords introduce an example, and exampleHeads do with a colon.
var (
	exampleWords = []string{"例如", "比如", "譬如", "诸如"}
	exampleHeads = map[string]bool{"例": true, "示例": true, "举例": true}
)

// isExample reports a number in a bracket that begins with 如.
func (s *selection) isExample(e *expression) bool {
	for i := e.first - 1; i >= 0 && s.tokens[i].depth > 0 && i >= e.first-3; i-- {
		if s.example(s.tokens[i]) {
			return true
		}
	}
	return false
}

// example reports a bracket that begins with 如: what stands in it is no target.
func (s *selection) example(t token) bool {
	p := t.end
	p = s.SkipRune(s.SkipRune(p, '例'), '比')
	return t.kind == openToken && s.Is(p, '如')
}
