package ooxml

import (
	"bytes"
	"encoding/binary"
)

// shape is a start tag from its name on, with its attributes' values left open: the
// tags of a document's paragraphs, rows and runs differ in the numbers of their revisions
// alone. A tag that has the same bytes outside the values, and in them neither a
// quote nor a "<", is read as that one was.
type shape struct {
	fixed []shapeWord // of the bytes outside the values, the last first: they tell most shapes apart
	open  []shapeWord // of those in the values
	size  int         // bytes
	name  int         // bytes of its name
	empty bool
}

// shapeWord is eight bytes of a shape, from an offset on. Those that mask has no
// bits of are not looked at.
type shapeWord struct {
	at          int
	mask, bytes uint64
}

// shapes are those met last, some for each hash of their first eight bytes. They hold
// nothing of the part they were met in and outlive it.
type shapes struct {
	kept    [shapeSets][shapeWays]shape
	next    [shapeSets]uint8 // to be replaced
	hits    int
	learned int
}

const (
	shapeSets = 16
	shapeWays = 4 // w:proofErr has four lengths
	maxShape  = 128
	// shapeTrial is how many shapes are learned before they must have proved useful.
	shapeTrial = 64
)

// set is where shapes that begin like src[from:] are kept.
func (*shapes) set(src []byte, from int) int {
	return int(binary.LittleEndian.Uint64(src[from:]) * 0x9e3779b97f4a7c15 >> 60)
}

// find is the shape of the tag whose name begins at from, nil where none fits.
func (sh *shapes) find(src []byte, from int) *shape {
	ways := &sh.kept[sh.set(src, from)]
	for i := range ways {
		if s := &ways[i]; s.size > 0 && from+s.size <= len(src) && s.fits(src[from:from+s.size]) {
			sh.hits++
			return s
		}
	}
	return nil
}

// fits tells whether a tag is of the shape.
func (s *shape) fits(tag []byte) bool {
	for i := range s.fixed {
		w := &s.fixed[i]
		if binary.LittleEndian.Uint64(tag[w.at:])&w.mask != w.bytes {
			return false
		}
	}
	for i := range s.open {
		w := &s.open[i]
		word := binary.LittleEndian.Uint64(tag[w.at:]) | ^w.mask
		quote, less := word^'"'*eachByte, word^'<'*eachByte
		if ((quote-eachByte)&^quote|(less-eachByte)&^less)&topBits != 0 {
			return false
		}
	}
	return true
}

// learn keeps the shape of a tag that has been read, unless it declares a namespace
// or shapes have not been of use so far.
func (sh *shapes) learn(src []byte, from, to, name int, empty bool) {
	tag := src[from:to]
	if len(tag) < 8 || len(tag) > maxShape || sh.learned > shapeTrial+sh.hits {
		return
	}
	if bytes.Contains(tag, []byte("xmlns")) || bytes.IndexByte(tag, '\'') >= 0 {
		return
	}
	set := sh.set(src, from)
	s := &sh.kept[set][sh.next[set]]
	sh.next[set] = (sh.next[set] + 1) % shapeWays
	sh.learned++
	*s = shape{fixed: s.fixed[:0], open: s.open[:0], size: len(tag), name: name, empty: empty}
	mask := outside(tag)
	for end := len(tag); end > 0; end -= 8 {
		at := max(end-8, 0)
		if fixed := binary.LittleEndian.Uint64(mask[at:]); fixed != 0 {
			s.fixed = append(s.fixed, shapeWord{at, fixed, binary.LittleEndian.Uint64(tag[at:]) & fixed})
		}
	}
	for i := 0; i < len(tag); {
		if mask[i] != 0 {
			i++
			continue
		}
		at := min(i, len(tag)-8)
		s.open = append(s.open, shapeWord{at: at, mask: ^binary.LittleEndian.Uint64(mask[at:])})
		i = at + 8
	}
}

// outside has all bits of the bytes of a tag that are in no value.
func outside(tag []byte) (mask [maxShape]byte) {
	inside := false
	for i, c := range tag {
		if c == '"' {
			inside = !inside
		}
		if !inside || c == '"' {
			mask[i] = 0xff
		}
	}
	return mask
}
