package value

import (
	"sync"

	"jxmb/model"
	"jxmb/parser/value/lex"
)

// assembly is a sentence with the expressions its tokens form: what [assemble]
// hands over.
type assembly struct {
	*lex.Sentence
	expressions []expression
}

// stages is the memory of one pass through the stages, kept for the next.
type stages struct {
	sentence lex.Sentence
	lexer    lex.Lexer
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
func (m *stages) lex(text string, hint Hint) *lex.Sentence {
	m.sentence.Fold(text)
	m.sentence.SetStopsApart()
	return m.cut(hint)
}

// cut cuts the folded text into tokens.
func (m *stages) cut(hint Hint) *lex.Sentence {
	m.lexer.Cut(&m.sentence, hint)
	return &m.sentence
}

// assemble forms the expressions of a sentence.
func (m *stages) assemble(s *lex.Sentence) *assembly {
	m.assembly = assembly{Sentence: s, expressions: m.assembly.expressions[:0]}
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
