package value

import (
	"sync"

	"jxmb/model"
	"jxmb/model/quantity"
)

// sentence is a cell cut into tokens, with the numbers and dates they hold:
// what [lex] hands over.
type sentence struct {
	quantity.Text
	hint       Hint
	nameLead   rune // the folded rune that the name of the indicator begins with
	asked      int  // glyph at which the name was looked for last
	found      int  // glyphs of the name there
	tokens     []token
	quantities []magnitude
	spans      []span
	crowded    bool // more tokens than a cell has
	impossible bool // a day that the calendar does not have
}

// assembly is a sentence with the expressions its tokens form: what [assemble]
// hands over.
type assembly struct {
	*sentence
	expressions []expression
}

// stages is the memory of one pass through the stages, kept for the next.
type stages struct {
	sentence sentence
	lexer    lexer
	assembly assembly
	verdict  verdict
}

var pool = sync.Pool{New: func() any { return new(stages) }}

// newStages takes memory for one cell; release gives it back.
func newStages() *stages { return pool.Get().(*stages) }

func (m *stages) release() {
	if m.sentence.Keeps() {
		pool.Put(m)
	}
}

// lex folds text and cuts it into tokens.
func (m *stages) lex(text string, hint Hint) *sentence {
	m.sentence.Fold(text)
	return m.cut(hint)
}

// cut cuts the folded text into tokens.
func (m *stages) cut(hint Hint) *sentence {
	s := &m.sentence
	s.nameLead, s.asked = quantity.FirstRune(hint.Name), -1
	s.hint, s.crowded, s.impossible = hint, false, false
	s.tokens, s.quantities, s.spans = s.tokens[:0], s.quantities[:0], s.spans[:0]
	m.lexer.sentence, m.lexer.bound, m.lexer.begins = s, 0, beginnings()
	m.lexer.run()
	return s
}

// assemble forms the expressions of a sentence.
func (m *stages) assemble(s *sentence) *assembly {
	m.assembly = assembly{sentence: s, expressions: m.assembly.expressions[:0]}
	m.assembly.run()
	return &m.assembly
}

// judge decides what the expressions amount to. A part of a composite is whole:
// it is not split again.
func (m *stages) judge(a *assembly, whole bool) model.Value {
	v := &m.verdict
	v.assembly, v.disputes, v.whole = a, false, whole
	return v.value()
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
