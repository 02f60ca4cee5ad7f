package docx

import (
	"jxmb/model"
	"jxmb/parser/msword"
	"jxmb/parser/ooxml"
)

// style is what is read of a w:style (ISO/IEC 29500-1 §17.7.4.17).
type style struct {
	id    string
	based string // w:basedOn
	list  listRef
	owner string // id of the style that list comes from
	look  look
	toc   bool
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
		if s == nil {
			break
		}
		all.look = all.look.over(s.look)
		if !all.list.numSet && s.list.numSet {
			all.list.num, all.list.numSet, all.owner = s.list.num, true, id
		}
		if !all.list.levelSet && s.list.levelSet {
			all.list.level, all.list.levelSet = s.list.level, true
		}
		all.toc = all.toc || s.toc
		id = s.based
	}
	return all
}

func (r *reader) loadStyles() {
	r.side.styles, r.side.resolved = map[string]*style{}, map[string]style{}
	name, src, err := r.side.part("styles")
	if err != nil {
		r.failWith(err)
		return
	}
	if src == nil {
		return
	}
	var s ooxml.Scanner
	s.Reset(name, src, r.limits.Depth)
	for s.Next() != ooxml.EOF {
		if s.El == ooxml.ElStyle && s.Depth() == 2 {
			id, _ := s.Attribute("styleId")
			r.side.styles[s.Unescape(id)] = readStyle(&s)
		}
	}
	if s.Err != nil {
		r.failWith(s.Err)
	}
}

func readStyle(s *ooxml.Scanner) *style {
	st := new(style)
	for depth := s.Depth(); s.Within(depth); {
		switch s.El {
		case ooxml.ElName:
			st.toc = msword.TocStyle(string(s.Val()))
		case ooxml.ElBasedOn:
			st.based = string(s.Val())
		case ooxml.ElPPr:
			st.list = readParaProps(s).list
		case ooxml.ElRPr:
			st.look = readRunProps(s).look
		}
	}
	return st
}

// failWith ends the scan of the main part with an error of another one.
func (r *reader) failWith(err error) {
	if e, ok := err.(*model.Fault); ok {
		r.Fail(e)
	}
}
