package lex

import (
	"slices"

	"jxmb/model"
	"jxmb/model/quantity"
)

// Hint is what stands around a target cell. It supplies a unit that the cell
// lacks and never overrides what the cell says.
type Hint struct {
	Name        string // 三级指标
	Description string // 绩效指标描述
	Level2      string // 二级指标
	Operator    string // 指标性质/计算符号 column, where the form has one
	Unit        string // 度量单位 column, where the form has one
}

// Sentence is a cell cut into tokens, with the numbers and dates they hold:
// what [Lexer.Cut] hands over.
type Sentence struct {
	quantity.Text
	Hint       Hint
	nameLead   rune // the folded rune that the name of the indicator begins with
	asked      int  // glyph at which the name was looked for last
	found      int  // glyphs of the name there
	Tokens     []Token
	Quantities []Magnitude
	Spans      []Span
	Crowded    bool // more tokens than a cell has
	Impossible bool // a day that the calendar does not have
}

// HasToken reports a token of the kind.
func (s *Sentence) HasToken(kind TokenKind) bool { return AnyOf(s.Tokens, KindsOf(kind)) }

// AnyOf reports a token of one of the kinds.
func AnyOf(tokens []Token, set Kinds) bool {
	return slices.ContainsFunc(tokens, func(t Token) bool { return set.Has(t.Kind) })
}

// Magnitude is a number with its unit.
type Magnitude struct {
	Number  model.Decimal
	Unit    quantity.Unit
	HasUnit bool
	Han     bool // in Chinese numerals
	About   bool // 余, 多
	From    int
	Plain   int // glyph behind the bare number
	End     int
	Loose   bool  // runs into a name
	Bound   bound // what a note behind it says
	Suffix  int   // row of the operator behind it, 0 = none
}
