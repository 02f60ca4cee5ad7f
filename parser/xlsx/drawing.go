package xlsx

import (
	"strings"

	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// object is what stands over the cells of a sheet (§20.5.2.33): a picture, a
// chart, a shape.
type object struct {
	row, column int // of its first cell, counted from 0
	shows       bool
	name        string
	text        []string // of a shape
}

// readDrawings notes pictures, charts and the text of shapes at the cells that
// they begin over.
func (w *worksheet) readDrawings(links []ooxml.Relationship) {
	targets := ooxml.ByID(links)
	for _, id := range w.drawings {
		name := targets[id]
		src, err := w.book.file.Small(name)
		if name == "" || src == nil || err != nil {
			continue
		}
		var s ooxml.Scanner
		s.Reset(name, src, w.book.budget.limits.Depth)
		for s.Next() != ooxml.EOF && w.book.budget.result > 0 {
			if s.Depth() == 2 && strings.HasSuffix(string(s.LocalName()), "Anchor") {
				w.noteObject(readObject(&s))
			}
		}
	}
}

// readObject reads the anchor whose start tag was met last.
func readObject(s *ooxml.Scanner) (o object) {
	place := false
	for depth := s.Depth(); s.Within(depth); {
		switch name := string(s.LocalName()); name {
		case "from":
			place = true
		case "to":
			place = false
		case "row", "col":
			text, _ := characters(s)
			if n := whole([]byte(strings.TrimSpace(text))); place && name == "row" {
				o.row = n
			} else if place {
				o.column = n
			}
		case "pic", "graphicFrame":
			o.shows = true
		case "cNvPr":
			words, _ := s.Attribute("descr")
			if len(words) == 0 {
				words, _ = s.Attribute("name")
			}
			if o.name == "" {
				o.name = s.Unescape(words)
			}
		case "t":
			text, _ := characters(s)
			o.text = append(o.text, strings.TrimSpace(text))
		}
	}
	return o
}

func (w *worksheet) noteObject(o object) {
	at := w.cellAt(int32(min(o.row+1, maxRow)), int32(min(o.column+1, maxColumn)))
	text := strings.TrimSpace(strings.Join(o.text, " "))
	switch {
	case text != "":
		w.noteCell(block.Note{Kind: block.NoteAside, Text: text}, at)
	case o.shows:
		w.noteCell(block.Note{Kind: block.NoteObject, Text: o.name}, at)
	}
}
