package font

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// Coded asks for the glyph of Rune under the character code Code.
type Coded struct {
	Code uint16
	Rune rune
}

// Subset is a TrueType font with the glyphs of codes and no others. Its format
// 4 character map has the codes, which must be in ascending order and differ;
// runes outside the Basic Multilingual Plane fit in by taking a code of the
// Private Use Area. The result is meant to be embedded in a PDF: it has no names
// and no layout tables.
func (f *Font) Subset(codes []Coded) []byte {
	glyphs := []uint16{0}
	for _, c := range codes {
		glyphs = append(glyphs, f.glyph(c.Rune))
	}
	glyphs, renumber := f.withComponents(glyphs)

	n := len(glyphs)
	glyf, loca, hmtx := make([]byte, 0, 512*n), make([]byte, 0, 4*n+4), make([]byte, 0, 4*n)
	for _, g := range glyphs {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, f.outline(g)...)
		patchComponents(glyf[binary.BigEndian.Uint32(loca[len(loca)-4:]):], renumber)
		glyf = append(glyf, make([]byte, -len(glyf)&3)...)
		hmtx = append(hmtx, f.longMetric(g)...)
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))

	tables := map[string][]byte{
		"OS/2": f.tables["OS/2"], "cvt ": f.tables["cvt "], "fpgm": f.tables["fpgm"], "prep": f.tables["prep"],
		"cmap": characterMap(codes),
		"glyf": glyf,
		"head": patched(f.tables["head"], 54, 50, 1), // indexToLocFormat: long
		"hhea": patched(f.tables["hhea"], 36, 34, uint16(n)),
		"hmtx": hmtx,
		"loca": loca,
		"maxp": patched(f.tables["maxp"], len(f.tables["maxp"]), 4, uint16(n)),
		"name": {0, 0, 0, 0, 0, 6},
		"post": patched(f.tables["post"], 32, 0, 3), // version 3: no glyph names
	}
	return assemble(tables)
}

// withComponents adds the glyphs that composite ones are made of. renumber maps
// a glyph of f to its number in the subset, for the components only.
func (f *Font) withComponents(glyphs []uint16) (all []uint16, renumber map[uint16]uint16) {
	renumber = map[uint16]uint16{}
	for i := 0; i < len(glyphs); i++ {
		components(f.outline(glyphs[i]), func(at []byte) {
			g := u16(at, 0)
			if _, known := renumber[g]; !known && len(glyphs) < 1<<16-1 {
				renumber[g] = uint16(len(glyphs))
				glyphs = append(glyphs, g)
			}
		})
	}
	return glyphs, renumber
}

func patchComponents(outline []byte, renumber map[uint16]uint16) {
	components(outline, func(at []byte) {
		binary.BigEndian.PutUint16(at, renumber[u16(at, 0)])
	})
}

// components calls visit with the place of each glyph number in a composite
// outline (OpenType 1.9, "glyf", composite glyph description).
func components(outline []byte, visit func(at []byte)) {
	const (
		words      = 1 << 0
		scale      = 1 << 3
		more       = 1 << 5
		scaleXY    = 1 << 6
		twoByTwo   = 1 << 7
		headerSize = 10
	)
	if u16(outline, 0) < 1<<15 { // numberOfContours ≥ 0: a simple glyph
		return
	}
	for at := headerSize; at+4 <= len(outline); {
		flags := u16(outline, at)
		visit(outline[at+2 : at+4])
		at += 6
		if flags&words != 0 {
			at += 2
		}
		switch {
		case flags&scale != 0:
			at += 2
		case flags&scaleXY != 0:
			at += 4
		case flags&twoByTwo != 0:
			at += 8
		}
		if flags&more == 0 {
			return
		}
	}
}

// longMetric is the glyph's advance and left side bearing.
func (f *Font) longMetric(g uint16) []byte {
	hmtx, long := f.tables["hmtx"], int(u16(f.tables["hhea"], 34))
	if int(g) < long {
		return slices.Clone(slice(hmtx, 4*int(g), 4))
	}
	m := slices.Clone(slice(hmtx, 4*(long-1), 2))
	return binary.BigEndian.AppendUint16(m, u16(hmtx, 4*long+2*(int(g)-long)))
}

// characterMap is a cmap table with one format 4 subtable for Unicode (3, 1).
// The search fields stay 0: PDF readers go by CIDToGIDMap, not by this table.
func characterMap(codes []Coded) []byte {
	type segment struct{ first, last, glyph uint16 }
	var segments []segment
	for i, c := range codes {
		if n := len(segments); n > 0 && segments[n-1].last+1 == c.Code {
			segments[n-1].last++
		} else {
			segments = append(segments, segment{c.Code, c.Code, uint16(i + 1)})
		}
	}
	segments = append(segments, segment{0xFFFF, 0xFFFF, 0})
	n := len(segments)
	words := []uint16{0, 1, 3, 1, 0, 12, 4, uint16(16 + 8*n), 0, uint16(2 * n), 0, 0, 0}
	for _, s := range segments {
		words = append(words, s.last)
	}
	words = append(words, 0)
	for _, s := range segments {
		words = append(words, s.first)
	}
	for _, s := range segments {
		words = append(words, s.glyph-s.first)
	}
	words = append(words, make([]uint16, n)...)
	b := make([]byte, 0, 2*len(words))
	for _, w := range words {
		b = binary.BigEndian.AppendUint16(b, w)
	}
	return b
}

// patched is a copy of the first size bytes of a table with one number changed.
func patched(table []byte, size, at int, value uint16) []byte {
	b := make([]byte, size)
	copy(b, table)
	binary.BigEndian.PutUint16(b[at:], value)
	if at == 0 {
		b[2], b[3] = 0, 0
	}
	return b
}

// assemble writes the table directory and the tables. Checksums stay 0: they
// are computed anew when the font goes into the PDF.
func assemble(tables map[string][]byte) []byte {
	var names []string
	for name, data := range tables {
		if len(data) > 0 {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, cmp.Compare[string])
	out := []byte{0, 1, 0, 0, 0, byte(len(names)), 0, 0, 0, 0, 0, 0}
	at := len(out) + 16*len(names)
	for _, name := range names {
		out = append(append(out, name...), 0, 0, 0, 0)
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(len(tables[name])))
		at += (len(tables[name]) + 3) &^ 3
	}
	for _, name := range names {
		out = append(out, tables[name]...)
		out = append(out, make([]byte, -len(tables[name])&3)...)
	}
	return out
}
