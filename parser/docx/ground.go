package docx

import (
	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// ground is what paragraphs stand on: the formatting that they take from their
// table and from the document's defaults, and the colour behind them.
type ground struct {
	style *style // of the table, nil where none has any formatting
	parts tableParts
	under look   // of the table, upon the defaults
	usual look   // of a paragraph that names no style, upon under
	paper colour // behind the text where nothing else is said
}

// tableProps is what is read of a w:tblPr (§17.4.60).
type tableProps struct {
	style  []byte
	ground colour // w:shd
	parts  tableParts
}

// tableParts are the parts of a table whose formatting in its style counts
// (w:tblLook, §17.4.56).
type tableParts struct{ firstRow, firstColumn bool }

func readTableProps(s *ooxml.Scanner) (p tableProps) {
	for depth := s.Depth(); s.Within(depth); {
		switch s.El {
		case ooxml.ElTblStyle:
			p.style = s.Val()
		case ooxml.ElShd:
			p.ground = readShading(s)
		case ooxml.ElTblLook:
			p.parts = readTableLook(s)
		}
	}
	return p
}

// readTableLook reads the bits of w:val, or the attributes that say them one by
// one.
func readTableLook(s *ooxml.Scanner) tableParts {
	const firstRow, firstColumn = 0x0020, 0x0080
	value, _ := s.Attribute("val")
	bits := hexBits(value)
	said := func(name string, bit int) bool {
		v, ok := s.Attribute(name)
		if !ok {
			return bits&bit != 0
		}
		return isOn(v)
	}
	return tableParts{said("firstRow", firstRow), said("firstColumn", firstColumn)}
}

// laid puts a table's formatting under its paragraphs.
func (r *reader) laid(p tableProps) {
	r.ground.style, r.parts = nil, p.parts
	shaded := false
	if r.side != nil {
		shaded = r.layStyle(p.style)
	}
	switch {
	case p.ground != unsaid:
		r.paper = p.ground
	case shaded:
		r.paper = untold
	}
}

// layStyle does so with its style, the usual one where it names none, and tells
// whether that colours anything.
func (r *reader) layStyle(id []byte) (shaded bool) {
	if len(id) == 0 {
		id = []byte(r.styleSheet().usualTable)
	}
	st := r.style(id)
	if len(st.parts) > 0 {
		own := st
		r.ground.style = &own
		r.notePartsUnread(&own)
	}
	r.lay(st.look)
	return st.shaded
}

// notePartsUnread says which parts of a table's style are left out: those that
// count from its end, or every other row.
func (r *reader) notePartsUnread(st *style) {
	for _, p := range st.parts {
		switch {
		case p.of == "firstRow" || p.of == "firstCol" || p.of == "wholeTable":
		case p.look.unseen(untold):
			r.note(block.NoteHidden, []byte(st.id+" "+p.of), r.Start, r.Pos)
		case p.look.struck():
			r.note(block.NoteStruck, []byte(st.id+" "+p.of), r.Start, r.Pos)
		}
	}
}

// layCell is the same for the cell that was placed last.
func (r *reader) layCell(g *grid, own colour) {
	if own != unsaid {
		r.paper = own
	}
	st := r.ground.style
	if st == nil {
		return
	}
	top := st.look
	for _, p := range st.parts {
		switch {
		case p.of == "wholeTable",
			p.of == "firstRow" && r.parts.firstRow && g.row == 0,
			p.of == "firstCol" && r.parts.firstColumn && r.column == 1:
			top = p.look.over(top)
		}
	}
	r.lay(top)
}

// lay puts formatting under the paragraphs that come next, and the style of
// those that name none upon it.
func (r *reader) lay(table look) {
	if r.side == nil {
		return
	}
	sheet := r.styleSheet()
	defaults := sheet.defaults
	r.under = table.upon(defaults, defaults)
	r.usual = r.style([]byte(sheet.usual)).look.upon(r.under, defaults)
}
