package text

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"jxmb/model"
)

// decode gives the text as UTF-8. A byte order mark says the encoding; without
// one a text that is valid UTF-8 is that, one full of zero bytes in every other
// place is UTF-16 (Excel saves "Unicode text" so), and any other is GB 18030,
// as Chinese editors save by default.
func decode(data []byte) (string, error) {
	if len(data) > MaxBytes {
		return "", &model.Fault{Kind: model.FaultUnreadable, What: model.Say("文本有 %d 字节，超过 %d 字节的上限", "the text has %d bytes, more than the limit of %d", len(data), MaxBytes),
			Hint: model.Text{ZH: "拆分后再读取", EN: "split it"}}
	}
	var from encoding.Encoding
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		from = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		from = unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM)
	default:
		order, wide := utf16Order(data)
		switch {
		case wide:
			from = unicode.UTF16(order, unicode.IgnoreBOM)
		case utf8.Valid(data):
			return string(data), nil
		default:
			from = simplifiedchinese.GB18030
		}
	}
	text, err := from.NewDecoder().String(string(data))
	if err != nil || strings.ContainsRune(text, utf8.RuneError) {
		return "", &model.Fault{Kind: model.FaultUnreadable, Place: model.OnLine(invalidLine(data)), What: model.Text{ZH: "文本不是 UTF-8、UTF-16 或 GBK 编码", EN: "the text is neither UTF-8 nor UTF-16 nor GBK"},
			Hint: model.Text{ZH: "用 UTF-8 编码另存文本", EN: "save the text as UTF-8"}}
	}
	return text, nil
}

// utf16Order tells UTF-16 without a byte order mark by its tabs, line breaks
// and digits, whose high byte is zero: no other text holds zero bytes, and
// these stand all in odd places (little endian) or all in even ones.
func utf16Order(data []byte) (unicode.Endianness, bool) {
	var zeros [2]int
	for i, b := range data {
		if b == 0 {
			zeros[i%2]++
		}
	}
	total := zeros[0] + zeros[1]
	stray := total*4 < len(data) && utf8.Valid(data) // zero bytes in a text that is UTF-8 all the same
	switch {
	case total == 0 || len(data)%2 != 0 || stray:
	case zeros[1]*10 >= total*9:
		return unicode.LittleEndian, true
	case zeros[0]*10 >= total*9:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

func invalidLine(data []byte) int {
	line := 1
	for len(data) > 0 {
		c, n := utf8.DecodeRune(data)
		if c == utf8.RuneError && n == 1 {
			break
		}
		if c == '\n' {
			line++
		}
		data = data[n:]
	}
	return line
}
