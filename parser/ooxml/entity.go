package ooxml

import (
	"bytes"
	"encoding/binary"
	"strconv"
	"unicode/utf8"
)

// Clean tells whether a stretch of character data stands for itself: UTF-8, no
// references, nothing to normalise (XML 1.0 §2.11), nothing XML forbids, nothing
// that only a symbol font gives a meaning to. Nearly
// all text is ASCII and Han, whose bytes need no decoding to be judged.
func Clean(b []byte) bool {
	for i := 0; i < len(b); {
		if i+8 <= len(b) && twoHan(binary.LittleEndian.Uint64(b[i:])) {
			i += 6
			continue
		}
		switch c := b[i]; {
		case c < ' ' || c == '&':
			return false
		case c < utf8.RuneSelf:
			i++
		case c > 0xe0 && c < 0xf0 && c != 0xed && i+2 < len(b) && b[i+1]&0xc0 == 0x80 && b[i+2]&0xc0 == 0x80:
			if c >= 0xee && special(b[i:]) {
				return false
			}
			i += 3
		default:
			r, n := utf8.DecodeRune(b[i:])
			if r == utf8.RuneError && n == 1 {
				return false
			}
			i += n
		}
	}
	return true
}

// twoHan tells whether the first six of eight bytes are two characters of U+3000 to
// U+CFFF: what the upper bits of all of them are, then the range of the leading ones.
func twoHan(word uint64) bool {
	return word&0xc0c0f0c0c0f0 == 0x8080e08080e0 && byte(word)-0xe3 < 10 && byte(word>>24)-0xe3 < 10
}

// special tells of the three bytes of a character from U+E000 on whether it is
// of the private-use area or forbidden.
func special(b []byte) bool {
	return b[0] == 0xee || b[1] <= 0xa3 || b[1] == 0xbf && b[2] >= 0xbe
}

// Unescaped appends the character data at src[from:to] with its references
// resolved. Forbidden characters (XML 1.0 §2.2) and bytes that are not UTF-8
// become U+FFFD and are counted. A line end in the markup is a space: Word
// shows no break there.
func (s *Scanner) Unescaped(dst []byte, from, to int) (out []byte, bad int) {
	for i := from; i < to; {
		c := s.Src[i]
		switch {
		case c == '&':
			r, n := s.reference(i, to)
			if n == 0 {
				return dst, bad
			}
			if !Allowed(r) {
				r = utf8.RuneError
				bad++
			}
			dst = utf8.AppendRune(dst, r)
			i += n
		case c == '\r' && i+1 < to && s.Src[i+1] == '\n':
			i++
		case c == '\n' || c == '\r':
			dst = append(dst, ' ')
			i++
		default:
			r, n := utf8.DecodeRune(s.Src[i:to])
			if r == utf8.RuneError && n == 1 || !Allowed(r) {
				r = utf8.RuneError
				bad++
			}
			dst = utf8.AppendRune(dst, r)
			i += n
		}
	}
	return dst, bad
}

// reference reads the character or entity reference at offset i; n is its
// length, 0 after an error.
func (s *Scanner) reference(i, to int) (r rune, n int) {
	body := s.Src[i+1 : min(to, i+1+16)]
	end := bytes.IndexByte(body, ';')
	if end < 0 {
		s.broken(i, "“&”后面不是实体引用", `"&" begins no reference`)
		return 0, 0
	}
	switch name := string(body[:end]); name {
	case "amp":
		r = '&'
	case "lt":
		r = '<'
	case "gt":
		r = '>'
	case "quot":
		r = '"'
	case "apos":
		r = '\''
	default:
		digits, base := name, 10
		if len(name) > 1 && name[0] == '#' {
			if digits = name[1:]; digits[0] == 'x' {
				digits, base = digits[1:], 16
			}
		}
		code, err := strconv.ParseUint(digits, base, 32)
		if err != nil || digits == name {
			s.broken(i, "未定义的实体 &%.16s;", "undefined entity &%.16s;", name)
			return 0, 0
		}
		r = rune(min(code, utf8.MaxRune+1))
	}
	return r, end + 2
}

func Allowed(r rune) bool {
	return r >= ' ' && r < 0xd800 || r == '\t' || r == '\n' || r == '\r' ||
		r > 0xdfff && r < 0xfffe || r > 0xffff && r <= utf8.MaxRune
}

// Unescape is an attribute value with its references resolved. Values that
// cannot be are taken as they stand: attributes hold names here, never text.
func (s *Scanner) Unescape(value []byte) string {
	if Clean(value) {
		return string(value)
	}
	t := Scanner{Src: value, Part: s.Part}
	out, _ := t.Unescaped(nil, 0, len(value))
	if t.Err != nil {
		return string(bytes.ToValidUTF8(value, []byte("\ufffd")))
	}
	return string(out)
}
