package doc

import (
	"encoding/binary"
	"io"
	"strings"
	"unicode/utf8"
)

// summaryStream is the property set of a document ([MS-OSHARED] §2.3.3.2.1); a
// control character stands before the name.
const summaryStream = "SummaryInformation"

const (
	maxSummary      = 1 << 16
	sectionAt       = 44 // offset of the first section in a PropertySetStream ([MS-OLEPS] §2.21)
	propertyProgram = 18 // PIDSI_APPNAME
	typeString      = 30 // VT_LPSTR
)

// application is the program that saved the file, "" where it does not say.
func (c *container) application() string {
	f := c.entry(summaryStream)
	if f == nil {
		return ""
	}
	b := make([]byte, min(f.Size, maxSummary))
	c.meter.Refill(int64(len(b)))
	if _, err := io.ReadFull(f, b); err != nil || len(b) < sectionAt+4 {
		return ""
	}
	at := binary.LittleEndian.Uint32(b[sectionAt:])
	if uint64(at)+8 > uint64(len(b)) {
		return ""
	}
	section := b[at:]
	count := min(binary.LittleEndian.Uint32(section[4:]), uint32(len(section)-8)/8)
	for i := range count {
		entry := section[8+8*i:]
		if binary.LittleEndian.Uint32(entry) == propertyProgram {
			return propertyText(section, binary.LittleEndian.Uint32(entry[4:]))
		}
	}
	return ""
}

// propertyText is a string property; one in a code page of its own is left.
func propertyText(section []byte, at uint32) string {
	if uint64(at)+8 > uint64(len(section)) {
		return ""
	}
	value := section[at:]
	size := binary.LittleEndian.Uint32(value[4:])
	if value = value[8:]; binary.LittleEndian.Uint32(section[at:]) != typeString || uint64(size) > uint64(len(value)) {
		return ""
	}
	text := strings.TrimRight(string(value[:size]), "\x00")
	if !utf8.ValidString(text) || strings.ContainsFunc(text, func(c rune) bool { return c < ' ' }) {
		return ""
	}
	return text
}
