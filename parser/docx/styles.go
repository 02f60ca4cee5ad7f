package docx

import (
	"bytes"

	"jxmb/model"
	"jxmb/parser/msword"
	"jxmb/parser/ooxml"
)

// styleSheet is the part of styles. Nothing of it points into the part.
type styleSheet struct {
	src        []byte // it was read from, within depth
	depth      int
	styles     map[string]*style
	resolved   map[string]style // with what they inherit
	defaults   look             // w:docDefaults
	usual      string           // id of the style of paragraphs that name none, "" where there is none
	usualTable string           // the same for tables
}

// style is what is read of a w:style (ISO/IEC 29500-1 §17.7.4.17).
type style struct {
	id     string
	kind   string // w:type
	based  string // w:basedOn
	list   listRef
	owner  string // id of the style that list comes from
	look   look
	shaded bool        // of a table: something in it has a ground of its own
	parts  []tablePart // of a table
	toc    bool
	usual  bool // w:default: that of everything of its kind that names none
}

// tablePart is what a style of tables says of some cells (w:tblStylePr, §17.7.6.6).
type tablePart struct {
	of   string // ST_TblStyleOverrideType: firstRow, firstCol …
	look look
}

// maxBased bounds the chain of w:basedOn, which may be made to run in circles.
const maxBased = 32

// style gives a style with what it inherits; only its id where there is none.
func (r *reader) style(id []byte) style {
	if r.side == nil {
		return style{id: string(id)}
	}
	sheet := r.styleSheet()
	if s, ok := sheet.resolved[string(id)]; ok {
		return s
	}
	s := sheet.inherited(string(id))
	if sheet.styles[s.id] != nil {
		sheet.resolved[s.id] = s
	}
	return s
}

// inherited follows the chain of w:basedOn (§17.7.4.3).
func (p *styleSheet) inherited(id string) style {
	all := style{id: id}
	for n := 0; n < maxBased; n++ {
		s := p.styles[id]
		if s == nil || id == "" { // nothing is based on a style without an identifier
			break
		}
		all.look = all.look.over(s.look)
		if !all.list.numSet && s.list.numSet {
			all.list.num, all.list.numSet, all.owner = s.list.num, true, id
		}
		if !all.list.levelSet && s.list.levelSet {
			all.list.level, all.list.levelSet = s.list.level, true
		}
		all.toc, all.shaded = all.toc || s.toc, all.shaded || s.shaded
		all.parts = append(all.parts, s.parts...) // the nearest first
		id = s.based
	}
	return all
}

// defaultLook is the formatting of w:docDefaults.
func (p *sideParts) defaultLook() look {
	if p == nil || p.sheet == nil {
		return look{}
	}
	return p.sheet.defaults
}

// styleSheet reads the styles once. Those of the document before serve where the
// part is the same, as it often is among submissions.
func (r *reader) styleSheet() *styleSheet {
	if r.side.sheet != nil {
		return r.side.sheet
	}
	sheet := &styleSheet{depth: r.limits.Depth, styles: map[string]*style{}, resolved: map[string]style{}}
	r.side.sheet = sheet
	name, src, err := r.side.part("styles")
	if last := r.lastSheet; err == nil && last != nil && last.depth == sheet.depth && bytes.Equal(last.src, src) {
		r.side.sheet = last
		return last
	}
	if err == nil {
		err = scanPart(name, src, sheet.depth, sheet.read)
	}
	switch {
	case err != nil:
		r.failWith(err)
	case 0 < len(src) && len(src) <= keptSheet:
		sheet.src, r.lastSheet = src, sheet
	}
	return sheet
}

// keptSheet is the longest part of styles that is kept for the next document.
const keptSheet = 256 << 10

func (p *styleSheet) read(s *ooxml.Scanner) {
	for s.Next() != ooxml.EOF {
		switch {
		case s.Depth() != 2:
		case s.El == ooxml.ElStyle:
			p.keep(readStyle(s))
		case string(s.LocalName()) == "docDefaults":
			p.defaults = readDefaults(s)
		}
	}
}

// keep takes up a style; one that is the usual of its kind is that of
// everything that names none (§17.7.4.17 default).
func (p *styleSheet) keep(s *style) {
	p.styles[s.id] = s
	if s.usual {
		switch s.kind {
		case "paragraph":
			p.usual = s.id
		case "table":
			p.usualTable = s.id
		}
	}
}

// readDefaults reads the formatting of runs that w:docDefaults gives (§17.7.5.1).
func readDefaults(s *ooxml.Scanner) (l look) {
	for depth := s.Depth(); s.Within(depth); {
		if s.El == ooxml.ElRPr {
			l = readRunProps(s).look
		}
	}
	return l
}

func readStyle(s *ooxml.Scanner) *style {
	id, _ := s.Attribute("styleId")
	kind, _ := s.Attribute("type")
	usual, _ := s.Attribute("default")
	st := &style{id: s.Unescape(id), kind: string(kind), usual: isOn(usual)}
	for depth := s.Depth(); s.Within(depth); {
		switch s.El {
		case ooxml.ElName:
			st.toc = msword.TocStyle(string(s.Val()))
		case ooxml.ElBasedOn:
			st.based = string(s.Val())
		case ooxml.ElPPr:
			props := readParaProps(s)
			st.list, st.look.ground = props.list, props.ground
		case ooxml.ElRPr:
			st.look = readRunProps(s).look.over(st.look)
		case ooxml.ElTblStylePr:
			st.readPart(s)
		case ooxml.ElShd: // of the table or its cells
			st.shaded = st.shaded || readShading(s) != unsaid
		}
	}
	return st
}

// readPart reads a w:tblStylePr.
func (st *style) readPart(s *ooxml.Scanner) {
	of, _ := s.Attribute("type")
	p := tablePart{of: string(of)}
	for depth := s.Depth(); s.Within(depth); {
		switch s.El {
		case ooxml.ElRPr:
			p.look = readRunProps(s).look
		case ooxml.ElShd:
			st.shaded = st.shaded || readShading(s) != unsaid
		}
	}
	if p.look != (look{}) {
		st.parts = append(st.parts, p)
	}
}

// failWith ends the scan of the main part with an error of another one.
func (r *reader) failWith(err error) {
	if e, ok := err.(*model.Fault); ok {
		r.Fail(e)
	}
}
