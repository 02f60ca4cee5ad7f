// Package font reads TrueType fonts for the PDF formats and cuts them down to
// the characters of one document.
//
// The two built-in fonts are Noto Serif SC Regular for text and Noto Sans SC
// Bold for headings, both under the SIL Open Font License 1.1, cut to GB 2312,
// 通用规范汉字表 and the signs of budget tables (build.sh, charset.py). A [Font]
// is parsed once and then only read, so any number of goroutines may share it.
package font

import (
	"errors"
	"fmt"
	"unicode"
)

// Font is a TrueType font with outlines, ready to be measured and subset.
type Font struct {
	Name string // PostScript name (name table, ID 6), or the file's name

	tables   map[string][]byte
	bmp      []uint16        // glyph of each code point below U+10000, 0 = none
	astral   map[rune]uint16 // glyphs of the code points above
	advances []uint16        // by glyph, 1/1000 em
	loca     []uint32        // byte offsets into glyf, one more than glyphs
	glyf     []byte
}

// Errors that [Parse] and [Open] wrap.
var (
	ErrOutlines   = errors.New("its outlines are PostScript (CFF), not TrueType")
	ErrRestricted = errors.New("its licence bits (OS/2 fsType) forbid embedding or subsetting")
	ErrDamaged    = errors.New("not a TrueType font, or damaged")
	ErrSize       = errors.New("has more than 64 MiB")
)

// needed are the tables without which a font cannot be measured and embedded.
var needed = []string{"head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap", "post"}

// Parse reads a TrueType font, or the first font of a collection (.ttc). The
// result keeps data. fallback is the name of a font that does not tell its own.
func Parse(data []byte, fallback string) (*Font, error) {
	tables, err := directory(data)
	if err != nil {
		return nil, err
	}
	f := &Font{Name: fallback, tables: tables, glyf: tables["glyf"]}
	for _, name := range needed {
		if len(tables[name]) == 0 {
			return nil, fmt.Errorf("table %s is missing: %w", name, ErrDamaged)
		}
	}
	if fs := u16(tables["OS/2"], 8); fs&0x000F == 0x0002 || fs&0x0300 != 0 {
		return nil, ErrRestricted
	}
	if err := f.metrics(); err != nil {
		return nil, err
	}
	if err := f.characters(tables["cmap"]); err != nil {
		return nil, err
	}
	if name := postScriptName(tables["name"]); name != "" {
		f.Name = name
	}
	return f, nil
}

// directory finds the tables (OpenType 1.9, "Organization of an OpenType font").
func directory(data []byte) (map[string][]byte, error) {
	start := 0
	if string(slice(data, 0, 4)) == "ttcf" {
		start = int(u32(data, 12))
	}
	switch tag := string(slice(data, start, 4)); tag {
	case "OTTO":
		return nil, ErrOutlines
	case "\x00\x01\x00\x00", "true":
	default:
		return nil, ErrDamaged
	}
	tables := map[string][]byte{}
	for i := range int(u16(data, start+4)) {
		record := slice(data, start+12+16*i, 16)
		if record == nil {
			return nil, fmt.Errorf("the table directory is cut off: %w", ErrDamaged)
		}
		tables[string(record[:4])] = slice(data, int(u32(record, 8)), int(u32(record, 12)))
	}
	if tables["glyf"] == nil && tables["CFF "] != nil {
		return nil, ErrOutlines
	}
	return tables, nil
}

// metrics reads the advances (hmtx) and the places of the outlines (loca).
func (f *Font) metrics() error {
	em, glyphs := int(u16(f.tables["head"], 18)), int(u16(f.tables["maxp"], 4))
	long := int(u16(f.tables["hhea"], 34))
	if fit := em > 0 && 0 < long && long <= glyphs; !fit || len(f.tables["hmtx"]) < 4*long {
		return fmt.Errorf("the glyph metrics do not fit together: %w", ErrDamaged)
	}
	f.advances = make([]uint16, glyphs)
	for g := range f.advances {
		a := int(u16(f.tables["hmtx"], 4*min(g, long-1)))
		f.advances[g] = uint16((a*1000 + em/2) / em)
	}
	f.loca = make([]uint32, glyphs+1)
	wide := u16(f.tables["head"], 50) == 1
	for g := range f.loca {
		if wide {
			f.loca[g] = u32(f.tables["loca"], 4*g)
		} else {
			f.loca[g] = 2 * uint32(u16(f.tables["loca"], 2*g))
		}
	}
	return nil
}

// postScriptName is name 6 of the Windows platform in UTF-16.
func postScriptName(table []byte) string {
	storage := int(u16(table, 4))
	for i := range int(u16(table, 2)) {
		r := slice(table, 6+12*i, 12)
		if r == nil || u16(r, 0) != 3 || u16(r, 6) != 6 {
			continue
		}
		name := make([]byte, 0, 64)
		text := slice(table, storage+int(u16(r, 10)), int(u16(r, 8)))
		for j := 1; j < len(text); j += 2 {
			if c := text[j]; text[j-1] == 0 && c > ' ' && c < 0x7F && !isDelimiter(c) {
				name = append(name, c)
			}
		}
		return string(name)
	}
	return ""
}

// isDelimiter tells the characters that end a PDF name (ISO 32000-1 §7.2.2).
func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%', '#', '+':
		return true
	}
	return false
}

// Has tells whether the font can draw r: a glyph, and with an outline unless r
// is a space.
func (f *Font) Has(r rune) bool {
	g := f.glyph(r)
	return g != 0 && (len(f.outline(g)) > 0 || unicode.IsSpace(r))
}

// Advance is the width of r in 1/1000 em; that of .notdef when the font lacks r.
func (f *Font) Advance(r rune) int { return int(f.advances[f.glyph(r)]) }

func (f *Font) glyph(r rune) uint16 {
	if r >= 0 && int(r) < len(f.bmp) {
		return f.bmp[r]
	}
	return f.astral[r]
}

// outline is the glyph's description in glyf; empty for a space.
func (f *Font) outline(g uint16) []byte {
	if int(g)+1 >= len(f.loca) || f.loca[g+1] < f.loca[g] {
		return nil
	}
	return slice(f.glyf, int(f.loca[g]), int(f.loca[g+1]-f.loca[g]))
}

// slice, u16 and u32 read big-endian data without ever leaving it: what lies
// outside is nil or 0.
func slice(b []byte, at, n int) []byte {
	if at < 0 || n < 0 || at > len(b) || n > len(b)-at {
		return nil
	}
	return b[at : at+n : at+n]
}

func u16(b []byte, at int) uint16 {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return uint16(b[at])<<8 | uint16(b[at+1])
}

func u32(b []byte, at int) uint32 { return uint32(u16(b, at))<<16 | uint32(u16(b, at+2)) }
