package docx

import (
	"strings"

	"jxmb/parser/block"
	"jxmb/parser/msword"
	"jxmb/parser/ooxml"
)

// maxMargins bounds the headers and footers that are read: three of each for
// every section.
const maxMargins = 64

// margins reads the text of headers and footers (§17.10), where some producers
// put the line with the money unit, and the first rows of a table that goes over
// pages.
func (r *reader) margins() {
	if r.side == nil || r.side.container == nil {
		return
	}
	links, err := r.side.relationships()
	if err != nil {
		return // the main part needed none
	}
	said := map[string]bool{}
	parts := append(ooxml.FindAll(links, "header"), ooxml.FindAll(links, "footer")...)
	for _, name := range parts[:min(len(parts), maxMargins)] {
		src, err := r.side.container.Small(name)
		if src == nil || err != nil {
			continue
		}
		var s ooxml.Scanner
		s.Reset(name, src, r.limits.Depth)
		if s.Next() != ooxml.Start {
			continue
		}
		for _, line := range sideText(&s) {
			text := ooxml.Shown(line)
			if !said[text] && !msword.PageNumber(text) {
				said[text] = true
				r.spend(len(text))
				r.doc.Margins = append(r.doc.Margins, text)
			}
		}
	}
	if len(r.doc.Margins) > 0 {
		r.doc.Notes = append(r.doc.Notes, block.Note{Kind: block.NoteMargin, Count: 1, Text: ooxml.Shown([]byte(strings.Join(r.doc.Margins, " / ")))})
	}
}
