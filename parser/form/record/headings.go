package record

import (
	"strings"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/form/label"
)

// Heading is a paragraph or bookmark that opens a part of the submission: the
// tables of a project, or a section of the narrative.
type Heading struct {
	Block    int
	Title    string // the paragraph, verbatim, its automatic number before it
	Bookmark string
	Outline  label.Field // section of the narrative, fieldSection for an unknown one; NoField for the tables of a project
	used     bool
	style    string // of the paragraph, to tell chapters from their parts
	repeats  bool   // the title of the form above, printed once more
}

// Bookmarks that the budget system's export sets: _Toc_2_2_… at the sections
// of the narrative, _Toc_4_4_… at the tables of the projects. Bookmarks that
// Word sets for a contents list are named _Toc and digits.
const (
	bookmarkSystem  = "_Toc_"
	bookmarkProject = "_Toc_4_4_"
	bookmarkOutline = "_Toc_2_2_"
)

// findHeadings finds the headings of the document in order.
func (r *Gathering) findHeadings() {
	marks := r.Doc.Bookmarks
	next := 0
	for i := range r.Doc.Blocks {
		name := ""
		for next < len(marks) && marks[next].Start.Block <= i {
			if marks[next].Start.Block == i {
				name = betterBookmark(name, marks[next].Name)
			}
			next++
		}
		if h, ok := r.headingAt(i, name); ok {
			r.Headings = append(r.Headings, h)
			if h.Bookmark != "" {
				if r.marks == nil {
					r.marks = map[string]bool{}
				}
				r.marks[h.Bookmark] = true
			}
		}
	}
}

// betterBookmark prefers the bookmark of the budget system, then that of a
// contents list, then the first.
func betterBookmark(a, b string) string {
	for _, prefix := range [...]string{bookmarkSystem, "_Toc", ""} {
		switch {
		case a != "" && strings.HasPrefix(a, prefix):
			return a
		case strings.HasPrefix(b, prefix):
			return b
		}
	}
	return b
}

// headingAt says whether block i is a heading; mark is the bookmark that
// starts in it.
func (r *Gathering) headingAt(i int, mark string) (Heading, bool) {
	h := Heading{Block: i, Bookmark: mark}
	p := r.Doc.Blocks[i].Paragraph
	system := strings.HasPrefix(mark, bookmarkProject)
	switch {
	case system && r.markedBefore(mark, p):
		return h, false
	case p == nil:
		return h, system // the table itself is marked
	case p.TOC:
		return h, false
	case label.Blank(p.Text):
		return h, system
	}
	h.Title, h.style = label.Trim(p.Number+p.Text), p.Style
	if len(p.Text) > 4*label.MaxBytes {
		return h, false
	}
	if !system {
		h.Outline = r.section(p, mark)
	}
	return h, system || h.Outline != label.NoField || r.IsTitle(p.Text)
}

// markedBefore says whether a bookmark marks an earlier place as well: the first
// one counts, unless a title stands here.
func (r *Gathering) markedBefore(mark string, p *block.Paragraph) bool {
	return r.marks[mark] && (p == nil || !r.IsTitle(p.Text))
}

// section is the section of the narrative that a paragraph opens by its text
// or, as one that is not known, by the bookmark that starts in it.
func (r *Gathering) section(p *block.Paragraph, mark string) label.Field {
	if f := r.outlineHeading(p); f != label.NoField || !strings.HasPrefix(mark, bookmarkOutline) {
		return f
	}
	return label.Section
}

// outlineHeading is the section of the narrative that a paragraph opens.
func (r *Gathering) outlineHeading(p *block.Paragraph) label.Field {
	if len(p.Text) > label.MaxBytes {
		return label.NoField
	}
	e, _ := r.words.Lookup(p.Text)
	m := e.In(label.InOutline, "")
	if m == nil || m.Field > label.Measures {
		return label.NoField
	}
	return m.Field
}

// IsTitle says whether text is the title of a form: it ends, but for a bracket,
// in a word such as 绩效目标表, which occurs in it once. A line of a contents
// list ends in a page number, and two of them run together hold the word twice.
func (r *Gathering) IsTitle(text string) bool {
	if len(text) > 4*label.MaxBytes || !strings.Contains(text, "绩") || label.Length(text) > 120 {
		return false
	}
	var buf [8 * label.MaxBytes]byte
	s := label.AppendNormal(buf[:0], text)
	for {
		base, _, ok := label.CutNote(s)
		if !ok {
			break
		}
		s = base
	}
	title := string(s)
	for _, word := range r.endings {
		if strings.HasSuffix(title, word) {
			return strings.Count(title, word) == 1
		}
	}
	return false
}

// over says whether h is the title of a chapter, or of the document, that next
// stands in: next is of another style, or its number is not the one behind.
func (h *Heading) over(next *Heading) bool {
	if strings.HasPrefix(h.Bookmark, bookmarkProject) || next.Outline != label.NoField {
		return false
	}
	own, numbered := label.LeadingNumber(h.Title)
	its, follows := label.LeadingNumber(next.Title)
	if numbered != follows || own.Style != its.Style {
		return true
	}
	if numbered {
		return its.Value <= own.Value
	}
	return h.style != next.style
}

// PlaceOf is the place of a heading.
func (r *Gathering) PlaceOf(h *Heading) model.Origin {
	o := model.Origin{Part: r.Doc.Part, Bookmark: h.Bookmark}
	switch b := r.Doc.Blocks[h.Block]; {
	case b.Paragraph != nil:
		o.Start, o.End = b.Paragraph.Start, b.Paragraph.End
		o.Sheet, o.Cell = b.Paragraph.Area.Place(0, 0)
	case b.Table != nil:
		o.Table, o.Start, o.End = b.Table.Index, b.Table.Start, b.Table.End
		o.Sheet, o.Cell = b.Table.Area.Place(0, 0)
	}
	return o
}
