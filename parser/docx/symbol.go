package docx

import (
	"strconv"
	"unicode/utf8"

	"jxmb/parser/block"
	"jxmb/parser/msword"
)

func (r *reader) noteGlyph(font string, code rune) {
	r.note(block.NoteUnknownEncoding, []byte(msword.UnknownGlyph(font, code)), r.run, r.Pos)
}

// symbol reads a w:sym (ISO/IEC 29500-1 §17.3.3.30) or w16se:symEx
// ([MS-DOCX] §2.7.1): a character by font and hexadecimal code.
func (r *reader) symbol() {
	value, _ := r.AnyAttribute("font")
	char, _ := r.AnyAttribute("char")
	code, err := strconv.ParseUint(string(char), 16, 32)
	if err != nil {
		r.note(block.NoteUnknownEncoding, char, r.Start, r.Pos)
		return
	}
	text := []byte(r.symbolOf(r.Unescape(value), rune(min(code, utf8.MaxRune+1))))
	if r.look.lined {
		text = r.underlined(text)
	}
	r.put(text)
}

// symbolOf is what a font shows for a code; an unknown one is noted.
func (r *reader) symbolOf(name string, code rune) string {
	text, known := msword.SymbolText(name, code)
	if !known {
		r.noteGlyph(name, code)
	}
	return text
}
