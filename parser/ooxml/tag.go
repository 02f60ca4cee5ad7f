package ooxml

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

func (s *Scanner) startTag() token {
	src, from := s.Src, s.Pos+1
	if shape := s.shape(from); shape != nil {
		to := from + shape.size
		s.Empty = shape.empty
		s.attrFrom, s.attrTo, s.Pos = from+shape.name, to-1, to
		if s.Empty {
			s.attrTo--
		}
		return s.begin(from, shape.name, len(s.scope.bindings))
	}
	i := nameEnds(src, from)
	if i == from || i == len(src) || nameClass[src[i]] != nameEnd || src[i] == '=' {
		return s.broken(s.Pos, "“<”后面不是合法的标签名", `"<" is not followed by a tag name`)
	}
	if s.rooted && len(s.stack) == 0 {
		return s.broken(s.Pos, "根元素结束之后还有标签", "a tag follows the end of the root element")
	}
	if len(s.stack) >= s.depth {
		return s.Fail(LimitFault(limitDepth, int64(s.depth), s.Part, int64(s.Pos)))
	}
	bindings := len(s.scope.bindings)
	if src[i] == '>' {
		s.attrFrom, s.attrTo, s.Pos = i, i, i+1
	} else if !s.attributes(i) {
		return EOF
	} else if s.shapes != nil {
		s.shapes.learn(src, from, s.Pos, i-from, s.Empty)
	}
	return s.begin(from, i-from, bindings)
}

// shape is that of the start tag whose name begins at from, where one like it has been
// met inside the root element.
func (s *Scanner) shape(from int) *shape {
	if s.shapes == nil || from+8 > len(s.Src) || len(s.stack) >= s.depth || len(s.stack) == 0 {
		return nil
	}
	return s.shapes.find(s.Src, from)
}

// begin opens the element whose start tag has been read; bindings is how many prefixes
// were in force in front of it.
func (s *Scanner) begin(name, length, bindings int) token {
	el := s.scope.element(s.Src, name, length)
	if len(s.stack) == 0 {
		s.rooted, s.scope.root = true, len(s.scope.bindings)
	}
	s.stack = append(s.stack, openTag{name, int32(length), int32(bindings), el})
	s.El = el
	return Start
}

// bareTag reads a start tag without attributes whose name has been met before. Most
// tags are such, and of less than eight bytes: one word tells name and end.
func (s *Scanner) bareTag() bool {
	k, length := s.bareName()
	if k == nil {
		return false
	}
	from := s.Pos + 1
	end := from + length
	s.attrFrom, s.attrTo, s.Pos = end, end, end+1
	s.stack = append(s.stack, openTag{from, int32(length), int32(len(s.scope.bindings)), k.el})
	s.El = k.el
	return true
}

// bareName is the name in the start tag at s.Pos, nil where it has attributes, is longer
// or new, or no element may begin.
func (s *Scanner) bareName() (k *knownName, length int) {
	from := s.Pos + 1
	if from+8 > len(s.Src) || len(s.stack) >= s.depth || len(s.stack) == 0 {
		return nil, 0
	}
	word := binary.LittleEndian.Uint64(s.Src[from:])
	ends := word ^ '>'*eachByte
	length = bits.TrailingZeros64((ends-eachByte)&^ends&topBits) / 8
	if length == 0 || length == 8 {
		return nil, 0
	}
	name := word & (1<<(8*length) - 1)
	if k = s.scope.place(name, 0); k.low != name || k.high != 0 {
		return nil, 0
	}
	return k, length
}

// Leaf is where the text of the element that comes next stands, if it is el, has a name of
// up to five bytes and no attributes, and holds nothing but text. The scanner stays
// in front of it; end, behind the end tag, is where to go on. It is 0 for any other element.
func (s *Scanner) Leaf(el Element) (from, to, end int) {
	if s.Empty || s.Err != nil || s.Pos >= len(s.Src) || s.Src[s.Pos] != '<' {
		return 0, 0, 0
	}
	k, length := s.bareName()
	if k == nil || k.el != el || length > 5 {
		return 0, 0, 0
	}
	from = s.Pos + len("<") + length + len(">")
	i := bytes.IndexByte(s.Src[from:], '<')
	if i < 0 || from+i+8 > len(s.Src) {
		return 0, 0, 0
	}
	to, end = from+i, from+i+len("</")+length+len(">")
	tag := '<' | '/'<<8 | k.low<<16 | '>'<<(16+8*length)
	if (binary.LittleEndian.Uint64(s.Src[to:])^tag)<<(64-8*(end-to)) != 0 {
		return 0, 0, 0
	}
	s.Start = s.Pos
	return from, to, end
}

func (s *Scanner) endTag() token {
	if n := len(s.stack); n > 0 {
		top := &s.stack[n-1]
		from := s.Pos + 2
		to := from + int(top.length)
		if to < len(s.Src) && s.Src[to] == '>' && same(s.Src, from, top.name, int(top.length)) {
			s.Pos = to + 1
			return s.pop()
		}
	}
	return s.blankEndTag()
}

// blankEndTag reads an end tag with blanks in front of its ">", or says what is wrong
// with it.
func (s *Scanner) blankEndTag() token {
	src, from := s.Src, s.Pos+2
	if len(s.stack) == 0 {
		return s.broken(s.Pos, "结束标签没有对应的开始标签", "an end tag without a start tag")
	}
	top := &s.stack[len(s.stack)-1]
	to := from + int(top.length)
	if to >= len(src) || !same(src, from, top.name, int(top.length)) || nameClass[src[to]] != nameEnd {
		return s.mismatch()
	}
	for isSpace(src[to]) {
		if to++; to == len(src) {
			break
		}
	}
	if to == len(src) || src[to] != '>' {
		return s.broken(s.Pos, "结束标签没有以“>”结束", `an end tag does not end in ">"`)
	}
	s.Pos = to + 1
	return s.pop()
}

// pop closes the innermost element.
func (s *Scanner) pop() token {
	top := s.stack[len(s.stack)-1]
	s.stack = s.stack[:len(s.stack)-1]
	if len(s.scope.bindings) > int(top.bindings) {
		s.scope.release(int(top.bindings))
	}
	s.El = top.el
	return End
}
