package ooxml

import (
	"bytes"

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
