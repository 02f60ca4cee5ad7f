package text

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"jxmb/parser/block"
)

// blank says whether the cell holds nothing but white space.
func (c *cell) blank(text string) bool {
	if strings.IndexFunc(c.first.in(text), notBlank) >= 0 {
		return false
	}
	for _, p := range c.more {
		if strings.IndexFunc(p.in(text), notBlank) >= 0 {
			return false
		}
	}
	return true
}

func notBlank(r rune) bool { return !unicode.IsSpace(r) && r != '\uFEFF' }

// continues says whether a line, or the first cell of one, goes on with the
// cell above it, whose last line is given. Word copies the paragraphs of a cell
// as lines without any mark, so only the text can tell:
//
//   - both are items of one list: 1.… and 2.…
//   - the cell ends within a sentence, and the line has no cells of its own
//   - both end a sentence, and the line has no cells of its own
func continues(above, line string, lone bool) bool {
	above, line = strings.TrimSpace(above), strings.TrimSpace(line)
	switch {
	case above == "" || line == "":
		return false
	case itemStyle(line) != noItem && itemStyle(line) == itemStyle(above):
		return true
	case !lone || noteLike().MatchString(line):
		return false
	}
	return endsWith(above, "，、；：,;（(“") || endsWith(line, "。；;") && endsWith(above, "。；;")
}

// noteLike begins the notes below tables.
var noteLike = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(备注|注释|注|说明|填表说明|附注)\s*[:：0-9]`)
})

func endsWith(s, any string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(any, last)
}

// item is the kind of mark that an item of a list begins with.
type item uint8

const (
	noItem  item = iota
	digits       // 1. 1、
	open         // (1) （一）
	closed       // 1)
	numeral      // 一、
	circled      // ①
	worded       // 目标1：
)

type itemMark struct {
	style item
	mark  *regexp.Regexp
}

var itemMarks = sync.OnceValue(func() []itemMark {
	return []itemMark{
		{digits, regexp.MustCompile(`^\d{1,2}([、．]|\.(\D|$))`)},
		{open, regexp.MustCompile(`^[（(][\d一二三四五六七八九十]{1,3}[）)]`)},
		{closed, regexp.MustCompile(`^\d{1,2}[）)]`)},
		{numeral, regexp.MustCompile(`^[一二三四五六七八九十]{1,3}、`)},
		{circled, regexp.MustCompile(`^[①-⑳]`)},
		{worded, regexp.MustCompile(`^\p{Han}{1,4}\d{1,2}[：:.、]`)},
	}
})

// itemStyle is the style of the list item that s is.
func itemStyle(s string) item {
	if len(s) > 64 {
		s = s[:64]
	}
	for _, m := range itemMarks() {
		if m.mark.MatchString(s) {
			return m.style
		}
	}
	return noItem
}

// heads says whether a line of its own begins the cell that the line below it
// begins with: a label in two lines, 绩效 and 指标 or 项目资金 and （万元）.
func heads(line, below string) bool {
	line, below = strings.TrimSpace(line), strings.TrimSpace(below)
	if strings.HasPrefix(below, "（") || strings.HasPrefix(below, "(") {
		return isIdeographs(line) && utf8.RuneCountInString(line) <= 12 && (endsWith(below, "）)"))
	}
	return isWord(line) && isWord(below) && utf8.RuneCountInString(line+below) <= 6
}

// isWord says whether s can be a part of a short label: one to four ideographs.
func isWord(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && len(s) <= 4*utf8.UTFMax && isIdeographs(s) && utf8.RuneCountInString(s) <= 4
}

func isIdeographs(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) < 0
}

// oneIdeograph says whether s is a single ideograph.
func oneIdeograph(s string) bool {
	r, n := utf8.DecodeRuneInString(strings.TrimSpace(s))
	return n > 0 && n == len(strings.TrimSpace(s)) && unicode.Is(unicode.Han, r)
}

// apart says whether a line between two rows stands between two tables. What a
// bookmark starts in stands there, too.
func apart(line string) bool {
	return strings.Contains(line, bookmark) || block.BetweenTables(line)
}
