package word

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"jxmb/model"
)

// The namespaces of WordprocessingML: ISO/IEC 29500 transitional and strict.
const (
	wordTransitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	wordStrict       = "http://purl.oclc.org/ooxml/wordprocessingml/main"
)

// markup is a part as a list of its elements with their byte offsets.
type markup struct {
	name     string // of the part
	text     []byte
	strict   bool // the root is of the strict namespace
	elements []element
}

// element is one element: the start tag is text[start:open], the end tag
// text[close:end]. An empty-element tag has open == close == end.
type element struct {
	name                    string // local name; "" outside WordprocessingML
	parent                  int    // index, -1 for the root
	start, open, close, end int
	id, author, val         string // attributes of the elements in attributed
	initials                string // of a comment
}

// attributed are the elements whose attributes matter here.
var attributed = map[string]bool{
	"comment": true, "commentRangeStart": true, "commentRangeEnd": true, "commentReference": true, "highlight": true, "fldChar": true,
}

// readMarkup scans a part. Only well-formed UTF-8 passes.
func readMarkup(name string, text []byte) (*markup, error) {
	if isUTF16(text) {
		return nil, &Error{
			Kind: "encoding", Part: name,
			What: model.Say("部件是 UTF-16 编码，不能批注", "the part is UTF-16, which cannot be annotated"),
			Hint: model.Say("用 Word 或 WPS 打开后另存为 .docx", "open it in Word or WPS and save it as .docx again"),
		}
	}
	m := &markup{name: name, text: text}
	dec := xml.NewDecoder(bytes.NewReader(text))
	names := map[string]string{} // interns local names
	stack := []int{}
	for {
		start := int(dec.InputOffset())
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, m.broken(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			el := element{parent: -1, start: start, open: int(dec.InputOffset())}
			if len(stack) > 0 {
				el.parent = stack[len(stack)-1]
			}
			if t.Name.Space == wordTransitional || t.Name.Space == wordStrict {
				m.strict = m.strict || len(m.elements) == 0 && t.Name.Space == wordStrict
				el.name = intern(names, t.Name.Local)
				el.attributes(t)
			}
			stack = append(stack, len(m.elements))
			m.elements = append(m.elements, el)
		case xml.EndElement:
			el := &m.elements[stack[len(stack)-1]]
			stack = stack[:len(stack)-1]
			el.close, el.end = start, int(dec.InputOffset())
		}
	}
	if len(m.elements) == 0 {
		return nil, m.broken(io.ErrUnexpectedEOF)
	}
	return m, nil
}

func (m *markup) broken(err error) error {
	return &Error{Kind: "package", Part: m.name, Err: err,
		What: model.Say("XML 不完整：%v", "the XML is not well-formed: %v", err),
		Hint: model.Say("用 Word 或 WPS 打开后另存为 .docx", "open it in Word or WPS and save it as .docx again")}
}

func intern(names map[string]string, s string) string {
	if known, ok := names[s]; ok {
		return known
	}
	s = strings.Clone(s)
	names[s] = s
	return s
}

func (e *element) attributes(t xml.StartElement) {
	if !attributed[e.name] {
		return
	}
	for _, a := range t.Attr {
		switch a.Name.Local {
		case "id":
			e.id = a.Value
		case "author":
			e.author = a.Value
		case "initials":
			e.initials = a.Value
		case "val", "fldCharType":
			e.val = a.Value
		}
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
func (m *markup) empty(i int) bool { return m.elements[i].open == m.elements[i].end }

// before is the last element that starts at offset or before it, -1 where none
// does.
func (m *markup) before(offset int) int {
	i, ok := slices.BinarySearchFunc(m.elements, offset, func(e element, o int) int { return e.start - o })
	if !ok {
		i--
	}
	return i
}

// insideTag tells whether offset lies inside a tag or outside the root.
func (m *markup) insideTag(offset int) bool {
	i := m.before(offset)
	for k := i; k >= 0; k = m.elements[k].parent {
		el := &m.elements[k]
		if el.start < offset && offset < el.open || el.close < offset && offset < el.end {
			return true
		}
	}
	return i < 0 || offset > m.elements[0].end
}

// around is the element that starts at offset, else the run or, outside runs,
// the innermost element that offset lies in.
func (m *markup) around(offset int) int {
	i := m.before(offset)
	if m.elements[i].start == offset {
		return i
	}
	for i > 0 && m.elements[i].end <= offset {
		i = m.elements[i].parent
	}
	if run := m.ancestor(i, "r"); run >= 0 {
		return run
	}
	return i
}

// inside calls f with the index of every element in text[start:end] until f
// returns false.
func (m *markup) inside(start, end int, f func(i int) bool) {
	i, _ := slices.BinarySearchFunc(m.elements, start, func(e element, o int) int { return e.start - o })
	for ; i < len(m.elements) && m.elements[i].start < end; i++ {
		if !f(i) {
			return
		}
	}
}

// child is the first child of i with one of names, -1 where there is none.
func (m *markup) child(i int, names ...string) int {
	found := -1
	m.inside(m.elements[i].open, m.elements[i].end, func(k int) bool {
		if m.elements[k].parent == i && slices.Contains(names, m.elements[k].name) {
			found = k
		}
		return found < 0
	})
	return found
}

// ancestor is i or the nearest element around it of that name, -1 where there
// is none.
func (m *markup) ancestor(i int, name string) int {
	for ; i >= 0; i = m.elements[i].parent {
		if m.elements[i].name == name {
			return i
		}
	}
	return -1
}

// tag is the name of element i as written, with its prefix.
func (m *markup) tag(i int) string {
	s := m.text[m.elements[i].start+1 : m.elements[i].open]
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
