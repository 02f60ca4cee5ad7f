package docx

import (
	"jxmb/parser/block"
	"jxmb/parser/ooxml"
	"strconv"
)

// bookmarkStart opens a range (§17.13.6.2). Names stay as they are; a second
// one of the same name is kept and noted, since which was meant cannot be
// told.
func (r *reader) bookmarkStart() {
	value, _ := r.Attribute("name")
	id, _ := r.Attribute("id")
	name := r.Unescape(value)
	if name == "" || name == "_GoBack" { // _GoBack: where the cursor was, made by Word itself
		return
	}
	if r.open == nil {
		r.open, r.names = map[string]int{}, map[string]bool{}
	}
	r.spend(costBookmark + 2*len(name))
	if r.names[name] {
		r.note(block.NoteBookmarkTwice, []byte(name), r.Start, r.Pos)
	}
	at := block.Position{Block: len(r.doc.Blocks), Offset: r.Start}
	r.names[name] = true
	r.open[string(id)] = len(r.doc.Bookmarks)
	first, last := r.bookmarkColumn("colFirst"), r.bookmarkColumn("colLast")
	if first < 0 || last < first {
		first, last = -1, -1
	}
	r.doc.Bookmarks = append(r.doc.Bookmarks, block.Bookmark{Name: name, Start: at, End: at, ColFirst: first, ColLast: last})
}

// bookmarkColumn is one of the table columns of a range (§17.13.6.2 colFirst,
// colLast), -1 where there is none.
func (r *reader) bookmarkColumn(attribute string) int {
	value, ok := r.Attribute(attribute)
	if n, err := strconv.Atoi(string(value)); ok && err == nil && n >= 0 {
		return n
	}
	return -1
}

// bookmarkEnd closes the range of the same id (§17.13.6.1); ends without a
// start mean nothing.
func (r *reader) bookmarkEnd() {
	id, _ := r.Attribute("id")
	i, ok := r.open[string(id)]
	if !ok {
		return
	}
	delete(r.open, string(id))
	b := &r.doc.Bookmarks[i]
	b.Closed = true
	b.End = block.Position{Block: len(r.doc.Blocks), Offset: r.Start}
}

// noteOpenBookmarks reports starts without an end. The first edition of
// ECMA-376 has them ignored, ISO/IEC 29500-1 calls the document
// non-conformant; the name still says where something begins.
func (r *reader) noteOpenBookmarks() {
	for i := range r.doc.Bookmarks {
		b := &r.doc.Bookmarks[i]
		if b.Closed {
			continue
		}
		r.spend(costNote)
		r.doc.Notes = append(r.doc.Notes, block.Note{
			Kind: block.NoteBookmarkOpen, Text: ooxml.Shown([]byte(b.Name)), Count: 1, Start: b.Start.Offset, End: b.Start.Offset,
		})
	}
}
