package docx

import (
	"bytes"

	"jxmb/model"
)

// token is what the scanner stands at.
type token uint8

const (
	tokenEOF   token = iota // the end of the part, or an error: see scanner.err
	tokenStart              // a start tag: el, start and attributes are its own
	tokenEnd                // an end tag, or the end of an empty element
)

// openTag is an element whose end tag has not been met.
type openTag struct {
	name     int // offset of its name
	length   int32
	bindings int32 // scope.bindings before it
	el       element
}

// scanner reads the tags of an XML 1.0 part. It keeps the nesting and names of
// tags honest but looks at text only where it is asked to, which is what makes
// it several times as fast as a general XML reader. Document type declarations
// are refused, and with them every entity but the five predefined ones.
type scanner struct {
	src      []byte
	pos      int     // where the next token is looked for
	el       element // of the token
	start    int     // offset of the token's "<"
	attrFrom int     // attributes of a start tag
	attrTo   int
	empty    bool               // the start tag was an empty element: its end comes next
	closed   bool               // the root element has ended
	stray    func(from, to int) // takes character data met outside the elements that hold text; nil: nobody asks
	stack    []openTag
	scope    scope
	depth    int // limit of the stack
	part     string
	err      *model.Fault
}

func (s *scanner) reset(part string, src []byte, depth int) {
	*s = scanner{src: src, depth: depth, part: part, stack: s.stack[:0]}
	s.scope.word = noWord
}

// next moves to the next tag.
func (s *scanner) next() token {
	if s.empty {
		s.empty = false
		return s.pop()
	}
	for s.err == nil {
		if s.pos >= len(s.src) || s.src[s.pos] != '<' {
			i := bytes.IndexByte(s.src[s.pos:], '<')
			if i < 0 {
				return s.finish()
			}
			if s.pos += i; !s.passText(s.pos - i) {
				return tokenEOF
			}
		}
		s.start = s.pos
		if s.pos+1 == len(s.src) {
			return s.broken(s.pos, "文件在标签中间结束", "the part ends inside a tag")
		}
		switch s.src[s.pos+1] {
		case '/':
			return s.endTag()
		case '!', '?':
			s.pos = s.markup()
			if bytes.HasPrefix(s.src[s.start:], []byte(cdata)) && s.err == nil {
				s.passText(s.start)
			}
		default:
			return s.startTag()
		}
	}
	return tokenEOF
}

// within moves to the next start tag below the element at depth and is false
// when that element has ended. Wrappers that a loop over it does not name are
// thereby transparent.
func (s *scanner) within(depth int) bool {
	for {
		switch s.next() {
		case tokenStart:
			return true
		case tokenEnd:
			if len(s.stack) < depth {
				return false
			}
		case tokenEOF:
			return false
		}
	}
}

// skip moves past the end of the element whose start tag was met last.
func (s *scanner) skip() {
	for depth := len(s.stack); len(s.stack) >= depth && s.next() != tokenEOF; {
	}
}

// nameClass tells the bytes that end or spoil a name. Every byte that starts
// no markup may stand in one: XML's own list (§2.3) is not the reader's job.
var nameClass = func() (class [256]byte) {
	for _, c := range []byte(" \t\r\n/>=") {
		class[c] = nameEnd
	}
	for _, c := range []byte("<&\"'\x00") {
		class[c] = nameBad
	}
	class[':'] = nameColon
	return class
}()

const (
	nameChar = iota
	nameColon
	nameEnd
	nameBad
)

func (s *scanner) startTag() token {
	src, from := s.src, s.pos+1
	i, colon := from, -1
	for ; i < len(src); i++ {
		class := nameClass[src[i]]
		if class == nameChar {
			continue
		}
		if class != nameColon {
			break
		}
		colon = i - from
	}
	if i == from || i == len(src) || nameClass[src[i]] != nameEnd || src[i] == '=' {
		return s.broken(s.pos, "“<”后面不是合法的标签名", `"<" is not followed by a tag name`)
	}
	if s.closed {
		return s.broken(s.pos, "根元素结束之后还有标签", "a tag follows the end of the root element")
	}
	if len(s.stack) >= s.depth {
		return s.fail(limitError(limitDepth, int64(s.depth), s.part, int64(s.pos)))
	}
	tag := openTag{name: from, length: int32(i - from), bindings: int32(len(s.scope.bindings))}
	if src[i] == '>' {
		s.attrFrom, s.attrTo, s.pos = i, i, i+1
	} else if !s.attributes(i) {
		return tokenEOF
	}
	tag.el = s.scope.element(src, from, int(tag.length), colon)
	if len(s.stack) == 0 {
		s.scope.root = len(s.scope.bindings)
	}
	s.stack = append(s.stack, tag)
	s.el = tag.el
	return tokenStart
}

