package label

import (
	"strings"
	"unicode/utf8"
)

// NumberStyle tells lists of different levels apart: "1." from "（1）".
type NumberStyle uint8

const (
	StyleArabic     NumberStyle = iota + 1 // 1. 1、 1．
	styleArabicBoth                        // （1）
	styleArabicOne                         // 1）
	StyleChinese                           // 一、
	StyleBracket                           // （一）
	styleCircled                           // ①
	styleNamed                             // 目标1：
)

// number is a list number at the start of a text: its value and the bytes it
// takes, following blanks included.
type number struct {
	Style NumberStyle
	Value int
	End   int
}

// LeadingNumber reads the list number that s starts with. "0.2元" and "2.5%"
// start with no list number; "1.2022年" does.
func LeadingNumber(s string) (number, bool) {
	n := number{}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r >= '①' && r <= '⑳':
		n = number{styleCircled, int(r-'①') + 1, size}
	case r >= '⒈' && r <= '⒛':
		n = number{StyleArabic, int(r-'⒈') + 1, size}
	case r >= '⑴' && r <= '⒇':
		n = number{styleArabicBoth, int(r-'⑴') + 1, size}
	case r >= '㈠' && r <= '㈩':
		n = number{StyleBracket, int(r-'㈠') + 1, size}
	case r == '(' || r == '（':
		value, chinese, end := Count(s[size:])
		closing, width := utf8.DecodeRuneInString(s[size+end:])
		if end == 0 || closing != ')' && closing != '）' {
			return n, false
		}
		n = number{styleArabicBoth, value, size + end + width}
		if chinese {
			n.Style = StyleBracket
		}
	default:
		var ok bool
		if n, ok = openNumber(s); !ok {
			return n, false
		}
	}
	n.End = len(s) - len(strings.TrimLeftFunc(s[n.End:], BlankRune))
	return n, true
}

// openNumber reads the styles without an opening bracket.
func openNumber(s string) (number, bool) {
	named := 0
	if rest, ok := strings.CutPrefix(s, "目标"); ok {
		named = len(s) - len(rest)
	}
	value, chinese, end := Count(s[named:])
	if end == 0 {
		return number{}, false
	}
	end += named
	mark, width := utf8.DecodeRuneInString(s[end:])
	rest := s[end+width:]
	switch {
	case named > 0 && (mark == ':' || mark == '：' || mark == '.' || mark == '、'):
		return number{styleNamed, value, end + width}, true
	case named > 0:
	case chinese && (mark == '、' || mark == '.' || mark == '．'):
		return number{StyleChinese, value, end + width}, true
	case chinese:
	case mark == '、' || mark == '．' || mark == '.' && !decimalTail(rest):
		return number{StyleArabic, value, end + width}, true
	case mark == ')' || mark == '）':
		return number{styleArabicOne, value, end + width}, true
	}
	return number{}, false
}

// decimalTail says whether what follows "N." makes it a decimal number: digits
// that are not a year.
func decimalTail(rest string) bool {
	digits := 0
	for digits < len(rest) && rest[digits] >= '0' && rest[digits] <= '9' {
		digits++
	}
	return digits > 0 && !(digits == 4 && strings.HasPrefix(rest[digits:], "年"))
}

// Count reads up to three Arabic digits or a Chinese numeral up to 九十九.
func Count(s string) (value int, chinese bool, end int) {
	for end < len(s) && end < 3 && s[end] >= '0' && s[end] <= '9' {
		value = value*10 + int(s[end]-'0')
		end++
	}
	if end > 0 {
		return value, false, end
	}
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		digit := strings.IndexRune(chineseDigits, r)
		switch {
		case r == '十' && value <= 9:
			value = max(value, 1) * 10
		case digit >= 0 && value%10 == 0 && (value == 0 || value >= 10):
			value += digit/len("一") + 1
		default:
			return value, true, end
		}
		end += size
	}
	return value, true, end
}

const chineseDigits = "一二三四五六七八九"
