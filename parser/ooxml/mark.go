package ooxml

// Mark is a place inside an element, to which a scanner can go back once it
// has passed it.
type Mark struct {
	pos      int // behind the start tag
	tag      openTag
	bindings []binding
	word     []byte
}

// Here marks the content of the element whose start tag was met last.
func (s *Scanner) Here() Mark {
	return Mark{
		pos: s.Pos, tag: s.stack[len(s.stack)-1],
		bindings: append([]binding(nil), s.scope.bindings...), word: s.scope.word,
	}
}

// Size is how many namespace declarations a mark keeps.
func (m *Mark) Size() int { return len(m.bindings) }

// Aside is where a scanner was when it went to a mark.
type aside struct {
	pos   int
	scope scope
}

// Ahead is a scanner at the same place, to look at what comes within the element
// whose start tag was met last. It must not go further, and s not on, while it is
// in use.
func (s *Scanner) Ahead() Scanner {
	ahead := *s
	ahead.Stray = nil
	return ahead
}

// Aside is the place to come back to.
func (s *Scanner) Aside() aside { return aside{s.Pos, s.scope} }

// Enter goes to a mark, as if its start tag had just been met.
func (s *Scanner) Enter(m Mark) {
	m.tag.bindings = int32(len(m.bindings))
	s.scope.bindings, s.scope.word = m.bindings, m.word
	s.stack = append(s.stack, m.tag)
	s.Pos, s.Empty = m.pos, false
}

// Leave goes back, once every element entered has ended.
func (s *Scanner) Leave(a aside) { s.Pos, s.scope = a.pos, a.scope }
