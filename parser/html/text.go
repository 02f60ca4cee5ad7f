package html

import (
	"strings"

	"jxmb/parser/block"
)

// text gathers what a browser shows of an element: runs of blanks and line
// breaks of the source are one blank (CSS Text 3 §4.1.1), blocks and br begin
// a line. No-break and full-width blanks stay as they are.
type text struct {
	b     strings.Builder
	runs  []block.Run
	blank bool // a collapsed blank waits for text to follow
	broke bool // a line break waits for text to follow
}

// add appends a text token that stands at start..end of the page.
func (t *text) add(s string, start, end int) {
	placed := false
	for _, r := range s {
		if r == '\u00ad' { // a soft hyphen shows where a line breaks alone
			continue
		}
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' {
			t.blank = true
			continue
		}
		if t.broke && t.b.Len() > 0 {
			t.b.WriteByte('\n')
		} else if t.blank && t.b.Len() > 0 {
			t.b.WriteByte(' ')
		}
		t.broke, t.blank = false, false
		if !placed {
			t.runs = append(t.runs, block.Run{Offset: t.b.Len(), Start: start, End: end})
			placed = true
		}
		t.b.WriteRune(r)
	}
}

// br is a br element: a line of its own even if blank.
func (t *text) br(start, end int) {
	if t.b.Len() > 0 && t.broke {
		t.b.WriteByte('\n')
	}
	t.broke, t.blank = true, false
}

// line ends a line, unless it is empty.
func (t *text) line() { t.broke, t.blank = true, false }

// take is the text, and starts anew.
func (t *text) take() (string, []block.Run) {
	s, runs := t.b.String(), t.runs
	*t = text{}
	return s, runs
}
