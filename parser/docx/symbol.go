package docx

import (
	_ "embed"
	"jxmb/parser/block"
	"jxmb/parser/ooxml"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed symbols.tsv
var symbolsTSV string

// symbolCode is a character of a symbol font.
type symbolCode struct {
	font string
	code rune // without F000
}

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

// lookUpSymbol is the text of a character of a symbol font, "" where the
// table has none. Word stores the codes with and without F000 (ISO/IEC 29500-1
// §17.3.3.30).
func lookUpSymbol(font string, code rune) string {
	if code >= 0xf000 && code <= 0xf0ff {
		code -= 0xf000
	}
	return symbols()[symbolCode{font, code}]
}

// symbol reads a w:sym.
func (r *reader) symbol() {
	value, _ := r.Attribute("font")
	font := r.Unescape(value)
	char, _ := r.Attribute("char")
	code, err := strconv.ParseUint(string(char), 16, 32)
	if err != nil {
		r.note(block.NoteUnknownEncoding, char, r.Start, r.Pos)
		return
	}
	text := lookUpSymbol(font, rune(code))
	if text == "" {
		c := rune(min(code, utf8.MaxRune))
		if !ooxml.Allowed(c) {
			c = utf8.RuneError
		}
		if text = string(c); c < 0x20 || c >= 0xe000 && c <= 0xf8ff || c == utf8.RuneError || symbolFont(font) {
			r.note(block.NoteUnknownEncoding, []byte(font+" "+string(char)), r.Start, r.Pos)
		}
	}
	r.put([]byte(text))
}

// symbolFont tells whether a font's codes are not Unicode.
func symbolFont(font string) bool {
	return font == "Symbol" || strings.HasPrefix(font, "Wingdings") || font == "Webdings"
}
