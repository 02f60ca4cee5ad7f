package word

import (
	"bytes"
	"strings"
	"testing"

	"jxmb/fixtures"
)

// TestAnnotateKeepsEveryByte: the annotated main part is, without the comments
// and highlights that it got, the original, byte for byte.
func TestAnnotateKeepsEveryByte(t *testing.T) {
	t.Parallel()
	docs := append(fixtures.Producers(), fixtures.Doc{Name: "reference", Path: fixtures.ReferencePath})
	told := 0
	for _, doc := range append(docs, fixtures.Cases()...) {
		if strings.Contains(doc.Name, "utf16") {
			continue
		}
		data := doc.Data()
		before, _ := mainOf(t, data)
		d := reviewed(t, data)
		if len(d.Findings) == 0 || holds(before, "comment") || holds(before, "highlight") {
			continue
		}
		t.Run(doc.Name, func(t *testing.T) {
			after, _ := mainOf(t, annotate(t, data, d))
			if !holds(after, "comment") {
				t.Fatal("no comment")
			}
			got := closed(without(after, added(after)))
			if want := closed(before.text); !bytes.Equal(got, want) {
				at := 0
				for at < min(len(got), len(want)) && got[at] == want[at] {
					at++
				}
				t.Errorf("byte %d of %d: %.80q, want %.80q", at, len(want), got[at:], want[at:])
			}
			told++
		})
	}
	if told < 10 {
		t.Errorf("%d documents", told)
	}
}

func holds(m *markup, name string) bool {
	for i := range m.elements.size() {
		if strings.HasPrefix(m.elements.at(i).name, name) {
			return true
		}
	}
	return false
}

// added are the elements that an annotation writes.
func added(m *markup) []element {
	var list []element
	for i := range m.elements.size() {
		switch el := m.elements.at(i); el.name {
		case "commentRangeStart", "commentRangeEnd":
			list = append(list, el)
		case "commentReference":
			list = append(list, m.elements.at(el.parent))
		case "highlight":
			if rPr := m.elements.at(el.parent); rPr.open == el.start && rPr.close == el.end {
				el = rPr
			}
			list = append(list, el)
		}
	}
	return list
}

// without is the part with elements taken out, in their order.
func without(m *markup, list []element) []byte {
	var out []byte
	at := 0
	for _, el := range list {
		out = append(out, m.text[at:el.start]...)
		at = el.end
	}
	return append(out, m.text[at:]...)
}

// closed writes empty paragraphs and run properties one way: to hold something
// they have to be opened.
func closed(text []byte) []byte {
	for _, name := range []string{"w:p", "w:rPr"} {
		text = bytes.ReplaceAll(text, []byte("<"+name+"></"+name+">"), []byte("<"+name+"/>"))
	}
	return text
}

func joined(pieces [][]byte) string { return string(bytes.Join(pieces, nil)) }
