package docx

import "strings"

const (
	chunkMin = 4 << 10
	chunkMax = 256 << 10
	// chunkRest is how little room makes a new unit begin in a new chunk.
	chunkRest = 512
)

// arena holds all text of a document in few large strings. Text grows by units
// (a paragraph, or an outermost cell with all that is nested in it); what has
// been taken out stays valid, since a chunk is written within its first
// capacity only and never moved.
type arena struct {
	chunk *strings.Builder
	from  int // where the unit begins
	size  int // of the next chunk
}

// reset forgets everything; part is the size of the main part, of which text
// is a twentieth or so.
func (a *arena) reset(part int) {
	*a = arena{size: min(max(part/20, chunkMin), chunkMax)}
	a.renew(0)
	a.size = max(a.size/4, chunkMin) // what is left is little, as a rule
}

func (a *arena) renew(n int) {
	a.chunk = new(strings.Builder)
	a.chunk.Grow(max(a.size, n))
	a.from = 0
}

// begin starts a unit.
func (a *arena) begin() {
	if a.chunk.Cap()-a.chunk.Len() < chunkRest {
		a.renew(0)
	}
	a.from = a.chunk.Len()
}

// len is the length of the unit so far.
func (a *arena) len() int { return a.chunk.Len() - a.from }

// text is the unit from an offset of its own.
func (a *arena) text(from int) string { return a.chunk.String()[a.from+from:] }

// reserve makes room for n bytes, moving the unit to a larger chunk if need be.
func (a *arena) reserve(n int) {
	if a.chunk.Cap()-a.chunk.Len() >= n {
		return
	}
	unit := a.text(0)
	a.renew(2 * (len(unit) + n))
	a.chunk.WriteString(unit)
}

func (a *arena) write(b []byte) {
	a.reserve(len(b))
	a.chunk.Write(b)
}

func (a *arena) writeByte(c byte) {
	a.reserve(1)
	a.chunk.WriteByte(c)
}
