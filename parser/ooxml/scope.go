package ooxml

import (
	"bytes"
	"encoding/binary"
)

// binding is one xmlns declaration in force.
type binding struct {
	prefix []byte
	space  space
	word   []byte // scope.word before it
}

// scope is the set of prefixes in force at a point of the part.
type scope struct {
	bindings []binding
	root     int    // how many of them the root element made
	word     []byte // the innermost prefix of WordprocessingML, empty for the default namespace; noWord where none is sure
	strict   bool   // the strict namespace of WordprocessingML has been declared
	known    [128]knownName
	learned  bool // something stands in known
}

// knownName is a name met before, up to 16 bytes of it, with its element while
// the prefixes in force stay the same.
type knownName struct {
	low, high uint64
	el        Element
}

// noWord equals no prefix, since a prefix holds no colon.
var noWord = []byte(":")

// bind adds a declaration; uri is the attribute's value, undecoded: the
// namespaces known here hold nothing that needs an entity.
func (sc *scope) bind(prefix, uri []byte) {
	b := binding{prefix, namespaces[string(uri)], sc.word}
	sc.bindings = append(sc.bindings, b)
	sc.strict = sc.strict || string(uri) == strictWord
	sc.forget()
	switch {
	case b.space == spaceWord:
		sc.word = prefix
	case string(prefix) == string(sc.word):
		sc.word = noWord
	}
}

// release drops the declarations of an element that closes.
func (sc *scope) release(n int) {
	sc.word = sc.bindings[n].word
	sc.bindings = sc.bindings[:n]
	sc.forget()
}

// forget drops what the names met so far mean.
func (sc *scope) forget() {
	if sc.learned {
		clear(sc.known[:])
		sc.learned = false
	}
}

// find is the namespace of a prefix, empty being the default one.
func (sc *scope) find(prefix []byte) space {
	for i := len(sc.bindings) - 1; i >= 0; i-- {
		if b := &sc.bindings[i]; string(b.prefix) == string(prefix) {
			return b.space
		}
	}
	return spaceOther
}

// element is the element of the qualified name of n bytes at src[from:]. A
// document has the same thirty names forty thousand times over, so names are
// compared as one or two words before they are looked up.
func (sc *scope) element(src []byte, from, n int) Element {
	if n > 16 || from+16 > len(src) {
		return sc.resolve(src[from : from+n])
	}
	low, high := binary.LittleEndian.Uint64(src[from:]), uint64(0)
	if n <= 8 {
		low &= 1<<(8*n) - 1 // 1<<64 is 0: all of it
	} else {
		high = binary.LittleEndian.Uint64(src[from+8:]) & (1<<(8*(n-8)) - 1)
	}
	k := sc.place(low, high)
	if k.low != low || k.high != high {
		*k = knownName{low, high, sc.resolve(src[from : from+n])}
		sc.learned = true
	}
	return k.el
}

// place is where a name is kept, or would be.
func (sc *scope) place(low, high uint64) *knownName {
	return &sc.known[(low*0x9e3779b97f4a7c15+high)>>57]
}

// resolve is the element of a qualified name.
func (sc *scope) resolve(name []byte) Element {
	colon := bytes.LastIndexByte(name, ':')
	prefix, local := name[:max(colon, 0)], name[colon+1:]
	if string(sc.word) == string(prefix) {
		return named(local)
	}
	switch sc.find(prefix) {
	case spaceWord:
		return named(local)
	case spaceCompatibility:
		return compatibility(local)
	case spaceMath:
		switch string(local) {
		case "t":
			return ElMathT
		case "oMath":
			return ElMath
		}
	case spaceSymEx:
		if string(local) == "symEx" {
			return ElSymEx
		}
	}
	return ElOther
}

// InWord tells whether the innermost open element is one of WordprocessingML.
func (s *Scanner) InWord() bool {
	name := s.TagName(len(s.stack))
	return s.scope.isWord(name[:max(bytes.IndexByte(name, ':'), 0)])
}

// Foreign tells whether the innermost open element belongs to a vocabulary that
// is not read here.
func (s *Scanner) Foreign() bool {
	name := s.TagName(len(s.stack))
	switch prefix := name[:max(bytes.IndexByte(name, ':'), 0)]; {
	case s.scope.isWord(prefix):
		return false
	default:
		space := s.scope.find(prefix)
		return space == spaceOther || space == spaceOffice
	}
}

// Strict tells whether the part declares the strict namespace of
// WordprocessingML, up to where it has been read.
func (s *Scanner) Strict() bool { return s.scope.strict }

// Understood tells whether the namespaces of all prefixes are ones that are
// read here.
func (s *Scanner) Understood(prefixes []byte) bool {
	for _, prefix := range bytes.Fields(prefixes) {
		if s.scope.find(prefix) == spaceOther {
			return false
		}
	}
	return true
}

// isWord tells whether a prefix means WordprocessingML.
func (sc *scope) isWord(prefix []byte) bool {
	return string(sc.word) == string(prefix) || sc.find(prefix) == spaceWord
}

func compatibility(local []byte) Element {
	switch string(local) {
	case "AlternateContent":
		return ElAlternateContent
	case "Choice":
		return ElChoice
	case "Fallback":
		return ElFallback
	}
	return ElOther
}
