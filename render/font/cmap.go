package font

import "fmt"

// characters reads the Unicode mapping: format 12 (all planes) where there is
// one, else format 4 (OpenType 1.9, "cmap").
func (f *Font) characters(table []byte) error {
	f.bmp = make([]uint16, 1<<16)
	f.astral = map[rune]uint16{}
	var small, full []byte
	for i := range int(u16(table, 2)) {
		record := slice(table, 4+8*i, 8)
		if !isUnicode(record) {
			continue
		}
		at := int(u32(record, 4))
		switch u16(table, at) {
		case 4:
			small = table[min(at, len(table)):]
		case 12:
			full = table[min(at, len(table)):]
		}
	}
	switch {
	case full != nil:
		f.groups(full)
	case small != nil:
		f.segments(small)
	default:
		return fmt.Errorf("there is no Unicode character map: %w", ErrDamaged)
	}
	return nil
}

// isUnicode tells the records of Unicode mappings: those of platform 0, and
// Windows' of the Basic Multilingual Plane and of all planes.
func isUnicode(record []byte) bool {
	if record == nil {
		return false
	}
	switch encoding := u16(record, 2); u16(record, 0) {
	case 0:
		return true
	case 3:
		return encoding == 1 || encoding == 10
	}
	return false
}

// groups reads format 12. Its groups must ascend, which also bounds the work.
func (f *Font) groups(t []byte) {
	next := uint32(0)
	for i := range min(int(u32(t, 12)), len(t)/12) {
		at := 16 + 12*i
		first, last, glyph := u32(t, at), u32(t, at+4), u32(t, at+8)
		if first < next {
			return
		}
		next = last + 1
		for c := first; c <= last && c <= 0x10FFFF; c++ {
			f.assign(rune(c), glyph+c-first)
		}
	}
}

// segments reads format 4, whose segments must ascend too.
func (f *Font) segments(t []byte) {
	n, next := int(u16(t, 6))/2, 0
	for i := range n {
		last, first := int(u16(t, 14+2*i)), int(u16(t, 16+2*n+2*i))
		delta := u16(t, 16+4*n+2*i)
		offsetAt := 16 + 6*n + 2*i
		offset := int(u16(t, offsetAt))
		if first < next {
			return
		}
		next = last + 1
		for c := first; c <= last && c < 0xFFFF; c++ {
			glyph := uint16(c)
			if offset != 0 {
				if glyph = u16(t, offsetAt+offset+2*(c-first)); glyph == 0 {
					continue
				}
			}
			f.assign(rune(c), uint32(glyph+delta))
		}
	}
}

func (f *Font) assign(r rune, glyph uint32) {
	if glyph == 0 || int(glyph) >= len(f.advances) {
		return
	}
	if int(r) < len(f.bmp) {
		f.bmp[r] = uint16(glyph)
	} else {
		f.astral[r] = uint16(glyph)
	}
}
