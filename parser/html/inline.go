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
	sights [sights]said
	font   msword.FontID
	opened int // further elements of its tag that are open in it
}

// effect is what an element does to the text in it.
type effect int8

const (
	struck  effect = iota + 1 // del, s, strike: no longer meant (HTML Living Standard §4.7.2, §4.5.5)
	hidden                    // display:none, the hidden attribute
	super                     // sup
	lowered                   // sub
	lined                     // u: a > or < alone in it is ≥ or ≤
)

// sight is what text needs to be seen; the innermost element that speaks of it
// decides (CSS Cascade 4 §7).
type sight int8

const (
	visible  sight = iota // no visibility:hidden or collapse (CSS Display 4 §4)
	sized                 // a font of some size
	inked                 // a colour that is not that of the page
	grounded              // a ground that is not that of the page
	sights
)

// said is what an element says of a sight.
type said int8

const (
	yes said = iota + 1
	no
)

// effect is the effect of an element, 0 for none.
func (e *element) effect() effect {
	switch {
	case e.hidden, e.style.hides(), e.unshown():
		return hidden
	case e.tag == atom.Del, e.tag == atom.S, e.tag == atom.Strike, strings.Contains(e.style[decoration].value, "line-through"):
		return struck
	case e.tag == atom.Sup, e.style[align].value == "super":
		return super
	case e.tag == atom.Sub, e.style[align].value == "sub":
		return lowered
	case e.tag == atom.U, strings.Contains(e.style[decoration].value, "underline"):
		return lined
	}
	return e.style.raised()
}

// unshown tells whether the element's text stands for what a browser shows otherwise,
// or is offered for choice (HTML Living Standard §4.8, §4.10, §4.12, §16.2).
func (e *element) unshown() bool {
	switch e.tag {
	case atom.Dialog:
		return !e.open
	case atom.Datalist, atom.Canvas, atom.Audio, atom.Video, atom.Iframe, atom.Progress, atom.Meter, atom.Noframes, atom.Noembed:
		return true
	}
	return false
}

// plainFont is a font for text inside a symbol font.
const plainFont msword.FontID = -1

// font is the font that the element names first, 0 for none.
func (e *element) font() msword.FontID {
	name := cmp.Or(e.style[family].value, strings.ToLower(e.face))
	if i := strings.IndexAny(name, ",;"); i >= 0 {
		name = name[:i]
	}
	name = strings.Trim(name, "\"' ")
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
func (r *reader) openMark(e *element) {
	if void(e.tag) {
		return
	}
	r.endMarks(e.tag)
	m := mark{tag: e.tag, effect: e.effect(), font: r.fontOf(e), sights: r.sightsOf(e)}
	if (m.effect != 0 || m.font != 0 || m.sights != [sights]said{}) && len(r.marks) < maxMarks {
		r.marks = append(r.marks, m)
		return
	}
	for n := len(r.marks) - 1; n >= 0; n-- {
		if r.marks[n].tag == e.tag {
			r.marks[n].opened++
			return
		}
	}
}

// fontOf is the font of an element, 0 where it changes nothing: a font for text does
// in a symbol font alone.
func (r *reader) fontOf(e *element) msword.FontID {
	font := e.font()
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

// sightsOf is what an element changes of how its text is seen.
func (r *reader) sightsOf(e *element) [sights]said {
	of := e.style.sights()
	if of == ([sights]said{}) { // as nearly all
		return of
	}
	before := r.sights()
	for k := range of {
		if of[k] == cmp.Or(before[k], pageSights[k]) {
			of[k] = 0
		}
	}
	return of
}

// pageSights is how text is seen of which nothing is said.
var pageSights = [sights]said{visible: yes, sized: yes, inked: yes, grounded: no}

// sights is what the open elements say.
func (r *reader) sights() (of [sights]said) {
	for _, m := range r.marks {
		for k, said := range m.sights {
			of[k] = cmp.Or(said, of[k])
		}
	}
	return of
}

// unseen tells whether text is not hidden and yet cannot be seen.
func (r *reader) unseen() bool {
	of := r.sights()
	blank := of[inked] == no && of[grounded] != yes
	return of[visible] == no || of[sized] == no || blank && !r.sheet.partly
}

// hidesHere tells whether an open element of the innermost table is not shown.
func (r *reader) hidesHere() bool {
	for _, m := range r.marks[r.outside():] {
		if m.effect == hidden {
			return true
		}
	}
	return false
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
	font := plainFont
	for _, m := range r.marks {
		font = cmp.Or(m.font, font)
		switch m.effect {
		case struck:
			r.note(block.NoteStruck, s)
			return
		case hidden:
			r.note(block.NoteHidden, s)
			return
		case super:
			s = block.Superscript(s)
		case lowered:
			s = block.Subscript(s)
		case lined:
			s = cmp.Or(msword.Underlined(s), s)
		}
	}
	if r.unseen() {
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
	if t := r.table(); t != nil {
		n.Table, n.Row = t.grid.Index, t.row
		if t.cell != nil {
			n.Row, n.Column = t.cell.Row, t.cell.Column
		}
	}
	if runes := []rune(s); len(runes) > noteRunes {
		s = string(runes[:noteRunes])
	}
	n.Text = s
	r.doc.Notes = append(r.doc.Notes, n)
}
