package word

import (
	"cmp"
	"slices"
)

// edits are changes of a part, each at a byte offset of the part as it was.
type edits struct {
	list   []edit
	gaps   [][2]int     // what [edits.remove] takes away, neighbours joined, in order
	opened map[int]bool // elements that were empty and are not any more
}

// edit takes the bytes start..end away and puts text in their place. Edits at
// the same offset take effect in the order of rank, then of being made.
type edit struct {
	start, end int
	rank       rank
	text       string
}

// rank orders the edits at one offset: what ends there stands before what
// begins there, unless it began at the same place.
type rank int

const (
	rankOpen  rank = iota // opens an element that was empty
	rankEnd               // ends a range that began before
	rankStart             // begins a range
	rankClose             // ends a range that begins at the same offset
	rankShut              // closes an element that was empty
)

func (e *edits) insert(at int, r rank, text string) {
	e.list = append(e.list, edit{start: at, end: at, rank: r, text: text})
}

// remove takes start..end away; calls come in the order of the part.
func (e *edits) remove(start, end int) {
	e.list = append(e.list, edit{start: start, end: end})
	if n := len(e.gaps); n > 0 && e.gaps[n-1][1] == start {
		e.gaps[n-1][1] = end
		return
	}
	e.gaps = append(e.gaps, [2]int{start, end})
}

// settle moves an offset at or in a gap to the gap's end, so that points with
// nothing but removed text between them become one.
func (e *edits) settle(offset int) int {
	i, _ := slices.BinarySearchFunc(e.gaps, offset, func(gap [2]int, o int) int { return gap[1] - o })
	if i < len(e.gaps) && e.gaps[i][0] <= offset {
		return e.gaps[i][1]
	}
	return offset
}

func (e *edits) replace(start, end int, text string) {
	e.list = append(e.list, edit{start: start, end: end, text: text})
}

// apply gives the part as edited, as pieces of it and of what is put between
// them: a copy would take as much memory again.
func (e *edits) apply(part []byte) [][]byte {
	slices.SortStableFunc(e.list, func(a, b edit) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.rank, b.rank))
	})
	out := make([][]byte, 0, 2*len(e.list)+1)
	at := 0
	for _, c := range e.list {
		if c.start > at {
			out = append(out, part[at:c.start])
			at = c.start
		}
		out = append(out, []byte(c.text))
		at = max(at, c.end)
	}
	return append(out, part[at:])
}
