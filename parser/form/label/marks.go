package label

import (
	"sync"
	"unicode/utf8"

	"jxmb/model/quantity"
)

// Marks is which characters of weight a text holds, told by one pass over it:
// where those of a word are missing nobody needs to look for the word.
type Marks uint8

const (
	HasColon  Marks = 1 << iota // stands behind a label: 单位：万元
	HasBreak                    // of a line
	HasNumber                   // a digit, or a Chinese numeral
	HasLevel                    // 级, of 一级指标
	HasSeal                     // 章 or 签, of 盖章 and 签字
	HasUnit                     // 位, of 单位
	HasMonth                    // 月, 季 or 半, of 3月底 and 上半年
)

// Has says whether the text holds one of the characters.
func (m Marks) Has(of Marks) bool { return m&of != 0 }

// marked are the characters of weight in plain spelling; those that fold to one have its mark.
var marked = map[rune]Marks{'\n': HasBreak, '级': HasLevel, '章': HasSeal, '签': HasSeal, '位': HasUnit, '月': HasMonth, '季': HasMonth, '半': HasMonth}

// marksOf gives the marks of the runes of the basic plane.
var marksOf = sync.OnceValue(func() *[1 << 16]Marks {
	table := new([1 << 16]Marks)
	for r, m := range marked {
		table[r] |= m
	}
	for r := range rune(len(table)) {
		if r > lastIdeograph && r < firstCompatible {
			continue // other scripts
		}
		switch folded := quantity.FoldRune(r); {
		case folded == ':':
			table[r] |= HasColon
		case quantity.IsDigit(folded), quantity.IsNumeral(folded):
			table[r] |= HasNumber
		case folded != r:
			table[r] |= marked[folded]
		}
	}
	return table
})

// Runes that fold to others, and ideographs, lie outside of these.
const (
	lastIdeograph   = 0x9FFF
	firstCompatible = 0xF900
)

// MarksOf is the marks of a text.
func MarksOf(text string) (m Marks) {
	table := marksOf()
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c>>4 == 0xE && i+2 < len(text): // three bytes, as all ideographs of the basic plane
			m |= table[uint16(c)<<12|uint16(text[i+1]&0x3F)<<6|uint16(text[i+2]&0x3F)]
			i += len("字")
		case c < utf8.RuneSelf:
			m |= table[c]
			i++
		default:
			r, n := utf8.DecodeRuneInString(text[i:])
			m |= table[uint16(min(r, utf8.RuneError))]
			i += n
		}
	}
	return m
}
