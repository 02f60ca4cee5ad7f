package doc

import (
	"strings"

	"jxmb/parser/block"
	"jxmb/parser/msword"
	"jxmb/parser/ooxml"
)

// asides are footnotes, endnotes or comments: where they are referred to, and
// which part of their story is the text of each.
type asides struct {
	char        rune
	refs, texts plc
	story       int
}

// Sizes of what a reference says ([MS-DOC] §2.8.18 PlcffndRef, §2.8.7
// PlcfandRef).
const (
	noteRefSize    = 2
	commentRefSize = 30
)

// aside notes the text that a character refers to: it belongs to a cell and to
// none of its fields. Beside the tables it is left alone.
func (r *reader) aside(c *chunk, char rune, cp uint32) {
	if r.place() == nil || c.unseen() || c.deleted || !c.special {
		return
	}
	if r.asides == nil {
		r.asides = []asides{
			{charNoteRef, readPLC(r.structure(pairFootnoteRefs), noteRefSize), readPLC(r.structure(pairFootnotes), 0), storyFootnotes},
			{charNoteRef, readPLC(r.structure(pairEndnoteRefs), noteRefSize), readPLC(r.structure(pairEndnotes), 0), storyEndnotes},
			{charComment, readPLC(r.structure(pairCommentRefs), commentRefSize), readPLC(r.structure(pairComments), 0), storyComments},
		}
	}
	for i := range r.asides {
		a := &r.asides[i]
		n := a.refs.find(cp)
		if a.char != char || n < 0 || n >= a.texts.n {
			continue
		}
		base, _ := r.fib.story(a.story)
		if lines, _ := r.sideText(base+a.texts.from(n), base+a.texts.to(n)); len(lines) > 0 {
			r.note(block.NoteAside, strings.Join(lines, " "), int(c.at), int(c.end))
		}
		return
	}
}

// maxSideText bounds the characters read of one text beside the body.
const maxSideText = 4096

// sideText is the text of a range beside the body, a line a paragraph, and
// whether a table stands in it.
func (r *reader) sideText(from, to uint32) (lines []string, table bool) {
	var line []byte
	var in sideFields
	end := func() {
		if text := strings.TrimSpace(string(line)); text != "" {
			lines = append(lines, text)
		}
		line = line[:0]
	}
	r.chunks(from, min(to, from+maxSideText), look{}, func(c *chunk) {
		if c.deleted {
			return
		}
		for _, u := range string(r.appendText(nil, c)) {
			switch {
			case in.pass(u):
			case u == charParagraph, u == charCellMark, u == charPageBreak:
				table = table || u == charCellMark
				end()
			case u == charLineBreak:
				line = append(line, ' ')
			case u == charTab || u >= ' ':
				line = append(line, string(u)...)
			}
		}
	})
	end()
	return lines, table
}

// sideFields counts the fields that are open: those whose instruction is being
// read, and those whose result is.
type sideFields struct{ instructions, results int }

// pass takes a character that is no text: one of a field's own, or of its
// instruction.
func (f *sideFields) pass(u rune) bool {
	switch {
	case u == charFieldBegin:
		f.instructions++
	case u == charFieldMiddle && f.instructions > 0:
		f.instructions--
		f.results++
	case u == charFieldEnd && f.results > 0:
		f.results--
	case u == charFieldEnd && f.instructions > 0:
		f.instructions--
	default:
		return f.instructions > 0
	}
	return true
}

// maxMargins bounds the headers and footers that are read: three of each for
// every section.
const maxMargins = 64

// separators are the stories of lines above footnotes and endnotes, which stand
// before those of the first section ([MS-DOC] §2.3.3).
const separators = 6

// margins reads the text of headers and footers, where some producers put the
// line with the money unit, and the first rows of a table that goes over pages.
func (r *reader) margins() {
	base, end := r.fib.story(storyHeaders)
	stories := readPLC(r.structure(pairHeaders), 0)
	var margins block.Margins
	for i := separators; i < min(stories.n, separators+maxMargins) && r.err == nil; i++ {
		from, to := base+stories.from(i), base+stories.to(i)
		if from < base || to > end {
			continue
		}
		lines, table := r.sideText(from, to)
		for _, line := range lines {
			text := ooxml.Shown([]byte(line))
			if !msword.PageNumber(text) && r.doc.AddMargin(&margins, text, table) {
				r.spend(len(text))
			}
		}
	}
	r.doc.NoteMargins(margins, ooxml.Shown)
}
