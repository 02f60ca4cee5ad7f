package lex

import (
	"sync"

	"jxmb/model/quantity"
)

// beginnings tells by rune which readers a token that begins with it may be of:
// bit i is that of readers[i].
var beginnings = sync.OnceValue(func() *[1 << 16]uint8 {
	table := new([1 << 16]uint8)
	for r := range rune(1 << 16) {
		table[r] = byWords(quantity.Leading(r)) | byNumber(r)
	}
	for r := range marks {
		table[r] |= 1 << byMark
	}
	for reader, runes := range map[int]string{
		byFiller: "*○▲△□■×_Xx指«$#@<", byItem: "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", byDate: "-第", bySign: "±+-~至到和与每正", byQuantity: ".-+",
	} {
		for _, r := range runes {
			table[r] |= 1 << reader
		}
	}
	return table
})

// byWords are the readers that words of the vocabulary begin a token for.
func byWords(roles quantity.Roles) (readers uint8) {
	if roles == 0 {
		return 0
	}
	for role, reader := range [...]int{
		quantity.RoleFiller: byFiller, quantity.RoleWord: byWord, quantity.RolePrefix: byOperator, quantity.RoleDate: byDate, quantity.RoleCurrency: byQuantity,
	} {
		if reader > 0 && roles.Has(quantity.Role(role)) {
			readers |= 1 << reader
		}
	}
	return readers
}

// byNumber are the readers that a digit or a numeral in Chinese begins a token
// for.
func byNumber(r rune) uint8 {
	switch class := quantity.ClassOf(r); {
	case quantity.IsDigit(r), class.Kind == quantity.Digit, class == quantity.Ten:
		return 1<<byItem | 1<<byDate | 1<<byQuantity
	case class.Kind != quantity.NoNumeral:
		return 1 << byQuantity
	}
	return 0
}
