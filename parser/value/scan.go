package value

import (
	"sync"

	"jxmb/model"
	"jxmb/model/quantity"
)

// scan is a text on its way through the parser: its glyphs, then its tokens,
// then the expressions they form.
type scan struct {
	quantity.Text
	tokens      []token
	quantities  []magnitude
	spans       []span
	expressions []expression
	indices     []int
	hint        Hint
	whole       bool // a part of a composite, not to be split again
	crowded     bool // more tokens than a cell has
	bound       int  // glyph behind the comparing operator that is being looked at
}

var scans = sync.Pool{New: func() any { return new(scan) }}

// newScan folds text. Release gives the memory back.
func newScan(text string) *scan {
	s := scans.Get().(*scan)
	s.Fold(text)
	s.hint, s.whole, s.crowded, s.bound = Hint{}, false, false, 0
	s.tokens, s.quantities, s.spans, s.expressions = s.tokens[:0], s.quantities[:0], s.spans[:0], s.expressions[:0]
	return s
}

func (s *scan) release() {
	if s.Keeps() {
		scans.Put(s)
	}
}

// magnitude is a number with its unit.
type magnitude struct {
	number  model.Decimal
	unit    quantity.Unit
	hasUnit bool
	han     bool // in Chinese numerals
	about   bool // 余, 多
	from    int
	plain   int // glyph behind the bare number
	end     int
	loose   bool  // runs into a name
	bound   bound // what a note behind it says
	suffix  int   // row of the operator behind it, 0 = none
}
