package doc

import "encoding/binary"

// listRef names the level of a list that a paragraph belongs to.
type listRef struct {
	override uint16 // sprmPIlfo: 1-based index into the overrides, 0 none
	level    uint8  // sprmPIlvl
}

// maxOverride is the last index of an override; above it stand those of lists of
// earlier versions of Word ([MS-DOC] §2.6.2 sprmPIlfo).
const maxOverride = 0x07fe

// read takes up the list of Prls.
func (l *listRef) read(b []byte) {
	p := prls{rest: b}
	for p.next() {
		l.apply(&p)
	}
}

func (l *listRef) apply(p *prls) {
	switch p.code {
	case sprmPIlfo:
		l.override = p.short()
	case sprmPIlvl:
		l.level = p.byte()
	}
}

// properties is what is read of a paragraph's formatting.
type properties struct {
	style *style
	list  listRef
	depth int // of tables around it
	row   bool
	cell  bool     // the paragraph ends a cell of an inner table
	table [][]byte // where the Prls of a row stand
}

// maxDepth bounds tables in tables.
const maxDepth = 64

// paragraphProperties adds up the formatting of a paragraph: that of its style,
// that of its own mark, and that of the piece (§2.4.6.1).
func (r *reader) paragraphProperties(s span, extra []byte) properties {
	var p properties
	p.style = r.styles.at(s.style)
	p.list = p.style.list
	inTable, depth := false, -1
	r.applyParagraph(&p, s.prls, &inTable, &depth)
	if r.share(extra) {
		r.applyParagraph(&p, extra, &inTable, &depth)
	}
	switch {
	case depth >= 0:
		p.depth = min(depth, maxDepth)
	case inTable:
		p.depth = 1
	}
	return p
}

func (r *reader) applyParagraph(p *properties, b []byte, inTable *bool, depth *int) {
	all := prls{rest: b}
	for all.next() {
		switch all.code {
		case sprmPIstd:
			p.style = r.styles.at(all.short())
			p.list = p.style.list
		case sprmPFInTable:
			*inTable = all.byte() != 0
		case sprmPItap:
			*depth = max(int(int32(all.long())), 0)
		case sprmPDtap:
			*depth = max(*depth, 0) + int(int32(all.long()))
		case sprmPFTtp, sprmPFInnerTtp:
			p.row = p.row || all.byte() != 0
		case sprmPFInnerCell:
			p.cell = all.byte() != 0
		case sprmPHugePapx, sprmPHugePapxOld, sprmPTableProps:
			if more := r.farPrls(all.long()); more != nil && r.share(more) {
				r.applyFar(p, more, inTable, depth)
			}
		default:
			p.list.apply(&all)
		}
	}
	p.table = append(p.table, b)
}

// applyFar applies Prls of the Data stream, which refer to no others there.
func (r *reader) applyFar(p *properties, b []byte, inTable *bool, depth *int) {
	r.far++
	if r.far == 1 {
		r.applyParagraph(p, b, inTable, depth)
	}
	r.far--
}

// farPrls are Prls too many for a page of paragraphs: a PrcData (§2.9.210) at an
// offset of the Data stream.
func (r *reader) farPrls(at uint32) []byte {
	data := r.data()
	if uint64(at)+2 > uint64(len(data)) {
		return nil
	}
	size := int(binary.LittleEndian.Uint16(data[at:]))
	rest := data[at+2:]
	if size > len(rest) {
		return nil
	}
	return rest[:size]
}
