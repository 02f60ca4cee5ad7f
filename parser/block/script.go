package block

import "strings"

// raised and lowered are the characters that Unicode has as superscripts and
// subscripts (block U+2070 and the Latin-1 superscripts). A raised 4 is no 4:
// 10 with it is ten thousand, not a hundred and four.
var (
	raised = map[rune]rune{
		'0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹',
		'+': '⁺', '-': '⁻', '−': '⁻', '=': '⁼', '(': '⁽', ')': '⁾', 'n': 'ⁿ', 'i': 'ⁱ',
	}
	lowered = map[rune]rune{
		'0': '₀', '1': '₁', '2': '₂', '3': '₃', '4': '₄', '5': '₅', '6': '₆', '7': '₇', '8': '₈', '9': '₉',
		'+': '₊', '-': '₋', '−': '₋', '=': '₌', '(': '₍', ')': '₎',
	}
)

// Superscript writes text as it stands above the line where Unicode can; what it
// cannot stays on the line, which no digit does.
func Superscript(s string) string { return scripted(s, raised) }

// Subscript is the same for text below the line.
func Subscript(s string) string { return scripted(s, lowered) }

func scripted(s string, table map[rune]rune) string {
	return strings.Map(func(c rune) rune {
		if c >= '０' && c <= '９' {
			c += '0' - '０'
		}
		if mapped, ok := table[c]; ok {
			return mapped
		}
		return c
	}, s)
}
