package docx

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"jxmb/parser/ooxml"
)

// binding is a w:dataBinding (§17.5.2.6) with what else tells how its value is
// shown.
type binding struct {
	store, path string
	items       map[string]string // of a list, by value: what is shown (§17.5.2.21)
	kind        string            // date or checkbox: the value is no text to show
	format      string            // of a date (§17.5.2.8)
	states      [2]string         // of a box ([MS-DOCX] §2.6.1.7): what shows that it is not checked, and that it is
	other       bool              // a picture, a group: nothing of the value is shown
}

// read takes up an element of a w:sdtPr.
func (b *binding) read(s *ooxml.Scanner) {
	switch string(s.LocalName()) {
	case "dataBinding":
		store, _ := s.AnyAttribute("storeItemID")
		path, _ := s.AnyAttribute("xpath")
		b.store, b.path = s.Unescape(store), s.Unescape(path)
	case "listItem":
		value, _ := s.AnyAttribute("value")
		text, ok := s.AnyAttribute("displayText")
		if b.items == nil {
			b.items = map[string]string{}
		}
		if ok && len(b.items) < maxEntries {
			b.items[s.Unescape(value)] = s.Unescape(text)
		}
	case "date", "checkbox":
		b.kind = string(s.LocalName())
	case "dateFormat":
		b.format = string(s.Val())
	case "uncheckedState":
		b.states[0] = readState(s)
	case "checkedState":
		b.states[1] = readState(s)
	case "picture", "group":
		b.other = true
	}
}

// The stores that are no custom XML parts (§15.2.12.1, §15.2.12.3), by the kind
// of relationship that names them.
var propertyStores = map[string]string{
	"{6C3C8BC8-F283-45AE-878A-BAB7291924A1}": "core-properties",
	"{6668398D-A668-4E3E-A5EB-62B293D839F1}": "extended-properties",
}

// bound is the value that a control is bound to; ok is false where it is bound
// to nothing that exists.
func (p *sideParts) bound(b *binding, depth int) (text string, ok bool) {
	if p == nil || p.container == nil || b.path == "" || b.other {
		return "", false
	}
	if p.stores == nil {
		p.loadStores()
	}
	for _, s := range p.stores {
		if b.store != "" && !strings.EqualFold(s.id, b.store) {
			continue
		}
		if s.values == nil {
			s.load(p.container, depth)
		}
		if text, ok = s.values[canonical(b.path)]; ok {
			return b.shown(text)
		}
	}
	return "", false
}

// store is a part with custom XML.
type store struct {
	id, part string
	values   map[string]string // by path, each step with its position
}

// maxStores bounds the custom XML parts that are looked at.
const maxStores = 64

// loadStores finds the custom XML parts of the main part, each with the
// properties that name it (§22.5.2.1), and those of the package.
func (p *sideParts) loadStores() {
	p.stores = []*store{}
	links, err := p.relationships()
	if err != nil {
		return
	}
	for _, part := range ooxml.FindAll(links, "customXml") {
		if len(p.stores) == maxStores {
			break
		}
		p.stores = append(p.stores, &store{id: p.storeID(part), part: part})
	}
	of, err := p.container.Relationships("")
	if err != nil {
		return
	}
	for id, kind := range propertyStores {
		if part := ooxml.Find(of, kind); part != "" {
			p.stores = append(p.stores, &store{id: id, part: part})
		}
	}
}

// storeID is the identifier of a custom XML part, "" where it has none.
func (p *sideParts) storeID(part string) string {
	links, err := p.container.Relationships(part)
	if err != nil {
		return ""
	}
	name := ooxml.Find(links, "customXmlProps")
	if name == "" {
		return ""
	}
	src, err := p.container.Small(name)
	if src == nil || err != nil {
		return ""
	}
	var s ooxml.Scanner
	s.Reset(name, src, ooxml.DefaultLimits.Depth)
	if s.Next() != ooxml.Start {
		return ""
	}
	id, _ := s.AnyAttribute("itemID")
	return s.Unescape(id)
}

