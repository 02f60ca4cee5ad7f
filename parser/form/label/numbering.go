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
	n, ok := enclosedNumber(s)
	if !ok {
		n, ok = bracketedNumber(s)
	}
	if !ok {
		n, ok = openNumber(s)
	}
	if !ok {
		return number{}, false
	}
	n.End = len(s) - len(strings.TrimLeftFunc(s[n.End:], BlankRune))
	return n, true
}

// enclosed are the characters that are list numbers, from 1 on.
var enclosed = [...]struct {
	first, last rune
	style       NumberStyle
}{
	{'①', '⑳', styleCircled},
	{'⒈', '⒛', StyleArabic},
	{'⑴', '⒇', styleArabicBoth},
	{'㈠', '㈩', StyleBracket},
}

// enclosedNumber reads a number of one character.
func enclosedNumber(s string) (number, bool) {
	r, size := utf8.DecodeRuneInString(s)
	for _, e := range enclosed {
		if r >= e.first && r <= e.last {
			return number{e.style, int(r-e.first) + 1, size}, true
		}
	}
	return number{}, false
}

// bracketedNumber reads a number between brackets.
func bracketedNumber(s string) (number, bool) {
	opening, size := utf8.DecodeRuneInString(s)
	if opening != '(' && opening != '（' {
		return number{}, false
	}
	value, chinese, end := Count(s[size:])
	closing, width := utf8.DecodeRuneInString(s[size+end:])
	if end == 0 || closing != ')' && closing != '）' {
		return number{}, false
	}
	n := number{styleArabicBoth, value, size + end + width}
	if chinese {
		n.Style = StyleBracket
	}
	return n, true
}

// How a number without an opening bracket is written.
const (
	inArabic = iota
	inChinese
	behindGoal // 目标1, 目标一
)

// closings are the marks behind such a number and what they make of it.
var closings = [...]struct {
	written int
	marks   string
	style   NumberStyle
}{
	{inArabic, "、．.", StyleArabic},
	{inArabic, ")）", styleArabicOne},
	{inChinese, "、.．", StyleChinese},
	{behindGoal, ":：.、", styleNamed},
}

// openNumber reads the styles without an opening bracket.
func openNumber(s string) (number, bool) {
	rest, named := strings.CutPrefix(s, "目标")
	value, chinese, digits := Count(rest)
	if digits == 0 {
		return number{}, false
	}
	written := inArabic
	switch {
	case named:
		written = behindGoal
	case chinese:
		written = inChinese
	}
	rest = rest[digits:]
	mark, width := utf8.DecodeRuneInString(rest)
	if written == inArabic && mark == '.' && decimalTail(rest[width:]) {
		return number{}, false
	}
	for _, c := range closings {
		if c.written == written && strings.ContainsRune(c.marks, mark) {
			return number{c.style, value, len(s) - len(rest) + width}, true
		}
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
