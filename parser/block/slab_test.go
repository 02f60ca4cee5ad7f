package block

import (
	"slices"
	"testing"
)

// TestSlab takes pieces as documents of many sizes do: each is zero, none shares
// an element with another, and none can grow into what follows it.
func TestSlab(t *testing.T) {
	var s Slab[int]
	for document, sizes := range [][]int{{1, 255, 1}, {300, 0, 300}, {7}, {slabKept + 1, 5}, {slabNext, slabNext, 9}, {3, 2000}} {
		var all [][]int
		for i, n := range sizes {
			piece := s.Take(n)
			if len(piece) != n || cap(piece) != n || slices.ContainsFunc(piece, func(v int) bool { return v != 0 }) {
				t.Fatalf("document %d, piece %d: %d of %d elements, or not zero", document, i, len(piece), cap(piece))
			}
			for k := range piece {
				piece[k] = i + 1
			}
			all = append(all, piece)
		}
		for i, piece := range all {
			if slices.ContainsFunc(piece, func(v int) bool { return v != i+1 }) {
				t.Errorf("document %d: piece %d was written to by another", document, i)
			}
		}
		s.Reset()
	}
}

// TestSlabKeeps lays a document out three times: only the first finds out how
// much it takes.
func TestSlabKeeps(t *testing.T) {
	var s Slab[int]
	lay := func() {
		for range 9 {
			s.Take(100)
		}
		s.Reset()
	}
	lay()
	lay()
	if n := testing.AllocsPerRun(10, lay); n != 0 {
		t.Errorf("%v allocations for a document like those before", n)
	}
	s.Take(2 * slabKept)
	s.Reset()
	if s.Take(1); len(s.piece) > slabKept {
		t.Errorf("%d elements are kept", len(s.piece))
	}
}
