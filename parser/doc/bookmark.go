package doc

import (
	"cmp"
	"encoding/binary"
	"slices"

	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// bookmarks are the named ranges of the text that have not been passed yet
// ([MS-DOC] §2.8.10 PlcfBkf, §2.8.12 PlcfBkl).
type bookmarks struct {
	starts []bookmarkStart
	ends   []bookmarkEnd
	names  map[string]bool // begun so far
}

type bookmarkStart struct {
	at       uint32
	name     string
	end      uint16 // index of its end in the table of ends
	colFirst int
	colLast  int
}

type bookmarkEnd struct {
	at    uint32
	index uint16
	of    int // index into Document.Bookmarks, plus one
}

const (
	maxBookmarks = 0x3ffb // §2.9.279 SttbfBkmk
	bytesOfAnBkf = 4
	bkfColumns   = 0x8000 // fCol of BKC (§2.9.13)
	cursor       = "_GoBack"
)

func (r *reader) readBookmarks() {
	names := readStrings(r.structure(pairBookmarks), maxBookmarks)
	from, to := readPLC(r.structure(pairBookmarkFrom), bytesOfAnBkf), readPLC(r.structure(pairBookmarkTo), 0)
	b := &r.bookmarks
	for i := range min(len(names), from.n) {
		if names[i] == "" || names[i] == cursor { // where the cursor was, made by Word itself
			continue
		}
		data := from.element(i)
		s := bookmarkStart{at: from.from(i), name: names[i], end: binary.LittleEndian.Uint16(data), colFirst: -1, colLast: -1}
		if bkc := binary.LittleEndian.Uint16(data[2:]); bkc&bkfColumns != 0 {
			s.colFirst, s.colLast = int(bkc&0x7f), int(bkc>>8&0x3f)-1
		}
		b.starts = append(b.starts, s)
	}
	for i := range min(to.n, maxBookmarks) {
		b.ends = append(b.ends, bookmarkEnd{at: to.from(i), index: uint16(i)})
	}
}

// passBookmarks places the bookmarks that begin or end before a position of the
// main story, in the block that is being read.
func (r *reader) passBookmarks(cp uint32) {
	b := &r.bookmarks
	if r.flow.outer != nil || r.flow.base > 0 {
		return
	}
	for len(b.starts) > 0 && b.starts[0].at < cp {
		r.startBookmark(&b.starts[0])
		b.starts = b.starts[1:]
	}
	for len(b.ends) > 0 && b.ends[0].at < cp {
		r.endBookmark(&b.ends[0])
		b.ends = b.ends[1:]
	}
}

func (r *reader) startBookmark(s *bookmarkStart) {
	at := r.position(s.at)
	r.spend(costBookmark + len(s.name))
	if r.bookmarks.names[s.name] {
		r.note(block.NoteBookmarkTwice, s.name, at.Offset, at.Offset)
	}
	if r.bookmarks.names == nil {
		r.bookmarks.names = map[string]bool{}
	}
	r.bookmarks.names[s.name] = true
	r.doc.Bookmarks = append(r.doc.Bookmarks, block.Bookmark{Name: s.name, Start: at, End: at, ColFirst: s.colFirst, ColLast: s.colLast})
	ends := r.bookmarks.ends
	if i, ok := slices.BinarySearchFunc(ends, s.end, func(e bookmarkEnd, index uint16) int { return cmp.Compare(e.index, index) }); ok {
		ends[i].of = len(r.doc.Bookmarks)
	}
}

func (r *reader) endBookmark(e *bookmarkEnd) {
	if e.of == 0 {
		return
	}
	b := &r.doc.Bookmarks[e.of-1]
	b.Closed = true
	b.End = r.position(e.at)
}

// position is a character position as a place in the document: in the block that
// is being read, which will be the next.
func (r *reader) position(cp uint32) block.Position {
	at := block.Position{Block: len(r.doc.Blocks)}
	if p := r.pieceAt(cp); p != nil {
		at.Offset = int(p.offset(max(cp, p.from)))
	}
	return at
}

// finishBookmarks closes those that end with the story and reports those that
// end nowhere.
func (r *reader) finishBookmarks() {
	r.passBookmarks(^uint32(0))
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
