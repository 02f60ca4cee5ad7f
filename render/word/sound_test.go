package word

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/outside"
	"jxmb/model"
	"jxmb/parser/ooxml"
)

// spanned gives the text between the ends of each comment.
func spanned(m *markup) map[string]string {
	spans := map[string]string{}
	for _, el := range m.elements.all() {
		if el.name != "commentRangeStart" {
			continue
		}
		for _, end := range m.elements.all() {
			if end.name == "commentRangeEnd" && end.id == el.id {
				spans[el.id] = shownText(m.text[el.end:end.start])
			}
		}
	}
	return spans
}

// shownText is the character data of a piece of markup.
func shownText(piece []byte) string {
	var b strings.Builder
	for s := string(piece); s != ""; {
		text, rest, _ := strings.Cut(s, "<")
		b.WriteString(text)
		_, s, _ = strings.Cut(rest, ">")
	}
	return b.String()
}

func highlighted(m *markup) string {
	var b strings.Builder
	for i, el := range m.elements.all() {
		if rPr := m.child(i, "rPr"); el.name == "r" && rPr >= 0 && m.child(rPr, "highlight") >= 0 {
			b.WriteString(shownText(m.text[el.open:el.close]))
		}
	}
	return b.String()
}

// paragraphContent are the elements that may hold runs and the ends of comment
// ranges: EG_PContent and EG_RunLevelElements of ISO/IEC 29500-1 annex A.
var paragraphContent = []string{
	"p", "hyperlink", "ins", "del", "moveFrom", "moveTo", "smartTag", "sdtContent", "fldSimple", "customXml", "rt", "rubyBase",
	"bdo", "dir",
}

// sound holds an annotated document against its original and the schema.
func sound(t *testing.T, before, after []byte) {
	t.Helper()
	old, _ := mainOf(t, before)
	m, _ := mainOf(t, after)
	own := ownComments(t, after)
	starts, ends, references := map[string]int{}, map[string]int{}, map[string]int{}
	for i, el := range m.elements.all() {
		parent := ""
		if el.parent >= 0 {
			parent = m.elements.at(el.parent).name
		}
		if strings.HasPrefix(el.name, "comment") && !own[el.id] {
			continue // a person's, wherever it stands
		}
		switch el.name {
		case "commentRangeStart":
			starts[el.id]++
		case "commentRangeEnd":
			ends[el.id]++
		case "commentReference":
			references[el.id]++
			parent = m.elements.at(m.elements.at(el.parent).parent).name
		case "pPr":
			if k := el.parent; m.elements.at(k).name == "p" && m.elements.at(k).open != el.start && strings.TrimSpace(string(m.text[m.elements.at(k).open:el.start])) != "" {
				t.Errorf("pPr is not first in its paragraph")
			}
			continue
		case "rPr":
			inOrder(t, m, i)
			continue
		default:
			continue
		}
		if !slices.Contains(paragraphContent, parent) {
			t.Errorf("%s %s stands in %q", el.name, el.id, parent)
		}
	}
	if fmt.Sprint(starts) != fmt.Sprint(ends) || fmt.Sprint(starts) != fmt.Sprint(references) {
		t.Errorf("comment marks do not match: %v %v %v", starts, ends, references)
	}
	for id, n := range starts {
		if n != 1 {
			t.Errorf("comment %s starts %d times", id, n)
		}
	}
	if a, b := skeleton(t, old), skeleton(t, m); a != b {
		t.Errorf("something else changed:\n%s\n%s", a, b)
	}
}