func (s *scanner) endTag() token {
	src, from := s.src, s.pos+2
	if len(s.stack) == 0 {
		return s.broken(s.pos, "结束标签没有对应的开始标签", "an end tag without a start tag")
	}
	top := &s.stack[len(s.stack)-1]
	to := from + int(top.length)
	if to >= len(src) || string(src[from:to]) != string(src[top.name:top.name+int(top.length)]) || nameClass[src[to]] != nameEnd {
		return s.mismatch()
	}
	for isSpace(src[to]) {
		if to++; to == len(src) {
			break
		}
	}
	if to == len(src) || src[to] != '>' {
		return s.broken(s.pos, "结束标签没有以“>”结束", `an end tag does not end in ">"`)
	}
	s.pos = to + 1
	return s.pop()
}

// pop closes the innermost element.
func (s *scanner) pop() token {
	top := s.stack[len(s.stack)-1]
	s.stack = s.stack[:len(s.stack)-1]
	if len(s.scope.bindings) > int(top.bindings) {
		s.scope.release(int(top.bindings))
	}
	s.el = top.el
	s.closed = len(s.stack) == 0
	return tokenEnd
}

// finish judges the end of the part.
func (s *scanner) finish() token {
	if len(s.stack) > 0 {
		top := s.stack[len(s.stack)-1]
		name := s.src[top.name : top.name+int(top.length)]
		return s.broken(len(s.src), "部件到此结束，而第 %[2]d 字节处的标签 <%.40[1]s> 没有关闭", "the part ends here, but <%.40[1]s> at byte %[2]d is not closed", name, top.name-1)
	}
	if !s.closed {
		return s.broken(0, "没有任何 XML 元素", "there is no XML element")
	}
	from := s.pos
	s.pos = len(s.src)
	s.passText(from)
	return tokenEOF
}

// passText passes over the character data from an offset up to s.pos. Outside
// the root element none may stand (XML 1.0 §2.1).
func (s *scanner) passText(from int) bool {
	switch {
	case len(s.stack) == 0:
		text := bytes.TrimPrefix(s.src[from:s.pos], []byte("\xef\xbb\xbf"))
		if text = bytes.TrimLeft(text, " \t\r\n"); len(text) > 0 {
			s.broken(s.pos-len(text), "根元素之外有文字", "text stands outside the root element")
			return false
		}
	case s.stray != nil && holdsNoText[s.stack[len(s.stack)-1].el]:
		s.stray(from, s.pos)
	}
	return true
}

// markup is the offset behind the comment, processing instruction or CDATA
// section at s.pos. CDATA is text, read where text is wanted and passed here.
func (s *scanner) markup() int {
	rest := s.src[s.pos:]
	for _, m := range [...]struct{ open, end, zh, en string }{
		{"<!--", "-->", "注释没有结束", "a comment is not closed"},
		{cdata, "]]>", "CDATA 段没有结束", "a CDATA section is not closed"},
		{"<?", "?>", "处理指令没有结束", "a processing instruction is not closed"},
	} {
		if !bytes.HasPrefix(rest, []byte(m.open)) {
			continue
		}
		if i := bytes.Index(rest[len(m.open):], []byte(m.end)); i >= 0 {
			return s.pos + len(m.open) + i + len(m.end)
		}
		s.broken(s.pos, m.zh, m.en)
		return len(s.src)
	}
	if bytes.HasPrefix(rest, []byte("<!DOCTYPE")) {
		s.fail(dtdError(s.part, int64(s.pos)))
		return len(s.src)
	}
	s.broken(s.pos, "“<!”后面不是注释也不是 CDATA", `"<!" begins neither a comment nor CDATA`)
	return len(s.src)
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