// Bounds of what is read of a store: a form has some dozens of values.
const (
	maxValues    = 10_000
	maxValueSize = 64 << 10
	maxStoreTree = 32
	maxStorePath = 1024
)

// load reads the texts of a store.
func (st *store) load(c *ooxml.Package, depth int) {
	st.values = map[string]string{}
	src, err := c.Small(st.part)
	if src == nil || err != nil {
		return
	}
	var s ooxml.Scanner
	s.Reset(st.part, src, depth)
	walk := storeWalk{store: st, scanner: &s, counts: map[string]int{}}
	walk.run()
}

// storeWalk is the reading of a store.
type storeWalk struct {
	store   *store
	scanner *ooxml.Scanner
	paths   []string // of the open elements
	texts   [][]byte // of the open elements
	inner   []bool   // whether they hold elements
	counts  map[string]int
}

func (w *storeWalk) run() {
	s, from := w.scanner, 0
	for {
		kind := s.Next()
		if n := len(w.texts); n > 0 && s.Start >= from && len(w.texts[n-1]) < maxValueSize {
			w.texts[n-1] = append(w.texts[n-1], characterData(s, from, s.Start)...)
		}
		from = s.Pos
		switch {
		case kind == ooxml.EOF, len(w.store.values) >= maxValues, len(w.paths) > maxStoreTree:
			return
		case kind == ooxml.Start:
			if !w.open() {
				return
			}
		default:
			w.close()
		}
	}
}

// open is false where the path is longer than any that is bound to.
func (w *storeWalk) open() bool {
	parent := ""
	if n := len(w.paths); n > 0 {
		parent = w.paths[n-1]
	}
	name := w.scanner.LocalName()
	if len(parent)+len(name) > maxStorePath {
		return false
	}
	path := parent + "/" + string(name)
	w.counts[path]++
	w.paths = append(w.paths, fmt.Sprintf("%s[%d]", path, w.counts[path]))
	w.texts, w.inner = append(w.texts, nil), append(w.inner, false)
	if n := len(w.inner); n > 1 {
		w.inner[n-2] = true
	}
	return true
}

// close keeps the text of an element. One that holds others has none to show: a
// control bound to it repeats what is in it or leads to it, and prints its own
// content.
func (w *storeWalk) close() {
	n := len(w.paths) - 1
	if !w.inner[n] {
		w.store.values[w.paths[n]] = strings.TrimSpace(string(w.texts[n]))
	}
	w.paths, w.texts, w.inner = w.paths[:n], w.texts[:n], w.inner[:n]
}

// characterData is the text of a stretch between tags.
func characterData(s *ooxml.Scanner, from, to int) []byte {
	raw := s.Src[from:max(from, to)]
	if inner, ok := bytes.CutPrefix(bytes.TrimSpace(raw), []byte("<![CDATA[")); ok {
		inner, _, _ = bytes.Cut(inner, []byte("]]>"))
		return inner
	}
	if bytes.IndexByte(raw, '<') >= 0 { // a comment
		return nil
	}
	out, _ := s.Unescaped(nil, from, max(from, to))
	return out
}

// step is a step of a path: a name, with its prefix, and a position.
var step = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:[^/\[\]:@]+:)?([^/\[\]:@()]+)(?:\[(\d+)\])?$`)
})

// canonical is the path with a position in every step and no prefixes, "" where
// it is more than steps to an element ([XPath] §2.5): nothing else is bound to
// in practice.
func canonical(path string) string {
	path = strings.TrimSuffix(strings.TrimPrefix(path, "/"), "/text()")
	var b strings.Builder
	for name := range strings.SplitSeq(path, "/") {
		m := step().FindStringSubmatch(name)
		if m == nil {
			return ""
		}
		position := m[2]
		if position == "" {
			position = "1"
		}
		b.WriteString("/" + m[1] + "[" + position + "]")
	}
	return b.String()
}
