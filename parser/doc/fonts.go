package doc

import (
	"encoding/binary"

	"jxmb/parser/msword"
)

// fontTable is the fonts of a document by index ([MS-DOC] §2.9.286 SttbfFfn).
type fontTable []font

type font struct {
	name string
	id   msword.FontID // 0 where it is one for text
}

// ffnName is where the name of a font begins in its FFN (§2.9.82).
const ffnName = 39

func readFonts(b []byte) fontTable {
	if len(b) < 4 {
		return nil
	}
	count := int(binary.LittleEndian.Uint16(b))
	var fonts fontTable
	for b = b[4:]; count > 0 && len(b) > 0; count-- {
		size := int(b[0])
		if size >= len(b) {
			break
		}
		ffn := b[1 : 1+size]
		b = b[1+size:]
		var f font
		if len(ffn) > ffnName {
			f.name = utf16Text(ffn[ffnName:])
			for i, c := range f.name {
				if c == 0 { // a second name may follow
					f.name = f.name[:i]
					break
				}
			}
			f.id = msword.FontOf(f.name)
		}
		fonts = append(fonts, f)
	}
	return fonts
}

func (t fontTable) symbol(i uint16) msword.FontID {
	if int(i) < len(t) {
		return t[i].id
	}
	return 0
}

func (t fontTable) name(i uint16) string {
	if int(i) < len(t) {
		return t[i].name
	}
	return ""
}
