package docx

import "bytes"

// branch is an open mc:AlternateContent (ISO/IEC 29500-3 §9.3).
type branch struct {
	depth int
	taken bool
}

// alternative takes the first branch whose namespaces are understood and
// leaves the others out.
func (r *reader) alternative() {
	depth := len(r.stack)
	for n := len(r.branches); n > 0 && r.branches[n-1].depth >= depth; n-- {
		r.branches = r.branches[:n-1]
	}
	if r.el == elAlternateContent {
		r.branches = append(r.branches, branch{depth: depth})
		return
	}
	if len(r.branches) == 0 || r.branches[len(r.branches)-1].depth != depth-1 {
		return
	}
	b := &r.branches[len(r.branches)-1]
	if b.taken || r.el == elChoice && !r.understood() {
		r.skip()
		return
	}
	b.taken = true
}

// understood tells whether all namespaces that an mc:Choice requires are known.
func (r *reader) understood() bool {
	requires, _ := r.attribute("Requires")
	for _, prefix := range bytes.Fields(requires) {
		if r.scope.find(prefix) == spaceOther {
			return false
		}
	}
	return true
}
