package ooxml

import (
	"fmt"
	"strings"
	"testing"
)

// tokens tells what a scanner reads, attributes too.
func tokens(s *Scanner, xml string) string {
	var b strings.Builder
	s.Reset("a.xml", []byte(xml), 8)
	for kind := s.Next(); kind != EOF; kind = s.Next() {
		fmt.Fprintf(&b, "%d %d %d-%d %v", kind, s.El, s.Start, s.Pos, s.Empty)
		if kind == Start {
			fmt.Fprintf(&b, " %s %q", s.TagName(s.Depth()), s.Src[s.attrFrom:s.attrTo])
			for _, name := range []string{"val", "b", "rsidR"} {
				v, ok := s.Attribute(name)
				fmt.Fprintf(&b, " %q %v", v, ok)
			}
		}
		b.WriteByte('\n')
	}
	if s.Err != nil {
		fmt.Fprintf(&b, "%v %v", s.Err, s.Err.Place)
	}
	return b.String()
}

const wordRoot = `<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`

// alikeTags are tags of one shape, or nearly.
var alikeTags = [][2]string{
	{`<w:p w:rsidR="00A11D84">`, `<w:p w:rsidR="00B3AE0E">`},
	{`<w:p w:rsidR="00A11D84">`, `<w:p w:rsidR="00B3AE0E"/>`},
	{`<w:p w:rsidR="00A11D84">`, `<w:p w:rsidR='00B3AE0E'>`},
	{`<w:p w:rsidR='00A11D84'>`, `<w:p w:rsidR='00B"AE0E'>`},
	{`<w:p w:rsidR="00A11D84">`, `<w:p w:rsidR="00B<AE0E">`},
	{`<w:p w:rsidR="00A11D84">`, `<w:p w:rsidR="00B>AE0E">`},
	{`<w:p w:rsidR="00A11D84">`, `<w:p w:rsidR="00A" b="4">`},
	{`<w:p w:rsidR="00A11D84">`, `<w:p w:rsidR="00A1"D84">`},
	{`<w:p w:rsidR="00A11D84">`, `<w:q w:rsidR="00A11D84">`},
	{`<w:p w:rsidR="00A11D84">`, `<w:p w:rsidR="00A11D8">`},
	{`<w:p w:rsidR="00A11D84">`, `<w:p w:rsidR="00A11D84"`},
	{`<w:p w:rsidR="" b="1234567890123456789">`, `<w:p w:rsidR="" b="12345678901"3456789">`},
	{`<w:p w:rsidR="" b="1234567890123456789">`, `<w:p w:rsidR="" b="123456789012345678<">`},
	{`<w:p w:rsidR="" b="1234567890123456789">`, `<w:p w:rsidR="<" b="123456789012345678">`},
	{`<a b='"' d  ='"'>`, `<a b='"' d'x='"'>`},
	{`<a b="1"/>`, `<a b="2"/>`},
	{`<a b="1"/>`, `<a b="""/>`},
	{`<a b="1"/>`, `<a b="2">>`},
	{`<a xmlns:w="urn:1">`, `<a xmlns:w="urn:2">`},
	{`<a xmlns="urn:1">`, `<a xmlns="urn:2">`},
	{`<w:br/>`, `<w:br />`},
	{`<w:t>`, `<w:t >`},
	{`<w:t>`, `<w:x>`},
	{`<w:t>`, `<>`},
	{`<w:abcdefgh>`, `<w:abcdefgi>`},
}

// TestShapes: a scanner that has learned shapes reads as one that has not.
func TestShapes(t *testing.T) {
	t.Parallel()
	for _, pair := range alikeTags {
		learning := NewScanner()
		for _, xml := range []string{
			wordRoot + pair[0] + pair[1] + pair[0] + `<w:p w:val="x">`,
			wordRoot + `<p xmlns:w="urn:other">` + pair[1] + pair[1] + pair[0],
			wordRoot + strings.Repeat("<w:t>", 6) + pair[0] + pair[1],
			pair[0] + pair[1],
			pair[1],
		} {
			if got, want := tokens(&learning, xml), tokens(new(Scanner), xml); got != want {
				t.Errorf("%s\nis read as\n%s\nwhere it is\n%s", xml, got, want)
			}
		}
	}
	if got := tokens(new(Scanner), wordRoot+`<>`); !strings.Contains(got, "<") {
		t.Errorf("a tag without a name is read:\n%s", got)
	}
	learning := NewScanner()
	tokens(&learning, wordRoot+strings.Repeat(alikeTags[0][0]+`</w:p>`, 3))
	if learning.shapes.hits != 2 {
		t.Errorf("%d of two shapes are found", learning.shapes.hits)
	}
}

// TestLeafText: only an element that holds nothing but text is one.
func TestLeafText(t *testing.T) {
	t.Parallel()
	for next, want := range map[string]string{
		`<w:t>a b</w:t>`: "a b", `<w:t></w:t>`: "", `<w:t>a&amp;</w:t><w:t>`: "a&amp;",
		`<w:t>a`: "none", `<w:t>a<`: "none", `<w:t>a</w:t`: "none", `<w:t>a</w:r>`: "none", `<w:t>a</w:t >`: "none", `<w:t/>`: "none",
		`<w:t>a<w:b/></w:t>`: "none", `<w:t>a<!-- b --></w:t>`: "none", `<w:rt>a</w:rt>`: "none", `a<w:t>a</w:t>`: "none", ``: "none",
	} {
		for _, root := range []string{`<w:r>`, `<w:r/>`} {
			var s Scanner
			s.Reset("a.xml", []byte(wordRoot+`<w:t></w:t><w:rt></w:rt>`+root+next+strings.Repeat(" ", 8)), 8)
			for s.El != ElR || s.Depth() < 2 {
				s.Next()
			}
			got := "none"
			if from, to, end := s.Leaf(ElT); end > 0 {
				got = string(s.Src[from:to])
			}
			if s.Empty {
				want = "none" // what comes next is not in it
			}
			if got != want {
				t.Errorf("%s%s: got %q, want %q", root, next, got, want)
			}
		}
	}
}

// FuzzShapes: the same of any part, also where the shapes are those of another.
func FuzzShapes(f *testing.F) {
	for _, pair := range alikeTags {
		f.Add(wordRoot+pair[0]+pair[1], pair[1]+pair[0])
	}
	f.Fuzz(func(t *testing.T, first, second string) {
		learning := NewScanner()
		for _, xml := range []string{first, second, wordRoot + second, first} {
			if got, want := tokens(&learning, xml), tokens(new(Scanner), xml); got != want {
				t.Fatalf("%q\nis read as\n%s\nwhere it is\n%s", xml, got, want)
			}
		}
	})
}
