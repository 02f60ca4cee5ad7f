package docx

import (
	"bytes"

	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// asides are the texts of a part that stands beside the body: its footnotes,
// endnotes or comments, by identifier.
type asides map[string]string

// annotator is the author of the comments that findings are written into a
// document as. They are no one's words about the submission.
const annotator = "jxmb"

// aside notes the text that a w:footnoteReference (§17.11.14),
// w:endnoteReference (§17.11.7) or w:commentReference (§17.13.4.5) refers to: it
// belongs to a cell and to none of its fields. Beside the tables it is left
// alone.
func (r *reader) aside(kind string) {
	if r.table == 0 || r.hidden {
		return
	}
	id, _ := r.Attribute("id")
	if text := r.side.aside(kind, r.limits.Depth)[string(id)]; text != "" {
		r.note(block.NoteAside, []byte(text), r.run, r.Pos)
	}
}

// noteMark reads the reference to a note. A mark of its own, which is the rest of the
// run (w:customMarkFollows, §17.11.14), is no text of the cell: ≥90* is 90.
func (r *reader) noteMark(kind string) {
	r.aside(kind)
	if custom, ok := r.Attribute("customMarkFollows"); ok && isOn(custom) {
		r.hidden = true
	}
}

// aside reads a part once. One that cannot be read has no text: no submission
// is refused for it.
func (p *sideParts) aside(kind string, depth int) asides {
	if p == nil {
		return nil
	}
	if found, ok := p.asides[kind]; ok {
		return found
	}
	if p.asides == nil {
		p.asides = map[string]asides{}
	}
	found := asides{}
	p.asides[kind] = found
	_ = p.scan(kind, depth, found.read) // what stands before a fault is told
	return found
}

func (a asides) read(s *ooxml.Scanner) {
	for s.Next() != ooxml.EOF {
		if s.Depth() != 2 || s.El != ooxml.ElFootnote && s.El != ooxml.ElEndnote && s.El != ooxml.ElComment {
			continue
		}
		id, _ := s.Attribute("id")
		author, _ := s.Attribute("author")
		text := sideText(s)
		if string(author) != annotator {
			a[string(id)] = ooxml.Shown(bytes.Join(text, []byte(" ")))
		}
	}
}

// sideText is the text of the element whose start tag was met last, a line a
// paragraph.
func sideText(s *ooxml.Scanner) (lines [][]byte) {
	var line []byte
	end := func() {
		if line = bytes.TrimSpace(line); len(line) > 0 {
			lines = append(lines, bytes.Clone(line))
		}
		line = line[:0]
	}
	for depth := s.Depth(); s.Within(depth); {
		switch s.El {
		case ooxml.ElP:
			end()
		case ooxml.ElTab:
			line = append(line, '\t')
		case ooxml.ElT:
			from := s.Pos
			s.Skip()
			line, _ = s.Unescaped(line, from, max(from, s.Start))
		case ooxml.ElDel, ooxml.ElMoveFrom, ooxml.ElFallback:
			s.Skip()
		}
	}
	end()
	return lines
}
