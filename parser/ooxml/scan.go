package ooxml

import (
	"bytes"
	"encoding/binary"
	"math/bits"

	"jxmb/model"
)

// token is what the scanner stands at.
type token uint8

const (
	EOF   token = iota // the end of the part, or an error: see scanner.err
	Start              // a start tag: el, start and attributes are its own
	End                // an end tag, or the end of an empty element
)

// openTag is an element whose end tag has not been met.
type openTag struct {
	name     int // offset of its name
	length   int32
	bindings int32 // scope.bindings before it
	el       Element
}

// Scanner reads the tags of an XML 1.0 part. It keeps the nesting and names of
// tags honest but looks at text only where it is asked to, which is what makes
// it several times as fast as a general XML reader. Document type declarations
// are refused, and with them every entity but the five predefined ones.
type Scanner struct {
	Src      []byte
	Pos      int     // where the next token is looked for
	El       Element // of the token
	Start    int     // offset of the token's "<"
	attrFrom int     // attributes of a start tag
	attrTo   int
	Empty    bool               // the start tag was an empty element: its end comes next
	rooted   bool               // the root element has begun
	Stray    func(from, to int) // takes character data met outside the elements that hold text; nil: nobody asks
	stack    []openTag
	shapes   *shapes
	scope    scope
	depth    int // limit of the stack
	Part     string
	Err      *model.Fault
}

func (s *Scanner) Reset(part string, src []byte, depth int) {
	*s = Scanner{Src: src, depth: depth, Part: part, stack: s.stack[:0], shapes: s.shapes}
	s.scope.word = noWord
}

// Depth is how many elements are open.
func (s *Scanner) Depth() int { return len(s.stack) }

// OpenElement identifies an open element: no other has its name at the same
// offset. The zero value is none.
type OpenElement struct{ depth, name int }

// Opened is the open element at a depth, 1 being the root.
func (s *Scanner) Opened(depth int) OpenElement { return OpenElement{depth, s.stack[depth-1].name} }

// IsInside tells whether an element is still open and not the innermost.
func (s *Scanner) IsInside(e OpenElement) bool {
	return e.depth > 0 && len(s.stack) > e.depth && s.stack[e.depth-1].name == e.name
}

// TagName is the name of the open element at a depth as it stands, with its
// prefix.
func (s *Scanner) TagName(depth int) []byte {
	top := s.stack[depth-1]
	return s.Src[top.name : top.name+int(top.length)]
}

// LocalName is the name of the innermost open element without its prefix.
func (s *Scanner) LocalName() []byte {
	name := s.TagName(len(s.stack))
	return name[bytes.IndexByte(name, ':')+1:]
}

// Recycled is a scanner with the memory of s and nothing of its part.
func (s *Scanner) Recycled() Scanner {
	t := Scanner{stack: s.stack[:0], shapes: s.shapes}
	t.scope.bindings = s.scope.bindings[:0]
	clear(t.scope.bindings[:cap(t.scope.bindings)]) // they point into the part
	return t
}

// Next moves to the next tag.
func (s *Scanner) Next() token {
	if s.Empty {
		s.Empty = false
		return s.pop()
	}
	for s.Err == nil {
		if s.Pos >= len(s.Src) || s.Src[s.Pos] != '<' {
			i := bytes.IndexByte(s.Src[s.Pos:], '<')
			if i < 0 {
				return s.finish()
			}
			if s.Pos += i; !s.passText(s.Pos - i) {
				return EOF
			}
		}
		s.Start = s.Pos
		if s.Pos+1 == len(s.Src) {
			return s.broken(s.Pos, "文件在标签中间结束", "the part ends inside a tag")
		}
		switch s.Src[s.Pos+1] {
		case '/':
			return s.endTag()
		case '!', '?':
			s.Pos = s.Markup()
			if bytes.HasPrefix(s.Src[s.Start:], []byte(Cdata)) && s.Err == nil {
				s.passText(s.Start)
			}
		default:
			if s.bareTag() {
				return Start
			}
			return s.startTag()
		}
	}
	return EOF
}

// Within moves to the next start tag below the element at depth and is false
// when that element has ended. Wrappers that a loop over it does not name are
// thereby transparent.
func (s *Scanner) Within(depth int) bool {
	for {
		switch s.Next() {
		case Start:
			return true
		case End:
			if len(s.stack) < depth {
				return false
			}
		case EOF:
			return false
		}
	}
}

