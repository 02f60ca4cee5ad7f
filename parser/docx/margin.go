package docx

import (
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
	var margins block.Margins
	parts := append(ooxml.FindAll(links, "header"), ooxml.FindAll(links, "footer")...)
	for _, name := range parts[:min(len(parts), maxMargins)] {
		src, err := r.side.container.Small(name)
		if src == nil || err != nil {
			continue
		}
		table := holdsTable(name, src, r.limits.Depth)
		for _, text := range marginLines(name, src, r.limits.Depth) {
			if r.doc.AddMargin(&margins, text, table) {
				r.spend(len(text))
			}
		}
	}
	r.doc.NoteMargins(margins, ooxml.Shown)
}

// marginLines are the lines of a header or footer but for the numbers of pages.
func marginLines(name string, src []byte, depth int) (lines []string) {
	var s ooxml.Scanner
	s.Reset(name, src, depth)
	if s.Next() != ooxml.Start {
		return nil
	}
	for _, line := range sideText(&s) {
		if text := ooxml.Shown(line); !msword.PageNumber(text) {
			lines = append(lines, text)
		}
	}
	return lines
}

// holdsTable tells whether a part has a w:tbl.
func holdsTable(name string, src []byte, depth int) bool {
	var s ooxml.Scanner
	s.Reset(name, src, depth)
	for t := s.Next(); t != ooxml.EOF; t = s.Next() {
		if t == ooxml.Start && s.El == ooxml.ElTbl {
			return true
		}
	}
	return false
}
