package doc

import "encoding/binary"

// Types of form fields (iType of FFDataBits, [MS-DOC] §2.9.79).
const (
	formCheckBox = 1
	formDropDown = 2
	formDefault  = 25 // iRes: what the definition says
)

// ffDataFixed is the bytes of FFData (§2.9.78) before its first string: version,
// bits, cch, hps.
const ffDataFixed = 10

// maxEntries bounds the entries of a drop-down list; Word allows 25.
const maxEntries = 64

// formField is what a form field shows that has no result in text: a check box
// or the chosen entry of a list. Its data stand in the Data stream, in a
// NilPICFAndBinData (§2.9.157): size, size of the header, header, FFData.
func formField(data []byte, at uint32) string {
	if uint64(at)+6 > uint64(len(data)) {
		return ""
	}
	b := data[at:]
	size, header := binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint16(b[4:])
	if uint64(size) > uint64(len(b)) || uint32(header) > size {
		return ""
	}
	b = b[header:size]
	if len(b) < ffDataFixed {
		return ""
	}
	bits := binary.LittleEndian.Uint16(b[4:])
	kind, result := int(bits&3), int(bits>>2&31)
	b = b[ffDataFixed:]
	if b = afterStrings(b, 1); len(b) < 2 || kind != formCheckBox && kind != formDropDown {
		return ""
	}
	byDefault := int(binary.LittleEndian.Uint16(b))
	if result == formDefault {
		result = byDefault
	}
	if kind == formCheckBox {
		if result == 1 {
			return "☑"
		}
		return "□"
	}
	return dropDown(afterStrings(b[2:], 5), result, byDefault)
}

// afterStrings is what stands behind n strings that end with a zero (Xstz,
// §2.9.353): format, help, status, entry and exit macro.
func afterStrings(b []byte, n int) []byte {
	for ; n > 0; n-- {
		_, rest, ok := counted(b, 2)
		if !ok || len(rest) < 2 {
			return nil
		}
		b = rest[2:]
	}
	return b
}

// dropDown is the chosen entry of a list, else the one by default, else the
// first.
func dropDown(b []byte, chosen, byDefault int) string {
	entries := readStrings(b, maxEntries)
	for _, i := range [...]int{chosen, byDefault, 0} {
		if i < len(entries) {
			return entries[i]
		}
	}
	return ""
}

// readStrings reads an STTB of UTF-16 strings ([MS-DOC] §2.2.4), at most limit
// of them.
func readStrings(b []byte, limit int) (list []string) {
	if len(b) < 6 || binary.LittleEndian.Uint16(b) != 0xffff {
		return nil
	}
	count, extra := int(binary.LittleEndian.Uint16(b[2:])), int(binary.LittleEndian.Uint16(b[4:]))
	b = b[6:]
	for ; count > 0 && len(list) < limit; count-- {
		s, rest, ok := counted(b, 2)
		if !ok || len(rest) < extra {
			break
		}
		list, b = append(list, utf16Text(s)), rest[extra:]
	}
	return list
}
