package ooxml

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"strconv"
)

// maxBindings bounds the namespace prefixes in force at one point: each name
// outside WordprocessingML is looked for among them one by one. Word declares
// about 40 on the root element.
const maxBindings = 256

// attributes checks the attributes from offset i to the end of the start tag
// and takes up the namespaces they declare.
func (s *Scanner) attributes(i int) bool {
	src := s.Src
	s.attrFrom = i
	for i < len(src) {
		from := i
		for i < len(src) && isSpace(src[i]) {
			i++
		}
		if i == len(src) {
			break
		}
		switch src[i] {
		case '>':
			s.attrTo, s.Pos = i, i+1
			return true
		case '/':
			if i+1 < len(src) && src[i+1] == '>' {
				s.attrTo, s.Pos, s.Empty = i, i+2, true
				return true
			}
			return s.badTag(i)
		}
		if i == from {
			return s.badTag(i)
		}
		name := i
		i = nameEnds(src, i)
		nameEnd := i
		value, end := s.attributeValue(i)
		if end < 0 || name == nameEnd {
			return s.badTag(name)
		}
		i = end
		if src[name] == 'x' && !s.declare(src[name:nameEnd], src[value:end-1]) {
			return false
		}
	}
	s.broken(s.Pos, "标签没有以“>”结束", `a tag does not end in ">"`)
	return false
}

// eachByte has the lowest bit of every byte of a word set, topBits the highest.
const (
	eachByte = 0x0101010101010101
	topBits  = 0x8080808080808080
)

// attributeValue finds the quoted value behind the "=" at offset i: from its
// first byte up to end, which is behind the closing quote; end is -1 where
// there is none, or a "<" before it. Eight bytes are looked at in one:
// x-eachByte sets the top bit of the first zero byte of x, and of none before it.
func (s *Scanner) attributeValue(i int) (from, end int) {
	src := s.Src
	if i+1 >= len(src) || src[i] != '=' || src[i+1] != '"' { // it nearly always is so
		if i = s.opening(i); i < 0 {
			return 0, -1
		}
		i--
	}
	quote := src[i+1]
	from = i + 2
	i = from
	for quotes := uint64(quote) * eachByte; i+8 <= len(src); i += 8 {
		word := binary.LittleEndian.Uint64(src[i:])
		q, less := word^quotes, word^'<'*eachByte
		if found := ((q-eachByte)&^q | (less-eachByte)&^less) & topBits; found != 0 {
			i += bits.TrailingZeros64(found) >> 3
			break
		}
	}
	for i < len(src) && src[i] != quote && src[i] != '<' { // the last bytes of the part
		i++
	}
	if i == len(src) || src[i] != quote {
		return 0, -1
	}
	return from, i + 1
}

// opening is the offset of the quote that opens an attribute's value, where
// spaces may stand around the "=" at offset i; -1 where there is none.
func (s *Scanner) opening(i int) int {
	src := s.Src
	for i < len(src) && isSpace(src[i]) {
		i++
	}
	if i == len(src) || src[i] != '=' {
		return -1
	}
	i++
	for i < len(src) && isSpace(src[i]) {
		i++
	}
	if i == len(src) || src[i] != '"' && src[i] != '\'' {
		return -1
	}
	return i
}

// badTag reports the tag at s.pos as malformed at offset at.
func (s *Scanner) badTag(at int) bool {
	s.broken(at, "标签的属性写法有误（引号、等号或空格）", "an attribute is malformed (quote, equals sign or space)")
	return false
}

// declare takes up an xmlns attribute.
func (s *Scanner) declare(name, uri []byte) bool {
	var prefix []byte
	switch {
	case string(name) == "xmlns":
	case bytes.HasPrefix(name, []byte("xmlns:")):
		prefix = name[len("xmlns:"):]
	default:
		return true
	}
	if len(s.scope.bindings) >= maxBindings {
		s.Fail(LimitFault(limitBindings, maxBindings, s.Part, int64(s.Pos)))
		return false
	}
	s.scope.bind(prefix, uri)
	return true
}

// Attribute is the undecoded value of an attribute of the start tag met last,
// in the WordprocessingML namespace or in none: some producers leave the
// prefix off, which ISO/IEC 29500-1 does not allow and Word forgives nowhere.
// One that stands twice has no value that could be told (XML 1.0 §3.1, Unique
// Att Spec).
func (s *Scanner) Attribute(local string) (found []byte, ok bool) {
	return s.find(local, s.scope.isWord)
}

// AnyAttribute is the same for an attribute of any namespace, for elements of
// other vocabularies.
func (s *Scanner) AnyAttribute(local string) ([]byte, bool) {
	return s.find(local, func([]byte) bool { return true })
}

func (s *Scanner) find(local string, ours func(prefix []byte) bool) (found []byte, ok bool) {
	src, first := s.Src, 0
	for i := s.attrFrom; i < s.attrTo; {
		for i < s.attrTo && isSpace(src[i]) {
			i++
		}
		name, colon := i, -1
		for i < s.attrTo && nameClass[src[i]] <= nameColon {
			if src[i] == ':' {
				colon = i - name
			}
			i++
		}
		nameEnd := i
		from, end := s.attributeValue(i)
		if end < 0 {
			break
		}
		i = end
		if string(src[name+colon+1:nameEnd]) != local || colon >= 0 && !ours(src[name:name+colon]) {
			continue
		}
		if ok {
			s.broken(name, "属性 %.40s 与第 %d 字节处的重复", "the attribute %.40s stands twice, first at byte %d", src[name:nameEnd], first)
			return nil, false
		}
		found, ok, first = src[from:end-1], true, name
	}
	return found, ok
}

// Val is the w:val attribute with its references resolved, "" where absent.
func (s *Scanner) Val() []byte {
	v, _ := s.Attribute("val")
	if bytes.IndexByte(v, '&') >= 0 {
		return []byte(s.Unescape(v))
	}
	return v
}

// ValText is the same where the value is text that a document shows.
func (s *Scanner) ValText() string {
	v, _ := s.Attribute("val")
	return s.Unescape(v)
}

// Flag reads the w:val of an on/off property (ISO/IEC 29500-1 §17.17.4):
// present without a value is on.
func (s *Scanner) Flag() bool {
	switch string(s.Val()) {
	case "0", "false", "off":
		return false
	}
	return true
}

// Number reads the w:val of a whole number; ok is false where it is none.
// Numbers out of the range of int keep their sign at its bounds.
func (s *Scanner) Number() (n int, ok bool) {
	n, err := strconv.Atoi(string(bytes.TrimSpace(s.Val())))
	if e, isNum := err.(*strconv.NumError); isNum && e.Err == strconv.ErrRange {
		return n, true
	}
	return n, err == nil
}

// Whole is an attribute that holds a whole number.
func (s *Scanner) Whole(attribute string) (int, bool) {
	v, _ := s.Attribute(attribute)
	n, err := strconv.Atoi(string(v))
	return n, err == nil
}
