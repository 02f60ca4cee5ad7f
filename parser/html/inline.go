package html

import (
	"cmp"
	"strings"

	"golang.org/x/net/html/atom"

	"jxmb/parser/block"
	"jxmb/parser/msword"
)

// mark is an open element that changes what its text means.
type mark struct {
	tag    atom.Atom
	effect effect
	font   msword.FontID
	opened int // further elements of its tag that are open in it
}

// effect is what an element does to the text in it.
type effect int8

const (
	struck  effect = iota + 1 // del, s, strike: no longer meant (HTML Living Standard §4.7.2, §4.5.5)
	hidden                    // display:none, the hidden attribute
	unseen                    // visibility:hidden or collapse, until a visibility:visible in it (CSS Display §4)
	seen                      // visibility:visible
	super                     // sup
	lowered                   // sub
)

// effectOf is the effect of an element, 0 for none.
func effectOf(tag atom.Atom, attrs attributes) effect {
	if attrs.hides() {
		return hidden
	}
	switch tag {
	case atom.Del, atom.S, atom.Strike:
		return struck
	case atom.Sup:
		return super
	case atom.Sub:
		return lowered
	}
	return attrs.effect()
}

// attributes are those of a start tag that matter.
type attributes struct {
	style, value, kind string
	colspan, rowspan   string
	face               string
	checked, selected  bool
	hidden, several    bool
}

// attributes reads those of the current start tag.
func (r *reader) attributes(more bool) (a attributes) {
	for more {
		var key, value []byte
		key, value, more = r.tokens.TagAttr()
		switch string(key) {
		case "style":
			a.style = strings.ToLower(strings.Join(strings.Fields(string(value)), ""))
		case "face":
			a.face = string(value)
		case "value":
			a.value = string(value)
		case "type":
			a.kind = strings.ToLower(string(value))
		case "colspan":
			a.colspan = string(value)
		case "rowspan":
			a.rowspan = string(value)
		case "checked":
			a.checked = true
		case "selected":
			a.selected = true
		case "hidden":
			a.hidden = true
		case "multiple":
			a.several = true
		}
	}
	return a
}

// hides tells whether the element is not shown; mso-hide is Word's own.
func (a *attributes) hides() bool {
	return a.hidden || strings.Contains(a.style, "display:none") || strings.Contains(a.style, "mso-hide:all")
}

// effect is what the style attribute says about the line, the position and the
// visibility of text.
func (a *attributes) effect() effect {
	switch {
	case strings.Contains(a.style, "visibility:hidden"), strings.Contains(a.style, "visibility:collapse"):
		return unseen
	case strings.Contains(a.style, "visibility:visible"):
		return seen
	case strings.Contains(a.style, "line-through"):
		return struck
	case strings.Contains(a.style, "vertical-align:super"):
		return super
	case strings.Contains(a.style, "vertical-align:sub"):
		return lowered
	}
	return 0
}

// plainFont is a font for text inside a symbol font.
const plainFont msword.FontID = -1

// font is the font that the element names first, 0 for none.
func (a *attributes) font() msword.FontID {
	name := strings.ToLower(a.face)
	if _, family, found := strings.Cut(a.style, "font-family:"); found {
		name = family
	}
	if i := strings.IndexAny(name, ",;"); i >= 0 {
		name = name[:i]
	}
	name = strings.Trim(name, "\"' ")
	if of, found := strings.CutPrefix(name, "wingdings"); found {
		name = strings.TrimSpace("wingdings " + of) // the blanks of a style are gone
	}
	switch id := msword.SymbolFont(name); {
	case name == "":
		return 0
	case id == 0:
		return plainFont
	default:
		return id
	}
}

// void are the elements without content (HTML Living Standard §13.1.2).
func void(tag atom.Atom) bool {
	switch tag {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Source, atom.Track, atom.Wbr:
		return true
	}
	return false
}

// maxMarks bounds the open elements that change text: each is looked at for
// every text in it.
const maxMarks = 32

