package ooxml

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"jxmb/model"
)

// Decode gives a part as UTF-8: parts are UTF-8 or UTF-16 (ISO/IEC 29500-2
// §7.2 and XML 1.0 appendix F). A byte order mark of UTF-8 stays where it is,
// so that offsets stay those of the file.
func Decode(part string, src []byte, max int64) ([]byte, error) {
	order, skip := byteOrder(src)
	if order != nil {
		return decodeUTF16(part, src[skip:], order, max)
	}
	if name := declaredEncoding(src); name != "" {
		return nil, PartFault(model.FaultBrokenXML, part, model.Say(
			"XML 声明的编码是 %.20s，.docx 只允许 UTF-8 和 UTF-16", "the XML declares the encoding %.20s; .docx allows UTF-8 and UTF-16 only", name), nil)
	}
	return src, nil
}

func byteOrder(src []byte) (order binary.ByteOrder, skip int) {
	switch {
	case bytes.HasPrefix(src, []byte("\xff\xfe")):
		return binary.LittleEndian, 2
	case bytes.HasPrefix(src, []byte("\xfe\xff")):
		return binary.BigEndian, 2
	case bytes.HasPrefix(src, []byte("<\x00")):
		return binary.LittleEndian, 0
	case bytes.HasPrefix(src, []byte("\x00<")):
		return binary.BigEndian, 0
	}
	return nil, 0
}

// declaredEncoding is the name in the XML declaration unless it is UTF-8 or a
// part of it.
func declaredEncoding(src []byte) string {
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	end := bytes.Index(src[:min(len(src), 200)], []byte("?>"))
	if !bytes.HasPrefix(src, []byte("<?xml")) || end < 0 {
		return ""
	}
	_, rest, ok := bytes.Cut(src[:end], []byte("encoding"))
	if !ok {
		return ""
	}
	rest = bytes.TrimLeft(rest, " \t\r\n=")
	if len(rest) < 2 {
		return ""
	}
	name, _, _ := bytes.Cut(rest[1:], rest[:1])
	switch string(bytes.ToUpper(name)) {
	case "UTF-8", "UTF8", "US-ASCII", "ASCII", "UTF-16":
		return ""
	}
	return string(name)
}

// decodeUTF16 measures first and then writes into memory of that size.
// Unpaired surrogates become U+FFFD.
func decodeUTF16(part string, src []byte, order binary.ByteOrder, max int64) ([]byte, error) {
	if len(src)%2 != 0 {
		return nil, PartFault(model.FaultBrokenXML, part, model.Text{ZH: "UTF-16 编码的内容字节数是奇数，文件被截断", EN: "UTF-16 of an odd number of bytes: the part is cut off"}, nil)
	}
	size := int64(0)
	eachRune(src, order, func(r rune) { size += int64(utf8.RuneLen(r)) })
	if size > max {
		return nil, LimitFault(LimitPart, max, part, -1)
	}
	out := make([]byte, 0, size)
	eachRune(src, order, func(r rune) { out = utf8.AppendRune(out, r) })
	return out, nil
}

func eachRune(src []byte, order binary.ByteOrder, do func(rune)) {
	for i := 0; i+1 < len(src); i += 2 {
		r := rune(order.Uint16(src[i:]))
		if utf16.IsSurrogate(r) {
			low := rune(utf8.RuneError)
			if i+3 < len(src) {
				low = rune(order.Uint16(src[i+2:]))
			}
			if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
				i += 2
			}
		}
		do(r)
	}
}
