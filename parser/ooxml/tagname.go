package ooxml

import "encoding/binary"

// nameClass tells the bytes that end or spoil a name. Every byte that starts
// no markup may stand in one: XML's own list (§2.3) is not the reader's job.
var nameClass = func() (class [256]byte) {
	for _, c := range []byte(" \t\r\n/>=") {
		class[c] = nameEnd
	}
	for _, c := range []byte("<&\"'\x00") {
		class[c] = nameBad
	}
	class[':'] = nameColon
	return class
}()

const (
	nameChar = iota
	nameColon
	nameEnd
	nameBad
)

// nameEnds is the offset of the first byte from i on that ends or spoils a name;
// ">" is the last of those.
func nameEnds(src []byte, i int) int {
	for uint(i) < uint(len(src)) && (src[i] > '>' || nameClass[src[i]] <= nameColon) {
		i++
	}
	return i
}

// same compares n bytes at two offsets, a after b: names of up to eight bytes,
// which nearly all are, as words.
func same(src []byte, a, b, n int) bool {
	if n > 8 || a+8 > len(src) {
		return string(src[a:a+n]) == string(src[b:b+n])
	}
	x, y := binary.LittleEndian.Uint64(src[a:]), binary.LittleEndian.Uint64(src[b:])
	return (x^y)<<(64-8*n) == 0
}
