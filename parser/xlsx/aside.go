package xlsx

import (
	"strings"

	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// annotator is the author of the comments that findings are written into a
// workbook as. They are no one's words about the submission.
const annotator = "jxmb"

// threaded begins the name of the author that Excel gives to the copy of a
// threaded comment, whose text says that it is one.
const threaded = "tc="

// readComments notes the comments at cells (§18.7) and the threads of comments
// ([MS-XLSX] §2.6.207). Those that cannot be read say nothing: no submission is
// refused for them.
func (w *worksheet) readComments(links []ooxml.Relationship) {
	for _, name := range ooxml.FindAll(links, "comments") {
		w.comments(name, "comment", func(author string) bool { return author != annotator && !strings.HasPrefix(author, threaded) })
	}
	for _, name := range ooxml.FindAll(links, "threadedComment") {
		w.comments(name, "threadedComment", func(string) bool { return true })
	}
}

// comments notes those of a part whose author counts.
func (w *worksheet) comments(name, element string, counts func(author string) bool) {
	src, err := w.book.file.Small(name)
	if src == nil || err != nil {
		return
	}
	var s ooxml.Scanner
	s.Reset(name, src, w.book.budget.limits.Depth)
	var authors []string
	for s.Next() != ooxml.EOF && w.book.budget.result > 0 {
		if s.Depth() < 2 {
			continue
		}
		switch string(s.LocalName()) {
		case "author":
			text, _ := characters(&s)
			authors = append(authors, text)
		case element:
			author := ""
			if i, known := s.Whole("authorId"); known && i >= 0 && i < len(authors) {
				author = authors[i]
			}
			w.comment(&s, counts(author))
		}
	}
}

// comment reads the comment whose start tag was met last, and notes it where it
// counts.
func (w *worksheet) comment(s *ooxml.Scanner, counts bool) {
	ref, _ := s.Attribute("ref")
	row, column, ok := parseCell(ref)
	if text := commentText(s); ok && counts && text != "" {
		w.noteCell(block.Note{Kind: block.NoteAside, Text: text}, w.cellAt(int32(row), int32(column)))
	}
}

// commentText is the text of a comment on one line: its rich text, or the plain
// one of a thread.
func commentText(s *ooxml.Scanner) string {
	var words []string
	for depth := s.Depth(); s.Within(depth); {
		if string(s.LocalName()) != "text" {
			continue
		}
		from := *s
		t := readRich(&from)
		if t.text == "" {
			t.text, _ = characters(s)
		} else {
			*s = from
		}
		words = append(words, strings.Fields(t.text)...)
	}
	return strings.Join(words, " ")
}

// cellAt is the cell at a place as far as it is known: a blank one has no bytes.
func (w *worksheet) cellAt(row, column int32) cell {
	return cell{row: row, column: column, start: w.base, end: w.base}
}