// Skip moves past the end of the element whose start tag was met last.
func (s *Scanner) Skip() {
	for depth := len(s.stack); len(s.stack) >= depth && s.Next() != EOF; {
	}
}

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
	src, from := s.Src, s.Pos+1
	if from+8 > len(src) || len(s.stack) >= s.depth || len(s.stack) == 0 {
		return false
	}
	word := binary.LittleEndian.Uint64(src[from:])
	ends := word ^ '>'*eachByte
	length := bits.TrailingZeros64((ends-eachByte)&^ends&topBits) / 8
	if length == 0 || length == 8 {
		return false
	}
	name := word & (1<<(8*length) - 1)
	k := s.scope.place(name, 0)
	if k.low != name || k.high != 0 {
		return false
	}
	end := from + length
	s.attrFrom, s.attrTo, s.Pos = end, end, end+1
	s.stack = append(s.stack, openTag{from, int32(length), int32(len(s.scope.bindings)), k.el})
	s.El = k.el
	return true
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

// finish judges the end of the part.
func (s *Scanner) finish() token {
	if len(s.stack) > 0 {
		top := s.stack[len(s.stack)-1]
		name := s.TagName(len(s.stack))
		return s.broken(len(s.Src), "部件到此结束，而第 %[2]d 字节处的标签 <%.40[1]s> 没有关闭", "the part ends here, but <%.40[1]s> at byte %[2]d is not closed", name, top.name-1)
	}
	if !s.rooted {
		return s.broken(0, "没有任何 XML 元素", "there is no XML element")
	}
	from := s.Pos
	s.Pos = len(s.Src)
	s.passText(from)
	return EOF
}

// passText passes over the character data from an offset up to s.pos. Outside
// the root element none may stand (XML 1.0 §2.1).
func (s *Scanner) passText(from int) bool {
	switch {
	case len(s.stack) == 0:
		text := bytes.TrimPrefix(s.Src[from:s.Pos], []byte("\xef\xbb\xbf"))
		if text = bytes.TrimLeft(text, " \t\r\n"); len(text) > 0 {
			s.broken(s.Pos-len(text), "根元素之外有文字", "text stands outside the root element")
			return false
		}
	case s.Stray != nil && holdsNoText[s.stack[len(s.stack)-1].el]:
		s.Stray(from, s.Pos) // may fail: keeping the text costs
	}
	return s.Err == nil
}

const Cdata = "<![CDATA["

// Markup is the offset behind the comment, processing instruction or CDATA
// section at s.pos. CDATA is text, read where text is wanted and passed here.
func (s *Scanner) Markup() int {
	rest := s.Src[s.Pos:]
	for _, m := range [...]struct{ open, end, zh, en string }{
		{"<!--", "-->", "注释没有结束", "a comment is not closed"},
		{Cdata, "]]>", "CDATA 段没有结束", "a CDATA section is not closed"},
		{"<?", "?>", "处理指令没有结束", "a processing instruction is not closed"},
	} {
		if !bytes.HasPrefix(rest, []byte(m.open)) {
			continue
		}
		if i := bytes.Index(rest[len(m.open):], []byte(m.end)); i >= 0 {
			return s.Pos + len(m.open) + i + len(m.end)
		}
		s.broken(s.Pos, m.zh, m.en)
		return len(s.Src)
	}
	if bytes.HasPrefix(rest, []byte("<!DOCTYPE")) {
		s.Fail(dtdFault(s.Part, int64(s.Pos)))
		return len(s.Src)
	}
	s.broken(s.Pos, "“<!”后面不是注释也不是 CDATA", `"<!" begins neither a comment nor CDATA`)
	return len(s.Src)
}

// blanks has a bit for each of the blanks of XML (§2.3).
const blanks uint64 = 1<<' ' | 1<<'\t' | 1<<'\n' | 1<<'\r'

func isSpace(c byte) bool { return c <= ' ' && blanks>>c&1 == 1 }

// NewScanner is a scanner for long parts: it learns the shapes of their tags.
func NewScanner() Scanner { return Scanner{shapes: new(shapes)} }
