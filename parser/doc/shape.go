package doc

import (
	"encoding/binary"

	"jxmb/parser/block"
)

// shapes are the drawings of the main story ([MS-DOC] §2.4.8): where they are
// anchored, what text stands in them, which of them are pictures.
type shapes struct {
	anchors  plc                    // PlcfSpa (§2.8.37): a Spa (§2.9.253) begins with the identifier of the shape
	boxes    map[uint32][][2]uint32 // by the identifier of the shape or its group: ranges of the text
	group    map[uint32]uint32      // shape → the outermost group it is in
	pictures map[uint32]bool        // shapes and groups that show a picture
}

const (
	spaSize    = 26
	ftxbxsSize = 22 // FTXBXS (§2.9.100)
)

// Records of OfficeArt ([MS-ODRAW] §2.2): drawing, group, shape.
const (
	recordHeader     = 8
	recordContainer  = 0x0f // version of records that hold others
	recordGroup      = 0xf003
	recordShape      = 0xf00a
	recordProperties = 0xf00b
	propertyPicture  = 0x0104 // pib
	propertySize     = 6
	maxRecordDepth   = 32
)

func (r *reader) readShapes() *shapes {
	s := &shapes{
		anchors: readPLC(r.structure(pairShapes), spaSize),
		boxes:   map[uint32][][2]uint32{}, group: map[uint32]uint32{}, pictures: map[uint32]bool{},
	}
	s.readDrawings(r.structure(pairDrawings))
	base, end := r.fib.story(storyBoxes)
	texts := readPLC(r.structure(pairBoxes), ftxbxsSize)
	for i := range texts.n {
		box := texts.element(i)
		from, to := uint64(base)+uint64(texts.from(i)), uint64(base)+uint64(texts.to(i))
		if binary.LittleEndian.Uint16(box[8:]) != 0 || from >= to || to > uint64(end) { // fReusable: text of no shape
			continue
		}
		owner := s.owner(binary.LittleEndian.Uint32(box[14:]))
		s.boxes[owner] = append(s.boxes[owner], [2]uint32{uint32(from), uint32(to)})
	}
	return s
}

func (s *shapes) owner(id uint32) uint32 {
	if group, ok := s.group[id]; ok {
		return group
	}
	return id
}

// readDrawings reads an OfficeArtContent (§2.9.172): a container of what drawings
// share, then each drawing behind a byte that says which story it belongs to.
func (s *shapes) readDrawings(b []byte) {
	_, _, size, ok := record(b)
	if !ok {
		return
	}
	for b = b[recordHeader+size:]; len(b) > 1; {
		if _, _, size, ok = record(b[1:]); !ok {
			return
		}
		w := drawing{shapes: s}
		w.walk(b[1:1+recordHeader+size], 0)
		b = b[1+recordHeader+size:]
	}
}

// record reads the header of a record whose content lies in b.
func record(b []byte) (version, kind uint16, size int, ok bool) {
	if len(b) < recordHeader {
		return 0, 0, 0, false
	}
	length := binary.LittleEndian.Uint32(b[4:])
	if uint64(length) > uint64(len(b)-recordHeader) {
		return 0, 0, 0, false
	}
	return binary.LittleEndian.Uint16(b), binary.LittleEndian.Uint16(b[2:]), int(length), true
}

// drawing is the walk over one drawing. Its outermost group is the drawing
// itself, the groups in it are those that people make.
type drawing struct {
	*shapes
	groups int
	owner  uint32 // the group being read, 0 none
	shape  uint32
}

func (d *drawing) walk(b []byte, depth int) {
	for depth < maxRecordDepth {
		version, kind, size, ok := record(b)
		if !ok {
			return
		}
		content := b[recordHeader : recordHeader+size]
		switch {
		case kind == recordGroup:
			d.groups++
			d.walk(content, depth+1)
			if d.groups--; d.groups == 1 {
				d.owner = 0
			}
		case version&recordContainer == recordContainer:
			d.walk(content, depth+1)
		case kind == recordShape && size >= 4:
			d.shape = binary.LittleEndian.Uint32(content)
			if d.groups > 1 && d.owner == 0 { // the first of a group is the group
				d.owner = d.shape
			} else if d.owner != 0 {
				d.group[d.shape] = d.owner
			}
		case kind == recordProperties:
			d.properties(content, int(version>>4))
		}
		b = b[recordHeader+size:]
	}
}

// properties looks for a picture among n properties of a shape.
func (d *drawing) properties(b []byte, n int) {
	for i := 0; i < n && len(b) >= propertySize; i++ {
		if binary.LittleEndian.Uint16(b)&0x3fff == propertyPicture && binary.LittleEndian.Uint32(b[2:]) != 0 {
			d.pictures[d.shapes.owner(d.shape)] = true
		}
		b = b[propertySize:]
	}
}

// box is a text box that waits for its paragraph to end: it floats beside the
// text, and what stands around its anchor is one sentence.
type box struct{ from, to uint32 }

// drawing reads the anchor of a drawing at a position.
func (r *reader) drawing(c *chunk, cp uint32) {
	if c.unseen() || c.deleted || !c.special {
		return
	}
	if r.shapes == nil {
		r.shapes = r.readShapes()
	}
	i := r.shapes.anchors.find(cp)
	if i < 0 || c.to > r.fib.ccp[storyMain] {
		return
	}
	id := r.shapes.owner(binary.LittleEndian.Uint32(r.shapes.anchors.element(i)))
	for _, b := range r.shapes.boxes[id] {
		r.boxes = append(r.boxes, box{b[0], b[1]})
	}
	delete(r.shapes.boxes, id)
	if r.shapes.pictures[id] {
		r.fields.shown()
		r.note(block.NoteObject, "", int(c.at), int(c.end))
	}
}

// textBoxes reads the boxes put off since the paragraph began, as lines behind
// its own text. Their tables are nested in the cell around them; outside tables
// each is a block of its own behind the paragraph.
func (r *reader) textBoxes(from int) {
	if len(r.boxes) == from || r.err != nil {
		return
	}
	boxes := append([]box(nil), r.boxes[from:]...)
	r.boxes = r.boxes[:from]
	f := r.flow
	para, began, joined, base := f.para, f.from, f.joined, f.base
	for _, b := range boxes {
		if len(f.open) > 0 {
			f.base = len(f.open)
			r.story(b.from, b.to)
			f.base = base
		} else {
			r.flow = &flow{outer: f, text: f.text, para: f.para, from: f.from}
			r.story(b.from, b.to)
			f.boxed = append(f.boxed, r.flow.boxed...)
			r.flow = f
		}
		f.para, f.from, f.joined, f.gap = para, began, joined, true
	}
}
