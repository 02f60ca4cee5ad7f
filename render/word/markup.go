package word

import (
	"bytes"
	"encoding/xml"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/parser/ooxml"
)

// The namespaces of WordprocessingML: ISO/IEC 29500 transitional and strict.
const (
	wordTransitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	wordStrict       = "http://purl.oclc.org/ooxml/wordprocessingml/main"
)

// markup is a part as a list of its elements with their byte offsets, those left
// out that [passedOver] names.
type markup struct {
	name     string // of the part
	text     []byte
	strict   bool // the root is of the strict namespace
	elements elements
}

// element is one element: the start tag is text[start:open], the end tag
// text[close:end]. An empty-element tag has open == close == end.
type element struct {
	name                    string // local name; "" outside WordprocessingML
	parent                  int    // index, -1 for the root
	start, open, close, end int
	*attributes             // of the elements in attributed, no values for others
}

// attributes are the ones that matter here.
type attributes struct{ id, author, initials, val string }

// attributed are the elements whose attributes are read.
var attributed = map[string]bool{
	"comment": true, "commentRangeStart": true, "commentRangeEnd": true, "commentReference": true, "highlight": true, "fldChar": true,
}

var noAttributes attributes

// maxElements bounds the memory of a part, 64 bytes an element: the reference
// submission of 1 MB has 40 thousand.
const maxElements = 3_000_000

// readMarkup scans a part. Only well-formed UTF-8 passes.
func readMarkup(name string, text []byte) (*markup, error) {
	if isUTF16(text) {
		return nil, utf16Fault(name)
	}
	if !utf8.Valid(text) {
		return nil, ooxml.PartFault(model.FaultBrokenXML, name, model.Say("有不是 UTF-8 的字节", "it holds bytes that are not UTF-8"), nil)
	}
	tags := bytes.Count(text, []byte("<")) - bytes.Count(text, []byte("</"))
	if tags > maxElements {
		return nil, ooxml.PartFault(model.FaultLimit, name,
			model.Say("有 %d 个元素，超过批注的上限 %d", "%d elements exceed the limit of %d for annotating", tags, maxElements), nil)
	}
	if uint64(len(text)) > math.MaxUint32 {
		return nil, ooxml.LimitFault(ooxml.LimitPart, math.MaxUint32, name, -1)
	}
	m := &markup{name: name, text: text, elements: newElements(tags*3/8 + 1)}
	return m, m.scan(passedOver)
}

// scan lists the elements of the text that are not passed over, told by their
// name and that of the element around them.
func (m *markup) scan(passed func(name, parent string) bool) error {
	var s ooxml.Scanner
	s.Reset(m.name, m.text, ooxml.DefaultLimits.Depth)
	var stack []int
	for {
		switch s.Next() {
		case ooxml.Start:
			el, around := element{parent: -1, start: s.Start, open: s.Pos, attributes: &noAttributes}, ""
			if len(stack) > 0 {
				el.parent = stack[len(stack)-1]
				around = m.elements.at(el.parent).name
			}
			if s.Empty {
				el.close, el.end = s.Pos, s.Pos
			}
			if s.InWord() {
				m.strict = m.strict || m.elements.size() == 0 && s.Strict()
				el.read(&s, &m.elements)
			}
			if passed(el.name, around) {
				s.Skip()
				continue
			}
			stack = append(stack, m.elements.size())
			m.elements.add(el)
		case ooxml.End:
			m.elements.end(stack[len(stack)-1], s.Start, s.Pos)
			stack = stack[:len(stack)-1]
		case ooxml.EOF:
			if s.Err != nil {
				return s.Err
			}
			return nil
		}
	}
}

// passedOver tells the elements with all they hold that nothing is asked about:
// properties within properties, which are two thirds of a document. Of the
// properties of a run those matter that a highlight stands before.
func passedOver(name, parent string) bool {
	switch parent {
	case "rPr":
		return name != "highlight" && !slices.Contains(afterHighlight, name)
	case "pPr", "tcPr", "trPr", "tblPr", "tblPrEx", "tblGrid", "sectPr":
		return true
	}
	return false
}

