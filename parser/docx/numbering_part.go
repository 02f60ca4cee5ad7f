package docx

import "strconv"

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
	var s scanner
	s.reset(name, src, r.limits.Depth)
	n.read(&s)
	if s.err != nil {
		r.failWith(s.err)
	}
}

func newNumbering() *numbering {
	return &numbering{map[int]*abstractList{}, map[int]*list{}, map[string]int{}}
}

func (n *numbering) read(s *scanner) {
	for s.next() != tokenEOF {
		if len(s.stack) != 2 {
			continue
		}
		switch s.el {
		case elAbstractNum:
			if id, ok := s.whole("abstractNumId"); ok {
				n.abstracts[id] = n.readAbstract(s, id)
			}
		case elNum:
			if id, ok := s.whole("numId"); ok {
				n.lists[id] = readList(s)
			}
		}
	}
}

// whole is an attribute that holds a whole number.
func (s *scanner) whole(attribute string) (int, bool) {
	v, _ := s.attribute(attribute)
	n, err := strconv.Atoi(string(v))
	return n, err == nil
}

func (n *numbering) readAbstract(s *scanner, id int) *abstractList {
	a := new(abstractList)
	for i := range a.levels {
		a.levels[i].restart = -1
	}
	for depth := len(s.stack); s.within(depth); {
		switch s.el {
		case elLvl:
			i, ok := s.whole("ilvl")
			if lvl := readLevel(s); ok && i >= 0 && i < levels {
				a.levels[i] = lvl
			}
		case elNumStyleLink:
			a.styled = string(s.val())
		case elStyleLink:
			n.styles[string(s.val())] = id
		}
	}
	return a
}

func readLevel(s *scanner) level {
	l := level{format: "decimal", restart: -1, defined: true}
	for depth := len(s.stack); s.within(depth); {
		switch s.el {
		case elStart:
			l.start, _ = s.number()
			l.start = max(l.start, 0)
		case elNumFmt:
			l.format = string(s.val())
		case elLvlText:
			l.text = string(s.val())
			l.text = l.text[:runesWithin(l.text, maxLevelText)]
		case elLvlRestart:
			l.restart, _ = s.number()
		case elIsLgl:
			l.legal = s.flag()
		case elPStyle:
			l.style = string(s.val())
		case elPPr, elRPr:
			s.skip()
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

func readList(s *scanner) *list {
	l := new(list)
	for i := range l.start {
		l.start[i] = -1
	}
	for depth := len(s.stack); s.within(depth); {
		switch s.el {
		case elAbstractNumID:
			l.abstract, _ = s.number()
		case elLvlOverride:
			i, ok := s.whole("ilvl")
			start, lvl := readOverride(s)
			if ok && i >= 0 && i < levels {
				l.start[i], l.levels[i] = start, lvl
			}
		}
	}
	return l
}

// readOverride reads a w:lvlOverride (§17.9.8).
func readOverride(s *scanner) (start int, lvl *level) {
	start = -1
	for depth := len(s.stack); s.within(depth); {
		switch s.el {
		case elStartOverride:
			start, _ = s.number()
		case elLvl:
			l := readLevel(s)
			lvl = &l
		}
	}
	return start, lvl
}
