package ooxml

import "bytes"

// Memo remembers property elements (w:rPr, w:tcPr …) by their bytes. A
// document says the same few things about thousands of runs; comparing bytes
// is several times as fast as reading tags again, and exact: an element that
// begins with all bytes of a well-formed one is that one.
type Memo[T any] struct {
	entries [8]struct {
		block []byte
		props T
	}
	last int // index of the latest hit
	next int // index to replace
}

// maxMemo bounds the length of what is remembered: long elements (a section's
// properties) seldom come twice.
const maxMemo = 1024

func (m *Memo[T]) find(src []byte) (*T, int) {
	for i := range m.entries {
		e := &m.entries[(m.last+i)%len(m.entries)]
		if len(e.block) > 0 && bytes.HasPrefix(src, e.block) {
			m.last = (m.last + i) % len(m.entries)
			return &e.props, len(e.block)
		}
	}
	return nil, 0
}

func (m *Memo[T]) keep(block []byte, props T) {
	m.entries[m.next].block, m.entries[m.next].props = block, props
	m.last, m.next = m.next, (m.next+1)%len(m.entries)
}

// Remembered reads the property element whose start tag was met last, from the
// Memo where it stands there. What the bytes mean depends on the prefixes in
// force, so nothing is remembered where those are not the root's.
func Remembered[T any](s *Scanner, m *Memo[T], read func(*Scanner) T) T {
	from := s.Start
	plain := len(s.scope.bindings) == s.scope.root
	if plain {
		if props, n := m.find(s.Src[from:]); n > 0 {
			s.Pos, s.Empty = from+n, false
			s.pop()
			return *props
		}
	}
	props := read(s)
	if n := s.Pos - from; plain && n <= maxMemo && s.Err == nil {
		m.keep(s.Src[from:s.Pos], props)
	}
	return props
}
