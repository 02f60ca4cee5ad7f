package block

const (
	slabFirst = 256     // elements of the first piece
	slabNext  = 1 << 12 // of a piece behind others, at most; more only where they are taken at once
	slabKept  = 1 << 14 // of a piece kept from document to document, at most
)

// Slab hands out slices of few pieces of memory, the last of which it keeps for
// the next document. The zero value is ready for use.
type Slab[T any] struct {
	piece []T // handed out from the front; zero from there
	free  []T // the rest of it
	taken int // elements handed out of all pieces
	usual int // what documents took before, as far as it is kept
}

// Take is n elements, each the zero value.
func (s *Slab[T]) Take(n int) []T {
	if len(s.free) < n {
		s.grow(n)
	}
	s.taken += n
	taken := s.free[:n:n]
	s.free = s.free[n:]
	return taken
}

// grow begins a piece with room for n.
func (s *Slab[T]) grow(n int) {
	size := max(n, slabFirst, min(s.taken, slabNext))
	if s.taken == 0 {
		size = max(size, s.usual)
	}
	s.piece = make([]T, size)
	s.free = s.piece
}

// Reset takes back what was handed out: nobody may hold on to any of it.
func (s *Slab[T]) Reset() {
	if s.taken > len(s.piece) || len(s.piece) > slabKept { // one piece will hold the next document
		s.piece, s.usual = nil, min(s.taken+s.taken/4, slabKept)
	} else {
		clear(s.piece[:len(s.piece)-len(s.free)])
	}
	s.free, s.taken = s.piece, 0
}
