package doc

import (
	"strings"
	"unicode/utf8"

	"jxmb/parser/block"
)

// control reads a character that is no text, at a position.
func (r *reader) control(c *chunk, u rune, cp uint32) {
	switch u {
	case charLineBreak:
		r.put(c, []byte("\n"))
	case charPageBreak:
		r.flow.para.Break = true
	case charHardHyphen:
		r.put(c, []byte("-"))
	case charColumn, charSoftHyphen: // shown only where a line happens to break
	case charFieldBegin:
		r.fields.begin(c)
	case charFieldMiddle:
		r.showResult()
	case charFieldEnd:
		r.endField(c)
	case charSymbol:
		r.put(c, []byte(r.symbolOf(c, r.fonts.name(uint16(c.symbol)), rune(c.symbol>>16))))
	default:
		r.anchor(c, u, cp)
	}
}

// anchor reads a character that something hangs on: a picture, a drawing, a
// note.
func (r *reader) anchor(c *chunk, u rune, cp uint32) {
	switch u {
	case charPicture:
		r.picture(c)
	case charDrawing:
		r.drawing(c, cp)
	case charNoteRef, charComment:
		r.aside(c, u, cp)
	case utf8.RuneError:
		r.note(block.NoteInvalidText, "", int(c.at), int(c.end))
		r.put(c, []byte("\ufffd"))
	default:
		if !c.special { // what special characters stand for is made up by Word as it prints: dates, page numbers
			r.note(block.NoteInvalidText, "", int(c.at), int(c.end))
		}
	}
}

// picture reads the anchor of an inline picture, of an embedded object, or of
// the data of a form field.
func (r *reader) picture(c *chunk) {
	if c.data {
		r.fields.box(formField(r.data(), c.location))
		return
	}
	words := r.fields.words()
	if c.unseen() || c.deleted || !c.special {
		return
	}
	if len(words) > 0 && strings.EqualFold(words[0], "SHAPE") { // it keeps the place of the drawing that is anchored beside it
		return
	}
	r.fields.shown()
	r.note(block.NoteObject, program(words), int(c.at), int(c.end))
}
