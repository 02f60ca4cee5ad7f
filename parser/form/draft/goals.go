package draft

import (
	"strings"
	"unicode/utf8"

	"jxmb/parser/form/label"
)

// piece is text[start:end] of a text.
type piece struct{ start, end int }

// splitGoals cuts the text of a goal cell at its list numbers: 1. 1、 （1） ①
// 目标1： at the start of a line, and inside a line where the next number of
// the same list follows a full stop or semicolon. The style of the first
// number is that of the list; numbers of another style belong to the text. A
// text without numbers is one goal. The spans leave out numbers and outer
// blanks; lines without a number stay with the goal before them.
func splitGoals(text string) []piece {
	var out []piece
	start, style, value := 0, label.NumberStyle(0), 0
	cut := func(end int) {
		s := text[start:end]
		from := start + len(s) - len(strings.TrimLeftFunc(s, label.BlankRune))
		to := start + len(strings.TrimRightFunc(s, label.BlankRune))
		if from < to {
			out = append(out, piece{from, to})
		}
	}
	for i := 0; i < len(text); {
		lineStart := i == 0 || text[i-1] == '\n'
		if lineStart {
			i += len(text[i:]) - len(strings.TrimLeftFunc(text[i:], label.BlankRune))
		}
		n, ok := label.LeadingNumber(text[i:])
		goesOn := n.Style == style && n.Value > value && (lineStart || n.Value == value+1)
		if ok && (goesOn || style == 0 && lineStart) {
			cut(i)
			style, value = n.Style, n.Value
			i += n.End
			start = i
			continue
		}
		i = nextMark(text, i, style != 0)
	}
	cut(len(text))
	return out
}

// nextMark is the next place after i where a list number may stand: a line
// start or, inside a list, behind a full stop or semicolon.
func nextMark(text string, i int, inside bool) int {
	for at, r := range text[i:] {
		switch r {
		case '\n':
			return i + at + len("\n")
		case '。', '；', ';', '！':
			if inside {
				at += i + utf8.RuneLen(r)
				return at + len(text[at:]) - len(strings.TrimLeft(text[at:], " 　\t"))
			}
		}
	}
	return len(text)
}
