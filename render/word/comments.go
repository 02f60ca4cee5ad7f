package word

import (
	"html"
	"path"
	"strconv"
	"strings"

	"jxmb/model"
	"jxmb/parser/ooxml"
	"jxmb/render/view"
)

// annotator is the author of the comments written here, by which a later
// annotation knows them. Their initials tell whether the text was highlighted
// with them.
const (
	annotator     = "jxmb"
	initialsLit   = "jxmb"
	initialsPlain = "jx"
)

const (
	relationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships"
	contentTypesPart       = "[Content_Types].xml"
	commentsContentType    = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
	officeTransitional     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	officeStrict           = "http://purl.oclc.org/ooxml/officeDocument/relationships"
	xmlDeclaration         = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\r\n"
)

// comments is the comments part of a document, existing or to be made.
type comments struct {
	name  string  // part name
	old   *markup // nil where the document has none
	main  *markup
	own   map[string]bool     // ids of comments of an earlier annotation
	lit   map[string]bool     // those whose text was highlighted
	said  map[string][]string // their ids by initials and what they say
	kept  map[string]bool     // ids of those that say what is still to be said
	next  int                 // id of the next comment
	added []string            // w:comment elements to add
	v     vocabulary
}

// openComments reads the comments part that the main part is related to.
func (p *wordPackage) openComments(main *markup) (*comments, error) {
	links, err := p.file.Relationships(p.mainName)
	if err != nil {
		return nil, err
	}
	c := &comments{main: main, own: map[string]bool{}, lit: map[string]bool{}, said: map[string][]string{}, kept: map[string]bool{}, v: vocabulary{prefix: "w"}}
	if c.name = ooxml.Find(links, "comments"); c.name != "" {
		text, err := p.small(c.name)
		if err != nil {
			return nil, err
		}
		if text != nil {
			if c.old, err = readMarkup(c.name, text); err != nil {
				return nil, err
			}
			c.v = c.old.vocabulary(0)
		}
	}
	c.number()
	return c, nil
}

// number finds the comments of an earlier annotation and the first free id.
func (c *comments) number() {
	if c.old != nil {
		for i := range c.old.elements.size() {
			if el := c.old.elements.at(i); el.name == "comment" && el.author == annotator {
				c.own[el.id], c.lit[el.id] = true, el.initials == initialsLit
				said := el.initials + c.old.said(i)
				c.said[said] = append(c.said[said], el.id)
			}
		}
	}
	for _, m := range []*markup{c.old, c.main} {
		if m == nil {
			continue
		}
		for i := range m.elements.size() {
			if el := m.elements.at(i); strings.HasPrefix(el.name, "comment") {
				if n, err := strconv.Atoi(el.id); err == nil && n < maxComment {
					c.next = max(c.next, n+1)
				}
			}
		}
	}
}

// maxComment is an id from which on new ones might leave the 32 bits that Word
// reads (ISO/IEC 29500-1 §17.18.10). One beyond it is none of a series.
const maxComment = 2_000_000_000

// said is the text of element i.
func (m *markup) said(i int) string {
	var b strings.Builder
	m.inside(m.elements.at(i).open, m.elements.at(i).close, func(k int) bool {
		if el := m.elements.at(k); el.name == "t" {
			b.WriteString(html.UnescapeString(string(m.text[el.open:el.close])))
		}
		return true
	})
	return b.String()
}

// say writes a comment: its head in bold with the text, then further
// paragraphs. It uses no style, since a document need not have any. A comment of
// an earlier annotation that says the same stays, and with it what people
// replied to it. The result is the comment's id.
func (c *comments) say(lit bool, head, text string, more ...string) string {
	initials := initialsPlain
	if lit {
		initials = initialsLit
	}
	said := initials + head + text + strings.Join(more, "")
	if same := c.said[said]; len(same) > 0 {
		c.said[said], c.kept[same[0]] = same[1:], true
		return same[0]
	}
	id := strconv.Itoa(c.next)
	c.next++
	c.added = append(c.added, c.write(id, initials, head, text, more))
	return id
}

// finding writes the comment of a finding: code, severity and message, then the
// hint in a paragraph of its own.
func (c *comments) finding(f model.Finding, lang model.Lang, lit bool) string {
	var more []string
	if f.Hint != "" {
		more = []string{lang.Say("建议：", "Hint: ") + f.Hint}
	}
	return c.say(lit, f.Code+" "+view.SeverityLabel(lang, f.Severity)+lang.Say("　", " "), f.Message, more...)
}

