package docx

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

//go:embed symbols.tsv
var symbolsTSV string

// symbolCode is a character of a symbol font.
type symbolCode struct {
	font string
	code rune // without F000
}

// lostFont stands in the table for a symbol font whose name was lost.
const lostFont = "*"

// symbols is read when a document first needs it.
var symbols = sync.OnceValue(func() map[symbolCode]string {
	table := map[symbolCode]string{}
	for line := range strings.Lines(symbolsTSV) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		columns := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		code, err := strconv.ParseUint(columns[1], 16, 8)
		if err != nil || len(columns) != 3 || columns[2] == "" {
			panic("docx: internal error: symbols.tsv: " + line)
		}
		table[symbolCode{columns[0], rune(code)}] = columns[2]
	}
	return table
})

// fontID is a font whose codes are not Unicode, 0 any other font.
type fontID int8

// symbolFonts are the names of the fonts of the table, by [fontID].
var symbolFonts = [...]string{1: "Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings"}

// symbolFont knows the fonts of the table by name.
func symbolFont(name string) fontID {
	for id, font := range symbolFonts {
		if id > 0 && strings.EqualFold(name, font) {
			return fontID(id)
		}
	}
	switch strings.ToLower(name) {
	case "standard symbols l", "standard symbols ps", "symbol mt":
		return 1
	}
	return 0
}

// glyph is the text of a character of a symbol font. One that the table does
// not have keeps its private-use code, U+F000 and up, by which those behind
// know that something is shown that is no text.
func glyph(font string, code rune) (text string, known bool) {
	if code >= 0xf000 && code <= 0xf0ff {
		code -= 0xf000
	}
	if text, known = symbols()[symbolCode{font, code}]; known {
		return text, true
	}
	if code == 0xa0 {
		return " ", true
	}
	if code > 0xff {
		return string(code), false
	}
	return string(0xf000 + code), false
}

// privateUse tells the characters that have no meaning but in a font.
func privateUse(c rune) bool {
	return c >= 0xe000 && c <= 0xf8ff || c >= 0xf0000
}

// coded tells whether a character means what it does in a symbol font: in the
// private-use range to which such fonts are mapped, or one of its single bytes
// (ISO/IEC 29500-1 §17.3.3.30 on w:char).
func coded(font string, c rune) bool {
	if font != "" && c >= ' ' && c <= 0xff {
		return true
	}
	return c >= 0xf020 && c <= 0xf0ff
}

// glyphs appends text with the characters of symbol fonts as what they show.
func (r *reader) glyphs(dst, text []byte, font string) []byte {
	named := font
	if font == "" {
		font = lostFont
	}
	for _, c := range string(text) {
		if !coded(named, c) {
			if privateUse(c) {
				r.unknownGlyph(named, c)
			}
			dst = utf8.AppendRune(dst, c)
			continue
		}
		shown, known := glyph(font, c)
		if !known {
			r.unknownGlyph(named, c)
		}
		dst = append(dst, shown...)
	}
	return dst
}

func (r *reader) unknownGlyph(font string, code rune) {
	r.note(block.NoteUnknownEncoding, []byte(strings.TrimSpace(font+" "+strings.ToUpper(strconv.FormatInt(int64(code), 16)))), r.run, r.Pos)
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
	r.put([]byte(r.symbolText(r.Unescape(value), rune(min(code, utf8.MaxRune+1)))))
}

// symbolText is what a font shows for a code.
func (r *reader) symbolText(name string, code rune) string {
	font := symbolFonts[symbolFont(name)]
	text, known := string(code), true
	switch {
	case coded(font, code):
		if font == "" {
			font = lostFont
		}
		text, known = glyph(font, code)
	case code < ' ', privateUse(code), !ooxml.Allowed(code):
		known = false
		if !ooxml.Allowed(code) {
			text = string(utf8.RuneError)
		}
	}
	if !known {
		r.unknownGlyph(name, code)
	}
	return text
}
