package msword

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"jxmb/model/tsv"
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

// Symbols is read when a document first needs it.
var Symbols = sync.OnceValue(func() map[symbolCode]string {
	table := map[symbolCode]string{}
	tsv.Must("symbols.tsv", symbolsTSV, 3, func(row []string) error {
		code, err := strconv.ParseUint(row[1], 16, 8)
		table[symbolCode{row[0], rune(code)}] = row[2]
		return err
	})
	return table
})

// FontID is a font whose codes are not Unicode, 0 any other font.
type FontID int8

// symbolFonts are the names of the fonts of the table, by [fontID].
var symbolFonts = [...]string{1: "Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings"}

// SymbolFont knows the fonts of the table by name.
func SymbolFont(name string) FontID {
	for id, font := range symbolFonts {
		if id > 0 && strings.EqualFold(name, font) {
			return FontID(id)
		}
	}
	switch strings.ToLower(name) {
	case "standard symbols l", "standard symbols ps", "symbol mt":
		return 1
	}
	return 0
}

// UnknownFont is a font of which nothing is known: what its private-use
// characters show cannot be told.
const UnknownFont FontID = -1

//go:embed textfonts.txt
var textFontsTXT string

// textFonts are beginnings of the names of fonts for text, in lower case.
var textFonts = sync.OnceValue(func() (list []string) {
	tsv.Must("textfonts.txt", textFontsTXT, 1, func(row []string) error {
		list = append(list, row[0])
		return nil
	})
	return list
})

// FontOf is a symbol font of the table, 0 a font for text or none, else
// [UnknownFont]. Names in Chinese, Japanese or Korean are of fonts for text.
func FontOf(name string) FontID {
	if name == "" {
		return 0
	}
	if id := SymbolFont(name); id != 0 {
		return id
	}
	name = strings.ToLower(name)
	for _, text := range textFonts() {
		if strings.HasPrefix(name, text) {
			return 0
		}
	}
	if strings.ContainsFunc(name, func(c rune) bool { return c >= 0x2e80 }) {
		return 0
	}
	return UnknownFont
}

// glyph is the text of a character of a symbol font. One that the table does
// not have keeps its private-use code, U+F000 and up, by which those behind
// know that something is shown that is no text.
func glyph(font string, code rune) (text string, known bool) {
	if code >= 0xf000 && code <= 0xf0ff {
		code -= 0xf000
	}
	if text, known = Symbols()[symbolCode{font, code}]; known {
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

// PrivateUse tells the characters that have no meaning but in a font.
func PrivateUse(c rune) bool {
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

// AppendShown adds text with the characters of a symbol font as what they show;
// unknown is told of those that the table has not.
func AppendShown(dst, text []byte, font FontID, unknown func(font string, code rune)) []byte {
	named := symbolFonts[max(font, 0)]
	table := named
	if font == 0 {
		table = lostFont
	}
	for _, c := range string(text) {
		if !coded(named, c) {
			if PrivateUse(c) {
				unknown(named, c)
			}
			dst = utf8.AppendRune(dst, c)
			continue
		}
		shown, known := glyph(table, c)
		if !known {
			unknown(named, c)
		}
		dst = append(dst, shown...)
	}
	return dst
}

// SymbolText is what a font shows for a code, and whether that is known.
func SymbolText(name string, code rune) (text string, known bool) {
	id := FontOf(name)
	font := symbolFonts[max(id, 0)]
	if coded(font, code) {
		if id == 0 {
			font = lostFont
		}
		return glyph(font, code)
	}
	switch {
	case code < ' ', !utf8.ValidRune(code), code|1 == 0xffff:
		return string(utf8.RuneError), false
	case PrivateUse(code):
		return string(code), false
	}
	return string(code), true
}

// UnknownGlyph names a character of a font that is not known.
func UnknownGlyph(font string, code rune) string {
	return strings.TrimSpace(font + " " + strings.ToUpper(strconv.FormatInt(int64(code), 16)))
}
