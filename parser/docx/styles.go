package docx

import (
	"jxmb/model"
	"jxmb/parser/msword"
	"jxmb/parser/ooxml"
)

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
	if r.side.styles == nil {
		r.loadStyles()
	}
	if s, ok := r.side.resolved[string(id)]; ok {
		return s
	}
	s := r.side.inherited(string(id))
	if r.side.styles[s.id] != nil {
		r.side.resolved[s.id] = s
	}
	return s
}

// inherited follows the chain of w:basedOn (§17.7.4.3).
func (p *sideParts) inherited(id string) style {
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
	if p == nil {
		return look{}
	}
	return p.defaults
}

func (r *reader) loadStyles() {
	r.side.styles, r.side.resolved = map[string]*style{}, map[string]style{}
	if err := r.side.scan("styles", r.limits.Depth, r.side.readStyles); err != nil {
		r.failWith(err)
	}
}

func (p *sideParts) readStyles(s *ooxml.Scanner) {
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
func (p *sideParts) keep(s *style) {
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
