package xlsx

import (
	"strings"
	"unicode"

	"jxmb/parser/ooxml"
)

// maxMargins bounds the lines of page headers that are kept.
const maxMargins = 64

// readMargins reads the headers and footers of the pages (§18.3.1.46), where
// the line with the money unit may stand.
func (w *worksheet) readMargins() {
	for depth := w.Depth(); w.Within(depth); {
		text, _ := characters(&w.Scanner)
		if w.entry.hidden {
			continue
		}
		for _, line := range marginLines(text) {
			line = ooxml.Shown([]byte(line))
			if len(w.doc.Margins) < maxMargins && strings.ContainsFunc(line, unicode.IsLetter) {
				w.doc.AddMargin(&w.margins, line, false)
			}
		}
	}
}

// marginLines are the lines of a header without its codes: &L, &C and &R begin a
// part, &"font,style" and &12 say how it looks; what stands for numbers, names
// and dates is no text of the submission.
func marginLines(text string) (lines []string) {
	var line strings.Builder
	end := func() {
		if s := strings.TrimSpace(line.String()); s != "" && !pageNumber(s) {
			lines = append(lines, s)
		}
		line.Reset()
	}
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\n':
			end()
		case text[i] != '&' || i+1 == len(text):
			line.WriteByte(text[i])
		case text[i+1] == '&':
			i++
			line.WriteByte('&')
		default:
			i++
			if strings.IndexByte("LCR", text[i]) >= 0 {
				end()
			}
			i += lookLength(text[i:])
		}
	}
	end()
	return lines
}

// lookLength is how long the code of a font or of its size goes on behind its
// first byte.
func lookLength(code string) int {
	if code[0] == '"' {
		return strings.IndexByte(code[1:], '"') + 1
	}
	n := 0
	for n < len(code) && code[n] >= '0' && code[n] <= '9' {
		n++
	}
	return max(0, n-1)
}

// pageNumber tells whether a line is but the number of a page: 第页 共页.
func pageNumber(line string) bool {
	for _, word := range [...]string{"第", "共", "页", "Page", "page", "of"} {
		line = strings.ReplaceAll(line, word, "")
	}
	return !strings.ContainsFunc(line, unicode.IsLetter)
}
