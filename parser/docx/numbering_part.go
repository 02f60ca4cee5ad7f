package docx

import "jxmb/parser/ooxml"

// loadNumbering reads the numbering part (ISO/IEC 29500-1 §17.9.16) once a
// paragraph needs it.
func (r *reader) loadNumbering() {
	n := newNumbering()
	r.side.numbering = n
	name, src, err := r.side.part("numbering")
	if err != nil {
		r.failWith(err)
		return
	}
	if src == nil {
		return
	}
	var s ooxml.Scanner
	s.Reset(name, src, r.limits.Depth)
	n.read(&s)
	if s.Err != nil {
		r.failWith(s.Err)
	}
}

func newNumbering() *numbering {
	return &numbering{map[int]*abstractList{}, map[int]*list{}, map[string]int{}}
}

func (n *numbering) read(s *ooxml.Scanner) {
	for s.Next() != ooxml.EOF {
		if s.Depth() != 2 {
			continue
		}
		switch s.El {
		case ooxml.ElAbstractNum:
			if id, ok := s.Whole("abstractNumId"); ok {
				n.abstracts[id] = n.readAbstract(s, id)
			}
		case ooxml.ElNum:
			if id, ok := s.Whole("numId"); ok {
				n.lists[id] = readList(s)
			}
		}
	}
}

func (n *numbering) readAbstract(s *ooxml.Scanner, id int) *abstractList {
	a := new(abstractList)
	for i := range a.levels {
		a.levels[i].restart = -1
	}
	for depth := s.Depth(); s.Within(depth); {
		switch s.El {
		case ooxml.ElLvl:
			i, ok := s.Whole("ilvl")
			if lvl := readLevel(s); ok && i >= 0 && i < levels {
				a.levels[i] = lvl
			}
		case ooxml.ElNumStyleLink:
			a.styled = string(s.Val())
		case ooxml.ElStyleLink:
			n.styles[string(s.Val())] = id
		}
	}
	return a
}

func readLevel(s *ooxml.Scanner) level {
	l := level{format: "decimal", restart: -1, defined: true}
	for depth := s.Depth(); s.Within(depth); {
		switch s.El {
		case ooxml.ElStart:
			l.start, _ = s.Number()
			l.start = max(l.start, 0)
		case ooxml.ElNumFmt:
			l.format = string(s.Val())
		case ooxml.ElLvlText:
			l.text = string(s.Val())
			l.text = l.text[:runesWithin(l.text, maxLevelText)]
		case ooxml.ElLvlRestart:
			l.restart, _ = s.Number()
		case ooxml.ElIsLgl:
			l.legal = s.Flag()
		case ooxml.ElPStyle:
			l.style = string(s.Val())
		case ooxml.ElPPr, ooxml.ElRPr:
			s.Skip()
		}
	}
	return l
}

// runesWithin is the length of the longest prefix of s of at most n bytes that
// cuts no rune.
func runesWithin(s string, n int) int {
	if len(s) <= n {
		return len(s)
	}
	for n > 0 && s[n]&0xc0 == 0x80 {
		n--
	}
	return n
}

func readList(s *ooxml.Scanner) *list {
	l := new(list)
	for i := range l.start {
		l.start[i] = -1
	}
	for depth := s.Depth(); s.Within(depth); {
		switch s.El {
		case ooxml.ElAbstractNumID:
			l.abstract, _ = s.Number()
		case ooxml.ElLvlOverride:
			i, ok := s.Whole("ilvl")
			start, lvl := readOverride(s)
			if ok && i >= 0 && i < levels {
				l.start[i], l.levels[i] = start, lvl
			}
		}
	}
	return l
}

// readOverride reads a w:lvlOverride (§17.9.8).
func readOverride(s *ooxml.Scanner) (start int, lvl *level) {
	start = -1
	for depth := s.Depth(); s.Within(depth); {
		switch s.El {
		case ooxml.ElStartOverride:
			start, _ = s.Number()
		case ooxml.ElLvl:
			l := readLevel(s)
			lvl = &l
		}
	}
	return start, lvl
}
