package text

import (
	"strings"

	"jxmb/parser/block"
)

// bookmark begins the notation of a bookmark's start.
const bookmark = "[bookmark: "

// paragraph adds text[start:end] as a paragraph, with the bookmarks that start
// in it. A blank line is none.
func (r *reader) paragraph(start, end int) {
	line := r.text[start:end]
	at := block.Position{Block: len(r.doc.Blocks), Offset: start}
	var said strings.Builder
	for {
		before, rest, found := strings.Cut(line, bookmark)
		name, after, closed := strings.Cut(rest, "]")
		if !found || !closed {
			break
		}
		said.WriteString(before)
		if name != "_GoBack" { // where the caret was: Word's own
			r.doc.Bookmarks = append(r.doc.Bookmarks, block.Bookmark{Name: name, Start: at, End: at, ColFirst: -1, ColLast: -1, Closed: true})
		}
		line = after
	}
	if said.Len() > 0 || len(line) < end-start {
		said.WriteString(line)
		line = said.String()
	} else if strings.TrimSpace(line) == "" {
		return
	}
	r.doc.Blocks = append(r.doc.Blocks, block.Block{Paragraph: &block.Paragraph{Text: line, Start: start, End: end}})
}
