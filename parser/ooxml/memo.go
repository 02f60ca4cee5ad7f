package ooxml

import (
	"bytes"
	"encoding/binary"
)

// Memo remembers property elements (w:rPr, w:tcPr …) by their bytes. A
// document says the same few things about thousands of runs; comparing bytes
// is several times as fast as reading tags again, and exact: an element that
// begins with all bytes of a well-formed one is that one.
type Memo[T any] struct {
	entries [memoSize]struct {
		sample uint64 // eight bytes of block, which tell most blocks apart
		block  []byte
		props  T
	}
	used int
	last int // index of the latest hit
	next int // index to replace

	opening uint64 // the first eight bytes of the latest block
}

const (
	// memoSize is room for the columns of a few tables, each of a width of its
	// own.
	memoSize = 32
	// maxMemo bounds the length of what is remembered: long elements (a
	// section's properties) seldom come twice.
	maxMemo = 1024
	// sampleAt is where the sample stands: at the number in
	// <w:tcPr><w:tcW w:w="1900".
	sampleAt = 20
	minMemo  = sampleAt + 8
)

func (m *Memo[T]) find(src []byte) (*T, int) {
	if len(src) < minMemo {
		return nil, 0
	}
	sample := binary.LittleEndian.Uint64(src[sampleAt:])
	at := m.last
	for range m.used {
		e := &m.entries[at]
		if e.sample == sample && bytes.HasPrefix(src, e.block) {
			m.last = at
			return &e.props, len(e.block)
		}
		if at++; at == m.used {
			at = 0
		}
	}
	return nil, 0
}

func (m *Memo[T]) keep(block []byte, props T) {
	e := &m.entries[m.next]
	e.sample, e.block, e.props = binary.LittleEndian.Uint64(block[sampleAt:]), block, props
	m.opening = binary.LittleEndian.Uint64(block)
	m.used = max(m.used, m.next+1)
	m.last, m.next = m.next, (m.next+1)%memoSize
}

// Recalled passes the property element that comes right behind the start tag met last
// where the Memo knows it, and gives what it says: not even its start tag is read.
func Recalled[T any](s *Scanner, m *Memo[T]) *T {
	from := s.Pos
	if from+minMemo > len(s.Src) || binary.LittleEndian.Uint64(s.Src[from:]) != m.opening {
		return nil
	}
	if s.Empty || !s.plain() || len(s.stack) >= s.depth {
		return nil
	}
	props, n := m.find(s.Src[from:])
	s.Pos += n
	return props
}

// plain tells whether the prefixes in force are those of the root.
func (s *Scanner) plain() bool { return len(s.scope.bindings) == s.scope.root }

// Remembered reads the property element whose start tag was met last, from the
// Memo where it stands there. What the bytes mean depends on the prefixes in
// force, so nothing is remembered where those are not the root's.
func Remembered[T any](s *Scanner, m *Memo[T], read func(*Scanner) T) T {
	from := s.Start
	plain := s.plain()
	if plain {
		if props, n := m.find(s.Src[from:]); n > 0 {
			s.Pos, s.Empty = from+n, false
			s.pop()
			return *props
		}
	}
	props := read(s)
	if n := s.Pos - from; plain && n >= minMemo && n <= maxMemo && s.Err == nil {
		m.keep(s.Src[from:s.Pos], props)
	}
	return props
}
