package doc

import (
	"bytes"
	"encoding/binary"
	"sort"
)

// mark is where a paragraph ends: its paragraph mark, cell mark, row mark or
// section mark.
type mark struct {
	to    uint32 // character position behind it
	at    uint32 // its offset in the stream
	end   uint32 // offset behind it
	char  uint16
	cut   bool // the text ends without one
	style span // formatting
	extra []byte
}

// Characters that are no text ([MS-DOC] §2.4.1, §2.6.1 sprmCFSpec).
const (
	charPicture     = 0x01
	charNoteRef     = 0x02
	charComment     = 0x05
	charCellMark    = 0x07
	charDrawing     = 0x08
	charTab         = 0x09
	charLineBreak   = 0x0b
	charPageBreak   = 0x0c // or the end of a section
	charParagraph   = 0x0d
	charColumn      = 0x0e
	charFieldBegin  = 0x13
	charFieldMiddle = 0x14
	charFieldEnd    = 0x15
	charHardHyphen  = 0x1e
	charSoftHyphen  = 0x1f
	charSymbol      = '('
)

// pieceAt is the piece that holds a position, or the next one behind it; nil
// behind the last.
func (r *reader) pieceAt(cp uint32) *piece {
	if i := r.piece; i < len(r.pieces) && r.pieces[i].from <= cp && cp < r.pieces[i].to {
		return &r.pieces[i]
	}
	i := sort.Search(len(r.pieces), func(i int) bool { return r.pieces[i].to > cp })
	if i == len(r.pieces) {
		return nil
	}
	r.piece = i
	return &r.pieces[i]
}

// mark finds the end of the paragraph that begins at a position (§2.4.2). The
// text of a story that has lost its last mark ends it.
func (r *reader) mark(from, to uint32) (m mark, ok bool) {
	for cp := from; cp < to; {
		p := r.pieceAt(cp)
		if p == nil || p.from >= to {
			break
		}
		cp = max(cp, p.from)
		stop := min(p.to, to)
		if at, found := r.markIn(p, cp, stop); found {
			m := mark{to: at + 1, at: p.offset(at), end: p.offset(at) + p.width, extra: p.extra}
			m.char = p.unit(r.stream, m.at)
			m.style = r.paragraphs.find(m.at)
			return m, true
		}
		m = mark{to: stop, at: p.offset(stop-1) + p.width, end: p.offset(stop-1) + p.width, cut: true, extra: p.extra}
		m.style = r.paragraphs.find(p.offset(stop - 1))
		cp, ok = stop, true
	}
	return m, ok
}

// markIn finds the first mark of a piece from cp up to stop.
func (r *reader) markIn(p *piece, cp, stop uint32) (at uint32, found bool) {
	for ; cp < stop; cp++ {
		at, ok := p.nextControl(r.stream, cp, stop)
		if !ok {
			return 0, false
		}
		cp = at
		switch offset := p.offset(cp); p.unit(r.stream, offset) {
		case charParagraph, charCellMark:
			return cp, true
		case charPageBreak: // a section ends a paragraph, a page within one does not
			if r.paragraphs.find(offset).to == offset+p.width {
				return cp, true
			}
		}
	}
	return 0, false
}

// nextControl is the first position of a piece from cp up to stop that holds one
// of the characters a paragraph may end with.
func (p *piece) nextControl(stream []byte, cp, stop uint32) (at uint32, found bool) {
	from, to := p.offset(cp), p.offset(stop)
	text := stream[from:to]
	if p.width == 1 {
		i := bytes.IndexAny(text, "\x07\x0c\x0d")
		return cp + uint32(max(i, 0)), i >= 0
	}
	for i := 0; i+1 < len(text); i += 2 {
		if c := text[i]; c >= charCellMark && c <= charParagraph && text[i+1] == 0 {
			switch binary.LittleEndian.Uint16(text[i:]) {
			case charParagraph, charCellMark, charPageBreak:
				return cp + uint32(i/2), true
			}
		}
	}
	return 0, false
}