// write is the w:comment element.
func (c *comments) write(id, initials, head, text string, more []string) string {
	w := c.v
	start := w.element("comment", w.attribute("id", id)+" "+w.attribute("author", annotator)+" "+w.attribute("initials", initials)) + ">"
	w.declare = ""
	bold := w.element("rPr", "") + ">" + w.element("b", "") + "/></" + w.prefix + ":rPr>"
	reference := w.run("", w.element("annotationRef", "")+"/>")
	body := w.paragraph(reference + w.run(bold, w.text(head)) + w.run("", w.text(text)))
	for _, m := range more {
		body += w.paragraph(w.run("", w.text(m)))
	}
	return start + body + "</" + w.prefix + ":comment>"
}

func (v vocabulary) paragraph(content string) string {
	return v.element("p", "") + ">" + content + "</" + v.prefix + ":p>"
}

func (v vocabulary) run(properties, content string) string {
	return v.element("r", "") + ">" + properties + content + "</" + v.prefix + ":r>"
}

func (v vocabulary) text(s string) string {
	return v.element("t", `xml:space="preserve"`) + ">" + escaped(s) + "</" + v.prefix + ":t>"
}

// save puts the comments into the package, with relationship and content type
// where the document had no comments part.
func (c *comments) save(p *wordPackage) error {
	if c.old != nil {
		p.change(c.name, c.extended()...)
		return nil
	}
	if len(c.added) == 0 {
		return nil
	}
	related := c.name != "" // a relationship whose part is missing
	if !related {
		c.name = c.freeName(p)
	}
	root := c.v.prefix + ":comments"
	p.change(c.name, []byte(xmlDeclaration+"<"+root+" xmlns:"+c.v.prefix+`="`+c.main.namespace()+`">`+
		strings.Join(c.added, "")+"</"+root+">"))
	if !related {
		if err := c.relate(p); err != nil {
			return err
		}
	}
	return c.declare(p)
}

// extended is the existing part without the comments of an earlier annotation
// that hold no longer and with the new ones at its end.
func (c *comments) extended() [][]byte {
	e := &edits{}
	for i := range c.old.elements.size() {
		if el := c.old.elements.at(i); el.name == "comment" && c.own[el.id] && !c.kept[el.id] {
			e.remove(el.start, el.end)
		}
	}
	c.old.appendTo(e, 0, strings.Join(c.added, ""))
	return e.apply(c.old.text)
}

// appendTo puts text at the end of the content of element i.
func (m *markup) appendTo(e *edits, i int, text string) {
	el := m.elements.at(i)
	if m.empty(i) {
		e.replace(el.end-len("/>"), el.end, ">"+text+"</"+m.tag(i)+">")
		return
	}
	e.insert(el.close, rankShut, text)
}

// freeName is a name beside the main part that no part has.
func (c *comments) freeName(p *wordPackage) string {
	dir := path.Dir("/" + p.mainName)[1:]
	for n := 0; ; n++ {
		name := "comments.xml"
		if n > 0 {
			name = "comments" + strconv.Itoa(n) + ".xml"
		}
		if name = path.Join(dir, name); !p.has(name) {
			return name
		}
	}
}

// relate makes the relationship from the main part to the comments.
func (c *comments) relate(p *wordPackage) error {
	name := relationshipsName(p.mainName)
	text, err := p.small(name)
	if err != nil {
		return err
	}
	kind := officeTransitional
	if c.main.strict {
		kind = officeStrict
	}
	link := `Relationship Id="` + freeID(text) + `" Type="` + kind + `/comments" Target="` + escaped(path.Base(c.name)) + `"/>`
	if text == nil {
		p.change(name, []byte(xmlDeclaration+`<Relationships xmlns="`+relationshipsNamespace+`"><`+link+"</Relationships>"))
		return nil
	}
	return p.appendToRoot(name, text, link)
}

// declare states the content type of the comments part (ISO/IEC 29500-2
// §10.1.2).
func (c *comments) declare(p *wordPackage) error {
	text, err := p.small(contentTypesPart)
	if err != nil || text == nil {
		return err
	}
	if strings.Contains(string(text), `"/`+c.name+`"`) {
		return nil
	}
	return p.appendToRoot(contentTypesPart, text, `Override PartName="/`+escaped(c.name)+`" ContentType="`+commentsContentType+`"/>`)
}

// appendToRoot adds one element, given without its "<", to the root of a part,
// under the root's prefix.
func (p *wordPackage) appendToRoot(name string, text []byte, element string) error {
	m, err := readMarkup(name, text)
	if err != nil {
		return err
	}
	prefix := ""
	if before, _, ok := strings.Cut(m.tag(0), ":"); ok {
		prefix = before + ":"
	}
	e := &edits{}
	m.appendTo(e, 0, "<"+prefix+element)
	p.change(name, e.apply(text)...)
	return nil
}
