package doc

import (
	"strings"

	"jxmb/parser/block"
)

// flow is a sequence of paragraphs and tables being built: the body, or what
// stands in a text box outside tables.
type flow struct {
	outer   *flow
	boxed   []*block.Table // tables of a text box, which stand behind its paragraph
	base    int            // depth of tables around the text box being read in a cell
	open    []*openTable   // the innermost last
	text    *strings.Builder
	runs    []block.Run
	para    *block.Paragraph
	unkept  block.Paragraph // takes what is said of paragraphs in cells
	lines   int             // of the outermost cell
	content int             // bytes of text in it that are no numbers
	from    int             // length of text where the paragraph began
	joined  bool            // the mark of the paragraph before is deleted
	gap     bool            // a line break is due before the next text

	numbered string // the automatic number that stands right in front of the next text
}

// paragraph reads the text from a position up to a mark.
func (r *reader) paragraph(from uint32, m mark) {
	f := r.flow
	p := r.paragraphProperties(m.style, m.extra)
	depth := p.depth
	if depth > 0 {
		depth += f.base
	}
	switch {
	case p.depth > 0 && p.row:
		r.rowMark(from, m, &p, depth)
	case depth > 0:
		r.openTables(depth)
		r.passBookmarks(m.to)
		r.cellParagraph(from, m, &p)
		if m.char == charCellMark || p.cell {
			r.endCell(int(m.end))
		}
	case f.base > 0 || f.outer != nil:
		r.closeTables(f.base)
		r.boxLine(from, m, &p)
	default:
		r.bodyParagraph(from, m, &p)
	}
}

// bodyParagraph reads a paragraph outside tables. One whose mark was deleted
// with all its text is gone in the document as accepted.
func (r *reader) bodyParagraph(from uint32, m mark, p *properties) {
	f := r.flow
	r.closeTables(0)
	r.passBookmarks(m.to)
	r.spend(costParagraph)
	start := r.offset(from, m)
	f.para = &block.Paragraph{Start: start, End: max(start, int(m.end)), Style: p.style.name, TOC: p.style.toc}
	f.text, f.from, f.gap = new(strings.Builder), 0, false
	f.para.Number, f.numbered = r.listNumber(p.list, start, int(m.end)), ""
	r.spend(len(f.para.Number))
	deleted := r.inlines(from, m, p)
	f.para.Text = f.text.String()
	if deleted && f.para.Text == "" {
		f.para.Number = ""
	} else if !m.cut || f.para.Text != "" {
		r.doc.Blocks = append(r.doc.Blocks, block.Block{Paragraph: f.para})
	}
	for _, t := range f.boxed {
		r.doc.Blocks = append(r.doc.Blocks, block.Block{Table: t})
	}
	f.boxed = nil
}

// cellParagraph reads a paragraph of a cell as a line of its text.
func (r *reader) cellParagraph(from uint32, m mark, p *properties) {
	f := r.flow
	t := f.open[len(f.open)-1]
	r.beginCell(r.offset(from, m))
	if !f.joined {
		if f.lines > 0 {
			f.text.WriteByte('\n')
		}
		f.lines++
	}
	for _, t := range f.open {
		if t.cell != nil && t.cell.from < 0 {
			t.cell.from = f.text.Len()
		}
	}
	f.para, f.from, f.gap = &f.unkept, f.text.Len(), false
	r.putNumber(from, m, p)
	f.joined = r.inlines(from, m, p) && m.char == charParagraph && !p.cell
	t.cell.end = max(t.cell.start, int(m.end))
}

// boxLine reads a paragraph of a text box as a line behind the paragraph that
// holds it.
func (r *reader) boxLine(from uint32, m mark, p *properties) {
	r.flow.gap = true
	r.putNumber(from, m, p)
	r.inlines(from, m, p)
	r.flow.gap = true
}

// putNumber adds the automatic number of a paragraph to its text.
func (r *reader) putNumber(from uint32, m mark, p *properties) {
	f := r.flow
	f.numbered = r.listNumber(p.list, r.offset(from, m), int(m.end))
	if f.numbered == "" {
		return
	}
	r.add([]byte(f.numbered), r.offset(from, m), int(m.end))
	if r.lists.Look(int(p.list.override), int(p.list.level)).Close {
		f.numbered = ""
	}
}

// inlines reads the text of a paragraph and tells whether its mark is deleted,
// so that the next one joins it.
func (r *reader) inlines(from uint32, m mark, p *properties) (joined bool) {
	boxes := len(r.boxes)
	stop := m.to - 1
	if m.cut {
		stop = m.to
	}
	r.chunks(from, stop, p.style.look, r.putChunk)
	if !m.cut {
		c := r.characterOf(r.characters.find(m.at), m.extra, p.style.look)
		if joined = c.deleted; c.deleted || c.inserted {
			r.note(block.NoteTracked, "", int(m.at), int(m.end))
		}
	}
	r.endInstructions(int(m.end))
	r.textBoxes(boxes)
	return joined
}

// offset is where a paragraph that begins at a position and ends with a mark
// stands in the stream.
func (r *reader) offset(from uint32, m mark) int {
	if p := r.pieceAt(from); p != nil && from >= p.from {
		return int(p.offset(from))
	}
	return int(m.at)
}
