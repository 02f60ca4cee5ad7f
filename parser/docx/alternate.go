package docx

import "jxmb/parser/ooxml"

// branch is an open mc:AlternateContent (ISO/IEC 29500-3 §9.3).
type branch struct {
	depth int
	taken bool
}

// alternative takes the first branch whose namespaces are understood and
// leaves the others out.
func (r *reader) alternative() {
	depth := r.Depth()
	for n := len(r.branches); n > 0 && r.branches[n-1].depth >= depth; n-- {
		r.branches = r.branches[:n-1]
	}
	if r.El == ooxml.ElAlternateContent {
		r.branches = append(r.branches, branch{depth: depth})
		return
	}
	if len(r.branches) == 0 || r.branches[len(r.branches)-1].depth != depth-1 {
		return
	}
	b := &r.branches[len(r.branches)-1]
	if b.taken || r.El == ooxml.ElChoice && !r.understood() {
		r.Skip()
		return
	}
	b.taken = true
}

// understood tells whether all namespaces that an mc:Choice requires are known.
func (r *reader) understood() bool {
	requires, _ := r.Attribute("Requires")
	return r.Understood(requires)
}