// read takes the name of the element whose start tag the scanner stands at,
// and its attributes where they matter.
func (e *element) read(s *ooxml.Scanner, l *elements) {
	tag := s.TagName(s.Depth())
	e.name = l.names[l.named(tag[bytes.IndexByte(tag, ':')+1:])]
	if !attributed[e.name] {
		return
	}
	value := func(name string) string {
		v, _ := s.Attribute(name)
		return s.Unescape(v)
	}
	e.attributes = &attributes{value("id"), value("author"), value("initials"), value("val")}
	if e.name == "fldChar" {
		e.val = value("fldCharType")
	}
}

// isUTF16 looks at the byte order mark or the zero in the first character.
func isUTF16(text []byte) bool {
	for _, mark := range []string{"\xFF\xFE", "\xFE\xFF"} {
		if bytes.HasPrefix(text, []byte(mark)) {
			return true
		}
	}
	return bytes.IndexByte(text[:min(len(text), 2)], 0) >= 0
}

// empty tells whether element i is an empty-element tag.
func (m *markup) empty(i int) bool { return m.elements.at(i).open == m.elements.at(i).end }

// before is the last element that starts at offset or before it, -1 where none
// does.
func (m *markup) before(offset int) int {
	i, ok := m.elements.from(offset)
	if !ok {
		i--
	}
	return i
}

// insideTag tells whether offset lies inside a tag or outside the root.
func (m *markup) insideTag(offset int) bool {
	i := m.before(offset)
	for k := i; k >= 0; k = m.elements.at(k).parent {
		el := m.elements.at(k)
		if el.start < offset && offset < el.open || el.close < offset && offset < el.end {
			return true
		}
	}
	return i < 0 || offset > m.elements.at(0).end
}

// around is the element that starts at offset, else the run or, outside runs,
// the innermost element that offset lies in.
func (m *markup) around(offset int) int {
	i := m.before(offset)
	if m.elements.at(i).start == offset {
		return i
	}
	for i > 0 && m.elements.at(i).end <= offset {
		i = m.elements.at(i).parent
	}
	if run := m.ancestor(i, "r"); run >= 0 {
		return run
	}
	return i
}

// inside calls f with the index of every element in text[start:end] until f
// returns false.
func (m *markup) inside(start, end int, f func(i int) bool) {
	i, _ := m.elements.from(start)
	for ; i < m.elements.size() && m.elements.at(i).start < end; i++ {
		if !f(i) {
			return
		}
	}
}

// child is the first child of i with one of names, -1 where there is none.
func (m *markup) child(i int, names ...string) int {
	found := -1
	m.inside(m.elements.at(i).open, m.elements.at(i).end, func(k int) bool {
		if m.elements.at(k).parent == i && slices.Contains(names, m.elements.at(k).name) {
			found = k
		}
		return found < 0
	})
	return found
}

// ancestor is i or the nearest element around it of that name, -1 where there
// is none.
func (m *markup) ancestor(i int, name string) int {
	for ; i >= 0; i = m.elements.at(i).parent {
		if m.elements.at(i).name == name {
			return i
		}
	}
	return -1
}

// tag is the name of element i as written, with its prefix.
func (m *markup) tag(i int) string {
	s := m.text[m.elements.at(i).start+1 : m.elements.at(i).open]
	return string(s[:bytes.IndexAny(s, " \t\r\n/>")])
}

// vocabulary is how to write WordprocessingML names in the content of an
// element: the prefix it has itself is bound there. Where the namespace is the
// default one, attributes would be in none, so a prefix is declared with each
// element written.
type vocabulary struct{ prefix, declare string }

func (m *markup) vocabulary(i int) vocabulary {
	if prefix, _, ok := strings.Cut(m.tag(i), ":"); ok {
		return vocabulary{prefix: prefix}
	}
	return vocabulary{prefix: "w", declare: ` xmlns:w="` + m.namespace() + `"`}
}

func (m *markup) namespace() string {
	if m.strict {
		return wordStrict
	}
	return wordTransitional
}

// element writes a start tag without its end: <w:name declared attributes.
func (v vocabulary) element(name, attributes string) string {
	if attributes != "" {
		attributes = " " + attributes
	}
	return "<" + v.prefix + ":" + name + v.declare + attributes
}

// attribute writes w:name="value".
func (v vocabulary) attribute(name, value string) string {
	return v.prefix + ":" + name + `="` + escaped(value) + `"`
}

func escaped(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic("render: internal error: " + err.Error()) // a strings.Builder does not fail
	}
	return b.String()
}