// ownComments are the ids of the comments that Annotate wrote.
func ownComments(t *testing.T, data []byte) map[string]bool {
	t.Helper()
	p, err := openWord(bytes.NewReader(data), int64(len(data)), ooxml.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	m, _ := mainOf(t, data)
	c, err := p.openComments(m)
	if err != nil {
		t.Fatal(err)
	}
	return c.own
}

// rPrOrder is the order of CT_RPr.
var rPrOrder = strings.Fields(`rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
	snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
	eastAsianLayout specVanish oMath rPrChange`)

// inOrder checks where the highlight stands among run properties.
func inOrder(t *testing.T, m *markup, rPr int) {
	t.Helper()
	last, count := -1, 0
	m.inside(m.elements.at(rPr).open, m.elements.at(rPr).end, func(k int) bool {
		el := m.elements.at(k)
		if el.parent != rPr || el.name == "" {
			return true
		}
		at := slices.Index(rPrOrder, el.name)
		if at >= 0 && at < last && (el.name == "highlight" || rPrOrder[last] == "highlight") {
			t.Errorf("%s is out of order in %s", m.tag(k), m.text[m.elements.at(rPr).start:m.elements.at(rPr).end])
		}
		if el.name == "highlight" {
			count++
		}
		last = max(last, at)
		return true
	})
	if count > 1 {
		t.Error("two highlights in one run")
	}
}

// skeleton is the part as a list of tokens, without comment marks and
// highlights.
func skeleton(t *testing.T, m *markup) string {
	t.Helper()
	e := &edits{}
	ids := map[string]bool{}
	for _, el := range m.elements.all() {
		if strings.HasPrefix(el.name, "comment") {
			ids[el.id] = true
		}
	}
	m.removeOwn(e, ids)
	dec := xml.NewDecoder(strings.NewReader(joined(e.apply(m.text))))
	var b strings.Builder
	for {
		token, err := dec.Token()
		if err == io.EOF {
			return strings.ReplaceAll(b.String(), "<rPr></rPr>", "")
		}
		if err != nil {
			t.Fatal(err)
		}
		switch tok := token.(type) {
		case xml.StartElement:
			if tok.Name.Local == "highlight" {
				if err := dec.Skip(); err != nil {
					t.Fatal(err)
				}
				continue
			}
			b.WriteString("<" + tok.Name.Local)
			for _, a := range tok.Attr {
				if a.Name.Space != "xmlns" {
					b.WriteString(" " + a.Name.Local + "=" + a.Value)
				}
			}
			b.WriteString(">")
		case xml.EndElement:
			b.WriteString("</" + tok.Name.Local + ">")
		case xml.CharData:
			b.WriteString(string(tok))
		}
	}
}

// TestAnnotateEverywhere puts a finding on every run, cell, paragraph and table
// of every fixture: whatever the producer wrote, the marks stand where they
// may and nothing else changes.
func TestAnnotateEverywhere(t *testing.T) {
	t.Parallel()
	docs := append(fixtures.Cases(), fixtures.Producers()...)
	if len(docs) == 0 {
		t.Fatal("no fixtures")
	}
	for i, doc := range docs {
		if !outside.Takes(i, 6) {
			continue
		}
		t.Run(doc.Name, func(t *testing.T) {
			if strings.Contains(doc.Name, "utf16") {
				if _, err := annotated(doc.Data(), Options{}); err == nil {
					t.Error("a UTF-16 part is not refused")
				}
				return
			}
			everywhere(t, doc.Data())
		})
	}
}

// TestAnnotateCorpus does the same with documents of other projects.
func TestAnnotateCorpus(t *testing.T) {
	corpus := os.Getenv("JXMB_CORPUS")
	if corpus == "" {
		t.Skip("JXMB_CORPUS is not set")
	}
	files, err := filepath.Glob(filepath.Join(corpus, "docx", "tables", "*.docx"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d documents in the corpus, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			everywhere(t, data)
		})
	}
}

// everywhere annotates many elements of a document, twice.
func everywhere(t *testing.T, data []byte) {
	t.Helper()
	findings := func(data []byte) []model.Finding {
		m, name := mainOf(t, data)
		var fs []model.Finding
		for i, el := range m.elements.all() {
			own := m.child(i, "commentReference") >= 0 // the run of a mark
			if slices.Contains([]string{"r", "tc", "p", "tbl", "bookmarkStart", "ins", "del", "sdt"}, el.name) && !own && len(fs) < 150 {
				fs = append(fs, finding("X", model.Origin{Part: name, Table: 1, Row: 1, Column: 1, Start: el.start, End: el.end}))
			}
		}
		return fs
	}
	once, err := annotated(data, Options{Force: true}, findings(data)...)
	if err != nil {
		t.Fatal(err)
	}
	sound(t, data, once)
	twice, err := annotated(once, Options{Force: true}, findings(once)...)
	if err != nil {
		t.Fatal(err)
	}
	sound(t, once, twice)
}

// all are the elements with their numbers.
func (l *elements) all() iter.Seq2[int, element] {
	return func(yield func(int, element) bool) {
		for i := range l.list {
			if !yield(i, l.at(i)) {
				return
			}
		}
	}
}
