package docx

import "jxmb/parser/ooxml"

// branch is an open mc:AlternateContent (ISO/IEC 29500-3 §9.3).
type branch struct {
	depth  int
	chosen int // which of its branches is read, from 0; onTheWay where that shows as they come
	next   int
	taken  bool
}

const onTheWay = -1

// maxAhead bounds the alternatives in alternatives that are looked at before
// they are read: each is passed over once and read once.
const maxAhead = 4

// alternative takes one branch and leaves the others out.
func (r *reader) alternative() {
	depth := r.Depth()
	for n := len(r.branches); n > 0 && r.branches[n-1].depth >= depth; n-- {
		r.branches = r.branches[:n-1]
	}
	if r.El == ooxml.ElAlternateContent {
		r.branches = append(r.branches, branch{depth: depth, chosen: r.choose()})
		return
	}
	if len(r.branches) == 0 || r.branches[len(r.branches)-1].depth != depth-1 {
		return
	}
	b := &r.branches[len(r.branches)-1]
	take := b.next == b.chosen
	if b.chosen == onTheWay {
		take = !b.taken && (r.El == ooxml.ElFallback || r.understood())
	}
	b.next++
	if b.taken = b.taken || take; !take {
		r.Skip()
	}
}

// understood tells whether all namespaces that an mc:Choice requires are known.
func (r *reader) understood() bool {
	requires, _ := r.Attribute("Requires")
	return r.Understood(requires)
}

// choose looks ahead for the branch to read: the first mc:Choice whose
// namespaces are known and that shows nothing else than what is read here, else
// the mc:Fallback; without one, the first whose namespaces are known, else the
// first of all: something of it may be text.
func (r *reader) choose() int {
	if len(r.branches) >= maxAhead || r.drawings > 0 {
		return onTheWay
	}
	ahead := r.Ahead()
	known, n := -1, 0
	for depth := ahead.Depth(); ahead.Within(depth); n++ {
		if ahead.El == ooxml.ElFallback {
			return n
		}
		requires, _ := ahead.Attribute("Requires")
		if !ahead.Understood(requires) {
			ahead.Skip()
			continue
		}
		if readable(&ahead) {
			return n
		}
		if known < 0 {
			known = n
		}
	}
	return max(known, 0)
}

// readable passes over the mc:Choice whose start tag was met last and tells
// whether all that it shows is read here: elements of other vocabularies count
// only in drawings, where they are looked through.
func readable(s *ooxml.Scanner) bool {
	all := true
	for depth := s.Depth(); s.Within(depth); {
		switch s.El {
		case ooxml.ElDrawing, ooxml.ElPict, ooxml.ElObject, ooxml.ElRPr, ooxml.ElPPr, ooxml.ElSdtPr, ooxml.ElTblPr, ooxml.ElTrPr, ooxml.ElTcPr:
			s.Skip()
		case ooxml.ElOther:
			all = all && !s.Foreign()
		}
	}
	return all
}
