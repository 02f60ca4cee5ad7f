package doc

import (
	"encoding/binary"
	"unicode/utf16"

	"jxmb/parser/msword"
)

// style is what is read of a style definition (STD, [MS-DOC] §2.9.258).
type style struct {
	name       string
	base       uint16 // istdBase
	kind       byte   // stk
	paragraph  []byte // Prls
	characters []byte
	toc        bool

	resolved bool
	look     look
	list     listRef
	inherits bool // being resolved: a chain of bases that runs in circles ends here
}

// Kinds of styles (stk of StdfBase, §2.9.260).
const (
	kindParagraph = 1
	kindCharacter = 2
)

const (
	noStyle   = 0x0fff // istdBase of a style based on none
	stdfBase  = 10     // bytes of StdfBase
	maxBased  = 32     // bounds the chain of bases
	sizesOnly = 4      // bytes of cstd and cbSTDBaseInFile
)

// stylesheet is the styles of a document by istd (STSH, §2.9.271).
type stylesheet struct {
	list []style
	r    *reader
}

// readStyles reads the stylesheet; what is damaged in it has no formatting.
func readStyles(b []byte) (list []style) {
	info, rest, ok := counted(b, 1)
	if !ok || len(info) < sizesOnly {
		return nil
	}
	count, fixed := int(binary.LittleEndian.Uint16(info)), int(binary.LittleEndian.Uint16(info[2:]))
	for ; count > 0; count-- {
		std, after, ok := counted(rest, 1)
		if !ok {
			break
		}
		list = append(list, readStyle(std, fixed))
		if len(std)%2 != 0 && len(after) > 0 {
			after = after[1:]
		}
		rest = after
	}
	return list
}

func readStyle(b []byte, fixed int) style {
	if len(b) < max(fixed, stdfBase) || fixed < stdfBase {
		return style{base: noStyle}
	}
	kinds := binary.LittleEndian.Uint16(b[2:])
	s := style{kind: byte(kinds & 15), base: kinds >> 4}
	count := int(binary.LittleEndian.Uint16(b[4:]) & 15)
	name, rest, ok := counted(b[fixed:], 2)
	if !ok || len(rest) < 2 {
		return s
	}
	s.name = utf16Text(name)
	s.toc = msword.TocStyle(s.name)
	s.properties(rest[2:], count)
	return s
}

// properties reads the property sets of a style (GrLPUpxSw, §2.9.111): of a
// paragraph style those of paragraphs, behind their istd, then of characters.
func (s *style) properties(b []byte, count int) {
	var sets [3][]byte
	for i := range min(count, len(sets)) {
		set, after, ok := counted(b, 1)
		if !ok {
			return
		}
		if sets[i] = set; len(set)%2 != 0 && len(after) > 0 {
			after = after[1:]
		}
		b = after
	}
	switch s.kind {
	case kindParagraph:
		s.paragraph, s.characters = sets[0][min(2, len(sets[0])):], sets[1]
	case kindCharacter:
		s.characters = sets[0]
	}
}

// at is a style with what it inherits.
func (s *stylesheet) at(istd uint16) *style {
	return s.resolve(istd, 0)
}

func (s *stylesheet) resolve(istd uint16, depth int) *style {
	if int(istd) >= len(s.list) || depth > maxBased {
		return &style{}
	}
	st := &s.list[istd]
	if st.resolved || st.inherits {
		return st
	}
	st.inherits = true
	base := &style{}
	if st.base != noStyle {
		base = s.resolve(st.base, depth+1)
	}
	var c character
	c.look = base.look
	s.r.readCharacter(&c, st.characters, base.look)
	st.look, st.list = c.look, base.list
	st.list.read(st.paragraph)
	st.toc = st.toc || base.toc
	st.inherits, st.resolved = false, true
	return st
}

// character is what a character style does to text; it inherits nothing of the
// paragraph's.
func (s *stylesheet) character(istd uint16) look {
	if st := s.at(istd); st.kind == kindCharacter {
		return st.look
	}
	return look{}
}

// utf16Text is little-endian UTF-16 as text.
func utf16Text(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}
