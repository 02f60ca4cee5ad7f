package docx

import (
	"jxmb/parser/msword"
	"jxmb/parser/ooxml"
)

// loadNumbering reads the numbering part (ISO/IEC 29500-1 §17.9.16) once a
// paragraph needs it.
func (r *reader) loadNumbering() {
	n := msword.NewNumbering()
	r.side.numbering = n
	err := r.side.scan("numbering", r.limits.Depth, func(s *ooxml.Scanner) { readNumbering(s, n) })
	if err != nil {
		r.failWith(err)
	}
}

// maxLists bounds the lists and their definitions, of which each takes a KiB;
// Word itself ends at some two thousand.
const maxLists = 1 << 16

func readNumbering(s *ooxml.Scanner, n *msword.Numbering) {
	for s.Next() != ooxml.EOF {
		if s.Depth() != 2 {
			continue
		}
		if len(n.Abstracts)+len(n.Lists) > maxLists {
			s.Fail(ooxml.LimitFault(ooxml.LimitLists, maxLists, s.Part, int64(s.Start)))
			return
		}
		switch s.El {
		case ooxml.ElAbstractNum:
			if id, ok := s.Whole("abstractNumId"); ok {
				n.Abstracts[id] = readAbstract(s, n, id)
			}
		case ooxml.ElNum:
			if id, ok := s.Whole("numId"); ok {
				n.Lists[id] = readList(s)
			}
		}
	}
}

func readAbstract(s *ooxml.Scanner, n *msword.Numbering, id int) *msword.AbstractList {
	a := new(msword.AbstractList)
	for i := range a.Levels {
		a.Levels[i].Restart = -1
	}
	for depth := s.Depth(); s.Within(depth); {
		switch s.El {
		case ooxml.ElLvl:
			i, ok := s.Whole("ilvl")
			if lvl := readLevel(s); ok && i >= 0 && i < msword.Levels {
				a.Levels[i] = lvl
			}
		case ooxml.ElNumStyleLink:
			a.Styled = string(s.Val())
		case ooxml.ElStyleLink:
			n.Styles[string(s.Val())] = id
		}
	}
	return a
}

func readLevel(s *ooxml.Scanner) msword.Level {
	l := msword.Level{Format: "decimal", Restart: -1, Defined: true}
	for depth := s.Depth(); s.Within(depth); {
		switch s.El {
		case ooxml.ElStart:
			l.Start, _ = s.Number()
			l.Start = max(l.Start, 0)
		case ooxml.ElNumFmt:
			l.Format = numberFormat(s, l.Format)
		case ooxml.ElLvlText:
			l.Text = s.ValText()
			l.Text = l.Text[:runesWithin(l.Text, msword.MaxLevelText)]
		case ooxml.ElLvlRestart:
			l.Restart, _ = s.Number()
		case ooxml.ElIsLgl:
			l.Legal = s.Flag()
		case ooxml.ElPStyle:
			l.Style = string(s.Val())
		case ooxml.ElRPr:
			shown := readRunProps(s).look
			l.Vanish, l.Strike = shown.vanish, max(shown.strike, shown.double)
		case ooxml.ElPPr:
			s.Skip()
		case ooxml.ElOther:
			if string(s.LocalName()) == "suff" {
				l.Close = string(s.Val()) == "nothing"
			}
		}
	}
	return l
}

// numberFormat is the ST_NumberFormat of a w:numFmt (§17.9.17). One of Word's own
// (001, 002, …) has its pattern for a name, and stands in front of the one for
// other programs.
func numberFormat(s *ooxml.Scanner, before string) string {
	format := string(s.Val())
	if format == "custom" {
		pattern, _ := s.Attribute("format")
		return s.Unescape(pattern)
	}
	if msword.Pattern(before) > 0 {
		return before
	}
	return format
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

func readList(s *ooxml.Scanner) *msword.List {
	l := new(msword.List)
	for i := range l.Start {
		l.Start[i] = -1
	}
	for depth := s.Depth(); s.Within(depth); {
		switch s.El {
		case ooxml.ElAbstractNumID:
			l.Abstract, _ = s.Number()
		case ooxml.ElLvlOverride:
			i, ok := s.Whole("ilvl")
			start, lvl := readOverride(s)
			if ok && i >= 0 && i < msword.Levels {
				l.Start[i], l.Levels[i] = start, lvl
			}
		}
	}
	return l
}

// readOverride reads a w:lvlOverride (§17.9.8).
func readOverride(s *ooxml.Scanner) (start int, lvl *msword.Level) {
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