// openMark takes note of an element that begins.
func (r *reader) openMark(tag atom.Atom, attrs attributes) {
	if void(tag) {
		return
	}
	r.endMarks(tag)
	m := mark{tag: tag, effect: effectOf(tag, attrs), font: r.fontOf(attrs)}
	if (m.effect != 0 || m.font != 0) && len(r.marks) < maxMarks {
		r.marks = append(r.marks, m)
		return
	}
	for n := len(r.marks) - 1; n >= 0; n-- {
		if r.marks[n].tag == tag {
			r.marks[n].opened++
			return
		}
	}
}

// fontOf is the font of an element, 0 where it changes nothing: a font for text does
// in a symbol font alone.
func (r *reader) fontOf(attrs attributes) msword.FontID {
	font := attrs.font()
	if font != plainFont {
		return font
	}
	for _, m := range r.marks {
		if m.font != 0 {
			return plainFont
		}
	}
	return 0
}

// endMarks drops what a cell, a row or an item that begins ends: their end tags
// may be left out.
func (r *reader) endMarks(tag atom.Atom) {
	switch tag {
	case atom.Td, atom.Th, atom.Tr, atom.Li, atom.P, atom.Table:
		for n := len(r.marks); n > r.outside() && endsAt(r.marks[n-1].tag, tag); n-- {
			r.marks = r.marks[:n-1]
		}
	}
}

// outside is how many of the open elements are outside the innermost table: what
// they hide stays hidden in it.
func (r *reader) outside() int {
	if t := r.table(); t != nil {
		return t.marks
	}
	return 0
}

// endsAt tells whether an open element ends where another begins: a cell at a
// cell, a row at a row, all that is in them too.
func endsAt(open, begun atom.Atom) bool {
	switch begun {
	case atom.Tr:
		return open != atom.Tbody && open != atom.Thead && open != atom.Tfoot
	case atom.Td, atom.Th:
		return open != atom.Tr && endsAt(open, atom.Tr)
	case atom.P, atom.Li:
		return open == begun
	}
	return false
}

// closeMark takes note of an element that ends.
func (r *reader) closeMark(tag atom.Atom) {
	if tag == atom.Table {
		r.marks = r.marks[:min(len(r.marks), r.outside())]
	}
	for n := len(r.marks) - 1; n >= 0; n-- {
		m := &r.marks[n]
		if m.tag != tag {
			continue
		}
		if m.opened > 0 {
			m.opened--
			return
		}
		r.marks = r.marks[:n]
		return
	}
}

// show adds text as the open elements show it; what they do not show is noted.
func (r *reader) show(s string) {
	invisible, font := false, plainFont
	for _, m := range r.marks {
		font = cmp.Or(m.font, font)
		switch m.effect {
		case struck:
			r.note(block.NoteStruck, s)
			return
		case hidden:
			r.note(block.NoteHidden, s)
			return
		case unseen, seen:
			invisible = m.effect == unseen
		case super:
			s = block.Superscript(s)
		case lowered:
			s = block.Subscript(s)
		}
	}
	if invisible {
		r.note(block.NoteHidden, s)
		return
	}
	if font != plainFont {
		s = string(msword.AppendShown(nil, []byte(s), font, func(name string, code rune) {
			r.note(block.NoteUnknownEncoding, msword.UnknownGlyph(name, code))
		}))
	}
	r.current().add(r.math.shown(s), r.start, r.end)
}

// noteRunes bounds the text a note shows.
const noteRunes = 80

// note records text that is left out; that of one cell is counted together.
func (r *reader) note(kind block.NoteKind, s string) {
	s = strings.TrimSpace(s)
	if s == "" {
		return
	}
	n := block.Note{Kind: kind, Count: 1, Start: r.start, End: r.end}
	if t := r.table(); t != nil && t.cell != nil {
		n.Table, n.Row, n.Column = t.grid.Index, t.cell.Row, t.cell.Column
	}
	if runes := []rune(s); len(runes) > noteRunes {
		s = string(runes[:noteRunes])
	}
	n.Text = s
	r.doc.Notes = append(r.doc.Notes, n)
}
