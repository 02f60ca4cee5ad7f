package quantity

import (
	"strings"
	"unicode"
)

// Reversed is the character behind which text runs from right to left whatever it
// is (RIGHT-TO-LEFT OVERRIDE, Unicode annex 9): 59 behind it shows as 95.
const Reversed = "\u202e"

// before are the signs beyond those of mathematics that make of a number behind
// them something else: half a bracket, and the triangles by which accounts mark
// what is negative.
const before = "⌈⌊‖^π△▲▽▼"

// behind are the signs that do so from behind, as digits off the line do.
const behind = "⌉⌋‖^π⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ₀₁₂₃₄₅₆₇₈₉"

// CalculatesBehind tells whether a number behind r is only a part of what is
// written: √2, ∑3, ∆5. The operators of targets and the signs of numbers do not.
func CalculatesBehind(r rune) bool {
	return !common(r) && (mathematical(r) || strings.ContainsRune(before, r))
}

// CalculatesBefore tells the same of a number in front of r, which has no unit:
// 5², 2√, 3½.
func CalculatesBefore(r rune) bool {
	return !common(r) && (mathematical(r) || strings.ContainsRune(behind, r) || unicode.In(r, vulgar, lines))
}

// common tells the letters, ideographs and marks that stand beside most numbers.
func common(r rune) bool {
	if r < 0x80 {
		return r != '|' && r != '^'
	}
	return r >= 0x2e80 && r < 0xf900
}

// mathematical tells the signs of mathematics (Unicode category Sm) that no
// target has as its operator. Boxes and colons have other uses.
func mathematical(r rune) bool {
	const plain = "±×÷≥≤≧≦⩾⩽≈≒≌∽∼≮≯−∶＋＜＝＞～￢"
	switch {
	case r >= 0x25a0 && r <= 0x25ff: // geometric shapes: boxes to tick
		return false
	case strings.ContainsRune(plain, r):
		return false
	}
	return unicode.Is(unicode.Sm, r)
}

// vulgar are the fractions that are one character (Unicode blocks Latin-1 and
// U+2150): 2½ is no 2.
var vulgar = &unicode.RangeTable{R16: []unicode.Range16{{Lo: '¼', Hi: '¾', Stride: 1}, {Lo: '⅐', Hi: '⅟', Stride: 1}, {Lo: '↉', Hi: '↉', Stride: 1}}}

// lines are combining diacritical marks: a bar or an accent of mathematics.
var lines = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x300, Hi: 0x36f, Stride: 1}, {Lo: 0x20d0, Hi: 0x20df, Stride: 1}}}
